// Text and shapes as the design draws them: sizes in CSS pixels, positions in canvas pixels. Text goes through the
// display-text function of the platform, so names in any script come out right; originals stay with the caller.
#pragma once

#include "app/ui.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace discern {

struct Pen {
    float size = type::body;  // CSS pixels of the em
    Weight weight = Weight::Regular;
    Rgba ink;
    float tracking = 0;  // extra space between letters, in ems (titles: -0.02)
};

// Width in canvas pixels.
[[nodiscard]] float text_width(Ui& ui, std::string_view text, const Pen& pen);
// Distance of two lines of running text, in canvas pixels.
[[nodiscard]] float line_height(Ui& ui, const Pen& pen);
// Canvas pixels of one notch of the wheel, as the platform counts notches.
[[nodiscard]] float wheel_notch_pixels(Ui& ui);

// One line with its letters centred on `middle_y`; returns its width. With a positive `room` it is cut with an ellipsis.
float draw_text(Ui& ui, float x, float middle_y, std::string_view text, const Pen& pen, float room = -1);
// The same, ending at `right_x`.
float draw_text_right(Ui& ui, float right_x, float middle_y, std::string_view text, const Pen& pen);
void draw_text_centred(Ui& ui, float centre_x, float middle_y, std::string_view text, const Pen& pen);

// Has the next letter of a line ready that is not there yet, before a frame draws it (App::work): for one of another
// script the browser's text engine looks up fonts, which takes it milliseconds. False when all are there.
bool ready_next_letter(const Look& look, std::string_view text, const Pen& pen);

// Running text, broken between words. `top` is the top of the first line's box; returns the height used.
struct Span {
    std::string text;
    Pen pen;
};
float draw_paragraph(Ui& ui, float x, float top, float room, std::string_view text, const Pen& pen, int most_lines = 0);
float draw_spans(Ui& ui, float x, float top, float room, const std::vector<Span>& spans);
[[nodiscard]] float paragraph_height(Ui& ui, float room, std::string_view text, const Pen& pen, int most_lines = 0);
[[nodiscard]] float spans_height(Ui& ui, float room, const std::vector<Span>& spans);

// A Lucide icon in a square of `size` CSS pixels around a centre.
void draw_icon(Ui& ui, float centre_x, float middle_y, const char* icon_text, float size, Rgba ink);

void fill(Ui& ui, const Box& box, Rgba colour, float radius_css = 0);
void outline(Ui& ui, const Box& box, Rgba colour, float radius_css = 0);
void disc(Ui& ui, const Box& box, Rgba colour);  // of the width of the box
void dashed_outline(Ui& ui, const Box& box, Rgba colour, float radius_css);
void line_across(Ui& ui, float x, float y, float width, Rgba colour);
void line_down(Ui& ui, float x, float y, float height, Rgba colour);
void card(Ui& ui, const Box& box);
// A soft shadow for what floats over the page.
void shadow(Ui& ui, const Box& box, float radius_css);

// Draws nothing outside the box while it lives, and nothing outside can be pressed.
class Clip {
public:
    explicit Clip(const Box& box);
    ~Clip();
    Clip(const Clip&) = delete;
    Clip& operator=(const Clip&) = delete;
};

}  // namespace discern
