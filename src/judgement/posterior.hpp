// What is believed about the user's weights: a normal cloud over intercept and weights, from the stated goals and,
// by Laplace's method, from past decisions (judgement.md 2.4).
#pragma once

#include "judgement/linear.hpp"
#include "judgement/stance.hpp"

#include <span>
#include <vector>

namespace discern {

// Normal over (intercept, weight 1 .. weight n). Only the first n + 1 entries count.
struct WeightCloud {
    std::size_t criteria = criterion_count;
    Vector mean{};
    Matrix covariance{};
    [[nodiscard]] std::size_t unknowns() const { return criteria + 1; }
};

// The stated goals alone: independent normals.
[[nodiscard]] WeightCloud cloud_from_stance(const Stance& stance, double intercept_sd);

// One thing the user decided. `features` is (1, v_1 - r_1, ...); for "A rather than B" (0, mu_A - mu_B).
struct PastDecision {
    Vector features{};
    Vector variance{};   // of each fact; entry 0 is 0. A decision on thin facts teaches less.
    bool yes = false;
    double weight = 1;   // age weight; 0 = an exception that teaches nothing
};

struct LaplaceFit {
    WeightCloud cloud;
    std::vector<double> margins;   // features . mean, by decision
    std::vector<double> chances;   // P(yes) at the mean
    double log_evidence = 0;       // Laplace's approximation of ln p(decisions)
    bool converged = false;
};

struct FitOptions {
    bool thin_facts_count_less = true;  // k_t = 1 / sqrt(1 + pi s_t^2 / 8), three rounds
    bool keep_weights_positive = true;  // active set: a weight below 0 is fixed at 0 (never the intercept)
};

// Newton on the log posterior from prior `prior`; steps halved while it falls, capped at 8. Always finite.
[[nodiscard]] LaplaceFit fit_decisions(const WeightCloud& prior, std::span<const PastDecision> decisions,
                                       const FitOptions& options = {});

// The same from a prior mean and precision matrix: precision 0 says nothing at all (plain maximum likelihood).
[[nodiscard]] LaplaceFit fit_from_precision(const Vector& prior_mean, const Matrix& precision, std::size_t criteria,
                                            std::span<const PastDecision> decisions, const FitOptions& options = {});

// Mean and variance of the net worth of one invitation. `centred` is (1, mu - r), `variance` of the facts.
struct Worth {
    double mean = 0;
    double from_facts = 0;    // sum_i m_i^2 sigma_i^2
    double from_weights = 0;  // x' S x
    double from_both = 0;     // sum_i S_ii sigma_i^2
    [[nodiscard]] double variance() const { return from_facts + from_weights + from_both; }
};
[[nodiscard]] Worth worth_of(const WeightCloud& cloud, const Vector& centred, const Vector& variance);

}  // namespace discern
