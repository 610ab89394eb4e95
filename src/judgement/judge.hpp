// The evaluation core's one entrance: facts and goals in, verdicts out. Pure: the same arguments give the same verdict
// on every machine (to 1e-9), no clock, no file, no hash order.
#pragma once

#include "judgement/goals.hpp"
#include "judgement/verdict.hpp"
#include "people/person.hpp"

#include <span>
#include <vector>

namespace discern {

struct JudgementKnowledge;  // judgement/knowledge_tables.hpp: plain tables, read from assets by knowledge/

// Judges the invitations `which` (indices into book.invitations) of one book under one set of goals.
// `today` is the day of judging. Base rates come from the knowledge tables, so the presence of another invitation never
// changes a verdict. Accepted invitations get a verdict with already_connected set.
[[nodiscard]] std::vector<Verdict> judge_invitations(const PersonBook& book, std::span<const std::uint32_t> which,
                                                     const Goals& goals, const JudgementKnowledge& knowledge, Day today);

// One person who is not part of an inbox (a case, an outgoing plan).
[[nodiscard]] Verdict judge_case(const PersonBook& book, const Invitation& invitation, const Goals& goals,
                                 const JudgementKnowledge& knowledge, Day today);

}  // namespace discern
