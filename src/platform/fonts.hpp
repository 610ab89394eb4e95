// The shipped faces as ImGui fonts. Each draws Latin from Inter, icons from Lucide
// (icons.hpp of discern_assets, merged in) and everything else through the browser's own fonts.
//
// Sizes mean what they mean in CSS: ImGui::PushFont(fonts().semibold, 18) is `font-size: 18px` (the pixel ratio is in
// style.FontScaleDpi already). ImGui's line of text is exactly that high, with capitals and digits in its middle;
// space between lines is yours to add (display_lines).
#pragma once

struct ImFont;

namespace discern {

struct Fonts {
    ImFont* regular = nullptr;
    ImFont* semibold = nullptr;
};

// Valid from App::start on.
[[nodiscard]] const Fonts& fonts();

}  // namespace discern
