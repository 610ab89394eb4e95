#include "app/names.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace discern {
namespace {

struct Letter {
    std::uint32_t code = 0;
    std::string_view bytes;
};

std::vector<Letter> letters_of(std::string_view text) {
    std::vector<Letter> letters;
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<std::uint8_t>(text[at]);
        std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        length = std::min(length, text.size() - at);
        std::uint32_t code = length == 1 ? lead : lead & (0xFFu >> (length + 1));
        for (std::size_t next = 1; next < length; ++next)
            code = (code << 6) | (static_cast<std::uint8_t>(text[at + next]) & 0x3Fu);
        letters.push_back({code, text.substr(at, length)});
        at += length;
    }
    return letters;
}

bool is_letter(std::uint32_t code) {
    if (code < 0x80) return (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z');
    if (code < 0xC0 || code == 0xD7 || code == 0xF7) return false;
    if (code >= 0x2000 && code < 0x2C00) return false;  // punctuation, arrows, symbols
    if (code >= 0x3000 && code < 0x3040) return false;  // CJK punctuation
    return code < 0xFE00;                               // variation selectors, emoji and private use
}

bool is_ideograph(std::uint32_t code) { return code >= 0x3040 && code < 0xD7B0; }

std::string upper(const Letter& letter) {
    if (letter.code >= 'a' && letter.code <= 'z') return std::string(1, static_cast<char>(letter.code - 32));
    const bool latin_or_cyrillic = (letter.code >= 0xE0 && letter.code <= 0xFE) || (letter.code >= 0x430 && letter.code <= 0x44F);
    if (!latin_or_cyrillic) return std::string(letter.bytes);
    const std::uint32_t code = letter.code - 32;
    return {static_cast<char>(0xC0 | (code >> 6)), static_cast<char>(0x80 | (code & 0x3F))};
}

std::string aged(const Strings& strings, std::string_view family, std::int32_t days) {
    const auto key = [&](std::string_view unit) { return std::string("age.") + std::string(family) + "." + std::string(unit); };
    if (days <= 0) return strings.text(key("today"));
    const auto count = [&](std::string_view unit, std::int32_t number) {
        return strings.counted(key(unit), static_cast<std::uint64_t>(number));
    };
    if (days < 7) return count("days", days);
    if (days < 60) return count("weeks", days / 7);
    if (days < 730) return count("months", days * 12 / 365);
    return count("years", days / 365);
}

}  // namespace

std::string initials_of(std::string_view name) {
    std::vector<Letter> starts;
    bool in_word = false;
    for (const Letter& letter : letters_of(name)) {
        const bool counts = is_letter(letter.code);
        if (counts && !in_word) starts.push_back(letter);
        in_word = counts || letter.code == '\'' || letter.code == '-' || letter.code == 0x2019 || letter.code == '.';
    }
    if (starts.empty()) return "?";
    std::string result = upper(starts.front());
    if (starts.size() > 1 && !is_ideograph(starts.front().code)) result += upper(starts.back());
    return result;
}

std::size_t hue_of(std::string_view name) {
    std::uint32_t hash = 2166136261u;
    for (const char letter : name) hash = (hash ^ static_cast<std::uint8_t>(letter)) * 16777619u;
    return (hash >> 8) % 6;
}

std::string short_age(const Strings& strings, std::optional<Day> then, Day today) {
    return then ? aged(strings, "short", today.days_since_epoch - then->days_since_epoch) : std::string();
}

std::string long_age(const Strings& strings, std::optional<Day> then, Day today) {
    return then ? aged(strings, "long", today.days_since_epoch - then->days_since_epoch) : std::string();
}

}  // namespace discern
