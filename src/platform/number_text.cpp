// Numbers to and from text without the C library's printf and strtod, which reckon in 128 bits and would be a hundredth of
// the page: the browser rounds as exactly (number_from_text and text_from_number stand in web/host_library.js). Only the
// page is linked with this; it understands what ImGui, nlohmann::json and our own code ask for.
#include <algorithm>
#include <array>
#include <cstdarg>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string_view>

namespace {

// Nearly all numbers of our tables: at most 15 digits over a power of ten that a double holds exactly. One division is
// rounded as the number itself would be (Clinger, How to read floating point numbers accurately, 1990), and no text has to
// be handed to the browser.
bool read_short_number(const char* text, const char*& behind, double& number) {
    const char* at = text;
    const bool negative = *at == '-';
    if (negative) ++at;
    double digits = 0, power = 1;
    int count = 0;
    const auto take = [&](double by) {
        const char* const begin = at;
        for (; *at >= '0' && *at <= '9'; ++at, ++count, power *= by) digits = digits * 10 + (*at - '0');
        return at != begin;
    };
    if (!take(1)) return false;
    if (*at == '.' && !(++at, take(10))) return false;
    if (count > 15 || *at == 'e' || *at == 'E' || *at == '.') return false;
    behind = at;
    number = negative ? -digits / power : digits / power;
    return true;
}

}  // namespace

extern "C" {

double number_from_text(const char* text, const char** end);
// As C's %f, %e or %g (`conversion`); answers the bytes written, at most 400.
std::size_t text_from_number(double number, char conversion, int precision, char* out);

double strtod(const char* text, char** end) {
    const char* behind = text;
    double number = 0;
    if (!read_short_number(text, behind, number)) number = number_from_text(text, &behind);
    if (end != nullptr) *end = const_cast<char*>(behind);
    return number;
}

// Stand beside it in the library, which would come along for them; JSON names them and uses neither.
float strtof(const char* text, char** end) { return static_cast<float>(strtod(text, end)); }
long double strtold(const char* text, char** end) { return strtod(text, end); }
}

namespace {

// What is written, as far as there is room, and how long it is in all.
struct Written {
    char* out;
    std::size_t room, size = 0;
    void add(std::string_view text) {
        if (size < room) std::memcpy(out + size, text.data(), std::min(text.size(), room - size));
        size += text.size();
    }
    void fill(char with, int count) {
        for (; count > 0; --count) add({&with, 1});
    }
};

struct Directive {
    bool left = false, zeros = false, plus = false, large = false;
    int width = 0, precision = -1;
};

std::string_view digits_of(std::uint64_t value, unsigned base, bool capital, std::array<char, 32>& room) {
    std::size_t at = room.size();
    for (; value > 0; value /= base) room[--at] = (capital ? "0123456789ABCDEF" : "0123456789abcdef")[value % base];
    return {room.data() + at, room.size() - at};
}

void put(Written& written, const Directive& how, std::string_view sign, int zeros, std::string_view text) {
    const int length = static_cast<int>(sign.size() + text.size()) + zeros, missing = how.width - length;
    if (!how.left && !how.zeros) written.fill(' ', missing);
    written.add(sign);
    written.fill('0', zeros + (how.zeros && !how.left ? std::max(missing, 0) : 0));
    written.add(text);
    if (how.left) written.fill(' ', missing);
}

void put_whole(Written& written, Directive how, std::uint64_t value, std::string_view sign, unsigned base, bool capital) {
    std::array<char, 32> room;
    const std::string_view digits = digits_of(value, base, capital, room);
    if (how.precision >= 0) how.zeros = false;
    put(written, how, sign, std::max(0, std::max(how.precision, how.precision < 0 ? 1 : 0) - static_cast<int>(digits.size())), digits);
}

int number_in(const char*& format, va_list& given) {
    if (*format == '*') return ++format, va_arg(given, int);
    int number = 0;
    for (; *format >= '0' && *format <= '9'; ++format) number = number * 10 + (*format - '0');
    return number;
}

Directive directive_in(const char*& format, va_list& given) {
    Directive how;
    for (;; ++format) {
        if (*format == '-') how.left = true;
        else if (*format == '0') how.zeros = true;
        else if (*format == '+') how.plus = true;
        else if (*format != '#' && *format != ' ') break;
    }
    how.width = number_in(format, given);
    if (how.width < 0) how.left = true, how.width = -how.width;
    if (*format == '.') how.precision = number_in(++format, given);
    for (; std::strchr("hljzt", *format) != nullptr && *format != 0; ++format)  // long and size_t have 32 bits
        how.large |= *format == 'j' || (*format == 'l' && format[1] == 'l');
    return how;
}

}  // namespace

extern "C" {

int vsnprintf(char* out, std::size_t room, const char* format, va_list list) {
    va_list given;
    va_copy(given, list);
    Written written{out, room > 0 ? room - 1 : 0};
    while (*format != 0) {
        const char* begin = format;
        while (*format != 0 && *format != '%') ++format;
        written.add({begin, format});
        if (*format == 0) break;
        Directive how = directive_in(++format, given);
        const char conversion = *format;
        if (conversion == 0) break;
        ++format;
        if (conversion == 'd' || conversion == 'i') {
            const std::int64_t value = how.large ? va_arg(given, std::int64_t) : va_arg(given, int);
            const auto size = value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
            put_whole(written, how, size, value < 0 ? "-" : how.plus ? "+" : "", 10, false);
        } else if (conversion == 'u' || conversion == 'x' || conversion == 'X' || conversion == 'p') {
            const std::uint64_t value = how.large ? va_arg(given, std::uint64_t) : va_arg(given, unsigned);
            put_whole(written, how, value, conversion == 'p' ? "0x" : "", conversion == 'u' ? 10 : 16, conversion == 'X');
        } else if (conversion == 's') {
            const char* text = va_arg(given, const char*);
            if (text == nullptr) text = "(null)";
            put(written, how, "", 0, {text, how.precision < 0 ? std::strlen(text) : strnlen(text, static_cast<std::size_t>(how.precision))});
        } else if (conversion == 'c') {
            const char letter = static_cast<char>(va_arg(given, int));
            put(written, how, "", 0, {&letter, 1});
        } else if (std::strchr("eEfFgG", conversion) != nullptr) {
            std::array<char, 400> text;
            const double value = va_arg(given, double);
            const int precision = std::clamp(how.precision < 0 ? 6 : how.precision, 0, 60);
            std::string_view digits(text.data(), text_from_number(value, static_cast<char>(conversion | 32), precision, text.data()));
            const bool negative = digits.starts_with('-');
            if (negative) digits.remove_prefix(1);
            put(written, how, negative ? "-" : how.plus ? "+" : "", 0, digits);
        } else {
            written.add({&conversion, 1});
        }
    }
    va_end(given);
    if (room > 0) out[std::min(written.size, room - 1)] = 0;
    return static_cast<int>(written.size);
}

int snprintf(char* out, std::size_t room, const char* format, ...) {
    va_list given;
    va_start(given, format);
    const int size = vsnprintf(out, room, format, given);
    va_end(given);
    return size;
}
}

// The C++ library says with printf why it ends.
_LIBCPP_BEGIN_NAMESPACE_STD
_LIBCPP_NORETURN void __libcpp_verbose_abort(const char*, ...) { std::abort(); }
_LIBCPP_END_NAMESPACE_STD
