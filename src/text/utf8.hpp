// Bytes to clean UTF-8: checking, mending, reading and writing single characters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace discern {

[[nodiscard]] bool is_ascii(std::string_view text);
[[nodiscard]] bool is_valid_utf8(std::string_view text);

// Reads the character at `position` and moves past it. A byte that begins no valid sequence gives U+FFFD and is one
// byte long. `position` must be smaller than the size.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& position);
// The same for a character beyond ASCII.
[[nodiscard]] char32_t next_long_code_point(std::string_view text, std::size_t& position);
inline char32_t next_code_point(std::string_view text, std::size_t& position) {
    const auto lead = static_cast<unsigned char>(text[position]);
    if (lead >= 0x80) return next_long_code_point(text, position);
    ++position;
    return lead;
}
void append_utf8(std::string& text, char32_t code_point);

// Valid sequences stay; each stray byte is read as Windows-1252, which is what spreadsheets save by default.
[[nodiscard]] std::string repaired_utf8(std::string_view text);

// `bytes` without a byte order mark; lone surrogates become U+FFFD, an odd last byte is dropped.
[[nodiscard]] std::string utf8_from_utf16(std::string_view bytes, bool big_endian);

// Text as it is kept and shown: repaired, without control characters (a line feed stays, CR LF and CR become one, a tab
// becomes a blank) and without the invisible characters that turn the direction of writing, blanks at both ends cut.
// Joiners stay: emoji and several scripts need them.
[[nodiscard]] std::string clean_text(std::string_view text);

// The same for text of one line: line feeds and runs of blanks become one blank.
[[nodiscard]] std::string clean_line(std::string_view text);

}  // namespace discern
