#include "judgement/learning.hpp"

#include "judgement/assess.hpp"

#include <algorithm>
#include <cmath>

namespace discern {
namespace {

std::optional<bool> is_yes(Action action) {
    switch (action) {
        case Action::Accept:
        case Action::Send:
        case Action::SendWithNote: return true;
        case Action::Ignore:
        case Action::Report:
        case Action::DontSend: return false;
        default: return std::nullopt;
    }
}

}  // namespace

LearnedWeights learn_weights(const PersonBook& book, std::span<const DecidedInvitation> decisions, const Goals& goals,
                             const JudgementKnowledge& knowledge, Day today, double half_life_days) {
    AssessmentDesk desk(goals, book.owner, knowledge, today);
    LearnedWeights learned;
    learned.stated = desk.cloud;
    std::vector<PastDecision> past;
    for (std::uint32_t i = 0; i < decisions.size(); ++i) {
        const DecidedInvitation& decided = decisions[i];
        const auto yes = is_yes(decided.action);
        if (!yes) continue;
        const Assessment a = assess(book, book.invitations[decided.invitation], desk);
        PastDecision decision;
        decision.yes = *yes;
        decision.features[0] = 1;
        for (std::size_t k = 0; k < criterion_count; ++k) {
            decision.features[k + 1] = a.betas[k].mean() - knowledge.parameters.base_rate[k];
            decision.variance[k + 1] = a.betas[k].variance();
        }
        if (decided.exception) decision.weight = 0;
        else if (half_life_days > 0 && decided.when)
            decision.weight =
                std::exp2(-std::max(0, today.days_since_epoch - decided.when->days_since_epoch) / half_life_days);
        past.push_back(decision);
        learned.used.push_back(i);
    }
    learned.fit = fit_decisions(learned.stated, past);
    learned.audit = audit_decisions(learned.stated, past);
    for (std::size_t k = 0; k < criterion_count; ++k)
        learned.moved[k] =
            (learned.fit.cloud.mean[k + 1] - learned.stated.mean[k + 1]) / std::sqrt(learned.stated.covariance[k + 1][k + 1]);
    return learned;
}

}  // namespace discern
