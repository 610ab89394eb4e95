// The shipped faces as ImGui fonts. Each draws Latin, Greek and Cyrillic from Inter, icons from Lucide
// (icons.hpp of discern_assets, merged in) and everything else through the browser's own fonts.
#pragma once

struct ImFont;

namespace discern {

struct Fonts {
    ImFont* regular = nullptr;
    ImFont* semibold = nullptr;
};

// Valid from App::start on. Sizes are CSS pixels: ImGui::PushFont(fonts().semibold, 18); the pixel ratio is in
// style.FontScaleDpi already.
[[nodiscard]] const Fonts& fonts();

}  // namespace discern
