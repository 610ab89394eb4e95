// Other methods of judging by several criteria, written from their published definitions. They are not part of Discern:
// they stand here so that figures of other programs can be reproduced and compared.
#include "tests/reference/operations.hpp"

#include "judgement/value_function.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace discern::reference {
namespace {

// ---- additive value with given functions, UTADIS solutions ----------------------------------------------------------

double value_by_points(double x, const json& function) {
    Numbers xs = numbers(function["x"]), ys = numbers(function["y"]);
    std::vector<std::size_t> order(xs.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return xs[a] < xs[b]; });
    Numbers cutoffs, values;
    for (const std::size_t i : order) {
        cutoffs.push_back(xs[i]);
        values.push_back(ys[i]);
    }
    return piecewise_value(x, cutoffs, values, false);
}

json additive_value(const json& in) {
    const json& functions = in["value_functions"];
    Numbers weights(functions.size(), 1);
    if (in.contains("weights") && in["weights"].is_array() && !in["weights"].empty()) weights = numbers(in["weights"]);
    Table partial;
    Numbers overall;
    for (const auto& row : table(in["performance"])) {
        Numbers parts;
        double sum = 0;
        for (std::size_t i = 0; i < row.size(); ++i) {
            parts.push_back(value_by_points(row[i], functions[i]));
            sum += weights[i] * parts.back();
        }
        partial.push_back(parts);
        overall.push_back(sum);
    }
    return {{"partial", partial}, {"overall", overall}};
}

json utadis_check(const json& in) {
    json model = {{"performance", in["performance"]}, {"value_functions", in["solution"]["value_functions"]}};
    const Numbers overall = numbers(additive_value(model)["overall"]);
    const Numbers bounds = numbers(in["solution"]["category_lower_bounds"]);
    json assignments = json::array();
    for (const double u : overall) {
        std::size_t category = 0;
        while (category < bounds.size() && u < bounds[category] - 1e-9) ++category;
        assignments.push_back(category);
    }
    double sum_of_maxima = 0;
    for (const json& function : in["solution"]["value_functions"]) {
        const Numbers ys = numbers(function["y"]);
        sum_of_maxima += *std::max_element(ys.begin(), ys.end());
    }
    return {{"total_error", 0.0}, {"assignments", assignments}, {"normalised", sum_of_maxima}, {"overall", overall}};
}

// ---- AHP: T. Saaty 1980; consistency after W. Koczkodaj 1993 ---------------------------------------------------------

Numbers principal_vector(const Table& a, double& lambda) {
    const std::size_t n = a.size();
    Numbers w(n, 1 / static_cast<double>(n)), next(n);
    for (int round = 0; round < 5000; ++round) {
        double sum = 0;
        for (std::size_t i = 0; i < n; ++i) {
            next[i] = 0;
            for (std::size_t j = 0; j < n; ++j) next[i] += a[i][j] * w[j];
            sum += next[i];
        }
        for (std::size_t i = 0; i < n; ++i) w[i] = next[i] / sum;
    }
    lambda = 0;
    for (std::size_t i = 0; i < n; ++i) {
        double row = 0;
        for (std::size_t j = 0; j < n; ++j) row += a[i][j] * w[j];
        lambda += row / w[i] / static_cast<double>(n);
    }
    return w;
}

json ahp(const json& in) {
    const Table a = table(in["matrix"]);
    const double n = static_cast<double>(a.size());
    double lambda = 0;
    const Numbers w = principal_vector(a, lambda);
    const double index = (lambda - n) / (n - 1);
    json out = {{"weights", w}, {"lambda_max", lambda}, {"CI", index}};
    if (in.contains("RI")) out["CR"] = index / in["RI"].get<double>();
    Numbers geometric;
    for (const auto& row : a) {
        double sum = 0;
        for (const double x : row) sum += std::log(x);
        geometric.push_back(std::exp(sum / n));
    }
    const double total = std::accumulate(geometric.begin(), geometric.end(), 0.0);
    for (double& g : geometric) g /= total;
    out["geometric_weights"] = geometric;
    if (in.contains("alternatives")) {
        Numbers overall;
        for (std::size_t i = 0; i < in["alternatives"].size(); ++i) {
            double ignored = 0;
            const Numbers local = principal_vector(table(in["alternatives"][i]), ignored);
            overall.resize(local.size(), 0);
            for (std::size_t k = 0; k < local.size(); ++k) overall[k] += w[i] * local[k];
        }
        out["overall"] = overall;
    }
    return out;
}

json koczkodaj(const json& in) {
    const Table a = table(in["matrix"]);
    double worst = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        for (std::size_t j = i + 1; j < a.size(); ++j)
            for (std::size_t k = j + 1; k < a.size(); ++k) {
                const double x = a[i][j], y = a[i][k], z = a[j][k];
                worst = std::max(worst, std::min(std::fabs(1 - y / (x * z)), std::fabs(1 - x * z / y)));
            }
    return {{"koczkodaj", worst}};
}

// ---- PROMETHEE: J.-P. Brans, P. Vincke 1985 ---------------------------------------------------------------------------

double preference(const std::string& kind, double d, double q, double p, double s) {
    if (kind == "usual") return d > 0 ? 1 : 0;
    if (kind == "u-shape") return d > q ? 1 : 0;
    if (kind == "v-shape") return d <= 0 ? 0 : std::min(1.0, d / p);
    if (kind == "level") return d <= q ? 0 : d <= p ? 0.5 : 1;
    if (kind == "linear") return d <= q ? 0 : d > p ? 1 : (d - q) / (p - q);
    return d <= 0 ? 0 : 1 - std::exp(-d * d / (2 * s * s));  // gaussian
}

json promethee(const json& in) {
    const Table a = table(in["matrix"]);
    const Numbers weights = numbers(in["weights"]);
    const std::size_t m = a.size(), n = weights.size();
    const auto threshold = [&](const char* key, std::size_t j) {
        if (!in.contains(key) || !in[key].is_array() || in[key].empty() || in[key][j].is_null()) return 0.0;
        return in[key][j].get<double>();
    };
    Table pi(m, Numbers(m, 0));
    Numbers plus(m, 0), minus(m, 0), net(m, 0);
    for (std::size_t x = 0; x < m; ++x)
        for (std::size_t y = 0; y < m; ++y) {
            if (x == y) continue;
            for (std::size_t j = 0; j < n; ++j) {
                const double sign = in["directions"][j] == "max" ? 1 : -1;
                pi[x][y] += weights[j] * preference(in["functions"][j].get<std::string>(), sign * (a[x][j] - a[y][j]), threshold("q", j),
                                                    threshold("p", j), threshold("s", j));
            }
            plus[x] += pi[x][y] / static_cast<double>(m - 1);
            minus[y] += pi[x][y] / static_cast<double>(m - 1);
        }
    for (std::size_t x = 0; x < m; ++x) net[x] = plus[x] - minus[x];
    return {{"pi", pi}, {"phi_plus", plus}, {"phi_minus", minus}, {"phi_net", net}};
}

// ---- ELECTRE TRI-B: B. Roy; V. Mousseau et al., manual of version 2.0a ----------------------------------------------

struct Outranking {
    double concordance = 0, credibility = 0;
};

Outranking outranks(const Numbers& x, const Numbers& y, const json& criteria) {
    double total = 0, sum = 0;
    Numbers discordance;
    for (std::size_t j = 0; j < x.size(); ++j) {
        const json& c = criteria[j];
        const double d = c["sign"].get<double>() * (y[j] - x[j]);
        const double q = c["q"].get<double>(), p = c["p"].get<double>(), w = c["w"].get<double>();
        total += w;
        sum += w * (d <= q ? 1 : d >= p ? 0 : (p - d) / (p - q));
        if (!c.contains("v") || c["v"].is_null()) discordance.push_back(0);
        else {
            const double v = c["v"].get<double>();
            discordance.push_back(d <= p ? 0 : d >= v ? 1 : (d - p) / (v - p));
        }
    }
    Outranking result{sum / total, sum / total};
    for (const double d : discordance)
        if (d > result.concordance) result.credibility *= (1 - d) / (1 - result.concordance);
    return result;
}

json electre_tri(const json& in) {
    const json& criteria = in["criteria"];
    const double cut = in["lambda"].get<double>() - 1e-12;
    const Table profiles = table(in["profiles"]);
    json out = {{"pessimistic", json::array()}, {"optimistic", json::array()}, {"C_ab", json::array()},
                {"C_ba", json::array()},        {"S_ab", json::array()},       {"S_ba", json::array()}};
    for (const auto& x : table(in["alternatives"])) {
        Numbers c_ab, c_ba, s_ab, s_ba;
        for (const auto& b : profiles) {
            const auto up = outranks(x, b, criteria), down = outranks(b, x, criteria);
            c_ab.push_back(up.concordance);
            s_ab.push_back(up.credibility);
            c_ba.push_back(down.concordance);
            s_ba.push_back(down.credibility);
        }
        std::size_t pessimistic = profiles.size();
        while (pessimistic > 0 && s_ab[pessimistic - 1] < cut) --pessimistic;
        std::size_t optimistic = 0;
        while (optimistic < profiles.size() && !(s_ba[optimistic] >= cut && s_ab[optimistic] < cut)) ++optimistic;
        out["pessimistic"].push_back(pessimistic);
        out["optimistic"].push_back(optimistic);
        out["C_ab"].push_back(c_ab);
        out["C_ba"].push_back(c_ba);
        out["S_ab"].push_back(s_ab);
        out["S_ba"].push_back(s_ba);
    }
    return out;
}

json mr_sort(const json& in) {
    const Table profiles = table(in["profiles"]);
    const std::string mode = in.contains("veto_mode") && in["veto_mode"].is_string() ? in["veto_mode"].get<std::string>() : "";
    const auto sign = [&](std::size_t j) { return in["directions"][j] == "max" ? 1.0 : -1.0; };
    json categories = json::array();
    for (const auto& x : table(in["alternatives"])) {
        std::size_t k = 0;
        for (; k < profiles.size(); ++k) {
            double support = 0, against = 0;
            bool vetoed = false;
            for (std::size_t j = 0; j < x.size(); ++j) {
                if (sign(j) * (x[j] - profiles[k][j]) >= 0) support += in["weights"][j].get<double>();
                if (mode == "absolute") {
                    const json& veto = in["vetoes"][k][j];
                    vetoed = vetoed || (!veto.is_null() && sign(j) * (x[j] - veto.get<double>()) <= 0);
                } else if (mode == "coalition") {
                    const double gap = in["veto_gaps"][k][j].get<double>();
                    if (sign(j) * (profiles[k][j] - gap * sign(j) - x[j]) >= 0)
                        against += in["veto_weights"][j].get<double>();
                }
            }
            if (mode == "coalition") vetoed = against >= in["veto_lambda"].get<double>() - 1e-12;
            if (support >= in["lambda"].get<double>() - 1e-12 && !vetoed) break;
        }
        categories.push_back(k);
    }
    return {{"category", categories}};
}

// ---- SMAA-TRI with weights even on the simplex: a coalition of k of n weighs Beta(k, n - k) --------------------------

double binomial_tail(std::size_t k, std::size_t r, double x) {  // I_x(k, r) for whole k and r
    if (k == 0) return 1;
    if (r == 0) return x < 1 ? 0 : 1;
    const std::size_t n = k + r - 1;
    double sum = 0;
    for (std::size_t j = k; j <= n; ++j) {
        double term = 1;
        for (std::size_t i = 0; i < j; ++i) term *= static_cast<double>(n - i) / static_cast<double>(i + 1);
        sum += term * std::pow(x, static_cast<double>(j)) * std::pow(1 - x, static_cast<double>(n - j));
    }
    return sum;
}

json smaa_tri_uniform(const json& in) {
    const std::size_t n = in["directions"].size();
    const double low = in["lambda"][0].get<double>(), high = in["lambda"][1].get<double>();
    const auto shares = [&](double cut, const std::vector<std::size_t>& coalitions) {
        Numbers at_least = {1};
        for (const std::size_t k : coalitions)
            at_least.push_back(k > 0 && k < n ? 1 - binomial_tail(k, n - k, cut) : k == n ? 1.0 : 0.0);
        at_least.push_back(0);
        Numbers result;
        for (std::size_t j = 0; j + 1 < at_least.size(); ++j) result.push_back(at_least[j] - at_least[j + 1]);
        return result;
    };
    json out = json::array();
    for (const auto& x : table(in["alternatives"])) {
        std::vector<std::size_t> coalitions;
        for (const auto& profile : table(in["profiles"])) {
            std::size_t k = 0;
            for (std::size_t j = 0; j < n; ++j)
                k += (in["directions"][j] == "max" ? x[j] - profile[j] : profile[j] - x[j]) >= 0;
            coalitions.push_back(k);
        }
        if (high == low) {
            out.push_back(shares(low, coalitions));
            continue;
        }
        constexpr int panels = 2000;  // Simpson's rule over lambda
        Numbers total(coalitions.size() + 1, 0);
        for (int j = 0; j <= panels; ++j) {
            const double weight = (j == 0 || j == panels ? 1.0 : j % 2 ? 4.0 : 2.0) / (3.0 * panels);
            const Numbers at = shares(low + (high - low) * j / panels, coalitions);
            for (std::size_t c = 0; c < at.size(); ++c) total[c] += weight * at[c];
        }
        out.push_back(total);
    }
    return {{"category_acceptability", out}};
}

// ---- Choquet integral, subsets as bit masks: M. Grabisch ------------------------------------------------------------

json choquet(const json& in) {
    const auto n = in["n"].get<std::size_t>();
    const Numbers mu = numbers(in["capacity"]);
    const std::size_t subsets = std::size_t{1} << n;
    const auto size = [](std::size_t s) { return static_cast<double>(std::popcount(s)); };
    Numbers moebius(subsets, 0);
    for (std::size_t s = 0; s < subsets; ++s)
        for (std::size_t t = 0; t < subsets; ++t)
            if ((t & s) == t) moebius[s] += (std::popcount(s ^ t) % 2 ? -1 : 1) * mu[t];
    Numbers shapley(n, 0), integrals;
    json interaction = json::array();
    for (std::size_t p = 0; p < n; ++p) {
        json row = json::array();
        for (std::size_t s = 1; s < subsets; ++s)
            if (s >> p & 1u) shapley[p] += moebius[s] / size(s);
        for (std::size_t q = 0; q < n; ++q) {
            double sum = 0;
            for (std::size_t s = 0; s < subsets; ++s)
                if ((s >> p & 1u) && (s >> q & 1u) && p != q) sum += moebius[s] / (size(s) - 1);
            row.push_back(p == q ? json() : json(sum));
        }
        interaction.push_back(row);
    }
    for (const auto& f : table(in["f"])) {
        std::vector<std::size_t> order(n);
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return f[a] < f[b]; });
        double sum = 0, before = 0;
        std::size_t above = subsets - 1;
        for (const std::size_t k : order) {
            sum += (f[k] - before) * mu[above];
            before = f[k];
            above &= ~(std::size_t{1} << k);
        }
        integrals.push_back(sum);
    }
    return {{"choquet", integrals}, {"shapley", shapley}, {"interaction", interaction}, {"mobius", moebius}};
}

// ---- evidential reasoning: Y.-M. Wang, J.-B. Yang, D.-L. Xu 2006 -----------------------------------------------------

json evidential_reasoning(const json& in) {
    const Table belief = table(in["belief"]);
    const Numbers weights = numbers(in["weights"]), utility = numbers(in["utility"]);
    const std::size_t grades = belief.front().size();
    Numbers products(grades, 1);
    double open = 1, rest = 1;
    for (std::size_t i = 0; i < belief.size(); ++i) {
        const double assigned = std::accumulate(belief[i].begin(), belief[i].end(), 0.0);
        for (std::size_t k = 0; k < grades; ++k) products[k] *= weights[i] * belief[i][k] + 1 - weights[i] * assigned;
        open *= 1 - weights[i] * assigned;
        rest *= 1 - weights[i];
    }
    const double sum = std::accumulate(products.begin(), products.end(), 0.0);
    const double scale = 1 / (sum - static_cast<double>(grades - 1) * open);
    Numbers combined;
    double expected = 0;
    for (std::size_t k = 0; k < grades; ++k) {
        combined.push_back(scale * (products[k] - open) / (1 - scale * rest));
        expected += combined.back() * utility[k];
    }
    const double ignorance = scale * (open - rest) / (1 - scale * rest);
    return {{"belief", combined},
            {"ignorance", ignorance},
            {"u_min", expected + ignorance * *std::min_element(utility.begin(), utility.end())},
            {"u_max", expected + ignorance * *std::max_element(utility.begin(), utility.end())}};
}

}  // namespace

std::vector<Operation> peer_operations() {
    return {{"additive_value", additive_value}, {"utadis_check", utadis_check},   {"ahp", ahp},
            {"koczkodaj", koczkodaj},           {"promethee", promethee},         {"electre_tri", electre_tri},
            {"mrsort", mr_sort},                {"smaatri_uniform", smaa_tri_uniform}, {"choquet", choquet},
            {"er", evidential_reasoning}};
}

}  // namespace discern::reference
