// How long a note is, as LinkedIn's field counts.
#pragma once

#include <cstdint>
#include <string_view>

namespace discern {

// UTF-16 code units of a UTF-8 text: an emoji counts two.
[[nodiscard]] constexpr std::uint32_t note_length(std::string_view text) {
    std::uint32_t units = 0;
    for (const char c : text) {  // without a branch, so that compilers take many bytes at a time
        const auto byte = static_cast<unsigned char>(c);
        units += static_cast<std::uint32_t>((byte & 0xc0) != 0x80) + static_cast<std::uint32_t>(byte >= 0xf0);
    }
    return units;
}

}  // namespace discern
