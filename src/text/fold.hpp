// Folding: text reduced to what matters when it is compared. Unicode by utf8proc; ASCII takes a fast path.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace discern {

// NFC without case, Latin, Greek, Cyrillic, Arabic and Hebrew marks, and with letters that are only styled differently
// made plain (ligatures, full width, mathematical alphabets; l with stroke, o with slash, sharp s, dotless i, ae,
// thorn, d with stroke, eth). Emoji, format, control and zero-width characters go; blanks of any kind become one blank;
// none at the ends. Marks that carry a vowel or sound of their own (Devanagari, kana, hangul) stay.
[[nodiscard]] std::string folded(std::string_view text);

// A word or number of a text: its folded form, and its bytes [begin, end) in the text as given.
struct Token {
    std::string folded;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const Token&) const = default;
};

// Runs of letters, digits and inner apostrophes ("o'brien"); everything else separates. A run of Han, kana or Thai
// stays one token: those scripts write no blanks between words.
[[nodiscard]] std::vector<Token> tokens(std::string_view text);

[[nodiscard]] bool is_letter_or_digit(char32_t c);
[[nodiscard]] bool is_emoji_or_symbol(char32_t c);

}  // namespace discern
