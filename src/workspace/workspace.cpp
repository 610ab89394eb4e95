#include "workspace/workspace.hpp"

#include "workspace/workspace_state.hpp"

namespace discern {

Workspace::Workspace(const JudgementKnowledge& knowledge, Day today)
    : state_(std::make_shared<State>(today, [&knowledge](bool) { return JudgedRows(knowledge); })) {}

Workspace::Workspace(Judge judge, Day today, CaseJudge judge_outgoing)
    : state_(std::make_shared<State>(today, [judge, one = std::move(judge_outgoing)](bool outgoing) {
          if (!outgoing) return JudgedRows(judge);
          return JudgedRows([one](const PersonBook& book, std::span<const std::uint32_t> which, const Goals& goals, Day day) {
              std::vector<Verdict> verdicts;
              for (const std::uint32_t i : which)
                  verdicts.push_back(one ? one(book, book.invitations[i], goals, day) : Verdict());
              return verdicts;
          });
      })) {}

Workspace Workspace::beside() const {
    constexpr std::uint64_t beyond = 1'000'000'000;  // all that this one may count up to meanwhile
    auto other = std::make_shared<State>(state_->today, state_->judged_by);
    other->note_reader = state_->note_reader;
    other->generation = state_->generation + beyond;
    other->verdict_generation = state_->verdict_generation + beyond;
    other->fact_generation = state_->fact_generation + beyond;
    other->book_generation = state_->book_generation + beyond;
    return Workspace(std::move(other));
}

bool Workspace::prepare(std::size_t rows_at_most) const { return state_->prepare(rows_at_most); }

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
    std::vector<std::uint8_t> holds;
    if (!terms.empty()) {
        (void)state_->refresh_search(state_->rows.size());
        holds = state_->search.rows_that_hold(terms);
    }
    std::vector<std::uint32_t> found;
    for (std::uint32_t row = 0; row < state_->rows.size(); ++row) {
        if ((!holds.empty() && holds[row] == 0) || !state_->is_in(row, lane)) continue;
        if (!judged_terms || holds_as_judged(terms, state_->outline_at(row), flag_codes())) found.push_back(row);
    }
    return found;
}

bool Workspace::prepare_search(std::size_t rows_at_most) const { return state_->refresh_search(rows_at_most); }

std::vector<std::string_view> Workspace::folded_names() const {
    (void)state_->refresh_search(state_->rows.size());
    std::vector<std::string_view> names(state_->rows.size());
    for (std::size_t row = 0; row < names.size(); ++row) names[row] = state_->search.name(row);
    return names;
}

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
        if (const auto lane = lane_by_action(state_->outline_at(row).action)) count(*lane);
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
    return state_->lasts(snooze_of(state_->document, invitation_of(row).id), person_of(row));
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
