#include "judgement/explanation.hpp"

#include "base/sorted.hpp"
#include "judgement/flags.hpp"
#include "judgement/value_of_information.hpp"

#include <algorithm>
#include <cmath>

namespace discern {
namespace {

EvidenceLine line_from(const EvidenceItem& item, const Situation& situation) {
    const Signal& signal = situation.signals[item.signal];
    EvidenceLine line;
    line.criterion = item.rule->criterion;
    line.score = item.score;
    line.strength = item.counts;
    line.reason = item.rule->reason;
    if (signal.amount <= 0) line.reason += ".no";
    line.numbers.push_back(signal.amount);
    if (signal.when) line.numbers.push_back(signal.when->days_since_epoch);
    line.quote = std::string(signal.quote);
    line.source = signal.source;
    return line;
}

std::array<Factor, criterion_count> factors_of(const Assessment& a, const AssessmentDesk& desk) {
    std::array<Factor, criterion_count> factors;
    for (std::size_t i = 0; i < criterion_count; ++i) {
        Factor& factor = factors[i];
        factor.criterion = static_cast<Criterion>(i);
        factor.value = a.betas[i].mean();
        factor.sd = std::sqrt(a.betas[i].variance());
        factor.weight = desk.cloud.mean[i + 1];
        factor.contribution = a.contribution[i];
        factor.unknown = !a.has_evidence.test(i);
        factor.question_value = a.question_value[i];
    }
    for (const EvidenceItem& item : desk.items)
        if (item.counts > 0)
            factors[static_cast<std::size_t>(item.rule->criterion)].evidence.push_back(line_from(item, desk.situation));
    for (Factor& factor : factors)
        sort_stably(factor.evidence, [](const auto& x, const auto& y) {
            return x.strength * std::fabs(x.score - 0.5) > y.strength * std::fabs(y.score - 0.5);
        });
    return factors;
}

// How far the person serves each purpose, whatever the user's own goals: the strongest pull of the evidence.
std::array<double, purpose_count> purpose_fit_of(const std::vector<EvidenceItem>& items) {
    std::array<double, purpose_count> fit{};
    for (const EvidenceItem& item : items) {
        const EvidenceRule& rule = *item.rule;
        if (!rule.pulled_score || *rule.pulled_score <= rule.score) continue;
        for (std::size_t g = 0; g < purpose_count; ++g)
            fit[g] = std::max(fit[g], rule.pull[g] * *rule.pulled_score * std::min(1.0, item.counts / 2));
    }
    return fit;
}

bool welcomes(Action action) {
    return action == Action::Accept || action == Action::Send || action == Action::SendWithNote ||
           action == Action::AskIntroduction;
}

// The fact that would turn the answer over: an open or weakly known one if there is any, else the one that carries it.
std::optional<Flip> flip_of(const Assessment& a, const WeightCloud& cloud) {
    if (a.rule) return Flip{a.flips_to, "flip.rule." + a.rule->key, std::nullopt};
    if (!a.flips_by) return std::nullopt;
    const bool rises = -a.worth.mean / cloud.mean[static_cast<std::size_t>(*a.flips_by) + 1] > 0;
    return Flip{a.flips_to, "flip." + std::string(name_of(*a.flips_by)) + (rises ? ".up" : ".down"), a.flips_by};
}

// The likeliest pair among those that turn the worth over together: the least change of both in deviations of what is known.
std::optional<PairFlip> pair_flip_of(const Assessment& a, bool incoming, const WeightCloud& cloud) {
    if (a.decided_by != DecidedBy::Worth || a.flips_by) return std::nullopt;
    std::array<double, criterion_count> weights{}, values{}, ease{};
    for (std::size_t i = 0; i < criterion_count; ++i) {
        weights[i] = cloud.mean[i + 1];
        values[i] = a.betas[i].mean();
        ease[i] = weights[i] * weights[i] * a.betas[i].variance();
    }
    std::optional<std::pair<std::size_t, std::size_t>> best;
    for (const auto& pair : flipping_pairs(a.worth.mean, weights, values))
        if (!best || ease[pair.first] + ease[pair.second] > ease[best->first] + ease[best->second]) best = pair;
    if (!best) return std::nullopt;
    if (ease[best->second] > ease[best->first]) std::swap(best->first, best->second);
    const auto rises = [&](std::size_t i) { return (weights[i] > 0) == (a.worth.mean < 0); };
    const Action other = welcomes(a.action) ? (incoming ? Action::Ignore : Action::DontSend)
                                            : (incoming ? Action::Accept : Action::SendWithNote);
    return PairFlip{other, static_cast<Criterion>(best->first), static_cast<Criterion>(best->second), rises(best->first),
                    rises(best->second)};
}

Doubt doubt_of(const Assessment& a, const WeightCloud& cloud, const JudgementParameters& p) {
    Doubt doubt;
    const double all = a.worth.variance();
    if (!(all > 0)) return doubt;
    doubt.facts = a.worth.from_facts / all;
    doubt.weights = a.worth.from_weights / all;
    doubt.both = a.worth.from_both / all;
    const auto largest = [](auto part) {
        std::size_t best = 0;
        for (std::size_t i = 1; i < criterion_count; ++i)
            if (part(i) > part(best)) best = i;
        return static_cast<Criterion>(best);
    };
    doubt.largest_fact = largest([&](std::size_t i) { return cloud.mean[i + 1] * cloud.mean[i + 1] * a.betas[i].variance(); });
    doubt.largest_weight = largest([&](std::size_t i) {
        const double centred = a.betas[i].mean() - p.base_rate[i];
        return cloud.covariance[i + 1][i + 1] * centred * centred;
    });
    return doubt;
}

// The worth is intercept + sum m_i x_i; over the sum of the weights it is a weighted mean of the x_i against a threshold.
void write_stability(std::array<Factor, criterion_count>& factors, const Assessment& a, const JudgementParameters& p) {
    double total = 0;
    for (const Factor& factor : factors) total += factor.weight;
    if (!(total > 0)) return;
    std::array<double, criterion_count> shares{}, values{};
    for (std::size_t i = 0; i < criterion_count; ++i) {
        shares[i] = factors[i].weight_share = factors[i].weight / total;
        values[i] = factors[i].value - p.base_rate[i];
    }
    const auto intervals = stability_intervals(shares, values, -a.intercept / total);
    for (std::size_t i = 0; i < criterion_count; ++i) factors[i].stable = intervals[i];
}

// A rule that makes one wait counts from the fact that it is about where that has a day, else from today.
std::optional<Day> wait_until(const ActionRule& rule, const Situation& situation, Day today) {
    if (!rule.wait_days) return std::nullopt;
    SignalSet about = rule.when.all;
    for (const auto& any : rule.when.any_of) about |= any;
    std::optional<Day> since;
    for (const Signal& signal : situation.signals)
        if (signal.when && about.test(signal.id.index)) since = since ? std::max(*since, *signal.when) : signal.when;
    const std::int32_t end = (since ? *since : today).days_since_epoch + *rule.wait_days;
    return Day{std::max(end, today.days_since_epoch + 1)};
}

std::optional<Question> question_of(const Assessment& a) {
    const auto best = std::max_element(a.question_value.begin(), a.question_value.end());
    if (*best < question_worth_asking) return std::nullopt;
    const auto criterion = static_cast<Criterion>(best - a.question_value.begin());
    return Question{criterion, "ask." + std::string(name_of(criterion)), *best};
}

void write_headline(Verdict& verdict, const Assessment& a, const AssessmentDesk& desk) {
    const auto& p = desk.knowledge.parameters;
    if (a.rule) {
        verdict.headline_reason = "rule." + a.rule->key;
        verdict.advice = a.rule->advice;
        return;
    }
    const bool stopped_by_safety = a.safety_chance >= p.safety_amber && a.action != a.proposed;
    if ((stopped_by_safety || a.safety_chance >= p.safety_red) && !desk.safety.findings.empty()) {
        const SafetySign& sign = desk.knowledge.safety[desk.safety.findings.front().sign];
        verdict.headline_reason = sign.key;
        if (!sign.advice.empty()) verdict.advice.push_back(sign.advice);
        return;
    }
    if (a.agreeing) verdict.advice = a.agreeing->advice;
    // The criterion that carries the answer: for asking the one that is most worth knowing, else the largest part.
    std::size_t carrier = 0;
    for (std::size_t i = 1; i < criterion_count; ++i) {
        const auto weight = [&](std::size_t k) {
            if (a.action == Action::AskFirst)
                return sender_can_answer(static_cast<Criterion>(k)) ? a.question_value[k] : -1.0;
            return welcomes(a.action) ? a.contribution[k] : -a.contribution[k];
        };
        if (weight(i) > weight(carrier)) carrier = i;
    }
    verdict.headline_reason = "headline." + std::string(name_of(a.action)) + "." +
                              std::string(name_of(static_cast<Criterion>(carrier)));
}

}  // namespace

Verdict explain(const Assessment& a, const AssessmentDesk& desk, const PersonBook& book, const Invitation& invitation) {
    Verdict verdict;
    verdict.action = a.action;
    verdict.confidence = a.confidence;
    verdict.worth = a.worth.mean;
    verdict.intercept = a.intercept;
    verdict.scam_chance = a.safety_chance;
    verdict.decided_by = a.decided_by;
    verdict.factors = factors_of(a, desk);
    write_stability(verdict.factors, a, desk.knowledge.parameters);
    verdict.doubt = doubt_of(a, desk.cloud, desk.knowledge.parameters);
    verdict.flags = flags_from(a.flags, desk.situation, desk.knowledge);
    verdict.purpose_fit = purpose_fit_of(desk.items);
    write_headline(verdict, a, desk);
    verdict.flip = flip_of(a, desk.cloud);
    verdict.pair_flip = pair_flip_of(a, invitation.direction == Direction::Incoming, desk.cloud);
    verdict.ask = question_of(a);
    if (a.rule && (a.action == Action::Wait || a.action == Action::LeavePending))
        verdict.wait_until = wait_until(*a.rule, desk.situation, desk.today);
    if (a.action == Action::AskIntroduction) {
        const auto mutuals = trusted_mutuals(book, book.at(invitation.person), 0.5);
        if (!mutuals.empty()) verdict.through = mutuals.front();
    }
    return verdict;
}

std::optional<double> needed_value(double worth, double weight, double value) {
    if (weight == 0) return std::nullopt;
    const double needed = value - worth / weight;
    if (needed < 0 || needed > 1) return std::nullopt;
    return needed;
}

std::vector<std::pair<std::size_t, std::size_t>> flipping_pairs(double worth, std::span<const double> weights,
                                                               std::span<const double> values) {
    // How far one fact can carry the worth towards the other side.
    std::vector<double> reach(weights.size());
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const double up = weights[i] * (1 - values[i]);
        const double down = -weights[i] * values[i];
        reach[i] = worth > 0 ? -std::min({up, down, 0.0}) : std::max({up, down, 0.0});
    }
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    const double distance = std::fabs(worth);
    for (std::size_t i = 0; i < reach.size(); ++i)
        for (std::size_t j = i + 1; j < reach.size(); ++j)
            if (reach[i] < distance && reach[j] < distance && reach[i] + reach[j] >= distance) pairs.emplace_back(i, j);
    return pairs;
}

std::vector<StabilityInterval> stability_intervals(std::span<const double> weights, std::span<const double> values,
                                                   double threshold) {
    double total = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) total += weights[i] * values[i];
    std::vector<StabilityInterval> intervals(weights.size());
    for (std::size_t k = 0; k < weights.size(); ++k) {
        if (weights[k] >= 1) continue;
        const double rest = (total - weights[k] * values[k]) / (1 - weights[k]);
        const double slope = values[k] - rest;
        if (std::fabs(slope) <= 1e-15) continue;
        const double root = (threshold - rest) / slope;
        if (root <= 0 || root >= 1) continue;
        if (weights[k] > root) intervals[k].low = root;
        else intervals[k].high = root;
    }
    return intervals;
}

std::optional<double> least_weight_change(double worth, std::span<const double> values) {
    double mean = 0;
    for (const double v : values) mean += v / static_cast<double>(values.size());
    double square = 0;
    for (const double v : values) square += (v - mean) * (v - mean);
    if (square == 0) return std::nullopt;
    return std::fabs(worth) / std::sqrt(square);
}

std::vector<double> shapley_values(double intercept, std::span<const double> weights, std::span<const double> values,
                                   std::span<const double> references) {
    const std::size_t n = weights.size();
    std::vector<double> share(n + 1, 1);  // |S|! (n - 1 - |S|)! / n!
    std::vector<double> factorial(n + 1, 1);
    for (std::size_t i = 1; i <= n; ++i) factorial[i] = factorial[i - 1] * static_cast<double>(i);
    for (std::size_t s = 0; s < n; ++s) share[s] = factorial[s] * factorial[n - 1 - s] / factorial[n];
    const auto worth = [&](std::size_t coalition) {
        double sum = intercept;
        for (std::size_t i = 0; i < n; ++i) sum += weights[i] * (coalition >> i & 1u ? values[i] : references[i]);
        return sum;
    };
    std::vector<double> result(n);
    for (std::size_t coalition = 0; coalition < std::size_t{1} << n; ++coalition) {
        std::size_t size = 0;
        for (std::size_t i = 0; i < n; ++i) size += coalition >> i & 1u;
        const double without = worth(coalition);
        for (std::size_t i = 0; i < n; ++i)
            if (!(coalition >> i & 1u)) result[i] += share[size] * (worth(coalition | std::size_t{1} << i) - without);
    }
    return result;
}

}  // namespace discern
