#include "judgement/assess.hpp"

#include <algorithm>

namespace discern {

bool sender_can_answer(Criterion criterion) {
    return criterion == Criterion::Known || criterion == Criterion::Relevance || criterion == Criterion::Benefit ||
           criterion == Criterion::Note;
}

AssessmentDesk::AssessmentDesk(const Goals& goals, const Owner& owner, const JudgementKnowledge& tables, Day day)
    : knowledge(tables), today(day), stance(stance_from(goals, owner, tables)),
      cloud(cloud_from_stance(stance, tables.parameters.intercept_sd)) {
    weighing.set_goals(stance, cloud, knowledge);
}

Assessment assess(const PersonBook& book, const Invitation& invitation, AssessmentDesk& desk) {
    read_situation(book, invitation, desk.stance.words, desk.knowledge, desk.today, desk.reading, desk.situation);
    desk.readings.clear();
    desk.readings.add(desk.situation, invitation, desk.knowledge, desk.today);
    return desk.weighing.assess(desk.readings, 0, desk.situation, desk.items, desk.safety);
}

void InboxAssessor::read_changed(const PersonBook& book, const Stance& stance, const JudgementKnowledge& knowledge,
                                 Day today) {
    const auto speaks_of = [&](const Invitation& invitation, PersonId person) {
        const auto& named = book.at(invitation.person).mutuals.named;
        return invitation.person == person || std::find(named.begin(), named.end(), person) != named.end();
    };
    for (std::size_t row = 0; row < readings_.size(); ++row) {
        const Invitation& invitation = book.invitations[which_[row]];
        if (std::none_of(changed_.begin(), changed_.end(), [&](PersonId p) { return speaks_of(invitation, p); })) continue;
        read_situation(book, invitation, stance.words, knowledge, today, desk_, situation_);
        readings_.replace(row, situation_, invitation, knowledge, today);
    }
}

bool InboxAssessor::read(const PersonBook& book, std::span<const std::uint32_t> which, const Stance& stance,
                         const JudgementKnowledge& knowledge, Day today, std::uint64_t facts, std::size_t rows_at_most) {
    constexpr std::size_t few = 64;  // each leaves a gap in the readings
    const bool stands = read_ && facts == facts_ && today == day_ && stance.words == words_ && changed_.size() <= few &&
                        std::equal(which.begin(), which.end(), which_.begin(), which_.end());
    if (!stands || !changed_.empty()) weighed_for_.reset();
    if (!stands) {
        readings_.clear();
        readings_.reserve(which.size());
        desk_.look_for_both_ways(book);
        which_.assign(which.begin(), which.end());
        words_ = stance.words;
        day_ = today;
        facts_ = facts;
        read_ = true;
    } else if (!changed_.empty()) {
        read_changed(book, stance, knowledge, today);
    }
    changed_.clear();
    const std::size_t end = readings_.size() + std::min(which.size() - readings_.size(), rows_at_most);
    while (readings_.size() < end) {
        const Invitation& invitation = book.invitations[which[readings_.size()]];
        read_situation(book, invitation, stance.words, knowledge, today, desk_, situation_);
        readings_.add(situation_, invitation, knowledge, today);
    }
    return end == which.size();
}

bool InboxAssessor::weigh(const Stance& stance, const Goals& goals, const JudgementKnowledge& knowledge,
                          std::size_t rows_at_most) {
    if (weighed_for_ != goals) {
        weighed_for_ = goals;
        weighed_ = 0;
        outlines_.assign(which_.size(), {});
    }
    const std::size_t rows = std::min(which_.size() - weighed_, rows_at_most);
    if (rows > 0) {
        const WeightCloud cloud = cloud_from_stance(stance, knowledge.parameters.intercept_sd);
        weighing_.set_goals(stance, cloud, knowledge);
        weighing_.outline(readings_, weighed_, std::span(outlines_).subspan(weighed_, rows));
        weighed_ += rows;
    }
    return weighed_ == which_.size();
}

bool InboxAssessor::outline_some(const PersonBook& book, std::span<const std::uint32_t> which, const Goals& goals,
                                 const JudgementKnowledge& knowledge, Day today, std::uint64_t facts,
                                 std::size_t rows_at_most) {
    constexpr std::size_t quicker_to_weigh = 16;  // than to read
    if (!stance_ || stance_->facts != facts || stance_->goals != goals)
        stance_.emplace(goals, facts, stance_from(goals, book.owner, knowledge));
    if (!read(book, which, stance_->stance, knowledge, today, facts, rows_at_most)) return false;
    return weigh(stance_->stance, goals, knowledge, rows_at_most * quicker_to_weigh);
}

const std::vector<Outline>& InboxAssessor::outline_all(const PersonBook& book, std::span<const std::uint32_t> which,
                                                       const Goals& goals, const JudgementKnowledge& knowledge, Day today,
                                                       std::uint64_t facts) {
    const Stance stance = stance_from(goals, book.owner, knowledge);
    (void)read(book, which, stance, knowledge, today, facts, which.size());
    (void)weigh(stance, goals, knowledge, which.size());
    return outlines_;
}

}  // namespace discern
