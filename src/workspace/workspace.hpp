// The document with its commands, undo and redo, and what is derived from it: open invitations, verdicts, lanes.
// Views read it and hand it commands; nothing else changes the document.
#pragma once

#include "base/result.hpp"
#include "judgement/judge.hpp"
#include "workspace/document.hpp"

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
// A one-key answer on the receipt or a ticked fact; the same code again replaces the older answer.
struct AnswerCommand {
    PersonId person;
    Fact fact;  // source is set to "you"
};
struct ClearAnswerCommand {
    PersonId person;
    FactCode code{};
};
struct SnoozeCommand {
    std::vector<InvitationId> invitations;
    std::optional<Day> until;  // nothing = wake up
};
// Moves of one slider within one gesture carry the same `gesture` number (not 0) and are undone as one.
struct SetGoalsCommand {
    std::uint32_t lens = 1;
    Goals goals;
    std::uint32_t gesture = 0;
};

using Command = std::variant<DecideCommand, ClearDecisionCommand, AnswerCommand, ClearAnswerCommand, SnoozeCommand,
                             SetGoalsCommand>;

// ---- lanes of the Received view -------------------------------------------------------------------------------------
enum class Lane : std::uint8_t { All, NeedsYou, Accept, Ask, Ignore, Report, Follow, Snoozed, Decided };
inline constexpr std::size_t lane_count = 9;

// One row of the list; `row` points into Workspace::rows().
struct ReceivedRow {
    std::uint32_t invitation = 0;  // index into document().book.invitations
    std::uint32_t verdict = 0;     // index into verdicts()
};

class Workspace {
public:
    // `knowledge` must outlive the workspace. `today` is the day verdicts are made for.
    Workspace(const JudgementKnowledge& knowledge, Day today);

    [[nodiscard]] const Document& document() const;
    [[nodiscard]] const Goals& goals() const;  // of the active lens
    [[nodiscard]] Day today() const;
    void set_today(Day today);

    // Replaces everything (open file, reload from storage, import of an archive). Undo history is cleared.
    void replace(Document document);

    // Applies a command at `now`; false when it changes nothing (then nothing is put on the undo stack).
    bool apply(const Command& command, Instant now);
    [[nodiscard]] bool can_undo() const;
    [[nodiscard]] bool can_redo() const;
    // Returns the strings key and words of what was undone or redone ("undo.decided.one", "Ingrid Nakamura"), if anything.
    struct Done {
        std::string reason;
        std::vector<std::string> words;
        std::vector<InvitationId> invitations;  // to select them again
    };
    std::optional<Done> undo();
    std::optional<Done> redo();

    // Counts up with every change of the document; views cache by it.
    [[nodiscard]] std::uint64_t generation() const;

    // Derived, recomputed lazily and at most once a generation.
    [[nodiscard]] std::span<const ReceivedRow> rows() const;        // incoming invitations, newest first
    [[nodiscard]] const Verdict& verdict_of(const ReceivedRow& row) const;
    [[nodiscard]] const Invitation& invitation_of(const ReceivedRow& row) const;
    [[nodiscard]] const Person& person_of(const ReceivedRow& row) const;
    [[nodiscard]] std::optional<Decision> decision_of(const ReceivedRow& row) const;
    [[nodiscard]] bool is_open(const ReceivedRow& row) const;        // not accepted on record, not decided, not snoozed
    // Rows of a lane that match a filter text: name, headline, company, note; operators company: from: flag: goal:
    [[nodiscard]] std::vector<std::uint32_t> rows_in(Lane lane, std::string_view filter) const;  // indices into rows()
    [[nodiscard]] std::array<std::uint32_t, lane_count> lane_counts() const;

private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace discern
