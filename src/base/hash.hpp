// FNV-1a, 64 bit: small, well defined everywhere, good enough for ids and look-up tables of trusted size.
// G. Fowler, L. C. Noll, K.-P. Vo: http://www.isthe.com/chongo/tech/comp/fnv/
#pragma once

#include <cstdint>
#include <string_view>

namespace discern {

inline constexpr std::uint64_t fnv_offset = 0xcbf29ce484222325u;

// `seed` continues an earlier hash, so that several parts can be hashed one after another.
[[nodiscard]] constexpr std::uint64_t fnv1a(std::string_view bytes, std::uint64_t seed = fnv_offset) {
    std::uint64_t hash = seed;
    for (const char c : bytes) {
        hash ^= static_cast<std::uint8_t>(c);
        hash *= 0x100000001b3u;
    }
    return hash;
}

}  // namespace discern
