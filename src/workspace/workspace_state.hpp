// What stands behind a Workspace: the document, the undo stacks, and what is derived, each with the generation that it was
// made for. Internal to workspace.cpp.
#pragma once

#include "base/sorted.hpp"
#include "workspace/change.hpp"
#include "workspace/command_changes.hpp"
#include "workspace/filter.hpp"
#include "workspace/note_reading.hpp"
#include "workspace/workspace.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace discern {

enum class Standing : std::uint8_t { Open, Snoozed, Decided };

[[nodiscard]] inline std::optional<Lane> lane_by_action(Action action) {
    switch (action) {
        case Action::Accept: return Lane::Accept;
        case Action::AskFirst: return Lane::Ask;
        case Action::Ignore: return Lane::Ignore;
        case Action::Report: return Lane::Report;
        case Action::Follow: return Lane::Follow;
        default: return std::nullopt;
    }
}

struct Workspace::State {
    static constexpr std::uint64_t never = std::numeric_limits<std::uint64_t>::max();
    static constexpr std::size_t all = std::numeric_limits<std::size_t>::max();

    using HowToJudge = std::function<JudgedRows(bool outgoing)>;
    HowToJudge judged_by;
    NoteReader note_reader;
    Day today;
    Document document;
    std::vector<UndoEntry> undo_stack, redo_stack;

    std::uint64_t generation = 1;          // of everything
    std::uint64_t verdict_generation = 1;  // of what verdicts depend on
    std::uint64_t fact_generation = 1;     // the same without goals, and without what reread() was told of
    std::uint64_t book_generation = 1;     // of names, notes and rows

    // Caches, each with the generation that it was made for.
    std::vector<ReceivedRow> rows;
    std::vector<std::uint32_t> rows_by_id;  // indices into rows, by InvitationId
    std::uint64_t rows_made_for = never;
    // Rows; rows under other goals; plan_rows.
    JudgedRows judged = judged_by(false), judged_otherwise = judged_by(false), judged_plan = judged_by(true);
    JudgedRows tried = judged_by(false), tried_plan = judged_by(true);  // an entry that is not in the document
    std::uint64_t times_tried = 0;
    std::uint64_t judged_for = never, judged_plan_for = never;
    struct NotesRead {
        std::uint64_t begun_for = never, made_for = never;
        std::size_t next = 0;  // row
        bool any = false;      // incoming ones, now
    };
    NotesRead notes_read, plan_notes_read;
    std::vector<Standing> standings;
    std::uint64_t standings_made_for = never;
    std::vector<PlanRow> plan_rows;
    std::uint64_t plan_rows_made_for = never;
    SearchIndex search;
    std::uint64_t search_made_for = never;
    std::array<std::uint32_t, lane_count> counts{};
    std::uint64_t counts_made_for = never;

    State(Day day, HowToJudge how) : judged_by(std::move(how)), today(day) {}

    void note_change(const Change& change) {
        ++generation;
        if (touches_verdicts(change)) ++verdict_generation;
        if (touches_book(change)) ++book_generation;
        if (const auto* answer = std::get_if<AnswerChange>(&change))
            for (JudgedRows* rows_of : {&judged, &judged_otherwise, &judged_plan}) rows_of->reread(answer->person);
        else if (touches_facts(change)) ++fact_generation;
    }

    template <class Row>
    const Invitation& invitation_at(const Row& row) const {
        return document.book.invitations[row.invitation];
    }

    void refresh_rows() {
        if (rows_made_for == book_generation) return;
        rows_made_for = book_generation;
        // Sorted by keys that lie side by side, not through the invitations: there may be 10,000 of them.
        const auto& invitations = document.book.invitations;
        std::vector<std::pair<std::int64_t, std::uint32_t>> by_time;
        for (std::uint32_t i = 0; i < invitations.size(); ++i)
            if (invitations[i].direction == Direction::Incoming)
                by_time.emplace_back(invitations[i].sent_at ? -invitations[i].sent_at->seconds_since_epoch
                                                            : std::numeric_limits<std::int64_t>::max(),
                                     i);
        sort_stably(by_time);  // newest first; those without a date last; equal times in the order of the file
        rows.clear();
        std::vector<std::pair<InvitationId, std::uint32_t>> by_id;
        for (const auto& [time, invitation] : by_time) {
            const auto row = static_cast<std::uint32_t>(rows.size());
            rows.push_back({.invitation = invitation, .verdict = row});
            by_id.emplace_back(invitations[invitation].id, row);
        }
        sort_stably(by_id);
        rows_by_id.resize(rows.size());
        std::ranges::transform(by_id, rows_by_id.begin(), &std::pair<InvitationId, std::uint32_t>::second);
    }

    // Planned ones first, newest entry first; then those sent, newest first; those without a date last.
    void refresh_plan_rows() {
        if (plan_rows_made_for == book_generation) return;
        plan_rows_made_for = book_generation;
        plan_rows.clear();
        const auto& invitations = document.book.invitations;
        for (std::uint32_t i = 0; i < invitations.size(); ++i)
            if (invitations[i].direction == Direction::Outgoing && !invitations[i].accepted)
                plan_rows.push_back({.invitation = i, .verdict = 0, .planned = is_planned(invitations[i])});
        const auto sent = [&](const PlanRow& row) { return invitations[row.invitation].sent_at; };
        sort_stably(plan_rows, [&](const PlanRow& one, const PlanRow& other) {
            if (one.planned != other.planned) return one.planned;
            return !one.planned && sent(one) > sent(other);
        });
        for (std::uint32_t i = 0; i < plan_rows.size(); ++i) plan_rows[i].verdict = i;
    }

    // Reads at most so many notes; true when all of these rows have been read.
    template <class Rows>
    bool read_notes(const Rows& of, NotesRead& so_far, std::size_t notes_at_most) {
        if (!note_reader || so_far.made_for == fact_generation) return true;
        if (so_far.begun_for != fact_generation) so_far = {.begun_for = fact_generation};
        for (; so_far.next < of.size(); ++so_far.next) {
            Invitation& invitation = document.book.invitations[of[so_far.next].invitation];
            if (invitation.reading) continue;
            if (notes_at_most-- == 0) return false;
            invitation.reading = note_reader(document.book, invitation);
            so_far.any = so_far.any || invitation.direction == Direction::Incoming;
        }
        if (so_far.any) add_book_signs(document.book);
        so_far.made_for = fact_generation;
        return true;
    }

    template <class Rows>
    [[nodiscard]] static std::vector<std::uint32_t> invitations_of(const Rows& rows) {
        std::vector<std::uint32_t> which(rows.size());
        std::ranges::transform(rows, which.begin(), [](const auto& row) { return row.invitation; });
        return which;
    }

    // All incoming invitations are judged together, decided ones included: a decision moves no verdict.
    void judge_rows(JudgedRows& out, const Goals& goals) {
        refresh_rows();
        (void)read_notes(rows, notes_read, all);
        out.judge(document.book, invitations_of(rows), goals, today, fact_generation);
    }

    void refresh_verdicts() {
        if (judged_for == verdict_generation) return;
        judge_rows(judged, active_goals());
        judged_for = verdict_generation;
    }

    void refresh_plan_verdicts() {
        if (judged_plan_for == verdict_generation) return;
        refresh_plan_rows();
        (void)read_notes(plan_rows, plan_notes_read, all);
        judged_plan.judge(document.book, invitations_of(plan_rows), active_goals(), today, fact_generation);
        judged_plan_for = verdict_generation;
    }

    // The first of these steps that is not done yet, or a part of it; true when all are done.
    bool prepare(std::size_t rows_at_most) {
        if (rows_made_for != book_generation || plan_rows_made_for != book_generation) {
            refresh_rows();
            refresh_plan_rows();
            return false;
        }
        const auto ready = [&](const auto& of, NotesRead& notes, JudgedRows& out, std::uint64_t judged_at) {
            return judged_at == verdict_generation ||
                   (read_notes(of, notes, rows_at_most) &&
                    out.outline_some(document.book, invitations_of(of), active_goals(), today, fact_generation, rows_at_most));
        };
        if (!ready(rows, notes_read, judged, judged_for)) return false;
        if (judged_for != verdict_generation) {
            refresh_verdicts();
            return false;
        }
        if (!ready(plan_rows, plan_notes_read, judged_plan, judged_plan_for)) return false;
        refresh_plan_verdicts();
        return true;
    }

    [[nodiscard]] const Outline& outline_at(std::uint32_t row) const { return judged.outlines()[row]; }

    // Walks rows and the sorted decisions and snoozes side by side: no search per row.
    void refresh_standings() {
        if (standings_made_for == generation) return;
        standings_made_for = generation;
        refresh_rows();
        standings.assign(rows.size(), Standing::Open);
        auto decision = document.decisions.begin();
        auto snooze = document.snoozed_until.begin();
        auto awaited = document.awaited.begin();
        const auto stands_at = [](auto& place, const auto& entries, InvitationId id) {
            while (place != entries.end() && place->first < id) ++place;
            return place != entries.end() && place->first == id;
        };
        for (const std::uint32_t row : rows_by_id) {
            const Invitation& invitation = invitation_at(rows[row]);
            Snooze sleep;
            if (stands_at(snooze, document.snoozed_until, invitation.id)) sleep.until = snooze->second;
            if (stands_at(awaited, document.awaited, invitation.id)) sleep.until_known = awaited->second;
            if (stands_at(decision, document.decisions, invitation.id) || invitation.accepted)
                standings[row] = Standing::Decided;
            else if (lasts(sleep, document.book.at(invitation.person)))
                standings[row] = Standing::Snoozed;
        }
    }

    // Whichever comes first, the day or the fact, ends a sleep.
    [[nodiscard]] bool lasts(const Snooze& sleep, const Person& person) const {
        if (sleep == Snooze{} || (sleep.until && *sleep.until <= today)) return false;
        return !sleep.until_known || !is_known(person, *sleep.until_known);
    }

    // Folds the words of at most so many further rows; true when all are ready.
    bool refresh_search(std::size_t rows_at_most) {
        refresh_rows();
        if (search_made_for != book_generation) {
            search_made_for = book_generation;
            search.clear();
        }
        const std::size_t end = search.size() + std::min(rows.size() - search.size(), rows_at_most);
        while (search.size() < end) {
            const Invitation& invitation = invitation_at(rows[search.size()]);
            search.add(document.book.at(invitation.person), invitation);
        }
        return search.size() == rows.size();
    }

    [[nodiscard]] const Goals& active_goals() const {
        const Lens* lens = lens_of(document, document.active_lens);
        return lens != nullptr ? lens->goals : document.lenses.front().goals;
    }

    [[nodiscard]] bool is_in(std::uint32_t row, Lane lane) const {
        const Standing standing = standings[row];
        if (lane == Lane::Snoozed) return standing == Standing::Snoozed;
        if (lane == Lane::Decided) return standing == Standing::Decided;
        if (standing != Standing::Open) return false;
        if (lane == Lane::All) return true;
        if (lane == Lane::NeedsYou) return outline_at(row).confidence < needs_you_below;
        return lane_by_action(outline_at(row).action) == lane;
    }

    [[nodiscard]] std::optional<Decision> decision_about(InvitationId id) const {
        const auto found = document.decisions.find(id);
        if (found == document.decisions.end()) return std::nullopt;
        return found->second;
    }

    // Few enough to be looked through.
    std::optional<std::uint32_t> plan_row_of(InvitationId id) {
        refresh_plan_rows();
        for (std::uint32_t row = 0; row < plan_rows.size(); ++row)
            if (invitation_at(plan_rows[row]).id == id) return row;
        return std::nullopt;
    }

    std::optional<std::uint32_t> row_of(InvitationId id) {
        refresh_rows();
        const auto found = std::ranges::lower_bound(rows_by_id, id, {},
                                                    [&](std::uint32_t row) { return invitation_at(rows[row]).id; });
        if (found == rows_by_id.end() || invitation_at(rows[*found]).id != id) return std::nullopt;
        return *found;
    }

    [[nodiscard]] CommandScene scene(Instant now) {
        return {.document = document,
                .today = today,
                .now = now,
                .is_listed = [this](InvitationId id) { return row_of(id) || plan_row_of(id); },
                .outline_of = [this](InvitationId id) -> const Outline& {
                    if (const auto row = row_of(id)) {
                        refresh_verdicts();
                        return outline_at(*row);
                    }
                    refresh_plan_verdicts();
                    return judged_plan.outlines()[*plan_row_of(id)];
                }};
    }

    // One gesture is one step back: the older change already holds what was before it.
    bool merge_into_gesture(UndoEntry& entry) {
        if (undo_stack.empty() || !continues_gesture(undo_stack.back().change, entry.change)) return false;
        exchange(document, entry.change);
        note_change(entry.change);
        return true;
    }

    std::optional<Done> step(std::vector<UndoEntry>& from, std::vector<UndoEntry>& to, std::string_view prefix) {
        if (from.empty()) return std::nullopt;
        UndoEntry entry = std::move(from.back());
        from.pop_back();
        exchange(document, entry.change);
        note_change(entry.change);
        Done done = entry.done;
        done.reason.insert(0, prefix);
        to.push_back(std::move(entry));
        return done;
    }
};

}  // namespace discern
