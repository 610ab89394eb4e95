#include "judgement/weights.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace discern {
namespace {

TEST(RankOrderCentroid, gives_the_published_weights_of_four_criteria) {
    const auto w = rank_order_centroid(4);  // Barron and Barrett 1996, table 1
    EXPECT_NEAR(w[0], 0.5208333333, 1e-9);
    EXPECT_NEAR(w[1], 0.2708333333, 1e-9);
    EXPECT_NEAR(w[2], 0.1458333333, 1e-9);
    EXPECT_NEAR(w[3], 0.0625, 1e-12);
}

TEST(HalvedToEqual, keeps_the_sum_and_the_order) {
    const auto w = halved_to_equal(rank_order_centroid(5));
    EXPECT_NEAR(std::accumulate(w.begin(), w.end(), 0.0), 1, 1e-12);
    for (std::size_t i = 1; i < w.size(); ++i) EXPECT_GT(w[i - 1], w[i]);
    EXPECT_GE(w.back(), 0.5 / 5);
}

TEST(SwingWeights, are_equal_when_no_points_were_given) {
    const auto w = swing_weights(std::vector<double>{0, 0, 0, 0});
    for (const double share : w) EXPECT_DOUBLE_EQ(share, 0.25);
}

}  // namespace
}  // namespace discern
