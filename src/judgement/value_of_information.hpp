// What it is worth to learn a fact before deciding (judgement.md 2.6).
#pragma once

#include <span>
#include <vector>

namespace discern {

inline constexpr double question_worth_asking = 0.02;  // log-odds: below it a question would not change much

// Expected gain of learning a quantity that moves the net worth `mean` by a normal amount with deviation `sd`, when the
// choice is between it and 0. R. Schlaifer's unit normal loss integral.
[[nodiscard]] double value_of_perfect_fact(double mean, double sd);

// The part of a Beta fact's deviation that an answer worth `answer_counts` pseudo-counts can reveal:
// sqrt(k / (alpha + beta + k)), the exact Beta-binomial preposterior.
[[nodiscard]] double revealed_share(double beta_counts, double answer_counts);

// E[max_k(a_k + b_k Z)] - max_k a_k for standard normal Z: the knowledge gradient over lines.
// P. Frazier, W. Powell, S. Dayanik, "The knowledge-gradient policy for correlated normal beliefs", 2009. O(K log K).
[[nodiscard]] double value_over_lines(std::span<const double> intercepts, std::span<const double> slopes);

// Two correlated normal worths and doing nothing (0): E[max(0, Y1, Y2)] by quadrature over Y1.
struct BestOfThree {
    double expected_best = 0, value_of_perfect = 0;
};
[[nodiscard]] BestOfThree best_of_two_and_nothing(double mean1, double mean2, double var1, double var2, double cov);

// Discrete: utility[action][state], prior[state], joint[signal][state] = P(signal and state).
struct DiscreteValue {
    double best_now = 0;       // expected utility of the best action under the prior
    double perfect = 0;        // expected value of perfect information
    double sample = 0;         // expected value of the signal; 0 when no joint is given
};
[[nodiscard]] DiscreteValue discrete_value(std::span<const std::vector<double>> utility, std::span<const double> prior,
                                           std::span<const std::vector<double>> joint);

}  // namespace discern
