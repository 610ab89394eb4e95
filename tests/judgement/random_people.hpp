// People, goals and histories drawn at random, for properties that must hold whatever is told.
#pragma once

#include "base/random.hpp"
#include "tests/judgement/people_of_the_tests.hpp"

namespace discern {

inline constexpr int draws = 10'000;

inline Goals random_goals(Random& random) {
    Goals goals;
    for (auto& level : goals.purposes) level = static_cast<std::uint8_t>(random.below(6));
    return goals;
}

inline Person random_person(Random& random) {
    Person person;
    const std::uint64_t count = random.below(7);
    for (std::uint64_t i = 0; i < count; ++i) {
        Fact fact;
        do fact.code = static_cast<FactCode>(random.below(fact_code_count()));
        while (group_of(fact.code) == FactGroup::Boundary);
        fact.amount = group_of(fact.code) == FactGroup::Answer ? static_cast<double>(random.below(2)) : 1 + random.unit() * 9;
        person.facts.push_back(fact);
    }
    person.profile.photo = static_cast<Photo>(random.below(4));
    person.profile.completeness = static_cast<Completeness>(random.below(5));
    if (random.below(2)) person.profile.connections = static_cast<std::uint32_t>(random.below(20'000));
    if (random.below(2)) person.mutuals.count = static_cast<std::uint32_t>(random.below(60));
    return person;
}

}  // namespace discern
