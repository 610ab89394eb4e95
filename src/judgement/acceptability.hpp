// Ranks under many plausible weights: SMAA-2 (R. Lahdelma, P. Salminen 2001) over draws of weights and values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace discern {

// Draws by draw: values[s][a] of alternative a. Ties share the better rank.
struct RankShares {
    std::size_t alternatives = 0;
    std::vector<double> share;           // [a * alternatives + rank]: how often a has the rank (0 = first)
    std::vector<double> better;          // [a * alternatives + b]: how often a ranks before b
    std::vector<std::uint32_t> firsts;   // how often a is first
};
[[nodiscard]] RankShares rank_shares(std::span<const double> values, std::size_t draws, std::size_t alternatives);

// How often each alternative is best: draws x alternatives by matrix product in blocks, without keeping the values.
// `weights` draws x criteria, `facts` criteria x alternatives (one row a criterion); floats for width of the lanes.
[[nodiscard]] std::vector<std::uint32_t> best_of_counts(std::span<const float> weights, std::size_t draws,
                                                        std::span<const float> facts, std::size_t alternatives,
                                                        std::size_t criteria);

}  // namespace discern
