#include "judgement/posterior.hpp"

#include "judgement/normal.hpp"

#include <algorithm>
#include <cmath>

namespace discern {
namespace {

double dot(const Vector& a, const Vector& b, std::size_t n) {
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum += a[i] * b[i];
    return sum;
}

// The log posterior at one place, with its gradient and negative Hessian.
struct Slope {
    double height = 0;
    Vector gradient{};
    Matrix hessian{};
};

// One Newton fit with fixed scales k_t; entries in `fixed` stay at 0.
struct LogPosterior {
    std::span<const PastDecision> decisions;
    const std::vector<double>& scale;
    const Vector& prior_mean;
    const Matrix& precision;
    std::size_t n;
    const std::array<bool, max_unknowns>& fixed;

    void look_around(const Vector& b, Slope& out) const {
        out.hessian = precision;
        double prior_height = 0;
        for (std::size_t i = 0; i < n; ++i) {
            double pull = 0;
            for (std::size_t j = 0; j < n; ++j) pull += precision[i][j] * (b[j] - prior_mean[j]);
            out.gradient[i] = -pull;
            prior_height -= 0.5 * pull * (b[i] - prior_mean[i]);
        }
        // -sum ln(1 + e^-m) over the decisions' margins m. Those of full weight as one product, whose logarithm is taken
        // once: each factor of it is between 1 and 2, so 500 of them stay far from overflow.
        double linear = 0, product = 1, logs = 0;
        for (std::size_t t = 0; t < decisions.size(); ++t) {
            const auto& d = decisions[t];
            const double k = scale[t];
            const double z = k * dot(d.features, b, n);
            const double margin = d.yes ? z : -z;
            const double e = std::exp(-std::fabs(margin));
            const double miss = margin >= 0 ? e / (1 + e) : 1 / (1 + e);  // chance of the other answer
            linear += d.weight * std::min(margin, 0.0);
            if (d.weight == 1) product *= 1 + e;
            else logs += d.weight * std::log1p(e);
            if (t % 500 == 499) {
                logs += std::log(product);
                product = 1;
            }
            const double error = d.weight * (d.yes ? miss : -miss) * k;
            const double curvature = d.weight * e / ((1 + e) * (1 + e)) * k * k;
            for (std::size_t i = 0; i < n; ++i) {
                out.gradient[i] += error * d.features[i];
                const double row = curvature * d.features[i];
                for (std::size_t j = 0; j <= i; ++j) out.hessian[i][j] += row * d.features[j];
            }
        }
        out.height = prior_height + linear - logs - std::log(product);
        for (std::size_t i = 0; i < n; ++i)
            if (fixed[i]) {
                out.gradient[i] = 0;
                for (std::size_t j = 0; j < n; ++j) out.hessian[i][j] = out.hessian[j][i] = i == j ? 1 : 0;
            }
    }

    bool climb(Vector& b) const {
        Slope here, there;
        look_around(b, here);
        for (int round = 0; round < 100; ++round) {
            const auto lower = cholesky(here.hessian, n);
            if (!lower) return false;
            const Vector step = solve(*lower, here.gradient, n);
            double largest = 0;
            for (std::size_t i = 0; i < n; ++i) largest = std::max(largest, std::fabs(step[i]));
            double share = largest > 8 ? 8 / largest : 1;
            Vector next{};
            for (int halving = 0; halving < 40; ++halving, share *= 0.5) {
                for (std::size_t i = 0; i < n; ++i) next[i] = b[i] + share * step[i];
                look_around(next, there);
                if (there.height >= here.height - 1e-12 * (1 + std::fabs(here.height))) break;
            }
            b = next;
            std::swap(here, there);
            // Newton's error is squared with every step: after one of a ten-millionth nothing is left to do.
            if (share * largest < 1e-7) return true;
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
    Slope slope;
    open.look_around(b, slope);
    const auto lower = cholesky(slope.hessian, n);
    fit.cloud.mean = b;
    if (lower) fit.cloud.covariance = inverse(*lower, n);
    fit.margins.reserve(decisions.size());
    fit.chances.reserve(decisions.size());
    for (std::size_t t = 0; t < decisions.size(); ++t) {
        fit.margins.push_back(scale[t] * dot(decisions[t].features, b, n));
        fit.chances.push_back(sigmoid(fit.margins.back()));
    }
    const auto prior_lower = cholesky(precision, n);
    if (lower && prior_lower)
        fit.log_evidence =
            slope.height + 0.5 * log_determinant(*prior_lower, n) - 0.5 * log_determinant(*lower, n);
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
