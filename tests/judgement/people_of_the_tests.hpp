// Invented people for the tests of judgement, said in few words.
#pragma once

#include "judgement/judge.hpp"
#include "knowledge/knowledge.hpp"

#include <initializer_list>
#include <string>

namespace discern {

inline constexpr Day test_day{20'500};

inline Fact told(std::string_view code) {
    Fact fact;
    fact.code = fact_code_from_name(code).value();
    return fact;
}

// Purposes in the order of Purpose: clout, recruiters, job search, grow, board, thought leader, presence.
inline Goals goals_of(std::array<std::uint8_t, purpose_count> purposes,
                      std::initializer_list<std::string_view> boundaries = {}) {
    Goals goals;
    goals.purposes = purposes;
    for (const auto name : boundaries) goals.boundaries.push_back(fact_code_from_name(name).value());
    return goals;
}

inline const Goals grower = goals_of({2, 1, 1, 5, 1, 3, 4});
inline const Goals tidy = goals_of({1, 1, 1, 1, 1, 1, 4}, {"minimal_presence"});
inline const Goals seeker = goals_of({1, 5, 5, 4, 1, 2, 3}, {"openly_looking"});
inline const Goals expert = goals_of({1, 1, 1, 4, 2, 5, 4}, {"publishes_content"});
inline const Goals strict = goals_of({2, 1, 1, 2, 2, 2, 3}, {"known_people_only"});

inline Person person_with(std::initializer_list<std::string_view> codes) {
    Person person;
    person.name = "Imre Vadas";
    for (const auto code : codes) person.facts.push_back(told(code));
    return person;
}

inline Person complete(Person person) {
    person.profile.completeness = Completeness::Full;
    person.profile.photo = Photo::Professional;
    person.profile.connections = 600;
    return person;
}

inline Verdict judge(const Person& person, const Goals& goals, Direction direction = Direction::Incoming,
                     std::string note = {}) {
    PersonBook book;
    book.people.push_back(person);
    Invitation invitation;
    invitation.direction = direction;
    invitation.note = std::move(note);
    return judge_case(book, invitation, goals, embedded_knowledge(), test_day);
}

inline Action answer_for(std::initializer_list<std::string_view> codes, const Goals& goals,
                         Direction direction = Direction::Incoming) {
    return judge(complete(person_with(codes)), goals, direction).action;
}

}  // namespace discern
