// Why, what would change it and what to find out: from an assessment to a verdict (judgement.md 2.7).
#pragma once

#include "judgement/assess.hpp"
#include "judgement/verdict.hpp"

#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace discern {

// `desk` is the one that `assessment` was just made on.
[[nodiscard]] Verdict explain(const Assessment& assessment, const AssessmentDesk& desk, const PersonBook& book,
                              const Invitation& invitation);

// ---- the closed forms underneath ------------------------------------------------------------------------------------

// The value that one fact would need for worth 0, others as they are; nothing where the weight is 0 or the value would
// have to leave [0, 1].
[[nodiscard]] std::optional<double> needed_value(double worth, double weight, double value);

// Pairs (i, j), i < j, that flip the sign of `worth` only together: each moved to the end of [0, 1] that helps most.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> flipping_pairs(double worth,
                                                                             std::span<const double> weights,
                                                                             std::span<const double> values);

// The weights w_k (others rescaled in proportion, sum 1) for which sum w v stays on its side of `threshold`.
// B. Mareschal, "Weight stability intervals in multicriteria decision aid", 1988.
[[nodiscard]] std::vector<StabilityInterval> stability_intervals(std::span<const double> weights,
                                                                 std::span<const double> values, double threshold);

// Length of the least change of all weights, their sum kept, that brings the worth to 0; nothing when all values agree.
[[nodiscard]] std::optional<double> least_weight_change(double worth, std::span<const double> values);

// Exact Shapley values of an additive worth over all coalitions: equals the contributions (a check, n <= 16).
[[nodiscard]] std::vector<double> shapley_values(double intercept, std::span<const double> weights,
                                                 std::span<const double> values, std::span<const double> references);

}  // namespace discern
