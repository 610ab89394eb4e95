// Keeping the record: is the advice right as often as it says? (judgement.md 2.9)
#pragma once

#include "judgement/posterior.hpp"

#include <span>
#include <vector>

namespace discern {

// Brier score, log loss (p clamped to [1e-12, 1 - 1e-12]) and expected calibration error over equal bins of p.
[[nodiscard]] double brier_score(std::span<const double> chances, std::span<const bool> outcomes);
[[nodiscard]] double log_loss(std::span<const double> chances, std::span<const bool> outcomes);

struct CalibrationBin {
    double predicted = 0, observed = 0;  // means of the bin
    std::size_t count = 0;
};
// Bins that hold nothing are left out. A chance of 1 belongs to the last bin.
[[nodiscard]] std::vector<CalibrationBin> calibration_curve(std::span<const double> chances,
                                                            std::span<const bool> outcomes, std::size_t bins);
[[nodiscard]] double calibration_error(std::span<const double> chances, std::span<const bool> outcomes,
                                       std::size_t bins = 10);

// Margin of each decision as if it had not been learned from: exact refits, and the one-step approximation
// z - h / (1 - h w) (y - p), h = a' S a.
[[nodiscard]] std::vector<double> leave_one_out_margins(const WeightCloud& prior, std::span<const PastDecision> decisions,
                                                        const FitOptions& options = {});
[[nodiscard]] std::vector<double> approximate_leave_one_out(const LaplaceFit& fit,
                                                            std::span<const PastDecision> decisions);

// Split conformal prediction. V. Vovk, A. Gammerman, G. Shafer, "Algorithmic Learning in a Random World", 2005.
// Score of a label is 1 - p(label). The threshold is the ceil((n + 1)(1 - eps))-th smallest score, infinite when that
// exceeds n: with fewer than 9 decisions a 90 % rule rightly decides nothing.
[[nodiscard]] double conformal_threshold(std::span<const double> scores, double eps);
[[nodiscard]] double conformal_p_value(std::span<const double> scores, double score);

// What the record says about the user's past decisions.
struct AuditReport {
    std::size_t decisions = 0;
    double brier = 0, calibration_error = 0;
    double automated_share = 0;         // of decisions that a rule p >= 1 - eps would have taken by itself
    double error_among_automated = 0;
    double upper_error = 1;             // upper 90 % bound of that error (Clopper and Pearson)
    double conformal_coverage = 0;      // leave-one-out, of sets at 1 - eps
    std::vector<std::size_t> surprising;  // decisions with -ln p > 2.3: exception or new rule?
};
[[nodiscard]] AuditReport audit_decisions(const WeightCloud& prior, std::span<const PastDecision> decisions,
                                          double eps = 0.1);

// The largest error rate that `wrong` of `total` does not rule out at 90 %.
[[nodiscard]] double upper_error_bound(std::size_t wrong, std::size_t total);

}  // namespace discern
