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
struct SnoozesChange {
    std::vector<std::pair<InvitationId, std::optional<Day>>> other;
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

using Change = std::variant<DecisionsChange, SnoozesChange, AnswerChange, GoalsChange>;

void exchange(Document& document, Change& change);

// True when verdicts may be others after this change. Decisions do not count: nothing is learned from them silently.
[[nodiscard]] bool touches_verdicts(const Change& change);

// ---- the user's own facts stand last in Person::facts, in the order of their codes, so that undo restores exactly ----
[[nodiscard]] bool is_answer(const Fact& fact);  // source file 0: told by the user
[[nodiscard]] const Fact* answer_of(const Person& person, FactCode code);
// Puts `answer` in place of the answer with this code; nothing = takes it away. Returns what stood there.
std::optional<Fact> exchange_answer(Person& person, FactCode code, std::optional<Fact> answer);

[[nodiscard]] const Lens* lens_of(const Document& document, std::uint32_t id);
[[nodiscard]] Lens* lens_of(Document& document, std::uint32_t id);

}  // namespace discern
