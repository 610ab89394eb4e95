#include "base/numbers.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace discern {
namespace {

constexpr std::size_t longest_double_text = 64;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

NumberStyle& number_style() {
    static NumberStyle style;
    return style;
}

}  // namespace

std::optional<double> double_from_text(std::string_view text) {
    if (text.empty() || text.size() > longest_double_text) return std::nullopt;
    bool has_digit = false;
    for (const char c : text) {
        if (is_digit(c))
            has_digit = true;
        else if (c != '+' && c != '-' && c != '.' && c != 'e' && c != 'E')
            return std::nullopt;
    }
    if (!has_digit) return std::nullopt;
    std::array<char, longest_double_text + 1> terminated{};
    text.copy(terminated.data(), text.size());
    char* end = nullptr;
    const double value = std::strtod(terminated.data(), &end);
    if (end != terminated.data() + text.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

std::optional<std::uint64_t> count_from_text(std::string_view text) {
    if (text.empty() || text.size() > 18) return std::nullopt;
    std::uint64_t value = 0;
    for (const char c : text) {
        if (!is_digit(c)) return std::nullopt;
        value = value * 10 + static_cast<std::uint64_t>(c - '0');
    }
    return value;
}

std::string text_from_double(double value) {
    std::array<char, 40> text{};
    if (!std::isfinite(value)) return "0";
    for (int digits = 6; digits <= 17; ++digits) {
        std::snprintf(text.data(), text.size(), "%.*g", digits, value);
        if (std::strtod(text.data(), nullptr) == value) break;
    }
    return text.data();
}

std::string hex_text(std::uint64_t value) {
    std::string text(16, '0');
    for (std::size_t i = text.size(); i-- > 0; value >>= 4) text[i] = "0123456789abcdef"[value & 15];
    return text;
}
void set_number_style(NumberStyle style) { number_style() = std::move(style); }

std::string grouped(std::uint64_t count) {
    std::string digits = std::to_string(count);
    const NumberStyle& style = number_style();
    if (count < style.grouped_from) return digits;
    for (std::size_t left = (digits.size() - 1) / 3, at = digits.size(); left > 0; --left) digits.insert(at -= 3, style.group);
    return digits;
}

std::string decimal_text(double number, int places) {
    const double scale = std::pow(10.0, places);
    const auto scaled = static_cast<std::uint64_t>(std::llround(std::abs(number) * scale));
    const auto behind = static_cast<std::size_t>(places);
    std::string digits = std::to_string(scaled);
    if (digits.size() <= behind) digits.insert(0, behind + 1 - digits.size(), '0');
    if (behind > 0) digits.insert(digits.size() - behind, number_style().decimal);
    return (number < 0 && scaled > 0 ? "-" : "") + digits;
}

std::string one_decimal(double number) {
    const auto tenths = static_cast<std::uint64_t>(std::llround(std::max(0.0, number) * 10));
    return grouped(tenths / 10) + number_style().decimal + std::to_string(tenths % 10);
}

}  // namespace discern
