#include "notes/note_fold.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <utility>

namespace discern {

namespace {

// Letters of other scripts that look like Latin ones, in small form. Used only inside words that have Latin letters.
struct LookAlikeLetter {
    char32_t code;
    char latin;
};
constexpr std::array look_alikes{
    LookAlikeLetter{0x03b1, 'a'}, LookAlikeLetter{0x03b2, 'b'}, LookAlikeLetter{0x03b3, 'y'}, LookAlikeLetter{0x03b5, 'e'},
    LookAlikeLetter{0x03b7, 'n'}, LookAlikeLetter{0x03b9, 'i'}, LookAlikeLetter{0x03ba, 'k'}, LookAlikeLetter{0x03bc, 'm'},
    LookAlikeLetter{0x03bd, 'v'}, LookAlikeLetter{0x03bf, 'o'}, LookAlikeLetter{0x03c1, 'p'}, LookAlikeLetter{0x03c4, 't'},
    LookAlikeLetter{0x03c5, 'u'}, LookAlikeLetter{0x03c7, 'x'}, LookAlikeLetter{0x03c9, 'w'}, LookAlikeLetter{0x0430, 'a'},
    LookAlikeLetter{0x0432, 'b'}, LookAlikeLetter{0x0433, 'r'}, LookAlikeLetter{0x0435, 'e'}, LookAlikeLetter{0x043a, 'k'},
    LookAlikeLetter{0x043c, 'm'}, LookAlikeLetter{0x043d, 'h'}, LookAlikeLetter{0x043e, 'o'}, LookAlikeLetter{0x043f, 'n'},
    LookAlikeLetter{0x0440, 'p'}, LookAlikeLetter{0x0441, 'c'}, LookAlikeLetter{0x0442, 't'}, LookAlikeLetter{0x0443, 'y'},
    LookAlikeLetter{0x0445, 'x'}, LookAlikeLetter{0x044c, 'b'}, LookAlikeLetter{0x0455, 's'}, LookAlikeLetter{0x0456, 'i'},
    LookAlikeLetter{0x0457, 'i'}, LookAlikeLetter{0x0458, 'j'}, LookAlikeLetter{0x04bb, 'h'}, LookAlikeLetter{0x0501, 'd'},
    LookAlikeLetter{0x051b, 'q'}, LookAlikeLetter{0x051d, 'w'}, LookAlikeLetter{0x0570, 'h'}, LookAlikeLetter{0x0578, 'n'},
    LookAlikeLetter{0x057d, 'u'}, LookAlikeLetter{0x0585, 'o'}, LookAlikeLetter{0x13a0, 'd'}, LookAlikeLetter{0x13a9, 'y'}};

// Small capitals and other Latin variants that Unicode does not decompose; a clean note has no use for the capitals.
struct LatinVariant {
    char32_t code;
    char latin;
    bool is_fancy;
};
constexpr std::array latin_variants{
    LatinVariant{0x00f8, 'o', false}, LatinVariant{0x0111, 'd', false}, LatinVariant{0x0131, 'i', false},
    LatinVariant{0x0142, 'l', false}, LatinVariant{0x0251, 'a', true},  LatinVariant{0x0261, 'g', true},
    LatinVariant{0x0262, 'g', true},  LatinVariant{0x026a, 'i', true},  LatinVariant{0x0274, 'n', true},
    LatinVariant{0x0280, 'r', true},  LatinVariant{0x028f, 'y', true},  LatinVariant{0x0299, 'b', true},
    LatinVariant{0x029c, 'h', true},  LatinVariant{0x029f, 'l', true},  LatinVariant{0x1d00, 'a', true},
    LatinVariant{0x1d04, 'c', true},  LatinVariant{0x1d05, 'd', true},  LatinVariant{0x1d07, 'e', true},
    LatinVariant{0x1d0a, 'j', true},  LatinVariant{0x1d0b, 'k', true},  LatinVariant{0x1d0d, 'm', true},
    LatinVariant{0x1d0f, 'o', true},  LatinVariant{0x1d18, 'p', true},  LatinVariant{0x1d1b, 't', true},
    LatinVariant{0x1d1c, 'u', true},  LatinVariant{0x1d20, 'v', true},  LatinVariant{0x1d21, 'w', true},
    LatinVariant{0x1d22, 'z', true},  LatinVariant{0xa730, 'f', true},  LatinVariant{0xa731, 's', true}};

[[nodiscard]] char latin_for_look_alike(char32_t code) {
    const auto found = std::lower_bound(look_alikes.begin(), look_alikes.end(), code,
                                        [](const LookAlikeLetter& letter, char32_t c) { return letter.code < c; });
    return found != look_alikes.end() && found->code == code ? found->latin : '\0';
}

[[nodiscard]] bool is_invisible(char32_t code) {
    return code == 0x00ad || code == 0x034f || code == 0x180e || (code >= 0x200b && code <= 0x200f) ||
           (code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x206f) || code == 0xfeff ||
           (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0000 && code <= 0xe01ef) || code == 0x115f ||
           code == 0x1160 || code == 0x3164;
}

// Mathematical, circled, squared and regional letters: whole alphabets that pass filters.
[[nodiscard]] bool is_fancy_letter(char32_t code) {
    return (code >= 0x1d400 && code <= 0x1d7ff) || (code >= 0x249c && code <= 0x24e9) || (code >= 0x1f110 && code <= 0x1f189);
}

struct Decoded {
    char32_t code = 0;
    std::uint32_t length = 1;
    bool valid = false;
};

[[nodiscard]] Decoded decode_at(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) return {lead, 1, true};
    utf8proc_int32_t code = -1;
    const auto used = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                       static_cast<utf8proc_ssize_t>(text.size() - at), &code);
    if (used <= 0 || code < 0) return {0, 1, false};
    return {static_cast<char32_t>(code), static_cast<std::uint32_t>(used), true};
}

void note_disguise(FoldedNote& note, Disguise disguise, std::uint32_t begin, std::uint32_t end) {
    if (!note.disguises.empty()) {
        auto& last = note.disguises.back();
        if (last.disguise == disguise && begin <= last.end + 1) {
            last.end = std::max(last.end, end);
            return;
        }
    }
    note.disguises.push_back({begin, end, disguise});
}

void append_folded(FoldedNote& note, const Decoded& decoded, std::uint32_t at) {
    const auto end = at + decoded.length;
    const auto code = decoded.code;
    if (code < 0x80) {
        const bool capital = code >= U'A' && code <= U'Z';
        note.chars.push_back({capital ? code + 32 : code, at, end, capital});
        return;
    }
    if (code == 0x2018 || code == 0x2019 || code == 0x02bc) return note.chars.push_back({U'\'', at, end, false});
    if (is_han(code)) return note.chars.push_back({code, at, end, false});
    std::array<utf8proc_int32_t, 18> parts{};
    int boundary = 0;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
                                                        UTF8PROC_CASEFOLD | UTF8PROC_IGNORE | UTF8PROC_STRIPMARK);
    const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(code), parts.data(),
                                               static_cast<utf8proc_ssize_t>(parts.size()), options, &boundary);
    if (count <= 0 || count > static_cast<utf8proc_ssize_t>(parts.size())) return;
    const bool capital = utf8proc_category(static_cast<utf8proc_int32_t>(code)) == UTF8PROC_CATEGORY_LU;
    for (utf8proc_ssize_t i = 0; i < count; ++i) {
        auto part = static_cast<char32_t>(parts[static_cast<std::size_t>(i)]);
        for (const auto& variant : latin_variants) {
            if (variant.code == part) part = static_cast<char32_t>(variant.latin);
        }
        if (part == 0x2044) part = U'/';
        note.chars.push_back({part, at, end, capital});
    }
    if (code == 0x00e6 || code == 0x00c6 || code == 0x0153 || code == 0x0152) {
        note.chars.back().code = code < 0x100 ? U'a' : U'o';
        note.chars.push_back({U'e', at, end, capital});
    }
}

// The run of ASCII that begins at `at`; answers where it ends.
std::uint32_t append_ascii(FoldedNote& note, std::string_view text, std::uint32_t at) {
    auto end = at + 1;
    while (end < text.size() && static_cast<unsigned char>(text[end]) < 0x80) ++end;
    const auto before = note.chars.size();
    note.chars.resize(before + end - at);
    for (auto* folded = note.chars.data() + before; at < end; ++at, ++folded) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const bool capital = byte >= 'A' && byte <= 'Z';
        *folded = {static_cast<char32_t>(capital ? byte + 32 : byte), at, at + 1, capital};
    }
    return end;
}

// Words that mix Latin letters with look-alikes of other scripts become Latin.
void undo_look_alikes(FoldedNote& note) {
    auto& chars = note.chars;
    for (std::size_t i = 0; i < chars.size();) {
        if (!is_word_char(chars[i].code)) {
            ++i;
            continue;
        }
        std::size_t end = i;
        bool has_latin = false, all_known = true, has_foreign = false;
        for (; end < chars.size() && is_word_char(chars[end].code); ++end) {
            const auto code = chars[end].code;
            if (code >= U'a' && code <= U'z') has_latin = true;
            if (code < 0x80) continue;
            has_foreign = true;
            if (latin_for_look_alike(code) == '\0') all_known = false;
        }
        if (has_latin && has_foreign && all_known) {
            for (std::size_t k = i; k < end; ++k) {
                if (chars[k].code >= 0x80) chars[k].code = static_cast<char32_t>(latin_for_look_alike(chars[k].code));
            }
            note_disguise(note, Disguise::LookAlike, chars[i].begin, chars[end - 1].end);
        }
        i = end;
    }
}

}  // namespace

bool is_rare_blank(char32_t code) {
    return code == 0x00a0 || code == 0x3000 || (code >= 0x2000 && code <= 0x200a) || code == 0x202f || code == 0x2028 || code == 0x2029;
}

bool is_word_char(char32_t code) {
    if (code < 0x80) return is_ascii_alnum(code);
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(code))) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ND: return true;
        default: return false;
    }
}

FoldedNote fold_note(std::string_view note, bool undo_disguises) {
    FoldedNote folded;
    fold_note_into(note, undo_disguises, folded);
    return folded;
}

void fold_note_into(std::string_view note, bool undo_disguises, FoldedNote& folded) {
    folded.clear();
    folded.chars.reserve(note.size());
    bool hidden_before = false;  // an invisible character stands since the last letter
    std::uint32_t hidden_at = 0;
    std::uint32_t last_keycap_end = 0;
    bool any_foreign_letter = false;
    for (std::uint32_t at = 0; at < note.size();) {
        if (static_cast<unsigned char>(note[at]) < 0x80 && !hidden_before) {
            at = append_ascii(folded, note, at);
            continue;
        }
        const auto decoded = decode_at(note, at);
        const auto end = at + decoded.length;
        if (!decoded.valid) {
            // a broken byte says nothing
        } else if (decoded.code == 0x20e3) {  // keycap: the digit is there already
            if (undo_disguises && !folded.chars.empty()) {
                const auto& digit = folded.chars.back();
                if (last_keycap_end == digit.begin) note_disguise(folded, Disguise::KeycapDigits, digit.begin, end);
                last_keycap_end = end;
            }
        } else if (is_invisible(decoded.code)) {
            if (!hidden_before && !folded.chars.empty() && is_ascii_alnum(folded.chars.back().code)) {
                hidden_before = decoded.code < 0xfe00 || decoded.code == 0xfeff;
                hidden_at = at;
            }
            if (!undo_disguises && hidden_before) folded.chars.push_back({U' ', at, end, false});
        } else {
            const auto before = folded.chars.size();
            append_folded(folded, decoded, at);
            if (folded.chars.size() > before && undo_disguises) {
                const auto code = folded.chars.back().code;
                if (hidden_before && is_ascii_alnum(code) && decoded.code < 0x80) {
                    note_disguise(folded, Disguise::ZeroWidth, hidden_at, end);
                }
                const bool fancy = is_fancy_letter(decoded.code) ||
                                   std::any_of(latin_variants.begin(), latin_variants.end(),
                                               [&](const auto& v) { return v.is_fancy && v.code == decoded.code; });
                if (fancy && is_ascii_alnum(code)) note_disguise(folded, Disguise::FancyLetters, at, end);
                if (code >= 0x370 && !is_han(code)) any_foreign_letter = true;
            }
            hidden_before = false;
        }
        at = end;
    }
    if (undo_disguises && any_foreign_letter) undo_look_alikes(folded);
}

std::u32string folded_word(std::string_view text) {
    std::u32string word;
    for (const auto& c : fold_note(text, false).chars) word.push_back(c.code);
    return word;
}

}  // namespace discern
