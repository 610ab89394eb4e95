// What a verdict says about itself: where its doubt comes from, and which changes would turn it over.
#include "judgement/explanation.hpp"
#include "judgement/receipt.hpp"
#include "judgement/weights.hpp"

#include "tests/judgement/random_people.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace discern {
namespace {

double base_rate_of(const Factor& factor) {
    return embedded_knowledge().parameters.base_rate[static_cast<std::size_t>(factor.criterion)];
}

TEST(Doubt, is_parted_without_a_rest_into_facts_and_weights) {
    Random random(41);
    for (int i = 0; i < draws; ++i) {
        const Verdict v = judge(random_person(random), random_goals(random));
        ASSERT_NEAR(v.doubt.facts + v.doubt.weights + v.doubt.both, 1, 1e-12);
        ASSERT_GE(v.doubt.facts, 0);
        ASSERT_GE(v.doubt.weights, 0);
    }
}

TEST(Doubt, of_a_blank_stranger_is_missing_facts_and_shrinks_with_them) {
    const Verdict blank = judge(person_with({}), grower);
    const Verdict told_much = judge(complete(person_with({"works_with_daily", "same_team", "same_field", "good_terms",
                                                          "answer_comfortable", "answer_benefit", "answer_would_do_favor"})), grower);
    EXPECT_GT(blank.doubt.facts + blank.doubt.both, 0.9);
    EXPECT_LT(told_much.doubt.facts + told_much.doubt.both, blank.doubt.facts + blank.doubt.both - 0.3);
    EXPECT_NE(doubt_sentence(blank.doubt, embedded_strings()).find("not known of them"), std::string::npos);
}

TEST(Flip, is_not_promised_where_safety_decided) {
    const Verdict scam = judge(person_with({"pushes_investment", "new_account"}), grower);
    ASSERT_EQ(scam.action, Action::Report);
    ASSERT_EQ(scam.decided_by, DecidedBy::Safety);
    EXPECT_FALSE(scam.flip) << "somebody dangerous would not be accepted for being worth more";
    EXPECT_FALSE(scam.pair_flip);
    Random random(43);
    int seen = 0;
    for (int i = 0; i < draws; ++i) {
        const Verdict v = judge(random_person(random), random_goals(random));
        if (v.decided_by != DecidedBy::Safety) continue;
        ++seen;
        ASSERT_FALSE(v.flip);
    }
    EXPECT_GT(seen, draws / 100);
}

TEST(PairFlip, turns_the_worth_over_with_both_facts_and_with_neither_alone) {
    Random random(42);
    int seen = 0;
    for (int i = 0; i < draws; ++i) {
        const Verdict v = judge(random_person(random), random_goals(random));
        if (!v.pair_flip) continue;
        ++seen;
        ASSERT_FALSE(v.flip.has_value());
        const auto reach = [&](Criterion criterion, bool rises) {
            const Factor& factor = v.factors[static_cast<std::size_t>(criterion)];
            return factor.weight * ((rises ? 1 : 0) - factor.value);
        };
        const double first = reach(v.pair_flip->first, v.pair_flip->first_rises);
        const double second = reach(v.pair_flip->second, v.pair_flip->second_rises);
        const double side = v.worth > 0 ? 1 : -1;
        ASSERT_GT(side * (v.worth + first), 0);
        ASSERT_GT(side * (v.worth + second), 0);
        ASSERT_LE(side * (v.worth + first + second), 1e-9);
        const std::string words = pair_flip_sentence(*v.pair_flip, embedded_strings());
        ASSERT_EQ(words.find("change."), std::string::npos) << words;
    }
    EXPECT_GT(seen, draws / 100);
}

TEST(Stability, ends_where_the_worth_changes_sides) {
    Random random(43);
    for (int i = 0; i < draws / 10; ++i) {
        const Verdict v = judge(random_person(random), random_goals(random));
        double total = 0;
        for (const Factor& factor : v.factors) total += factor.weight;
        for (std::size_t k = 0; k < criterion_count; ++k) {
            const Factor& factor = v.factors[k];
            ASSERT_LE(factor.stable.low, factor.weight_share);
            ASSERT_GE(factor.stable.high, factor.weight_share);
            // The worth when this weight has `share` of the same total and the others keep their proportions.
            const auto worth_at = [&](double share) {
                double worth = v.intercept;
                for (std::size_t j = 0; j < criterion_count; ++j) {
                    const double of = j == k ? share : v.factors[j].weight_share * (1 - share) / (1 - factor.weight_share);
                    worth += total * of * (v.factors[j].value - base_rate_of(v.factors[j]));
                }
                return worth;
            };
            ASSERT_NEAR(worth_at(factor.weight_share), v.worth, 1e-9);
            if (factor.stable.high < 1) ASSERT_NEAR(worth_at(factor.stable.high), 0, 1e-7);
            if (factor.stable.low > 0) ASSERT_NEAR(worth_at(factor.stable.low), 0, 1e-7);
            ASSERT_EQ(stability_sentence(factor, embedded_strings()).find("stability."), std::string::npos);
        }
    }
}

TEST(StatedWeights, a_ranking_takes_the_place_of_the_purposes_and_is_pulled_half_way_to_equal) {
    Goals goals = grower;
    goals.factor_ranking = {static_cast<std::uint8_t>(Criterion::Favor), static_cast<std::uint8_t>(Criterion::Note)};
    const auto weights = weights_from_goals(goals, embedded_knowledge().goals);
    const auto centroid = rank_order_centroid(criterion_count);
    EXPECT_NEAR(weights[static_cast<std::size_t>(Criterion::Favor)], 0.5 * centroid[0] + 0.05, 1e-12);
    EXPECT_NEAR(weights[static_cast<std::size_t>(Criterion::Note)], 0.5 * centroid[1] + 0.05, 1e-12);
    EXPECT_NEAR(weights[static_cast<std::size_t>(Criterion::Known)], weights[static_cast<std::size_t>(Criterion::Photo)], 1e-12);
    EXPECT_NEAR(std::accumulate(weights.begin(), weights.end(), 0.0), 1, 1e-12);
}

TEST(StatedWeights, swing_points_count_before_a_ranking_and_only_when_all_ten_are_there) {
    Goals goals = grower;
    goals.factor_ranking = {3};
    goals.factor_points = {0, 0, 0, 0, 0, 0, 0, 100, 0, 100};
    const auto weights = weights_from_goals(goals, embedded_knowledge().goals);
    EXPECT_NEAR(weights[7], 0.3, 1e-12);
    EXPECT_NEAR(weights[9], 0.3, 1e-12);
    EXPECT_NEAR(weights[3], 0.05, 1e-12);
    goals.factor_points = {1, 2, 3};
    EXPECT_GT(weights_from_goals(goals, embedded_knowledge().goals)[3], weights_from_goals(goals, embedded_knowledge().goals)[0]);
    goals.factor_ranking = {200, 3, 3};  // what is no factor, or named twice, is passed over
    EXPECT_NEAR(weights_from_goals(goals, embedded_knowledge().goals)[3],
                0.5 * rank_order_centroid(criterion_count)[0] + 0.05, 1e-12);
}

Verdict sent(int days_ago, bool accepted = false) {
    PersonBook book;
    book.people.push_back(complete(person_with({"met_once"})));
    Invitation invitation;
    invitation.direction = Direction::Outgoing;
    invitation.sent_at = Instant{(test_day.days_since_epoch - days_ago) * std::int64_t{86'400}};
    invitation.accepted = accepted;
    return judge_case(book, invitation, grower, embedded_knowledge(), test_day);
}

TEST(Timing, leaves_an_own_invitation_two_weeks_and_then_clears_it_away) {
    const Verdict fresh = sent(4);
    EXPECT_EQ(fresh.action, Action::LeavePending);
    ASSERT_TRUE(fresh.wait_until.has_value());
    EXPECT_EQ(fresh.wait_until->days_since_epoch, test_day.days_since_epoch + 10);  // two weeks from the day it was sent
    EXPECT_EQ(sent(14).action, Action::LeavePending);
    EXPECT_EQ(sent(15).action, Action::Withdraw);
    EXPECT_EQ(sent(90).action, Action::Withdraw);
    EXPECT_NE(sent(90, true).action, Action::Withdraw);
}

TEST(Timing, waits_out_the_lock_after_a_withdrawal_and_no_longer) {
    const auto withdrawn = [](int days_ago) {
        Person person = complete(person_with({"met_once", "invitation_withdrawn"}));
        person.facts.back().when = Day{test_day.days_since_epoch - days_ago};
        return judge(person, grower, Direction::Outgoing);
    };
    const Verdict locked = withdrawn(5);
    EXPECT_EQ(locked.action, Action::Wait);
    ASSERT_TRUE(locked.wait_until.has_value());
    EXPECT_EQ(locked.wait_until->days_since_epoch, test_day.days_since_epoch + 16);
    EXPECT_NE(withdrawn(30).action, Action::Wait);
}

TEST(Safety, ones_own_draft_says_nothing_of_the_other_sides_intent) {
    PersonBook book;
    book.people.push_back(complete(person_with({"met_once", "same_field"})));
    Invitation invitation;
    invitation.direction = Direction::Outgoing;
    const double without = judge_case(book, invitation, grower, embedded_knowledge(), test_day).scam_chance;
    invitation.note = "Your smile in the talk was lovely; there is a small fee.";
    invitation.reading = NoteReading{.kind = "sales_pitch", .certainty = 0.9, .is_unsafe = true,
                                     .facts = {told("asks_fee"), told("personal_advance")}, .signs = {{"harassment", "smile"}}};
    EXPECT_NEAR(judge_case(book, invitation, grower, embedded_knowledge(), test_day).scam_chance, without, 1e-12);
    invitation.direction = Direction::Incoming;
    EXPECT_GT(judge_case(book, invitation, grower, embedded_knowledge(), test_day).scam_chance, without);
}

TEST(Safety, a_note_that_is_only_perhaps_unsafe_is_a_doubt_and_never_a_report) {
    PersonBook book;
    Person person = person_with({"potential_business", "new_account"});
    person.profile.completeness = Completeness::Empty;
    person.profile.connections = 9;
    book.people.push_back(person);
    Invitation invitation;
    invitation.note = "I was told you mend barometers. Is this the right place to ask?";
    const auto with = [&](double chance) {
        invitation.reading =
            NoteReading{.kind = "other", .certainty = 0.6, .is_unsafe = true, .unsafe_chance = chance, .facts = {}, .signs = {}};
        return judge_case(book, invitation, grower, embedded_knowledge(), test_day);
    };
    EXPECT_EQ(with(0.5).action, Action::AskFirst);
    EXPECT_EQ(with(0.95).action, Action::Report);
    EXPECT_LT(with(0.5).scam_chance, with(0.95).scam_chance);
}

TEST(Safety, an_offered_fee_is_not_an_asked_one) {
    PersonBook book;
    book.people.push_back(complete(person_with({"organisation_established"})));
    Invitation invitation;
    invitation.note = "Our client would pay 250 for an hour of your time.";
    invitation.reading = NoteReading{.kind = "other", .certainty = 0.6, .is_unsafe = false, .unsafe_chance = 0.3,
                                     .facts = {told("asks_fee"), told("offers_paid_expert_work")}, .signs = {}};
    EXPECT_EQ(judge_case(book, invitation, expert, embedded_knowledge(), test_day).action, Action::AskFirst);
    book.people[0].facts.push_back(told("asks_fee"));  // the user says so: then it counts
    EXPECT_EQ(judge_case(book, invitation, expert, embedded_knowledge(), test_day).action, Action::Report);
}

TEST(Safety, a_sign_that_was_only_read_weighs_less_than_one_that_was_told) {
    PersonBook book;
    book.people.push_back(complete(person_with({"none_known"})));
    Invitation invitation;
    invitation.note = "A small fee to begin.";
    invitation.reading = NoteReading{.kind = "sales_pitch", .certainty = 0.9, .is_unsafe = false, .facts = {told("asks_fee")}, .signs = {}};
    const Verdict read = judge_case(book, invitation, grower, embedded_knowledge(), test_day);
    book.people[0].facts.push_back(told("asks_fee"));
    const Verdict said = judge_case(book, invitation, grower, embedded_knowledge(), test_day);
    EXPECT_LT(read.scam_chance, said.scam_chance);
    EXPECT_GT(read.scam_chance, embedded_knowledge().parameters.safety_red);
}

}  // namespace
}  // namespace discern
