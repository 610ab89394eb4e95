#include "archive/encoding.hpp"

#include "text/utf8.hpp"

#include <algorithm>

namespace discern {

EncodingGuess guess_encoding(std::string_view beginning) {
    if (beginning.starts_with("\xEF\xBB\xBF")) return {Encoding::Utf8, 3};
    if (beginning.starts_with("\xFF\xFE")) return {Encoding::Utf16LittleEndian, 2};
    if (beginning.starts_with("\xFE\xFF")) return {Encoding::Utf16BigEndian, 2};
    const std::size_t looked_at = std::min<std::size_t>(beginning.size(), 64) & ~std::size_t{1};
    std::size_t even_zeros = 0, odd_zeros = 0;
    for (std::size_t i = 0; i < looked_at; ++i)
        if (beginning[i] == '\0') ++(i % 2 == 0 ? even_zeros : odd_zeros);
    const std::size_t units = looked_at / 2;
    if (units >= 4 && even_zeros == 0 && odd_zeros * 10 > units * 9) return {Encoding::Utf16LittleEndian, 0};
    if (units >= 4 && odd_zeros == 0 && even_zeros * 10 > units * 9) return {Encoding::Utf16BigEndian, 0};
    return {};
}

std::string_view Decoder::decode(std::string_view piece) {
    if (is_first_) {
        guess_ = guess_encoding(piece);
        piece.remove_prefix(guess_.mark_size);
        is_first_ = false;
    }
    if (guess_.encoding == Encoding::Utf8) return piece;
    const bool big_endian = guess_.encoding == Encoding::Utf16BigEndian;
    rest_ += piece;
    std::size_t whole = rest_.size() & ~std::size_t{1};
    if (whole >= 2) {
        const auto high = static_cast<std::uint8_t>(rest_[whole - (big_endian ? 2 : 1)]);
        if (high >= 0xD8 && high <= 0xDB) whole -= 2;  // the first half of a pair waits for the second
    }
    decoded_ = utf8_from_utf16(std::string_view(rest_).substr(0, whole), big_endian);
    rest_.erase(0, whole);
    return decoded_;
}

}  // namespace discern
