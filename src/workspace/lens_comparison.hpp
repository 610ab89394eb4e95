// What two sets of goals make of the same invitations: which answers differ, and what moved most.
#pragma once

#include "judgement/verdict.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace discern {

struct LensDifference {
    std::uint32_t row = 0;  // index into both lists of verdicts, i.e. into Workspace::rows()
    Action here{}, there{};
    // The criterion whose contribution differs most in the direction in which the worth moved, and by how much (log-odds,
    // there minus here). Where a rule decides, its reason is the headline of the verdict there.
    Criterion because{};
    double shift = 0;
    bool operator==(const LensDifference&) const = default;
};

// In the order of the rows; already connected people are left out. Verdicts of one Workspace: verdict_of and
// verdicts_under(goals of another lens).
[[nodiscard]] std::vector<LensDifference> differences_between(std::span<const Verdict> here,
                                                              std::span<const Verdict> there);

}  // namespace discern
