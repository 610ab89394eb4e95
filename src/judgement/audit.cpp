#include "judgement/audit.hpp"

#include "base/sorted.hpp"
#include "judgement/normal.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

namespace discern {
namespace {

double clamped(double p) { return std::clamp(p, 1e-12, 1 - 1e-12); }

}  // namespace

double brier_score(std::span<const double> chances, std::span<const bool> outcomes) {
    if (chances.empty()) return 0;
    double sum = 0;
    for (std::size_t i = 0; i < chances.size(); ++i) {
        const double error = chances[i] - (outcomes[i] ? 1 : 0);
        sum += error * error;
    }
    return sum / static_cast<double>(chances.size());
}

double log_loss(std::span<const double> chances, std::span<const bool> outcomes) {
    if (chances.empty()) return 0;
    double sum = 0;
    for (std::size_t i = 0; i < chances.size(); ++i) {
        const double p = clamped(chances[i]);
        sum -= outcomes[i] ? std::log(p) : std::log1p(-p);
    }
    return sum / static_cast<double>(chances.size());
}

std::vector<CalibrationBin> calibration_curve(std::span<const double> chances, std::span<const bool> outcomes,
                                              std::size_t bins) {
    std::vector<CalibrationBin> all(bins);
    for (std::size_t i = 0; i < chances.size(); ++i) {
        const auto bin = std::min(static_cast<std::size_t>(chances[i] * static_cast<double>(bins)), bins - 1);
        all[bin].predicted += chances[i];
        all[bin].observed += outcomes[i] ? 1 : 0;
        ++all[bin].count;
    }
    std::erase_if(all, [](const CalibrationBin& bin) { return bin.count == 0; });
    for (auto& bin : all) {
        bin.predicted /= static_cast<double>(bin.count);
        bin.observed /= static_cast<double>(bin.count);
    }
    return all;
}

double calibration_error(std::span<const double> chances, std::span<const bool> outcomes, std::size_t bins) {
    double error = 0;
    for (const auto& bin : calibration_curve(chances, outcomes, bins))
        error += static_cast<double>(bin.count) * std::fabs(bin.observed - bin.predicted);
    return chances.empty() ? 0 : error / static_cast<double>(chances.size());
}

std::vector<double> leave_one_out_margins(const WeightCloud& prior, std::span<const PastDecision> decisions,
                                          const FitOptions& options) {
    std::vector<double> margins;
    std::vector<PastDecision> others(decisions.begin(), decisions.end());
    for (std::size_t left_out = 0; left_out < decisions.size(); ++left_out) {
        others[left_out].weight = 0;  // teaches nothing this once
        const LaplaceFit fit = fit_decisions(prior, others, options);
        others[left_out].weight = decisions[left_out].weight;
        double margin = 0;
        for (std::size_t i = 0; i < prior.unknowns(); ++i) margin += fit.cloud.mean[i] * decisions[left_out].features[i];
        margins.push_back(margin);
    }
    return margins;
}

std::vector<double> approximate_leave_one_out(const LaplaceFit& fit, std::span<const PastDecision> decisions) {
    std::vector<double> margins;
    const std::size_t n = fit.cloud.unknowns();
    for (std::size_t t = 0; t < decisions.size(); ++t) {
        const double h = quadratic(decisions[t].features, fit.cloud.covariance, decisions[t].features, n);
        const double p = fit.chances[t];
        const double y = decisions[t].yes ? 1 : 0;
        margins.push_back(fit.margins[t] - h / (1 - h * p * (1 - p)) * (y - p));
    }
    return margins;
}

double conformal_threshold(std::span<const double> scores, double eps) {
    std::vector<double> sorted(scores.begin(), scores.end());
    sort_stably(sorted);
    const double rank = std::ceil(static_cast<double>(sorted.size() + 1) * (1 - eps) - 1e-12);
    if (rank > static_cast<double>(sorted.size())) return std::numeric_limits<double>::infinity();
    return rank < 1 ? -std::numeric_limits<double>::infinity() : sorted[static_cast<std::size_t>(rank) - 1];
}

double conformal_p_value(std::span<const double> scores, double score) {
    const auto as_strange =
        std::count_if(scores.begin(), scores.end(), [&](double s) { return s >= score - 1e-15; });
    return static_cast<double>(1 + as_strange) / static_cast<double>(scores.size() + 1);
}

double upper_error_bound(std::size_t wrong, std::size_t total) {
    if (total == 0 || wrong >= total) return 1;
    // P(at most `wrong` errors | rate) falls with the rate; bisect for 0.1.
    const auto chance = [&](double rate) {
        double term = std::pow(1 - rate, static_cast<double>(total));
        double sum = term;
        for (std::size_t k = 1; k <= wrong; ++k) {
            term *= static_cast<double>(total - k + 1) / static_cast<double>(k) * rate / (1 - rate);
            sum += term;
        }
        return sum;
    };
    double low = 0, high = 1 - 1e-12;
    for (int round = 0; round < 60; ++round) {
        const double middle = (low + high) / 2;
        (chance(middle) > 0.1 ? low : high) = middle;
    }
    return high;
}

AuditReport audit_decisions(const WeightCloud& prior, std::span<const PastDecision> decisions, double eps) {
    AuditReport report;
    report.decisions = decisions.size();
    if (decisions.empty()) return report;
    const auto margins = leave_one_out_margins(prior, decisions);
    std::vector<double> chances, scores;
    std::vector<char> yes;
    std::size_t automated = 0, wrong = 0;
    for (std::size_t t = 0; t < decisions.size(); ++t) {
        const double p = sigmoid(margins[t]);
        chances.push_back(p);
        yes.push_back(decisions[t].yes);
        const double of_label = decisions[t].yes ? p : 1 - p;
        scores.push_back(1 - of_label);
        if (-std::log(clamped(of_label)) > 2.3) report.surprising.push_back(t);
        if (std::max(p, 1 - p) >= 1 - eps) {
            ++automated;
            if ((p > 0.5) != decisions[t].yes) ++wrong;
        }
    }
    const auto outcomes = std::make_unique<bool[]>(yes.size());
    std::copy(yes.begin(), yes.end(), outcomes.get());
    const std::span<const bool> truth(outcomes.get(), yes.size());
    report.brier = brier_score(chances, truth);
    report.calibration_error = calibration_error(chances, truth);
    report.automated_share = static_cast<double>(automated) / static_cast<double>(decisions.size());
    report.error_among_automated = automated ? static_cast<double>(wrong) / static_cast<double>(automated) : 0;
    report.upper_error = upper_error_bound(wrong, automated);
    std::size_t covered = 0;
    for (std::size_t t = 0; t < scores.size(); ++t) {
        std::vector<double> others = scores;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(t));
        if (scores[t] <= conformal_threshold(others, eps)) ++covered;
    }
    report.conformal_coverage = static_cast<double>(covered) / static_cast<double>(scores.size());
    return report;
}

}  // namespace discern
