// Drawing only what changed shows the same picture as drawing all; and little is drawn where little changed.
#include "platform/changed_parts.hpp"
#include "tests/app/bench.hpp"
#include "tests/app/picture.hpp"

#include <gtest/gtest.h>
#include <imgui.h>

#include <algorithm>

namespace discern::testing {
namespace {

// A canvas that keeps what was drawn, as the page's does.
struct Canvas {
    ChangedParts parts;
    Picture picture;

    // The pixels that had to be drawn.
    std::int64_t follow() {
        const auto boxes = parts.compare(*ImGui::GetDrawData());
        const Picture now = picture_of_frame();
        if (picture.rgba.size() != now.rgba.size()) picture = now;
        std::int64_t pixels = 0;
        for (const PixelBox& box : boxes) {
            pixels += box.area();
            for (int y = box.top; y < box.bottom; ++y) {
                const auto begin = (static_cast<std::ptrdiff_t>(y) * now.width + box.left) * 4, end = begin + (box.right - box.left) * 4;
                std::copy(now.rgba.begin() + begin, now.rgba.begin() + end, picture.rgba.begin() + begin);
            }
        }
        EXPECT_TRUE(picture.rgba == now.rgba);
        return pixels;
    }
};

constexpr std::int64_t all_pixels = 1440 * 900;

TEST(ChangedParts, are_all_that_differs_whatever_is_done) {
    Page page = open_page({.width = 720, .height = 500});
    page->settle();
    Canvas canvas;
    EXPECT_EQ(canvas.follow(), 720 * 500);
    for (const char* chord : {"j", "1", "z", "x", "Ctrl+K", "Escape"}) {
        page->key(chord);
        canvas.follow();
        page->advance(0.05);
        canvas.follow();
        page->settle();
        canvas.follow();
    }
    for (const char* view : {"Goals", "Journal", "Settings"}) {
        ASSERT_TRUE(page->press(Role::Button, view)) << view;
        page->settle();
        canvas.follow();
    }
}

TEST(ChangedParts, are_none_of_a_picture_that_stays) {
    Page page = open_page();
    page->settle();
    Canvas canvas;
    canvas.follow();
    page->frames(3);
    EXPECT_EQ(canvas.follow(), 0);
    canvas.parts.forget();
    EXPECT_EQ(canvas.follow(), all_pixels);
}

TEST(ChangedParts, are_few_where_only_a_row_answers) {
    Page page = open_page();
    page->settle();
    Canvas canvas;
    canvas.follow();
    page->pointer({.x = 300, .y = 350});  // a row answers the pointer
    page->settle();
    const std::int64_t pixels = canvas.follow();
    EXPECT_GT(pixels, 0);
    EXPECT_LT(pixels, all_pixels / 10);
}

// Two rectangles of different colours over each other: nothing but their order changes.
TEST(ChangedParts, see_that_what_was_below_is_above) {
    Page page = open_page();
    page->settle();
    ImDrawList list(ImGui::GetDrawListSharedData());
    const auto drawn = [&](ImU32 first, ImU32 second) {
        list._ResetForNewFrame();
        list.PushClipRect({0, 0}, {200, 200});
        list.PushTexture(ImGui::GetIO().Fonts->TexRef);
        list.AddRectFilled({10, 10}, {50, 50}, first);
        list.AddRectFilled({10, 10}, {50, 50}, second);
        ImDrawData data;
        data.Valid = true;
        data.DisplaySize = {200, 200};
        data.AddDrawList(&list);
        return data;
    };
    ChangedParts parts;
    const ImU32 red = IM_COL32(255, 0, 0, 255), blue = IM_COL32(0, 0, 255, 255);
    EXPECT_FALSE(parts.compare(drawn(red, blue)).empty());
    EXPECT_TRUE(parts.compare(drawn(red, blue)).empty());
    const auto changed = parts.compare(drawn(blue, red));
    ASSERT_EQ(changed.size(), 1u);
    EXPECT_TRUE(changed.front().holds({10, 10, 50, 50}));
    EXPECT_TRUE(std::ranges::all_of(parts.pieces(), [](const DrawnPiece& piece) { return piece.fills_box && piece.box == PixelBox{10, 10, 50, 50}; }));
}

}  // namespace
}  // namespace discern::testing
