#include "judgement/value_of_information.hpp"

#include "base/sorted.hpp"
#include "judgement/normal.hpp"

#include <algorithm>
#include <cmath>

namespace discern {

double value_of_perfect_fact(double mean, double sd) {
    return sd > 0 ? sd * unit_normal_loss(std::fabs(mean) / sd) : 0;
}

double revealed_share(double beta_counts, double answer_counts) {
    return std::sqrt(answer_counts / (beta_counts + answer_counts));
}

double value_over_lines(std::span<const double> intercepts, std::span<const double> slopes) {
    struct Line {
        double slope, intercept;
    };
    std::vector<Line> lines;
    for (std::size_t k = 0; k < intercepts.size(); ++k) lines.push_back({slopes[k], intercepts[k]});
    sort_few(lines, [](const Line& a, const Line& b) {
        return a.slope != b.slope ? a.slope < b.slope : a.intercept < b.intercept;
    });
    // The upper envelope from left to right; crossings[k] is where hull[k] gives way to hull[k + 1].
    std::vector<Line> hull;
    std::vector<double> crossings;
    for (const Line& line : lines) {
        if (!hull.empty() && hull.back().slope == line.slope) {
            if (hull.back().intercept >= line.intercept) continue;
            hull.pop_back();
            if (!crossings.empty()) crossings.pop_back();
        }
        while (!hull.empty()) {
            const double x = (hull.back().intercept - line.intercept) / (line.slope - hull.back().slope);
            if (crossings.empty() || x > crossings.back()) {
                crossings.push_back(x);
                break;
            }
            hull.pop_back();
            crossings.pop_back();
        }
        hull.push_back(line);
    }
    double value = 0;
    for (std::size_t k = 0; k + 1 < hull.size(); ++k)
        value += (hull[k + 1].slope - hull[k].slope) * unit_normal_loss(std::fabs(crossings[k]));
    return value;
}

BestOfThree best_of_two_and_nothing(double mean1, double mean2, double var1, double var2, double cov) {
    const double sd1 = std::sqrt(var1);
    const double slope = sd1 > 0 ? cov / sd1 : 0;
    const double rest = std::sqrt(std::max(0.0, var2 - slope * slope));
    constexpr int steps = 4800;
    constexpr double reach = 9;
    const double width = 2 * reach / steps;
    double total = 0;
    for (int i = 0; i <= steps; ++i) {
        const double z = -reach + width * i;
        const double best_of_first = std::max(0.0, mean1 + sd1 * z);
        const double gap = mean2 + slope * z - best_of_first;
        const double gain = rest > 0 ? rest * (normal_density(gap / rest) + gap / rest * normal_below(gap / rest))
                                     : std::max(0.0, gap);
        total += normal_density(z) * width * (best_of_first + gain);
    }
    return {total, total - std::max({0.0, mean1, mean2})};
}

DiscreteValue discrete_value(std::span<const std::vector<double>> utility, std::span<const double> prior,
                             std::span<const std::vector<double>> joint) {
    const auto best_under = [&](std::span<const double> weight) {
        double best = -HUGE_VAL;
        for (const auto& row : utility) {
            double expected = 0;
            for (std::size_t s = 0; s < weight.size(); ++s) expected += row[s] * weight[s];
            best = std::max(best, expected);
        }
        return best;
    };
    DiscreteValue value;
    value.best_now = best_under(prior);
    for (std::size_t s = 0; s < prior.size(); ++s) {
        double best = -HUGE_VAL;
        for (const auto& row : utility) best = std::max(best, row[s]);
        value.perfect += best * prior[s];
    }
    value.perfect -= value.best_now;
    if (!joint.empty()) {
        for (const auto& signal : joint) value.sample += best_under(signal);
        value.sample -= value.best_now;
    }
    return value;
}

}  // namespace discern
