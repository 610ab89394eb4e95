#include "judgement/sets.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <queue>

namespace discern {
namespace {

constexpr std::size_t exact_limit = 24;

struct Candidate {
    double gain;
    std::size_t member;
    std::size_t seen_at;  // size of the set for which the gain was worked out
    // The heap's top: largest gain, ties to the lowest index.
    bool operator<(const Candidate& other) const {
        return gain != other.gain ? gain < other.gain : member > other.member;
    }
};

double best_possible_addition(const SetWorth& worth, const std::vector<char>& taken, std::size_t count) {
    std::vector<double> gains;
    for (std::size_t j = 0; j < worth.members(); ++j)
        if (!taken[j])
            if (const double g = worth.gain(j); g > 0) gains.push_back(g);
    std::sort(gains.begin(), gains.end(), std::greater<>());
    gains.resize(std::min(gains.size(), count));
    return std::accumulate(gains.begin(), gains.end(), 0.0);
}

struct Search {
    const SetWorth& start;
    std::size_t limit;
    double best = 0;
    std::vector<std::size_t> best_members, path;

    // Members from `first` on are still open. Gains only shrink, so those of today bound what is to come.
    void descend(const SetWorth& now, std::size_t first) {
        if (now.worth() > best + 1e-12) {
            best = now.worth();
            best_members = path;
        }
        const std::size_t left = limit - path.size();
        if (left == 0 || first >= now.members()) return;
        std::vector<double> gains;
        for (std::size_t j = first; j < now.members(); ++j)
            if (const double g = now.gain(j); g > 0) gains.push_back(g);
        std::sort(gains.begin(), gains.end(), std::greater<>());
        gains.resize(std::min(gains.size(), left));
        if (now.worth() + std::accumulate(gains.begin(), gains.end(), 0.0) <= best + 1e-12) return;
        if (now.gain(first) > 0) {
            SetWorth with = now;
            with.add(first);
            path.push_back(first);
            descend(with, first + 1);
            path.pop_back();
        }
        descend(now, first + 1);
    }
};

}  // namespace

SetWorth::SetWorth(Kind kind, std::vector<double> values, std::size_t rows, std::size_t columns)
    : kind_(kind), values_(std::move(values)) {
    if (kind == Kind::FacilityLocation) {  // turn round: one member's row in one piece
        members_ = columns;
        features_ = rows;
        std::vector<double> by_member(values_.size());
        for (std::size_t i = 0; i < rows; ++i)
            for (std::size_t j = 0; j < columns; ++j) by_member[j * rows + i] = values_[i * columns + j];
        values_ = std::move(by_member);
    } else {
        members_ = rows;
        features_ = columns;
    }
    own_.assign(members_, 0);
    weights_.assign(features_, 1);
    caps_.assign(features_, HUGE_VAL);
    state_.assign(features_, 0);
}

void SetWorth::set_own_worth(std::vector<double> own) { own_ = std::move(own); }
void SetWorth::set_feature_weights(std::vector<double> weights) { weights_ = std::move(weights); }
void SetWorth::set_caps(std::vector<double> caps) { caps_ = std::move(caps); }

double SetWorth::shaped(double sum, std::size_t feature) const {
    switch (kind_) {
        case Kind::SquareRoot: return std::sqrt(sum);
        case Kind::Logarithm: return std::log1p(sum);
        default: return std::min(sum, caps_[feature]);
    }
}

double SetWorth::gain(std::size_t member) const {
    const double* row = &values_[member * features_];
    double sum = 0;
    if (kind_ == Kind::FacilityLocation) {
        // Four sums that do not wait for one another.
        std::array<double, 4> part{};
        std::size_t i = 0;
        for (; i + 4 <= features_; i += 4)
            for (std::size_t k = 0; k < 4; ++k) part[k] += weights_[i + k] * std::max(0.0, row[i + k] - state_[i + k]);
        for (; i < features_; ++i) part[0] += weights_[i] * std::max(0.0, row[i] - state_[i]);
        sum = (part[0] + part[1]) + (part[2] + part[3]);
    } else {
        for (std::size_t i = 0; i < features_; ++i)
            if (row[i] != 0) sum += weights_[i] * (shaped(state_[i] + row[i], i) - shaped(state_[i], i));
    }
    return own_[member] + sum;
}

void SetWorth::add(std::size_t member) {
    worth_ += gain(member);
    const double* row = &values_[member * features_];
    for (std::size_t i = 0; i < features_; ++i)
        state_[i] = kind_ == Kind::FacilityLocation ? std::max(state_[i], row[i]) : state_[i] + row[i];
}

void SetWorth::clear() {
    std::fill(state_.begin(), state_.end(), 0.0);
    worth_ = 0;
}

SetChoice choose_greedily(SetWorth& worth, std::size_t limit) {
    worth.clear();
    SetChoice choice;
    std::priority_queue<Candidate> heap;
    std::vector<char> taken(worth.members(), 0);
    for (std::size_t j = 0; j < worth.members(); ++j) heap.push({worth.gain(j), j, 0});
    choice.upper_bound = HUGE_VAL;
    while (choice.members.size() < limit && !heap.empty()) {
        Candidate top = heap.top();
        heap.pop();
        if (top.seen_at != choice.members.size()) {
            heap.push({worth.gain(top.member), top.member, choice.members.size()});
            continue;
        }
        if (top.gain <= 0) break;
        worth.add(top.member);
        taken[top.member] = 1;
        choice.members.push_back(top.member);
        choice.gains.push_back(top.gain);
    }
    choice.worth = worth.worth();
    // The certificate: the worth at any step plus the best additions still possible bounds every set of that size.
    if (worth.members() <= 512) {
        worth.clear();
        std::fill(taken.begin(), taken.end(), 0);
        for (std::size_t step = 0; step <= choice.members.size(); ++step) {
            choice.upper_bound =
                std::min(choice.upper_bound, worth.worth() + best_possible_addition(worth, taken, limit));
            if (step == choice.members.size()) break;
            worth.add(choice.members[step]);
            taken[choice.members[step]] = 1;
        }
    } else {
        choice.upper_bound = choice.worth + best_possible_addition(worth, taken, limit);
    }
    return choice;
}

SetChoice choose_exactly(SetWorth& worth, std::size_t limit) {
    SetChoice choice = choose_greedily(worth, limit);
    worth.clear();
    Search search{worth, limit, choice.worth, choice.members, {}};
    search.descend(worth, 0);
    if (search.best > choice.worth + 1e-12) {
        choice.members = search.best_members;
        choice.gains.clear();
        worth.clear();
        for (const std::size_t member : choice.members) {
            choice.gains.push_back(worth.gain(member));
            worth.add(member);
        }
        choice.worth = worth.worth();
    }
    choice.upper_bound = choice.worth;
    return choice;
}

SetChoice choose_set(SetWorth& worth, std::size_t limit) {
    return worth.members() <= exact_limit ? choose_exactly(worth, limit) : choose_greedily(worth, limit);
}

}  // namespace discern
