// The normal distribution, as every formula of judgement needs it, and the logistic line.
#pragma once

#include <cmath>
#include <numbers>

namespace discern {

[[nodiscard]] inline double normal_density(double z) {
    return std::exp(-0.5 * z * z) * 0.5 * std::numbers::sqrt2 * std::numbers::inv_sqrtpi;
}
[[nodiscard]] inline double normal_below(double z) { return 0.5 * std::erfc(-z / std::numbers::sqrt2); }

// Phi^-1 by Acklam's rational approximation with one Halley step: error below 1e-15 in p for 1e-300 < p < 1 - 1e-16.
[[nodiscard]] double normal_quantile(double p);

// E[max(0, Z - t)] for standard normal Z, the unit normal loss. Beyond 37 the true value is below 1e-300: 0.
[[nodiscard]] inline double unit_normal_loss(double t) {
    if (t > 37) return 0;
    const double loss = normal_density(t) - t * normal_below(-t);
    return loss > 0 ? loss : 0;
}

[[nodiscard]] inline double sigmoid(double z) {
    if (z >= 0) return 1 / (1 + std::exp(-z));
    const double e = std::exp(z);
    return e / (1 + e);
}
[[nodiscard]] inline double logit(double p) { return std::log(p) - std::log1p(-p); }

// P(yes) when the margin is N(mean, variance). D. MacKay, "The evidence framework applied to classification", 1992.
[[nodiscard]] inline double mackay_probability(double mean, double variance) {
    return sigmoid(mean / std::sqrt(1 + std::numbers::pi * variance / 8));
}

}  // namespace discern
