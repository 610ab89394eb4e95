// Who draws the glyphs that the shipped fonts lack: the browser's text engine, or a stand-in in tests.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace discern {

struct RunStyle {
    float font_px = 15;  // canvas pixels, as CSS font-size
    bool semibold = false;
    bool right_to_left = false;  // base direction of the run
};

// A picture of a run. `left` and `top` lead from the pen on the baseline to the picture's corner; top counts upwards.
struct RunPicture {
    int left = 0, top = 0, width = 0, height = 0;
    float advance = 0;
    bool colored = false;            // emoji: keep its own colours
    std::vector<std::uint8_t> rgba;  // white with coverage as alpha, where not coloured
};

class GlyphPainter {
public:
    virtual ~GlyphPainter() = default;
    [[nodiscard]] virtual float advance(std::string_view utf8, const RunStyle& style) = 0;
    [[nodiscard]] virtual RunPicture paint(std::string_view utf8, const RunStyle& style) = 0;
    // Byte offsets after which a line may break inside text without spaces (Thai, Khmer, Lao, Burmese).
    [[nodiscard]] virtual std::vector<std::uint32_t> break_places(std::string_view utf8) = 0;
};

}  // namespace discern
