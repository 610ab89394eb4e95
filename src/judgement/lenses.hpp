// Two sets of goals over one inbox: which verdicts change, and why.
#pragma once

#include "judgement/goals.hpp"
#include "judgement/verdict.hpp"
#include "people/person.hpp"

#include <span>
#include <vector>

namespace discern {

struct JudgementKnowledge;

struct LensChange {
    std::uint32_t invitation = 0;  // index into book.invitations
    Action before{}, after{};
    double worth_before = 0, worth_after = 0;
    Criterion because{};           // the criterion whose contribution moved most, in the direction of the change
    double moved = 0;              // by how much, log-odds
    bool by_openness = false;      // the stated openness moved more than any criterion
};

struct LensDifference {
    std::vector<LensChange> changes;  // largest change of worth first; ties: order of the inbox
    std::size_t unchanged = 0;
};

[[nodiscard]] LensDifference lens_difference(const PersonBook& book, std::span<const std::uint32_t> which,
                                             const Goals& before, const Goals& after,
                                             const JudgementKnowledge& knowledge, Day today);

}  // namespace discern
