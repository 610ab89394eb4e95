// The few pictures of the product, crisp at any scale; each is described in words by its caller.
#pragma once

#include "app/draw.hpp"
#include "base/date.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace discern {

// A thin bar that is full at 1.
void draw_share_bar(Ui& ui, const Box& box, double share, Rgba colour);
// Left of the middle line against, right of it for. `share` runs from -1 to 1 of the longest bar.
void draw_factor_bar(Ui& ui, const Box& box, double share);
// What is not known: hollow and dashed, with no length of its own.
void draw_unknown_bar(Ui& ui, const Box& box);


// Days on one line, earliest at the left, each with its words below; the day that is today is a ring. Told in words as one
// picture. Returns the height below; `box.height` is not used. Draws nothing for fewer than two marks.
struct TimeMark {
    Day day;
    std::string words;
    bool today = false;
    Rgba colour;
};
float draw_time_line(Ui& ui, UiId id, const Box& box, std::vector<TimeMark> marks);

// The shape of the inbox before and after, one laid over the other: a bar for each verdict, filled as it would be, with the
// outline of how it is, and both counts. Told in words as one picture. Returns the height below; `box.height` is not used.
using VerdictCounts = std::array<std::uint32_t, 5>;  // Accept to Follow
float draw_what_if(Ui& ui, UiId id, const Box& box, const VerdictCounts& before, const VerdictCounts& after);

}  // namespace discern
