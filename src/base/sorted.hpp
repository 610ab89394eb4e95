// Sorting where speed does not matter: one sort of place numbers serves all types, because each std::sort or
// std::stable_sort of another type is 2 to 5 KB of download. Equal values keep their order.
#pragma once

#include "base/function_ref.hpp"

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace discern {

// The numbers 0 to `count` - 1 in the order that `less` says of them.
[[nodiscard]] std::vector<std::uint32_t> sorted_places(std::size_t count,
                                                       FunctionRef<bool(std::uint32_t, std::uint32_t)> less);

template <class T, class Less = std::less<>>
void sort_stably(std::vector<T>& values, Less less = {}) {
    if (values.size() < 2) return;
    const auto places = sorted_places(
        values.size(), [&](std::uint32_t a, std::uint32_t b) { return static_cast<bool>(less(values[a], values[b])); });
    std::vector<T> sorted;
    sorted.reserve(values.size());
    for (const std::uint32_t place : places) sorted.push_back(std::move(values[place]));
    values = std::move(sorted);
}

}  // namespace discern
