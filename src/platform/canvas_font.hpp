// Two ImGui font loaders: TrueType at sizes that mean CSS pixels, and everything else through a GlyphPainter.
#pragma once

#include "platform/fonts.hpp"
#include "platform/glyph_painter.hpp"

namespace discern {

class RunTable;

// Adds the shipped faces to the current ImGui context. Both arguments must outlive it.
[[nodiscard]] Fonts load_fonts(GlyphPainter& painter, RunTable& runs);

}  // namespace discern
