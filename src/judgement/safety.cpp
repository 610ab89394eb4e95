#include "judgement/safety.hpp"

#include "base/sorted.hpp"
#include "judgement/normal.hpp"

#include <algorithm>
#include <cmath>

namespace discern {

double weight_of_evidence(double chance_if_bad, double chance_if_good, std::optional<bool> present) {
    if (!present) return 0;
    return *present ? std::log(chance_if_bad / chance_if_good)
                    : std::log1p(-chance_if_bad) - std::log1p(-chance_if_good);
}

void read_safety(std::span<const ConditionCandidate> candidates, const SignalSet& present,
                 const JudgementKnowledge& knowledge, SafetyReading& out) {
    out.findings.clear();
    out.abusive = false;
    const auto& signs = knowledge.safety;
    for (const ConditionCandidate& candidate : candidates) {
        const std::uint32_t i = candidate.place;
        if (!candidate.certain && !signs[i].when.holds(present)) continue;
        out.abusive = out.abusive || signs[i].abusive;
        const SafetyFinding finding{i, candidate.only_read ? signs[i].nats_if_read : signs[i].nats};
        auto same = out.findings.end();
        if (signs[i].group != 0)
            same = std::find_if(out.findings.begin(), out.findings.end(),
                                [&](const SafetyFinding& f) { return signs[f.sign].group == signs[i].group; });
        if (same == out.findings.end()) out.findings.push_back(finding);
        else if (std::fabs(finding.nats) > std::fabs(same->nats)) *same = finding;
    }
    if (out.findings.empty()) {
        out.chance = knowledge.parameters.safety_prior;
        return;
    }
    double odds = logit(knowledge.parameters.safety_prior);
    for (const auto& finding : out.findings) odds += finding.nats;
    out.chance = sigmoid(odds);
    sort_stably(out.findings,
                     [](const SafetyFinding& a, const SafetyFinding& b) { return a.nats > b.nats; });
}

}  // namespace discern
