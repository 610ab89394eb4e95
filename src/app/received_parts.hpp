// The parts of the Received list beside its rows.
#pragma once

#include "app/views.hpp"

namespace discern {

// How much of the foot of the list's pane one of the next two takes; the batch bar while something is selected.
[[nodiscard]] float list_foot_height(Ui& ui, const ReceivedState& state, const Box& area);

// "12 selected", all, none; where no receipt stands beside the list also the verdicts, each with the exact count.
void draw_batch_bar(Ui& ui, ReceivedState& state, const Box& area, Choices& choices);

// The next lesson that was not used yet, if any.
void draw_hint(Ui& ui, ReceivedState& state, const Box& area);

// Where the completions will stand; empty when there are none.
[[nodiscard]] Box completions_box(Ui& ui, const Workspace& workspace, ReceivedState& state, const Box& field);
// Under the filter field while it is edited. True when a completion was taken (and the field goes on being edited).
bool draw_completions(Ui& ui, const Workspace& workspace, ReceivedState& state, const Box& field, const FieldAnswer& answer);

}  // namespace discern
