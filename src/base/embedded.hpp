// The files that the program carries within itself: knowledge, strings, sample, fonts, shaders.
// The same bytes natively and in the page, whose whole program is downloaded compressed (scripts/site.py). scripts/embed.py
// writes them into a source at build (JSON without its spaces).
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace discern {

// "assets/evidence.json", "shaders/map.vert", "fonts/Inter-Regular.ttf", in order.
[[nodiscard]] std::span<const std::string_view> embedded_paths();

// The content of one, which lives as long as the program; empty where there is no such file (no file is embedded empty).
[[nodiscard]] std::string_view embedded_file(std::string_view path);

// From now on embedded_file(path) answers `content`, unless it is embedded. What embedded_paths() lists stays as it is.
void carry_file_too(std::string path, std::string content);

}  // namespace discern
