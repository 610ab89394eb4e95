// What the rules can make of invitations before the user's goals have their say: every rule of evidence that a signal
// calls for, with its strength, and every condition that may still hold. Moving a goal starts here, not at the texts.
#pragma once

#include "judgement/situation.hpp"

#include <span>
#include <vector>

namespace discern {

// One rule of evidence that a signal calls for.
struct EvidenceCandidate {
    double counts = 0;              // strength after reliability, amount and age
    std::uint16_t rule = 0;         // index into knowledge.evidence
    std::uint16_t signal = 0;       // index into Situation::signals
    bool denied = false;            // an answer "no" says the opposite, as strongly
    bool asks_unless = false;       // whether it is explained away, and so on, is only known with late_signals()
    bool asks_with = false;
    bool asks_pull = false;
    bool pulled = false;            // something that is there for sure pulls the score
};

struct ConditionCandidate {
    std::uint16_t place = 0;        // in its table
    bool certain = false;           // holds whatever the late signals are
    bool only_read = false;         // would not hold without what was read off the note
};

struct Reading {
    const SignalSet* present = nullptr;  // without the user's own signals
    std::span<const EvidenceCandidate> known, others;  // on the criterion `known`; on all others
    std::span<const ConditionCandidate> safety, rules, flags;
    Direction direction = Direction::Incoming;
    bool accepted = false;
    bool publishes = false;         // has something that can be followed
};

// The readings of many invitations, side by side.
class Readings {
public:
    void clear();
    void reserve(std::size_t rows);
    [[nodiscard]] std::size_t size() const { return rows_.size(); }
    // Adds a row, or puts it in the place of an older one.
    void add(const Situation& situation, const Invitation& invitation, const JudgementKnowledge& knowledge, Day today);
    void replace(std::size_t row, const Situation& situation, const Invitation& invitation,
                 const JudgementKnowledge& knowledge, Day today);
    [[nodiscard]] Reading operator[](std::size_t row) const;

private:
    struct Row {
        std::uint32_t evidence = 0, conditions = 0;  // where they begin
        std::uint16_t known = 0, others = 0, safety = 0, rules = 0, flags = 0;  // how many
        Direction direction = Direction::Incoming;
        bool accepted = false, publishes = false;
    };
    Row read(const Situation& situation, const Invitation& invitation, const JudgementKnowledge& knowledge, Day today);

    std::vector<Row> rows_;
    std::vector<SignalSet> present_;
    std::vector<EvidenceCandidate> evidence_;    // a replaced row leaves a gap
    std::vector<ConditionCandidate> conditions_;
};

}  // namespace discern
