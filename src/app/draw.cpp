#include "app/draw.hpp"

#include "platform/display_text.hpp"

#include <icons.hpp>

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace discern {
namespace {

// Capitals stand in the middle of a line as high as the font size (platform/canvas_font), so that is where text is centred.
float font_size(Ui& ui, const Pen& pen) { return pen.size * ui.look.scale; }

float raw_width(Ui& ui, const char* begin, const char* end, const Pen& pen) {
    if (begin == end) return 0;
    const float size = font_size(ui, pen);
    const float width = ui.look.font(pen.weight)->CalcTextSizeA(size, FLT_MAX, 0, begin, end).x;
    if (pen.tracking == 0) return width;
    const auto letters = std::count_if(begin, end, [](char c) { return (static_cast<std::uint8_t>(c) & 0xC0) != 0x80; });
    return width + pen.tracking * pen.size * ui.look.scale * static_cast<float>(letters - 1);
}

void raw_draw(Ui& ui, float x, float top, const char* begin, const char* end, const Pen& pen) {
    if (begin == end) return;
    ImFont* font = ui.look.font(pen.weight);
    const float size = font_size(ui, pen);
    if (pen.tracking == 0) {
        ui.draw().AddText(font, size, {x, top}, packed(pen.ink), begin, end);
        return;
    }
    ImFontBaked* baked = font->GetFontBaked(size);
    for (const char* at = begin; at < end;) {
        unsigned int letter = 0;
        at += ImTextCharFromUtf8(&letter, at, end);
        font->RenderChar(&ui.draw(), size, {x, top}, packed(pen.ink), static_cast<ImWchar>(letter));
        x += baked->GetCharAdvance(static_cast<ImWchar>(letter)) * size / baked->Size + pen.tracking * pen.size * ui.look.scale;
    }
}

float top_for_middle(Ui& ui, float middle_y, const Pen& pen) {
    return std::round(middle_y - pen.size * ui.look.scale / 2);
}

// How many bytes of the text fit into `room`.
const char* fitting_end(Ui& ui, const char* begin, const char* end, const Pen& pen, float room) {
    const char* rest = end;
    ui.look.font(pen.weight)->CalcTextSizeA(font_size(ui, pen), room, 0, begin, end, &rest);
    return rest;
}

// Makes a pen's font the current one, because the platform measures in it.
class PenScope {
public:
    PenScope(Ui& ui, const Pen& pen) { ImGui::PushFont(ui.look.font(pen.weight), pen.size * ui.look.text_scale); }
    ~PenScope() { ImGui::PopFont(); }
    PenScope(const PenScope&) = delete;
    PenScope& operator=(const PenScope&) = delete;
};

std::span<const std::string_view> lines_of(Ui& ui, std::string_view text, const Pen& pen, float room) {
    const PenScope scope(ui, pen);
    return display_lines(text, room);
}

struct Word {
    const char* begin;
    const char* end;
    const Span* span;
    float width;
    bool space_before;
};

std::vector<Word> words_of(Ui& ui, const std::vector<Span>& spans) {
    std::vector<Word> words;
    bool space_before = false;
    for (const Span& span : spans) {
        const char* at = span.text.data();
        const char* end = at + span.text.size();
        while (at < end) {
            if (*at == ' ') {
                space_before = true;
                ++at;
                continue;
            }
            const char* stop = *at == '\n' ? at + 1 : std::find_if(at, end, [](char c) { return c == ' ' || c == '\n'; });
            words.push_back({at, stop, &span, *at == '\n' ? 0 : raw_width(ui, at, stop, span.pen), space_before});
            space_before = false;
            at = stop;
        }
    }
    return words;
}

// Lays the words out line by line; draws unless `only_measure`. Returns the height.
float flow(Ui& ui, float x, float top, float room, const std::vector<Span>& spans, bool only_measure) {
    if (spans.empty()) return 0;
    const float height = line_height(ui, spans.front().pen);
    float pen_x = 0;
    int line = 0;
    bool first = true;
    for (Word word : words_of(ui, spans)) {
        if (*word.begin == '\n') {
            pen_x = 0;
            ++line;
            first = true;
            continue;
        }
        const Pen& pen = word.span->pen;
        const float space = word.space_before && !first ? text_width(ui, " ", pen) : 0;
        if (!first && word.space_before && pen_x + space + word.width > room) {
            pen_x = 0;
            ++line;
            first = true;
        }
        const float gap = first ? 0 : space;
        const float middle = top + (static_cast<float>(line) + 0.5f) * height;
        // A word longer than the line (an address, a language without spaces) breaks where the line ends.
        while (word.width > room && word.end > word.begin) {
            const char* cut = fitting_end(ui, word.begin, word.end, pen, room);
            if (cut == word.begin || cut == word.end) break;
            if (!only_measure)
                raw_draw(ui, x, top_for_middle(ui, top + (static_cast<float>(line) + 0.5f) * height, pen), word.begin, cut, pen);
            ++line;
            word.begin = cut;
            word.width = raw_width(ui, cut, word.end, pen);
        }
        if (!only_measure) {
            const float y = line == 0 ? middle : top + (static_cast<float>(line) + 0.5f) * height;
            raw_draw(ui, x + pen_x + gap, top_for_middle(ui, y, pen), word.begin, word.end, pen);
        }
        pen_x += gap + word.width;
        first = false;
    }
    return static_cast<float>(line + 1) * height;
}

std::vector<Span> shown_spans(const std::vector<Span>& spans) {
    std::vector<Span> result = spans;
    for (Span& span : result) span.text = std::string(display_text(span.text));
    return result;
}

// Whole pixels, and never more than half of a side.
int corner_of(const Box& box, float radius) { return static_cast<int>(std::min({radius, box.width / 2, box.height / 2})); }

bool is_sharp(const Box& box) {
    const auto is_whole = [](float edge) { return edge == std::floor(edge); };
    return is_whole(box.x) && is_whole(box.y) && is_whole(box.width) && is_whole(box.height);
}

}  // namespace

bool ready_next_letter(const Look& look, std::string_view text, const Pen& pen) {
    ImFontBaked* baked = look.font(pen.weight)->GetFontBaked(pen.size * look.scale);
    const std::string_view shown = display_text(text);
    for (const char *at = shown.data(), *end = at + shown.size(); at < end;) {
        unsigned int letter = 0;
        at += ImTextCharFromUtf8(&letter, at, end);
        const auto code = static_cast<ImWchar>(letter);
        if (baked->IsGlyphLoaded(code)) continue;
        (void)baked->FindGlyph(code);
        if (baked->IsGlyphLoaded(code)) return true;
    }
    return false;
}

float text_width(Ui& ui, std::string_view text, const Pen& pen) {
    const std::string_view words = display_text(text);
    return raw_width(ui, words.data(), words.data() + words.size(), pen);
}

float line_height(Ui& ui, const Pen& pen) { return std::round(pen.size * ui.look.scale * (pen.size >= type::card ? 1.3f : 1.42f)); }

float wheel_notch_pixels(Ui& ui) { return 100 * ui.look.scale / ui.look.text_scale; }

float draw_text(Ui& ui, float x, float middle_y, std::string_view text, const Pen& pen, float room) {
    std::string_view words = display_text(text);
    if (room >= 0 && raw_width(ui, words.data(), words.data() + words.size(), pen) > room) {
        const PenScope scope(ui, pen);
        words = display_fitted(text, room);
    }
    raw_draw(ui, std::round(x), top_for_middle(ui, middle_y, pen), words.data(), words.data() + words.size(), pen);
    return raw_width(ui, words.data(), words.data() + words.size(), pen);
}

float draw_text_right(Ui& ui, float right_x, float middle_y, std::string_view text, const Pen& pen) {
    const float width = text_width(ui, text, pen);
    return draw_text(ui, right_x - width, middle_y, text, pen);
}

void draw_text_centred(Ui& ui, float centre_x, float middle_y, std::string_view text, const Pen& pen) {
    draw_text(ui, centre_x - text_width(ui, text, pen) / 2, middle_y, text, pen);
}

float draw_paragraph(Ui& ui, float x, float top, float room, std::string_view text, const Pen& pen, int most_lines) {
    const float height = line_height(ui, pen);
    const bool from_right = reads_right_to_left(text);
    int line = 0;
    for (const std::string_view words : lines_of(ui, text, pen, room)) {
        if (most_lines > 0 && line == most_lines) break;
        const char *begin = words.data(), *end = begin + words.size();
        const float left = from_right ? x + room - raw_width(ui, begin, end, pen) : x;
        raw_draw(ui, std::round(left), top_for_middle(ui, top + (static_cast<float>(line) + 0.5f) * height, pen), begin, end, pen);
        ++line;
    }
    return static_cast<float>(line) * height;
}

float draw_spans(Ui& ui, float x, float top, float room, const std::vector<Span>& spans) {
    return flow(ui, x, top, room, shown_spans(spans), false);
}

float paragraph_height(Ui& ui, float room, std::string_view text, const Pen& pen, int most_lines) {
    const int lines = static_cast<int>(lines_of(ui, text, pen, room).size());
    return static_cast<float>(most_lines > 0 ? std::min(lines, most_lines) : lines) * line_height(ui, pen);
}

float spans_height(Ui& ui, float room, const std::vector<Span>& spans) {
    return flow(ui, 0, 0, room, shown_spans(spans), true);
}

void draw_icon(Ui& ui, float centre_x, float middle_y, const char* icon_text, float size, Rgba ink) {
    const float pixels = std::round(size * ui.look.scale);
    // Where the merged face stands against Inter's baseline: the circle is the same above and below its middle.
    unsigned int circle = 0;
    ImTextCharFromUtf8(&circle, icon::circle, nullptr);
    ImFont* font = ui.look.fonts.regular;
    const ImFontGlyph* glyph = font->GetFontBaked(pixels)->FindGlyph(static_cast<ImWchar>(circle));
    const float middle = (glyph->Y0 + glyph->Y1) / 2, centre = (glyph->X0 + glyph->X1) / 2;
    ui.draw().AddText(font, pixels, {std::round(centre_x - centre), std::round(middle_y - middle)}, packed(ink), icon_text);
}

void fill(Ui& ui, const Box& box, Rgba colour, float radius_css) {
    const float r = ui.px(radius_css);
    if (r >= 1 && is_sharp(box) && ui.shapes != nullptr && ui.shapes->fill(ui.draw(), box.low(), box.high(), corner_of(box, r), packed(colour))) return;
    ui.draw().AddRectFilled(box.low(), box.high(), packed(colour), r);
}

void outline(Ui& ui, const Box& box, Rgba colour, float radius_css) {
    const float r = ui.px(radius_css), hair = ui.look.hairline();
    if (r >= 1 && is_sharp(box) && ui.shapes != nullptr && ui.shapes->outline(ui.draw(), box.low(), box.high(), corner_of(box, r), static_cast<int>(hair), packed(colour))) return;
    ui.draw().AddRect(box.low(), box.high(), packed(colour), r, 0, hair);
}

void disc(Ui& ui, const Box& box, Rgba colour) {
    const float r = box.width / 2;
    if (r == std::floor(r) && is_sharp(box) && ui.shapes != nullptr && ui.shapes->fill(ui.draw(), box.low(), box.high(), static_cast<int>(r), packed(colour))) return;
    ui.draw().AddCircleFilled({box.centre(), box.middle()}, r, packed(colour), 0);
}

void dashed_outline(Ui& ui, const Box& box, Rgba colour, float radius_css) {
    const float hair = ui.look.hairline(), r = ui.px(radius_css), dash = ui.px(3), gap = ui.px(2.4f), half = hair / 2;
    const ImU32 ink = packed(colour);
    for (float at = box.x + r; at < box.right() - r; at += dash + gap) {
        const float stop = std::min(at + dash, box.right() - r);
        ui.draw().AddRectFilled({at, box.y}, {stop, box.y + hair}, ink);
        ui.draw().AddRectFilled({at, box.bottom() - hair}, {stop, box.bottom()}, ink);
    }
    for (float at = box.y + r; at < box.bottom() - r; at += dash + gap) {
        const float stop = std::min(at + dash, box.bottom() - r);
        ui.draw().AddRectFilled({box.x, at}, {box.x + hair, stop}, ink);
        ui.draw().AddRectFilled({box.right() - hair, at}, {box.right(), stop}, ink);
    }
    const float left = box.x + half, top = box.y + half, right = box.right() - half, bottom = box.bottom() - half;
    const auto corner = [&](float cx, float cy, float from) {
        ui.draw().PathArcTo({cx, cy}, r, from, from + IM_PI / 2, 4);
        ui.draw().PathStroke(ink, 0, hair);
    };
    corner(left + r, top + r, IM_PI);
    corner(right - r, top + r, 1.5f * IM_PI);
    corner(right - r, bottom - r, 0);
    corner(left + r, bottom - r, 0.5f * IM_PI);
}

void line_across(Ui& ui, float x, float y, float width, Rgba colour) {
    ui.draw().AddRectFilled({x, y}, {x + width, y + ui.look.hairline()}, packed(colour));
}

void line_down(Ui& ui, float x, float y, float height, Rgba colour) {
    ui.draw().AddRectFilled({x, y}, {x + ui.look.hairline(), y + height}, packed(colour));
}

void card(Ui& ui, const Box& box) {
    fill(ui, box, ui.ink().card, radius::card);
    outline(ui, box, ui.ink().line, radius::card);
}

// One mesh of rounded loops around each other, whose alpha falls off between them: each pixel is drawn once. What lies
// under the box itself is left out.
void shadow(Ui& ui, const Box& box, float radius_css) {
    struct Loop {
        float spread, alpha;
    };
    constexpr std::array<Loop, 6> loops = {{{-14, 1}, {-4, 1}, {0, 0.62f}, {5, 0.43f}, {13, 0.22f}, {24, 0}}};
    constexpr unsigned corner_points = 6, points = 4 * corner_points;
    const bool dark = ui.look.scheme == Theme::Dark;  // where only depth can show
    const float most = dark ? 0.33f : 0.11f, drop = ui.px(dark ? 6 : 8);
    const Rgba ink = dark ? Rgba{0, 0, 0, 255} : Rgba{23, 26, 32, 255};
    ImDrawList& draw = ui.draw();
    const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
    draw.PrimReserve(static_cast<int>((loops.size() - 1) * points * 6), static_cast<int>(loops.size() * points));
    const unsigned first = draw._VtxCurrentIdx;
    for (const Loop& loop : loops) {
        const float spread = ui.px(loop.spread), round = std::max(0.0f, ui.px(radius_css) + spread);
        const float left = box.x - spread + round, right = box.right() + spread - round;
        const float top = box.y - spread + round + drop, bottom = box.bottom() + spread - round + drop;
        const ImU32 colour = packed(with_alpha(ink, most * loop.alpha));
        for (unsigned point = 0; point < points; ++point) {
            const unsigned corner = point / corner_points;  // from the right bottom one, clockwise
            const float turn = (static_cast<float>(corner) + static_cast<float>(point % corner_points) / (corner_points - 1)) * IM_PI / 2;
            draw.PrimWriteVtx({(corner == 0 || corner == 3 ? right : left) + std::cos(turn) * round, (corner < 2 ? bottom : top) + std::sin(turn) * round}, white, colour);
        }
    }
    for (unsigned loop = 0; loop + 1 < loops.size(); ++loop) {
        for (unsigned point = 0; point < points; ++point) {
            const unsigned a = first + loop * points + point, b = first + loop * points + (point + 1) % points;
            for (const unsigned corner : {a, b, b + points, a, b + points, a + points}) draw.PrimWriteIdx(corner);
        }
    }
}

Clip::Clip(const Box& box) { ImGui::PushClipRect(box.low(), box.high(), true); }
Clip::~Clip() { ImGui::PopClipRect(); }

}  // namespace discern
