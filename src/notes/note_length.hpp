// How long a note is, as LinkedIn's field counts.
#pragma once

#include <cstdint>
#include <string_view>

namespace discern {

// UTF-16 code units of a UTF-8 text: an emoji counts two.
[[nodiscard]] constexpr std::uint32_t note_length(std::string_view text) {
    std::uint32_t units = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xc0) != 0x80) units += byte >= 0xf0 ? 2U : 1U;
    }
    return units;
}

}  // namespace discern
