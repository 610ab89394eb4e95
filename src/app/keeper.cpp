#include "app/keeper.hpp"

#include "base/numbers.hpp"
#include "workspace/save_file.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace discern {
namespace {

constexpr double quiet_seconds = 0.5, first_retry_seconds = 2, slowest_retry_seconds = 60;

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
    if (with_book) book_.reset();  // it was of the book before
    due_at_ = seconds + quiet_seconds;
}

void Keeper::all_is_kept() {
    dirty_ = book_dirty_ = false;
    book_.reset();
}

double Keeper::tick(Platform& platform, const Document& document, double seconds, bool now) {
    if (std::exchange(shared_->retry_wanted, false)) {
        if (!dirty_) due_at_ = shared_->retry_at;  // a change since then is written sooner anyway
        dirty_ = true;
        book_dirty_ = std::exchange(shared_->book_failed, false) || book_dirty_;
    }
    if (hands_off_) return -1;
    const bool unsaved = dirty_ || shared_->writing || shared_->failures > 0;
    platform.set_unsaved(unsaved && platform.store_state() == StoreState::Writer);
    if (!dirty_ || shared_->writing || platform.store_state() != StoreState::Writer) return -1;
    if (!now && seconds < due_at_) return due_at_ - seconds;

    if (!book_dirty_) {
        write(platform, document, std::nullopt);
    } else if (now) {
        write(platform, document, book_blob_from(document.book));
    } else if (!book_) {
        book_.emplace();
        platform.begin_work();
    }
    return -1;
}

bool Keeper::work(Platform& platform, const Document& document) {
    constexpr std::size_t records_in_a_step = 200;
    if (!book_) return false;
    if (hands_off_ || platform.store_state() != StoreState::Writer) {
        book_.reset();
        return false;
    }
    if (!book_->write_some(document.book, records_in_a_step)) return true;
    write(platform, document, book_->finish());
    return false;
}

void Keeper::write(Platform& platform, const Document& document, std::optional<Bytes> book) {
    const bool with_book = book.has_value();
    std::vector<NamedBytes> pairs;
    KeptSizes sizes = shared_->sizes;
    if (book) pairs.push_back(named(stored_book, std::move(*book)));
    pairs.push_back(named(stored_state, bytes_of(state_text_from(document))));
    sizes.state = pairs.back().size;
    if (with_book) sizes.book = pairs.front().size;
    dirty_ = book_dirty_ = false;
    book_.reset();
    shared_->writing = true;
    platform.store(std::move(pairs), [shared = shared_, with_book, sizes, &platform](Result<bool> answer) {
        shared->writing = false;
        if (answer) {
            shared->failures = 0;
            shared->kept_at = platform.seconds_since_start();
            shared->sizes = sizes;
        } else {
            if (shared->failures++ == 0) shared->problem = answer.error();
            const double wait = std::min(slowest_retry_seconds, first_retry_seconds * std::pow(2.0, shared->failures - 1));
            shared->retry_at = platform.seconds_since_start() + wait;
            shared->retry_wanted = true;
            shared->book_failed = shared->book_failed || with_book;
        }
        platform.wake();
    });
}

Keeping Keeper::state(Platform& platform) const {
    switch (platform.store_state()) {
        case StoreState::ReadOnly: return Keeping::ReadOnly;
        case StoreState::Unavailable: return Keeping::NotPossible;
        case StoreState::Opening:
        case StoreState::Writer: break;
    }
    if (shared_->failures > 0 || hands_off_) return Keeping::Failed;
    if (shared_->writing) return Keeping::Writing;
    return dirty_ ? Keeping::Waiting : Keeping::Kept;
}

std::optional<Problem> Keeper::take_problem() { return std::exchange(shared_->problem, std::nullopt); }

std::string text_from(const StoredSettings& settings) {
    const Taste& taste = settings.taste;
    std::string text;
    const auto line = [&text](std::string_view name, std::string_view value) {
        text += name;
        text += '=';
        text += value;
        text += '\n';
    };
    line("theme", taste.theme == ThemeChoice::Dark ? "dark" : taste.theme == ThemeChoice::Light ? "light" : "system");
    line("contrast", taste.contrast == Either::Yes ? "more" : "system");
    line("motion", taste.calm == Either::Yes ? "none" : "system");
    line("density", taste.compact ? "compact" : "roomy");
    line("text", std::to_string(taste.text_percent));
    if (!taste.language.empty()) line("language", taste.language);
    line("welcomed", settings.welcomed ? "yes" : "no");
    line("hints", std::to_string(settings.hints_used));
    line("day", std::to_string(settings.last_day));
    return text;
}

StoredSettings settings_from(std::string_view text) {
    StoredSettings settings;
    Taste& taste = settings.taste;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        const auto equals = line.find('=');
        if (equals == line.npos) continue;
        const std::string_view name = line.substr(0, equals), value = line.substr(equals + 1);
        const auto number = count_from_text(value).value_or(0);
        if (name == "theme") taste.theme = value == "dark" ? ThemeChoice::Dark : value == "light" ? ThemeChoice::Light : ThemeChoice::System;
        if (name == "contrast") taste.contrast = value == "more" ? Either::Yes : Either::System;
        if (name == "motion") taste.calm = value == "none" ? Either::Yes : Either::System;
        if (name == "density") taste.compact = value == "compact";
        if (name == "text" && std::find(text_sizes.begin(), text_sizes.end(), number) != text_sizes.end()) taste.text_percent = static_cast<std::uint16_t>(number);
        if (name == "language" && nearest_language(value) == value) taste.language = value;
        if (name == "welcomed") settings.welcomed = value == "yes";
        if (name == "hints") settings.hints_used = static_cast<std::uint32_t>(number);
        if (name == "day") settings.last_day = static_cast<std::int32_t>(number);
    }
    return settings;
}

}  // namespace discern
