// Draws ImGui's triangles into pixels without any graphics card, so that a screen can be looked at natively.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace discern::testing {

struct Picture {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;
};

// The draw data of the current ImGui context, as the last frame left it.
[[nodiscard]] Picture picture_of_frame();
[[nodiscard]] bool write_png(const Picture& picture, const std::string& path);

}  // namespace discern::testing
