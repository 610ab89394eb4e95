// The layer that is never traded off: the chance of bad intent by weights of evidence (judgement.md 2.3).
#pragma once

#include "judgement/readings.hpp"

#include <span>
#include <vector>

namespace discern {

// ln(P(s|bad)/P(s|good)) for a sign that is present, ln of the complements for one that was looked for and is absent,
// 0 when unknown. I. J. Good, "Weight of evidence: a brief survey", 1985.
[[nodiscard]] double weight_of_evidence(double chance_if_bad, double chance_if_good, std::optional<bool> present);
[[nodiscard]] inline double decibans(double nats) { return nats * 4.342944819032518; }

struct SafetyFinding {
    std::uint32_t sign = 0;  // index into knowledge.safety
    double nats = 0;         // for bad intent when positive
};

struct SafetyReading {
    double chance = 0;       // of bad intent, 0 to 1
    bool abusive = false;    // a sign of abuse or fraud is among the findings, not only of commerce
    std::vector<SafetyFinding> findings;  // those that count, strongest first; ties: order of the table
};

// Only what is present counts; what is not known counts nothing. Of each group the largest weight counts.
// `candidates` are the signs that what is `present` may call for.
void read_safety(std::span<const ConditionCandidate> candidates, const SignalSet& present,
                 const JudgementKnowledge& knowledge, SafetyReading& out);

}  // namespace discern
