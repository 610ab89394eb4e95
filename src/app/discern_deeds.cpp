// What each deed does: verdicts, answers, undo, and moving about.
#include "app/discern_app.hpp"

#include "app/receipt_parts.hpp"
#include "text/profile_key.hpp"
#include "workspace/change.hpp"

#include <algorithm>
#include <cmath>

namespace discern {
namespace {

constexpr std::size_t page_rows = 8;

std::string_view toast_key(const Command& command, bool many) {
    if (std::holds_alternative<DecideCommand>(command)) return many ? "toast.decided_many" : "toast.decided";
    return "toast.taken_back";
}

}  // namespace

bool DiscernApp::apply(const Command& command) {
    if (platform_->store_state() == StoreState::ReadOnly) {
        toast(strings_.text("toast.read_only"), false);
        return false;
    }
    const std::uint64_t book = workspace_.book_generation();
    if (!workspace_.apply(command, platform_->now())) return false;
    keeper_.document_changed(workspace_.book_generation() != book, platform_->seconds_since_start());
    if (const auto* const rule = std::get_if<RulePeopleCommand>(&command)) {
        const std::string_view key = !rule->same ? "same.told_open" : *rule->same ? "same.told_same" : "same.told_two";
        toast(strings_.text(key, {workspace_.document().book.at(rule->one).name}), true);
        refresh(workspace_, state_.received);
    }
    if (std::holds_alternative<PartPeopleCommand>(command)) {
        toast(strings_.text("same.told_two", {workspace_.document().book.at(workspace_.document().rulings.back().one).name}), true);
        refresh(workspace_, state_.received);
    }
    if (std::holds_alternative<ClearDecisionCommand>(command)) {
        toast(strings_.text("toast.taken_back"), true);
        refresh(workspace_, state_.received);
    }
    return true;
}

void DiscernApp::toast(std::string text, bool can_undo) {
    const double now = platform_->seconds_since_start();
    platform_->announce(text, false);
    state_.toast = Toast{.text = std::move(text), .can_undo = can_undo, .until = now + toast_seconds, .since = now};
}

void DiscernApp::announce_selected() {
    const auto listed = shown_invitation();
    if (!listed) return;
    const Verdict& verdict = *listed->verdict;
    const std::string word = verdict.already_connected ? strings_.text("received.connected")
                                                       : strings_.text("action." + std::string(name_of(verdict.action)));
    platform_->announce(strings_.text("announce.selected", {listed->person->name, word,
                                                            std::to_string(std::lround(verdict.confidence * 100))}), false);
}

void DiscernApp::decide(Action action) {
    ReceivedState& received = state_.received;
    const std::vector<InvitationId> targets = targets_of(workspace_, received);
    if (targets.empty()) return;
    const std::size_t place = selected_place(workspace_, received).value_or(0);
    const std::optional<InvitationId> was = received.selected;
    const std::string name = targets.size() == 1 ? workspace_.person_of(workspace_.rows()[*workspace_.row_of(targets.front())]).name : std::string();
    const Command command = DecideCommand{targets, action, {}};
    const std::size_t rows_before = received.rows.size();
    if (!apply(command)) return;
    received.ticked.clear();
    refresh(workspace_, received);
    const std::size_t left = rows_before - std::min(rows_before, received.rows.size());
    // A row that stays in its lane is passed; one that left makes room for the next.
    const bool stays = place < received.rows.size() && was && workspace_.invitation_of(workspace_.rows()[received.rows[place]]).id == *was;
    select_place(workspace_, received, stays ? place + 1 : place);
    if (left > 0) {
        received.glide_started = platform_->seconds_since_start();
        received.glide_from = place;
        received.glide_rows = left;
    }
    reveal_ = true;
    received.anchor.reset();
    const std::string word = strings_.text("action." + std::string(name_of(action)));
    state_.last_decided = targets;
    toast(targets.size() == 1 ? strings_.text(toast_key(command, false), {word, name})
                              : strings_.text(toast_key(command, true), {word, grouped(targets.size())}), true);
    state_.toast->decided = targets;
    if (received.rows.empty()) received.receipt_open = false;
}

void DiscernApp::open_snooze() {
    if (targets_of(workspace_, state_.received).empty()) return;
    state_.snooze_date = {};
    open_dialog(Dialog::Snooze);
}

void DiscernApp::snooze(const SnoozePick& pick) {
    ReceivedState& received = state_.received;
    const std::vector<InvitationId> targets = targets_of(workspace_, received);
    if (targets.empty()) return;
    const std::size_t place = selected_place(workspace_, received).value_or(0);
    if (!apply(SnoozeCommand{targets, pick.until, pick.until_known})) return;
    received.ticked.clear();
    received.anchor.reset();
    refresh(workspace_, received);
    select_place(workspace_, received, place);
    reveal_ = true;
    if (pick.until) toast(strings_.counted("toast.snoozed", targets.size(), {strings_.day(*pick.until)}), true);
    else toast(strings_.text(pick.until_known ? "toast.snoozed_until_known" : "toast.woken"), true);
    if (received.rows.empty()) received.receipt_open = false;
}

void DiscernApp::give_reason(std::vector<InvitationId> targets) {
    const auto& decisions = workspace_.document().decisions;
    std::erase_if(targets, [&](InvitationId id) { return !decisions.contains(id); });
    if (targets.empty()) return toast(strings_.text("toast.no_decision"), false);
    state_.reason = {};
    state_.reason.text.text = decisions.at(targets.front()).reason;
    state_.reason.text.wanted = true;
    state_.reason.targets = std::move(targets);
    state_.toast.reset();
    open_dialog(Dialog::Reason);
}

// Ticks the selected row and the next one in that direction: what Shift and a cursor key do in every list.
void DiscernApp::tick_and_move(bool down) {
    ReceivedState& received = state_.received;
    const auto place = selected_place(workspace_, received);
    if (!place) return;
    const std::size_t next = down ? std::min(*place + 1, received.rows.size() - 1) : *place == 0 ? 0 : *place - 1;
    tick_range(workspace_, received, next);
    select_place(workspace_, received, next);
    reveal_ = true;
    announce_selected();
}

void DiscernApp::use_hint(Deed deed) {
    std::uint32_t& used = state_.received.hints_used;
    if (action_of(deed) && keyboard_last_) used |= bit_of(Hint::Decide);
    if (deed == Deed::Tick || deed == Deed::TickDown || deed == Deed::TickUp || deed == Deed::TickAll) used |= bit_of(Hint::Batch);
    if (deed == Deed::Filter) used |= bit_of(Hint::Filter);
    if (deed == Deed::Palette) used |= bit_of(Hint::Palette);
}

void DiscernApp::answer(Deed deed) {
    const auto listed = shown_invitation();
    if (!listed) return;
    const PersonId person = listed->invitation->person;
    const double amount = deed == Deed::AnswerNo ? 0.0 : 1.0;
    if (shown_receipt().favor_open) {
        const bool first = answer_of(*listed->person, FactCode::answer_would_do_favor) == nullptr;
        if (apply(answer_command(person, first ? FactCode::answer_would_do_favor : FactCode::answer_would_ask_favor, amount)) && !first)
            shown_receipt().favor_open = false;
        return;
    }
    const Verdict& verdict = *listed->verdict;
    // Where no question stands, N is the note.
    if (!verdict.ask && deed == Deed::AnswerNo) return open_desk_for_shown();
    if (!verdict.ask) return;
    const bool once = deed == Deed::AnswerOnce;
    if (once && verdict.ask->criterion != Criterion::Known) return;
    const FactCode code = once ? FactCode::met_once : answer_code_for(verdict.ask->criterion);
    if (apply(answer_command(person, code, amount))) announce_selected();
}

void DiscernApp::take_back() {
    std::vector<InvitationId> decided;
    for (const InvitationId id : targets_of(workspace_, state_.received))
        if (workspace_.document().decisions.contains(id)) decided.push_back(id);
    if (!decided.empty()) apply(ClearDecisionCommand{decided});
}

void DiscernApp::undo(bool again) {
    const std::uint64_t book = workspace_.book_generation();
    const auto done = again ? workspace_.redo() : workspace_.undo();
    if (!done) {
        toast(strings_.text(again ? "toast.nothing_to_redo" : "toast.nothing_to_undo"), false);
        return;
    }
    keeper_.document_changed(workspace_.book_generation() != book, platform_->seconds_since_start());
    std::vector<std::string> words = done->words;
    if (words.size() > 1 && action_from_name(words[1])) words[1] = strings_.text("action." + words[1]);
    refresh(workspace_, state_.received);
    if (!done->invitations.empty() && state_.view == View::Plan) select_planned(done->invitations.front());
    if (!done->invitations.empty() && state_.view == View::Received) {
        const auto row = workspace_.row_of(done->invitations.front());
        const auto& rows = state_.received.rows;
        if (row && std::find(rows.begin(), rows.end(), *row) != rows.end()) {
            state_.received.selected = done->invitations.front();
            reveal_ = true;
        }
    }
    toast(strings_.text(done->reason, words), false);
}

void DiscernApp::go(View view) {
    if (state_.desk.open) leave_desk();
    if (state_.view == view) return;
    state_.view = view;
    if (view == View::Goals) enter_goals(workspace_, state_.goals);
    constexpr std::string_view hashes[] = {"received", "plan", "goals", "journal", "settings"};
    platform_->set_location_hash(hashes[static_cast<std::size_t>(view)]);
    constexpr std::string_view titles[] = {"nav.received", "nav.plan", "nav.goals", "nav.journal", "nav.settings"};
    platform_->announce(strings_.text(titles[static_cast<std::size_t>(view)]), false);
}

void DiscernApp::show_invitation(InvitationId invitation) {
    const auto row = workspace_.row_of(invitation);
    if (!row) return show_planned(invitation);
    ReceivedState& received = state_.received;
    received.filter.text.clear();
    const bool open = workspace_.is_open(workspace_.rows()[*row]);
    received.lane = open ? Lane::All : workspace_.document().snoozed_until.contains(invitation) ? Lane::Snoozed : Lane::Decided;
    received.selected = invitation;
    received.receipt_open = true;
    refresh(workspace_, received);
    go(View::Received);
    reveal_ = true;
}

void DiscernApp::back() {
    if (state_.dialog != Dialog::None) {
        if (state_.dialog != Dialog::Importing) close_dialog();
        return;
    }
    if (state_.desk.open) return leave_desk();
    ReceivedState& received = state_.received;
    ReceiptState& receipt = shown_receipt();
    const bool in_list = state_.view == View::Received || state_.view == View::Plan;
    if (in_list && (receipt.favor_open || receipt.flip_open)) receipt.favor_open = receipt.flip_open = false;
    else if (state_.view == View::Plan && back_in_plan()) return;
    else if (state_.view != View::Received) go(View::Received);
    else if (received.receipt_open) received.receipt_open = false;
    else if (!received.ticked.empty()) received.ticked.clear();
    else received.filter.text.clear();
}

void DiscernApp::open_dialog(Dialog dialog) {
    state_.dialog = dialog;
    state_.dialog_scroll = {};
}

void DiscernApp::close_dialog() {
    if (state_.dialog == Dialog::Entry) platform_->end_field();
    if (state_.dialog == Dialog::Palette) {
        state_.palette.query = {};
        state_.palette.known = false;
    }
    if (state_.dialog == Dialog::Palette || state_.dialog == Dialog::Reason || state_.dialog == Dialog::Snooze || state_.dialog == Dialog::PasteHelp) platform_->end_field();
    state_.popover_at = {};
    if (state_.dialog == Dialog::Welcome && !settings_.welcomed) {
        settings_.welcomed = true;
        keep_settings();
    }
    state_.dialog = Dialog::None;
}

void DiscernApp::perform(Deed deed) {
    ReceivedState& received = state_.received;
    if (state_.view == View::Plan && perform_in_plan(deed)) return;
    refresh(workspace_, received);
    ReceiptState& receipt = shown_receipt();
    const auto move = [&](std::size_t place) {
        if (received.rows.empty()) return;
        select_place(workspace_, received, std::min(place, received.rows.size() - 1));
        reveal_ = true;
        announce_selected();
    };
    const std::size_t place = selected_place(workspace_, received).value_or(0);
    use_hint(deed);
    if (const auto action = action_of(deed)) {
        decide(*action);
        return;
    }
    switch (deed) {
        case Deed::Snooze: open_snooze(); break;
        case Deed::Wake: snooze({}); break;
        case Deed::Reason: give_reason(state_.toast && !state_.last_decided.empty() ? state_.last_decided : targets_of(workspace_, received)); break;
        case Deed::TakeBack: take_back(); break;
        case Deed::AnswerYes:
        case Deed::AnswerNo:
        case Deed::AnswerOnce: answer(deed); break;
        case Deed::OpenDesk: open_desk_for_shown(); break;
        case Deed::FavorTest: receipt.favor_open = !receipt.favor_open; break;
        case Deed::Flip: receipt.flip_open = !receipt.flip_open; break;
        case Deed::Numbers: receipt.numbers_open = !receipt.numbers_open; break;
        case Deed::Evidence: {
            const bool any = std::find(receipt.evidence_open.begin(), receipt.evidence_open.end(), true) != receipt.evidence_open.end();
            receipt.evidence_open.fill(!any);
            break;
        }
        case Deed::Tick:
            if (!received.selected) break;
            if (!received.ticked.erase(*received.selected)) received.ticked.insert(*received.selected);
            received.anchor = received.selected;
            move(place + 1);
            break;
        case Deed::TickDown: tick_and_move(true); break;
        case Deed::TickUp: tick_and_move(false); break;
        case Deed::TickAll: tick_all(workspace_, received); break;
        case Deed::ClearTicks:
            received.ticked.clear();
            received.anchor.reset();
            break;
        case Deed::SwitchLanes: switch_lanes(workspace_, received); reveal_ = true; break;
        case Deed::ListOptions: open_dialog(Dialog::ListOptions); break;
        case Deed::MoreDeeds: open_dialog(Dialog::MoreDeeds); break;
        case Deed::WorkSheet: open_dialog(Dialog::WorkSheet); break;
        case Deed::Print: platform_->print_html(printed_sheet()); break;
        case Deed::ShowLicences: open_dialog(Dialog::Licences); break;
        case Deed::Next: move(place + 1); break;
        case Deed::Previous: move(place == 0 ? 0 : place - 1); break;
        case Deed::PageDown: move(place + page_rows); break;
        case Deed::PageUp: move(place < page_rows ? 0 : place - page_rows); break;
        case Deed::First: move(0); break;
        case Deed::Last: move(received.rows.size()); break;
        case Deed::NextLane:
        case Deed::PreviousLane: step_lane(workspace_, received, deed == Deed::NextLane ? 1 : -1); reveal_ = true; break;
        case Deed::OpenReceipt: received.receipt_open = true; break;
        case Deed::Back: back(); break;
        case Deed::OpenProfile:
            if (const auto listed = shown_invitation(); listed && !listed->person->profile_key.empty())
                platform_->open_link(profile_url(listed->person->profile_key));
            break;
        case Deed::Undo: undo(false); break;
        case Deed::Redo: undo(true); break;
        case Deed::Filter:
            if (state_.view == View::Journal) {
                state_.journal.filter.wanted = true;
            } else {
                go(View::Received);
                received.receipt_open = false;
                received.filter.wanted = true;
            }
            break;
        case Deed::Palette:
            open_dialog(Dialog::Palette);
            state_.palette = {};
            state_.palette.query.wanted = true;
            break;
        case Deed::KeySheet: open_dialog(Dialog::Keys); break;
        case Deed::GoReceived: go(View::Received); break;
        case Deed::GoPlan: go(View::Plan); break;
        case Deed::GoGoals: go(View::Goals); break;
        case Deed::GoJournal: go(View::Journal); break;
        case Deed::GoSettings: go(View::Settings); break;
        case Deed::PickFiles: platform_->pick_files(); break;
        case Deed::SaveFile: save_to_file(); break;
        case Deed::ShowArchiveHelp: open_dialog(Dialog::ArchiveHelp); break;
        case Deed::ShowPasteHelp: open_dialog(Dialog::PasteHelp); break;
        case Deed::SwitchTheme: state_.settings.taste.theme = look_.scheme == Theme::Dark ? ThemeChoice::Light : ThemeChoice::Dark; break;
        case Deed::EraseEverything: open_dialog(Dialog::ConfirmErase); break;
        case Deed::NewEntry: open_entry(Direction::Outgoing); break;
        case Deed::NewReceived: open_entry(Direction::Incoming); break;
        case Deed::EditEntry: open_entry_of_shown(); break;
        case Deed::CompareLenses:
            open_dialog(Dialog::Compare);
            begin_comparison(state_.compare, workspace_);
            break;
        case Deed::SamePerson:
            state_.same_person = {};
            open_dialog(Dialog::SamePerson);
            break;
        case Deed::Accept:
        case Deed::Ask:
        case Deed::Ignore:
        case Deed::Report:
        case Deed::Follow: break;  // done above
        case Deed::MarkSent:
        case Deed::NotNow:
        case Deed::DontSend:
        case Deed::MarkWithdrawn:
        case Deed::RemoveEntry: break;  // of Sent & plan only
    }
}

}  // namespace discern
