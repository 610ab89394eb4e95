// Numbers from text and to text, the same on every platform and in every locale.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace discern {

// Decimal text such as "0.25", "-3", "1e-9". Nothing for anything else: empty, longer than 64 characters, hexadecimal,
// "inf", "nan", a number too large for a double, blanks or other text around it. (g++ 12 and the web's C++ library
// disagree on from_chars for doubles; strtod is the common ground.)
[[nodiscard]] std::optional<double> double_from_text(std::string_view text);

// Decimal digits only, at most 18 of them: 0 to 999,999,999,999,999,999.
[[nodiscard]] std::optional<std::uint64_t> count_from_text(std::string_view text);

// The fewest digits that read back as the same number: "0.25", "1e-09", "-3". Of what is not finite: "0".
[[nodiscard]] std::string text_from_double(double value);

// 16 hexadecimal digits.
[[nodiscard]] std::string hex_text(std::uint64_t value);

// How the user's language writes numbers. One for the whole program, as a locale is: the page sets it when its language
// is known; English until then, and always on the command line.
struct NumberStyle {
    std::string group = ",", decimal = ".";
    std::uint64_t grouped_from = 1000;  // Spanish writes 1204 but 12.040
    bool operator==(const NumberStyle&) const = default;
};
void set_number_style(NumberStyle style);

// A count in groups of three digits: "30,000".
[[nodiscard]] std::string grouped(std::uint64_t count);
// With exactly that many digits after the sign: "0.30", "-1.25".
[[nodiscard]] std::string decimal_text(double number, int places);
// Not negative, with one digit after the sign: "1.5".
[[nodiscard]] std::string one_decimal(double number);

}  // namespace discern
