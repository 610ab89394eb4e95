// A pane that scrolls in exact pixels, and a list of equal rows that costs the same for ten rows as for 100,000.
#pragma once

#include "app/draw.hpp"

#include <cstddef>
#include <functional>

namespace discern {

// Lives in the view's state. Double, because 100,000 rows of 70 pixels at 3 pixels a pixel pass float's whole numbers.
struct ScrollState {
    double offset = 0;   // canvas pixels from the top
    double content = 0;  // height of what the pane holds, from the last frame
    double reached = -1; // seconds when it last moved (the bar fades)
    bool dragging = false;
    double grabbed_at = 0;
};

// Reads the wheel over `view`, clips, and draws the bar when it ends. Content is drawn at y = view.y - offset.
class ScrollArea {
public:
    ScrollArea(Ui& ui, UiId id, ScrollState& state, const Box& view);
    ~ScrollArea();  // uses the height that `ends_at` was told
    ScrollArea(const ScrollArea&) = delete;
    ScrollArea& operator=(const ScrollArea&) = delete;

    [[nodiscard]] float top() const;  // y of the content's first pixel
    void ends_at(float y);            // lowest pixel of the content

private:
    Ui& ui_;
    UiId id_;
    ScrollState& state_;
    Box view_;
    double content_ = 0;
    std::size_t first_node_ = 0;
};

void scroll_into_view(ScrollState& state, const Box& view, double top, double height, double margin);

// Rows that are in sight, as [first, last). Rows 20 above and below are told to the mirror but not drawn.
struct RowRange {
    std::size_t first = 0, last = 0;
};
[[nodiscard]] RowRange rows_in_sight(const ScrollState& state, float view_height, float row_height, std::size_t count,
                                     std::size_t extra);

}  // namespace discern
