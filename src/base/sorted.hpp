// Sorting without a std::sort or std::stable_sort of its own for each type and order, which is 2 to 5 KB of download.
// One sort of place numbers serves where speed does not matter, and a few values are put in place one by one. Equal values
// keep their order.
#pragma once

#include "base/function_ref.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

namespace discern {

// The numbers 0 to `count` - 1 in the order that `less` says of them.
[[nodiscard]] std::vector<std::uint32_t> sorted_places(std::size_t count,
                                                       FunctionRef<bool(std::uint32_t, std::uint32_t)> less);

// Puts such numbers in the order that `less` says.
void sort_places(std::vector<std::uint32_t>& places, FunctionRef<bool(std::uint32_t, std::uint32_t)> less);

// Puts such numbers in the order of the key of each, keys[place], the least first: a radix sort, for tens of thousands
// while somebody waits. Equal keys keep their order.
void sort_places_by(std::vector<std::uint32_t>& places, std::span<const std::uint64_t> keys);
// A key whose order is that of the numbers; none of them may be NaN.
[[nodiscard]] std::uint64_t sort_key(double number);

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

// For some dozens of values: each is moved before those that it is less than. More than that come only from input that
// means harm, and take the longer way, which stays quick.
template <class T, class Less = std::less<>>
void sort_few(std::vector<T>& values, Less less = {}) {
    constexpr std::size_t few = 64;
    if (values.size() > few) return sort_stably(values, std::move(less));
    for (std::size_t next = 1; next < values.size(); ++next) {
        std::size_t at = next;
        for (; at > 0 && less(values[next], values[at - 1]);) --at;
        if (at == next) continue;
        T value = std::move(values[next]);
        for (std::size_t place = next; place > at; --place) values[place] = std::move(values[place - 1]);
        values[at] = std::move(value);
    }
}

}  // namespace discern
