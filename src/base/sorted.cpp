#include "base/sorted.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>

namespace discern {

std::vector<std::uint32_t> sorted_places(std::size_t count, FunctionRef<bool(std::uint32_t, std::uint32_t)> less) {
    std::vector<std::uint32_t> places(count);
    std::iota(places.begin(), places.end(), 0U);
    sort_places(places, less);
    return places;
}

void sort_places(std::vector<std::uint32_t>& places, FunctionRef<bool(std::uint32_t, std::uint32_t)> less) {
    std::stable_sort(places.begin(), places.end(), [&](std::uint32_t a, std::uint32_t b) { return less(a, b); });
}

void sort_places_by(std::vector<std::uint32_t>& places, std::span<const std::uint64_t> keys) {
    std::vector<std::uint32_t> moved(places.size());
    for (unsigned shift = 0; shift < 64; shift += 8) {
        const auto digit = [&](std::uint32_t place) { return static_cast<std::size_t>(keys[place] >> shift & 0xff); };
        std::array<std::uint32_t, 256> next{};
        for (const std::uint32_t place : places) ++next[digit(place)];
        if (std::ranges::find(next, places.size()) != next.end()) continue;  // all have the same
        std::uint32_t begin = 0;
        for (std::uint32_t& count : next) begin += std::exchange(count, begin);
        for (const std::uint32_t place : places) moved[next[digit(place)]++] = place;
        places.swap(moved);
    }
}

std::uint64_t sort_key(double number) {
    constexpr std::uint64_t sign = std::uint64_t{1} << 63;
    const auto bits = std::bit_cast<std::uint64_t>(number + 0.0);  // one zero, not two
    return (bits & sign) != 0 ? ~bits : bits | sign;
}

}  // namespace discern
