// Outlines say the same as whole verdicts, however often goals and facts move.
#include "base/random.hpp"
#include "judgement/assess.hpp"
#include "judgement/normal.hpp"
#include "judgement/normal_table.hpp"

#include "tests/judgement/random_people.hpp"

#include <gtest/gtest.h>

namespace discern {
namespace {

PersonBook random_inbox(Random& random, std::uint32_t size) {
    PersonBook book;
    for (std::uint32_t i = 0; i < size; ++i) {
        book.people.push_back(random_person(random));
        book.people.back().profile.headline = random.below(2) ? "Talent partner, data platforms" : "Head of grid planning | Speaker";
        Invitation invitation;
        invitation.person = {i};
        invitation.direction = random.below(4) ? Direction::Incoming : Direction::Outgoing;
        invitation.accepted = random.below(5) == 0;
        book.invitations.push_back(std::move(invitation));
    }
    return book;
}

std::vector<std::uint32_t> all_of(const PersonBook& book) {
    std::vector<std::uint32_t> which(book.invitations.size());
    for (std::uint32_t i = 0; i < which.size(); ++i) which[i] = i;
    return which;
}

void expect_same(const Outline& outline, const Verdict& verdict) {
    const auto& codes = embedded_knowledge().flag_codes;
    EXPECT_EQ(outline.action, verdict.action);
    EXPECT_EQ(outline.confidence, verdict.confidence);
    EXPECT_EQ(outline.worth, verdict.worth);
    EXPECT_EQ(outline.scam_chance, verdict.scam_chance);
    EXPECT_EQ(outline.already_connected, verdict.already_connected);
    EXPECT_EQ(outline.ask.has_value(), verdict.ask.has_value());
    if (outline.ask && verdict.ask) {
        EXPECT_EQ(*outline.ask, verdict.ask->criterion);
        EXPECT_EQ(outline.ask_value, verdict.ask->value);
    }
    if (verdict.flip) {
        EXPECT_EQ(outline.flips_to, verdict.flip->becomes);
        EXPECT_EQ(outline.flips_by, verdict.flip->criterion);
    }
    EXPECT_EQ(outline.flags.count(), verdict.flags.size());
    bool warned = false;
    for (const Flag& flag : verdict.flags) {
        const auto code = std::lower_bound(codes.begin(), codes.end(), flag.code);
        EXPECT_TRUE(outline.flags.test(static_cast<std::size_t>(code - codes.begin()))) << flag.code;
        warned = warned || !flag.harmless;
    }
    EXPECT_EQ(outline.warned, warned);
    for (std::size_t g = 0; g < purpose_count; ++g)
        EXPECT_EQ(outline.purpose_fit[g], static_cast<float>(verdict.purpose_fit[g]));
}

TEST(Outline, says_the_same_as_the_whole_verdict) {
    Random random(31);
    const PersonBook book = random_inbox(random, 1'000);
    const auto which = all_of(book);
    for (int round = 0; round < 3; ++round) {
        const Goals goals = random_goals(random);
        InboxAssessor assessor;
        const auto& outlines = assessor.outline_all(book, which, goals, embedded_knowledge(), test_day, 0);
        const auto verdicts = judge_invitations(book, which, goals, embedded_knowledge(), test_day);
        ASSERT_EQ(outlines.size(), verdicts.size());
        for (std::size_t i = 0; i < verdicts.size(); ++i) {
            expect_same(outlines[i], verdicts[i]);
            if (HasFailure()) return;
        }
    }
}

TEST(Outline, follows_goals_words_answers_and_days_without_reading_all_again) {
    Random random(32);
    PersonBook book = random_inbox(random, 200);
    book.people[7].mutuals.named = {{3}};
    const auto which = all_of(book);
    InboxAssessor assessor;
    Goals goals = random_goals(random);
    Day day = test_day;
    std::uint64_t facts = 0;
    for (int round = 0; round < 60; ++round) {
        switch (random.below(5)) {
            case 0: goals = random_goals(random); break;
            case 1: goals.target_topics = {random.below(2) ? "grid" : "data platforms"}; break;
            case 2: ++day.days_since_epoch; break;
            case 3: {
                const PersonId person{static_cast<std::uint32_t>(random.below(9))};
                book.at(person).facts.push_back(told("answer_known"));
                book.at(person).facts.back().amount = static_cast<double>(random.below(2));
                assessor.reread(person);
                break;
            }
            default:
                book.people[random.below(book.people.size())] = random_person(random);
                ++facts;
        }
        const auto kept = assessor.outline_all(book, which, goals, embedded_knowledge(), day, facts);
        const auto verdicts = judge_invitations(book, which, goals, embedded_knowledge(), day);
        for (std::size_t i = 0; i < kept.size(); ++i) {
            expect_same(kept[i], verdicts[i]);
            if (HasFailure()) return;
        }
    }
}

TEST(NormalTable, is_within_two_millionths_of_a_billionth) {
    const NormalTable& table = NormalTable::get();
    Random random(33);
    for (int i = 0; i < 100'000; ++i) {
        const double z = 26 * random.unit() - 13;
        ASSERT_NEAR(table.below(z), normal_below(z), 2e-15) << z;
        ASSERT_NEAR(table.loss(std::fabs(z)), unit_normal_loss(std::fabs(z)), 2e-15) << z;
    }
    EXPECT_EQ(table.loss(HUGE_VAL), 0);
    EXPECT_EQ(table.below(-HUGE_VAL), 0);
    EXPECT_EQ(table.below(HUGE_VAL), 1);
}

}  // namespace
}  // namespace discern
