// Boxes in canvas pixels and the cuts that layouts are made of.
#pragma once

#include <imgui.h>

#include <algorithm>

namespace discern {

struct Box {
    float x = 0, y = 0, width = 0, height = 0;
    bool operator==(const Box&) const = default;

    [[nodiscard]] float right() const { return x + width; }
    [[nodiscard]] float bottom() const { return y + height; }
    [[nodiscard]] float middle() const { return y + height / 2; }
    [[nodiscard]] float centre() const { return x + width / 2; }
    [[nodiscard]] ImVec2 low() const { return {x, y}; }
    [[nodiscard]] ImVec2 high() const { return {x + width, y + height}; }
    [[nodiscard]] bool contains(ImVec2 point) const {
        return point.x >= x && point.x < right() && point.y >= y && point.y < bottom();
    }
    [[nodiscard]] bool overlaps(const Box& other) const {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    [[nodiscard]] Box inset(float all) const { return inset(all, all); }
    [[nodiscard]] Box inset(float across, float down) const {
        return {x + across, y + down, std::max(0.0f, width - 2 * across), std::max(0.0f, height - 2 * down)};
    }

    // Each takes a piece off this box and returns it.
    Box cut_left(float size) {
        size = std::min(size, width);
        const Box piece{x, y, size, height};
        x += size;
        width -= size;
        return piece;
    }
    Box cut_right(float size) {
        size = std::min(size, width);
        width -= size;
        return {x + width, y, size, height};
    }
    Box cut_top(float size) {
        size = std::min(size, height);
        const Box piece{x, y, width, size};
        y += size;
        height -= size;
        return piece;
    }
    Box cut_bottom(float size) {
        size = std::min(size, height);
        height -= size;
        return {x, y + height, width, size};
    }
};

}  // namespace discern
