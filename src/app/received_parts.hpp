// The parts of the Received list beside its rows.
#pragma once

#include "app/views.hpp"

namespace discern {

// "12 selected", all, none; where no receipt stands beside the list also the verdicts, each with the exact count.
// Returns how much of the foot of `area` it took.
float draw_batch_bar(Ui& ui, ReceivedState& state, const Box& area, Choices& choices);

// The next lesson that was not used yet, if any. Returns how much of the foot it took.
float draw_hint(Ui& ui, ReceivedState& state, const Box& area);

// Where the completions will stand; empty when there are none.
[[nodiscard]] Box completions_box(Ui& ui, const Workspace& workspace, ReceivedState& state, const Box& field);
// Under the filter field while it is edited. True when a completion was taken (and the field goes on being edited).
bool draw_completions(Ui& ui, const Workspace& workspace, ReceivedState& state, const Box& field, const FieldAnswer& answer);

}  // namespace discern
