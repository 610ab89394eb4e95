#include "base/sorted.hpp"

#include <algorithm>
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

}  // namespace discern
