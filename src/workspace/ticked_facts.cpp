#include "workspace/ticked_facts.hpp"

#include "base/sorted.hpp"
#include "workspace/change.hpp"

#include <algorithm>

namespace discern {
namespace {

std::vector<FactCode> codes_of(const Person& person, bool by_user) {
    std::vector<FactCode> codes;
    for (const Fact& fact : person.facts)
        if (is_answer(fact) == by_user && fact.amount > 0 && can_be_ticked(fact.code)) codes.push_back(fact.code);
    sort_few(codes);
    codes.erase(std::ranges::unique(codes).begin(), codes.end());
    return codes;
}

}  // namespace

bool can_be_ticked(FactCode code) {
    const FactGroup group = group_of(code);
    return group == FactGroup::Relation || group == FactGroup::Profile || group == FactGroup::Checked || group == FactGroup::History;
}

std::vector<FactCode> ticked_by_user(const Person& person) { return codes_of(person, true); }
std::vector<FactCode> known_from_sources(const Person& person) { return codes_of(person, false); }

std::vector<Fact> answers_with(const Person& person, std::span<const FactCode> ticked, Day today) {
    std::vector<Fact> answers;
    for (const Fact& fact : person.facts)
        if (is_answer(fact) && !(can_be_ticked(fact.code) && fact.amount > 0)) answers.push_back(fact);
    for (const FactCode code : ticked) {
        if (!can_be_ticked(code)) continue;
        const Fact* stands = answer_of(person, code);
        std::erase_if(answers, [code](const Fact& fact) { return fact.code == code; });
        if (stands != nullptr && stands->amount > 0) {
            answers.push_back(*stands);
            continue;
        }
        Fact fact;
        fact.code = code;
        fact.when = today;
        answers.push_back(std::move(fact));
    }
    sort_few(answers, [](const Fact& a, const Fact& b) { return a.code < b.code; });
    return answers;
}

std::vector<Fact> exchange_answers(Person& person, std::vector<Fact> answers) {
    std::vector<Fact> before, rest;
    for (Fact& fact : person.facts) (is_answer(fact) ? before : rest).push_back(std::move(fact));
    person.facts = std::move(rest);
    std::ranges::move(answers, std::back_inserter(person.facts));
    return before;
}

}  // namespace discern
