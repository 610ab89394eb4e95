#include "tests/reference/fraction.hpp"

#include <algorithm>
#include <cmath>

namespace discern::reference {

Natural::Natural(std::uint64_t value) {
    for (; value; value >>= 32) digits_.push_back(static_cast<std::uint32_t>(value));
}

void Natural::trim() {
    while (!digits_.empty() && digits_.back() == 0) digits_.pop_back();
}

int Natural::compare(const Natural& other) const {
    if (digits_.size() != other.digits_.size()) return digits_.size() < other.digits_.size() ? -1 : 1;
    for (std::size_t i = digits_.size(); i-- > 0;)
        if (digits_[i] != other.digits_[i]) return digits_[i] < other.digits_[i] ? -1 : 1;
    return 0;
}

Natural Natural::plus(const Natural& other) const {
    Natural sum;
    std::uint64_t carry = 0;
    for (std::size_t i = 0; i < std::max(digits_.size(), other.digits_.size()) || carry; ++i) {
        carry += i < digits_.size() ? digits_[i] : 0;
        carry += i < other.digits_.size() ? other.digits_[i] : 0;
        sum.digits_.push_back(static_cast<std::uint32_t>(carry));
        carry >>= 32;
    }
    return sum;
}

Natural Natural::minus(const Natural& other) const {
    Natural gap = *this;
    std::int64_t borrow = 0;
    for (std::size_t i = 0; i < gap.digits_.size(); ++i) {
        std::int64_t digit = static_cast<std::int64_t>(gap.digits_[i]) - borrow;
        if (i < other.digits_.size()) digit -= other.digits_[i];
        borrow = digit < 0 ? 1 : 0;
        gap.digits_[i] = static_cast<std::uint32_t>(digit);
    }
    gap.trim();
    return gap;
}

Natural Natural::times(const Natural& other) const {
    Natural product;
    product.digits_.assign(digits_.size() + other.digits_.size(), 0);
    for (std::size_t i = 0; i < digits_.size(); ++i) {
        std::uint64_t carry = 0;
        for (std::size_t j = 0; j < other.digits_.size() || carry; ++j) {
            carry += product.digits_[i + j];
            if (j < other.digits_.size()) carry += static_cast<std::uint64_t>(digits_[i]) * other.digits_[j];
            product.digits_[i + j] = static_cast<std::uint32_t>(carry);
            carry >>= 32;
        }
    }
    product.trim();
    return product;
}

Natural Natural::half() const {
    Natural result = *this;
    for (std::size_t i = 0; i < result.digits_.size(); ++i) {
        const std::uint32_t above = i + 1 < result.digits_.size() ? result.digits_[i + 1] : 0;
        result.digits_[i] = result.digits_[i] >> 1 | above << 31;
    }
    result.trim();
    return result;
}

std::size_t Natural::bits() const {
    if (digits_.empty()) return 0;
    std::size_t count = (digits_.size() - 1) * 32;
    for (std::uint32_t top = digits_.back(); top; top >>= 1) ++count;
    return count;
}

bool Natural::bit(std::size_t index) const {
    return index / 32 < digits_.size() && (digits_[index / 32] >> (index % 32) & 1u);
}

Natural Natural::divided_by(const Natural& divisor) const {
    Natural quotient, rest;
    for (std::size_t i = bits(); i-- > 0;) {
        rest = rest.twice();
        if (bit(i)) rest = rest.plus(1);
        quotient = quotient.twice();
        if (rest.compare(divisor) >= 0) {
            rest = rest.minus(divisor);
            quotient = quotient.plus(1);
        }
    }
    return quotient;
}

std::string Natural::text() const {
    if (is_zero()) return "0";
    std::string reversed;
    for (Natural left = *this; !left.is_zero();) {
        const Natural tenth = left.divided_by(10);
        const Natural digit = left.minus(tenth.times(10));
        reversed += static_cast<char>('0' + static_cast<int>(digit.value()));
        left = tenth;
    }
    return {reversed.rbegin(), reversed.rend()};
}

double Natural::value() const {
    double sum = 0;
    for (std::size_t i = digits_.size(); i-- > 0;) sum = sum * 4294967296.0 + digits_[i];
    return sum;
}

Natural greatest_common_divisor(Natural a, Natural b) {
    if (a.is_zero()) return b;
    if (b.is_zero()) return a;
    std::size_t twos = 0;
    while (a.is_even() && b.is_even()) {
        a = a.half();
        b = b.half();
        ++twos;
    }
    while (!a.is_zero()) {
        while (a.is_even()) a = a.half();
        while (b.is_even()) b = b.half();
        if (a.compare(b) >= 0) a = a.minus(b);
        else std::swap(a, b), a = a.minus(b);
    }
    while (twos-- > 0) b = b.twice();
    return b;
}

Fraction::Fraction(std::int64_t whole)
    : negative_(whole < 0), over_(static_cast<std::uint64_t>(whole < 0 ? -whole : whole)) {}

Fraction::Fraction(bool negative, Natural over, Natural under) {
    const Natural shared = greatest_common_divisor(over, under);
    over_ = over.divided_by(shared);
    under_ = under.divided_by(shared);
    negative_ = negative && !over_.is_zero();
}

Fraction Fraction::from_decimal(std::string_view text) {
    Fraction value;
    bool negative = false, after_point = false;
    int exponent = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '-') negative = true;
        else if (c == '.') after_point = true;
        else if (c == 'e' || c == 'E') {
            exponent += std::stoi(std::string(text.substr(i + 1)));
            break;
        } else if (c >= '0' && c <= '9') {
            value = value * Fraction(10) + Fraction(c - '0');
            if (after_point) --exponent;
        }
    }
    for (; exponent < 0; ++exponent) value = value / Fraction(10);
    for (; exponent > 0; --exponent) value = value * Fraction(10);
    return negative ? value.negated() : value;
}

Fraction Fraction::negated() const {
    Fraction result = *this;
    result.negative_ = !negative_ && !over_.is_zero();
    return result;
}

Fraction operator+(const Fraction& a, const Fraction& b) {
    const Natural left = a.over_.times(b.under_), right = b.over_.times(a.under_), under = a.under_.times(b.under_);
    if (a.negative_ == b.negative_) return {a.negative_, left.plus(right), under};
    const bool left_wins = left.compare(right) >= 0;
    return {left_wins ? a.negative_ : b.negative_, left_wins ? left.minus(right) : right.minus(left), under};
}

Fraction operator*(const Fraction& a, const Fraction& b) {
    return {a.negative_ != b.negative_, a.over_.times(b.over_), a.under_.times(b.under_)};
}

Fraction operator/(const Fraction& a, const Fraction& b) {
    return {a.negative_ != b.negative_, a.over_.times(b.under_), a.under_.times(b.over_)};
}

std::string Fraction::text() const {
    std::string text = (negative_ ? "-" : "") + over_.text();
    if (under_.compare(1) != 0) text += "/" + under_.text();
    return text;
}

double Fraction::value() const {
    // 80 bits of the quotient as a whole number, then scaled: exact to the last place of a double.
    const auto shift = static_cast<std::int64_t>(under_.bits()) - static_cast<std::int64_t>(over_.bits()) + 80;
    Natural over = over_, under = under_;
    for (std::int64_t i = 0; i < shift; ++i) over = over.twice();
    for (std::int64_t i = 0; i > shift; --i) under = under.twice();
    const double size = std::ldexp(over.divided_by(under).value(), static_cast<int>(-shift));
    return negative_ ? -size : size;
}

}  // namespace discern::reference
