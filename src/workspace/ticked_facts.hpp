// The facts that a user ticks about a person (relation, profile, looked up, history), as against one-key answers and what
// sources say.
#pragma once

#include "people/person.hpp"

#include <span>
#include <vector>

namespace discern {

[[nodiscard]] bool can_be_ticked(FactCode code);
// Ticked by the user / said by another source, in the order of codes.
[[nodiscard]] std::vector<FactCode> ticked_by_user(const Person& person);
[[nodiscard]] std::vector<FactCode> known_from_sources(const Person& person);

// The user's own facts as they would be with exactly `ticked` among those that can be ticked: what stood keeps its day,
// what is new gets `today`, other answers stay.
[[nodiscard]] std::vector<Fact> answers_with(const Person& person, std::span<const FactCode> ticked, Day today);

// Puts `answers` in place of all facts of the user's own and returns those.
std::vector<Fact> exchange_answers(Person& person, std::vector<Fact> answers);

}  // namespace discern
