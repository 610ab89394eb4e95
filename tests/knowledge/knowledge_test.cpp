#include "knowledge/knowledge.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace discern {
namespace {

TEST(Knowledge, reads_every_asset_without_a_word_it_does_not_know) {
    const auto knowledge = read_judgement_knowledge(embedded_asset);
    ASSERT_TRUE(knowledge.has_value()) << sentence_from(knowledge.error());
    EXPECT_GT(knowledge->evidence.size(), 100u);
    EXPECT_GT(knowledge->incoming_rules.size(), 10u);
    EXPECT_GT(knowledge->outgoing_rules.size(), 10u);
}

TEST(Knowledge, gives_every_relation_evidence_and_boundary_code_a_part) {
    const auto& knowledge = embedded_knowledge();
    SignalSet used;
    for (const auto& rule : knowledge.evidence) used.set(rule.signal.index), used |= rule.unless | rule.with | rule.pulled_by;
    const auto add = [&](const Condition& when) {
        used |= when.all | when.none;
        for (const auto& any : when.any_of) used |= any;
    };
    for (const auto& sign : knowledge.safety) add(sign.when);
    for (const auto& rule : knowledge.incoming_rules) add(rule.when);
    for (const auto& rule : knowledge.outgoing_rules) add(rule.when);
    for (const auto& [boundary, change] : knowledge.goals.openness_of_boundary) used.set(boundary.index);
    // Marks of time only tell how old other facts are; a free plan speaks of notes, not of people; a vacancy that anybody
    // can see says that it exists, which is what opening_fits_user already says; duties of clinicians and of those who
    // teach adults are bound to the people they concern (patient, student_current).
    const std::string idle[] = {"free_plan",           "public_vacancy", "last_two_months",
                                "previous_invitation", "clinician",      "teaches_adults"};
    for (std::size_t i = 0; i < fact_code_count(); ++i) {
        const auto code = static_cast<FactCode>(i);
        if (std::find(std::begin(idle), std::end(idle), name_of(code)) != std::end(idle)) continue;
        EXPECT_TRUE(used.test(signal_of(code).index)) << name_of(code) << " changes nothing";
    }
}

TEST(Knowledge, cites_only_advice_that_it_holds) {
    const auto& knowledge = embedded_knowledge();
    for (const auto* rules : {&knowledge.incoming_rules, &knowledge.outgoing_rules})
        for (const auto& rule : *rules)
            for (const auto& key : rule.advice) EXPECT_NE(knowledge.advice_of(key), nullptr) << rule.key << " " << key;
    for (const auto& sign : knowledge.safety) EXPECT_NE(knowledge.advice_of(sign.advice), nullptr) << sign.key;
    for (const auto& flag : knowledge.flags)
        if (!flag.advice.empty()) EXPECT_NE(knowledge.advice_of(flag.advice), nullptr) << flag.flag;
}

TEST(Strings, say_every_reason_rule_sign_flag_and_action) {
    const auto& knowledge = embedded_knowledge();
    const auto& strings = embedded_strings();
    const auto expect = [&](const std::string& key) { EXPECT_TRUE(strings.contains(key)) << key; };
    for (const auto& rule : knowledge.evidence) {
        expect(rule.reason);
        const auto code = fact_code_from_name(name_of(rule.signal));
        if (code && group_of(*code) == FactGroup::Answer) expect(rule.reason + ".no");
    }
    for (const auto* rules : {&knowledge.incoming_rules, &knowledge.outgoing_rules})
        for (const auto& rule : *rules) expect("rule." + rule.key);
    for (const auto& sign : knowledge.safety) expect(sign.key);
    for (const auto& flag : knowledge.flags) expect("flag." + flag.flag);
    for (std::size_t i = 0; i < criterion_count; ++i) {
        const std::string name(name_of(static_cast<Criterion>(i)));
        for (const std::string& key : {"factor." + name, "ask." + name, "flip." + name + ".up", "flip." + name + ".down"})
            expect(key);
    }
    for (auto action = Action::Accept; action <= Action::LeavePending;
         action = static_cast<Action>(static_cast<int>(action) + 1)) {
        expect("action." + std::string(name_of(action)));
        expect("headline." + std::string(name_of(action)));
    }
}

TEST(Knowledge, names_the_file_and_the_word_that_is_wrong) {
    const auto broken = [](std::string_view path) -> std::string_view {
        if (path == "assets/safety.json")
            return R"({"signs": [{"key": "x", "all": ["asks_money"], "if_bad": 0.2, "if_good": 0.1}]})";
        return embedded_asset(path);
    };
    const auto knowledge = read_judgement_knowledge(broken);
    ASSERT_FALSE(knowledge.has_value());
    EXPECT_EQ(knowledge.error().where.file, "assets/safety.json");
    EXPECT_NE(knowledge.error().what.find("asks_money"), std::string::npos);
}

TEST(Knowledge, complains_of_a_missing_asset) {
    const auto knowledge = read_judgement_knowledge([](std::string_view) { return std::string_view(); });
    ASSERT_FALSE(knowledge.has_value());
    EXPECT_FALSE(knowledge.error().mend.empty());
}

}  // namespace
}  // namespace discern
