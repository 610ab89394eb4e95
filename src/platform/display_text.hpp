// Text as ImGui can draw it. ImGui places one glyph after the other from left to right; scripts that need more (joined,
// reordered, right to left, combining marks, emoji sequences) become single private-use code points, each of which is
// a whole run that the browser's own text engine draws once.
#pragma once

#include <string_view>

namespace discern {

// For anything that a person wrote: names, headlines, notes. Plain text comes back as it is, without a copy. Ask again
// in every frame that draws it; the answer lives until the end of the next frame. Measuring, clipping and wrapping
// the answer just works. Copy, search and the mirror use the original.
[[nodiscard]] std::string_view display_text(std::string_view utf8);

// The same for text of several lines: right-to-left runs are cut at `wrap_width` (canvas pixels, 0 = never) in the
// current font, so that the lines read in the right order. Draw the answer with the same wrap width.
[[nodiscard]] std::string_view display_paragraph(std::string_view utf8, float wrap_width);

}  // namespace discern
