#include "judgement/acceptability.hpp"

#include "judgement/lanes.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace discern {
namespace {

constexpr std::size_t draws_at_once = 4;  // so that each fact that is loaded serves four draws

// The largest value that each of four draws gives to an alternative of the stretch.
std::array<float, draws_at_once> largest_values(const Lanes* weights, const float* facts, std::size_t width,
                                                std::size_t criteria) {
    Lanes top0 = Lanes::all(-HUGE_VALF), top1 = top0, top2 = top0, top3 = top0;
    for (std::size_t a = 0; a < width; a += 2 * Lanes::count) {
        const Lanes none = Lanes::all(0);
        Lanes low0 = none, low1 = none, low2 = none, low3 = none, high0 = none, high1 = none, high2 = none, high3 = none;
        for (std::size_t i = 0; i < criteria; ++i) {
            const Lanes low = Lanes::load(facts + i * width + a), high = Lanes::load(facts + i * width + a + Lanes::count);
            const Lanes w0 = weights[i], w1 = weights[criteria + i], w2 = weights[2 * criteria + i],
                        w3 = weights[3 * criteria + i];
            low0 = low0.plus(low.times(w0));
            high0 = high0.plus(high.times(w0));
            low1 = low1.plus(low.times(w1));
            high1 = high1.plus(high.times(w1));
            low2 = low2.plus(low.times(w2));
            high2 = high2.plus(high.times(w2));
            low3 = low3.plus(low.times(w3));
            high3 = high3.plus(high.times(w3));
        }
        top0 = top0.larger(low0).larger(high0);
        top1 = top1.larger(low1).larger(high1);
        top2 = top2.larger(low2).larger(high2);
        top3 = top3.larger(low3).larger(high3);
    }
    const auto largest = [](Lanes lanes) {
        float each[Lanes::count];
        lanes.store(each);
        return *std::max_element(std::begin(each), std::end(each));
    };
    return {largest(top0), largest(top1), largest(top2), largest(top3)};
}

// The values of one draw, summed in the same order.
void values_of(const Lanes* weights, const float* facts, std::size_t width, std::size_t criteria, float* out) {
    for (std::size_t a = 0; a < width; a += Lanes::count) {
        Lanes sum = Lanes::all(0);
        for (std::size_t i = 0; i < criteria; ++i) sum = sum.plus(Lanes::load(facts + i * width + a).times(weights[i]));
        sum.store(out + a);
    }
}

}  // namespace

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
    // Facts in blocks that stay in the first cache, criterion by criterion; the last block is filled up with copies of
    // its last alternative, which never win: ties go to the first.
    constexpr std::size_t block = 256;
    const std::size_t blocks = (alternatives + block - 1) / block;
    std::vector<std::uint32_t> counts(alternatives, 0);
    if (alternatives == 0) return counts;
    std::vector<float> stretch(criteria * block), best(draws, -HUGE_VALF), values(block);
    std::vector<std::uint32_t> winner(draws, 0);
    std::vector<Lanes> spread(draws_at_once * criteria, Lanes::all(0));
    for (std::size_t b = 0; b < blocks; ++b) {
        const std::size_t from = b * block;
        for (std::size_t i = 0; i < criteria; ++i)
            for (std::size_t a = 0; a < block; ++a)
                stretch[i * block + a] = facts[i * alternatives + std::min(from + a, alternatives - 1)];
        for (std::size_t s = 0; s < draws; s += draws_at_once) {
            const std::size_t together = std::min(draws_at_once, draws - s);
            for (std::size_t k = 0; k < draws_at_once; ++k)
                for (std::size_t i = 0; i < criteria; ++i)
                    spread[k * criteria + i] = Lanes::all(weights[(s + std::min(k, together - 1)) * criteria + i]);
            const auto tops = largest_values(spread.data(), stretch.data(), block, criteria);
            for (std::size_t k = 0; k < together; ++k) {
                if (!(tops[k] > best[s + k])) continue;
                best[s + k] = tops[k];
                values_of(&spread[k * criteria], stretch.data(), block, criteria, values.data());
                const auto place = std::find(values.begin(), values.end(), tops[k]) - values.begin();
                winner[s + k] = static_cast<std::uint32_t>(from + static_cast<std::size_t>(place));
            }
        }
    }
    for (const std::uint32_t a : winner) ++counts[a];
    return counts;
}

}  // namespace discern
