#include "workspace/workspace.hpp"

#include "base/sorted.hpp"
#include "workspace/change.hpp"
#include "workspace/command_changes.hpp"
#include "workspace/filter.hpp"
#include "workspace/note_reading.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace discern {
namespace {

constexpr std::uint64_t never = std::numeric_limits<std::uint64_t>::max();
enum class Standing : std::uint8_t { Open, Snoozed, Decided };

std::optional<Lane> lane_of(Action action) {
    switch (action) {
        case Action::Accept: return Lane::Accept;
        case Action::AskFirst: return Lane::Ask;
        case Action::Ignore: return Lane::Ignore;
        case Action::Report: return Lane::Report;
        case Action::Follow: return Lane::Follow;
        default: return std::nullopt;
    }
}

}  // namespace

struct Workspace::State {
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
    JudgedRows judged, judged_otherwise, judged_plan;  // rows; rows under other goals; plan_rows
    JudgedRows tried, tried_plan;                      // an entry that is not in the document
    std::uint64_t times_tried = 0;
    std::uint64_t judged_for = never, judged_plan_for = never;
    std::uint64_t notes_read_for = never, plan_notes_read_for = never;
    std::vector<Standing> standings;
    std::uint64_t standings_made_for = never;
    std::vector<PlanRow> plan_rows;
    std::uint64_t plan_rows_made_for = never;
    SearchIndex search;
    std::uint64_t search_made_for = never;
    std::array<std::uint32_t, lane_count> counts{};
    std::uint64_t counts_made_for = never;

    template <class... HowToJudge>
    explicit State(Day day, const HowToJudge&... how)
        : today(day), judged(how...), judged_otherwise(how...), judged_plan(how...), tried(how...), tried_plan(how...) {}
    State(Day day, const Judge& judge, const Judge& judge_outgoing)
        : today(day), judged(judge), judged_otherwise(judge), judged_plan(judge_outgoing), tried(judge), tried_plan(judge_outgoing) {}

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

    template <class Rows>
    void read_notes(const Rows& of, std::uint64_t& made_for) {
        if (!note_reader || made_for == fact_generation) return;
        made_for = fact_generation;
        bool any = false;
        for (const auto& row : of) {
            Invitation& invitation = document.book.invitations[row.invitation];
            if (invitation.reading) continue;
            invitation.reading = note_reader(document.book, invitation);
            any = any || invitation.direction == Direction::Incoming;
        }
        if (any) add_book_signs(document.book);
    }

    // All incoming invitations are judged together, decided ones included: a decision moves no verdict.
    void judge_rows(JudgedRows& out, const Goals& goals) {
        refresh_rows();
        read_notes(rows, notes_read_for);
        std::vector<std::uint32_t> which(rows.size());
        std::ranges::transform(rows, which.begin(), &ReceivedRow::invitation);
        out.judge(document.book, std::move(which), goals, today, fact_generation);
    }

    void refresh_verdicts() {
        if (judged_for == verdict_generation) return;
        judge_rows(judged, active_goals());
        judged_for = verdict_generation;
    }

    void refresh_plan_verdicts() {
        if (judged_plan_for == verdict_generation) return;
        refresh_plan_rows();
        read_notes(plan_rows, plan_notes_read_for);
        std::vector<std::uint32_t> which(plan_rows.size());
        std::ranges::transform(plan_rows, which.begin(), &PlanRow::invitation);
        judged_plan.judge(document.book, std::move(which), active_goals(), today, fact_generation);
        judged_plan_for = verdict_generation;
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
            const bool sleeps_until = stands_at(snooze, document.snoozed_until, invitation.id);
            const bool awaits = stands_at(awaited, document.awaited, invitation.id);
            if (stands_at(decision, document.decisions, invitation.id) || invitation.accepted)
                standings[row] = Standing::Decided;
            else if ((sleeps_until || awaits) && (!sleeps_until || snooze->second > today) &&
                     (!awaits || !is_known(document.book.at(invitation.person), awaited->second)))
                standings[row] = Standing::Snoozed;
        }
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
        return lane_of(outline_at(row).action) == lane;
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

Workspace::Workspace(const JudgementKnowledge& knowledge, Day today)
    : state_(std::make_shared<State>(today, knowledge)) {}

Workspace::Workspace(Judge judge, Day today, CaseJudge judge_outgoing)
    : state_(std::make_shared<State>(
          today, judge,
          Judge([one = std::move(judge_outgoing)](const PersonBook& book, std::span<const std::uint32_t> which,
                                                  const Goals& goals, Day day) {
              std::vector<Verdict> verdicts;
              for (const std::uint32_t i : which)
                  verdicts.push_back(one ? one(book, book.invitations[i], goals, day) : Verdict());
              return verdicts;
          }))) {}

void Workspace::set_note_reader(NoteReader reader) {
    state_->note_reader = std::move(reader);
    for (Invitation& invitation : state_->document.book.invitations) invitation.reading.reset();
    ++state_->fact_generation;
    ++state_->verdict_generation;
    ++state_->generation;
}

const Document& Workspace::document() const { return state_->document; }
const Goals& Workspace::goals() const { return state_->active_goals(); }
Day Workspace::today() const { return state_->today; }

void Workspace::set_today(Day today) {
    if (today == state_->today) return;
    state_->today = today;
    ++state_->verdict_generation;
    ++state_->generation;
}

void Workspace::replace(Document document) {
    if (document.lenses.empty()) document.lenses.emplace_back();
    if (lens_of(document, document.active_lens) == nullptr) document.active_lens = document.lenses.front().id;
    for (const Lens& lens : document.lenses) document.highest_lens = std::max(document.highest_lens, lens.id);
    for (Person& person : document.book.people) order_answers(person);
    state_->document = std::move(document);
    state_->undo_stack.clear();
    state_->redo_stack.clear();
    ++state_->book_generation;
    ++state_->fact_generation;
    ++state_->verdict_generation;
    ++state_->generation;
}

bool Workspace::apply(const Command& command, Instant now) {
    auto entry = entry_for(command, state_->scene(now));
    if (!entry) return false;
    if (!state_->merge_into_gesture(*entry)) {
        exchange(state_->document, entry->change);
        state_->note_change(entry->change);
        state_->undo_stack.push_back(std::move(*entry));
    }
    state_->redo_stack.clear();
    return true;
}

bool Workspace::can_undo() const { return !state_->undo_stack.empty(); }
bool Workspace::can_redo() const { return !state_->redo_stack.empty(); }

std::optional<Workspace::Done> Workspace::undo() {
    return state_->step(state_->undo_stack, state_->redo_stack, "undo.");
}

std::optional<Workspace::Done> Workspace::redo() {
    return state_->step(state_->redo_stack, state_->undo_stack, "redo.");
}

std::uint64_t Workspace::generation() const { return state_->generation; }
std::uint64_t Workspace::verdict_generation() const { return state_->verdict_generation; }
std::uint64_t Workspace::book_generation() const { return state_->book_generation; }

std::span<const ReceivedRow> Workspace::rows() const {
    state_->refresh_rows();
    return state_->rows;
}

const Outline& Workspace::outline_of(const ReceivedRow& row) const {
    state_->refresh_verdicts();
    return state_->outline_at(row.verdict);
}

const Verdict& Workspace::verdict_of(const ReceivedRow& row) const {
    state_->refresh_verdicts();
    return state_->judged.verdict(state_->document.book, row.verdict);
}

std::span<const std::string> Workspace::flag_codes() const { return state_->judged.flag_codes(); }

const Invitation& Workspace::invitation_of(const ReceivedRow& row) const { return state_->invitation_at(row); }

const Person& Workspace::person_of(const ReceivedRow& row) const {
    return state_->document.book.at(invitation_of(row).person);
}

std::optional<Decision> Workspace::decision_of(const ReceivedRow& row) const {
    return state_->decision_about(invitation_of(row).id);
}

bool Workspace::is_open(const ReceivedRow& row) const {
    state_->refresh_standings();
    return state_->standings[row.verdict] == Standing::Open;
}

std::optional<std::uint32_t> Workspace::row_of(InvitationId invitation) const { return state_->row_of(invitation); }

std::vector<std::uint32_t> Workspace::rows_in(Lane lane, std::string_view filter) const {
    const auto terms = filter_terms_from(filter);
    state_->refresh_standings();
    const bool wants_verdicts = lane != Lane::All && lane != Lane::Snoozed && lane != Lane::Decided;
    const bool judged_terms = needs_verdicts(terms);
    if (wants_verdicts || judged_terms) state_->refresh_verdicts();
    if (!terms.empty()) (void)state_->refresh_search(state_->rows.size());
    std::vector<std::uint32_t> found;
    for (std::uint32_t row = 0; row < state_->rows.size(); ++row) {
        if (!state_->is_in(row, lane)) continue;
        const Outline* outline = judged_terms ? &state_->outline_at(row) : nullptr;
        if (terms.empty() || state_->search.matches(row, terms, outline, flag_codes())) found.push_back(row);
    }
    return found;
}

bool Workspace::prepare_search(std::size_t rows_at_most) const { return state_->refresh_search(rows_at_most); }

std::array<std::uint32_t, lane_count> Workspace::lane_counts() const {
    if (state_->counts_made_for == state_->generation) return state_->counts;
    state_->refresh_standings();
    state_->refresh_verdicts();
    state_->counts = {};
    const auto count = [this](Lane lane) { ++state_->counts[static_cast<std::size_t>(lane)]; };
    for (std::uint32_t row = 0; row < state_->rows.size(); ++row) {
        if (state_->standings[row] == Standing::Snoozed) count(Lane::Snoozed);
        if (state_->standings[row] == Standing::Decided) count(Lane::Decided);
        if (state_->standings[row] != Standing::Open) continue;
        count(Lane::All);
        if (state_->outline_at(row).confidence < needs_you_below) count(Lane::NeedsYou);
        if (const auto lane = lane_of(state_->outline_at(row).action)) count(*lane);
    }
    state_->counts_made_for = state_->generation;
    return state_->counts;
}

std::span<const PlanRow> Workspace::plan_rows() const {
    state_->refresh_plan_rows();
    return state_->plan_rows;
}

const Outline& Workspace::outline_of(const PlanRow& row) const {
    state_->refresh_plan_verdicts();
    return state_->judged_plan.outlines()[row.verdict];
}

const Verdict& Workspace::verdict_of(const PlanRow& row) const {
    state_->refresh_plan_verdicts();
    return state_->judged_plan.verdict(state_->document.book, row.verdict);
}

const Invitation& Workspace::invitation_of(const PlanRow& row) const { return state_->invitation_at(row); }

const Person& Workspace::person_of(const PlanRow& row) const {
    return state_->document.book.at(invitation_of(row).person);
}

Verdict Workspace::verdict_after(const PlanCommand& command, const Goals& goals, Instant now) const {
    auto entry = entry_for(command, state_->scene(now));
    if (entry) exchange(state_->document, entry->change);
    PersonBook& book = state_->document.book;
    const InvitationId id = entry ? entry->done.invitations.front() : command.invitation.value_or(InvitationId{});
    const auto found = std::ranges::find(book.invitations, id, &Invitation::id);
    Verdict verdict;
    if (found != book.invitations.end()) {
        if (state_->note_reader) found->reading = state_->note_reader(book, *found);
        JudgedRows& judge = found->direction == Direction::Incoming ? state_->tried : state_->tried_plan;
        judge.judge(book, {static_cast<std::uint32_t>(found - book.invitations.begin())}, goals, state_->today, ++state_->times_tried);
        verdict = judge.verdict(book, 0);
    }
    if (entry) exchange(state_->document, entry->change);
    // The note that stands is read again: taking the edit back dropped what was read of it.
    if (const auto stands = std::ranges::find(book.invitations, id, &Invitation::id);
        stands != book.invitations.end() && state_->note_reader)
        stands->reading = state_->note_reader(book, *stands);
    return verdict;
}

std::vector<Outline> Workspace::outlines_under(const Goals& goals) const {
    state_->judge_rows(state_->judged_otherwise, goals);
    return state_->judged_otherwise.outlines();
}

std::vector<Verdict> Workspace::verdicts_under(const Goals& goals, std::span<const std::uint32_t> which) const {
    state_->judge_rows(state_->judged_otherwise, goals);
    std::vector<Verdict> verdicts;
    for (const std::uint32_t row : which) verdicts.push_back(state_->judged_otherwise.verdict(state_->document.book, row));
    return verdicts;
}

std::optional<Decision> Workspace::decision_of(const PlanRow& row) const {
    return state_->decision_about(invitation_of(row).id);
}

bool Workspace::is_snoozed(const PlanRow& row) const {
    const Snooze snooze = snooze_of(state_->document, invitation_of(row).id);
    if (snooze == Snooze{} || (snooze.until && *snooze.until <= state_->today)) return false;
    return !snooze.until_known || !is_known(person_of(row), *snooze.until_known);
}

std::optional<std::uint32_t> Workspace::plan_row_of(InvitationId invitation) const {
    return state_->plan_row_of(invitation);
}

std::optional<ListedInvitation> Workspace::listed(InvitationId id) const {
    const auto gathered = [&](const auto& row) {
        const Invitation& invitation = invitation_of(row);
        return ListedInvitation{.invitation = &invitation,
                                .person = &person_of(row),
                                .verdict = &verdict_of(row),
                                .decision = decision_of(row),
                                .by_hand = invitation.source.file == 0};
    };
    if (const auto row = row_of(id)) return gathered(rows()[*row]);
    if (const auto row = plan_row_of(id)) return gathered(plan_rows()[*row]);
    return std::nullopt;
}

}  // namespace discern
