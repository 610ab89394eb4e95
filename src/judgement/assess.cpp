#include "judgement/assess.hpp"

#include "judgement/normal.hpp"
#include "judgement/value_of_information.hpp"

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

// How far the person serves the user's purposes: the strongest pull among the evidence on benefit and relevance.
double fit_of(const std::vector<EvidenceItem>& items) {
    double fit = 0;
    for (const auto& item : items)
        if (item.rule->criterion == Criterion::Benefit && item.rule->pulled_score && item.score > 0.5)
            fit = std::max(fit, item.score * std::min(1.0, item.counts / 2));
    return fit;
}

struct Lines {
    std::array<double, 3> intercept{}, slope{};
    std::array<Action, 3> action{};
    std::size_t count = 0;

    void add(Action a, double at_zero, double by_worth, double worth) {
        action[count] = a;
        intercept[count] = at_zero + by_worth * worth;
        slope[count++] = by_worth;
    }
    [[nodiscard]] std::size_t best() const {
        std::size_t k = 0;
        for (std::size_t i = 1; i < count; ++i)
            if (intercept[i] > intercept[k]) k = i;
        return k;
    }
};

// Worth of asking the sender one open question: it moves everything that the sender can speak of.
double asking_gain(const Assessment& a, const WeightCloud& cloud, const Lines& lines, const JudgementParameters& p) {
    double spread = 0;
    for (std::size_t i = 0; i < criterion_count; ++i) {
        if (!sender_can_answer(static_cast<Criterion>(i))) continue;
        const double share = revealed_share(a.betas[i].count(), p.question_counts);
        const double sd = std::fabs(cloud.mean[i + 1]) * std::sqrt(a.betas[i].variance()) * share;
        spread += sd * sd;
    }
    spread = std::sqrt(spread);
    std::array<double, 3> slopes{};
    for (std::size_t k = 0; k < lines.count; ++k) slopes[k] = lines.slope[k] * spread;
    return value_over_lines({lines.intercept.data(), lines.count}, {slopes.data(), lines.count});
}

void propose_incoming(Assessment& a, const Situation& situation, const WeightCloud& cloud,
                      const JudgementParameters& p) {
    Lines lines;
    const double z = a.worth.mean;
    lines.add(Action::Ignore, 0, 0, z);
    lines.add(Action::Accept, 0, 1, z);
    if (publishes(situation) && !situation.has(Cue::tie_acquainted))
        lines.add(Action::Follow, p.follow_gain, p.follow_slope, z);
    a.proposed = lines.action[lines.best()];
    if (situation.has(Cue::tie_known)) return;  // one does not ask a friend who they are
    a.asking_gain = asking_gain(a, cloud, lines, p);
    if (a.asking_gain > p.ask_cost) a.proposed = Action::AskFirst;
}

void propose_outgoing(Assessment& a, const Situation& situation, const JudgementParameters& p) {
    const double z = a.worth.mean;
    const bool known = situation.has(Cue::tie_known);
    const double gain = (known ? p.accept_chance_known : p.accept_chance_stranger) * z - p.send_cost;
    if (gain > 0) a.proposed = situation.has(Cue::tie_close) ? Action::Send : Action::SendWithNote;
    else a.proposed = publishes(situation) ? Action::Follow : Action::DontSend;
}

bool applies(const ActionRule& rule, Action current) {
    if (rule.from.empty()) return current != Action::Report;
    return std::find(rule.from.begin(), rule.from.end(), current) != rule.from.end();
}

// The share of plausible readings of goals and facts in which the action is right or next to right.
double confidence_by_worth(const Assessment& a, const JudgementParameters& p) {
    const double sd = std::sqrt(a.worth.variance());
    const double z = a.worth.mean;
    constexpr double margin = 1;  // a reading this near to the line would not call the action wrong
    switch (a.action) {
        case Action::Accept:
        case Action::Send:
        case Action::SendWithNote: return normal_below((z + margin) / sd);
        case Action::AskFirst:
        case Action::Follow: return normal_below((3 * margin - z) / sd) - normal_below((-3 * margin - z) / sd);
        default: return normal_below((margin - z) / sd);
    }
    (void)p;
}

void mark_state(Situation& situation, const Assessment& a, const JudgementParameters& p) {
    if (a.worth.mean >= p.worth_margin) situation.mark(Cue::worth_high);
    if (a.worth.mean >= 0) situation.mark(Cue::worth_positive);
    if (a.worth.mean <= -p.worth_margin) situation.mark(Cue::worth_low);
    if (a.fit >= 0.7) situation.mark(Cue::fit_high);
    if (a.fit >= 0.5) situation.mark(Cue::fit_some);
    if (a.safety_chance >= p.safety_amber) situation.mark(Cue::safety_amber);
    if (a.safety_chance >= p.safety_red) situation.mark(Cue::safety_red);
}

}  // namespace

const std::vector<Assessment>& InboxAssessor::assess_all(const PersonBook& book, std::span<const std::uint32_t> which,
                                                         const Goals& goals, const JudgementKnowledge& knowledge,
                                                         Day today) {
    const Stance stance = stance_from(goals, book.owner, knowledge);
    const WeightCloud cloud = cloud_from_stance(stance, knowledge.parameters.intercept_sd);
    assessments_.resize(which.size());
    for (std::size_t i = 0; i < which.size(); ++i)
        assessments_[i] = assess(book, book.invitations[which[i]], stance, cloud, knowledge, today, desk_);
    return assessments_;
}

bool sender_can_answer(Criterion criterion) {
    return criterion == Criterion::Known || criterion == Criterion::Relevance || criterion == Criterion::Benefit ||
           criterion == Criterion::Note;
}

Assessment assess(const PersonBook& book, const Invitation& invitation, const Stance& stance, const WeightCloud& cloud,
                  const JudgementKnowledge& knowledge, Day today, AssessmentDesk& desk) {
    const auto& p = knowledge.parameters;
    Assessment a;
    read_situation(book, invitation, stance, knowledge, today, desk.reading, desk.situation);
    gather_evidence(desk.situation, stance, knowledge, today, desk.items);
    a.betas = betas_from(desk.items, p);
    for (const auto& item : desk.items)
        if (item.counts > 0) a.has_evidence.set(static_cast<std::size_t>(item.rule->criterion));

    Vector centred{}, variance{};
    centred[0] = 1;
    for (std::size_t i = 0; i < criterion_count; ++i) {
        centred[i + 1] = a.betas[i].mean() - p.base_rate[i];
        variance[i + 1] = a.betas[i].variance();
        a.contribution[i] = cloud.mean[i + 1] * centred[i + 1];
    }
    a.intercept = cloud.mean[0];
    a.worth = worth_of(cloud, centred, variance);
    a.fit = fit_of(desk.items);
    for (std::size_t i = 0; i < criterion_count; ++i)
        a.question_value[i] = value_of_perfect_fact(
            a.worth.mean, std::fabs(cloud.mean[i + 1]) * std::sqrt(variance[i + 1]) *
                              revealed_share(a.betas[i].count(), p.question_counts));

    read_safety(desk.situation, knowledge, desk.safety);
    a.safety_chance = desk.safety.chance;
    a.abusive = desk.safety.abusive;
    mark_state(desk.situation, a, p);

    const bool incoming = invitation.direction == Direction::Incoming;
    if (incoming) propose_incoming(a, desk.situation, cloud, p);
    else propose_outgoing(a, desk.situation, p);
    a.action = a.proposed;
    if (a.safety_chance >= p.safety_red)
        a.action = !incoming                                           ? Action::DontSend
                   : a.abusive && a.safety_chance >= p.safety_report ? Action::Report
                                                                     : Action::Ignore;
    else if (a.safety_chance >= p.safety_amber && a.action == Action::Accept)
        a.action = Action::AskFirst;

    const auto& rules = incoming ? knowledge.incoming_rules : knowledge.outgoing_rules;
    const ConditionSet candidates =
        desk.situation.called_for(incoming ? knowledge.incoming_index : knowledge.outgoing_index);
    for (std::size_t i = 0; i < rules.size(); ++i)
        if (candidates.test(i) && applies(rules[i], a.action) && rules[i].when.holds(desk.situation.present)) {
            a.rule = &rules[i];
            a.action = rules[i].action;
            break;
        }
    a.confidence = a.rule ? a.rule->certainty
                   : a.safety_chance >= p.safety_red ? a.safety_chance
                                                     : confidence_by_worth(a, p);
    a.confidence = std::clamp(a.confidence, p.confidence_floor, p.confidence_ceiling);
    return a;
}

}  // namespace discern
