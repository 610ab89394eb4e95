// SMAA-2 from draws: rank and first-place shares, central weights, confidence factors, entropies.
#include "tests/reference/operations.hpp"

#include "base/random.hpp"
#include "judgement/acceptability.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace discern::reference {
namespace {

struct DrawnShares {
    json first_values = json::array(), first_ranks = json::array();
    RankShares shares;
    json weights = json::array(), confidence = json::array();
    double rank_entropy = 0, choice_entropy = 0;
};

// SMAA-2 from draws: meas[s][a][i] values, pref[s][i] weights.
template <class Values, class Weights>
DrawnShares shares_of_draws(std::size_t draws, std::size_t alternatives, std::size_t criteria, Values value,
                            Weights weight) {
    Numbers worths(draws * alternatives);
    for (std::size_t s = 0; s < draws; ++s)
        for (std::size_t a = 0; a < alternatives; ++a)
            for (std::size_t i = 0; i < criteria; ++i) worths[s * alternatives + a] += value(s, a, i) * weight(s, i);
    DrawnShares out;
    out.shares = rank_shares(worths, draws, alternatives);
    std::vector<std::pair<std::vector<std::size_t>, std::size_t>> orders;
    Table central(alternatives, Numbers(criteria, 0));
    std::vector<std::vector<std::size_t>> ranks(draws, std::vector<std::size_t>(alternatives));
    for (std::size_t s = 0; s < draws; ++s) {
        const double* row = &worths[s * alternatives];
        for (std::size_t a = 0; a < alternatives; ++a) {
            ranks[s][a] = 1;
            for (std::size_t b = 0; b < alternatives; ++b) ranks[s][a] += row[b] > row[a];
            if (ranks[s][a] == 1)
                for (std::size_t i = 0; i < criteria; ++i) central[a][i] += weight(s, i);
        }
        if (s < 5) {
            out.first_values.push_back(Numbers(row, row + alternatives));
            out.first_ranks.push_back(ranks[s]);
        }
    }
    const double size = static_cast<double>(draws);
    for (std::size_t a = 0; a < alternatives; ++a) {
        if (out.shares.firsts[a] == 0) {
            out.weights.push_back(json::array());
            for (std::size_t i = 0; i < criteria; ++i) out.weights.back().push_back(nullptr);
            out.confidence.push_back(nullptr);
            continue;
        }
        for (double& w : central[a]) w /= out.shares.firsts[a];
        out.weights.push_back(central[a]);
        std::size_t best = 0;
        for (std::size_t s = 0; s < draws; ++s) {
            std::size_t winner = 0;
            double top = -HUGE_VAL;
            for (std::size_t b = 0; b < alternatives; ++b) {
                double worth = 0;
                for (std::size_t i = 0; i < criteria; ++i) worth += value(s, b, i) * central[a][i];
                if (worth > top) {
                    top = worth;
                    winner = b;
                }
            }
            best += winner == a;
        }
        out.confidence.push_back(static_cast<double>(best) / size);
    }
    std::sort(ranks.begin(), ranks.end());
    const auto add_entropy = [&](double& entropy, double share) {
        if (share > 0) entropy -= share * std::log2(share);
    };
    for (std::size_t s = 0; s < draws;) {
        std::size_t same = s;
        while (same < draws && ranks[same] == ranks[s]) ++same;
        add_entropy(out.rank_entropy, static_cast<double>(same - s) / size);
        s = same;
    }
    for (std::size_t a = 0; a < alternatives; ++a) add_entropy(out.choice_entropy, out.shares.share[a * alternatives]);
    return out;
}

json square(const Numbers& flat, std::size_t n) {
    json rows = json::array();
    for (std::size_t a = 0; a < n; ++a)
        rows.push_back(Numbers(flat.begin() + static_cast<std::ptrdiff_t>(a * n),
                               flat.begin() + static_cast<std::ptrdiff_t>((a + 1) * n)));
    return rows;
}

}  // namespace

json smaa2(const json& in) {
    std::vector<Table> values;
    for (const json& draw : in["meas"]) values.push_back(table(draw));
    const Table weights = table(in["pref"]);
    const std::size_t m = values.front().size(), n = weights.front().size();
    const auto out = shares_of_draws(
        values.size(), m, n, [&](std::size_t s, std::size_t a, std::size_t i) { return values[s][a][i]; },
        [&](std::size_t s, std::size_t i) { return weights[s][i]; });
    return {{"values_first5", out.first_values}, {"ranks_first5", out.first_ranks}, {"ra", square(out.shares.share, m)},
            {"pwi", square(out.shares.better, m)}, {"cw", out.weights}, {"cf", out.confidence},
            {"H_rank", out.rank_entropy}, {"H_choice", out.choice_entropy}};
}

json smaa2_distributions(const json& in) {
    constexpr std::size_t draws = 200'000;
    Random random(1);
    const std::size_t m = in["alternatives"].size(), n = in["criteria"].size();
    Numbers values(draws * m * n), weights(draws * n);
    for (std::size_t i = 0; i < n; ++i) {
        const json& criterion = in["criteria"][i];
        const double low = criterion["scale"][0].get<double>(), high = criterion["scale"][1].get<double>();
        for (std::size_t a = 0; a < m; ++a) {
            const double mean = criterion["params"][a][0].get<double>(), sd = criterion["params"][a][1].get<double>();
            for (std::size_t s = 0; s < draws; ++s) {
                double x = mean + sd * random.normal();
                if (criterion["dist"] == "lognormal") x = std::exp(x);
                values[(s * m + a) * n + i] =
                    criterion["ascending"].get<bool>() ? (x - low) / (high - low) : (high - x) / (high - low);
            }
        }
    }
    for (std::size_t s = 0; s < draws; ++s) {  // even on the simplex: exponentials over their sum
        double sum = 0;
        for (std::size_t i = 0; i < n; ++i) sum += weights[s * n + i] = -std::log1p(-random.unit());
        for (std::size_t i = 0; i < n; ++i) weights[s * n + i] /= sum;
    }
    const auto out = shares_of_draws(
        draws, m, n, [&](std::size_t s, std::size_t a, std::size_t i) { return values[(s * m + a) * n + i]; },
        [&](std::size_t s, std::size_t i) { return weights[s * n + i]; });
    return {{"ra", square(out.shares.share, m)}, {"cw", out.weights}, {"cf", out.confidence}};
}

}  // namespace discern::reference
