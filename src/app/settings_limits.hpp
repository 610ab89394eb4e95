// The section of Settings about the platform's limits.
#pragma once

#include "app/views.hpp"

namespace discern {

// Draws the section at a height of a column and returns the height below it.
float draw_limits(Ui& ui, const Workspace& workspace, LimitsState& state, const Box& column, float y, Choices& choices);

}  // namespace discern
