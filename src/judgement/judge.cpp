#include "judgement/judge.hpp"

#include "judgement/assess.hpp"
#include "judgement/explanation.hpp"
#include "judgement/flags.hpp"

namespace discern {
namespace {

Verdict judge_one(const PersonBook& book, const Invitation& invitation, const Stance& stance, const WeightCloud& cloud,
                  const JudgementKnowledge& knowledge, Day today, AssessmentDesk& desk) {
    const Assessment assessment = assess(book, invitation, stance, cloud, knowledge, today, desk);
    Verdict verdict = explain(assessment, desk, book, invitation, stance, cloud, knowledge, today);
    verdict.already_connected = invitation.accepted;
    return verdict;
}

}  // namespace

std::vector<Verdict> judge_invitations(const PersonBook& book, std::span<const std::uint32_t> which, const Goals& goals,
                                       const JudgementKnowledge& knowledge, Day today) {
    const Stance stance = stance_from(goals, book.owner, knowledge);
    const WeightCloud cloud = cloud_from_stance(stance, knowledge.parameters.intercept_sd);
    AssessmentDesk desk;
    std::vector<Verdict> verdicts;
    verdicts.reserve(which.size());
    for (const std::uint32_t index : which)
        verdicts.push_back(judge_one(book, book.invitations[index], stance, cloud, knowledge, today, desk));
    return verdicts;
}

Verdict judge_case(const PersonBook& book, const Invitation& invitation, const Goals& goals,
                   const JudgementKnowledge& knowledge, Day today) {
    const Stance stance = stance_from(goals, book.owner, knowledge);
    const WeightCloud cloud = cloud_from_stance(stance, knowledge.parameters.intercept_sd);
    AssessmentDesk desk;
    return judge_one(book, invitation, stance, cloud, knowledge, today, desk);
}

}  // namespace discern
