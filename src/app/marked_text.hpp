// Running text with words marked in it: the highlighted words of a note, and what the note desk has found.
#pragma once

#include "app/draw.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace discern {

// Bytes of the text; marks are ordered and do not overlap.
struct TextMark {
    std::uint32_t begin = 0, end = 0;
    Rgba colour;
    bool pointed = false;  // drawn stronger
};

// Where a mark stands: a box for each line that it touches.
struct MarkBox {
    std::size_t mark = 0;
    Box box;
};

struct MarkedText {
    float height = 0;
    std::vector<MarkBox> boxes;
};

// Draws the text with a soft ground and a line under the marked words, broken as draw_paragraph breaks it. A text that is set from
// the right is drawn without marks: its letters do not stand in the order of its bytes.
MarkedText draw_marked(Ui& ui, float x, float top, float room, std::string_view text, const Pen& pen, std::span<const TextMark> marks);
[[nodiscard]] float marked_height(Ui& ui, float room, std::string_view text, const Pen& pen);

}  // namespace discern
