// The document with its commands, undo and redo, and what is derived from it: open invitations, verdicts, lanes.
// Views read it and hand it commands; nothing else changes the document.
#pragma once

#include "base/result.hpp"
#include "judgement/judge.hpp"
#include "workspace/document.hpp"
#include "workspace/judged_rows.hpp"

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace discern {

// ---- commands: small values, each undoable --------------------------------------------------------------------------
struct DecideCommand {
    std::vector<InvitationId> invitations;  // one, or a batch that is undone as one
    Action action{};
    std::string reason;
};
struct ClearDecisionCommand {
    std::vector<InvitationId> invitations;
};
// The user's own words on decisions that stand; what was decided, when, and what Discern said then stay.
struct ReasonCommand {
    std::vector<InvitationId> invitations;
    std::string reason;
};
// A one-key answer on the receipt or a ticked fact; the same code again replaces the older answer.
struct AnswerCommand {
    PersonId person;
    Fact fact;  // source is set to "you"; without `when` it is dated today
};
struct ClearAnswerCommand {
    PersonId person;
    FactCode code{};
};
// Sleeps until a day, until a fact about the sender is known (from anywhere: an answer, a newer archive), or both:
// whichever comes first. Neither = wake up.
struct SnoozeCommand {
    std::vector<InvitationId> invitations;
    std::optional<Day> until;
    std::optional<FactCode> until_known = std::nullopt;
};
// Moves of one slider within one gesture carry the same `gesture` number (not 0) and are undone as one.
struct SetGoalsCommand {
    std::uint32_t lens = 1;
    Goals goals;
    std::uint32_t gesture = 0;
};

// ---- lenses: saved sets of goals ----
struct AddLensCommand {  // and switches to it
    std::string name;
    Goals goals;
};
struct RenameLensCommand {
    std::uint32_t lens = 1;
    std::string name;
};
struct RemoveLensCommand {  // the last one stays
    std::uint32_t lens = 1;
};
struct SwitchLensCommand {
    std::uint32_t lens = 1;
};

// ---- invitations entered by hand: those that the user thinks of sending, and those that somebody sent ----
// Without `invitation` a new one: to or from `person`, or somebody new called `name`. With it, changes one that is listed:
// name, profile and note only of what was entered by hand, ticked facts of everybody.
struct PlanCommand {
    std::optional<InvitationId> invitation;
    std::optional<PersonId> person;
    std::string name;
    Profile profile;
    std::string note;  // the draft, or what they wrote
    Direction direction = Direction::Outgoing;  // of a new one
    // All that the user ticks about them (workspace/ticked_facts.hpp); nothing = as it stands.
    std::optional<std::vector<FactCode>> ticked = std::nullopt;
};
struct RemovePlanCommand {  // only one that was entered by hand
    InvitationId invitation;
};

// A paste or another source brought facts in: take a copy of document().book, change it (people/seen_people.hpp), and hand
// it back whole. Undone as one. An archive is merged and replace()d instead.
struct UpdateBookCommand {
    PersonBook book;
    std::string source;  // as the user knows it: "Pasted page"
};

// What stands at the note desk; an empty note takes it away. Key strokes of one visit carry the same `gesture` (not 0)
// and are undone as one.
struct DeskNoteCommand {
    InvitationId invitation;
    DeskNote note;
    std::uint32_t gesture = 0;
};
struct SetLimitsCommand {
    OwnLimits limits;
};

// Two records are one person, or two; nothing = take back what was said, and the question is open again.
struct RulePeopleCommand {
    PersonId one, other;
    std::optional<bool> same;
};
// The join at this place among book.joins is wrong: these two are not one.
struct PartPeopleCommand {
    std::size_t join = 0;
};

using Command = std::variant<DecideCommand, ClearDecisionCommand, ReasonCommand, AnswerCommand, ClearAnswerCommand, SnoozeCommand,
                             SetGoalsCommand, AddLensCommand, RenameLensCommand, RemoveLensCommand, SwitchLensCommand,
                             PlanCommand, RemovePlanCommand, UpdateBookCommand, DeskNoteCommand, SetLimitsCommand,
                             RulePeopleCommand, PartPeopleCommand>;

// ---- lanes of the Received view -------------------------------------------------------------------------------------
// All, NeedsYou and Accept to Follow hold open rows only; Accept to Follow by verdict. NeedsYou: the verdict is less
// sure than `needs_you_below`. Decided holds what the user decided and what was accepted before.
enum class Lane : std::uint8_t { All, NeedsYou, Accept, Ask, Ignore, Report, Follow, Snoozed, Decided };
inline constexpr std::size_t lane_count = 9;
inline constexpr double needs_you_below = 0.75;  // confidence: one in four readings of the goals chooses otherwise

// One row of the list.
struct ReceivedRow {
    std::uint32_t invitation = 0;  // index into document().book.invitations
    std::uint32_t verdict = 0;     // which verdict is its own (verdict_of)
};

// One row of Sent & plan; planned = entered by hand and not sent as far as the archive knows.
struct PlanRow {
    std::uint32_t invitation = 0;
    std::uint32_t verdict = 0;
    bool planned = false;
};

// One invitation of either list with what belongs to it. The pointers live until the document changes.
struct ListedInvitation {
    const Invitation* invitation = nullptr;
    const Person* person = nullptr;
    const Verdict* verdict = nullptr;
    std::optional<Decision> decision;
    bool by_hand = false;  // entered by the user, in no archive so far

    [[nodiscard]] bool incoming() const { return invitation->direction == Direction::Incoming; }
    [[nodiscard]] bool planned() const { return by_hand && !incoming(); }
};

class Workspace {
public:
    // Another way of making verdicts, for tests; the first form below uses judgement's own. Called at most once for each
    // change that verdicts depend on (book, answers, goals, today), never for decisions.
    using Judge = JudgedRows::JudgeAll;
    // One outgoing invitation by itself; called once each after such a change.
    using CaseJudge =
        std::function<Verdict(const PersonBook& book, const Invitation& invitation, const Goals& goals, Day today)>;
    // Reads the note of one invitation (notes/); called once for every incoming invitation with a note.
    using NoteReader = std::function<NoteReading(const PersonBook& book, const Invitation& invitation)>;

    // `knowledge` must outlive the workspace. `today` is the day verdicts are made for.
    Workspace(const JudgementKnowledge& knowledge, Day today);
    Workspace(Judge judge, Day today, CaseJudge judge_outgoing = {});
    void set_note_reader(NoteReader reader);

    [[nodiscard]] const Document& document() const;
    [[nodiscard]] const Goals& goals() const;  // of the active lens
    [[nodiscard]] Day today() const;
    void set_today(Day today);

    // Replaces everything (open file, reload from storage, import of an archive). Undo history is cleared.
    void replace(Document document);

    // Another workspace with the same ways of reading and judging, the same day and an empty document: for what is looked
    // at before it takes this one's place, or never does. This one may then be assigned it: generations have moved on.
    [[nodiscard]] Workspace beside() const;
    // Makes a part ready of what the first look at verdicts and lanes waits for, at most so many rows of it; true when all
    // is ready. In slices between frames the page stays alive while ten thousand rows are judged.
    bool prepare(std::size_t rows_at_most) const;

    // Applies a command at `now`; false when it changes nothing (then nothing is put on the undo stack).
    bool apply(const Command& command, Instant now);
    [[nodiscard]] bool can_undo() const;
    [[nodiscard]] bool can_redo() const;
    // What was undone or redone, as a strings key with its words:
    //   decided.one [name, action], decided.many [count, action], reason.one [name], reason.many [count], cleared.one [name], cleared.many [count],
    //   snoozed.one [name], snoozed.many [count], woken.one [name], woken.many [count], answered [name, fact code],
    //   answer_cleared [name, fact code], goals [lens name], lens.added [name], lens.renamed [old name, new name],
    //   lens.removed [name], lens.switched [name], plan.added [name], plan.changed [name], plan.removed [name],
    //   entry.added [name], entry.removed [name] (of incoming ones), ticked [name], book.updated [source],
    //   desk.written [name], desk.copied [name], limits,
    //   people.joined [name, name], people.parted [name, name], people.unruled [name, name];
    //   each with "undo." or "redo." before it.
    struct Done {
        std::string reason;
        std::vector<std::string> words;
        std::vector<InvitationId> invitations;  // to select them again
    };
    std::optional<Done> undo();
    std::optional<Done> redo();

    // Counts up with every change of the document; views cache by it.
    [[nodiscard]] std::uint64_t generation() const;
    // The same for the part of it that verdicts depend on.
    [[nodiscard]] std::uint64_t verdict_generation() const;
    // The same for the book, answers aside: when it moves, the stored book has to be written again.
    [[nodiscard]] std::uint64_t book_generation() const;

    // Derived, recomputed lazily and at most once a generation.
    [[nodiscard]] std::span<const ReceivedRow> rows() const;        // incoming invitations, newest first
    // What lists, lanes and filters need, for every row at once: a goal that moves costs some milliseconds for 10,000.
    [[nodiscard]] const Outline& outline_of(const ReceivedRow& row) const;
    // The whole verdict with its words, made when it is first asked for: for the row that is open, not for lists. It lives
    // until verdict_generation() moves.
    [[nodiscard]] const Verdict& verdict_of(const ReceivedRow& row) const;
    // The codes that the bits of Outline::flags stand for.
    [[nodiscard]] std::span<const std::string> flag_codes() const;
    [[nodiscard]] const Invitation& invitation_of(const ReceivedRow& row) const;
    [[nodiscard]] const Person& person_of(const ReceivedRow& row) const;
    [[nodiscard]] std::optional<Decision> decision_of(const ReceivedRow& row) const;
    [[nodiscard]] bool is_open(const ReceivedRow& row) const;        // not accepted on record, not decided, not snoozed
    [[nodiscard]] std::optional<std::uint32_t> row_of(InvitationId invitation) const;  // index into rows()
    // Rows of a lane that match a filter text: name, headline, company, note; operators company: from: flag: goal:
    // (workspace/filter.hpp).
    [[nodiscard]] std::vector<std::uint32_t> rows_in(Lane lane, std::string_view filter) const;  // indices into rows()
    // Makes a part of the words ready that a filter looks at; true when all are. For idle moments: the first letter of a
    // filter otherwise waits for all of them (some 60 ms for 10,000 rows).
    bool prepare_search(std::size_t rows_at_most) const;
    // The name as the filter looks at it, of each of rows(); valid until the book changes.
    [[nodiscard]] std::vector<std::string_view> folded_names() const;
    [[nodiscard]] std::array<std::uint32_t, lane_count> lane_counts() const;

    // Outgoing invitations that nobody has accepted yet: planned ones first, then those sent, each newest first.
    [[nodiscard]] std::span<const PlanRow> plan_rows() const;
    [[nodiscard]] const Outline& outline_of(const PlanRow& row) const;
    [[nodiscard]] const Verdict& verdict_of(const PlanRow& row) const;
    [[nodiscard]] const Invitation& invitation_of(const PlanRow& row) const;
    [[nodiscard]] const Person& person_of(const PlanRow& row) const;
    [[nodiscard]] std::optional<Decision> decision_of(const PlanRow& row) const;
    [[nodiscard]] bool is_snoozed(const PlanRow& row) const;
    [[nodiscard]] std::optional<std::uint32_t> plan_row_of(InvitationId invitation) const;  // index into plan_rows()

    // Whichever list it stands in; nothing for an id in neither.
    [[nodiscard]] std::optional<ListedInvitation> listed(InvitationId invitation) const;

    // What an entry would be judged as, were it applied: it is not. Pointers and references into the book do not survive.
    [[nodiscard]] Verdict verdict_after(const PlanCommand& command, const Goals& goals, Instant now) const;

    // Outlines of all rows() under other goals (a lens to compare with, a what-if): judged at each call, not kept.
    [[nodiscard]] std::vector<Outline> outlines_under(const Goals& goals) const;
    // Whole verdicts under them, of these rows (indices into rows()).
    [[nodiscard]] std::vector<Verdict> verdicts_under(const Goals& goals, std::span<const std::uint32_t> which) const;

private:
    struct State;
    explicit Workspace(std::shared_ptr<State> state) : state_(std::move(state)) {}
    std::shared_ptr<State> state_;
};

}  // namespace discern
