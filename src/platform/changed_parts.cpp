#include "platform/changed_parts.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

namespace discern {
namespace {

static_assert(sizeof(ImDrawIdx) == sizeof(unsigned));
static_assert(sizeof(ImDrawVert) == 20);

constexpr int tile = 32;                // pixels
constexpr std::size_t most_boxes = 10;  // each is a round of drawing
constexpr std::int64_t price_of_round = 16'000;  // in pixels: as many more may be drawn to save one

constexpr std::uint64_t mixed(std::uint64_t hash, std::uint64_t word) {
    hash = (hash ^ word) * 0x9E3779B97F4A7C15ull;
    return hash ^ (hash >> 29);
}

std::uint64_t hash_of(const ImDrawVert& vertex, std::uint64_t hash) {
    std::uint64_t place = 0, texture = 0;
    std::memcpy(&place, &vertex.pos, 8);
    std::memcpy(&texture, &vertex.uv, 8);
    return mixed(mixed(hash, place), texture ^ (static_cast<std::uint64_t>(vertex.col) << 17));
}

int ceiling(float value) { return static_cast<int>(std::ceil(value)); }
int floored(float value) { return static_cast<int>(std::floor(value)); }
int rounded(float value) { return floored(value + 0.5f); }
bool is_sharp(float edge) { return std::abs(edge - std::floor(edge + 0.5f)) < 0.25f; }

PixelBox around(const PixelBox& a, const PixelBox& b) {
    return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right), std::max(a.bottom, b.bottom)};
}

// Two triangles that are an upright rectangle of one colour: the corners in the order in which ImGui lays them.
bool is_rectangle(const DrawnPiece& piece) {
    if (piece.corners != 6 || !piece.flat) return false;
    const unsigned* at = piece.indices;
    if (at[3] != at[0] || at[4] != at[2]) return false;
    const ImDrawVert &a = piece.vertices[at[0]], &b = piece.vertices[at[1]], &c = piece.vertices[at[2]], &d = piece.vertices[at[5]];
    const bool upright = a.pos.y == b.pos.y && b.pos.x == c.pos.x && c.pos.y == d.pos.y && d.pos.x == a.pos.x;
    return upright && a.pos.x < c.pos.x && a.pos.y < c.pos.y && a.col == b.col && a.col == c.col && a.col == d.col;
}

}  // namespace

PixelBox common_part(const PixelBox& a, const PixelBox& b) {
    return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right), std::min(a.bottom, b.bottom)};
}

void ChangedParts::forget() { all_new_ = true; }

void ChangedParts::mark_tiles(const DrawnPiece& piece, std::uint64_t hash) {
    const int last_column = (piece.box.right - 1) / tile, last_row = (piece.box.bottom - 1) / tile;
    for (int row = piece.box.top / tile; row <= last_row; ++row) {
        for (int column = piece.box.left / tile; column <= last_column; ++column) {
            std::uint64_t& of_tile = tiles_[static_cast<std::size_t>(row * columns_ + column)];
            of_tile = mixed(of_tile, hash);
        }
    }
}

void ChangedParts::collect_pieces(const ImDrawData& data) {
    const PixelBox whole{0, 0, width_, height_};
    const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
    pieces_.clear();
    for (const ImDrawList* list : data.CmdLists) {
        for (const ImDrawCmd& command : list->CmdBuffer) {
            if (command.UserCallback != nullptr) continue;
            const ImVec4& edge = command.ClipRect;
            const PixelBox clip = common_part(whole, {static_cast<int>(edge.x), static_cast<int>(edge.y), static_cast<int>(edge.z),
                                                      static_cast<int>(edge.w)});
            if (clip.empty()) continue;
            const auto texture = static_cast<std::uint64_t>(command.GetTexID());
            const ImDrawVert* vertices = list->VtxBuffer.Data + command.VtxOffset;
            const unsigned* indices = list->IdxBuffer.Data + command.IdxOffset;
            for (unsigned done = 0; done + 2 < command.ElemCount;) {
                DrawnPiece piece{.box = {}, .clip = clip, .command = &command, .vertices = vertices, .indices = indices + done,
                                 .corners = done + 5 < command.ElemCount ? std::uint8_t{6} : std::uint8_t{3}};
                done += piece.corners;
                float left = FLT_MAX, top = FLT_MAX, right = -FLT_MAX, bottom = -FLT_MAX;
                std::uint64_t hash = texture;
                piece.flat = true;
                for (int corner = 0; corner < piece.corners; ++corner) {
                    const ImDrawVert& vertex = vertices[piece.indices[corner]];
                    left = std::min(left, vertex.pos.x);
                    right = std::max(right, vertex.pos.x);
                    top = std::min(top, vertex.pos.y);
                    bottom = std::max(bottom, vertex.pos.y);
                    piece.flat = piece.flat && vertex.uv.x == white.x && vertex.uv.y == white.y;
                    hash = hash_of(vertex, hash);
                }
                if (!(left < edge.z && right > edge.x && top < edge.w && bottom > edge.y)) continue;
                PixelBox box{floored(left), floored(top), ceiling(right), ceiling(bottom)};
                // A pixel is covered when its middle is; where an edge runs close to middles nobody promises which side it takes.
                if (is_rectangle(piece) && is_sharp(left) && is_sharp(top) && is_sharp(right) && is_sharp(bottom)) {
                    box = {rounded(left), rounded(top), rounded(right), rounded(bottom)};
                    piece.fills_box = (vertices[piece.indices[0]].col >> IM_COL32_A_SHIFT) == 0xff;
                }
                piece.cut = !clip.holds(box);
                piece.box = common_part(box, clip);
                if (piece.box.empty()) continue;
                if (piece.cut) {
                    hash = mixed(hash, static_cast<std::uint64_t>(clip.left) << 48 ^ static_cast<std::uint64_t>(clip.top) << 32 ^
                                           static_cast<std::uint64_t>(clip.right) << 16 ^ static_cast<std::uint64_t>(clip.bottom));
                }
                mark_tiles(piece, hash);
                pieces_.push_back(piece);
            }
        }
    }
}

void ChangedParts::gather_boxes() {
    boxes_.clear();
    const PixelBox whole{0, 0, width_, height_};
    std::size_t above = 0;  // where the boxes begin that may still grow downwards
    for (int row = 0; row < rows_; ++row) {
        const std::size_t before = boxes_.size();
        for (int column = 0; column < columns_; ++column) {
            const auto changed = [&](int at) {
                const auto index = static_cast<std::size_t>(row * columns_ + at);
                return tiles_[index] != tiles_before_[index];
            };
            if (!changed(column)) continue;
            const int first = column;
            while (column < columns_ && changed(column)) ++column;
            const PixelBox run = common_part(whole, {first * tile, row * tile, column * tile, (row + 1) * tile});
            const auto grown = std::find_if(boxes_.begin() + static_cast<std::ptrdiff_t>(above), boxes_.begin() + static_cast<std::ptrdiff_t>(before),
                                            [&](const PixelBox& box) { return box.bottom == run.top && box.left == run.left && box.right == run.right; });
            if (grown != boxes_.begin() + static_cast<std::ptrdiff_t>(before)) {
                grown->bottom = run.bottom;
            } else {
                boxes_.push_back(run);
            }
        }
        while (above < boxes_.size() && boxes_[above].bottom <= row * tile) ++above;
    }
    // Few large boxes rather than many small ones: the two are joined that cost the fewest pixels more.
    while (boxes_.size() > 1) {
        std::pair<std::size_t, std::size_t> best{0, 1};
        std::int64_t least = INT64_MAX;
        const std::size_t looked_at = std::min<std::size_t>(boxes_.size(), 40);
        for (std::size_t a = 0; a < looked_at; ++a) {
            for (std::size_t b = a + 1; b < looked_at; ++b) {
                const std::int64_t more = around(boxes_[a], boxes_[b]).area() - boxes_[a].area() - boxes_[b].area();
                if (more < least) {
                    least = more;
                    best = {a, b};
                }
            }
        }
        if (least > price_of_round && boxes_.size() <= most_boxes) break;
        boxes_[best.first] = around(boxes_[best.first], boxes_[best.second]);
        boxes_.erase(boxes_.begin() + static_cast<std::ptrdiff_t>(best.second));
    }
}

std::span<const PixelBox> ChangedParts::compare(const ImDrawData& data) {
    const int width = static_cast<int>(data.DisplaySize.x), height = static_cast<int>(data.DisplaySize.y);
    if (width != width_ || height != height_) {
        width_ = width;
        height_ = height;
        columns_ = (width + tile - 1) / tile;
        rows_ = (height + tile - 1) / tile;
        all_new_ = true;
    }
    std::swap(tiles_, tiles_before_);
    tiles_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), 0);
    collect_pieces(data);
    if (std::exchange(all_new_, false)) {
        boxes_.assign(1, {0, 0, width_, height_});
    } else {
        gather_boxes();
    }
    return boxes_;
}

}  // namespace discern
