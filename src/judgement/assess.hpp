// One invitation assessed: evidence, worth, safety, proposal, rules, confidence and questions, all as numbers. The
// receipt's words are made of it later and only for the invitations that are looked at.
#pragma once

#include "judgement/evidence.hpp"
#include "judgement/posterior.hpp"
#include "judgement/safety.hpp"

#include <bitset>
#include <optional>
#include <span>
#include <vector>

namespace discern {

struct Assessment {
    CriterionBetas betas;
    std::bitset<criterion_count> has_evidence;
    std::array<double, criterion_count> contribution{};  // m_i (mu_i - r_i)
    double intercept = 0;
    Worth worth;
    double fit = 0;                   // 0 to 1: how far the person serves a purpose that matters
    double safety_chance = 0;
    bool abusive = false;
    Action proposed{};                // by worth and questions alone
    Action action{};                  // after safety and rules
    const ActionRule* rule = nullptr; // the rule that decided, if one did
    double confidence = 0;
    std::array<double, criterion_count> question_value{};  // expected gain of learning it, log-odds
    double asking_gain = 0;           // of one question to the sender, cost not yet taken off
};

// Working memory, reused from invitation to invitation; holds the last situation and its evidence.
struct AssessmentDesk {
    ReadingDesk reading;
    Situation situation;
    std::vector<EvidenceItem> items;
    SafetyReading safety;
};

[[nodiscard]] Assessment assess(const PersonBook& book, const Invitation& invitation, const Stance& stance,
                                const WeightCloud& cloud, const JudgementKnowledge& knowledge, Day today,
                                AssessmentDesk& desk);

// Assesses an inbox again and again while goals move: one desk, nothing allocated per row.
class InboxAssessor {
public:
    // The result lives until the next call.
    [[nodiscard]] const std::vector<Assessment>& assess_all(const PersonBook& book, std::span<const std::uint32_t> which,
                                                            const Goals& goals, const JudgementKnowledge& knowledge,
                                                            Day today);

private:
    AssessmentDesk desk_;
    std::vector<Assessment> assessments_;
};

// What can be asked of the sender, as against looked up by the user.
[[nodiscard]] bool sender_can_answer(Criterion criterion);

}  // namespace discern
