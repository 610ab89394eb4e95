#include "platform/canvas_font.hpp"

#include "base/embedded.hpp"
#include "platform/run_table.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <cmath>
#include <string>

namespace discern {
namespace {

// Inter's capitals are 0.727 em high; with the baseline here they stand in the middle of a line as high as the font
// size, which is also where CSS puts them.
constexpr float baseline_of_size = (1 + 0.727f) / 2;

struct CanvasSource {
    GlyphPainter* painter;
    RunTable* runs;
    bool semibold;
};

ImFontLoader truetype_by_em() {
    ImFontLoader loader = *ImFontAtlasGetFontLoaderForStbTruetype();
    loader.Name = "truetype by em";
    loader.FontSrcInit = [](ImFontAtlas* atlas, ImFontConfig* source) {
        // A negative size makes ImGui's loader scale by the em square instead of ascent minus descent. It must not
        // stay negative: other places multiply by it.
        source->SizePixels = -1;
        const bool done = ImFontAtlasGetFontLoaderForStbTruetype()->FontSrcInit(atlas, source);
        source->SizePixels = 0;
        return done;
    };
    loader.FontBakedInit = [](ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void*) {
        if (!source->MergeMode) {
            baked->Ascent = std::round(baked->Size * baseline_of_size);
            baked->Descent = baked->Ascent - baked->Size;
        }
        return true;
    };
    return loader;
}

std::string utf8_from(ImWchar code_point) {
    char buffer[5] = {};
    ImTextCharToUtf8(buffer, code_point);
    return buffer;
}

// Nothing of its own to draw: controls, spaces of all kinds, and what only steers its neighbours.
bool is_invisible(ImWchar c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

bool load_from_painter(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar code_point,
                       ImFontGlyph* glyph, float* only_advance) {
    const auto& canvas = *static_cast<CanvasSource*>(source->FontData);
    RunStyle style{.font_px = baked->Size, .semibold = canvas.semibold};
    std::string text;
    if (RunTable::is_run(code_point)) {
        const RunTable::Run* run = canvas.runs->run(code_point);
        if (run == nullptr) return false;
        text = run->text;
        style.right_to_left = run->right_to_left;
    } else if (code_point >= 0xE000 && code_point <= 0xF8FF) {
        return false;  // other private use: icons come from their own font
    } else if (is_invisible(code_point)) {
        if (only_advance != nullptr) return *only_advance = 0, true;
        glyph->Codepoint = code_point;
        return true;
    } else {
        text = utf8_from(code_point);
    }
    if (only_advance != nullptr) {
        *only_advance = canvas.painter->advance(text, style);
        return true;
    }
    const RunPicture picture = canvas.painter->paint(text, style);
    glyph->Codepoint = code_point;
    glyph->AdvanceX = picture.advance;
    if (picture.width <= 0 || picture.height <= 0) return true;
    const ImFontAtlasRectId place = ImFontAtlasPackAddRect(atlas, picture.width, picture.height);
    if (place == ImFontAtlasRectId_Invalid) return false;
    ImTextureRect* rect = ImFontAtlasPackGetRect(atlas, place);
    glyph->X0 = static_cast<float>(picture.left);
    glyph->Y0 = baked->Ascent - static_cast<float>(picture.top);
    glyph->X1 = glyph->X0 + static_cast<float>(picture.width);
    glyph->Y1 = glyph->Y0 + static_cast<float>(picture.height);
    glyph->Visible = true;
    glyph->Colored = picture.colored;
    glyph->PackId = place;
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, rect, picture.rgba.data(), ImTextureFormat_RGBA32,
                                       picture.width * 4);
    return true;
}

ImFontLoader canvas_loader() {
    ImFontLoader loader;
    loader.Name = "canvas";
    loader.FontSrcContainsGlyph = [](ImFontAtlas*, ImFontConfig*, ImWchar c) { return RunTable::is_run(c) || c < 0xE000 || c > 0xF8FF; };
    loader.FontBakedLoadGlyph = load_from_painter;
    return loader;
}

const ImFontLoader truetype = truetype_by_em();
const ImFontLoader canvas = canvas_loader();

ImFont* load_face(const char* face_path, bool semibold, GlyphPainter& painter, RunTable& runs) {
    ImFontAtlas* atlas = ImGui::GetIO().Fonts;
    const auto add = [&](const char* path, bool merged) {
        const std::string_view file = embedded_file(path);
        IM_ASSERT(!file.empty());
        ImFontConfig config;
        config.FontData = const_cast<char*>(file.data());  // only read: it stays ours
        config.FontDataSize = static_cast<int>(file.size());
        config.FontDataOwnedByAtlas = false;
        config.MergeMode = merged;
        config.FontLoader = &truetype;
        return atlas->AddFont(&config);
    };
    ImFont* font = add(face_path, false);
    add("fonts/lucide.ttf", true);
    ImFontConfig config;
    config.MergeMode = true;
    config.FontLoader = &canvas;
    config.FontData = IM_NEW(CanvasSource){&painter, &runs, semibold};  // freed by the atlas
    config.FontDataSize = sizeof(CanvasSource);
    atlas->AddFont(&config);
    return font;
}

}  // namespace

Fonts load_fonts(GlyphPainter& painter, RunTable& runs) {
    return {.regular = load_face("fonts/Inter-Regular.ttf", false, painter, runs),
            .semibold = load_face("fonts/Inter-SemiBold.ttf", true, painter, runs)};
}

}  // namespace discern
