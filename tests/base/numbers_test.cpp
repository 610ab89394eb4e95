#include "base/numbers.hpp"

#include <gtest/gtest.h>

using namespace discern;

TEST(DoubleFromText, reads_decimal_numbers_exactly) {
    EXPECT_EQ(double_from_text("0.1"), 0.1);
    EXPECT_EQ(double_from_text("-3"), -3.0);
    EXPECT_EQ(double_from_text("1e-9"), 1e-9);
}

TEST(DoubleFromText, refuses_what_is_no_decimal_number) {
    const std::string too_long(65, '1');
    for (const std::string& text :
         {std::string(), std::string("inf"), std::string("nan"), std::string("0x10"), std::string(" 1"),
          std::string("1 "), std::string("1,5"), std::string("1e999"), std::string("-"), too_long})
        EXPECT_EQ(double_from_text(text), std::nullopt) << text;
}

TEST(CountFromText, reads_digits_and_nothing_else) {
    EXPECT_EQ(count_from_text("30000"), 30'000u);
    for (const char* text : {"", "-1", "1.5", "1e3", "1234567890123456789"})
        EXPECT_EQ(count_from_text(text), std::nullopt) << text;
}

TEST(Grouped, puts_a_comma_between_thousands) {
    EXPECT_EQ(grouped(0), "0");
    EXPECT_EQ(grouped(999), "999");
    EXPECT_EQ(grouped(30'000), "30,000");
    EXPECT_EQ(grouped(1'234'567), "1,234,567");
}
