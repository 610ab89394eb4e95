// Text as ImGui can draw it. ImGui places one glyph after the other from left to right; scripts that need more (joined,
// reordered, right to left, combining marks, emoji sequences) become single private-use code points, each of which is
// a whole run that the browser's own text engine draws once.
//
// Use these for anything that a person wrote: names, headlines, notes. Plain text comes back as it is, without a copy.
// Ask again in every frame that draws; answers live until the end of the next frame. Measuring and clipping them just
// works. Copy, search and the mirror use the original. Widths are canvas pixels in the current ImGui font.
#pragma once

#include <span>
#include <string_view>

namespace discern {

// One line, however wide.
[[nodiscard]] std::string_view display_text(std::string_view utf8);

// One line that fits into `max_width`, its end replaced by an ellipsis where it must be.
[[nodiscard]] std::string_view display_fitted(std::string_view utf8, float max_width);

// The lines of a paragraph broken at `wrap_width`, to be drawn one under the other at a line height of your choice.
// A line feed in the text ends a line.
[[nodiscard]] std::span<const std::string_view> display_lines(std::string_view utf8, float wrap_width);

// A right-to-left text is set from the right edge.
[[nodiscard]] bool reads_right_to_left(std::string_view utf8);

}  // namespace discern
