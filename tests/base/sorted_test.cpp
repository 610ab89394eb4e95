#include "base/sorted.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace discern {
namespace {

struct Card {
    std::size_t rank = 0, dealt = 0;
    bool operator==(const Card&) const = default;
};

constexpr auto by_rank = [](const Card& a, const Card& b) { return a.rank < b.rank; };

std::vector<Card> dealt(std::size_t count) {
    std::vector<Card> cards;
    for (std::size_t i = 0; i < count; ++i) cards.push_back({i * 7919 % 13, i});
    return cards;
}

TEST(Sorting, puts_few_and_many_in_the_same_order_and_keeps_equals_as_they_came) {
    for (const std::size_t count : {0, 1, 2, 40, 64, 65, 1000}) {
        auto expected = dealt(count), few = expected, stably = expected;
        std::stable_sort(expected.begin(), expected.end(), by_rank);
        sort_few(few, by_rank);
        sort_stably(stably, by_rank);
        EXPECT_EQ(few, expected) << count;
        EXPECT_EQ(stably, expected) << count;
    }
}

TEST(Sorting, of_places_keeps_equals_as_they_came) {
    const auto cards = dealt(200);
    auto expected = cards;
    std::stable_sort(expected.begin(), expected.end(), by_rank);
    const auto places = sorted_places(cards.size(), [&](std::uint32_t a, std::uint32_t b) { return by_rank(cards[a], cards[b]); });
    for (std::size_t i = 0; i < places.size(); ++i) EXPECT_EQ(cards[places[i]], expected[i]);
}

TEST(Sorting, by_keys_keeps_equals_as_they_came) {
    for (const std::size_t count : {0, 1, 2, 1000}) {
        std::vector<std::uint64_t> keys(count);
        for (std::size_t i = 0; i < count; ++i) keys[i] = (i * 7919 % 13) << (i % 5 * 13);  // in every byte
        std::vector<std::uint32_t> places;
        for (std::size_t i = count; i-- > 0;) places.push_back(static_cast<std::uint32_t>(i));
        auto expected = places;
        std::stable_sort(expected.begin(), expected.end(), [&](auto a, auto b) { return keys[a] < keys[b]; });
        sort_places_by(places, keys);
        EXPECT_EQ(places, expected);
    }
}

TEST(Sorting, by_the_keys_of_numbers_is_by_the_numbers) {
    const std::vector<double> rising = {-std::numeric_limits<double>::infinity(), -1e300, -2, -1, -1e-300, 0, 1e-300, 0.25, 1, 3, 1e300, std::numeric_limits<double>::infinity()};
    for (std::size_t i = 1; i < rising.size(); ++i) EXPECT_LT(sort_key(rising[i - 1]), sort_key(rising[i])) << rising[i];
    EXPECT_EQ(sort_key(-0.0), sort_key(0.0));
}

}  // namespace
}  // namespace discern
