// The rows of one list as judged: outlines of all of them, whole verdicts of those that were looked at. Each is made at
// most once for each change that verdicts depend on.
#pragma once

#include "judgement/judge.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace discern {

class JudgedRows {
public:
    // Another way of judging, for tests: all rows, whole.
    using JudgeAll = std::function<std::vector<Verdict>(const PersonBook& book, std::span<const std::uint32_t> which,
                                                        const Goals& goals, Day today)>;
    explicit JudgedRows(const JudgementKnowledge& knowledge) : judge_(InboxJudge(knowledge)) {}
    explicit JudgedRows(JudgeAll judge) : judge_all_(std::move(judge)) {}

    // Judges `which` anew. `facts` moves with people and invitations (InboxJudge::outlines).
    void judge(const PersonBook& book, std::vector<std::uint32_t> which, const Goals& goals, Day today,
               std::uint64_t facts);
    // Does a part of what judge() with these arguments would do first; true when nothing is left of that part.
    bool outline_some(const PersonBook& book, std::span<const std::uint32_t> which, const Goals& goals, Day today,
                   std::uint64_t facts, std::size_t rows_at_most) {
        return !judge_ || judge_->outline_some(book, which, goals, today, facts, rows_at_most);
    }
    void reread(PersonId person) {
        if (judge_) judge_->reread(person);
    }

    [[nodiscard]] const std::vector<Outline>& outlines() const { return outlines_; }
    // `book` as it was judged. The verdict lives until the next judge().
    [[nodiscard]] const Verdict& verdict(const PersonBook& book, std::uint32_t row);
    [[nodiscard]] std::span<const std::string> flag_codes() const {
        return judge_ ? judge_->flag_codes() : std::span<const std::string>(flag_codes_);
    }

private:
    [[nodiscard]] Outline outline_from(const Verdict& verdict);

    std::optional<InboxJudge> judge_;
    JudgeAll judge_all_;
    std::vector<std::uint32_t> which_;
    std::vector<Outline> outlines_;
    std::vector<std::unique_ptr<Verdict>> verdicts_;  // by row; empty until looked at
    std::vector<std::string> flag_codes_;             // of judge_all_
};

}  // namespace discern
