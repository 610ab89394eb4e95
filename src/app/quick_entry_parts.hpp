// The two halves of the quick entry that its view puts together.
#pragma once

#include "app/quick_entry.hpp"

namespace discern {

void draw_chip_search(Ui& ui, EntryState& state, const Box& field);
// Draws from `y` down a column; returns the height below.
float draw_chips(Ui& ui, EntryState& state, const Box& column, float y);

}  // namespace discern
