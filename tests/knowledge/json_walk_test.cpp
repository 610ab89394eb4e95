#include "knowledge/json_walk.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace discern {
namespace {

// All there is, as text: names and strings as they stand, numbers times ten.
void tell(JsonWalk& walk, std::string& told) {
    if (walk.peek() == '{') {
        told += '{';
        for (walk.open('{'); walk.next('}');) {
            told += std::string(walk.name()) + '=';
            tell(walk, told);
        }
        told += '}';
    } else if (walk.peek() == '[') {
        told += '[';
        for (walk.open('['); walk.next(']');) tell(walk, told);
        told += ']';
    } else if (walk.peek() == '"') {
        told += std::string(walk.text()) + ';';
    } else {
        told += std::to_string(static_cast<int>(walk.number() * 10)) + ';';
    }
}

TEST(JsonWalk, meets_all_that_stands_in_objects_and_arrays) {
    JsonWalk walk(R"( {"a": [1, -2.5, []], "b": {"c": "x y", "d": {}}} )");
    std::string told;
    tell(walk, told);
    EXPECT_EQ(told, "{a=[10;-25;[]]b={c=x y;d={}}}");
    EXPECT_TRUE(walk.is_whole());
}

TEST(JsonWalk, goes_past_what_nobody_asks_for) {
    JsonWalk walk(R"({"no": {"a": [true, false, null, "t", 1e3]}, "yes": 7})");
    double number = 0;
    for (walk.open('{'); walk.next('}');) {
        if (walk.name() == "yes") number = walk.number();
        else walk.skip();
    }
    EXPECT_EQ(number, 7);
    EXPECT_TRUE(walk.is_whole());
}

TEST(JsonWalk, of_damage_ends_and_says_so) {
    const std::string whole = R"({"a": [1, "b", {"c": true}], "d": null})";
    for (std::size_t length = 0; length < whole.size(); ++length) {
        JsonWalk walk(std::string_view(whole).substr(0, length));
        walk.skip();
        EXPECT_FALSE(walk.is_whole()) << whole.substr(0, length);
    }
    for (const std::string_view damaged : {R"({"a" 1})", R"({"a": 1 "b": 2})", R"([1, 2}])", R"(["a\\n"])", R"([tru])", R"([1] 2)", "x"}) {
        JsonWalk walk(damaged);
        walk.skip();
        EXPECT_FALSE(walk.is_whole()) << damaged;
    }
}

}  // namespace
}  // namespace discern
