#include "text/fold.hpp"

#include "text/utf8.hpp"

#include <utf8proc.h>

#include <array>
#include <cstdint>
#include <utility>

namespace discern {
namespace {

utf8proc_category_t category_of(char32_t c) { return utf8proc_category(static_cast<utf8proc_int32_t>(c)); }

// Letters that Unicode does not decompose although a reader takes them for a plain letter with an ornament; after case
// folding, so lower-case only.
std::string_view plain_spelling(char32_t c) {
    switch (c) {
        case 0x00E6: return "ae";  // ae ligature
        case 0x00F0: return "d";   // eth
        case 0x00F8: return "o";   // o with stroke
        case 0x00FE: return "th";  // thorn
        case 0x0111: return "d";   // d with stroke
        case 0x0127: return "h";   // h with stroke
        case 0x0131: return "i";   // dotless i
        case 0x0142: return "l";   // l with stroke
        case 0x0153: return "oe";  // oe ligature
        case 0x0167: return "t";   // t with stroke
        case 0x0268: return "i";   // i with stroke
        case 0x2018:
        case 0x2019:
        case 0x02BC: return "'";
        default: return {};
    }
}

// Marks that ornament a letter: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel signs and hamza.
bool is_ornamental_mark(char32_t c) {
    return (c >= 0x0300 && c <= 0x036F) || (c >= 0x0483 && c <= 0x0489) || (c >= 0x0591 && c <= 0x05C7)
           || (c >= 0x0610 && c <= 0x061A) || (c >= 0x064B && c <= 0x065F) || c == 0x0670 || c == 0x0640
           || (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x20D0 && c <= 0x20FF);
}

bool is_invisible(utf8proc_category_t category) {
    return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF || category == UTF8PROC_CATEGORY_CS
           || category == UTF8PROC_CATEGORY_CO || category == UTF8PROC_CATEGORY_CN;
}

bool is_blank_category(utf8proc_category_t category) {
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

std::string folded_ascii(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    bool pending_blank = false;
    for (const char c : text) {
        if (c == ' ' || (c >= '\t' && c <= '\r')) {
            pending_blank = !result.empty();
            continue;
        }
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) continue;
        if (pending_blank) result += ' ';
        pending_blank = false;
        result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return result;
}

// What a character comes to by itself.
struct Folding {
    enum class Kind : std::uint8_t { Nothing, Blank, Points } kind = Kind::Nothing;
    std::uint8_t count = 0;
    bool may_compose = false;  // with what stands before it: marks, and the later letters of a hangul syllable
    std::array<utf8proc_int32_t, 32> points{};
};

bool may_compose(char32_t c) {
    if (c < 0x300) return false;
    const auto category = category_of(c);
    const bool is_mark = category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC || category == UTF8PROC_CATEGORY_ME;
    return is_mark || (c >= 0x1100 && c <= 0x11FF) || c >= 0x10000;
}

Folding folding_of(char32_t c) {
    Folding folding;
    const auto category = category_of(c);
    if (c == '\t' || c == '\n' || c == '\r' || is_blank_category(category) || is_emoji_or_symbol(c)) {
        folding.kind = Folding::Kind::Blank;
        return folding;
    }
    if (is_invisible(category) || (c >= 0xFE00 && c <= 0xFE0F)) return folding;
    folding.kind = Folding::Kind::Points;
    std::array<utf8proc_int32_t, 32> parts{};
    int boundary = 0;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD);
    const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts.data(), parts.size(), options, &boundary);
    const auto put = [&folding](char32_t point) {
        folding.may_compose = folding.may_compose || may_compose(point);
        if (folding.count < folding.points.size()) folding.points[folding.count++] = static_cast<utf8proc_int32_t>(point);
    };
    for (utf8proc_ssize_t i = 0; i < count && i < static_cast<utf8proc_ssize_t>(parts.size()); ++i) {
        const auto part = static_cast<char32_t>(parts[static_cast<std::size_t>(i)]);
        if (is_ornamental_mark(part)) continue;
        const std::string_view spelling = plain_spelling(part);
        for (const char letter : spelling) put(static_cast<unsigned char>(letter));
        if (spelling.empty()) put(part);
    }
    return folding;
}

// Han and whole hangul syllables, the bulk of their scripts: they are folded as they stand.
bool stays_as_it_is(char32_t c) { return (c >= 0x4E00 && c <= 0x9FEF) || (c >= 0xAC00 && c <= 0xD7A3); }

// Letters of most alphabets come to one letter. Names are full of them, so their answers are kept: 0 = look it up.
constexpr char32_t kept_until = 0x700;
const std::array<char16_t, kept_until>& single_letters() {
    static const std::array<char16_t, kept_until> letters = [] {
        std::array<char16_t, kept_until> made{};
        for (char32_t c = 0; c < kept_until; ++c) {
            const Folding folding = folding_of(c);
            const bool is_one = folding.kind == Folding::Kind::Points && folding.count == 1 && !folding.may_compose;
            if (is_one) made[c] = static_cast<char16_t>(folding.points[0]);
        }
        return made;
    }();
    return letters;
}

// Unicode's canonical ordering of marks after a base letter, which composing expects.
void order_marks(std::vector<utf8proc_int32_t>& points) {
    const auto rank = [](utf8proc_int32_t c) { return utf8proc_get_property(c)->combining_class; };
    for (std::size_t i = 1; i < points.size(); ++i)
        for (std::size_t j = i; j > 0 && rank(points[j]) != 0 && rank(points[j - 1]) > rank(points[j]); --j)
            std::swap(points[j], points[j - 1]);
}

}  // namespace

bool is_letter_or_digit(char32_t c) {
    if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (stays_as_it_is(c)) return true;
    const auto category = category_of(c);
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO);
}

bool is_emoji_or_symbol(char32_t c) {
    if (c < 0x80) return false;
    const auto category = category_of(c);
    return category == UTF8PROC_CATEGORY_SO || category == UTF8PROC_CATEGORY_SK;
}

std::string folded(std::string_view text) {
    if (is_ascii(text)) return folded_ascii(text);
    const auto& letters = single_letters();
    std::vector<utf8proc_int32_t> points;
    points.reserve(text.size());
    bool compose = false;
    for (std::size_t position = 0; position < text.size();) {
        const char32_t c = next_code_point(text, position);
        const char32_t letter = c < kept_until ? letters[c] : stays_as_it_is(c) ? c : 0;
        if (letter != 0) {
            points.push_back(static_cast<utf8proc_int32_t>(letter));
            continue;
        }
        const Folding folding = c == ' ' ? Folding{.kind = Folding::Kind::Blank} : folding_of(c);
        if (folding.kind == Folding::Kind::Blank && !points.empty() && points.back() != ' ') points.push_back(' ');
        points.insert(points.end(), folding.points.begin(), folding.points.begin() + folding.count);
        compose = compose || folding.may_compose;
    }
    while (!points.empty() && points.back() == ' ') points.pop_back();
    auto length = static_cast<utf8proc_ssize_t>(points.size());
    if (compose) {
        order_marks(points);
        length = utf8proc_normalize_utf32(points.data(), length,
                                          static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    }
    std::string result;
    result.reserve(text.size());
    for (utf8proc_ssize_t i = 0; i < length; ++i)
        append_utf8(result, static_cast<char32_t>(points[static_cast<std::size_t>(i)]));
    return result;
}

std::vector<Token> tokens(std::string_view text) {
    std::vector<Token> found;
    std::size_t begin = text.size(), end = 0;
    const auto finish = [&] {
        if (begin < end) {
            std::string word = folded(text.substr(begin, end - begin));
            if (!word.empty()) found.push_back({std::move(word), begin, end});
        }
        begin = text.size();
        end = 0;
    };
    for (std::size_t position = 0; position < text.size();) {
        const std::size_t at = position;
        const char32_t c = next_code_point(text, position);
        const bool is_joiner = c == '\'' || c == 0x2019 || c == 0x200C || c == 0x200D;
        if (is_letter_or_digit(c)) {
            if (begin == text.size()) begin = at;
            end = position;
        } else if (!(is_joiner && begin < text.size())) {
            finish();
        }
    }
    finish();
    return found;
}

}  // namespace discern
