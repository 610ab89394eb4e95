#include "judgement/acceptability.hpp"

#include <algorithm>

namespace discern {

RankShares rank_shares(std::span<const double> values, std::size_t draws, std::size_t alternatives) {
    RankShares result;
    result.alternatives = alternatives;
    result.share.assign(alternatives * alternatives, 0);
    result.better.assign(alternatives * alternatives, 0);
    result.firsts.assign(alternatives, 0);
    const double step = 1 / static_cast<double>(draws);
    for (std::size_t s = 0; s < draws; ++s) {
        const double* row = &values[s * alternatives];
        for (std::size_t a = 0; a < alternatives; ++a) {
            std::size_t rank = 0;
            for (std::size_t b = 0; b < alternatives; ++b) {
                if (row[b] > row[a]) ++rank;
                else if (row[a] > row[b]) result.better[a * alternatives + b] += step;
            }
            result.share[a * alternatives + rank] += step;
            if (rank == 0) ++result.firsts[a];
        }
    }
    return result;
}

std::vector<std::uint32_t> best_of_counts(std::span<const float> weights, std::size_t draws,
                                          std::span<const float> facts, std::size_t alternatives,
                                          std::size_t criteria) {
    constexpr std::size_t block = 256;  // alternatives at a time: facts of a block stay in the first cache
    std::vector<std::uint32_t> counts(alternatives, 0);
    std::vector<float> best(draws, -3.4e38f);
    std::vector<std::uint32_t> winner(draws, 0);
    float values[block];
    for (std::size_t from = 0; from < alternatives; from += block) {
        const std::size_t width = std::min(block, alternatives - from);
        for (std::size_t s = 0; s < draws; ++s) {
            std::fill(values, values + width, 0.0f);
            for (std::size_t i = 0; i < criteria; ++i) {
                const float w = weights[s * criteria + i];
                const float* row = &facts[i * alternatives + from];
                for (std::size_t a = 0; a < width; ++a) values[a] += w * row[a];
            }
            float top = values[0];
            for (std::size_t a = 1; a < width; ++a) top = values[a] > top ? values[a] : top;
            if (top > best[s]) {
                best[s] = top;
                winner[s] = static_cast<std::uint32_t>(
                    from + static_cast<std::size_t>(std::find(values, values + width, top) - values));
            }
        }
    }
    for (const std::uint32_t a : winner)
        if (alternatives) ++counts[a];
    return counts;
}

}  // namespace discern
