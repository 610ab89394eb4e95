// The undo stack's entries. A change holds the values that are *not* in the document now; exchanging them with the
// document undoes it, exchanging them again does it again. So undo and redo are one function.
#pragma once

#include "workspace/document.hpp"

#include <cstdint>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace discern {

struct DecisionsChange {
    std::vector<std::pair<InvitationId, std::optional<Decision>>> other;
};
// Day and awaited fact of each; both empty = awake.
struct Snooze {
    std::optional<Day> until;
    std::optional<FactCode> until_known;
    bool operator==(const Snooze&) const = default;
};
struct SnoozesChange {
    std::vector<std::pair<InvitationId, Snooze>> other;
};
struct AnswerChange {
    PersonId person;
    FactCode code{};
    std::optional<Fact> other;
};
struct GoalsChange {
    std::uint32_t lens = 1;  // Lens::id
    Goals other;
    std::uint32_t gesture = 0;
};

struct LensesChange {
    std::vector<Lens> other;
    std::uint32_t other_active = 1, other_highest = 1;
};
// An invitation entered by hand that comes or goes; `other` holds it while it is not in the document. A person who was entered
// with it stands last among the people and comes and goes with it.
struct PlannedEntry {
    Invitation invitation;
    std::size_t place = 0;  // in book.invitations
    std::optional<Person> person;
};
struct PlanChange {
    InvitationId id;
    bool with_person = false;
    std::optional<PlannedEntry> other;
};
struct PlanEditChange {
    InvitationId id;
    std::string other_note;
    std::optional<std::pair<std::string, Profile>> other_person = std::nullopt;  // name and profile, if these were edited
    std::optional<std::vector<Fact>> other_answers = std::nullopt;              // the user's facts, if these were ticked
};

struct BookChange {
    PersonBook other;
};
struct DeskNoteChange {
    InvitationId id;
    std::optional<DeskNote> other;
    std::uint32_t gesture = 0;
};
struct LimitsChange {
    OwnLimits other;
};

// What the user says of two records, and the join that follows from it. `other` are the ruling and the join that are
// not in the document now, each with its place; the pair itself finds what is.
struct RulingChange {
    PersonId one, other_one;
    std::optional<std::pair<std::size_t, Ruling>> other;
    enum class Deed : std::uint8_t { Nothing, Join, Part } deed = Deed::Nothing;  // what exchanging does to the book
    Join join;                    // to make, or (after parting) that was made
    std::size_t join_place = 0;   // among book.joins
    bool person_was_made = false; // by parting: goes again with joining
};

using Change = std::variant<DecisionsChange, SnoozesChange, AnswerChange, GoalsChange, LensesChange, PlanChange,
                            PlanEditChange, BookChange, DeskNoteChange, LimitsChange, RulingChange>;

void exchange(Document& document, Change& change);

// True when verdicts may be others after this change. Decisions do not count: nothing is learned from them silently.
[[nodiscard]] bool touches_verdicts(const Change& change);
// The same without goals: true when what people and invitations show may be other.
[[nodiscard]] bool touches_facts(const Change& change);
// True when people or invitations come, go or are named otherwise.
[[nodiscard]] bool touches_book(const Change& change);

// True when `next` goes on with the gesture of `last`: another move of the same slider, another key stroke in the same note.
[[nodiscard]] bool continues_gesture(const Change& last, const Change& next);

// ---- the user's own facts stand last in Person::facts, in the order of their codes, so that undo restores exactly ----
[[nodiscard]] bool is_answer(const Fact& fact);  // source file 0: told by the user
[[nodiscard]] const Fact* answer_of(const Person& person, FactCode code);
// True when something is on record under this code: a fact from any source, or ties that say it. A "no" is known too.
[[nodiscard]] bool is_known(const Person& person, FactCode code);
// Brings the user's facts of one person into that order; of two with one code the later wins.
void order_answers(Person& person);
// Puts `answer` in place of the answer with this code; nothing = takes it away. Returns what stood there.
std::optional<Fact> exchange_answer(Person& person, FactCode code, std::optional<Fact> answer);

// What the user said of these two records, whichever is named first.
[[nodiscard]] const Ruling* ruling_of(const Document& document, PersonId one, PersonId other);
// Which join makes these two one; among book.joins.
[[nodiscard]] std::optional<std::size_t> join_of(const PersonBook& book, PersonId one, PersonId other);

[[nodiscard]] Snooze snooze_of(const Document& document, InvitationId id);
[[nodiscard]] const Invitation* invitation_in(const PersonBook& book, InvitationId id);
// Entered by hand: the source is the user.
[[nodiscard]] bool is_by_hand(const Invitation& invitation);
// An outgoing one entered by hand.
[[nodiscard]] bool is_planned(const Invitation& invitation);

// What the user means to send: the desk's text, else the note that came with a planned invitation, else nothing.
[[nodiscard]] std::string_view note_to_send(const Document& document, const Invitation& invitation);

[[nodiscard]] const Lens* lens_of(const Document& document, std::uint32_t id);
[[nodiscard]] Lens* lens_of(Document& document, std::uint32_t id);

}  // namespace discern
