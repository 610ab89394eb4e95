// Signals to Beta evidence: which rules apply, how strongly, and which are echoes of one another (judgement.md 2.2).
#pragma once

#include "judgement/beta.hpp"
#include "judgement/situation.hpp"

#include <array>
#include <vector>

namespace discern {

// One rule applied to one signal of a situation.
struct EvidenceItem {
    const EvidenceRule* rule = nullptr;
    std::uint32_t signal = 0;  // index into Situation::signals
    double score = 0.5;
    double counts = 0;         // strength after reliability, amount and age
};

using CriterionBetas = std::array<Beta, criterion_count>;

// Adds the items of `situation` to `out` (cleared first): first `known`, from which the closeness of the tie is marked
// in `situation` as cues, then everything else, which may depend on it.
void gather_evidence(Situation& situation, const Stance& stance, const JudgementKnowledge& knowledge, Day today,
                     std::vector<EvidenceItem>& out);

[[nodiscard]] CriterionBetas betas_from(const std::vector<EvidenceItem>& items, const JudgementParameters& parameters);

}  // namespace discern
