// Prints the numbers of 3,000 seeded situations, one line each. Built natively and as WebAssembly;
// tests/web/judgement_same.test.mjs compares the two: same actions, numbers to 1e-9.
#include "base/random.hpp"
#include "judgement/judge.hpp"
#include "knowledge/knowledge.hpp"

#include <cstdio>
#include <iterator>

int main() {
    using namespace discern;
    const char* headlines[] = {"", "Head of Data | Speaker", "Leiterin Einkauf, Maschinenbau", "Étudiante en génie civil",
                               "Angel investor & board member", "Recrutadora · Talentos", "Crypto trader | DM me"};
    Random random(2026);
    for (int i = 0; i < 3'000; ++i) {
        Goals goals;
        for (auto& level : goals.purposes) level = static_cast<std::uint8_t>(random.below(6));
        goals.role = "Data engineer";
        goals.target_topics = {"data", "génie civil"};
        PersonBook book;
        Person person;
        person.profile.headline = headlines[random.below(std::size(headlines))];
        person.profile.photo = static_cast<Photo>(random.below(4));
        person.profile.completeness = static_cast<Completeness>(random.below(5));
        if (random.below(2)) person.profile.connections = static_cast<std::uint32_t>(random.below(20'000));
        if (random.below(2)) person.mutuals.count = static_cast<std::uint32_t>(random.below(60));
        person.ties.messages_from_them = static_cast<std::uint32_t>(random.below(5));
        person.ties.messages_to_them = static_cast<std::uint32_t>(random.below(5));
        person.ties.last_message = Instant{1'700'000'000 + static_cast<std::int64_t>(random.below(60'000'000))};
        for (std::uint64_t k = random.below(6); k > 0; --k) {
            Fact fact;
            fact.code = static_cast<FactCode>(random.below(fact_code_count()));
            if (group_of(fact.code) == FactGroup::Boundary) goals.boundaries.push_back(fact.code);
            else person.facts.push_back(fact);
        }
        book.people.push_back(person);
        Invitation invitation;
        invitation.direction = random.below(2) ? Direction::Incoming : Direction::Outgoing;
        const Verdict verdict = judge_case(book, invitation, goals, embedded_knowledge(), Day{20'500});
        std::printf("%s %.15g %.15g %.15g", std::string(name_of(verdict.action)).c_str(), verdict.worth,
                    verdict.confidence, verdict.scam_chance);
        for (const Factor& factor : verdict.factors)
            std::printf(" %.15g %.15g %.15g", factor.value, factor.contribution, factor.question_value);
        std::printf("\n");
    }
}
