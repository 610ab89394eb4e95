#include "platform/imgui_internals.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace discern::imgui {

std::uint32_t scrollable_window_under_mouse(float dx, float dy) {
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    const std::size_t axis = std::abs(dx) > std::abs(dy) ? 0 : 1;
    for (ImGuiWindow* window = context.HoveredWindow; window != nullptr; window = window->ParentWindow) {
        const bool listens = (window->Flags & ImGuiWindowFlags_NoScrollWithMouse) == 0;
        if (listens && window->ScrollMax[axis] > 0) return window->ID;
        if ((window->Flags & ImGuiWindowFlags_ChildWindow) == 0) break;
    }
    return 0;
}

bool scroll_window(std::uint32_t window_id, float dx, float dy) {
    ImGuiWindow* window = ImGui::FindWindowByID(window_id);
    if (window == nullptr) return false;
    bool moved = false;
    const auto scroll_axis = [&](std::size_t axis, float distance) {
        if (distance == 0) return;
        const float pending = window->ScrollTarget[axis];
        const float from = pending < FLT_MAX ? pending : window->Scroll[axis];
        const float to = std::clamp(from + distance, 0.0f, window->ScrollMax[axis]);
        if (to == from) return;
        axis == 0 ? ImGui::SetScrollX(window, to) : ImGui::SetScrollY(window, to);
        moved = true;
    };
    scroll_axis(0, dx);
    scroll_axis(1, dy);
    return moved;
}

bool wants_animation() {
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    const bool fading = context.DimBgRatio > 0 && context.DimBgRatio < 1;
    return fading || context.NavWindowingTarget != nullptr || context.InputEventsQueue.Size > 0;
}

void switch_off_window_list() {
    ImGuiContext& context = *ImGui::GetCurrentContext();
    context.ConfigNavWindowingKeyNext = 0;
    context.ConfigNavWindowingKeyPrev = 0;
}

void forget_glyph(ImFont* font, unsigned code_point) {
    ImFontAtlas* atlas = font->ContainerAtlas;
    ImFontAtlasBuilder* builder = atlas->Builder;
    if (builder == nullptr) return;
    for (int i = 0; i < builder->BakedPool.Size; ++i) {
        ImFontBaked* baked = &builder->BakedPool[i];
        if (baked->ContainerFont != font || baked->WantDestroy) continue;
        if (code_point >= static_cast<unsigned>(baked->IndexLookup.Size)) continue;
        const ImU16 index = baked->IndexLookup[static_cast<int>(code_point)];
        if (index == static_cast<ImU16>(-1) || index == static_cast<ImU16>(-2)) {
            baked->IndexLookup[static_cast<int>(code_point)] = static_cast<ImU16>(-1);
            baked->IndexAdvanceX[static_cast<int>(code_point)] = -1.0f;
            continue;
        }
        ImFontAtlasBakedDiscardFontGlyph(atlas, font, baked, &baked->Glyphs[index]);
        baked->IndexAdvanceX[static_cast<int>(code_point)] = -1.0f;  // its new run is measured afresh
    }
}

void forget_all_glyphs() {
    ImFontAtlas* atlas = ImGui::GetIO().Fonts;
    if (atlas->Builder == nullptr) return;
    for (ImFont* font : atlas->Fonts) ImFontAtlasFontDiscardBakes(atlas, font, 0);
}

void trim_fonts() {
    constexpr int most_glyphs = 30000;  // ImGui counts them in 16 bits and never reuses a number
    ImFontAtlas* atlas = ImGui::GetIO().Fonts;
    if (atlas->Builder == nullptr) return;
    for (int i = 0; i < atlas->Builder->BakedPool.Size; ++i) {
        ImFontBaked* baked = &atlas->Builder->BakedPool[i];
        if (!baked->WantDestroy && baked->Glyphs.Size > most_glyphs) ImFontAtlasBakedDiscard(atlas, baked->ContainerFont, baked);
    }
}

namespace {

std::vector<SeenItem> items_seen;

}  // namespace

void watch_items(bool on) { ImGui::GetCurrentContext()->TestEngineHookItems = on; }
const std::vector<SeenItem>& seen_items() { return items_seen; }
void forget_seen_items() { items_seen.clear(); }

}  // namespace discern::imgui

// ImGui calls these where it is built with IMGUI_ENABLE_TEST_ENGINE. No test engine is needed to listen.
void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImGuiID id, const ImRect& box, const ImGuiLastItemData*) {
    if (context == nullptr || id == 0) return;
    discern::imgui::items_seen.push_back({id, box.Min.x, box.Min.y, box.GetWidth(), box.GetHeight()});
}
void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID, const char*, ImGuiItemStatusFlags) {}
void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}
const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }
