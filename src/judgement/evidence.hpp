// Rules of evidence applied to what an invitation shows, and which of two echoes counts (judgement.md 2.2).
#pragma once

#include "judgement/beta.hpp"
#include "judgement/knowledge_tables.hpp"

#include <array>
#include <cmath>

namespace discern {

// One rule applied to one signal of a situation.
struct EvidenceItem {
    const EvidenceRule* rule = nullptr;
    std::uint32_t signal = 0;  // index into Situation::signals
    double score = 0.5;
    double counts = 0;         // strength after reliability, amount and age
    bool against = false;      // EvidenceRule::against, or an answer "no"
};

using CriterionBetas = std::array<Beta, criterion_count>;

// Which of two echoes counts; a total order, so that the order of the facts does not matter.
[[nodiscard]] inline bool outweighs(const EvidenceItem& a, const EvidenceItem& b) {
    const double weight_a = a.counts * std::fabs(a.score - 0.5), weight_b = b.counts * std::fabs(b.score - 0.5);
    if (weight_a != weight_b) return weight_a > weight_b;
    if (a.counts != b.counts) return a.counts > b.counts;
    if (a.score != b.score) return a.score < b.score;
    return a.rule < b.rule;
}

}  // namespace discern
