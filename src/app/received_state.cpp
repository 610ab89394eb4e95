#include "app/received_state.hpp"

#include <algorithm>

namespace discern {
namespace {

const ReceivedRow& row_at(const Workspace& workspace, const ReceivedState& state, std::size_t place) {
    return workspace.rows()[state.rows[place]];
}

}  // namespace

void refresh(const Workspace& workspace, ReceivedState& state) {
    const bool same = state.rows_known && state.rows_generation == workspace.generation() && state.rows_lane == state.lane &&
                      state.rows_filter == state.filter.text;
    if (!same) {
        const auto counts = workspace.lane_counts();
        if (state.lane != Lane::All && counts[static_cast<std::size_t>(state.lane)] == 0) state.lane = Lane::All;
        state.rows = workspace.rows_in(state.lane, state.filter.text);
        state.rows_generation = workspace.generation();
        state.rows_lane = state.lane;
        state.rows_filter = state.filter.text;
        state.rows_known = true;
        std::erase_if(state.ticked, [&](InvitationId id) { return !workspace.row_of(id).has_value(); });
    }
    if (!selected_place(workspace, state)) {
        state.selected.reset();
        if (!state.rows.empty()) state.selected = workspace.invitation_of(row_at(workspace, state, 0)).id;
    }
}

std::optional<std::size_t> selected_place(const Workspace& workspace, const ReceivedState& state) {
    if (!state.selected) return std::nullopt;
    const auto row = workspace.row_of(*state.selected);
    if (!row) return std::nullopt;
    const auto found = std::find(state.rows.begin(), state.rows.end(), *row);
    if (found == state.rows.end()) return std::nullopt;
    return static_cast<std::size_t>(found - state.rows.begin());
}

const ReceivedRow* selected_row(const Workspace& workspace, const ReceivedState& state) {
    const auto place = selected_place(workspace, state);
    return place ? &row_at(workspace, state, *place) : nullptr;
}

void select_place(const Workspace& workspace, ReceivedState& state, std::size_t place) {
    if (state.rows.empty()) {
        state.selected.reset();
        return;
    }
    const InvitationId id = workspace.invitation_of(row_at(workspace, state, std::min(place, state.rows.size() - 1))).id;
    if (state.selected == id) return;
    state.selected = id;
    turn_page(state.receipt);
}

std::vector<InvitationId> targets_of(const Workspace& workspace, const ReceivedState& state) {
    if (!state.ticked.empty()) return {state.ticked.begin(), state.ticked.end()};
    if (selected_row(workspace, state) != nullptr) return {*state.selected};
    return {};
}

std::vector<Lane> shown_lanes(const Workspace& workspace) {
    const auto counts = workspace.lane_counts();
    std::vector<Lane> lanes = {Lane::All};
    for (std::size_t lane = 1; lane < lane_count; ++lane)
        if (counts[lane] > 0) lanes.push_back(static_cast<Lane>(lane));
    return lanes;
}

void step_lane(const Workspace& workspace, ReceivedState& state, int by) {
    const std::vector<Lane> lanes = shown_lanes(workspace);
    const auto found = std::find(lanes.begin(), lanes.end(), state.lane);
    const auto count = static_cast<int>(lanes.size());
    const int at = found == lanes.end() ? 0 : static_cast<int>(found - lanes.begin());
    state.lane = lanes[static_cast<std::size_t>(((at + by) % count + count) % count)];
    state.list_scroll.offset = 0;
    refresh(workspace, state);
    select_place(workspace, state, 0);
}

}  // namespace discern
