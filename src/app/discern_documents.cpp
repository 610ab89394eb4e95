// Documents in and out: what storage holds, pages, save files, and the end of everything. Archives: discern_import.cpp.
#include "app/discern_app.hpp"

#include "app/problem_words.hpp"
#include "app/work_sheet_text.hpp"
#include "intake/page_reader.hpp"
#include "people/seen_people.hpp"
#include "workspace/open_job.hpp"
#include "workspace/save_file.hpp"

#include <algorithm>
#include <utility>

namespace discern {
namespace {

std::string_view text_of(const Bytes& bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

const NamedBytes* named(const std::vector<NamedBytes>& all, std::string_view name) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const NamedBytes& each) { return each.name == name; });
    return found == all.end() || found->bytes.empty() ? nullptr : &*found;
}

bool may_be_save_file(const NamedBytes& file) { return file.name.ends_with(".json") || file.name.ends_with(".JSON"); }

}  // namespace

Day DiscernApp::today() {
    // The sample's people stay as fresh as on the day that it was made.
    const Document& document = workspace_.document();
    if (document.sample && document.book.exported_on) return *document.book.exported_on;
    return utc_day_of(platform_->now());
}

void DiscernApp::load_stored() {
    loaded_ = false;
    platform_->load({std::string(stored_book), std::string(stored_state), std::string(stored_settings)},
                    [this](Result<std::vector<NamedBytes>> answer) { take_stored(std::move(answer)); });
}

void DiscernApp::take_stored(Result<std::vector<NamedBytes>> answer) {
    loaded_ = true;
    loaded_as_ = platform_->store_state();
    platform_->wake();
    if (!answer) {
        show_sample_beside_storage();
        if (platform_->store_state() == StoreState::Unavailable) open_dialog(Dialog::Welcome);  // the foot says it
        else trouble(answer.error());
        return;
    }
    if (const NamedBytes* settings = named(*answer, stored_settings)) settings_ = settings_from(text_of(settings->bytes));
    if (state_.settings.taste != settings_.taste) {
        state_.settings.taste = settings_.taste;
        speak();
    }
    state_.received.hints_used = settings_.hints_used;
    const NamedBytes* book = named(*answer, stored_book);
    const NamedBytes* kept = named(*answer, stored_state);
    if (book == nullptr || kept == nullptr) {
        use_sample();
        tell_what_woke();
        if (!settings_.welcomed) open_dialog(Dialog::Welcome);
        return;
    }
    Result<Document> document = document_from_storage(book->bytes, text_of(kept->bytes));
    if (!document) {
        show_sample_beside_storage();
        trouble(document.error());
        return;
    }
    keeper_.found({.book = book->bytes.size(), .state = kept->bytes.size()});
    replace_document(std::move(*document), false);
    tell_what_woke();
}

// What was asleep at the last visit and is back today is told once.
void DiscernApp::tell_what_woke() {
    const Day today = workspace_.today();
    const auto& asleep = workspace_.document().snoozed_until;
    const auto woke = std::count_if(asleep.begin(), asleep.end(), [&](const auto& each) {
        const auto row = workspace_.row_of(each.first);
        return each.second <= today && each.second.days_since_epoch > settings_.last_day && row && workspace_.is_open(workspace_.rows()[*row]);
    });
    if (woke > 0 && settings_.last_day > 0) toast(strings_.counted("toast.woke", static_cast<std::uint64_t>(woke)), false);
    if (settings_.last_day == today.days_since_epoch) return;
    settings_.last_day = today.days_since_epoch;
    keep_settings();
}

void DiscernApp::show_sample_beside_storage() {
    replace_document(sample_(platform_->now()), false);
    keeper_.leave_storage_alone(true);
}

void DiscernApp::replace_document(Document document, bool keep) {
    workspace_.replace(std::move(document));
    workspace_.set_today(today());
    show_document(keep);
}

void DiscernApp::show_document(bool keep, ReceivedState list) {
    state_.received = std::move(list);
    state_.received.hints_used = settings_.hints_used;
    state_.journal = {};
    state_.palette = {};
    state_.work_sheet = {};
    state_.last_decided.clear();
    state_.goals = {};
    refresh(workspace_, state_.received);
    keeper_.leave_storage_alone(false);
    if (keep) keeper_.document_changed(true, platform_->seconds_since_start());
    else keeper_.all_is_kept();
}

void DiscernApp::use_sample() {
    replace_document(sample_(platform_->now()), false);
    // A decision on the sample is kept like any other, and then its book has to be there as well.
    keeper_.document_changed(true, platform_->seconds_since_start());
}

void DiscernApp::take_files(std::vector<NamedBytes> files) {
    if (state_.import.job != 0) return;
    if (files.size() == 1 && may_be_save_file(files.front())) {
        open_save_file(files.front());
        return;
    }
    start_import(std::move(files));
}

void DiscernApp::open_save_file(const NamedBytes& file) {
    platform_->start_job("open", {file}, [this, name = file.name](const Platform::JobUpdate& update) {
        if (update.kind == Platform::JobUpdate::Kind::Progress) return;
        platform_->wake();
        if (update.kind == Platform::JobUpdate::Kind::Failed) return trouble(update.problem);
        Result<Document> document = opened_document_from(update.answer);
        if (!document) return trouble(document.error());
        close_dialog();
        const bool something_to_lose = !workspace_.document().sample && workspace_.document() != *document;
        if (!something_to_lose) {
            replace_document(std::move(*document), true);
            toast(strings_.text("toast.opened", {name}), false);
            return;
        }
        waiting_document_ = std::move(*document);
        open_dialog(Dialog::ConfirmOpen);
    });
}

// A copied page of invitations, or a profile. Anything else that was pasted is told in passing, not in a dialog.
void DiscernApp::take_paste(std::string_view text, std::string_view html) {
    const Result<PageReading> page = read_page(text, html, platform_->now());
    if (!page) return toast(problem_sentence(page.error(), strings_), false);
    show_understood(page->people, strings_.text("paste.source"));
}

// Tries it on a copy, says what that would do, and waits for the user's yes.
void DiscernApp::show_understood(std::span<const SeenPerson> seen, std::string source) {
    constexpr std::size_t names_at_most = 5;
    // The sample makes room, as it does for an archive.
    const bool onto_sample = workspace_.document().sample;
    PersonBook book = onto_sample ? PersonBook() : workspace_.document().book;
    const std::size_t people_before = book.people.size(), doubts_before = book.doubts.size();
    Understood understood;
    understood.report = add_seen_people(book, seen, source);
    for (const SeenPerson& person : seen)
        if (person.invitation) ++understood.invitations;
    for (const PersonId id : understood.report.people) {
        auto& names = id.index < people_before ? understood.updated : understood.arrived;
        if (names.size() < names_at_most) names.push_back(book.at(id).name);
    }
    if (understood.report.people_updated == 0) understood.updated.clear();
    understood.questions = book.doubts.size() - doubts_before;
    understood.changes_nothing = onto_sample ? understood.report.people.empty() : book == workspace_.document().book;
    understood.source = std::move(source);
    understood_book_ = std::move(book);
    state_.understood = std::move(understood);
    open_dialog(Dialog::Understood);
    platform_->announce(understood_words(state_.understood, strings_), false);
}

void DiscernApp::take_in() {
    if (!understood_book_) return;
    PersonBook book = std::move(*understood_book_);
    understood_book_.reset();
    const SeenReport& report = state_.understood.report;
    if (workspace_.document().sample) {
        Document document;
        document.book = std::move(book);
        replace_document(std::move(document), true);
    } else if (!apply(UpdateBookCommand{std::move(book), state_.understood.source})) {
        return;
    }
    refresh(workspace_, state_.received);
    settings_.welcomed = true;
    keep_settings();
    const bool is_profile = state_.understood.invitations == 0 && report.people.size() == 1;
    toast(is_profile ? strings_.text("paste.done_profile", {workspace_.document().book.at(report.people.front()).name})
                     : strings_.text("paste.done", {strings_.list(std::array{strings_.counted("paste.new", report.invitations_new), strings_.counted("paste.updated", report.people_updated)})}),
          workspace_.can_undo());
}

void DiscernApp::save_to_file() {
    const Instant now = platform_->now();
    const std::string text = save_file_from(workspace_.document(), now);
    const Bytes bytes(text.begin(), text.end());
    const std::string name = "discern-" + iso_text(utc_day_of(now)) + std::string(save_file_extension);
    platform_->save_file(name, bytes, "application/json");
    toast(strings_.text("toast.saved_to", {name}), false);
}

void DiscernApp::save_work_sheet() {
    const std::string name = work_sheet_name(state_.work_sheet.format, workspace_.today());
    const Bytes bytes(state_.work_sheet.text.begin(), state_.work_sheet.text.end());
    platform_->save_file(name, bytes, media_type_of(state_.work_sheet.format));
    toast(strings_.text("toast.saved_to", {name}), false);
}

// Decisions; while there are none, what Discern proposes, so that printing never gives an empty page.
std::string DiscernApp::printed_sheet() {
    const bool proposals = state_.work_sheet.with_proposals || workspace_.document().decisions.empty();
    return print_html_from(work_sheet_from(workspace_, strings_.table(), proposals), strings_.table(), [this](Day day) { return strings_.day(day); });
}

void DiscernApp::erase_everything() {
    platform_->erase_everything([this](Result<bool> answer) {
        platform_->wake();
        if (!answer) return trouble(answer.error());
        settings_ = {};
        state_.settings.taste = {};
        speak();
        keeper_ = {};
        replace_document(sample_(platform_->now()), false);
        go(View::Received);
        open_dialog(Dialog::Welcome);
        toast(strings_.text("toast.erased"), false);
    });
}

void DiscernApp::trouble(Problem problem) {
    platform_->announce(problem_sentence(problem, strings_), true);
    state_.trouble = std::move(problem);
    open_dialog(Dialog::Trouble);
}

void DiscernApp::keep_settings() {
    if (platform_->store_state() != StoreState::Writer) return;
    const std::string text = text_from(settings_);
    NamedBytes pair;
    pair.name = stored_settings;
    pair.bytes.assign(text.begin(), text.end());
    pair.size = pair.bytes.size();
    std::vector<NamedBytes> pairs;
    pairs.push_back(std::move(pair));
    platform_->store(std::move(pairs), [](Result<bool>) {});
}

}  // namespace discern
