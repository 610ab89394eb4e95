#include "text/utf8.hpp"

#include <array>
#include <cstdint>
#include <cstring>

namespace discern {
namespace {

constexpr char32_t replacement = 0xFFFD;

// Windows-1252 from 0x80 to 0x9F; the five bytes it leaves undefined give the replacement character.
constexpr std::array<char16_t, 32> windows_1252_high = {0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                                        0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

std::uint8_t byte_at(std::string_view text, std::size_t i) { return static_cast<std::uint8_t>(text[i]); }

// Length of the valid sequence at `position` (RFC 3629: no overlong forms, no surrogates), 0 if there is none.
std::size_t sequence_length(std::string_view text, std::size_t position) {
    const std::uint8_t lead = byte_at(text, position);
    if (lead < 0x80) return 1;
    std::size_t length = 0;
    std::uint8_t low = 0x80, high = 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF)
        length = 2;
    else if (lead >= 0xE0 && lead <= 0xEF) {
        length = 3;
        if (lead == 0xE0) low = 0xA0;
        if (lead == 0xED) high = 0x9F;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        length = 4;
        if (lead == 0xF0) low = 0x90;
        if (lead == 0xF4) high = 0x8F;
    }
    if (length == 0 || position + length > text.size()) return 0;
    const std::uint8_t second = byte_at(text, position + 1);
    if (second < low || second > high) return 0;
    for (std::size_t i = 2; i < length; ++i)
        if ((byte_at(text, position + i) & 0xC0) != 0x80) return 0;
    return length;
}

bool is_direction_control(char32_t c) {
    return c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF; }

bool is_blank(char32_t c) {
    return c == ' ' || c == 0xA0 || c == 0x202F || c == 0x3000 || (c >= 0x2000 && c <= 0x200A);
}

constexpr std::uint64_t every_byte = 0x0101010101010101u, high_bits = 0x8080808080808080u;

// High bits where a byte of a word without high bits is `value`.
constexpr std::uint64_t bytes_equal(std::uint64_t word, std::uint8_t value) {
    return ~((word ^ every_byte * value) + every_byte * 0x7F) & high_bits;
}

// Eight bytes of plain ASCII, of which no two that follow each other are blanks if it is of one line.
constexpr bool is_plain_word(std::uint64_t word, bool one_line) {
    if (word & high_bits) return false;
    std::uint64_t controls = ~(word + every_byte * (0x80 - 0x20)) & high_bits;  // below a blank
    if (!one_line) controls &= ~bytes_equal(word, '\n');
    const std::uint64_t blanks = one_line ? bytes_equal(word, ' ') : 0;
    return (controls | bytes_equal(word, 0x7F) | (blanks & (blanks << 8))) == 0;
}

// True when cleaning would change nothing but blanks at the ends.
bool is_plain(std::string_view text, bool one_line) {
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, 8);
        if (!is_plain_word(word, one_line)) return false;
        if (one_line && at > 0 && text[at] == ' ' && text[at - 1] == ' ') return false;
    }
    char previous = at > 0 ? text[at - 1] : '\0';
    for (const char c : text.substr(at)) {
        const auto byte = static_cast<std::uint8_t>(c);
        if (byte >= 0x80 || byte == 0x7F) return false;
        if (byte < 0x20 && (one_line || byte != '\n')) return false;
        if (one_line && c == ' ' && previous == ' ') return false;
        previous = c;
    }
    return true;
}

std::string_view without_blank_ends(std::string_view text) {
    constexpr std::string_view blanks = " \n\t\r";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string cleaned(std::string_view text, bool one_line) {
    text = without_blank_ends(text);
    if (is_plain(text, one_line)) return std::string(text);
    std::string repaired;
    if (!is_valid_utf8(text)) {
        repaired = repaired_utf8(text);
        text = repaired;
    }
    std::string clean;
    clean.reserve(text.size());
    bool pending_blank = false;
    for (std::size_t position = 0; position < text.size();) {
        const std::size_t begin = position;
        char32_t c = next_code_point(text, position);
        if (c == '\r') {
            if (position < text.size() && text[position] == '\n') continue;
            c = '\n';
        }
        if (c == 0x2028 || c == 0x2029) c = '\n';
        if (c == '\t' || (one_line && (c == '\n' || is_blank(c)))) c = ' ';
        if (is_direction_control(c) || (is_control(c) && c != '\n')) continue;
        if (one_line && c == ' ') {
            pending_blank = !clean.empty();
            continue;
        }
        if (pending_blank) clean += ' ';
        pending_blank = false;
        if (c == ' ' || c == '\n')
            clean += static_cast<char>(c);
        else
            clean += text.substr(begin, position - begin);
    }
    const std::string_view kept = without_blank_ends(clean);
    return kept.size() == clean.size() ? clean : std::string(kept);
}

}  // namespace

bool is_ascii(std::string_view text) {
    std::size_t i = 0;
    for (; i + 8 <= text.size(); i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + i, 8);
        if (word & 0x8080808080808080u) return false;
    }
    for (; i < text.size(); ++i)
        if (byte_at(text, i) >= 0x80) return false;
    return true;
}

bool is_valid_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        if (i + 8 <= text.size()) {
            std::uint64_t word = 0;
            std::memcpy(&word, text.data() + i, 8);
            if (!(word & 0x8080808080808080u)) {
                i += 8;
                continue;
            }
        }
        const std::size_t length = sequence_length(text, i);
        if (length == 0) return false;
        i += length;
    }
    return true;
}

char32_t next_long_code_point(std::string_view text, std::size_t& position) {
    const std::size_t length = sequence_length(text, position);
    const std::uint8_t lead = byte_at(text, position);
    if (length <= 1) {
        ++position;
        return length == 0 ? replacement : lead;
    }
    char32_t c = lead & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) c = (c << 6) | (byte_at(text, position + i) & 0x3Fu);
    position += length;
    return c;
}

void append_utf8(std::string& text, char32_t c) {
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = replacement;
    const auto put = [&text](char32_t byte) { text += static_cast<char>(static_cast<std::uint8_t>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6));
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3F));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

std::string repaired_utf8(std::string_view text) {
    std::string repaired;
    repaired.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = sequence_length(text, i);
        if (length > 0) {
            repaired += text.substr(i, length);
            i += length;
            continue;
        }
        const std::uint8_t stray = byte_at(text, i++);
        append_utf8(repaired, stray < 0xA0 ? char32_t{windows_1252_high[stray - 0x80u]} : char32_t{stray});
    }
    return repaired;
}

std::string utf8_from_utf16(std::string_view bytes, bool big_endian) {
    const auto unit_at = [&](std::size_t i) {
        const char32_t first = byte_at(bytes, i), second = byte_at(bytes, i + 1);
        return big_endian ? first << 8 | second : second << 8 | first;
    };
    std::string text;
    text.reserve(bytes.size() / 2);
    for (std::size_t i = 0; i + 2 <= bytes.size(); i += 2) {
        const char32_t unit = unit_at(i);
        const bool leads = unit >= 0xD800 && unit <= 0xDBFF;
        const char32_t next = leads && i + 4 <= bytes.size() ? unit_at(i + 2) : 0;
        if (next >= 0xDC00 && next <= 0xDFFF) {
            append_utf8(text, 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00));
            i += 2;
        } else {
            append_utf8(text, unit);
        }
    }
    return text;
}

std::string clean_text(std::string_view text) { return cleaned(text, false); }
std::string clean_line(std::string_view text) { return cleaned(text, true); }

}  // namespace discern
