// What past decisions say about the user's weights: computed, audited and shown, never applied in silence
// (judgement.md 2.4, 2.9; product principle 7).
#pragma once

#include "judgement/audit.hpp"
#include "judgement/goals.hpp"
#include "judgement/knowledge_tables.hpp"
#include "judgement/posterior.hpp"
#include "judgement/verdict.hpp"
#include "people/person.hpp"

#include <optional>
#include <span>
#include <vector>

namespace discern {

// One decision that the user took. An exception teaches nothing.
struct DecidedInvitation {
    std::uint32_t invitation = 0;  // index into book.invitations
    Action action{};
    std::optional<Day> when;
    bool exception = false;
};

struct LearnedWeights {
    WeightCloud stated;   // what the goals alone say
    LaplaceFit fit;       // with the decisions
    AuditReport audit;    // leave-one-out; `surprising` indexes the decisions that were used
    std::vector<std::uint32_t> used;  // indices into the span given: accept and send are yes, ignore and report no
    // How far each criterion's weight moved, in deviations of what was stated: worth a word from 1 on.
    std::array<double, criterion_count> moved{};
};

// Decisions that are neither yes nor no (ask first, follow, wait) are left out. A decision loses half its weight in
// `half_life_days` (0 = never).
[[nodiscard]] LearnedWeights learn_weights(const PersonBook& book, std::span<const DecidedInvitation> decisions,
                                           const Goals& goals, const JudgementKnowledge& knowledge, Day today,
                                           double half_life_days = 0);

}  // namespace discern
