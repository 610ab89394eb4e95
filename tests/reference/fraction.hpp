// Exact fractions of whole numbers of any size, as far as the exact polygons need them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace discern::reference {

// A whole number >= 0 in base 2^32, lowest digit first, without leading zeros.
class Natural {
public:
    Natural(std::uint64_t value = 0);
    [[nodiscard]] bool is_zero() const { return digits_.empty(); }
    [[nodiscard]] bool is_even() const { return digits_.empty() || digits_[0] % 2 == 0; }
    [[nodiscard]] int compare(const Natural& other) const;
    [[nodiscard]] Natural plus(const Natural& other) const;
    [[nodiscard]] Natural minus(const Natural& other) const;  // other must not be larger
    [[nodiscard]] Natural times(const Natural& other) const;
    [[nodiscard]] Natural half() const;
    [[nodiscard]] Natural twice() const { return plus(*this); }
    [[nodiscard]] Natural divided_by(const Natural& divisor) const;  // whole part
    [[nodiscard]] std::string text() const;                          // decimal
    [[nodiscard]] std::size_t bits() const;
    [[nodiscard]] bool bit(std::size_t index) const;
    [[nodiscard]] double value() const;

private:
    void trim();
    std::vector<std::uint32_t> digits_;
};

[[nodiscard]] Natural greatest_common_divisor(Natural a, Natural b);

// Reduced; the sign is the numerator's.
class Fraction {
public:
    Fraction(std::int64_t whole = 0);
    [[nodiscard]] static Fraction from_decimal(std::string_view text);  // "0.25", "-3", "1e-05"
    friend Fraction operator+(const Fraction& a, const Fraction& b);
    friend Fraction operator-(const Fraction& a, const Fraction& b) { return a + b.negated(); }
    friend Fraction operator*(const Fraction& a, const Fraction& b);
    friend Fraction operator/(const Fraction& a, const Fraction& b);
    [[nodiscard]] Fraction negated() const;
    [[nodiscard]] int sign() const { return over_.is_zero() ? 0 : negative_ ? -1 : 1; }
    [[nodiscard]] std::string text() const;  // "3/8", "0", "1"
    [[nodiscard]] double value() const;

private:
    Fraction(bool negative, Natural over, Natural under);
    bool negative_ = false;
    Natural over_, under_ = 1;
};

}  // namespace discern::reference
