#include "judgement/judge.hpp"

#include "judgement/assess.hpp"
#include "judgement/explanation.hpp"

namespace discern {
namespace {

Verdict verdict_on(AssessmentDesk& desk, const PersonBook& book, const Invitation& invitation) {
    const Assessment assessment = assess(book, invitation, desk);
    Verdict verdict = explain(assessment, desk, book, invitation);
    verdict.already_connected = invitation.accepted;
    return verdict;
}

}  // namespace

std::vector<Verdict> judge_invitations(const PersonBook& book, std::span<const std::uint32_t> which, const Goals& goals,
                                       const JudgementKnowledge& knowledge, Day today) {
    AssessmentDesk desk(goals, book.owner, knowledge, today);
    desk.reading.look_for_both_ways(book);
    std::vector<Verdict> verdicts;
    verdicts.reserve(which.size());
    for (const std::uint32_t index : which) verdicts.push_back(verdict_on(desk, book, book.invitations[index]));
    return verdicts;
}

Verdict judge_case(const PersonBook& book, const Invitation& invitation, const Goals& goals,
                   const JudgementKnowledge& knowledge, Day today) {
    AssessmentDesk desk(goals, book.owner, knowledge, today);
    return verdict_on(desk, book, invitation);
}

struct InboxJudge::Parts {
    InboxAssessor assessor;
    Goals goals;
    Day today{};
    std::optional<AssessmentDesk> desk;  // for the goals and the day at hand, once a whole verdict was asked for
};

InboxJudge::InboxJudge(const JudgementKnowledge& knowledge) : knowledge_(&knowledge), parts_(std::make_unique<Parts>()) {}
InboxJudge::~InboxJudge() = default;
InboxJudge::InboxJudge(InboxJudge&&) noexcept = default;
InboxJudge& InboxJudge::operator=(InboxJudge&&) noexcept = default;

std::span<const Outline> InboxJudge::outlines(const PersonBook& book, std::span<const std::uint32_t> which,
                                              const Goals& goals, Day today, std::uint64_t facts) {
    parts_->desk.reset();
    parts_->goals = goals;
    parts_->today = today;
    return parts_->assessor.outline_all(book, which, goals, *knowledge_, today, facts);
}

bool InboxJudge::outline_some(const PersonBook& book, std::span<const std::uint32_t> which, const Goals& goals, Day today,
                           std::uint64_t facts, std::size_t rows_at_most) {
    return parts_->assessor.outline_some(book, which, goals, *knowledge_, today, facts, rows_at_most);
}

void InboxJudge::reread(PersonId person) { parts_->assessor.reread(person); }

Verdict InboxJudge::verdict(const PersonBook& book, const Invitation& invitation) {
    if (!parts_->desk) parts_->desk.emplace(parts_->goals, book.owner, *knowledge_, parts_->today);
    return verdict_on(*parts_->desk, book, invitation);
}

std::span<const std::string> InboxJudge::flag_codes() const { return knowledge_->flag_codes; }

}  // namespace discern
