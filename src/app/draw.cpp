#include "app/draw.hpp"

#include "platform/display_text.hpp"

#include <icons.hpp>

#include <imgui_internal.h>

#include <algorithm>
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

}  // namespace

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
    ui.draw().AddRectFilled(box.low(), box.high(), packed(colour), ui.px(radius_css));
}

void outline(Ui& ui, const Box& box, Rgba colour, float radius_css) {
    ui.draw().AddRect(box.low(), box.high(), packed(colour), ui.px(radius_css), 0, ui.look.hairline());
}

void dashed_outline(Ui& ui, const Box& box, Rgba colour, float radius_css) {
    const float hair = ui.look.hairline();
    const float r = ui.px(radius_css), dash = ui.px(3), gap = ui.px(2.4f), half = hair / 2;
    const auto stroke = [&](ImVec2 from, ImVec2 to) {
        const float length = std::hypot(to.x - from.x, to.y - from.y);
        const ImVec2 step = {(to.x - from.x) / length, (to.y - from.y) / length};
        for (float at = 0; at < length; at += dash + gap) {
            const float stop = std::min(at + dash, length);
            ui.draw().AddLine({from.x + step.x * at, from.y + step.y * at}, {from.x + step.x * stop, from.y + step.y * stop},
                              packed(colour), hair);
        }
    };
    const float left = box.x + half, top = box.y + half, right = box.right() - half, bottom = box.bottom() - half;
    stroke({left + r, top}, {right - r, top});
    stroke({left + r, bottom}, {right - r, bottom});
    stroke({left, top + r}, {left, bottom - r});
    stroke({right, top + r}, {right, bottom - r});
    const auto corner = [&](float cx, float cy, float from) {
        ui.draw().PathArcTo({cx, cy}, r, from, from + IM_PI / 2, 4);
        ui.draw().PathStroke(packed(colour), 0, hair);
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

void shadow(Ui& ui, const Box& box, float radius_css) {
    // Rings that add up to a soft fall-off: 30 % in the dark, where only depth can show, 9 % in the light.
    const bool dark = ui.look.scheme == Theme::Dark;
    constexpr int rings = 14;
    const auto alpha = static_cast<std::uint8_t>(dark ? 6 : 2);
    const Rgba ink = dark ? Rgba{0, 0, 0, alpha} : Rgba{23, 26, 32, alpha};
    const float drop = ui.px(dark ? 6 : 8);
    for (int ring = rings; ring > 0; --ring) {
        const float share = static_cast<float>(ring) / rings, spread = ui.px(28 * share * share) - ui.px(4);
        const Box soft = {box.x - spread, box.y - spread + drop, box.width + 2 * spread, box.height + 2 * spread};
        ui.draw().AddRectFilled(soft.low(), soft.high(), packed(ink), std::max(0.0f, ui.px(radius_css) + spread));
    }
}

Clip::Clip(const Box& box) { ImGui::PushClipRect(box.low(), box.high(), true); }
Clip::~Clip() { ImGui::PopClipRect(); }

}  // namespace discern
