// What scripts/embed.py writes and embedded.cpp reads: compressed packs, and where in them each file lies.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace discern {

struct EmbeddedPack {
    std::string_view packed;  // LZMA without a header
    std::uint32_t size;       // unpacked, in bytes
    std::array<std::uint8_t, 5> properties;
};
struct EmbeddedPlace {
    std::uint32_t pack, begin, size;
};

[[nodiscard]] std::span<const EmbeddedPack> embedded_packs();
[[nodiscard]] std::span<const EmbeddedPlace> embedded_places();  // one for each of embedded_paths()

}  // namespace discern
