// Which verdicts on open invitations would change under other goals, and why.
#pragma once

#include "workspace/workspace.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace discern {

inline constexpr std::size_t incoming_action_count = 5;  // Accept to Follow
// How many open invitations have each verdict; index = Action.
using Composition = std::array<std::uint32_t, incoming_action_count>;
[[nodiscard]] Composition composition_of(const Workspace& workspace);

struct VerdictChange {
    InvitationId invitation;
    std::string name;
    Action before{}, after{};
    double worth_moved = 0;               // log-odds
    std::optional<Criterion> because;     // whose contribution moved most that way; empty = the goals' openness did
    double moved = 0;                     // by how much
};

struct LensComparison {
    Composition before{}, after{};
    std::vector<VerdictChange> changes;  // largest change of worth first; ties: order of the list
    std::size_t unchanged = 0;
};
// `other` against the goals that stand.
[[nodiscard]] LensComparison compare_with(const Workspace& workspace, const Goals& other);

}  // namespace discern
