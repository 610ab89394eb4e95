#include "judgement/assess.hpp"
#include "base/sorted.hpp"
#include "judgement/normal_table.hpp"
#include "judgement/value_of_information.hpp"

#include <algorithm>
#include <cmath>

namespace discern {
namespace {

constexpr std::size_t width = 64;  // rows side by side: all their numbers stay in the first cache
constexpr double flip_never = 1e300;

using Column = std::array<double, width>;

// One number of each row, by criterion.
using Columns = std::array<Column, criterion_count>;

bool applies(const ActionRule& rule, Action current) {
    if (rule.from.empty()) return current != Action::Report;
    return std::find(rule.from.begin(), rule.from.end(), current) != rule.from.end();
}

bool welcomes(Action action) {
    return action == Action::Accept || action == Action::Send || action == Action::SendWithNote ||
           action == Action::AskIntroduction;
}

// What is known of a row beside its numbers.
struct RowState {
    SignalSet present;
    std::bitset<criterion_count> has_evidence;
    std::array<float, purpose_count> purpose_fit{};
    double fit = 0;
    double safety_chance = 0;
    bool abusive = false;
};

struct Decision {
    Action proposed{}, action{};
    const ActionRule* rule = nullptr;
    const ActionRule* agreeing = nullptr;
    DecidedBy decided_by = DecidedBy::Worth;
    double confidence = 0, asking_gain = 0;
};

}  // namespace

struct Weighing::Desk {
    const Stance* stance = nullptr;
    const WeightCloud* cloud = nullptr;
    const JudgementKnowledge* knowledge = nullptr;
    const NormalTable& normal = NormalTable::get();

    // The goals, ready for the rules.
    SignalSet own;
    std::vector<double> score, pulled_score;  // of each rule of evidence: as the goals pull it, and pulled all the way
    struct Spread {
        std::size_t i, j;
        double covariance;  // twice it where i != j
    };
    std::vector<Spread> spreads;  // entries of the weights' covariance that are not 0

    std::vector<EvidenceItem> items;           // of the row at hand
    std::vector<std::uint16_t> item_of_echo;   // its place in items + 1
    SafetyReading safety;
    std::array<RowState, width> rows;

    Columns alpha, beta, centred, variance, reach;  // reach: variance of the worth that an answer on it can reveal
    Column mean, from_facts, from_weights, from_both, best_reach, asked_reach, least_surprise, best_question, best_flip;

    void set_goals();
    void gather(std::span<const EvidenceCandidate> candidates, const SignalSet& present);
    void keep_what_adds();
    void mark_tie(std::size_t row);
    void add_up(std::size_t row, std::size_t first_item);
    void weigh_facts(const Reading& reading, std::size_t row);
    void weigh_numbers(std::size_t count);
    [[nodiscard]] double asking_gain(std::size_t row, bool publishes) const;
    [[nodiscard]] double confidence(std::size_t row, Action action) const;
    void propose(const Reading& reading, std::size_t row, Decision& decision);
    void mark_state(std::size_t row);
    [[nodiscard]] Decision decide(const Reading& reading, std::size_t row);
    template <class Visit>
    void each_flag(const Reading& reading, std::size_t row, Visit visit) const;
    [[nodiscard]] double question_value(std::size_t row, double revealed_variance) const {
        if (!(revealed_variance > 0)) return 0;
        const double sd = std::sqrt(revealed_variance);
        return sd * normal.loss(std::fabs(mean[row]) / sd);
    }
    [[nodiscard]] std::optional<Criterion> flips_by(std::size_t row, const Decision& decision) const;
    [[nodiscard]] Action flips_to(std::size_t row, const Decision& decision, Direction direction) const;
};

void Weighing::Desk::set_goals() {
    own.reset();
    for (const SignalId signal : stance->own_signals) own.set(signal.index);
    const auto& rules = knowledge->evidence;
    score.resize(rules.size());
    pulled_score.resize(rules.size());
    for (std::size_t r = 0; r < rules.size(); ++r) {
        score[r] = pulled_score[r] = rules[r].score;
        if (!rules[r].pulled_score) continue;
        double pull = 0;
        for (std::size_t g = 0; g < purpose_count; ++g) pull = std::max(pull, stance->importance[g] * rules[r].pull[g]);
        score[r] += (*rules[r].pulled_score - rules[r].score) * pull;
        pulled_score[r] += *rules[r].pulled_score - rules[r].score;
    }
    item_of_echo.assign(knowledge->echoes, 0);
    spreads.clear();
    for (std::size_t i = 0; i <= criterion_count; ++i)
        for (std::size_t j = i; j <= criterion_count; ++j)
            if (const double s = cloud->covariance[i][j]; s != 0) spreads.push_back({i, j, i == j ? s : 2 * s});
}

// Of echoes only the strongest stays: two echoes of one fact are not two proofs.
void Weighing::Desk::gather(std::span<const EvidenceCandidate> candidates, const SignalSet& present) {
    for (const EvidenceCandidate& candidate : candidates) {
        const EvidenceRule& rule = knowledge->evidence[candidate.rule];
        if (candidate.asks_unless && (rule.unless & present).any()) continue;
        if (candidate.asks_with && (rule.with & present).none()) continue;
        const bool pulled = candidate.pulled || (candidate.asks_pull && (rule.pulled_by & present).any());
        const double plain = pulled ? pulled_score[candidate.rule] : score[candidate.rule];
        const EvidenceItem item{&rule, candidate.signal, candidate.denied ? 1 - plain : plain, candidate.counts,
                                candidate.denied || rule.against};
        std::uint16_t& place = item_of_echo[rule.echo];
        if (place != 0) {
            if (outweighs(item, items[place - 1u])) items[place - 1u] = item;
            continue;
        }
        items.push_back(item);
        place = static_cast<std::uint16_t>(items.size());
    }
    for (const EvidenceItem& item : items) item_of_echo[item.rule->echo] = 0;
}

// A thin tie beside a close one takes nothing away: of the ties those stay that make the mean of `known` largest. These
// are the first few by score, after what speaks against knowing each other.
void Weighing::Desk::keep_what_adds() {
    sort_few(items, [](const EvidenceItem& a, const EvidenceItem& b) {
        if (a.against != b.against) return a.against;
        return a.score != b.score ? a.score > b.score : a.rule < b.rule;
    });
    const auto& p = knowledge->parameters;
    Beta known = beta_from_base_rate(p.base_rate[static_cast<std::size_t>(Criterion::Known)], p.base_strength);
    std::size_t kept = 0;
    for (; kept < items.size(); ++kept) {
        const EvidenceItem& item = items[kept];
        const bool first_tie = kept == 0 || items[kept - 1].against;  // one that is thinner than the base rate is still told
        if (!item.against && !first_tie && item.score < known.mean()) break;
        known.add(item.score, item.counts);
    }
    items.resize(kept);
}

void Weighing::Desk::add_up(std::size_t row, std::size_t first_item) {
    RowState& state = rows[row];
    for (std::size_t i = first_item; i < items.size(); ++i) {
        const EvidenceItem& item = items[i];
        const EvidenceRule& rule = *item.rule;
        const auto criterion = static_cast<std::size_t>(rule.criterion);
        alpha[criterion][row] += item.counts * item.score;
        beta[criterion][row] += item.counts * (1 - item.score);
        if (item.counts > 0) state.has_evidence.set(criterion);
        if (!rule.pulled_score) continue;
        const double certain = std::min(1.0, item.counts / 2);
        if (rule.criterion == Criterion::Benefit && item.score > 0.5) state.fit = std::max(state.fit, item.score * certain);
        if (*rule.pulled_score <= rule.score) continue;
        const double serves = *rule.pulled_score * certain;
        for (std::size_t g = 0; g < purpose_count; ++g)
            state.purpose_fit[g] = std::max(state.purpose_fit[g], static_cast<float>(rule.pull[g] * serves));
    }
}

// How close the tie is, from the mean of `known`.
void Weighing::Desk::mark_tie(std::size_t row) {
    SignalSet& present = rows[row].present;
    const auto mark = [&](Cue cue) { present.set(signal_of(cue).index); };
    if (items.empty()) return mark(Cue::tie_unclear);
    const auto& p = knowledge->parameters;
    constexpr auto known = static_cast<std::size_t>(Criterion::Known);
    // A sum that lands on a line must not depend on its order.
    const double value = alpha[known][row] / (alpha[known][row] + beta[known][row]) + 1e-9;
    if (value < p.tie_faint) mark(Cue::tie_stranger);
    if (value >= p.tie_faint) mark(Cue::tie_faint);
    if (value >= p.tie_acquainted) mark(Cue::tie_acquainted);
    if (value >= p.tie_known) mark(Cue::tie_known);
    if (value >= p.tie_close) mark(Cue::tie_close);
}

void Weighing::Desk::weigh_facts(const Reading& reading, std::size_t row) {
    RowState& state = rows[row];
    state = {};
    state.present = *reading.present | own;
    const auto& p = knowledge->parameters;
    for (std::size_t k = 0; k < criterion_count; ++k) {
        const Beta start = beta_from_base_rate(p.base_rate[k], p.base_strength);
        alpha[k][row] = start.alpha;
        beta[k][row] = start.beta;
    }
    items.clear();
    gather(reading.known, state.present);
    if (items.size() > 1) keep_what_adds();
    add_up(row, 0);
    mark_tie(row);
    const std::size_t known_items = items.size();
    gather(reading.others, state.present);
    add_up(row, known_items);
    read_safety(reading.safety, state.present, *knowledge, safety);
    state.safety_chance = safety.chance;
    state.abusive = safety.abusive;
}

// Worth, doubt, the best question and the least surprising turn of `count` rows at a time (judgement.md 2.2 to 2.7).
void Weighing::Desk::weigh_numbers(std::size_t count) {
    const auto& p = knowledge->parameters;
    mean.fill(cloud->mean[0]);
    from_facts.fill(0);
    from_both.fill(0);
    best_reach.fill(-1);
    best_question.fill(0);
    asked_reach.fill(0);
    for (std::size_t k = 0; k < criterion_count; ++k) {
        const double weight = cloud->mean[k + 1], square = weight * weight, doubt = cloud->covariance[k + 1][k + 1];
        const double rate = p.base_rate[k], asked = sender_can_answer(static_cast<Criterion>(k)) ? 1 : 0;
        const auto place = static_cast<double>(k);
        for (std::size_t r = 0; r < count; ++r) {
            const double counts = alpha[k][r] + beta[k][r];
            const double value = alpha[k][r] / counts;
            const double spread = value * beta[k][r] / (counts * (counts + 1));
            const double learned = square * spread * (p.question_counts / (counts + p.question_counts));
            centred[k][r] = value - rate;
            variance[k][r] = spread;
            reach[k][r] = learned;
            mean[r] += weight * centred[k][r];
            from_facts[r] += square * spread;
            from_both[r] += doubt * spread;
            asked_reach[r] += asked * learned;
            best_question[r] = learned > best_reach[r] ? place : best_question[r];
            best_reach[r] = learned > best_reach[r] ? learned : best_reach[r];
        }
    }
    from_weights.fill(0);
    for (const Spread& s : spreads)
        for (std::size_t r = 0; r < count; ++r) {
            const double x = s.i == 0 ? 1 : centred[s.i - 1][r], y = s.j == 0 ? 1 : centred[s.j - 1][r];
            from_weights[r] += s.covariance * x * y;
        }
    least_surprise.fill(flip_never);
    best_flip.fill(0);
    for (std::size_t k = 0; k < criterion_count; ++k) {
        const double weight = cloud->mean[k + 1];
        if (weight == 0) continue;
        const double share = -1 / weight, rate = p.base_rate[k];
        const auto place = static_cast<double>(k);
        for (std::size_t r = 0; r < count; ++r) {
            const double change = share * mean[r], needed = centred[k][r] + rate + change;
            const double surprise = needed < 0 || needed > 1 ? flip_never : change * change / variance[k][r];
            best_flip[r] = surprise < least_surprise[r] ? place : best_flip[r];
            least_surprise[r] = surprise < least_surprise[r] ? surprise : least_surprise[r];
        }
    }
}

// Worth of asking the sender one open question: it moves everything that the sender can speak of.
double Weighing::Desk::asking_gain(std::size_t row, bool publishes) const {
    if (!publishes) return question_value(row, asked_reach[row]);
    const auto& p = knowledge->parameters;
    const double z = mean[row], spread = std::sqrt(asked_reach[row]);
    const std::array intercepts = {0.0, z, p.follow_gain + p.follow_slope * z};
    const std::array slopes = {0.0, spread, p.follow_slope * spread};
    return value_over_lines(intercepts, slopes);
}

void Weighing::Desk::propose(const Reading& reading, std::size_t row, Decision& decision) {
    const auto& p = knowledge->parameters;
    const double z = mean[row];
    const auto has = [&](Cue cue) { return rows[row].present.test(signal_of(cue).index); };
    if (reading.direction == Direction::Outgoing) {
        const bool known = has(Cue::tie_known);
        const double gain = (known ? p.accept_chance_known : p.accept_chance_stranger) * z - p.send_cost;
        decision.proposed = gain > 0 ? (has(Cue::tie_close) ? Action::Send : Action::SendWithNote)
                            : reading.publishes ? Action::Follow
                                                : Action::DontSend;
        return;
    }
    const bool can_follow = reading.publishes && !has(Cue::tie_acquainted);
    decision.proposed = z > 0 ? Action::Accept : Action::Ignore;
    if (can_follow && p.follow_gain + p.follow_slope * z > std::max(0.0, z)) decision.proposed = Action::Follow;
    if (has(Cue::tie_known)) return;  // one does not ask a friend who they are
    decision.asking_gain = asking_gain(row, can_follow);
    if (decision.asking_gain > p.ask_cost) decision.proposed = Action::AskFirst;
}

void Weighing::Desk::mark_state(std::size_t row) {
    const auto& p = knowledge->parameters;
    RowState& state = rows[row];
    const auto mark_if = [&](bool holds, Cue cue) {
        if (holds) state.present.set(signal_of(cue).index);
    };
    mark_if(mean[row] >= p.worth_margin, Cue::worth_high);
    mark_if(mean[row] >= 0, Cue::worth_positive);
    mark_if(mean[row] <= -p.worth_margin, Cue::worth_low);
    mark_if(state.fit >= 0.7, Cue::fit_high);
    mark_if(state.fit >= 0.5, Cue::fit_some);
    mark_if(state.safety_chance >= p.safety_amber, Cue::safety_amber);
    mark_if(state.safety_chance >= p.safety_red, Cue::safety_red);
}

// The share of plausible readings of goals and facts in which the action is right or next to right.
double Weighing::Desk::confidence(std::size_t row, Action action) const {
    const double sd = std::sqrt(from_facts[row] + from_weights[row] + from_both[row]);
    const double z = mean[row];
    constexpr double margin = 1;  // a reading this near to the line would not call the action wrong
    switch (action) {
        case Action::Accept:
        case Action::Send:
        case Action::SendWithNote: return normal.below((z + margin) / sd);
        case Action::AskFirst:
        case Action::Follow: return normal.below((3 * margin - z) / sd) - normal.below((-3 * margin - z) / sd);
        default: return normal.below((margin - z) / sd);
    }
}

Decision Weighing::Desk::decide(const Reading& reading, std::size_t row) {
    const auto& p = knowledge->parameters;
    RowState& state = rows[row];
    mark_state(row);
    Decision decision;
    propose(reading, row, decision);
    decision.action = decision.proposed;
    const bool incoming = reading.direction == Direction::Incoming;
    if (state.safety_chance >= p.safety_red)
        decision.action = !incoming                                                     ? Action::DontSend
                          : state.abusive && state.safety_chance >= p.safety_report ? Action::Report
                                                                                    : Action::Ignore;
    else if (state.safety_chance >= p.safety_amber && decision.action == Action::Accept)
        decision.action = Action::AskFirst;
    decision.decided_by = state.safety_chance >= p.safety_red || decision.action != decision.proposed ? DecidedBy::Safety
                          : decision.action == Action::AskFirst                                    ? DecidedBy::Question
                                                                                                   : DecidedBy::Worth;

    const auto& rules = incoming ? knowledge->incoming_rules : knowledge->outgoing_rules;
    for (const ConditionCandidate& candidate : reading.rules) {
        const ActionRule& rule = rules[candidate.place];
        const bool agrees = decision.action == rule.action;
        if (!(agrees || applies(rule, decision.action)) || !(candidate.certain || rule.when.holds(state.present))) continue;
        if (agrees && decision.decided_by == DecidedBy::Worth) {  // the worth's own reasons stay the answer's
            decision.agreeing = &rule;
            break;
        }
        decision.rule = &rule;
        decision.decided_by = DecidedBy::Rule;
        decision.action = rule.action;
        break;
    }
    decision.confidence = decision.rule                          ? decision.rule->certainty
                          : decision.agreeing                    ? decision.agreeing->certainty
                          : state.safety_chance >= p.safety_red ? state.safety_chance
                                                                 : confidence(row, decision.action);
    decision.confidence = std::clamp(decision.confidence, p.confidence_floor, p.confidence_ceiling);
    return decision;
}

// The flags that hold, each code once, in the order of the table, so that the receipt does not flicker.
template <class Visit>
void Weighing::Desk::each_flag(const Reading& reading, std::size_t row, Visit visit) const {
    std::bitset<flag_capacity> raised;
    for (const ConditionCandidate& candidate : reading.flags) {
        const FlagRule& rule = knowledge->flags[candidate.place];
        if (raised.test(rule.code) || !(candidate.certain || rule.when.holds(rows[row].present))) continue;
        raised.set(rule.code);
        visit(candidate.place, rule);
    }
}

// Where safety decided, nothing that makes the person worth more would turn the answer over.
std::optional<Criterion> Weighing::Desk::flips_by(std::size_t row, const Decision& decision) const {
    if (decision.rule || decision.decided_by == DecidedBy::Safety || least_surprise[row] >= flip_never) return std::nullopt;
    return static_cast<Criterion>(static_cast<std::size_t>(best_flip[row]));
}

Action Weighing::Desk::flips_to(std::size_t row, const Decision& decision, Direction direction) const {
    const bool incoming = direction == Direction::Incoming;
    const Action other = welcomes(decision.action) ? (incoming ? Action::Ignore : Action::DontSend)
                                                   : (incoming ? Action::Accept : Action::SendWithNote);
    if (decision.rule) return decision.proposed == decision.action ? other : decision.proposed;
    if (decision.decided_by == DecidedBy::Safety || least_surprise[row] >= flip_never) return decision.action;
    if (decision.action != Action::AskFirst) return other;
    const double weight = cloud->mean[static_cast<std::size_t>(best_flip[row]) + 1];
    return -mean[row] / weight > 0 ? Action::Accept : Action::Ignore;  // the fact would have to rise, or to fall
}

Weighing::Weighing() : desk_(std::make_unique<Desk>()) {}
Weighing::~Weighing() = default;

void Weighing::set_goals(const Stance& stance, const WeightCloud& cloud, const JudgementKnowledge& knowledge) {
    desk_->stance = &stance;
    desk_->cloud = &cloud;
    desk_->knowledge = &knowledge;
    desk_->set_goals();
}

void Weighing::outline(const Readings& readings, std::size_t first, std::span<Outline> out) {
    Desk& desk = *desk_;
    for (std::size_t from = 0; from < out.size(); from += width) {
        const std::size_t count = std::min(width, out.size() - from);
        for (std::size_t r = 0; r < count; ++r) desk.weigh_facts(readings[first + from + r], r);
        desk.weigh_numbers(count);
        for (std::size_t r = 0; r < count; ++r) {
            const Reading reading = readings[first + from + r];
            const Decision decision = desk.decide(reading, r);
            Outline& outline = out[from + r];
            outline.action = decision.action;
            outline.confidence = decision.confidence;
            outline.worth = desk.mean[r];
            outline.scam_chance = desk.rows[r].safety_chance;
            outline.purpose_fit = desk.rows[r].purpose_fit;
            outline.already_connected = reading.accepted;
            outline.flips_by = desk.flips_by(r, decision);
            outline.flips_to = desk.flips_to(r, decision, reading.direction);
            if (const double value = desk.question_value(r, desk.best_reach[r]); value >= question_worth_asking) {
                outline.ask_value = value;
                outline.ask = static_cast<Criterion>(static_cast<std::size_t>(desk.best_question[r]));
            }
            desk.each_flag(reading, r, [&](std::size_t, const FlagRule& rule) {
                outline.flags.set(rule.code);
                outline.warned = outline.warned || !rule.harmless;
            });
        }
    }
}

Assessment Weighing::assess(const Readings& readings, std::size_t row, Situation& situation,
                            std::vector<EvidenceItem>& items, SafetyReading& safety) {
    Desk& desk = *desk_;
    const Reading reading = readings[row];
    desk.weigh_facts(reading, 0);
    desk.weigh_numbers(1);
    const Decision decision = desk.decide(reading, 0);
    Assessment a;
    for (std::size_t k = 0; k < criterion_count; ++k) {
        a.betas[k] = {desk.alpha[k][0], desk.beta[k][0]};
        a.contribution[k] = desk.cloud->mean[k + 1] * desk.centred[k][0];
        a.question_value[k] = desk.question_value(0, desk.reach[k][0]);
    }
    a.has_evidence = desk.rows[0].has_evidence;
    a.intercept = desk.cloud->mean[0];
    a.worth = {desk.mean[0], desk.from_facts[0], desk.from_weights[0], desk.from_both[0]};
    a.fit = desk.rows[0].fit;
    a.safety_chance = desk.rows[0].safety_chance;
    a.abusive = desk.rows[0].abusive;
    a.proposed = decision.proposed;
    a.action = decision.action;
    a.rule = decision.rule;
    a.agreeing = decision.agreeing;
    a.decided_by = decision.decided_by;
    a.confidence = decision.confidence;
    a.asking_gain = decision.asking_gain;
    a.flips_by = desk.flips_by(0, decision);
    a.flips_to = desk.flips_to(0, decision, reading.direction);
    desk.each_flag(reading, 0, [&](std::size_t place, const FlagRule&) { a.flags.push_back(static_cast<std::uint16_t>(place)); });
    situation.present = desk.rows[0].present;
    items = desk.items;
    safety = desk.safety;
    return a;
}

}  // namespace discern
