// Weights that people state: rank order, swing points, purposes; and the pull half way to equal (judgement.md 2.4).
#pragma once

#include "judgement/knowledge_tables.hpp"

#include <span>
#include <vector>

namespace discern {

// Weights of n criteria from the most to the least important. F. Barron, B. Barrett, "Decision quality using ranked
// attribute weights", 1996 (centroid); W. Stillwell et al. 1981 (sum, reciprocal).
[[nodiscard]] std::vector<double> rank_order_centroid(std::size_t n);
[[nodiscard]] std::vector<double> rank_sum(std::size_t n);
[[nodiscard]] std::vector<double> rank_reciprocal(std::size_t n);

// Swing points over their sum; equal weights when all are 0.
[[nodiscard]] std::vector<double> swing_weights(std::span<const double> points);

// 0.5 w + 0.5 / n: stated weights alone are too steep.
[[nodiscard]] std::vector<double> halved_to_equal(std::span<const double> weights);

// Moments of weights drawn evenly from the simplex, or from its part w1 >= w2 >= ... >= wn (`ranked`).
struct SimplexMoments {
    std::vector<double> mean;
    std::vector<std::vector<double>> covariance;
};
[[nodiscard]] SimplexMoments simplex_moments(std::size_t n, bool ranked);

// 0 to 1: how much the purpose counts for this user.
[[nodiscard]] double importance(const Goals& goals, Purpose purpose, const GoalsTable& table);
// Stated weights of the ten criteria, adding up to 1, halved to equal.
[[nodiscard]] CriterionValues weights_from_goals(const Goals& goals, const GoalsTable& table);
// 0.02 to 0.98: the share of invitations like those of a stranger that this user would say yes to.
[[nodiscard]] double openness_from_goals(const Goals& goals, const GoalsTable& table);

}  // namespace discern
