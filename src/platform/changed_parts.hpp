// What of the picture differs from the one before, so that only this is drawn: without a graphics card every pixel
// costs. The picture is cut into square tiles; a tile has changed when anything that touches it has, order included.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

struct ImDrawCmd;
struct ImDrawData;
struct ImDrawVert;

namespace discern {

// Pixels of the canvas from its upper left corner; right and bottom are just outside.
struct PixelBox {
    int left = 0, top = 0, right = 0, bottom = 0;

    [[nodiscard]] bool empty() const { return right <= left || bottom <= top; }
    [[nodiscard]] std::int64_t area() const { return empty() ? 0 : static_cast<std::int64_t>(right - left) * (bottom - top); }
    [[nodiscard]] bool holds(const PixelBox& other) const {
        return left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom;
    }
    bool operator==(const PixelBox&) const = default;
};
[[nodiscard]] PixelBox common_part(const PixelBox& a, const PixelBox& b);

// One triangle, or two that follow each other.
struct DrawnPiece {
    PixelBox box;  // where it may leave a mark; with `fills_box` exactly the pixels that it covers
    PixelBox clip;  // of its command
    const ImDrawCmd* command = nullptr;
    const ImDrawVert* vertices = nullptr;     // of its list, from where its indices count
    const unsigned* indices = nullptr;
    std::uint8_t corners = 0;                 // 3 or 6
    bool flat = false;                        // of colours only, nothing of a texture
    bool cut = false;                         // reaches beyond the clip of its command
    bool fills_box = false;                   // one opaque colour all over its box
};

class ChangedParts {
public:
    // The boxes in which `data` differs from what was given the time before; they may overlap, nothing else differs. None
    // of what is returned outlives the next call or the next frame of ImGui. Callbacks among the commands are left out.
    [[nodiscard]] std::span<const PixelBox> compare(const ImDrawData& data);
    // Of the last call, in the order of drawing; what lies outside the picture or its clip is left out.
    [[nodiscard]] std::span<const DrawnPiece> pieces() const { return pieces_; }
    // The next picture is new as a whole: the canvas was lost, or textures were made anew.
    void forget();

private:
    void collect_pieces(const ImDrawData& data);
    void mark_tiles(const DrawnPiece& piece, std::uint64_t hash);
    void gather_boxes();

    int width_ = 0, height_ = 0, columns_ = 0, rows_ = 0;
    bool all_new_ = true;
    std::vector<std::uint64_t> tiles_, tiles_before_;
    std::vector<DrawnPiece> pieces_;
    std::vector<PixelBox> boxes_;
};

}  // namespace discern
