// The files that the program carries within itself: knowledge, strings, sample, fonts, shaders.
// The same bytes natively and in the page. scripts/embed.py packs them at build (JSON without its spaces, all with LZMA,
// because what is downloaded is compressed by less); a pack is unpacked when the first of its files is asked for.
#pragma once

#include <span>
#include <string_view>

namespace discern {

// "assets/evidence.json", "shaders/map.vert", "fonts/Inter-Regular.ttf", in order.
[[nodiscard]] std::span<const std::string_view> embedded_paths();

// The content of one, which lives as long as the program; empty where there is no such file (no file is embedded empty).
[[nodiscard]] std::string_view embedded_file(std::string_view path);

}  // namespace discern
