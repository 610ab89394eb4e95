// Rounded boxes from pictures of discs: as they should look, and of few triangles.
#include "platform/round_shapes.hpp"

#include "tests/app/bench.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>

namespace discern::testing {
namespace {

// The alpha that a draw list leaves on a canvas of its own, drawn as these shapes are: upright rectangles on whole pixels.
class Sheet {
public:
    static constexpr int side = 80;

    void draw(const ImDrawList& list) {
        const ImTextureData& texture = *ImGui::GetIO().Fonts->TexData;
        for (int at = 0; at + 5 < list.IdxBuffer.Size; at += 6) {
            const ImDrawVert& low = list.VtxBuffer[static_cast<int>(list.IdxBuffer[at])];
            const ImDrawVert& high = list.VtxBuffer[static_cast<int>(list.IdxBuffer[at + 2])];
            ++rectangles;
            for (int y = static_cast<int>(low.pos.y); y < static_cast<int>(high.pos.y); ++y)
                for (int x = static_cast<int>(low.pos.x); x < static_cast<int>(high.pos.x); ++x) {
                    const auto along = [](float from, float to, float share) { return from + (to - from) * share; };
                    const float across = (static_cast<float>(x) + 0.5f - low.pos.x) / (high.pos.x - low.pos.x), down = (static_cast<float>(y) + 0.5f - low.pos.y) / (high.pos.y - low.pos.y);
                    const int u = static_cast<int>(along(low.uv.x, high.uv.x, across) * static_cast<float>(texture.Width));
                    const int v = static_cast<int>(along(low.uv.y, high.uv.y, down) * static_cast<float>(texture.Height));
                    const auto* pixel = static_cast<const std::uint8_t*>(const_cast<ImTextureData&>(texture).GetPixelsAt(u, v));
                    alpha[y][x] += pixel[texture.BytesPerPixel - 1];
                }
        }
    }
    int alpha[side][side] = {};
    int rectangles = 0;
};

struct List : ImDrawList {
    List() : ImDrawList(ImGui::GetDrawListSharedData()) {
        _ResetForNewFrame();
        PushClipRect({0, 0}, {Sheet::side, Sheet::side});
        PushTexture(ImGui::GetIO().Fonts->TexRef);
    }
};

TEST(RoundShapes, fill_a_box_once_but_for_what_is_outside_its_corners) {
    Page page = open_page();
    page->settle();
    RoundShapes shapes;
    for (const int radius : {1, 5, 10, 16}) {
        List list;
        ASSERT_TRUE(shapes.fill(list, {10, 20}, {70, 60}, radius, IM_COL32_WHITE)) << radius;
        Sheet sheet;
        sheet.draw(list);
        EXPECT_LE(sheet.rectangles, 7);
        double area = 0;
        for (const auto& row : sheet.alpha)
            for (const int alpha : row) {
                EXPECT_LE(alpha, 255) << "nothing is drawn twice";
                area += alpha / 255.0;
            }
        const double corners = (4 - 3.14159265) * radius * radius;
        EXPECT_NEAR(area, 60 * 40 - corners, 0.02 * corners + 0.6) << radius;
        EXPECT_EQ(sheet.alpha[40][40], 255);
        EXPECT_EQ(sheet.alpha[19][40], 0);
        EXPECT_EQ(sheet.alpha[20][40], 255);
        for (int y = 0; y < 40; ++y)
            for (int x = 0; x < 60; ++x) EXPECT_EQ(sheet.alpha[20 + y][10 + x], sheet.alpha[59 - y][69 - x]) << "the same from all sides";
    }
}

TEST(RoundShapes, outline_a_box_inside_its_edges) {
    Page page = open_page();
    page->settle();
    RoundShapes shapes;
    List list;
    ASSERT_TRUE(shapes.outline(list, {10, 20}, {70, 60}, 10, 2, IM_COL32_WHITE));
    Sheet sheet;
    sheet.draw(list);
    EXPECT_LE(sheet.rectangles, 8);
    for (const int y : {20, 21, 58, 59}) EXPECT_EQ(sheet.alpha[y][40], 255);
    for (const int y : {19, 22, 57, 60}) EXPECT_EQ(sheet.alpha[y][40], 0);
    EXPECT_EQ(sheet.alpha[40][40], 0);
}

TEST(RoundShapes, draw_nothing_where_a_corner_has_no_room) {
    Page page = open_page();
    page->settle();
    RoundShapes shapes;
    List list;
    EXPECT_FALSE(shapes.fill(list, {10, 10}, {30, 14}, 3, IM_COL32_WHITE));
    EXPECT_FALSE(shapes.outline(list, {10, 10}, {30, 40}, 1, 2, IM_COL32_WHITE)) << "an edge wider than its corner";
    EXPECT_EQ(list.IdxBuffer.Size, 0);
}

}  // namespace
}  // namespace discern::testing
