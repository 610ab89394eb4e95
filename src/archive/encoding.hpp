// Which encoding a file is in, and its bytes as UTF-8. LinkedIn writes UTF-8; archives of 2018 hold UTF-16 files too,
// and spreadsheets add a byte order mark when they save.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace discern {

enum class Encoding : std::uint8_t { Utf8, Utf16LittleEndian, Utf16BigEndian };

struct EncodingGuess {
    Encoding encoding = Encoding::Utf8;
    std::size_t mark_size = 0;  // bytes of the byte order mark to skip
    bool operator==(const EncodingGuess&) const = default;
};

// By the byte order mark, or by every other byte being zero at the beginning. Invalid UTF-8 is mended later, field by
// field (text/utf8.hpp).
[[nodiscard]] EncodingGuess guess_encoding(std::string_view beginning);

// Turns pieces of a file into pieces of UTF-8 without the byte order mark.
class Decoder {
public:
    // The view is valid until the next call; UTF-8 is handed through without a copy.
    [[nodiscard]] std::string_view decode(std::string_view piece);

private:
    EncodingGuess guess_;
    bool is_first_ = true;
    std::string rest_;  // of UTF-16: half a unit, or the first half of a pair
    std::string decoded_;
};

}  // namespace discern
