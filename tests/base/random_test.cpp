#include "base/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <vector>

using namespace discern;

TEST(Random, draws_the_same_numbers_for_the_same_seed_on_every_platform) {
    Random random(42);
    EXPECT_EQ(random.next(), 1'546'998'764'402'558'742u);
    EXPECT_EQ(random.next(), 6'990'951'692'964'543'102u);
    EXPECT_NE(Random(43).next(), Random(42).next());
}

TEST(Random, fills_a_range_evenly) {
    Random random(7);
    std::vector<int> seen(6);
    for (int i = 0; i < 60'000; ++i) ++seen[random.below(6)];
    for (const int count : seen) EXPECT_NEAR(count, 10'000, 400);
    EXPECT_EQ(random.below(1), 0u);
    EXPECT_EQ(random.below(0), 0u);
}

TEST(Random, draws_normal_numbers_with_mean_0_and_deviation_1) {
    Random random(11);
    double sum = 0, squares = 0;
    constexpr int draws = 100'000;
    for (int i = 0; i < draws; ++i) {
        const double x = random.normal();
        sum += x;
        squares += x * x;
    }
    EXPECT_NEAR(sum / draws, 0, 0.02);
    EXPECT_NEAR(squares / draws, 1, 0.02);
}

TEST(Random, shuffles_without_losing_anything) {
    Random random(3);
    std::vector<int> cards(52);
    std::iota(cards.begin(), cards.end(), 0);
    auto shuffled = cards;
    random.shuffle(shuffled);
    EXPECT_NE(shuffled, cards);
    std::sort(shuffled.begin(), shuffled.end());
    EXPECT_EQ(shuffled, cards);
}
