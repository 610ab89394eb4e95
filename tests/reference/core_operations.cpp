#include "tests/reference/operations.hpp"

#include "judgement/audit.hpp"
#include "judgement/beta.hpp"
#include "judgement/explanation.hpp"
#include "judgement/normal.hpp"
#include "judgement/posterior.hpp"
#include "judgement/safety.hpp"
#include "judgement/sets.hpp"
#include "judgement/value_function.hpp"
#include "judgement/value_of_information.hpp"
#include "judgement/weights.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>

namespace discern::reference {
namespace {

json value_function(const json& in) {
    Numbers v;
    for (const double x : numbers(in["x"]))
        v.push_back(piecewise_value(x, numbers(in["cutoffs"]), numbers(in["values"]),
                                    in.value("out_of_bounds", "clip") == "clip"));
    return {{"v", v}};
}

json rank_weights(const json& in) {
    const auto n = in["n"].get<std::size_t>();
    return {{"roc", rank_order_centroid(n)},
            {"rank_sum", rank_sum(n)},
            {"rank_reciprocal", rank_reciprocal(n)},
            {"equal", Numbers(n, 1 / static_cast<double>(n))}};
}

json simplex(const json& in) {
    const auto n = in["n"].get<std::size_t>();
    const auto moments = simplex_moments(n, in["constraint"] != "none");
    Numbers variance;
    for (std::size_t i = 0; i < n; ++i) variance.push_back(moments.covariance[i][i]);
    json out = {{"mean", moments.mean}, {"var", variance}, {"cov", moments.covariance}};
    if (n > 1) out["cov_offdiag"] = moments.covariance[0][1];
    return out;
}

json swing(const json& in) { return {{"weights", swing_weights(numbers(in["swing_points"]))}}; }

json beta_evidence(const json& in) {
    Beta beta = beta_from_base_rate(in["prior_mean"].get<double>(), in["prior_strength"].get<double>());
    for (const json& item : in["evidence"])
        beta.add(item["score"].get<double>(), item["strength"].get<double>() * item["reliability"].get<double>());
    return {{"alpha", beta.alpha}, {"beta", beta.beta}, {"mean", beta.mean()}, {"var", beta.variance()}};
}

json log_odds(const json& in) {
    Numbers nats, in_decibans;
    double odds = logit(in["prior"].get<double>());
    for (const json& sign : in["signals"]) {
        const auto present =
            sign["present"].is_null() ? std::nullopt : std::optional(sign["present"].get<bool>());
        nats.push_back(weight_of_evidence(sign["p_given_bad"].get<double>(), sign["p_given_good"].get<double>(), present));
        in_decibans.push_back(decibans(nats.back()));
        odds += nats.back();
    }
    return {{"contributions_nats", nats}, {"contributions_decibans", in_decibans}, {"posterior", sigmoid(odds)}};
}

Vector vector_of(const Numbers& values) {
    Vector v{};
    std::copy(values.begin(), values.end(), v.begin());
    return v;
}

Vector with_one(const Numbers& row) {
    Vector v{};
    v[0] = 1;
    std::copy(row.begin(), row.end(), v.begin() + 1);
    return v;
}

Numbers first(const Vector& v, std::size_t n) { return Numbers(v.begin(), v.begin() + static_cast<std::ptrdiff_t>(n)); }

// Nodes and weights of Gauss-Hermite quadrature of 100 points by Newton on the orthonormal recurrence.
void gauss_hermite(std::size_t n, Numbers& nodes, Numbers& weights) {
    nodes.assign(n, 0);
    weights.assign(n, 0);
    const double size = static_cast<double>(n);
    double z = 0;
    for (std::size_t i = 0; i < (n + 1) / 2; ++i) {
        if (i == 0) z = std::sqrt(2 * size + 1) - 1.85575 * std::pow(2 * size + 1, -0.16667);
        else if (i == 1) z -= 1.14 * std::pow(size, 0.426) / z;
        else if (i == 2) z = 1.86 * z - 0.86 * nodes[0];
        else if (i == 3) z = 1.91 * z - 0.91 * nodes[1];
        else z = 2 * z - nodes[i - 2];
        double slope = 1;
        for (int round = 0; round < 100; ++round) {
            double p1 = 0.7511255444649425, p2 = 0;
            for (std::size_t j = 0; j < n; ++j) {
                const double p3 = p2;
                p2 = p1;
                const double k = static_cast<double>(j);
                p1 = z * std::sqrt(2 / (k + 1)) * p2 - std::sqrt(k / (k + 1)) * p3;
            }
            slope = std::sqrt(2 * size) * p2;
            const double step = p1 / slope;
            z -= step;
            if (std::fabs(step) <= 3e-15) break;
        }
        nodes[i] = z;
        nodes[n - 1 - i] = -z;
        weights[i] = weights[n - 1 - i] = 2 / (slope * slope);
    }
}

json bayes_logistic(const json& in) {
    const Table x = table(in["X"]);
    const Numbers y = numbers(in["y"]);
    const std::size_t criteria = x.front().size();
    const std::size_t n = criteria + 1;
    const Vector mean = vector_of(numbers(in["prior_mean"]));
    Matrix precision{};
    const Numbers diagonal = numbers(in["prior_precision_diag"]);
    for (std::size_t i = 0; i < n; ++i) precision[i][i] = diagonal[i];
    std::vector<PastDecision> decisions;
    for (std::size_t t = 0; t < x.size(); ++t) {
        PastDecision decision;
        decision.features = with_one(x[t]);
        decision.yes = y[t] > 0.5;
        decisions.push_back(decision);
    }
    const FitOptions plain{.thin_facts_count_less = false, .keep_weights_positive = false};
    const LaplaceFit fit = fit_from_precision(mean, precision, criteria, decisions, plain);
    json out = {{"map", first(fit.cloud.mean, n)}};
    Table covariance;
    for (std::size_t i = 0; i < n; ++i) covariance.push_back(first(fit.cloud.covariance[i], n));
    out["cov"] = covariance;
    out["log_evidence_laplace"] = fit.log_evidence;
    out["alo_margin"] = approximate_leave_one_out(fit, decisions);
    if (std::all_of(diagonal.begin(), diagonal.end(), [](double p) { return p > 0; })) {
        WeightCloud prior;
        prior.criteria = criteria;
        prior.mean = mean;
        for (std::size_t i = 0; i < n; ++i) prior.covariance[i][i] = 1 / diagonal[i];
        out["loo_margin"] = leave_one_out_margins(prior, decisions, plain);
    }
    if (!in.contains("X_test")) return out;
    Numbers nodes, weights, means, variances, mackay, hermite;
    gauss_hermite(100, nodes, weights);
    for (const auto& row : table(in["X_test"])) {
        const Worth worth = worth_of(fit.cloud, with_one(row), {});
        means.push_back(worth.mean);
        variances.push_back(worth.variance());
        mackay.push_back(mackay_probability(worth.mean, worth.variance()));
        double p = 0;
        for (std::size_t k = 0; k < nodes.size(); ++k)
            p += weights[k] / std::sqrt(std::numbers::pi) *
                 sigmoid(worth.mean + std::sqrt(2 * worth.variance()) * nodes[k]);
        hermite.push_back(p);
    }
    out["margin_mean"] = means;
    out["margin_var"] = variances;
    out["p_mackay"] = mackay;
    out["p_gauss_hermite"] = hermite;
    return out;
}

json normal_loss(const json& in) {
    Numbers loss;
    for (const double z : numbers(in["z"])) loss.push_back(unit_normal_loss(z));
    return {{"loss", loss}};
}

json evppi_normal(const json& in) {
    Numbers values;
    for (const double sd : numbers(in["sd"])) values.push_back(value_of_perfect_fact(in["mean"].get<double>(), sd));
    return {{"evppi", values}};
}

json lines(const json& in) {
    return {{"value", value_over_lines(numbers(in["intercepts"]), numbers(in["slopes"]))}};
}

json best_of_three(const json& in) {
    const Numbers mean = numbers(in["mean"]);
    const Table cov = table(in["cov"]);
    const auto best = best_of_two_and_nothing(mean[0], mean[1], cov[0][0], cov[1][1], cov[0][1]);
    return {{"e_max", best.expected_best}, {"evpi", best.value_of_perfect}};
}

json discrete(const json& in) {
    const Numbers prior = numbers(in["prior"]);
    Table joint;
    if (in.contains("joint")) joint = table(in["joint"]);
    else if (in.contains("likelihood")) {
        joint = table(in["likelihood"]);
        for (auto& row : joint)
            for (std::size_t s = 0; s < row.size(); ++s) row[s] *= prior[s];
    }
    const auto value = discrete_value(table(in["utility"]), prior, joint);
    return {{"eu_prior", value.best_now}, {"evpi", value.perfect}, {"evsi", value.sample}};
}

json conformal_sets(const json& in) {
    json sets = json::array();
    for (const double eps : numbers(in["alpha"])) {
        const double threshold = conformal_threshold(numbers(in["scores"]), eps);
        json rows = json::array();
        for (const auto& row : table(in["proba"])) {
            json labels = json::array();
            for (const double p : row) labels.push_back(1 - p <= threshold + 1e-12);
            rows.push_back(labels);
        }
        sets.push_back(rows);
    }
    return {{"sets", sets}};
}

json conformal_p(const json& in) {
    Numbers p;
    for (const double score : numbers(in["test_scores"])) p.push_back(conformal_p_value(numbers(in["scores"]), score));
    return {{"p", p}};
}

json scores(const json& in) {
    const Numbers p = numbers(in["p"]);
    const Numbers y = numbers(in["y"]);
    const auto truth = std::make_unique<bool[]>(y.size());
    for (std::size_t i = 0; i < y.size(); ++i) truth[i] = y[i] > 0.5;
    const std::span<const bool> outcomes(truth.get(), y.size());
    json out = {{"brier", brier_score(p, outcomes)}, {"logloss", log_loss(p, outcomes)}};
    const auto bins = in.value("bins", std::size_t{10});
    Numbers observed, predicted;
    for (const auto& bin : calibration_curve(p, outcomes, bins)) {
        observed.push_back(bin.observed);
        predicted.push_back(bin.predicted);
    }
    out["prob_true"] = observed;
    out["prob_pred"] = predicted;
    out["ece"] = calibration_error(p, outcomes, bins);
    return out;
}

// Every set of exactly k members, the first of the best ones: what exhaustive peers print.
std::vector<std::size_t> first_best_set(SetWorth& worth, std::size_t k, double best) {
    std::vector<char> chosen(worth.members(), 0);
    std::fill(chosen.begin(), chosen.begin() + static_cast<std::ptrdiff_t>(k), 1);
    do {
        worth.clear();
        for (std::size_t j = 0; j < chosen.size(); ++j)
            if (chosen[j]) worth.add(j);
        if (worth.worth() < best - 1e-9) continue;
        std::vector<std::size_t> members;
        for (std::size_t j = 0; j < chosen.size(); ++j)
            if (chosen[j]) members.push_back(j);
        return members;
    } while (std::prev_permutation(chosen.begin(), chosen.end()));
    return {};
}

json submodular(const json& in) {
    const Table matrix = table(in["matrix"]);
    const auto kind = in["function"].get<std::string>();
    const std::size_t rows = matrix.size(), columns = matrix.front().size();
    Numbers flat, caps(columns, 1);
    for (const auto& row : matrix) flat.insert(flat.end(), row.begin(), row.end());
    if (kind == "saturated_coverage")
        for (std::size_t i = 0; i < columns; ++i) {
            caps[i] = 0;
            for (const auto& row : matrix) caps[i] += in["alpha"].get<double>() * row[i];
        }
    const auto shape = kind == "facility_location" ? SetWorth::Kind::FacilityLocation
                       : kind == "feature_sqrt"    ? SetWorth::Kind::SquareRoot
                       : kind == "feature_log"     ? SetWorth::Kind::Logarithm
                                                   : SetWorth::Kind::Saturated;
    SetWorth worth(shape, flat, rows, columns);
    if (shape == SetWorth::Kind::Saturated) worth.set_caps(caps);
    const auto k = in["k"].get<std::size_t>();
    const SetChoice greedy = choose_greedily(worth, k);
    SetChoice full = greedy;  // the peers go on at gain 0, in order of index
    for (std::size_t j = 0; full.members.size() < std::min(k, worth.members()) && j < worth.members(); ++j)
        if (std::find(full.members.begin(), full.members.end(), j) == full.members.end()) {
            full.members.push_back(j);
            full.gains.push_back(0);
        }
    json out = {{"ranking", full.members}, {"gains", full.gains}, {"value", greedy.worth},
                {"upper_bound", greedy.upper_bound}};
    if (in.value("brute_force", false)) {
        const double best = choose_exactly(worth, k).worth;
        out["opt_set"] = first_best_set(worth, std::min(k, worth.members()), best);
        out["opt_value"] = best;
    }
    return out;
}

json contributions(const json& in) {
    const Numbers weights = numbers(in["beta_mean"]), values = numbers(in["v_mean"]), base = numbers(in["v_reference"]);
    const double intercept = in["intercept_mean"].get<double>();
    Numbers parts;
    double start = intercept;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        parts.push_back(weights[i] * (values[i] - base[i]));
        start += weights[i] * base[i];
    }
    return {{"base", start},
            {"contributions", parts},
            {"shapley", shapley_values(intercept, weights, values, base)},
            {"z", std::accumulate(parts.begin(), parts.end(), start)}};
}

json margin_moments(const json& in) {
    const Numbers mean = numbers(in["beta_mean"]), variance = numbers(in["v_var"]);
    WeightCloud cloud;
    cloud.criteria = mean.size() - 1;
    cloud.mean = vector_of(mean);
    const Table cov = table(in["beta_cov"]);
    for (std::size_t i = 0; i < cov.size(); ++i) cloud.covariance[i] = vector_of(cov[i]);
    Vector facts{};
    std::copy(variance.begin(), variance.end(), facts.begin() + 1);
    const Worth worth = worth_of(cloud, with_one(numbers(in["v_mean"])), facts);
    Numbers by_fact;
    for (std::size_t i = 0; i < variance.size(); ++i) by_fact.push_back(mean[i + 1] * mean[i + 1] * variance[i]);
    return {{"mean", worth.mean},
            {"var", worth.variance()},
            {"var_evidence", by_fact},
            {"var_weights", worth.from_weights},
            {"var_cross", worth.from_both},
            {"p_positive", normal_below(worth.mean / std::sqrt(worth.variance()))}};
}

json intervals_of(const Numbers& weights, const Numbers& values, double threshold) {
    json list = json::array();
    for (const auto& interval : stability_intervals(weights, values, threshold))
        list.push_back({interval.low, interval.high});
    return {{"intervals", list}};
}

json stability_interval(const json& in) {
    return intervals_of(numbers(in["weights"]), numbers(in["values"]), in["threshold"].get<double>());
}

json stability_pair(const json& in) {
    Numbers gap = numbers(in["a"]);
    const Numbers b = numbers(in["b"]);
    for (std::size_t i = 0; i < gap.size(); ++i) gap[i] -= b[i];
    return intervals_of(numbers(in["weights"]), gap, 0);
}

json counterfactual(const json& in) {
    const Numbers weights = numbers(in["beta"]), values = numbers(in["v"]);
    double worth = in["intercept"].get<double>();
    for (std::size_t i = 0; i < weights.size(); ++i) worth += weights[i] * values[i];
    json needed = json::array(), feasible = json::array();
    for (std::size_t i = 0; i < weights.size(); ++i) {
        feasible.push_back(needed_value(worth, weights[i], values[i]).has_value());
        needed.push_back(weights[i] != 0 ? json(values[i] - worth / weights[i]) : json());
    }
    const auto least = least_weight_change(worth, values);
    return {{"z", worth},
            {"needed_value", needed},
            {"feasible", feasible},
            {"min_l2_weight_change_sum_preserving", least ? json(*least) : json()}};
}

}  // namespace

std::vector<Operation> core_operations() {
    return {{"pvf", value_function},          {"rank_weights", rank_weights},
            {"simplex_moments", simplex},     {"swing", swing},
            {"beta_evidence", beta_evidence}, {"logodds", log_odds},
            {"bayes_logistic", bayes_logistic}, {"normal_loss", normal_loss},
            {"evppi_normal", evppi_normal},   {"kg_lines", lines},
            {"evpi_bvn3", best_of_three},     {"voi_discrete", discrete},
            {"conformal_split", conformal_sets}, {"conformal_pvalue", conformal_p},
            {"scores", scores},               {"submodular", submodular},
            {"contributions", contributions}, {"margin_moments", margin_moments},
            {"stability_interval", stability_interval}, {"stability_pair", stability_pair},
            {"counterfactual", counterfactual}, {"smaa2", smaa2},
            {"smaa2_mc_distributions", smaa2_distributions}, {"smaa2_exact", exact_smaa}};
}

}  // namespace discern::reference
