// What each deed does in Sent & plan: moving about, what became of an invitation, and entries by hand.
#include "app/discern_app.hpp"

#include "workspace/change.hpp"

#include <algorithm>
#include <cmath>

namespace discern {
namespace {

constexpr std::size_t page_rows = 8;
constexpr std::int32_t later_days = 7, leave_days = 14;

}  // namespace

ReceiptState& DiscernApp::shown_receipt() { return state_.view == View::Plan ? state_.plan.receipt : state_.received.receipt; }

std::optional<ListedInvitation> DiscernApp::shown_invitation() {
    if (state_.view == View::Plan) {
        refresh(workspace_, state_.plan);
        return state_.plan.selected ? workspace_.listed(*state_.plan.selected) : std::nullopt;
    }
    if (selected_row(workspace_, state_.received) == nullptr) return std::nullopt;
    return workspace_.listed(*state_.received.selected);
}

bool DiscernApp::perform_in_plan(Deed deed) {
    PlanState& plan = state_.plan;
    refresh(workspace_, plan);
    const std::size_t place = selected_place(workspace_, plan).value_or(0);
    const auto move = [&](std::size_t to) {
        if (plan.rows.empty()) return;
        select_place(workspace_, plan, std::min(to, plan.rows.size() - 1));
        reveal_ = true;
        announce_selected();
    };
    switch (deed) {
        case Deed::Next: move(place + 1); return true;
        case Deed::Previous: move(place == 0 ? 0 : place - 1); return true;
        case Deed::PageDown: move(place + page_rows); return true;
        case Deed::PageUp: move(place < page_rows ? 0 : place - page_rows); return true;
        case Deed::First: move(0); return true;
        case Deed::Last: move(plan.rows.size()); return true;
        case Deed::NextLane:
        case Deed::PreviousLane: step_lane(workspace_, plan, deed == Deed::NextLane ? 1 : -1); reveal_ = true; return true;
        case Deed::OpenReceipt: plan.receipt_open = plan.selected.has_value(); return true;
        case Deed::Filter: plan.receipt_open = false; plan.filter.wanted = true; return true;
        case Deed::MarkSent: {
            const auto listed = shown_invitation();
            if (listed && listed->planned()) settle_plan(note_to_send(workspace_.document(), *listed->invitation).empty() ? Action::Send : Action::SendWithNote);
            return true;
        }
        case Deed::NotNow:
        case Deed::Snooze: settle_plan(std::nullopt); return true;
        case Deed::DontSend:
        case Deed::Follow:
            if (const auto listed = shown_invitation(); listed && listed->planned())
                settle_plan(deed == Deed::Follow ? Action::Follow : Action::DontSend);
            return true;
        case Deed::MarkWithdrawn:
            if (const auto listed = shown_invitation(); listed && !listed->planned()) settle_plan(Action::Withdraw);
            return true;
        case Deed::TakeBack:
            if (plan.selected && workspace_.document().decisions.contains(*plan.selected)) apply(ClearDecisionCommand{{*plan.selected}});
            return true;
        case Deed::RemoveEntry: remove_entry(); return true;
        case Deed::Accept:
        case Deed::Ask:
        case Deed::Ignore:
        case Deed::Report:
        case Deed::Tick:
        case Deed::ClearTicks: return true;  // nothing of this view
        default: return false;
    }
}

// The next row is selected; one that stays in its lane is passed.
void DiscernApp::settle_plan(std::optional<Action> action) {
    PlanState& plan = state_.plan;
    const auto listed = shown_invitation();
    if (!listed) return;
    const std::size_t place = selected_place(workspace_, plan).value_or(0);
    const InvitationId id = listed->invitation->id;
    const std::string name = listed->person->name;
    std::string words;
    if (action) {
        if (!apply(DecideCommand{{id}, *action, {}})) return;
        const bool sent = *action == Action::Send || *action == Action::SendWithNote;
        words = sent ? strings_.text("toast.sent", {name})
                     : strings_.text("toast.decided", {strings_.text("action." + std::string(name_of(*action))), name});
    } else {
        // Asleep: wakes up. Somebody to be introduced to sleeps until the introduction is made.
        const bool asleep = lane_of(workspace_, workspace_.plan_rows()[*workspace_.plan_row_of(id)]) == PlanLane::Later;
        SnoozeCommand command{.invitations = {id}, .until = std::nullopt};
        const Day today = workspace_.today();
        if (!asleep) {
            const Verdict& verdict = *listed->verdict;
            command.until = Day{today.days_since_epoch + (listed->planned() ? later_days : leave_days)};
            if (verdict.action == Action::Wait && verdict.wait_until && *verdict.wait_until > today) command.until = verdict.wait_until;
            if (verdict.action == Action::AskIntroduction) command.until_known = FactCode::introduced_by_trusted;
        }
        if (!apply(command)) return;
        words = asleep ? strings_.text("toast.woken") : strings_.text("toast.later", {name, strings_.day(*command.until)});
    }
    refresh(workspace_, plan);
    const bool stays = plan.selected == id && selected_place(workspace_, plan) == place;
    select_place(workspace_, plan, stays ? place + 1 : place);
    if (plan.rows.empty()) plan.receipt_open = false;
    reveal_ = true;
    toast(std::move(words), true);
}

void DiscernApp::remove_entry() {
    const auto listed = shown_invitation();
    if (!listed || !listed->by_hand) return;
    const std::string name = listed->person->name;
    const std::size_t place = selected_place(workspace_, state_.plan).value_or(0);
    if (!apply(RemovePlanCommand{listed->invitation->id})) return;
    refresh(workspace_, state_.plan);
    select_place(workspace_, state_.plan, place);
    state_.plan.receipt_open = false;
    toast(strings_.text("toast.removed", {name}), true);
}

bool DiscernApp::back_in_plan() {
    PlanState& plan = state_.plan;
    if (plan.receipt_open) plan.receipt_open = false;
    else if (!plan.filter.text.empty()) plan.filter.text.clear();
    else return false;
    return true;
}

bool DiscernApp::select_planned(InvitationId invitation) {
    PlanState& plan = state_.plan;
    refresh(workspace_, plan);
    const auto row = workspace_.plan_row_of(invitation);
    if (!row || std::find(plan.rows.begin(), plan.rows.end(), *row) == plan.rows.end()) return false;
    if (plan.selected != invitation) turn_page(plan.receipt);
    plan.selected = invitation;
    reveal_ = true;
    return true;
}

void DiscernApp::show_planned(InvitationId invitation) {
    const auto row = workspace_.plan_row_of(invitation);
    if (!row) return;
    PlanState& plan = state_.plan;
    plan.filter.text.clear();
    const PlanLane lane = lane_of(workspace_, workspace_.plan_rows()[*row]);
    plan.lane = lane == PlanLane::Later || lane == PlanLane::Done ? lane : PlanLane::Open;
    select_planned(invitation);
    plan.receipt_open = true;
    go(View::Plan);
}

// What was begun and not added waits where it was left.
void DiscernApp::open_entry(Direction direction) {
    EntryState& entry = state_.entry;
    if (entry.editing || is_blank(entry)) begin_entry(entry, workspace_, direction);
    entry.direction = direction;
    entry.name.wanted = true;
    entry_begins_ = state_.dialog == Dialog::Welcome;
    open_dialog(Dialog::Entry);
}

void DiscernApp::open_entry_of_shown() {
    const auto listed = shown_invitation();
    if (!listed) return;
    edit_entry(state_.entry, workspace_, *listed);
    open_dialog(Dialog::Entry);
}

void DiscernApp::judge_entry() {
    EntryState& entry = state_.entry;
    const bool first = entry.judged_for.empty();
    const Action before = entry.verdict.action;
    const long sure = std::lround(entry.verdict.confidence * 100);
    if (!refresh_verdict(entry, workspace_, strings_, platform_->now()) || first) return;
    if (entry.verdict.action == before && std::lround(entry.verdict.confidence * 100) == sure) return;
    platform_->announce(strings_.text("announce.verdict", {strings_.text("action." + std::string(name_of(entry.verdict.action))),
                                                           std::to_string(std::lround(entry.verdict.confidence * 100))}), false);
}

void DiscernApp::carry_out_entry(const EntryChoices& choices) {
    if (choices.save) return save_entry();
    if (choices.remove && state_.entry.editing && apply(RemovePlanCommand{*state_.entry.editing})) {
        toast(strings_.text("toast.removed", {state_.entry.name.text}), true);
        state_.entry = {};
        close_dialog();
    } else if (choices.close) {
        close_dialog();
    }
}

void DiscernApp::save_entry() {
    EntryState& entry = state_.entry;
    if (entry.name.text.empty()) {
        entry.name_missing = true;
        entry.name.wanted = true;
        return;
    }
    // The first of one's own: the sample makes room, as it does for an archive.
    if (std::exchange(entry_begins_, false) && workspace_.document().sample) replace_document({}, true);
    const Goals goals = goals_with(entry, workspace_.goals());
    if (!(goals == workspace_.goals()) && !apply(SetGoalsCommand{workspace_.document().active_lens, goals})) return;
    const PlanCommand command = entry_command(entry, workspace_, {});
    const bool changed = apply(command);
    if (!changed && !entry.editing) return;  // another tab holds the document: what was typed stays
    const InvitationId id = entry.editing ? *entry.editing : workspace_.document().book.invitations.back().id;
    const bool added = !entry.editing;
    const Action action = entry.verdict.action;
    const std::string name = command.name;
    close_dialog();
    entry = {};
    if (added) show_invitation(id);
    if (changed) toast(added ? strings_.text("toast.added", {name, strings_.text("action." + std::string(name_of(action)))})
                             : strings_.text("toast.changed", {name}), true);
}

}  // namespace discern
