#include "judgement/knowledge_tables.hpp"

#include <algorithm>

namespace discern {

bool Condition::holds(const SignalSet& signals) const {
    if ((all & ~signals).any() || (none & signals).any()) return false;
    return std::all_of(any_of.begin(), any_of.end(), [&](const SignalSet& set) { return (set & signals).any(); });
}

const AdviceEntry* JudgementKnowledge::advice_of(std::string_view key) const {
    const auto found = std::find_if(advice.begin(), advice.end(), [&](const AdviceEntry& a) { return a.key == key; });
    return found == advice.end() ? nullptr : &*found;
}

void index_evidence(JudgementKnowledge& knowledge) {
    std::stable_sort(knowledge.evidence.begin(), knowledge.evidence.end(),
                     [](const EvidenceRule& a, const EvidenceRule& b) { return a.signal < b.signal; });
    knowledge.evidence_start.assign(signal_count() + 1, 0);
    for (const auto& rule : knowledge.evidence) ++knowledge.evidence_start[rule.signal.index + 1u];
    for (std::size_t i = 1; i < knowledge.evidence_start.size(); ++i)
        knowledge.evidence_start[i] += knowledge.evidence_start[i - 1];
}

}  // namespace discern
