// Seeded random numbers, written out so that every compiler and platform draws the same ones.
// Generator: D. Blackman and S. Vigna, xoshiro256** 1.0; seeded with splitmix64 as they advise.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace discern {

class Random {
public:
    explicit Random(std::uint64_t seed) {
        for (auto& word : state_) {  // splitmix64
            seed += 0x9e3779b97f4a7c15u;
            std::uint64_t z = seed;
            z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
            z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
            word = z ^ (z >> 31);
        }
    }

    // 64 random bits.
    std::uint64_t next() {
        const std::uint64_t result = rotated(state_[1] * 5, 7) * 9;
        const std::uint64_t t = state_[1] << 17;
        state_[2] ^= state_[0];
        state_[3] ^= state_[1];
        state_[1] ^= state_[2];
        state_[0] ^= state_[3];
        state_[2] ^= t;
        state_[3] = rotated(state_[3], 45);
        return result;
    }

    // 0 to bound - 1, each as likely; 0 when bound is 0. Draws again where a plain remainder would favour small values.
    std::uint64_t below(std::uint64_t bound) {
        if (bound < 2) return 0;
        const std::uint64_t threshold = (0 - bound) % bound;
        for (;;) {
            const std::uint64_t bits = next();
            if (bits >= threshold) return bits % bound;
        }
    }

    // 0 inclusive to 1 exclusive, in steps of 2^-53.
    double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

    // Normal with mean 0 and deviation 1. G. Marsaglia's polar method; the second value of a pair is not kept, so that
    // what one call returns depends on the state alone.
    double normal() {
        for (;;) {
            const double x = 2 * unit() - 1;
            const double y = 2 * unit() - 1;
            const double square = x * x + y * y;
            if (square > 0 && square < 1) return x * std::sqrt(-2 * std::log(square) / square);
        }
    }

    // R. Durstenfeld's shuffle: every order of the sequence is as likely.
    template <class Sequence>
    void shuffle(Sequence& sequence) {
        for (std::size_t i = sequence.size(); i > 1; --i)
            std::swap(sequence[i - 1], sequence[static_cast<std::size_t>(below(i))]);
    }

private:
    static std::uint64_t rotated(std::uint64_t x, int by) { return (x << by) | (x >> (64 - by)); }
    std::array<std::uint64_t, 4> state_{};
};

}  // namespace discern
