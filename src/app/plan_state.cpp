#include "app/plan_state.hpp"

#include <algorithm>

namespace discern {
namespace {

bool is_in(PlanLane row_lane, PlanLane lane) {
    return row_lane == lane || (lane == PlanLane::Open && (row_lane == PlanLane::Planned || row_lane == PlanLane::Pending));
}

// The invitation of an element of PlanState::rows.
auto id_in(const Workspace& workspace) {
    return [&workspace](std::uint32_t row) { return workspace.invitation_of(workspace.plan_rows()[row]).id; };
}

std::vector<std::uint32_t> rows_in(const Workspace& workspace, PlanLane lane, std::string_view filter) {
    const auto terms = filter_terms_from(filter);
    const bool wants_verdicts = needs_verdicts(terms);
    const auto all = workspace.plan_rows();
    SearchIndex search;
    if (!terms.empty())
        for (const PlanRow& row : all) search.add(workspace.person_of(row), workspace.invitation_of(row));
    const std::vector<std::uint8_t> holds = search.rows_that_hold(terms);
    std::vector<std::uint32_t> found;
    for (std::uint32_t index = 0; index < all.size(); ++index) {
        const PlanRow& row = all[index];
        if (!is_in(lane_of(workspace, row), lane)) continue;
        if (!holds.empty() && holds[index] == 0) continue;
        if (!wants_verdicts || holds_as_judged(terms, workspace.outline_of(row), workspace.flag_codes())) found.push_back(index);
    }
    return found;
}

}  // namespace

PlanLane lane_of(const Workspace& workspace, const PlanRow& row) {
    if (workspace.decision_of(row)) return PlanLane::Done;
    if (workspace.is_snoozed(row)) return PlanLane::Later;
    return row.planned ? PlanLane::Planned : PlanLane::Pending;
}

void refresh(const Workspace& workspace, PlanState& state) {
    const bool same = state.rows_known && state.rows_generation == workspace.generation() && state.rows_lane == state.lane &&
                      state.rows_filter == state.filter.text;
    if (!same) {
        state.counts = {};
        for (const PlanRow& row : workspace.plan_rows()) {
            const PlanLane lane = lane_of(workspace, row);
            ++state.counts[static_cast<std::size_t>(lane)];
            if (is_in(lane, PlanLane::Open)) ++state.counts[static_cast<std::size_t>(PlanLane::Open)];
        }
        if (state.counts[static_cast<std::size_t>(state.lane)] == 0) state.lane = PlanLane::Open;
        state.rows = rows_in(workspace, state.lane, state.filter.text);
        state.rows_generation = workspace.generation();
        state.rows_lane = state.lane;
        state.rows_filter = state.filter.text;
        state.rows_known = true;
    }
    if (!selected_place(workspace, state)) fall_back_to_first(state, id_in(workspace));
}

std::optional<std::size_t> selected_place(const Workspace& workspace, const PlanState& state) {
    return state.selected ? place_of(state, workspace.plan_row_of(*state.selected)) : std::nullopt;
}

void select_place(const Workspace& workspace, PlanState& state, std::size_t place) {
    select_nearest(state, place, id_in(workspace));
}

std::vector<PlanLane> shown_lanes(const PlanState& state) {
    std::vector<PlanLane> lanes = {PlanLane::Open};
    for (std::size_t lane = 1; lane < plan_lane_count; ++lane)
        if (state.counts[lane] > 0) lanes.push_back(static_cast<PlanLane>(lane));
    return lanes;
}

void step_lane(const Workspace& workspace, PlanState& state, int by) {
    const std::vector<PlanLane> lanes = shown_lanes(state);
    const auto found = std::find(lanes.begin(), lanes.end(), state.lane);
    const std::size_t at = found == lanes.end() ? 0 : static_cast<std::size_t>(found - lanes.begin());
    state.lane = lanes[stepped(at, by, lanes.size())];
    state.list_scroll.offset = 0;
    refresh(workspace, state);
    select_place(workspace, state, 0);
}

}  // namespace discern
