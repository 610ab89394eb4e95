// Invitations assessed: evidence, worth, safety, proposal, rules, confidence and questions, all as numbers. The receipt's
// words are made of it later and only for the invitations that are looked at.
#pragma once

#include "judgement/evidence.hpp"
#include "judgement/posterior.hpp"
#include "judgement/readings.hpp"
#include "judgement/safety.hpp"

#include <bitset>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace discern {

// Everything about one invitation.
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
    const ActionRule* agreeing = nullptr;  // the rule that says the same as the worth, if there is one
    DecidedBy decided_by{};
    double confidence = 0;
    std::array<double, criterion_count> question_value{};  // expected gain of learning it, log-odds
    double asking_gain = 0;           // of one question to the sender, cost not yet taken off
    std::optional<Criterion> flips_by;  // the fact that would turn the answer over with the least surprise
    Action flips_to{};
    std::vector<std::uint16_t> flags;   // those that hold, as places in knowledge.flags
};

// Weighs what was read under one set of goals: many rows side by side, nothing allocated per row.
class Weighing {
public:
    Weighing();
    ~Weighing();
    // `stance`, `cloud` and `knowledge` must outlive the calls below.
    void set_goals(const Stance& stance, const WeightCloud& cloud, const JudgementKnowledge& knowledge);
    // Of the rows that begin at `first`, as many as `out` holds.
    void outline(const Readings& readings, std::size_t first, std::span<Outline> out);

    // One row with everything that its receipt needs; `situation` gets the signals that were found on the way.
    [[nodiscard]] Assessment assess(const Readings& readings, std::size_t row, Situation& situation,
                                    std::vector<EvidenceItem>& items, SafetyReading& safety);

private:
    struct Desk;
    std::unique_ptr<Desk> desk_;
};

// One set of goals and working memory, for invitations one by one; holds the last situation and its evidence.
// `tables` must outlive it.
struct AssessmentDesk {
    AssessmentDesk(const Goals& goals, const Owner& owner, const JudgementKnowledge& tables, Day day);
    AssessmentDesk(const AssessmentDesk&) = delete;
    AssessmentDesk& operator=(const AssessmentDesk&) = delete;

    const JudgementKnowledge& knowledge;
    const Day today;
    const Stance stance;
    const WeightCloud cloud;  // what the goals say of the weights
    ReadingDesk reading;
    Situation situation;
    Readings readings;
    Weighing weighing;
    std::vector<EvidenceItem> items;
    SafetyReading safety;
};

[[nodiscard]] Assessment assess(const PersonBook& book, const Invitation& invitation, AssessmentDesk& desk);

// Outlines an inbox again and again while goals move. What the invitations show is read once and kept until the book, the
// day or the words that the user named (targets, field, employer, place) change.
class InboxAssessor {
public:
    // The result lives until the next call. `facts` is a number that the caller changes whenever people or invitations of
    // the book change in any way that reread() was not told of.
    [[nodiscard]] const std::vector<Outline>& outline_all(const PersonBook& book, std::span<const std::uint32_t> which,
                                                          const Goals& goals, const JudgementKnowledge& knowledge,
                                                          Day today, std::uint64_t facts);
    // Does a part of what outline_all would have to do: reads at most so many further rows, or weighs some that have been
    // read. True when nothing is left of it. A call with other arguments begins anew.
    bool outline_some(const PersonBook& book, std::span<const std::uint32_t> which, const Goals& goals,
                      const JudgementKnowledge& knowledge, Day today, std::uint64_t facts, std::size_t rows_at_most);
    // Facts of one person changed: only rows that speak of them are read again, at the next call.
    void reread(PersonId person) { changed_.push_back(person); }

private:
    bool read(const PersonBook& book, std::span<const std::uint32_t> which, const Stance& stance,
              const JudgementKnowledge& knowledge, Day today, std::uint64_t facts, std::size_t rows_at_most);
    bool weigh(const Stance& stance, const Goals& goals, const JudgementKnowledge& knowledge, std::size_t rows_at_most);
    void read_changed(const PersonBook& book, const Stance& stance, const JudgementKnowledge& knowledge, Day today);

    ReadingDesk desk_;
    Situation situation_;
    Readings readings_;
    Weighing weighing_;
    std::vector<Outline> outlines_;
    std::size_t weighed_ = 0;  // rows, for these goals:
    std::optional<Goals> weighed_for_;
    // Of the slices under way: making it takes longer than reading some rows.
    struct StanceFor {
        Goals goals;
        std::uint64_t facts = 0;
        Stance stance;
    };
    std::optional<StanceFor> stance_;
    // What the readings were made of.
    std::vector<std::uint32_t> which_;
    std::vector<PersonId> changed_;
    StatedWords words_;
    Day day_{};
    std::uint64_t facts_ = 0;
    bool read_ = false;
};

// What can be asked of the sender, as against looked up by the user.
[[nodiscard]] bool sender_can_answer(Criterion criterion);

}  // namespace discern
