// What scripts/embed.py writes and embedded.cpp reads: all content, and where in it each file lies.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace discern {

struct EmbeddedPlace {
    std::uint32_t begin, size;
};

[[nodiscard]] std::string_view embedded_content();
[[nodiscard]] std::span<const EmbeddedPlace> embedded_places();  // one for each of embedded_paths()

}  // namespace discern
