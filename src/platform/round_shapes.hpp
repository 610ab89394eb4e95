// Discs and rings as pictures beside the glyphs: a rounded corner, or a whole disc, is then two triangles instead of some
// twenty, which is what drawing costs where no graphics card helps.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <map>
#include <utility>

namespace discern {

class RoundShapes {
public:
    // A box whose edges lie on whole pixels, with corners of `radius` pixels, at most half of its sides, filled. False where
    // that cannot be: then nothing was drawn. The draw list's texture must be the font atlas.
    bool fill(ImDrawList& draw, ImVec2 low, ImVec2 high, int radius, std::uint32_t colour);
    // The same box's edge, `thickness` whole pixels wide, inside it.
    bool outline(ImDrawList& draw, ImVec2 low, ImVec2 high, int radius, int thickness, std::uint32_t colour);

private:
    [[nodiscard]] int picture_of(int radius, int thickness);  // the atlas's number; negative where there is no room

    std::map<std::pair<int, int>, int> pictures_;  // by radius and thickness (0 = filled)
    const void* atlas_ = nullptr;
};

}  // namespace discern
