#include "workspace/workspace.hpp"

#include "workspace/change.hpp"
#include "workspace/filter.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace discern {
namespace {

constexpr std::uint64_t never = std::numeric_limits<std::uint64_t>::max();

enum class Standing : std::uint8_t { Open, Snoozed, Decided };

struct UndoEntry {
    Change change;
    Workspace::Done done;  // without "undo." or "redo."
};

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

// Brings the user's facts of one person into the order that exchange_answer keeps; of two with one code the later wins.
void order_answers(Person& person) {
    if (std::ranges::none_of(person.facts, is_answer)) return;
    std::vector<Fact> facts = std::move(person.facts);
    person.facts.clear();
    for (Fact& fact : facts)
        if (!is_answer(fact)) person.facts.push_back(std::move(fact));
    for (Fact& fact : facts)
        if (is_answer(fact)) {
            const FactCode code = fact.code;
            exchange_answer(person, code, std::move(fact));
        }
}

// A batch may name an invitation twice; it is changed once.
std::vector<InvitationId> once_each(std::span<const InvitationId> ids) {
    std::vector<InvitationId> unique(ids.begin(), ids.end());
    std::ranges::sort(unique);
    unique.erase(std::ranges::unique(unique).begin(), unique.end());
    return unique;
}

// "decided.one" with the person's name, or "decided.many" with the count.
Workspace::Done done_for(std::string_view what, const Document& document, std::vector<InvitationId> ids) {
    Workspace::Done done;
    done.reason = std::string(what) + (ids.size() == 1 ? ".one" : ".many");
    if (ids.size() == 1) {
        const auto found = std::ranges::find(document.book.invitations, ids.front(), &Invitation::id);
        done.words.push_back(found == document.book.invitations.end() ? std::string()
                                                                       : document.book.at(found->person).name);
    } else {
        done.words.push_back(std::to_string(ids.size()));
    }
    done.invitations = std::move(ids);
    return done;
}

}  // namespace

struct Workspace::State {
    Judge judge;
    NoteReader note_reader;
    Day today;
    Document document;
    std::vector<UndoEntry> undo_stack, redo_stack;

    std::uint64_t generation = 1;          // of everything
    std::uint64_t verdict_generation = 1;  // of what verdicts depend on
    std::uint64_t book_generation = 1;     // of names, notes and rows

    // Caches, each with the generation that it was made for.
    std::vector<ReceivedRow> rows;
    std::vector<std::uint32_t> rows_by_id;  // indices into rows, by InvitationId
    std::uint64_t rows_made_for = never;
    std::vector<Verdict> verdicts;
    std::uint64_t verdicts_made_for = never;
    std::vector<Standing> standings;
    std::uint64_t standings_made_for = never;
    SearchIndex search;
    std::uint64_t search_made_for = never;
    std::array<std::uint32_t, lane_count> counts{};
    std::uint64_t counts_made_for = never;

    void note_change(const Change& change) {
        ++generation;
        if (touches_verdicts(change)) ++verdict_generation;
    }

    const Invitation& invitation_at(const ReceivedRow& row) const { return document.book.invitations[row.invitation]; }

    void refresh_rows() {
        if (rows_made_for == book_generation) return;
        rows_made_for = book_generation;
        rows.clear();
        const auto& invitations = document.book.invitations;
        for (std::uint32_t i = 0; i < invitations.size(); ++i)
            if (invitations[i].direction == Direction::Incoming) rows.push_back({.invitation = i});
        // Newest first; those without a date last; equal times in the order of the file.
        std::ranges::stable_sort(rows, std::ranges::greater{},
                                 [&](const ReceivedRow& row) { return invitations[row.invitation].sent_at; });
        for (std::uint32_t i = 0; i < rows.size(); ++i) rows[i].verdict = i;
        rows_by_id.resize(rows.size());
        std::iota(rows_by_id.begin(), rows_by_id.end(), 0U);
        std::ranges::stable_sort(rows_by_id, {}, [&](std::uint32_t row) { return invitation_at(rows[row]).id; });
    }

    void read_notes() {
        if (!note_reader) return;
        for (const ReceivedRow& row : rows) {
            Invitation& invitation = document.book.invitations[row.invitation];
            if (!invitation.reading) invitation.reading = note_reader(document.book, invitation);
        }
    }

    void refresh_verdicts() {
        if (verdicts_made_for == verdict_generation) return;
        refresh_rows();
        read_notes();
        // All incoming invitations are judged together, decided ones included: so base rates, and with them the other
        // verdicts, do not move when one is decided.
        std::vector<std::uint32_t> which(rows.size());
        std::ranges::transform(rows, which.begin(), &ReceivedRow::invitation);
        verdicts = judge ? judge(document.book, which, active_goals(), today) : std::vector<Verdict>();
        verdicts.resize(rows.size());
        verdicts_made_for = verdict_generation;
    }

    // Walks rows and the sorted decisions and snoozes side by side: no search per row.
    void refresh_standings() {
        if (standings_made_for == generation) return;
        standings_made_for = generation;
        refresh_rows();
        standings.assign(rows.size(), Standing::Open);
        auto decision = document.decisions.begin();
        auto snooze = document.snoozed_until.begin();
        for (const std::uint32_t row : rows_by_id) {
            const Invitation& invitation = invitation_at(rows[row]);
            while (decision != document.decisions.end() && decision->first < invitation.id) ++decision;
            while (snooze != document.snoozed_until.end() && snooze->first < invitation.id) ++snooze;
            if (invitation.accepted || (decision != document.decisions.end() && decision->first == invitation.id))
                standings[row] = Standing::Decided;
            else if (snooze != document.snoozed_until.end() && snooze->first == invitation.id && snooze->second > today)
                standings[row] = Standing::Snoozed;
        }
    }

    void refresh_search() {
        if (search_made_for == book_generation) return;
        search_made_for = book_generation;
        refresh_rows();
        search.clear();
        for (const ReceivedRow& row : rows)
            search.add(document.book.at(invitation_at(row).person), invitation_at(row));
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
        if (lane == Lane::NeedsYou) return verdicts[row].confidence < needs_you_below;
        return lane_of(verdicts[row].action) == lane;
    }

    std::optional<std::uint32_t> row_of(InvitationId id) {
        refresh_rows();
        const auto found = std::ranges::lower_bound(rows_by_id, id, {},
                                                    [&](std::uint32_t row) { return invitation_at(rows[row]).id; });
        if (found == rows_by_id.end() || invitation_at(rows[*found]).id != id) return std::nullopt;
        return *found;
    }

    // ---- commands become changes; an empty optional means that nothing would change ----
    std::optional<UndoEntry> entry_for(const DecideCommand& command, Instant now) {
        DecisionsChange change;
        std::vector<InvitationId> ids;
        for (const InvitationId id : once_each(command.invitations)) {
            const auto row = row_of(id);
            if (!row) continue;
            const auto stands = document.decisions.find(id);
            if (stands != document.decisions.end() && stands->second.action == command.action &&
                stands->second.reason == command.reason)
                continue;
            refresh_verdicts();
            const Verdict& verdict = verdicts[*row];
            change.other.emplace_back(id, Decision{.action = command.action,
                                                   .decided_at = now,
                                                   .verdict = verdict.action,
                                                   .confidence = verdict.confidence,
                                                   .reason = command.reason});
            ids.push_back(id);
        }
        if (ids.empty()) return std::nullopt;
        Done done = done_for("decided", document, std::move(ids));
        done.words.emplace_back(name_of(command.action));
        return UndoEntry{std::move(change), std::move(done)};
    }

    std::optional<UndoEntry> entry_for(const ClearDecisionCommand& command, Instant) {
        DecisionsChange change;
        std::vector<InvitationId> ids;
        for (const InvitationId id : once_each(command.invitations))
            if (document.decisions.contains(id)) {
                change.other.emplace_back(id, std::nullopt);
                ids.push_back(id);
            }
        if (ids.empty()) return std::nullopt;
        return UndoEntry{std::move(change), done_for("cleared", document, std::move(ids))};
    }

    std::optional<UndoEntry> entry_for(const SnoozeCommand& command, Instant) {
        SnoozesChange change;
        std::vector<InvitationId> ids;
        for (const InvitationId id : once_each(command.invitations)) {
            const auto stands = document.snoozed_until.find(id);
            const auto before = stands == document.snoozed_until.end() ? std::optional<Day>() : stands->second;
            if (before == command.until || !row_of(id)) continue;
            change.other.emplace_back(id, command.until);
            ids.push_back(id);
        }
        if (ids.empty()) return std::nullopt;
        return UndoEntry{std::move(change), done_for(command.until ? "snoozed" : "woken", document, std::move(ids))};
    }

    std::optional<UndoEntry> entry_for(const AnswerCommand& command, Instant) {
        if (command.person.index >= document.book.people.size()) return std::nullopt;
        Fact fact = command.fact;
        fact.source = {};
        if (!fact.when) fact.when = today;
        return answer_entry("answered", command.person, fact.code, fact);
    }

    std::optional<UndoEntry> entry_for(const ClearAnswerCommand& command, Instant) {
        if (command.person.index >= document.book.people.size()) return std::nullopt;
        return answer_entry("answer_cleared", command.person, command.code, std::nullopt);
    }

    std::optional<UndoEntry> answer_entry(std::string_view what, PersonId person, FactCode code,
                                          std::optional<Fact> answer) {
        const Fact* stands = answer_of(document.book.at(person), code);
        if (stands == nullptr ? !answer : answer && *stands == *answer) return std::nullopt;
        UndoEntry entry{AnswerChange{person, code, std::move(answer)}, {}};
        entry.done.reason = what;
        entry.done.words = {document.book.at(person).name, std::string(name_of(code))};
        for (const Invitation& invitation : document.book.invitations)
            if (invitation.person == person && invitation.direction == Direction::Incoming)
                entry.done.invitations.push_back(invitation.id);
        return entry;
    }

    std::optional<UndoEntry> entry_for(const SetGoalsCommand& command, Instant) {
        const Lens* lens = lens_of(document, command.lens);
        if (lens == nullptr || lens->goals == command.goals) return std::nullopt;
        UndoEntry entry{GoalsChange{command.lens, command.goals, command.gesture}, {}};
        entry.done.reason = "goals";
        entry.done.words = {lens->name};
        return entry;
    }

    // One gesture is one step back: the older change already holds the goals from before it.
    bool merge_into_gesture(UndoEntry& entry) {
        auto* const goals = std::get_if<GoalsChange>(&entry.change);
        if (goals == nullptr || goals->gesture == 0 || undo_stack.empty()) return false;
        const auto* const last = std::get_if<GoalsChange>(&undo_stack.back().change);
        if (last == nullptr || last->gesture != goals->gesture || last->lens != goals->lens) return false;
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
    : Workspace(
          [&knowledge](const PersonBook& book, std::span<const std::uint32_t> which, const Goals& goals, Day day) {
              return judge_invitations(book, which, goals, knowledge, day);
          },
          today) {}

Workspace::Workspace(Judge judge, Day today) : state_(std::make_shared<State>()) {
    state_->judge = std::move(judge);
    state_->today = today;
}

void Workspace::set_note_reader(NoteReader reader) {
    state_->note_reader = std::move(reader);
    for (Invitation& invitation : state_->document.book.invitations) invitation.reading.reset();
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
    for (Person& person : document.book.people) order_answers(person);
    state_->document = std::move(document);
    state_->undo_stack.clear();
    state_->redo_stack.clear();
    ++state_->book_generation;
    ++state_->verdict_generation;
    ++state_->generation;
}

bool Workspace::apply(const Command& command, Instant now) {
    auto entry = std::visit([&](const auto& value) { return state_->entry_for(value, now); }, command);
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

std::span<const ReceivedRow> Workspace::rows() const {
    state_->refresh_rows();
    return state_->rows;
}

const Verdict& Workspace::verdict_of(const ReceivedRow& row) const {
    state_->refresh_verdicts();
    return state_->verdicts[row.verdict];
}

const Invitation& Workspace::invitation_of(const ReceivedRow& row) const { return state_->invitation_at(row); }

const Person& Workspace::person_of(const ReceivedRow& row) const {
    return state_->document.book.at(invitation_of(row).person);
}

std::optional<Decision> Workspace::decision_of(const ReceivedRow& row) const {
    const auto found = state_->document.decisions.find(invitation_of(row).id);
    if (found == state_->document.decisions.end()) return std::nullopt;
    return found->second;
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
    if (wants_verdicts || needs_verdicts(terms)) state_->refresh_verdicts();
    if (!terms.empty()) state_->refresh_search();
    std::vector<std::uint32_t> found;
    for (std::uint32_t row = 0; row < state_->rows.size(); ++row) {
        if (!state_->is_in(row, lane)) continue;
        const Verdict* verdict = needs_verdicts(terms) ? &state_->verdicts[row] : nullptr;
        if (terms.empty() || state_->search.matches(row, terms, verdict)) found.push_back(row);
    }
    return found;
}

std::array<std::uint32_t, lane_count> Workspace::lane_counts() const {
    if (state_->counts_made_for == state_->generation) return state_->counts;
    state_->refresh_standings();
    state_->refresh_verdicts();
    state_->counts = {};
    for (std::uint32_t row = 0; row < state_->rows.size(); ++row)
        for (std::size_t lane = 0; lane < lane_count; ++lane)
            if (state_->is_in(row, static_cast<Lane>(lane))) ++state_->counts[lane];
    state_->counts_made_for = state_->generation;
    return state_->counts;
}

}  // namespace discern
