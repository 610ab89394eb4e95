// The files that the program carries within itself: knowledge, strings, sample, fonts, shaders.
// The same bytes natively and in the page; scripts/embed.py makes them at build, JSON without its spaces.
#pragma once

#include <span>
#include <string_view>

namespace discern {

struct EmbeddedFile {
    std::string_view path;   // "assets/evidence.json", "shaders/map.vert", "fonts/Inter-Regular.ttf"
    std::string_view bytes;  // the whole content, lives as long as the program
};

// All of them, in order of their paths.
[[nodiscard]] std::span<const EmbeddedFile> embedded_files();

// The content of one; empty where there is no such file (no file is embedded empty).
[[nodiscard]] std::string_view embedded_file(std::string_view path);

}  // namespace discern
