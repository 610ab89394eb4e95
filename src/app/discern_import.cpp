// An archive on its way in: first verdicts while its messages are read, then the whole of it, taken in between frames. The
// open document stays as it is, in sight and in storage, until the last step; so cancelling has nothing to put back.
#include "app/discern_app.hpp"

#include "app/list_parts.hpp"
#include "app/problem_words.hpp"
#include "workspace/first_look.hpp"
#include "workspace/merge.hpp"
#include "workspace/questions.hpp"

#include <algorithm>
#include <utility>

namespace discern {
namespace {
constexpr std::size_t rows_in_a_step = 60;  // read for judging: about a millisecond
constexpr double judging_told_after = 0.3;  // seconds
}

void DiscernApp::start_import(std::vector<NamedBytes> files) {
    state_.import = {};
    arriving_.emplace();
    state_.import.onto_sample = workspace_.document().sample;
    open_dialog(Dialog::Importing);
    platform_->announce(strings_.text("import.title"), false);
    state_.import.job = platform_->start_job("import", std::move(files), [this](const Platform::JobUpdate& update) { take_import(update); });
}

void DiscernApp::take_import(const Platform::JobUpdate& update) {
    ImportState& import = state_.import;
    if (!arriving_) return;  // what came of it has been told
    switch (update.kind) {
        case Platform::JobUpdate::Kind::Progress:
            platform_->wake();
            import.stage = update.stage;
            import.bytes_done = update.bytes_done;
            import.bytes_total = update.bytes_total;
            import.rows_done = update.rows_done;
            return;
        case Platform::JobUpdate::Kind::First: return take_first_look(update.answer);
        case Platform::JobUpdate::Kind::Failed: return give_up_import(update.problem);
        case Platform::JobUpdate::Kind::Part: break;
        case Platform::JobUpdate::Kind::Done: arriving_->whole = true; break;
    }
    arriving_->reading.add(update.answer);
    platform_->begin_work();
}

// Judged beside the open document, and shown in the dialog only.
void DiscernApp::take_first_look(std::span<const std::uint8_t> bytes) {
    Result<Document> document = first_look_from(bytes, workspace_.document());
    if (!document || document->book.invitations.empty()) return;
    state_.import.first.emplace(workspace_.beside());
    state_.import.first->replace(std::move(*document));
    state_.import.first->set_today(utc_day_of(platform_->now()));
    state_.import.first_is_judged = false;
    rows_ready_ = 0;
    platform_->begin_work();
}

// One letter more of the rows that will be in sight: all at once would make their first frame a long one.
bool DiscernApp::ready_next_row(const Workspace& workspace, std::span<const std::uint32_t> rows, std::size_t in_sight) {
    for (; rows_ready_ < std::min(in_sight, rows.size()); ++rows_ready_) {
        const ReceivedRow& row = workspace.rows()[rows[rows_ready_]];
        const Person& person = workspace.person_of(row);
        if (ready_list_row(look_, person, second_line(person, workspace.invitation_of(row), strings_))) return true;
    }
    return false;
}

bool DiscernApp::judge_first_look() {
    ImportState& import = state_.import;
    if (!import.first->prepare(rows_in_a_step)) return true;
    if (ready_next_row(*import.first, import.first->rows_in(Lane::All, ""), first_look_rows)) return true;
    import.first_is_judged = true;
    platform_->announce(strings_.text("import.first.title"), false);
    platform_->wake();
    return false;
}

bool DiscernApp::work() {
    if (state_.import.first && !state_.import.first_is_judged) return judge_first_look() || arriving_ || keeper_.at_work();
    if (!arriving_) return keeper_.work(*platform_, workspace_.document());
    if (arriving_->reading.take_next()) return true;
    if (!arriving_->whole) return keeper_.work(*platform_, workspace_.document());
    if (!arriving_->next) merge_arrived();
    else if (!judge_arrived()) finish_import();
    return arriving_ || keeper_.at_work();
}

bool DiscernApp::judge_arrived() {
    if (!arriving_->next->prepare(rows_in_a_step)) return true;
    if (!arriving_->list.rows_known) {
        refresh(*arriving_->next, arriving_->list);
        return true;
    }
    const auto in_sight = static_cast<std::size_t>(ImGui::GetIO().DisplaySize.y / look_.row_height()) + 1;
    if (ready_next_row(*arriving_->next, arriving_->list.rows, in_sight)) return true;
    // The receipt beside the list is of the first one.
    if (!arriving_->list.rows.empty()) (void)arriving_->next->verdict_of(arriving_->next->rows()[arriving_->list.rows.front()]);
    return false;
}

void DiscernApp::merge_arrived() {
    ImportState& import = state_.import;
    Result<ImportSnapshot> snapshot = arriving_->reading.finish();
    if (!snapshot) return give_up_import(snapshot.error());
    if (!snapshot->seen.empty()) {
        end_import();
        close_dialog();
        return show_understood(snapshot->seen, strings_.text("contacts.source"));
    }
    Result<Merge> merge = merged_with_archive(workspace_.document(), std::move(snapshot->book));
    if (!merge) return give_up_import(merge.error());
    import.report = std::move(snapshot->report);
    if (!import.onto_sample) import.changes = changed_names(merge->changes, workspace_.document().book, merge->document.book);
    import.questions = open_doubts(merge->document).size();
    // The same archive once more: storage is not touched either.
    if (merge->document == workspace_.document()) return tell_import();
    arriving_->next.emplace(workspace_.beside());
    arriving_->next->replace(std::move(merge->document));
    arriving_->next->set_today(utc_day_of(platform_->now()));
    rows_ready_ = 0;
    import.judging = true;
    platform_->wake_after(judging_told_after);  // a picture for less would make it longer
}

void DiscernApp::finish_import() {
    workspace_ = std::move(*arriving_->next);
    ReceivedState list = std::move(arriving_->list);
    arriving_.reset();
    show_document(true, std::move(list));
    // The list is drawn first and the summary with the next frame: both at once make a long one.
    summary_due_ = true;
    platform_->wake();
}

void DiscernApp::tell_import() {
    end_import();
    if (!std::exchange(settings_.welcomed, true)) keep_settings();
    open_dialog(Dialog::ImportSummary);
    platform_->announce(import_words(state_.import.report, strings_), false);
    platform_->keep_store([](Result<bool>) {});
    platform_->wake();
}

void DiscernApp::end_import() {
    state_.import.job = 0;
    state_.import.first.reset();
    arriving_.reset();
}

void DiscernApp::give_up_import(const Problem& problem) {
    end_import();
    platform_->wake();
    trouble(problem);
}

void DiscernApp::cancel_import() {
    if (summary_due_) return;  // too late: it is in
    if (state_.import.job != 0) platform_->cancel_job(state_.import.job);
    end_import();
    close_dialog();
    toast(strings_.text("import.cancelled"), false);
}

}  // namespace discern
