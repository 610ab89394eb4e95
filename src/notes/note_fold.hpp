// A note as plain small letters, with the way back to the bytes of the original. Disguised words are written out:
// look-alike letters, zero-width characters, spaced-out words, "dot com", keycap digits, digits for letters.
#pragma once

#include "notes/note_lexicon.hpp"
#include "notes/read_note.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace discern {

// One code point of the folded text and the bytes of the original that it stands for.
struct FoldedChar {
    char32_t code = 0;
    std::uint32_t begin = 0, end = 0;  // bytes of the original
    bool capital = false;              // was a capital letter
};

struct FoldedNote {
    std::vector<FoldedChar> chars;
    std::vector<UndoneDisguise> disguises;

    void clear() {
        chars.clear();
        disguises.clear();
    }
};

// Small letters without accents; "ß" is "ss". Invalid UTF-8 bytes are left out. Undoes what concerns single
// characters when `undo_disguises` is set.
[[nodiscard]] FoldedNote fold_note(std::string_view note, bool undo_disguises);
// The same into `folded`, filled anew; what it held before only lends its memory.
void fold_note_into(std::string_view note, bool undo_disguises, FoldedNote& folded);

// Undoes what concerns whole words, with the lexicon's watchwords, hosts and domains.
void undo_disguised_words(FoldedNote& note, const NoteLexicon::Compiled& lexicon);

// The same folding for the lexicon's own words.
[[nodiscard]] std::u32string folded_word(std::string_view text);

[[nodiscard]] constexpr bool is_ascii_alnum(char32_t code) {
    return (code >= U'a' && code <= U'z') || (code >= U'0' && code <= U'9');
}
[[nodiscard]] constexpr bool is_digit(char32_t code) { return code >= U'0' && code <= U'9'; }
[[nodiscard]] constexpr bool is_han(char32_t code) {
    return (code >= 0x3400 && code <= 0x9fff) || (code >= 0x20000 && code <= 0x2ffff);
}
// A letter or digit of any script.
[[nodiscard]] bool is_word_char(char32_t code);
[[nodiscard]] bool is_rare_blank(char32_t code);
[[nodiscard]] inline bool is_blank(char32_t code) {
    return code < 0x80 ? code == U' ' || code == U'\n' || code == U'\t' || code == U'\r' : is_rare_blank(code);
}

}  // namespace discern
