// Keeps the document in the browser's storage: a moment after a change, at once when the page is left. The book goes
// along only when it changed, because it may be large.
#pragma once

#include "app/app_state.hpp"
#include "platform/platform.hpp"
#include "workspace/document.hpp"
#include "workspace/save_file.hpp"

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
    // A large book is written out between frames (App::work), some hundred people at a time: a step of that, true while
    // more is left.
    bool work(Platform& platform, const Document& document);
    [[nodiscard]] bool at_work() const { return book_.has_value(); }
    [[nodiscard]] Keeping state(Platform& platform) const;
    [[nodiscard]] double kept_at() const { return shared_->kept_at; }
    // Seconds since start at which a failed write is tried again; negative when none failed.
    [[nodiscard]] double retry_at() const { return shared_->failures > 0 ? shared_->retry_at : -1; }
    // What stands in storage.
    [[nodiscard]] KeptSizes kept_sizes() const { return shared_->sizes; }
    void found(const KeptSizes& sizes) { shared_->sizes = sizes; }
    // Of the first failure in a row only: it is tried again by itself.
    [[nodiscard]] std::optional<Problem> take_problem();

private:
    // Answers of the storage come in later frames; the keeper may be gone by then only together with the page.
    struct Shared {
        bool writing = false;
        double kept_at = -1;
        std::optional<Problem> problem;
        bool book_failed = false, retry_wanted = false;
        int failures = 0;  // in a row
        double retry_at = -1;
        KeptSizes sizes;
    };
    std::shared_ptr<Shared> shared_ = std::make_shared<Shared>();
    void write(Platform& platform, const Document& document, std::optional<Bytes> book);

    std::optional<BookBlob> book_;  // on its way to storage
    bool dirty_ = false, book_dirty_ = false, hands_off_ = false;
    double due_at_ = 0;
};

// Small choices that are not part of the document: how the page looks and speaks, and which lessons were learned.
struct StoredSettings {
    Taste taste;
    bool welcomed = false;
    std::uint32_t hints_used = 0;
    std::int32_t last_day = 0;  // the day of the last visit: what woke up since is told; 0 = none
    bool operator==(const StoredSettings&) const = default;
};
[[nodiscard]] std::string text_from(const StoredSettings& settings);
[[nodiscard]] StoredSettings settings_from(std::string_view text);

}  // namespace discern
