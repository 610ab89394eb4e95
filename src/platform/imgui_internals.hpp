// The few things that ImGui offers only in imgui_internal.h, in one place because they may change with its version.
// Tied to 1.92.2b.
#pragma once

#include <cstdint>
#include <vector>

struct ImFont;

namespace discern::imgui {

// The id of the window under the mouse, or the nearest of its parents, that can scroll along the axis of the larger of
// dx, dy; 0 when there is none. Respects popups and modals, as ImGui's own wheel does. After NewFrame.
[[nodiscard]] std::uint32_t scrollable_window_under_mouse(float dx, float dy);
// Scrolls by whole pixels, also several times in one frame. False when it cannot move that way any further.
bool scroll_window(std::uint32_t window, float dx, float dy);

// Whether ImGui itself wants another frame soon: a dimming background fades, events wait. What is merely held changes
// only when the pointer moves, and that is an event.
[[nodiscard]] bool wants_animation();
void switch_off_window_list();  // Ctrl+Tab belongs to the browser

// Forgets one glyph of a font at all sizes, so that it is loaded anew when next drawn.
void forget_glyph(ImFont* font, unsigned code_point);

// Forgets every glyph of every font.
void forget_all_glyphs();
// Frees what fonts have piled up at sizes where very many glyphs came and went. Between frames.
void trim_fonts();

// Every item that ImGui registered in the last frame and that can be pressed: for the test that each has semantics.
struct SeenItem {
    std::uint32_t id = 0;
    float x = 0, y = 0, width = 0, height = 0;
};
void watch_items(bool on);
[[nodiscard]] const std::vector<SeenItem>& seen_items();
void forget_seen_items();  // at the start of each watched frame

}  // namespace discern::imgui
