#include "base/sorted.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
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

}  // namespace
}  // namespace discern
