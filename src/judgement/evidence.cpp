#include "judgement/evidence.hpp"

#include <algorithm>
#include <cmath>

namespace discern {
namespace {

double score_of(const EvidenceRule& rule, const Situation& situation, const Stance& stance) {
    if (!rule.pulled_score) return rule.score;
    double pull = (rule.pulled_by & situation.present).any() ? 1 : 0;
    for (std::size_t g = 0; g < purpose_count; ++g) pull = std::max(pull, stance.importance[g] * rule.pull[g]);
    return rule.score + (*rule.pulled_score - rule.score) * pull;
}

double counts_of(const EvidenceRule& rule, const Signal& signal, Day today) {
    double counts = rule.strength * rule.reliability * signal.reliability;
    if (rule.amount_half > 0) counts *= signal.amount / (signal.amount + rule.amount_half);
    if (rule.half_life_days > 0 && signal.when) {
        const double age = std::max(0, today.days_since_epoch - signal.when->days_since_epoch);
        counts *= std::exp2(-age / rule.half_life_days);
    }
    return counts;
}

// Which of two echoes counts; a total order, so that the order of the facts does not matter.
bool outweighs(const EvidenceItem& a, const EvidenceItem& b) {
    const double weight_a = a.counts * std::fabs(a.score - 0.5), weight_b = b.counts * std::fabs(b.score - 0.5);
    if (weight_a != weight_b) return weight_a > weight_b;
    if (a.counts != b.counts) return a.counts > b.counts;
    if (a.score != b.score) return a.score < b.score;
    return a.rule < b.rule;
}

// Of one group and criterion, and of one rule told twice, only the strongest item stays: two echoes of one fact are not
// two proofs.
void add_or_replace(std::vector<EvidenceItem>& items, const EvidenceItem& item) {
    for (auto& other : items) {
        const bool echo = other.rule == item.rule || (item.rule->group != 0 && other.rule->group == item.rule->group &&
                                                      other.rule->criterion == item.rule->criterion);
        if (!echo) continue;
        if (outweighs(item, other)) other = item;
        return;
    }
    items.push_back(item);
}

void gather(Situation& situation, const Stance& stance, const JudgementKnowledge& knowledge, Day today, bool known,
            std::vector<EvidenceItem>& out) {
    for (std::uint32_t s = 0; s < situation.signals.size(); ++s) {
        const Signal& signal = situation.signals[s];
        const auto first = knowledge.evidence_start[signal.id.index];
        const auto last = knowledge.evidence_start[signal.id.index + 1u];
        for (auto r = first; r < last; ++r) {
            const EvidenceRule& rule = knowledge.evidence[r];
            if ((rule.criterion == Criterion::Known) != known || (rule.unless & situation.present).any()) continue;
            if (rule.with.any() && (rule.with & situation.present).none()) continue;
            double score = score_of(rule, situation, stance);
            Signal counted = signal;
            if (signal.amount <= 0) {  // an answer "no" says the opposite, as strongly
                score = 1 - score;
                counted.amount = 1;
            }
            add_or_replace(out, {&rule, s, score, counts_of(rule, counted, today)});
        }
    }
}

void mark_tie(Situation& situation, const Beta& known, bool has_evidence, const JudgementParameters& parameters) {
    if (!has_evidence) {
        situation.mark(Cue::tie_unclear);
        return;
    }
    const double mean = known.mean() + 1e-9;  // a sum that lands on a line must not depend on its order
    if (mean < parameters.tie_faint) situation.mark(Cue::tie_stranger);
    if (mean >= parameters.tie_faint) situation.mark(Cue::tie_faint);
    if (mean >= parameters.tie_acquainted) situation.mark(Cue::tie_acquainted);
    if (mean >= parameters.tie_known) situation.mark(Cue::tie_known);
    if (mean >= parameters.tie_close) situation.mark(Cue::tie_close);
}

}  // namespace

void gather_evidence(Situation& situation, const Stance& stance, const JudgementKnowledge& knowledge, Day today,
                     std::vector<EvidenceItem>& out) {
    out.clear();
    gather(situation, stance, knowledge, today, true, out);
    const auto known = static_cast<std::size_t>(Criterion::Known);
    Beta beta = beta_from_base_rate(knowledge.parameters.base_rate[known], knowledge.parameters.base_strength);
    for (const auto& item : out) beta.add(item.score, item.counts);
    mark_tie(situation, beta, !out.empty(), knowledge.parameters);
    gather(situation, stance, knowledge, today, false, out);
}

CriterionBetas betas_from(const std::vector<EvidenceItem>& items, const JudgementParameters& parameters) {
    CriterionBetas betas;
    for (std::size_t i = 0; i < criterion_count; ++i)
        betas[i] = beta_from_base_rate(parameters.base_rate[i], parameters.base_strength);
    for (const auto& item : items) betas[static_cast<std::size_t>(item.rule->criterion)].add(item.score, item.counts);
    return betas;
}

}  // namespace discern
