// The simulated world of the quality protocol (judgement.md 6): people with correlated criteria, decision-makers with hidden
// utilities of four kinds, observations with gaps and noise. Seeded; nothing here is fitted to any case.
#pragma once

#include "base/random.hpp"

#include <array>
#include <vector>

namespace discern::quality {

inline constexpr std::size_t criteria = 10;
using Facts = std::array<double, criteria>;

enum class Kind { Additive, Curved, Interaction, Conjunctive };
inline constexpr Kind kinds[] = {Kind::Additive, Kind::Curved, Kind::Interaction, Kind::Conjunctive};

[[nodiscard]] std::vector<Facts> draw_people(Random& random, std::size_t count);

struct Population {
    Facts mean{}, variance{};
    std::vector<Facts> pool;  // 2,000 people, for the intercept
};
[[nodiscard]] const Population& population();

// Accepts when the hidden utility is above 0, with logistic noise of slope 4.
class DecisionMaker {
public:
    DecisionMaker(Random& random, Kind kind, double insight_error);
    [[nodiscard]] double utility(const Facts& facts) const;
    [[nodiscard]] bool chooses(Random& random, const Facts& facts) const;
    [[nodiscard]] const std::array<double, criteria>& stated() const { return stated_; }  // centroid weights of the stated ranking

private:
    [[nodiscard]] double raw(const Facts& facts) const;
    struct Pair {
        std::size_t a, b;
        double gain;
    };
    Kind kind_;
    std::array<double, criteria> weights_{}, power_{}, stated_{};
    std::vector<Pair> pairs_;
    std::array<std::size_t, 2> must_{};
    double threshold_ = 0, spread_ = 1;
};

// What is seen of a person: noisy, and with the population's mean and variance where a fact is missing.
struct Observation {
    Facts value{}, variance{};
    std::array<bool, criteria> missing{};
};
// missing_rate < 0: every invitation has its own rate between 0 and 0.8.
[[nodiscard]] Observation observe(Random& random, const Facts& facts, double missing_rate);

}  // namespace discern::quality
