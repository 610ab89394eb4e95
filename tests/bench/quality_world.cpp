#include "tests/bench/quality_world.hpp"

#include "judgement/normal.hpp"
#include "judgement/weights.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace discern::quality {
namespace {

constexpr double noise = 0.08;
constexpr double loadings[criteria][2] = {{.5, 0}, {.4, .2}, {.3, .3}, {0, .5}, {.1, .4},
                                          {.4, 0}, {0, .3},  {.2, .2}, {0, 0},  {-.2, .3}};
constexpr double exponents[criteria] = {1, 1.3, .8, 1, 1.2, .9, 1, 1.1, 1, 1};

double quantile(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    const double at = share * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const std::size_t above = std::min(below + 1, values.size() - 1);
    return values[below] + (at - static_cast<double>(below)) * (values[above] - values[below]);
}

}  // namespace

std::vector<Facts> draw_people(Random& random, std::size_t count) {
    std::vector<Facts> people(count);
    for (Facts& facts : people) {
        const double shared[2] = {random.normal(), random.normal()};
        for (std::size_t i = 0; i < criteria; ++i) {
            const double own = std::sqrt(1 - loadings[i][0] * loadings[i][0] - loadings[i][1] * loadings[i][1]);
            const double g = loadings[i][0] * shared[0] + loadings[i][1] * shared[1] + own * random.normal();
            facts[i] = std::pow(normal_below(g), exponents[i]);
        }
    }
    return people;
}

const Population& population() {
    static const Population known = [] {
        Random random(0);
        const auto people = draw_people(random, 20'000);
        Population p;
        for (const Facts& facts : people)
            for (std::size_t i = 0; i < criteria; ++i) p.mean[i] += facts[i] / 20'000;
        for (const Facts& facts : people)
            for (std::size_t i = 0; i < criteria; ++i)
                p.variance[i] += (facts[i] - p.mean[i]) * (facts[i] - p.mean[i]) / 20'000;
        p.pool.assign(people.begin(), people.begin() + 2'000);
        return p;
    }();
    return known;
}

DecisionMaker::DecisionMaker(Random& random, Kind kind, double insight_error) : kind_(kind) {
    const auto centroid = rank_order_centroid(criteria);
    std::array<double, criteria> own{};  // Dirichlet(2, ...): each a sum of two exponentials
    double own_sum = 0;
    for (double& w : own) own_sum += w = -std::log1p(-random.unit()) - std::log1p(-random.unit());
    for (std::size_t i = 0; i < criteria; ++i) weights_[i] = 0.7 * centroid[i] + 0.3 * own[i] / own_sum;
    random.shuffle(weights_);
    const double sum = std::accumulate(weights_.begin(), weights_.end(), 0.0);
    for (double& w : weights_) w /= sum;
    power_.fill(1);
    if (kind == Kind::Curved)
        for (double& p : power_) p = std::array{0.5, 1.0, 2.0}[random.below(3)];
    if (kind == Kind::Interaction)
        for (int k = 0; k < 3; ++k) {
            const std::size_t a = random.below(criteria);
            const std::size_t b = (a + 1 + random.below(criteria - 1)) % criteria;
            pairs_.push_back({a, b, random.below(2) ? 0.12 : -0.12});
        }
    std::array<std::size_t, criteria> order{};
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return weights_[a] > weights_[b]; });
    must_ = {order[0], order[1]};

    Random reference(1);
    std::vector<double> values;
    double mean = 0, square = 0;
    for (const Facts& facts : draw_people(reference, 4'000)) {
        values.push_back(raw(facts));
        mean += values.back() / 4'000;
        square += values.back() * values.back() / 4'000;
    }
    threshold_ = quantile(values, 0.5 + 0.25 * random.unit());
    spread_ = std::sqrt(square - mean * mean);

    std::array<double, criteria> felt{};  // what the user thinks of their own weights
    for (std::size_t i = 0; i < criteria; ++i) felt[i] = std::log(weights_[i]) + insight_error * random.normal();
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return felt[a] > felt[b]; });
    for (std::size_t rank = 0; rank < criteria; ++rank) stated_[order[rank]] = centroid[rank];
}

double DecisionMaker::raw(const Facts& facts) const {
    Facts x{};
    double sum = 0;
    for (std::size_t i = 0; i < criteria; ++i) sum += weights_[i] * (x[i] = std::pow(facts[i], power_[i]));
    for (const Pair& pair : pairs_) sum += pair.gain * std::min(x[pair.a], x[pair.b]);
    if (kind_ == Kind::Conjunctive)
        for (const std::size_t i : must_) sum -= 0.25 * std::max(0.0, 0.3 - facts[i]) / 0.3;
    return sum;
}

double DecisionMaker::utility(const Facts& facts) const { return (raw(facts) - threshold_) / spread_; }

bool DecisionMaker::chooses(Random& random, const Facts& facts) const {
    return random.unit() < sigmoid(4 * utility(facts));
}

Observation observe(Random& random, const Facts& facts, double missing_rate) {
    Observation seen;
    const double rate = missing_rate < 0 ? 0.8 * random.unit() : missing_rate;
    for (std::size_t i = 0; i < criteria; ++i) {
        seen.value[i] = std::clamp(facts[i] + noise * random.normal(), 0.0, 1.0);
        seen.variance[i] = noise * noise;
        seen.missing[i] = random.unit() < rate;
        if (seen.missing[i]) {
            seen.value[i] = population().mean[i];
            seen.variance[i] = population().variance[i];
        }
    }
    return seen;
}

}  // namespace discern::quality
