#include "platform/round_shapes.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace discern {
namespace {

constexpr int most_radius = 64;  // beyond that a picture would take more room than it saves time

// How much of a pixel lies inside a circle whose edge is `distance` away from the pixel's middle.
float covered(float distance) { return std::clamp(distance + 0.5f, 0.0f, 1.0f); }

void paint(ImTextureData& texture, const ImFontAtlasRect& place, int radius, int thickness) {
    const auto middle = static_cast<float>(radius);
    for (int y = 0; y < place.h; ++y) {
        for (int x = 0; x < place.w; ++x) {
            const float from_middle = std::hypot(static_cast<float>(x) + 0.5f - middle, static_cast<float>(y) + 0.5f - middle);
            float share = covered(middle - from_middle);
            if (thickness > 0) share -= covered(middle - static_cast<float>(thickness) - from_middle);
            const auto alpha = static_cast<std::uint8_t>(std::lround(share * 255));
            auto* pixel = static_cast<std::uint8_t*>(texture.GetPixelsAt(place.x + x, place.y + y));
            if (texture.BytesPerPixel == 4) pixel = std::fill_n(pixel, 3, std::uint8_t{255});
            *pixel = alpha;
        }
    }
}

}  // namespace

int RoundShapes::picture_of(int radius, int thickness) {
    ImFontAtlas* atlas = ImGui::GetIO().Fonts;
    if (std::exchange(atlas_, atlas) != atlas) pictures_.clear();
    const auto known = pictures_.find({radius, thickness});
    if (known != pictures_.end()) return known->second;
    ImFontAtlasRect place;
    const ImFontAtlasRectId id = atlas->AddCustomRect(2 * radius, 2 * radius, &place);
    if (id != ImFontAtlasRectId_Invalid) {
        paint(*atlas->TexData, place, radius, thickness);
        ImFontAtlasTextureBlockQueueUpload(atlas, atlas->TexData, place.x, place.y, place.w, place.h);
    }
    pictures_.emplace(std::pair(radius, thickness), id);
    return id;
}

namespace {

// The four quarters of a picture, each at its corner of the box.
bool draw_corners(ImDrawList& draw, int picture, ImVec2 low, ImVec2 high, float r, std::uint32_t colour) {
    ImFontAtlasRect place;
    if (picture < 0 || !ImGui::GetIO().Fonts->GetCustomRect(picture, &place)) return false;
    const ImVec2 from = place.uv0, to = place.uv1, half = {(from.x + to.x) / 2, (from.y + to.y) / 2};
    draw.PrimReserve(24, 16);
    draw.PrimRectUV(low, {low.x + r, low.y + r}, from, half, colour);
    draw.PrimRectUV({high.x - r, low.y}, {high.x, low.y + r}, {half.x, from.y}, {to.x, half.y}, colour);
    draw.PrimRectUV({low.x, high.y - r}, {low.x + r, high.y}, {from.x, half.y}, {half.x, to.y}, colour);
    draw.PrimRectUV({high.x - r, high.y - r}, high, half, to, colour);
    return true;
}

bool has_room(ImVec2 low, ImVec2 high, int radius) {
    return radius >= 1 && radius <= most_radius && high.x - low.x >= static_cast<float>(2 * radius) && high.y - low.y >= static_cast<float>(2 * radius);
}

}  // namespace

bool RoundShapes::fill(ImDrawList& draw, ImVec2 low, ImVec2 high, int radius, std::uint32_t colour) {
    const auto r = static_cast<float>(radius);
    if (!has_room(low, high, radius) || !draw_corners(draw, picture_of(radius, 0), low, high, r, colour)) return false;
    const auto rectangle = [&](ImVec2 from, ImVec2 to) {
        if (from.x < to.x && from.y < to.y) draw.AddRectFilled(from, to, colour);
    };
    rectangle({low.x + r, low.y}, {high.x - r, high.y});
    rectangle({low.x, low.y + r}, {low.x + r, high.y - r});
    rectangle({high.x - r, low.y + r}, {high.x, high.y - r});
    return true;
}

bool RoundShapes::outline(ImDrawList& draw, ImVec2 low, ImVec2 high, int radius, int thickness, std::uint32_t colour) {
    const auto r = static_cast<float>(radius), t = static_cast<float>(thickness);
    if (thickness < 1 || thickness > radius || !has_room(low, high, radius) ||
        !draw_corners(draw, picture_of(radius, thickness), low, high, r, colour))
        return false;
    const auto rectangle = [&](ImVec2 from, ImVec2 to) {
        if (from.x < to.x && from.y < to.y) draw.AddRectFilled(from, to, colour);
    };
    rectangle({low.x + r, low.y}, {high.x - r, low.y + t});
    rectangle({low.x + r, high.y - t}, {high.x - r, high.y});
    rectangle({low.x, low.y + r}, {low.x + t, high.y - r});
    rectangle({high.x - t, low.y + r}, {high.x, high.y - r});
    return true;
}

}  // namespace discern
