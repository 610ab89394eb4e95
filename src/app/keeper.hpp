// Keeps the document in the browser's storage: a moment after a change, at once when the page is left. The book goes
// along only when it changed, because it may be large.
#pragma once

#include "app/app_state.hpp"
#include "platform/platform.hpp"
#include "workspace/document.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace discern {

inline constexpr std::string_view stored_book = "book", stored_state = "state", stored_settings = "settings";

class Keeper {
public:
    void document_changed(bool with_book, double seconds);
    // What was just read from storage is already kept.
    void all_is_kept();
    // Storage holds something that could not be read: leave it untouched until the user puts a document of their own
    // in its place (an import, an opened file) or wipes it.
    void leave_storage_alone(bool alone) { hands_off_ = alone; }
    // Writes when it is time (or `now`); returns seconds until it wants to be asked again, negative for never.
    double tick(Platform& platform, const Document& document, double seconds, bool now);
    [[nodiscard]] Keeping state(Platform& platform) const;
    [[nodiscard]] double kept_at() const { return shared_->kept_at; }
    [[nodiscard]] std::optional<Problem> take_problem();

private:
    // Answers of the storage come in later frames; the keeper may be gone by then only together with the page.
    struct Shared {
        bool writing = false;
        double kept_at = -1;
        std::optional<Problem> problem;
        bool failed = false, book_failed = false;
    };
    std::shared_ptr<Shared> shared_ = std::make_shared<Shared>();
    bool dirty_ = false, book_dirty_ = false, hands_off_ = false;
    double due_at_ = 0;
};

// Small choices that are not part of the document: theme, and that the welcome was seen.
struct StoredSettings {
    ThemeChoice theme = ThemeChoice::System;
    bool welcomed = false;
    bool operator==(const StoredSettings&) const = default;
};
[[nodiscard]] std::string text_from(const StoredSettings& settings);
[[nodiscard]] StoredSettings settings_from(std::string_view text);

}  // namespace discern
