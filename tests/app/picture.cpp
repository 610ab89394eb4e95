#include "tests/app/picture.hpp"

#include <imgui.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace discern::testing {
namespace {

struct Colour {
    float r, g, b, a;
};

Colour unpacked(ImU32 packed) {
    return {static_cast<float>(packed & 255) / 255, static_cast<float>(packed >> 8 & 255) / 255, static_cast<float>(packed >> 16 & 255) / 255,
            static_cast<float>(packed >> 24 & 255) / 255};
}

Colour texel(const ImTextureData* texture, int x, int y) {
    x = std::clamp(x, 0, texture->Width - 1);
    y = std::clamp(y, 0, texture->Height - 1);
    const unsigned char* at = static_cast<const unsigned char*>(const_cast<ImTextureData*>(texture)->GetPixelsAt(x, y));
    if (texture->Format == ImTextureFormat_Alpha8) return {1, 1, 1, static_cast<float>(at[0]) / 255};
    return {static_cast<float>(at[0]) / 255, static_cast<float>(at[1]) / 255, static_cast<float>(at[2]) / 255, static_cast<float>(at[3]) / 255};
}

// Bilinear, as the page samples.
Colour sampled(const ImTextureData* texture, float u, float v) {
    const float x = u * static_cast<float>(texture->Width) - 0.5f, y = v * static_cast<float>(texture->Height) - 0.5f;
    const int left = static_cast<int>(std::floor(x)), top = static_cast<int>(std::floor(y));
    const float fx = x - static_cast<float>(left), fy = y - static_cast<float>(top);
    const std::array<Colour, 4> corners = {texel(texture, left, top), texel(texture, left + 1, top), texel(texture, left, top + 1), texel(texture, left + 1, top + 1)};
    const std::array<float, 4> shares = {(1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy};
    Colour sum{0, 0, 0, 0};
    for (std::size_t corner = 0; corner < 4; ++corner) {
        sum.r += corners[corner].r * shares[corner];
        sum.g += corners[corner].g * shares[corner];
        sum.b += corners[corner].b * shares[corner];
        sum.a += corners[corner].a * shares[corner];
    }
    return sum;
}

float edge(const ImVec2& a, const ImVec2& b, float x, float y) { return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x); }

// A pixel on a shared edge belongs to one triangle only (top-left rule).
bool owns(const ImVec2& a, const ImVec2& b) { return (a.y == b.y && b.x > a.x) || b.y < a.y; }

void draw_triangle(Picture& picture, std::array<ImDrawVert, 3> corner, const ImTextureData* texture, const ImVec4& clip) {
    float area = edge(corner[0].pos, corner[1].pos, corner[2].pos.x, corner[2].pos.y);
    if (area == 0) return;
    if (area < 0) {
        std::swap(corner[1], corner[2]);
        area = -area;
    }
    const auto [low_x, high_x] = std::minmax({corner[0].pos.x, corner[1].pos.x, corner[2].pos.x});
    const auto [low_y, high_y] = std::minmax({corner[0].pos.y, corner[1].pos.y, corner[2].pos.y});
    const int left = std::max(static_cast<int>(std::floor(std::max(low_x, clip.x))), 0);
    const int right = std::min(static_cast<int>(std::ceil(std::min(high_x, clip.z))), picture.width);
    const int top = std::max(static_cast<int>(std::floor(std::max(low_y, clip.y))), 0);
    const int bottom = std::min(static_cast<int>(std::ceil(std::min(high_y, clip.w))), picture.height);
    const std::array<Colour, 3> colours = {unpacked(corner[0].col), unpacked(corner[1].col), unpacked(corner[2].col)};
    for (int y = top; y < bottom; ++y)
        for (int x = left; x < right; ++x) {
            const float px = static_cast<float>(x) + 0.5f, py = static_cast<float>(y) + 0.5f;
            std::array<float, 3> weight;
            bool inside = true;
            for (std::size_t side = 0; side < 3 && inside; ++side) {
                const ImVec2 &a = corner[(side + 1) % 3].pos, &b = corner[(side + 2) % 3].pos;
                weight[side] = edge(a, b, px, py);
                inside = weight[side] > 0 || (weight[side] == 0 && owns(a, b));
            }
            if (!inside) continue;
            Colour colour{0, 0, 0, 0};
            float u = 0, v = 0;
            for (std::size_t each = 0; each < 3; ++each) {
                const float share = weight[each] / area;
                colour.r += colours[each].r * share;
                colour.g += colours[each].g * share;
                colour.b += colours[each].b * share;
                colour.a += colours[each].a * share;
                u += corner[each].uv.x * share;
                v += corner[each].uv.y * share;
            }
            const Colour sample = sampled(texture, u, v);
            const float alpha = colour.a * sample.a;
            std::uint8_t* at = &picture.rgba[(static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x)) * 4];
            const auto blend = [&](std::uint8_t under, float over) {
                return static_cast<std::uint8_t>(std::lround(std::clamp(static_cast<float>(under) * (1 - alpha) + over * 255 * alpha, 0.0f, 255.0f)));
            };
            at[0] = blend(at[0], colour.r * sample.r);
            at[1] = blend(at[1], colour.g * sample.g);
            at[2] = blend(at[2], colour.b * sample.b);
        }
}

void put32(std::vector<std::uint8_t>& bytes, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8) bytes.push_back(static_cast<std::uint8_t>(value >> shift));
}

void put_chunk(std::vector<std::uint8_t>& file, const char* kind, const std::vector<std::uint8_t>& data) {
    put32(file, static_cast<std::uint32_t>(data.size()));
    const std::size_t start = file.size();
    file.insert(file.end(), kind, kind + 4);
    file.insert(file.end(), data.begin(), data.end());
    put32(file, static_cast<std::uint32_t>(crc32(0, file.data() + start, static_cast<uInt>(file.size() - start))));
}

}  // namespace

Picture picture_of_frame() {
    const ImDrawData* data = ImGui::GetDrawData();
    Picture picture;
    picture.width = static_cast<int>(data->DisplaySize.x);
    picture.height = static_cast<int>(data->DisplaySize.y);
    picture.rgba.assign(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4, 255);
    for (const ImDrawList* list : data->CmdLists)
        for (const ImDrawCmd& command : list->CmdBuffer) {
            const ImTextureData* texture = command.TexRef._TexData;
            if (texture == nullptr || command.UserCallback != nullptr) continue;
            for (unsigned index = 0; index + 2 < command.ElemCount; index += 3) {
                std::array<ImDrawVert, 3> corner;
                for (unsigned each = 0; each < 3; ++each)
                    corner[each] = list->VtxBuffer[static_cast<int>(list->IdxBuffer[static_cast<int>(command.IdxOffset + index + each)] + command.VtxOffset)];
                draw_triangle(picture, corner, texture, command.ClipRect);
            }
        }
    return picture;
}

bool write_png(const Picture& picture, const std::string& path) {
    std::vector<std::uint8_t> raw;
    for (int y = 0; y < picture.height; ++y) {
        raw.push_back(0);
        const auto* line = &picture.rgba[static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) * 4];
        raw.insert(raw.end(), line, line + picture.width * 4);
    }
    uLongf size = compressBound(static_cast<uLong>(raw.size()));
    std::vector<std::uint8_t> packed(size);
    if (compress(packed.data(), &size, raw.data(), static_cast<uLong>(raw.size())) != Z_OK) return false;
    packed.resize(size);
    std::vector<std::uint8_t> file = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, head;
    put32(head, static_cast<std::uint32_t>(picture.width));
    put32(head, static_cast<std::uint32_t>(picture.height));
    head.insert(head.end(), {8, 6, 0, 0, 0});
    put_chunk(file, "IHDR", head);
    put_chunk(file, "IDAT", packed);
    put_chunk(file, "IEND", {});
    std::FILE* out = std::fopen(path.c_str(), "wb");
    if (out == nullptr) return false;
    const bool written = std::fwrite(file.data(), 1, file.size(), out) == file.size();
    return std::fclose(out) == 0 && written;
}

}  // namespace discern::testing
