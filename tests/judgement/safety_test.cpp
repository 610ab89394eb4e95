#include "judgement/safety.hpp"

#include "judgement/normal.hpp"
#include "tests/judgement/people_of_the_tests.hpp"

#include <gtest/gtest.h>

namespace discern {
namespace {

SafetyReading reading_of(const Situation& situation) {
    const auto& knowledge = embedded_knowledge();
    std::vector<ConditionCandidate> all(knowledge.safety.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i].place = static_cast<std::uint16_t>(i);
    SafetyReading reading;
    read_safety(all, situation.present, knowledge, reading);
    return reading;
}

SafetyReading reading_of(std::initializer_list<std::string_view> codes) {
    Situation situation;
    for (const auto code : codes) situation.set(signal_of(told(code).code));
    return reading_of(situation);
}

TEST(Safety, starts_at_the_stated_share_when_nothing_is_seen) {
    EXPECT_NEAR(reading_of({}).chance, embedded_knowledge().parameters.safety_prior, 1e-12);
}

TEST(Safety, counts_the_weightiest_sign_of_a_group_only) {
    const double alone = reading_of({"asks_fee"}).chance;
    EXPECT_NEAR(reading_of({"asks_fee", "pushes_investment"}).chance, alone, 1e-12);
    EXPECT_GT(reading_of({"asks_fee", "asks_personal_data"}).chance, alone);
}

TEST(Safety, needs_more_than_one_sign_of_a_fake_to_reach_the_line_of_reporting) {
    const double line = embedded_knowledge().parameters.safety_report;
    for (const char* sign : {"photo_is_stock", "copied_across_many", "profile_contradicts_itself", "photo_looks_artificial"})
        EXPECT_LT(reading_of({sign}).chance, line) << sign;
    EXPECT_GT(reading_of({"photo_is_stock", "copied_across_many", "profile_contradicts_itself"}).chance, line);
}

TEST(Safety, lets_a_confirmed_person_be_trusted_more) {
    EXPECT_LT(reading_of({"named_on_official_site"}).chance, reading_of({}).chance);
}

TEST(Safety, never_counts_language_origin_or_an_unknown_against_anybody) {
    Situation situation;
    situation.set(signal_of(NoteFlag::poor_language));
    situation.set(signal_of(NoteFlag::mentions_whatsapp));
    situation.set(signal_of(NoteFlag::crypto_field));
    situation.set(signal_of(Cue::crypto_words));
    EXPECT_NEAR(reading_of(situation).chance, embedded_knowledge().parameters.safety_prior, 1e-12);
}

TEST(WeightOfEvidence, is_the_log_ratio_and_nothing_when_unknown) {
    EXPECT_NEAR(weight_of_evidence(0.2, 0.1, true), std::log(2.0), 1e-12);
    EXPECT_NEAR(weight_of_evidence(0.2, 0.1, false), std::log(0.8 / 0.9), 1e-12);
    EXPECT_EQ(weight_of_evidence(0.2, 0.1, std::nullopt), 0);
    EXPECT_NEAR(decibans(std::log(10.0)), 10, 1e-12);
}

TEST(Normal, quantile_undoes_the_distribution) {
    for (const double p : {1e-10, 0.001, 0.02, 0.3, 0.5, 0.77, 0.999, 1 - 1e-9})
        EXPECT_NEAR(normal_below(normal_quantile(p)), p, 1e-14);
    EXPECT_EQ(unit_normal_loss(40), 0);
}

}  // namespace
}  // namespace discern
