// The evaluation core's one entrance: facts and goals in, verdicts out. Pure: the same arguments give the same verdict
// on every machine (to 1e-9), no clock, no file, no hash order.
#pragma once

#include "judgement/goals.hpp"
#include "judgement/verdict.hpp"
#include "people/person.hpp"

#include <memory>
#include <span>
#include <vector>

namespace discern {

struct JudgementKnowledge;  // judgement/knowledge_tables.hpp: plain tables, read from assets by knowledge/

// Judges the invitations `which` (indices into book.invitations) of one book under one set of goals.
// `today` is the day of judging. Base rates come from the knowledge tables, so the presence of another invitation never
// changes a verdict, unless it is one between the same two people in the other direction. Accepted invitations get a verdict with already_connected set.
[[nodiscard]] std::vector<Verdict> judge_invitations(const PersonBook& book, std::span<const std::uint32_t> which,
                                                     const Goals& goals, const JudgementKnowledge& knowledge, Day today);

// One person who is not part of an inbox (a case, an outgoing plan).
[[nodiscard]] Verdict judge_case(const PersonBook& book, const Invitation& invitation, const Goals& goals,
                                 const JudgementKnowledge& knowledge, Day today);

// One inbox judged again and again while its user looks at it and moves goals: outlines for all rows, in some
// milliseconds for ten thousand, and the whole verdict of a row that is opened.
class InboxJudge {
public:
    explicit InboxJudge(const JudgementKnowledge& knowledge);  // must outlive it
    ~InboxJudge();
    InboxJudge(InboxJudge&&) noexcept;
    InboxJudge& operator=(InboxJudge&&) noexcept;

    // Outlines of the invitations `which`, in their order; they live until the next call. `facts` is a number that the
    // caller changes whenever the book changes in any way that reread() was not told of.
    [[nodiscard]] std::span<const Outline> outlines(const PersonBook& book, std::span<const std::uint32_t> which,
                                                    const Goals& goals, Day today, std::uint64_t facts);
    // Does a part of what outlines() with these arguments would do: reads at most so many rows, or weighs some. True when
    // nothing is left of it. For work in slices.
    bool outline_some(const PersonBook& book, std::span<const std::uint32_t> which, const Goals& goals, Day today,
                   std::uint64_t facts, std::size_t rows_at_most);
    // Facts of this one person changed since: only what speaks of them is read again.
    void reread(PersonId person);
    // The whole verdict on one invitation, under the goals and the day of the last outlines.
    [[nodiscard]] Verdict verdict(const PersonBook& book, const Invitation& invitation);
    // What the bits of Outline::flags stand for.
    [[nodiscard]] std::span<const std::string> flag_codes() const;

private:
    struct Parts;
    const JudgementKnowledge* knowledge_;
    std::unique_ptr<Parts> parts_;
};

}  // namespace discern
