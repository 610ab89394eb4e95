#include "app/keeper.hpp"

#include "workspace/save_file.hpp"

#include <algorithm>

namespace discern {
namespace {

constexpr double quiet_seconds = 0.5;

Bytes bytes_of(std::string_view text) { return {text.begin(), text.end()}; }

NamedBytes named(std::string_view name, Bytes bytes) {
    NamedBytes pair;
    pair.name = name;
    pair.size = bytes.size();
    pair.bytes = std::move(bytes);
    return pair;
}

}  // namespace

void Keeper::document_changed(bool with_book, double seconds) {
    dirty_ = true;
    book_dirty_ = book_dirty_ || with_book;
    due_at_ = seconds + quiet_seconds;
}

void Keeper::all_is_kept() { dirty_ = book_dirty_ = false; }

double Keeper::tick(Platform& platform, const Document& document, double seconds, bool now) {
    if (shared_->book_failed) {
        book_dirty_ = true;
        shared_->book_failed = false;
    }
    if (hands_off_) return -1;
    const bool unsaved = dirty_ || shared_->writing || shared_->failed;
    platform.set_unsaved(unsaved && platform.store_state() == StoreState::Writer);
    if (!dirty_ || shared_->writing || platform.store_state() != StoreState::Writer) return -1;
    if (!now && seconds < due_at_) return due_at_ - seconds;

    std::vector<NamedBytes> pairs;
    if (book_dirty_) pairs.push_back(named(stored_book, book_blob_from(document.book)));
    pairs.push_back(named(stored_state, bytes_of(state_text_from(document))));
    const bool with_book = book_dirty_;
    dirty_ = book_dirty_ = false;
    shared_->writing = true;
    platform.store(std::move(pairs), [shared = shared_, with_book, &platform](Result<bool> answer) {
        shared->writing = false;
        shared->failed = !answer.has_value();
        if (answer) {
            shared->kept_at = platform.seconds_since_start();
        } else {
            shared->problem = answer.error();
            shared->book_failed = with_book;
        }
        platform.wake();
    });
    return -1;
}

Keeping Keeper::state(Platform& platform) const {
    switch (platform.store_state()) {
        case StoreState::ReadOnly: return Keeping::ReadOnly;
        case StoreState::Unavailable: return Keeping::NotPossible;
        case StoreState::Opening:
        case StoreState::Writer: break;
    }
    if (shared_->failed || hands_off_) return Keeping::Failed;
    if (shared_->writing) return Keeping::Writing;
    return dirty_ ? Keeping::Waiting : Keeping::Kept;
}

std::optional<Problem> Keeper::take_problem() { return std::exchange(shared_->problem, std::nullopt); }

std::string text_from(const StoredSettings& settings) {
    std::string text = "theme=";
    text += settings.theme == ThemeChoice::Dark ? "dark" : settings.theme == ThemeChoice::Light ? "light" : "system";
    text += settings.welcomed ? "\nwelcomed=yes\n" : "\n";
    return text;
}

StoredSettings settings_from(std::string_view text) {
    StoredSettings settings;
    if (text.find("theme=dark") != std::string_view::npos) settings.theme = ThemeChoice::Dark;
    if (text.find("theme=light") != std::string_view::npos) settings.theme = ThemeChoice::Light;
    settings.welcomed = text.find("welcomed=yes") != std::string_view::npos;
    return settings;
}

}  // namespace discern
