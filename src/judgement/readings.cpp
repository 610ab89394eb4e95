#include "judgement/readings.hpp"

#include <algorithm>
#include <cmath>

namespace discern {
namespace {

bool publishes(const Situation& situation) {
    constexpr Cue cues[] = {Cue::large_following, Cue::role_creator, Cue::role_journalist};
    constexpr FactCode codes[] = {FactCode::creator_with_audience, FactCode::public_figure, FactCode::work_admired,
                                  FactCode::journalist};
    return std::any_of(std::begin(cues), std::end(cues), [&](Cue c) { return situation.has(c); }) ||
           std::any_of(std::begin(codes), std::end(codes), [&](FactCode c) { return situation.has(c); });
}

double counts_of(const EvidenceRule& rule, const Signal& signal, Day today) {
    double counts = rule.strength * rule.reliability * signal.reliability;
    const double amount = signal.amount > 0 ? signal.amount : 1;
    if (rule.amount_half > 0) counts *= amount / (amount + rule.amount_half);
    if (rule.half_life_days > 0 && signal.when) {
        const double age = std::max(0, today.days_since_epoch - signal.when->days_since_epoch);
        counts *= std::exp2(-age / rule.half_life_days);
    }
    return counts;
}

// The candidate that a rule makes of a signal, unless it is out of the question already.
std::optional<EvidenceCandidate> candidate_from(const EvidenceRule& rule, const SignalSet& present) {
    const SignalSet& late = late_signals();
    if ((rule.unless & present).any()) return std::nullopt;
    EvidenceCandidate candidate;
    candidate.asks_unless = (rule.unless & late).any();
    if (rule.with.any() && (rule.with & present).none()) {
        if ((rule.with & late).none()) return std::nullopt;
        candidate.asks_with = true;
    }
    if (rule.pulled_score) {
        candidate.pulled = (rule.pulled_by & present).any();
        candidate.asks_pull = !candidate.pulled && (rule.pulled_by & late).any();
    }
    return candidate;
}

template <class Rules>
std::uint16_t add_conditions(const Rules& rules, const ConditionSet& called, const Situation& situation,
                             std::vector<ConditionCandidate>& out) {
    const bool has_read = situation.only_read.any();
    const SignalSet told = situation.present & ~situation.only_read;
    const std::size_t before = out.size();
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (!called.test(i)) continue;
        const auto early = rules[i].when.foreseen(situation.present, late_signals());
        if (early == Condition::Early::No) continue;
        const bool only_read = has_read && rules[i].when.foreseen(told, late_signals()) == Condition::Early::No;
        out.push_back({static_cast<std::uint16_t>(i), early == Condition::Early::Yes, only_read});
    }
    return static_cast<std::uint16_t>(out.size() - before);
}

}  // namespace

void Readings::clear() {
    rows_.clear();
    present_.clear();
    evidence_.clear();
    conditions_.clear();
}

void Readings::reserve(std::size_t rows) {
    rows_.reserve(rows);
    present_.reserve(rows);
    evidence_.reserve(rows * 12);
    conditions_.reserve(rows * 8);
}

Readings::Row Readings::read(const Situation& situation, const Invitation& invitation,
                             const JudgementKnowledge& knowledge, Day today) {
    Row row;
    row.direction = invitation.direction;
    row.accepted = invitation.accepted;
    row.publishes = publishes(situation);
    row.evidence = static_cast<std::uint32_t>(evidence_.size());
    row.conditions = static_cast<std::uint32_t>(conditions_.size());
    for (const bool known : {true, false}) {
        const std::size_t before = evidence_.size();
        for (std::uint32_t s = 0; s < situation.signals.size(); ++s) {
            const Signal& signal = situation.signals[s];
            const auto first = knowledge.evidence_start[signal.id.index];
            const auto last = knowledge.evidence_start[signal.id.index + 1u];
            for (auto r = first; r < last; ++r) {
                const EvidenceRule& rule = knowledge.evidence[r];
                if ((rule.criterion == Criterion::Known) != known) continue;
                auto candidate = candidate_from(rule, situation.present);
                if (!candidate) continue;
                candidate->counts = counts_of(rule, signal, today);
                candidate->rule = static_cast<std::uint16_t>(r);
                candidate->signal = static_cast<std::uint16_t>(s);
                candidate->denied = signal.amount <= 0;
                evidence_.push_back(*candidate);
            }
        }
        (known ? row.known : row.others) = static_cast<std::uint16_t>(evidence_.size() - before);
    }
    const bool incoming = invitation.direction == Direction::Incoming;
    ConditionSet safety = knowledge.late_safety, flags = knowledge.late_flags;
    ConditionSet rules = incoming ? knowledge.late_incoming : knowledge.late_outgoing;
    const ConditionIndex& rule_index = incoming ? knowledge.incoming_index : knowledge.outgoing_index;
    for (const SignalId signal : situation.list) {
        safety |= knowledge.safety_index.of(signal);
        flags |= knowledge.flag_index.of(signal);
        rules |= rule_index.of(signal);
    }
    row.safety = add_conditions(knowledge.safety, safety, situation, conditions_);
    if (!incoming) {  // the note is the user's own draft: it says nothing of the other side's intent
        const auto first = conditions_.begin() + row.conditions;
        const auto last = std::remove_if(first, conditions_.end(), [](const ConditionCandidate& c) { return c.only_read; });
        row.safety = static_cast<std::uint16_t>(last - first);
        conditions_.erase(last, conditions_.end());
    }
    row.rules = add_conditions(incoming ? knowledge.incoming_rules : knowledge.outgoing_rules, rules, situation,
                               conditions_);
    row.flags = add_conditions(knowledge.flags, flags, situation, conditions_);
    return row;
}

void Readings::add(const Situation& situation, const Invitation& invitation, const JudgementKnowledge& knowledge,
                   Day today) {
    rows_.push_back(read(situation, invitation, knowledge, today));
    present_.push_back(situation.present);
}

void Readings::replace(std::size_t row, const Situation& situation, const Invitation& invitation,
                       const JudgementKnowledge& knowledge, Day today) {
    rows_[row] = read(situation, invitation, knowledge, today);
    present_[row] = situation.present;
}

Reading Readings::operator[](std::size_t index) const {
    const Row& row = rows_[index];
    const EvidenceCandidate* evidence = evidence_.data() + row.evidence;
    const ConditionCandidate* conditions = conditions_.data() + row.conditions;
    Reading reading;
    reading.present = &present_[index];
    reading.known = {evidence, row.known};
    reading.others = {evidence + row.known, row.others};
    reading.safety = {conditions, row.safety};
    reading.rules = {conditions + row.safety, row.rules};
    reading.flags = {conditions + row.safety + row.rules, row.flags};
    reading.direction = row.direction;
    reading.accepted = row.accepted;
    reading.publishes = row.publishes;
    return reading;
}

}  // namespace discern
