#include "judgement/posterior.hpp"

#include "judgement/normal.hpp"

#include <algorithm>
#include <cmath>

namespace discern {
namespace {

double log_of_sigmoid(double z) { return z >= 0 ? -std::log1p(std::exp(-z)) : z - std::log1p(std::exp(z)); }

double dot(const Vector& a, const Vector& b, std::size_t n) {
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum += a[i] * b[i];
    return sum;
}

// One Newton fit with fixed scales k_t; entries in `fixed` stay at 0.
struct LogPosterior {
    std::span<const PastDecision> decisions;
    const std::vector<double>& scale;
    const Vector& prior_mean;
    const Matrix& precision;
    std::size_t n;
    const std::array<bool, max_unknowns>& fixed;

    [[nodiscard]] double log_posterior(const Vector& b) const {
        double sum = 0;
        for (std::size_t t = 0; t < decisions.size(); ++t) {
            const double z = scale[t] * dot(decisions[t].features, b, n);
            sum += decisions[t].weight * log_of_sigmoid(decisions[t].yes ? z : -z);
        }
        Vector gap{};
        for (std::size_t i = 0; i < n; ++i) gap[i] = b[i] - prior_mean[i];
        return sum - 0.5 * quadratic(gap, precision, gap, n);
    }

    // Gradient and negative Hessian at b.
    void derivatives(const Vector& b, Vector& gradient, Matrix& hessian) const {
        hessian = precision;
        for (std::size_t i = 0; i < n; ++i) {
            gradient[i] = 0;
            for (std::size_t j = 0; j < n; ++j) gradient[i] -= precision[i][j] * (b[j] - prior_mean[j]);
        }
        for (std::size_t t = 0; t < decisions.size(); ++t) {
            const auto& d = decisions[t];
            const double k = scale[t];
            const double p = sigmoid(k * dot(d.features, b, n));
            const double error = d.weight * ((d.yes ? 1.0 : 0.0) - p) * k;
            const double curvature = d.weight * p * (1 - p) * k * k;
            for (std::size_t i = 0; i < n; ++i) {
                gradient[i] += error * d.features[i];
                const double row = curvature * d.features[i];
                for (std::size_t j = 0; j < n; ++j) hessian[i][j] += row * d.features[j];
            }
        }
        for (std::size_t i = 0; i < n; ++i)
            if (fixed[i]) {
                gradient[i] = 0;
                for (std::size_t j = 0; j < n; ++j) hessian[i][j] = hessian[j][i] = i == j ? 1 : 0;
            }
    }

    bool climb(Vector& b) const {
        double height = log_posterior(b);
        for (int round = 0; round < 100; ++round) {
            Vector gradient{};
            Matrix hessian{};
            derivatives(b, gradient, hessian);
            const auto lower = cholesky(hessian, n);
            if (!lower) return false;
            Vector step = solve(*lower, gradient, n);
            double largest = 0;
            for (std::size_t i = 0; i < n; ++i) largest = std::max(largest, std::fabs(step[i]));
            double share = largest > 8 ? 8 / largest : 1;
            Vector next{};
            double next_height = 0;
            for (int halving = 0; halving < 40; ++halving, share *= 0.5) {
                for (std::size_t i = 0; i < n; ++i) next[i] = b[i] + share * step[i];
                next_height = log_posterior(next);
                if (next_height >= height - 1e-12 * (1 + std::fabs(height))) break;
            }
            b = next;
            height = next_height;
            if (share * largest < 1e-12 * (1 + largest)) return true;
            if (share * largest < 1e-13) return true;
        }
        return true;
    }
};

}  // namespace

WeightCloud cloud_from_stance(const Stance& stance, double intercept_sd) {
    WeightCloud cloud;
    cloud.mean[0] = stance.intercept;
    cloud.covariance[0][0] = intercept_sd * intercept_sd;
    for (std::size_t i = 0; i < criterion_count; ++i) {
        cloud.mean[i + 1] = stance.weights[i];
        cloud.covariance[i + 1][i + 1] = stance.weight_sd[i] * stance.weight_sd[i];
    }
    return cloud;
}

LaplaceFit fit_decisions(const WeightCloud& prior, std::span<const PastDecision> decisions, const FitOptions& options) {
    const auto lower = cholesky(prior.covariance, prior.unknowns());
    if (!lower) {
        LaplaceFit unchanged;
        unchanged.cloud = prior;
        return unchanged;
    }
    return fit_from_precision(prior.mean, inverse(*lower, prior.unknowns()), prior.criteria, decisions, options);
}

LaplaceFit fit_from_precision(const Vector& prior_mean, const Matrix& precision, std::size_t criteria,
                              std::span<const PastDecision> decisions, const FitOptions& options) {
    const std::size_t n = criteria + 1;
    LaplaceFit fit;
    fit.cloud.criteria = criteria;
    std::vector<double> scale(decisions.size(), 1.0);
    std::array<bool, max_unknowns> fixed{};
    Vector b = prior_mean;
    const int rounds = options.thin_facts_count_less && !decisions.empty() ? 3 : 0;
    for (int round = 0;; ++round) {
        const LogPosterior posterior{decisions, scale, prior_mean, precision, n, fixed};
        fit.converged = posterior.climb(b);
        for (bool changed = options.keep_weights_positive; changed;) {
            changed = false;
            for (std::size_t i = 1; i < n; ++i)
                if (!fixed[i] && b[i] < 0 && prior_mean[i] >= 0) {
                    fixed[i] = changed = true;
                    b[i] = 0;
                }
            if (changed) fit.converged = LogPosterior{decisions, scale, prior_mean, precision, n, fixed}.climb(b);
        }
        if (round >= rounds) break;
        for (std::size_t t = 0; t < decisions.size(); ++t) {
            double spread = 0;
            for (std::size_t i = 1; i < n; ++i) spread += b[i] * b[i] * decisions[t].variance[i];
            scale[t] = 1 / std::sqrt(1 + std::numbers::pi * spread / 8);
        }
    }
    // The cloud's width ignores the fixing: a weight held at 0 is still uncertain.
    const std::array<bool, max_unknowns> none{};
    const LogPosterior open{decisions, scale, prior_mean, precision, n, none};
    Vector gradient{};
    Matrix hessian{};
    open.derivatives(b, gradient, hessian);
    const auto lower = cholesky(hessian, n);
    fit.cloud.mean = b;
    if (lower) fit.cloud.covariance = inverse(*lower, n);
    for (std::size_t t = 0; t < decisions.size(); ++t) {
        fit.margins.push_back(scale[t] * dot(decisions[t].features, b, n));
        fit.chances.push_back(sigmoid(fit.margins.back()));
    }
    const auto prior_lower = cholesky(precision, n);
    if (lower && prior_lower)
        fit.log_evidence =
            open.log_posterior(b) + 0.5 * log_determinant(*prior_lower, n) - 0.5 * log_determinant(*lower, n);
    return fit;
}

Worth worth_of(const WeightCloud& cloud, const Vector& centred, const Vector& variance) {
    const std::size_t n = cloud.unknowns();
    Worth worth;
    worth.mean = dot(cloud.mean, centred, n);
    worth.from_weights = quadratic(centred, cloud.covariance, centred, n);
    for (std::size_t i = 0; i < n; ++i) {
        worth.from_facts += cloud.mean[i] * cloud.mean[i] * variance[i];
        worth.from_both += cloud.covariance[i][i] * variance[i];
    }
    return worth;
}

}  // namespace discern
