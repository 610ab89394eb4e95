// More trust never makes a person less welcome and more danger never more, whoever they are and whatever the goals.
#include "judgement/knowledge_tables.hpp"

#include "tests/judgement/random_people.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace discern {
namespace {

// How welcome an answer makes somebody: report, ignore, look closer, accept.
int welcome(Action action) {
    switch (action) {
        case Action::Accept: return 3;
        case Action::AskFirst:
        case Action::Follow: return 2;
        case Action::Ignore: return 1;
        default: return 0;
    }
}

// Everything that counts towards bad intent or makes a rule report.
SignalSet signs_of_danger() {
    const auto& knowledge = embedded_knowledge();
    SignalSet signs;
    const auto add = [&](const Condition& when) {
        signs |= when.all;
        for (const auto& any : when.any_of) signs |= any;
    };
    for (const SafetySign& sign : knowledge.safety)
        if (sign.nats > 0) add(sign.when);
    for (const ActionRule& rule : knowledge.incoming_rules)
        if (rule.action == Action::Report) add(rule.when);
    return signs;
}

constexpr const char* ties[] = {"works_with_daily", "same_team", "former_colleague", "met_once", "met_repeatedly",
                                "regular_contact", "friend", "messaged", "classmate", "same_project", "answer_known"};
constexpr const char* harmless[] = {"same_field", "unrelated_field", "alumni", "potential_business", "work_admired",
                                    "employer_on_target_list", "recruiter_for_users_field", "beginner_in_career",
                                    "note_names_specific_reason", "charity_or_board_role", "creator_with_audience",
                                    "active_in_users_field", "event", "online_touch_only", "same_company", "vague_profile",
                                    "open_networker_stated", "opening_fits_user", "shared_contacts_real"};
constexpr const char* grave[] = {"asks_fee", "asks_personal_data", "pushes_investment", "cloned_profile", "domain_lookalike",
                                 "personal_advance", "famous_name_small_account"};
constexpr const char* dubious[] = {"asks_off_platform", "photo_is_stock", "copied_across_many", "profile_contradicts_itself",
                                   "company_does_not_know_them", "remote_posting_story", "new_account"};

Person somebody(Random& random, std::uint64_t facts) {
    Person person = random.below(2) ? complete(person_with({})) : person_with({});
    for (std::uint64_t k = random.below(facts + 1); k > 0; --k)
        person.facts.push_back(told(harmless[random.below(std::size(harmless))]));
    if (random.below(2)) person.mutuals.count = static_cast<std::uint32_t>(random.below(40));
    return person;
}

Person with(Person person, const char* code) {
    person.facts.push_back(told(code));
    return person;
}

TEST(Monotone, nobody_is_reported_without_a_sign_of_danger) {
    Random random(51);
    const SignalSet danger = signs_of_danger();
    for (int i = 0; i < draws; ++i) {
        Person person = random_person(random);
        std::erase_if(person.facts, [&](const Fact& fact) { return danger.test(signal_of(fact.code).index); });
        Goals goals = random_goals(random);
        if (random.below(3) == 0) goals.boundaries = {FactCode::security_sensitive_employer, FactCode::must_report_approaches};
        ASSERT_NE(judge(person, goals).action, Action::Report);
    }
}

TEST(Monotone, a_stranger_with_a_grave_sign_is_never_accepted_nor_followed) {
    Random random(52);
    for (int i = 0; i < draws; ++i) {
        const Person person = with(with(somebody(random, 6), "none_known"), grave[random.below(std::size(grave))]);
        ASSERT_LE(welcome(judge(person, random_goals(random)).action), 1);
    }
}

TEST(Monotone, a_clone_of_a_friend_is_not_excused_by_the_friendship) {
    Random random(53);
    for (int i = 0; i < draws; ++i) {
        Person person = with(somebody(random, 4), ties[random.below(std::size(ties))]);
        person = with(with(person, "introduced_by_trusted"), random.below(2) ? "cloned_profile" : "famous_name_small_account");
        ASSERT_LE(welcome(judge(person, random_goals(random)).action), 1);
    }
}

TEST(Monotone, a_sign_of_danger_never_makes_a_stranger_more_welcome) {
    Random random(54);
    for (int i = 0; i < draws; ++i) {
        const Person before = with(somebody(random, 6), "none_known");
        const Goals goals = random_goals(random);
        const char* sign = random.below(2) ? grave[random.below(std::size(grave))] : dubious[random.below(std::size(dubious))];
        const Verdict a = judge(before, goals), b = judge(with(before, sign), goals);
        ASSERT_LE(welcome(b.action), welcome(a.action)) << sign << ": " << a.headline_reason << ", " << b.headline_reason;
        ASSERT_GE(b.scam_chance, a.scam_chance);
    }
}

TEST(Monotone, a_closer_tie_never_makes_less_known_or_more_suspect) {
    Random random(55);
    for (int i = 0; i < draws; ++i) {
        Person person = somebody(random, 6);
        for (std::uint64_t k = random.below(3); k > 0; --k) person.facts.push_back(told(ties[random.below(std::size(ties))]));
        if (random.below(2)) person.facts.push_back(told(dubious[random.below(std::size(dubious))]));
        const Goals goals = random_goals(random);
        const Verdict before = judge(person, goals), after = judge(with(person, ties[random.below(std::size(ties))]), goals);
        constexpr auto known = static_cast<std::size_t>(Criterion::Known);
        ASSERT_GE(after.factors[known].value, before.factors[known].value - 1e-12);
        ASSERT_LE(after.scam_chance, before.scam_chance + 1e-12);
    }
}

TEST(Monotone, a_closer_tie_never_makes_less_welcome) {
    Random random(56);
    for (int i = 0; i < draws; ++i) {
        const Person person = somebody(random, 5);
        const char* tie = ties[random.below(std::size(ties))];
        const Goals goals = random_goals(random);
        const Verdict a = judge(person, goals), b = judge(with(person, tie), goals);
        ASSERT_GE(welcome(b.action), welcome(a.action)) << tie << ": " << a.headline_reason << ", " << b.headline_reason;
    }
}

TEST(Monotone, who_is_known_is_welcome_where_only_known_people_are) {
    Random random(57);
    for (int i = 0; i < draws; ++i) {
        Goals goals = random_goals(random);
        goals.boundaries = {FactCode::known_people_only};
        const Person person = with(with(somebody(random, 4), "works_with_daily"), "same_team");
        ASSERT_EQ(judge(person, goals).action, Action::Accept);
    }
}

}  // namespace
}  // namespace discern
