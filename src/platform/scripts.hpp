// What a code point asks of whoever draws it: nothing, its neighbours' help (shaping), or the other direction.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace discern {

enum class Drawing : std::uint8_t {
    Plain,       // one glyph after the other is right
    Shaped,      // joins, reorders, stacks or combines: draw the whole word at once
    RightToLeft  // and runs from right to left
};

[[nodiscard]] Drawing drawing_of(char32_t code_point);
// A letter that reads from left to right, so that right-to-left words on its two sides are two runs.
[[nodiscard]] bool is_left_to_right_letter(char32_t code_point);
// Scripts that put no spaces between words.
[[nodiscard]] bool needs_dictionary_breaks(char32_t code_point);
// Han, Kana and the like, between any two of which a line may break.
[[nodiscard]] bool breaks_anywhere(char32_t code_point);

// The code point at `at`, which moves behind it. Broken UTF-8 gives U+FFFD and moves one byte.
[[nodiscard]] char32_t decode_next(std::string_view utf8, std::size_t& at);
void append_code_point(char32_t code_point, std::string& utf8);

}  // namespace discern
