#include "base/hash_index.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace discern {
namespace {

TEST(HashIndex, finds_what_was_put_however_much_more_came) {
    HashIndex index;
    std::vector<std::string> things;
    for (std::uint32_t i = 0; i < 5000; ++i) {
        things.push_back("thing " + std::to_string(i));
        index.put(std::hash<std::string>{}(things.back()), i);
    }
    const auto find = [&](const std::string& wanted) {
        return index.find(std::hash<std::string>{}(wanted), [&](std::uint32_t number) { return things[number] == wanted; });
    };
    for (std::uint32_t i = 0; i < 5000; ++i) EXPECT_EQ(find(things[i]), i);
    EXPECT_EQ(find("thing 5000"), std::nullopt);
}

TEST(HashIndex, tells_things_of_one_hash_apart) {
    HashIndex index;
    index.expect(4);
    for (std::uint32_t i = 0; i < 40; ++i) index.put(7, i);
    for (std::uint32_t i = 0; i < 40; ++i) EXPECT_EQ(index.find(7, [i](std::uint32_t number) { return number == i; }), i);
    EXPECT_EQ(index.find(7, [](std::uint32_t) { return false; }), std::nullopt);
}

TEST(HashIndex, finds_nothing_where_nothing_is) {
    EXPECT_EQ(HashIndex().find(0, [](std::uint32_t) { return true; }), std::nullopt);
}

}  // namespace
}  // namespace discern
