// The quality protocol (judgement.md 6): Discern's model against logistic regression, stated weights and equal weights in
// one run, with its bars. Exit 1 when a bar does not hold. usage: judgement_quality [decision-makers of each kind]
#include "judgement/audit.hpp"
#include "judgement/normal.hpp"
#include "judgement/posterior.hpp"
#include "judgement/sets.hpp"
#include "judgement/value_of_information.hpp"

#include "tests/bench/quality_world.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <numeric>
#include <string>

namespace {

using namespace discern;
using namespace discern::quality;

constexpr double scale = 28, spread = 0.65, intercept_sd = 0.8, stated_rate = 0.4;

std::array<double, criteria> halved(const std::array<double, criteria>& w) {
    auto half = w;
    for (double& x : half) x = 0.5 * x + 0.5 / criteria;
    return half;
}

WeightCloud prior_from(const std::array<double, criteria>& weights) {
    WeightCloud prior;
    prior.criteria = criteria;
    std::vector<double> worth;
    for (const Facts& facts : population().pool) {
        double sum = 0;
        for (std::size_t i = 0; i < criteria; ++i) sum += scale * weights[i] * (facts[i] - population().mean[i]);
        worth.push_back(sum);
    }
    const auto middle = worth.begin() + static_cast<std::ptrdiff_t>((1 - stated_rate) * static_cast<double>(worth.size()));
    std::nth_element(worth.begin(), middle, worth.end());
    prior.mean[0] = -*middle;
    prior.covariance[0][0] = intercept_sd * intercept_sd;
    for (std::size_t i = 0; i < criteria; ++i) {
        const double sd = scale * spread * (0.6 * weights[i] + 0.4 / criteria);
        prior.mean[i + 1] = scale * weights[i];
        prior.covariance[i + 1][i + 1] = sd * sd;
    }
    return prior;
}

Vector centred(const Observation& seen) {
    Vector x{};
    x[0] = 1;
    for (std::size_t i = 0; i < criteria; ++i) x[i + 1] = seen.value[i] - population().mean[i];
    return x;
}

Vector variance_of(const Observation& seen) {
    Vector v{};
    std::copy(seen.variance.begin(), seen.variance.end(), v.begin() + 1);
    return v;
}

PastDecision decision_of(const Observation& seen, bool yes) {
    PastDecision decision;
    decision.features = centred(seen);
    decision.variance = variance_of(seen);
    decision.yes = yes;
    return decision;
}

double chance(const WeightCloud& cloud, const Observation& seen) {
    const Worth worth = worth_of(cloud, centred(seen), variance_of(seen));
    return mackay_probability(worth.mean, worth.variance());
}

// Logistic regression with C = 1 on standardised facts, the intercept free: the usual baseline.
class LogisticBaseline {
public:
    void fit(std::span<const PastDecision> decisions) {
        Matrix precision{};
        for (std::size_t i = 1; i <= criteria; ++i) precision[i][i] = 1;
        precision[0][0] = 1e-9;
        std::vector<PastDecision> scaled(decisions.begin(), decisions.end());
        const auto yes = std::count_if(scaled.begin(), scaled.end(), [](const auto& d) { return d.yes; });
        constant_ = (static_cast<double>(yes) + 1) / (static_cast<double>(scaled.size()) + 2);
        usable_ = yes > 0 && yes < static_cast<std::ptrdiff_t>(scaled.size());
        if (!usable_) return;
        for (auto& d : scaled) d.features = standardised(d.features);
        cloud_ = fit_from_precision({}, precision, criteria, scaled, {false, false}).cloud;
    }
    [[nodiscard]] double chance_of(const Observation& seen) const {
        if (!usable_) return constant_;
        const Vector x = standardised(centred(seen));
        double z = 0;
        for (std::size_t i = 0; i <= criteria; ++i) z += cloud_.mean[i] * x[i];
        return sigmoid(z);
    }

private:
    static Vector standardised(Vector x) {
        for (std::size_t i = 0; i < criteria; ++i) x[i + 1] /= std::sqrt(population().variance[i]);
        return x;
    }
    WeightCloud cloud_;
    double constant_ = 0.5;
    bool usable_ = false;
};

struct Scores {
    double accuracy = 0, regret = 0, brier = 0, ece = 0;
    int runs = 0;
    void add(const DecisionMaker& dm, const std::vector<Facts>& facts, const std::vector<char>& chosen,
             const std::vector<double>& p) {
        const auto truth = std::make_unique<bool[]>(p.size());
        double right = 0, lost = 0;
        for (std::size_t k = 0; k < p.size(); ++k) {
            const double u = dm.utility(facts[k]);
            const bool same = (p[k] > 0.5) == (u > 0);
            right += same;
            lost += same ? 0 : std::fabs(u);
            truth[k] = chosen[k];
        }
        const std::span<const bool> outcomes(truth.get(), p.size());
        accuracy += right / static_cast<double>(p.size());
        regret += lost / static_cast<double>(p.size());
        brier += brier_score(p, outcomes);
        ece += calibration_error(p, outcomes);
        ++runs;
    }
    [[nodiscard]] Scores mean() const {
        const double n = std::max(runs, 1);
        return {accuracy / n, regret / n, brier / n, ece / n, 1};
    }
};

constexpr std::size_t histories[] = {0, 10, 20, 50};
struct Curves {
    Scores discern[4], logistic[4], stated[4], equal[4], ceiling;
};

Curves learning_curves(std::size_t makers, std::span<const Kind> of, double insight, double missing) {
    Curves curves;
    for (const Kind kind : of)
        for (std::size_t d = 0; d < makers; ++d) {
            Random random(1'000'003 * (static_cast<std::uint64_t>(kind) + 1) + d * 17 +
                          static_cast<std::uint64_t>(insight * 100) * 7919 + static_cast<std::uint64_t>((missing + 1) * 100));
            const DecisionMaker dm(random, kind, insight);
            std::vector<PastDecision> past;
            for (const Facts& facts : draw_people(random, 50)) {
                const bool yes = dm.chooses(random, facts);
                past.push_back(decision_of(observe(random, facts, missing), yes));
            }
            const auto fresh = draw_people(random, 600);
            std::vector<char> chosen;
            std::vector<Observation> seen;
            for (const Facts& facts : fresh) {
                chosen.push_back(dm.chooses(random, facts));
                seen.push_back(observe(random, facts, missing));
            }
            const auto score = [&](Scores& scores, const std::function<double(const Observation&)>& judge) {
                std::vector<double> p;
                for (const auto& o : seen) p.push_back(judge(o));
                scores.add(dm, fresh, chosen, p);
            };
            const WeightCloud half = prior_from(halved(dm.stated())), full = prior_from(dm.stated());
            std::array<double, criteria> same;
            same.fill(1.0 / criteria);
            const WeightCloud equal = prior_from(same);
            score(curves.ceiling, [&](const Observation& o) { return sigmoid(4 * dm.utility(o.value)); });
            for (std::size_t h = 0; h < 4; ++h) {
                const std::span history(past.data(), histories[h]);
                const WeightCloud fitted = fit_decisions(half, history, {true, false}).cloud;
                score(curves.discern[h], [&](const Observation& o) { return chance(fitted, o); });
                score(curves.stated[h], [&](const Observation& o) { return chance(full, o); });
                score(curves.equal[h], [&](const Observation& o) { return chance(equal, o); });
                LogisticBaseline baseline;
                baseline.fit(history);
                score(curves.logistic[h], [&](const Observation& o) { return baseline.chance_of(o); });
            }
        }
    return curves;
}

struct Abstention {
    double automated = 0, error = 0, coverage = 0;
};

Abstention abstention(std::size_t makers, std::size_t history) {
    double automatic = 0, wrong = 0, all = 0, covered = 0;
    for (std::size_t d = 0; d < makers; ++d) {
        Random random(77'000 + d);
        const DecisionMaker dm(random, kinds[d % 4], 0.5);
        std::vector<PastDecision> past;
        std::vector<Observation> past_seen;
        for (const Facts& facts : draw_people(random, history)) {
            const bool yes = dm.chooses(random, facts);
            past_seen.push_back(observe(random, facts, 0.3));
            past.push_back(decision_of(past_seen.back(), yes));
        }
        const WeightCloud prior = prior_from(halved(dm.stated()));
        const WeightCloud fitted = fit_decisions(prior, past, {true, false}).cloud;
        std::vector<double> scores;
        for (std::size_t t = 0; t < past.size(); ++t) {
            auto others = past;
            others.erase(others.begin() + static_cast<std::ptrdiff_t>(t));
            const double p = chance(fit_decisions(prior, others, {true, false}).cloud, past_seen[t]);
            scores.push_back(past[t].yes ? 1 - p : p);
        }
        const double threshold = conformal_threshold(scores, 0.1);
        for (const Facts& facts : draw_people(random, 400)) {
            const bool yes = dm.chooses(random, facts);
            const double p = chance(fitted, observe(random, facts, 0.3));
            ++all;
            covered += (yes ? 1 - p : p) <= threshold;
            if (std::max(p, 1 - p) < 0.9) continue;
            ++automatic;
            wrong += (p > 0.5) != yes;
        }
    }
    return {automatic / all, wrong / std::max(1.0, automatic), covered / all};
}

// Regret of final verdicts on 60 pending invitations, half the facts missing, after a number of questions.
enum class Asking { ByValue, AtRandom };
double regret_after(std::size_t makers, Asking asking, int questions) {
    double total = 0;
    for (std::size_t d = 0; d < makers; ++d) {
        Random random(55'000 + d);
        const DecisionMaker dm(random, kinds[d % 4], 0.5);
        std::vector<PastDecision> past;
        for (const Facts& facts : draw_people(random, 20)) {
            const bool yes = dm.chooses(random, facts);
            past.push_back(decision_of(observe(random, facts, 0.3), yes));
        }
        const WeightCloud cloud = fit_decisions(prior_from(halved(dm.stated())), past, {true, false}).cloud;
        const auto pending = draw_people(random, 60);
        std::vector<Observation> seen, full;
        for (const Facts& facts : pending) {
            seen.push_back(observe(random, facts, 0.5));
            full.push_back(observe(random, facts, 0));
        }
        Random choice(9 + d);
        for (int q = 0; q < questions; ++q) {
            double best = -1;
            std::size_t who = 0, what = 0;
            for (std::size_t k = 0; k < seen.size(); ++k) {
                const double z = worth_of(cloud, centred(seen[k]), variance_of(seen[k])).mean;
                for (std::size_t i = 0; i < criteria; ++i) {
                    if (!seen[k].missing[i]) continue;
                    const double sd = std::fabs(cloud.mean[i + 1]) * std::sqrt(seen[k].variance[i]);
                    const double value = asking == Asking::ByValue ? value_of_perfect_fact(z, sd) : choice.unit();
                    if (value > best) {
                        best = value;
                        who = k;
                        what = i;
                    }
                }
            }
            if (best < 0) break;
            seen[who].missing[what] = false;
            seen[who].value[what] = full[who].value[what];
            seen[who].variance[what] = full[who].variance[what];
        }
        for (std::size_t k = 0; k < seen.size(); ++k) {
            const double z = worth_of(cloud, centred(seen[k]), variance_of(seen[k])).mean;
            const double u = dm.utility(pending[k]);
            if ((z > 0) != (u > 0)) total += std::fabs(u) / 60;
        }
    }
    return total / static_cast<double>(makers);
}

// Smallest and mean share of the exact optimum that greedy reaches on crowded inboxes of 16, choosing 5 for 5 goals.
std::pair<double, double> greedy_over_best(int instances) {
    double worst = 1, sum = 0;
    for (int k = 0; k < instances; ++k) {
        Random random(4'000 + static_cast<std::uint64_t>(k));
        constexpr std::size_t people = 16, goals = 5;
        std::vector<double> fit(people * goals), own(people);
        for (std::size_t j = 0; j < people; ++j) {
            const double u = random.unit();
            const std::size_t main = u < .7 ? 0 : u < .82 ? 1 : u < .9 ? 2 : u < .96 ? 3 : 4;
            for (std::size_t g = 0; g < goals; ++g) fit[j * goals + g] = g == main ? 0.5 + 0.5 * random.unit() : 0.1 * random.unit();
            own[j] = 0.3 + 0.25 * random.normal() + (main == 0 ? 0.3 : 0);
        }
        for (const double lambda : {1.0, 3.0}) {
            SetWorth worth(SetWorth::Kind::SquareRoot, fit, people, goals);
            worth.set_own_worth(own);
            worth.set_feature_weights(std::vector<double>(goals, lambda / goals));
            const double ratio = choose_greedily(worth, 5).worth / choose_exactly(worth, 5).worth;
            worst = std::min(worst, ratio);
            sum += ratio / (2.0 * instances);
        }
    }
    return {worst, sum};
}

// Dressed-up scams accepted when 5 % of the genuinely good are lost, by log-odds of six signs beside the worth.
double scams_accepted_at(double loss) {
    constexpr double if_bad[] = {.35, .5, .8, .3, .4, .5}, if_good[] = {.002, .08, .3, .01, .05, .12};
    Random random(2);
    struct One {
        bool scam;
        double worth, odds;
    };
    std::vector<One> all;
    std::array<double, 9> centroid{};
    double sum = 0;
    for (std::size_t i = 9; i-- > 0;) centroid[i] = (sum += 1.0 / static_cast<double>(i + 1)) / 9;
    for (int k = 0; k < 200'000; ++k) {
        One one{random.unit() < 0.04, 0, std::log(0.04 / 0.96)};
        for (const double w : centroid)
            one.worth += w * std::clamp(one.scam ? 0.68 + 0.15 * random.normal() : 0.5 + 0.2 * random.normal(), 0.0, 1.0);
        for (std::size_t s = 0; s < 6; ++s) {
            const bool present = random.unit() < (one.scam ? if_bad[s] : if_good[s]);
            if (random.unit() <= 0.4) continue;  // not looked at
            one.odds += present ? std::log(if_bad[s] / if_good[s]) : std::log((1 - if_bad[s]) / (1 - if_good[s]));
        }
        all.push_back(one);
    }
    std::vector<double> genuine, odds_of_good;
    for (const One& one : all)
        if (!one.scam) genuine.push_back(one.worth);
    std::sort(genuine.begin(), genuine.end());
    const double line = genuine[static_cast<std::size_t>(0.6 * static_cast<double>(genuine.size()))];
    for (const One& one : all)
        if (!one.scam && one.worth > line) odds_of_good.push_back(one.odds);
    std::sort(odds_of_good.begin(), odds_of_good.end());
    const double limit = odds_of_good[static_cast<std::size_t>((1 - loss) * static_cast<double>(odds_of_good.size() - 1))];
    double scams = 0, accepted = 0;
    for (const One& one : all)
        if (one.scam) {
            ++scams;
            accepted += one.worth > line && one.odds <= limit;
        }
    return accepted / scams;
}

int failures = 0;
void bar(const char* what, double value, bool holds, double at) {
    std::printf("  %-62s %7.4f   bar %6.3f  %s\n", what, value, at, holds ? "holds" : "FAILS");
    failures += !holds;
}
void at_least(const char* what, double value, double bound) { bar(what, value, value >= bound, bound); }
void at_most(const char* what, double value, double bound) { bar(what, value, value <= bound, bound); }

void print_row(const char* name, const Scores (&scores)[4]) {
    std::printf("  %-22s", name);
    for (const Scores& cell : scores) {
        const Scores m = cell.mean();
        std::printf("  %.3f/%.3f/%.3f/%.3f", m.accuracy, m.regret, m.brier, m.ece);
    }
    std::puts("");
}

}  // namespace

int main(int count, char** arguments) {
    const std::size_t makers = count > 1 ? static_cast<std::size_t>(std::atoi(arguments[1])) : 40;
    std::printf("accuracy/regret/Brier/ECE after 0, 10, 20, 50 decisions; %zu decision-makers of each kind, 30 %% missing\n", makers);
    const Curves main_run = learning_curves(makers, kinds, 0.5, 0.3);
    const Scores top = main_run.ceiling.mean();
    std::printf("  ceiling, same facts     %.3f/%.3f/%.3f/%.3f\n", top.accuracy, top.regret, top.brier, top.ece);
    print_row("Discern", main_run.discern);
    print_row("logistic regression", main_run.logistic);
    print_row("stated weights", main_run.stated);
    print_row("equal weights", main_run.equal);
    const double floors[] = {.785, .790, .795, .800};
    for (std::size_t h = 0; h < 4; ++h)
        at_least(("accuracy after " + std::to_string(histories[h])).c_str(), main_run.discern[h].mean().accuracy, floors[h]);
    const double leads[] = {0, .10, .05, .02};
    for (std::size_t h = 1; h < 4; ++h)
        at_least(("lead over logistic regression after " + std::to_string(histories[h])).c_str(),
                 main_run.discern[h].mean().accuracy - main_run.logistic[h].mean().accuracy, leads[h]);
    at_most("calibration error after 10", main_run.discern[1].mean().ece, .085);
    at_most("calibration error after 50", main_run.discern[3].mean().ece, .070);
    at_most("Brier after 10", main_run.discern[1].mean().brier, .162);
    at_most("Brier after 50", main_run.discern[3].mean().brier, .157);

    const Kind additive[] = {Kind::Additive};
    const Curves poor = learning_curves(2 * makers, additive, 1.5, 0.3);
    at_least("poor self-insight, accuracy after 50", poor.discern[3].mean().accuracy, .805);
    const Curves sparse = learning_curves(2 * makers, additive, 0.5, 0.6);
    at_most("60 % missing, gap to the ceiling after 20",
            sparse.ceiling.mean().accuracy - sparse.discern[2].mean().accuracy, .02);

    const Abstention automatic = abstention(2 * makers, 20);
    at_least("share decided automatically after 20", automatic.automated, .15);
    at_most("error among them", automatic.error, .05);
    at_least("coverage of leave-one-out conformal sets after 20", automatic.coverage, .89);
    at_least("coverage after 10", abstention(2 * makers, 10).coverage, .89);

    const double start = regret_after(makers, Asking::ByValue, 0), asked = regret_after(makers, Asking::ByValue, 20);
    at_most("regret after 20 questions by value / at the start", asked / start, .72);
    at_most("regret after 20 by value less that after 80 at random", asked - regret_after(makers, Asking::AtRandom, 80), 0);

    const auto [worst, mean] = greedy_over_best(120);
    at_least("greedy / best set, mean", mean, .99);
    at_least("greedy / best set, worst", worst, .98);
    at_most("scams accepted at 5 % genuine loss", scams_accepted_at(.05), .36);
    std::printf("%d bars fail\n", failures);
    return failures ? 1 : 0;
}
