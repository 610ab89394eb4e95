#include "platform/scripts.hpp"

#include <algorithm>
#include <array>

namespace discern {
namespace {

struct Range {
    char32_t first, last;
    Drawing drawing;
};

// From the blocks of Unicode 15. Whole blocks: a few unassigned points more do no harm.
constexpr std::array ranges = std::to_array<Range>({
    {0x0300, 0x036F, Drawing::Shaped},       // combining marks
    {0x0483, 0x0489, Drawing::Shaped},       // Cyrillic marks
    {0x0590, 0x08FF, Drawing::RightToLeft},  // Hebrew, Arabic, Syriac, Thaana, N'Ko, Samaritan, Mandaic, extensions
    {0x0900, 0x0DFF, Drawing::Shaped},       // Devanagari, Bengali, Gurmukhi, Gujarati, Oriya, Tamil, Telugu, Kannada, ...
    {0x0E00, 0x0FFF, Drawing::Shaped},       // Thai, Lao, Tibetan
    {0x1000, 0x109F, Drawing::Shaped},       // Myanmar
    {0x1100, 0x11FF, Drawing::Shaped},       // Hangul Jamo, which combine
    {0x135D, 0x135F, Drawing::Shaped},       // Ethiopic marks
    {0x1700, 0x18AF, Drawing::Shaped},       // Philippine scripts, Khmer, Mongolian
    {0x1900, 0x1CFF, Drawing::Shaped},       // Limbu, Tai Le, Buginese, Tai Tham, Balinese, Sundanese, Vedic, ...
    {0x1DC0, 0x1DFF, Drawing::Shaped},       // combining marks
    {0x200C, 0x200D, Drawing::Shaped},       // joiners
    {0x20D0, 0x20FF, Drawing::Shaped},       // combining marks for symbols (keycaps)
    {0x302A, 0x302F, Drawing::Shaped},       // ideographic marks
    {0x3099, 0x309A, Drawing::Shaped},       // kana voicing marks
    {0xA66F, 0xA67D, Drawing::Shaped},
    {0xA800, 0xA82F, Drawing::Shaped},       // Syloti Nagri
    {0xA840, 0xA8FF, Drawing::Shaped},       // Phags-pa, Saurashtra, Devanagari extended
    {0xA900, 0xABFF, Drawing::Shaped},       // Kayah Li, Rejang, Javanese, Cham, Tai Viet, Meetei Mayek
    {0xD7B0, 0xD7FF, Drawing::Shaped},       // Hangul Jamo extended
    {0xFB1D, 0xFDFF, Drawing::RightToLeft},  // Hebrew and Arabic presentation forms
    {0xFE00, 0xFE0F, Drawing::Shaped},       // variation selectors: emoji or text
    {0xFE20, 0xFE2F, Drawing::Shaped},       // combining half marks
    {0xFE70, 0xFEFC, Drawing::RightToLeft},  // Arabic presentation forms
    {0x10800, 0x10FFF, Drawing::RightToLeft},  // old scripts of the Near East, Hanifi Rohingya, Yezidi
    {0x1E800, 0x1EFFF, Drawing::RightToLeft},  // Mende Kikakui, Adlam, Arabic mathematics
});

constexpr bool within(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

}  // namespace

Drawing drawing_of(char32_t c) {
    if (c < 0x0300) return Drawing::Plain;
    const auto after = std::ranges::upper_bound(ranges, c, {}, &Range::first);
    if (after != ranges.begin() && c <= (after - 1)->last) return (after - 1)->drawing;
    // ImGui's characters are 16 bits wide: what lies beyond (emoji, rare Han) travels as a run of one.
    return c > 0xFFFF ? Drawing::Shaped : Drawing::Plain;
}

bool is_left_to_right_letter(char32_t c) {
    if (within(c, 'A', 'Z') || within(c, 'a', 'z')) return true;
    if (c < 0x00C0 || drawing_of(c) == Drawing::RightToLeft) return false;
    if (within(c, 0x0300, 0x036F) || within(c, 0x2000, 0x2BFF) || within(c, 0x2E00, 0x2E7F) || within(c, 0x3000, 0x3020)) return false;
    if (within(c, 0xFE00, 0xFE4F) || within(c, 0x1F000, 0x1FAFF) || c == 0x00D7 || c == 0x00F7 || c == 0xFFFD) return false;
    return true;
}

bool needs_dictionary_breaks(char32_t c) {
    return within(c, 0x0E00, 0x0EFF) || within(c, 0x1000, 0x109F) || within(c, 0x1780, 0x17FF) || within(c, 0x1950, 0x19DF) ||
           within(c, 0x1A20, 0x1AAF) || within(c, 0xA9E0, 0xA9FF) || within(c, 0xAA60, 0xAADF);
}

bool breaks_anywhere(char32_t c) {
    return within(c, 0x2E80, 0x2FFF) || within(c, 0x3040, 0x31FF) || within(c, 0x3400, 0x9FFF) || within(c, 0xA000, 0xA4CF) ||
           within(c, 0xF900, 0xFAFF) || within(c, 0x20000, 0x3FFFF);
}

char32_t decode_next(std::string_view utf8, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(utf8[i]); };
    const unsigned lead = byte(at++);
    if (lead < 0x80) return lead;
    const std::size_t more = lead >= 0xF0 && lead < 0xF8 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : 0;
    if (more == 0 || lead >= 0xF8 || at + more > utf8.size()) return 0xFFFD;
    char32_t c = lead & (0x3Fu >> more);
    for (std::size_t i = 0; i < more; ++i) {
        if ((byte(at + i) & 0xC0u) != 0x80u) return 0xFFFD;
        c = c << 6 | (byte(at + i) & 0x3Fu);
    }
    constexpr char32_t least[] = {0, 0x80, 0x800, 0x10000};
    if (c < least[more] || c > 0x10FFFF || within(c, 0xD800, 0xDFFF)) return 0xFFFD;
    at += more;
    return c;
}

void append_code_point(char32_t c, std::string& utf8) {
    const auto put = [&](char32_t byte) { utf8.push_back(static_cast<char>(byte)); };
    if (c < 0x80) return put(c);
    if (c < 0x800) {
        put(0xC0 | c >> 6);
    } else {
        if (c < 0x10000) {
            put(0xE0 | c >> 12);
        } else {
            put(0xF0 | c >> 18);
            put(0x80 | (c >> 12 & 0x3F));
        }
        put(0x80 | (c >> 6 & 0x3F));
    }
    put(0x80 | (c & 0x3F));
}

}  // namespace discern
