// What the Sent & plan view remembers between frames: its lane, its filter, who is selected, and the receipt beside it.
#pragma once

#include "app/list_state.hpp"
#include "workspace/filter.hpp"
#include "workspace/workspace.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace discern {

// Open: everything that waits for the user. Planned and Pending are its two halves; Later sleeps; Done is decided.
enum class PlanLane : std::uint8_t { Open, Planned, Pending, Later, Done };
inline constexpr std::size_t plan_lane_count = 5;

struct PlanState : ListState {  // `rows` index Workspace::plan_rows()
    PlanLane lane = PlanLane::Open;

    // Derived; made anew when any of the first three differ.
    std::uint64_t rows_generation = 0;
    PlanLane rows_lane = PlanLane::Open;
    std::string rows_filter;
    bool rows_known = false;
    std::array<std::uint32_t, plan_lane_count> counts{};
};

[[nodiscard]] PlanLane lane_of(const Workspace& workspace, const PlanRow& row);
// Brings `rows` and `counts` up to date and keeps the selection on a row of the lane.
void refresh(const Workspace& workspace, PlanState& state);
[[nodiscard]] std::optional<std::size_t> selected_place(const Workspace& workspace, const PlanState& state);
void select_place(const Workspace& workspace, PlanState& state, std::size_t place);
[[nodiscard]] std::vector<PlanLane> shown_lanes(const PlanState& state);
void step_lane(const Workspace& workspace, PlanState& state, int by);

}  // namespace discern
