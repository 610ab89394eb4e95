// The application on a platform without a browser, with invented people: found and pressed by role and name.
#pragma once

#include "app/discern_app.hpp"
#include "knowledge/knowledge.hpp"
#include "platform/headless.hpp"
#include "tests/app/people.hpp"

#include <map>
#include <memory>
#include <string>

namespace discern::testing {

struct Page {
    DiscernApp* app = nullptr;  // owned by the platform
    std::unique_ptr<Headless> platform;

    Headless* operator->() const { return platform.get(); }
    [[nodiscard]] const Workspace& workspace() const { return app->workspace(); }
    [[nodiscard]] const AppState& state() const { return app->state(); }
};

// Opens the page on a sample or on what was stored; the welcome card is closed unless it is asked for.
[[nodiscard]] Page open_page(HeadlessOptions options = {}, Document sample = small_document(), bool keep_welcome = false,
                             std::map<std::string, Bytes> stored = {});

}  // namespace discern::testing
