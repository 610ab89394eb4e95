// What the Received view remembers between frames. None of it is part of the document, none of it is undone.
#pragma once

#include "app/receipt_state.hpp"
#include "app/widgets.hpp"
#include "workspace/workspace.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace discern {

struct ReceivedState {
    Lane lane = Lane::All;
    FieldState filter;
    std::optional<InvitationId> selected;
    std::set<InvitationId> ticked;
    bool receipt_open = false;  // on a phone the receipt is a screen of its own

    ScrollState list_scroll;
    ReceiptState receipt;
    float lanes_offset = 0;

    // A verdict took a row out: those below it glide up from where they were.
    double glide_started = -1;
    std::size_t glide_from = 0, glide_rows = 0;

    // Derived; made anew when any of the first three differ.
    std::uint64_t rows_generation = 0;
    Lane rows_lane = Lane::All;
    std::string rows_filter;
    bool rows_known = false;
    std::vector<std::uint32_t> rows;  // indices into Workspace::rows()
};

// Brings `rows` up to date and keeps the selection on a row of the lane; call before drawing and before reading.
void refresh(const Workspace& workspace, ReceivedState& state);
// Place of the selected row in `rows`, if there is one.
[[nodiscard]] std::optional<std::size_t> selected_place(const Workspace& workspace, const ReceivedState& state);
[[nodiscard]] const ReceivedRow* selected_row(const Workspace& workspace, const ReceivedState& state);
// Selects a row by its place, at the nearest there is.
void select_place(const Workspace& workspace, ReceivedState& state, std::size_t place);
// The invitations that a verdict goes to: the ticked ones, or the selected one.
[[nodiscard]] std::vector<InvitationId> targets_of(const Workspace& workspace, const ReceivedState& state);
// A hidden lane (zero rows) is never the lane.
[[nodiscard]] std::vector<Lane> shown_lanes(const Workspace& workspace);
void step_lane(const Workspace& workspace, ReceivedState& state, int by);

}  // namespace discern
