#include "judgement/weights.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

namespace discern {
namespace {

void normalise(std::vector<double>& weights) {
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    const double equal = weights.empty() ? 0 : 1 / static_cast<double>(weights.size());
    for (double& w : weights) w = sum > 0 ? w / sum : equal;
}

}  // namespace

std::vector<double> rank_order_centroid(std::size_t n) {
    std::vector<double> weights(n);
    double sum = 0;
    for (std::size_t i = n; i-- > 0;) {
        sum += 1 / static_cast<double>(i + 1);
        weights[i] = sum / static_cast<double>(n);
    }
    return weights;
}

std::vector<double> rank_sum(std::size_t n) {
    std::vector<double> weights(n);
    for (std::size_t i = 0; i < n; ++i) weights[i] = static_cast<double>(n - i);
    normalise(weights);
    return weights;
}

std::vector<double> rank_reciprocal(std::size_t n) {
    std::vector<double> weights(n);
    for (std::size_t i = 0; i < n; ++i) weights[i] = 1 / static_cast<double>(i + 1);
    normalise(weights);
    return weights;
}

std::vector<double> swing_weights(std::span<const double> points) {
    std::vector<double> weights(points.begin(), points.end());
    normalise(weights);
    return weights;
}

std::vector<double> halved_to_equal(std::span<const double> weights) {
    std::vector<double> result(weights.begin(), weights.end());
    for (double& w : result) w = 0.5 * w + 0.5 / static_cast<double>(weights.size());
    return result;
}

SimplexMoments simplex_moments(std::size_t n, bool ranked) {
    const double size = static_cast<double>(n);
    SimplexMoments moments{std::vector<double>(n, 1 / size), std::vector(n, std::vector<double>(n))};
    if (!ranked) {  // Dirichlet(1, ..., 1)
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n; ++j)
                moments.covariance[i][j] = (i == j ? size - 1 : -1.0) / (size * size * (size + 1));
        return moments;
    }
    // The ranked part is the simplex with corners (1,0,..), (1/2,1/2,0,..), ..., (1/n,..,1/n); an even draw from any
    // simplex with corners V has mean m = mean(V) and covariance (V'V + (sum V)(sum V)') / (n (n + 1)) - m m'.
    moments.mean = rank_order_centroid(n);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j) {
            double product = 0;
            for (std::size_t k = std::max(i, j) + 1; k <= n; ++k) product += 1 / static_cast<double>(k * k);
            const double sums = moments.mean[i] * moments.mean[j] * size * size;
            moments.covariance[i][j] = (product + sums) / (size * (size + 1)) - moments.mean[i] * moments.mean[j];
        }
    return moments;
}

double importance(const Goals& goals, Purpose purpose, const GoalsTable& table) {
    const auto level = std::min<std::size_t>(goals.purposes[static_cast<std::size_t>(purpose)], 5);
    return table.importance[level];
}

namespace {

// Swing points as they stand; of a ranking the centroid weights, those not named sharing what is left.
std::optional<CriterionValues> weights_said_outright(const Goals& goals) {
    CriterionValues weights{};
    if (goals.factor_points.size() == criterion_count &&
        std::any_of(goals.factor_points.begin(), goals.factor_points.end(), [](std::uint8_t p) { return p > 0; })) {
        for (std::size_t i = 0; i < criterion_count; ++i) weights[i] = goals.factor_points[i];
        return weights;
    }
    std::vector<std::size_t> named;
    for (const std::uint8_t factor : goals.factor_ranking)
        if (factor < criterion_count && std::find(named.begin(), named.end(), factor) == named.end()) named.push_back(factor);
    if (named.empty()) return std::nullopt;
    const std::vector<double> centroid = rank_order_centroid(criterion_count);
    double left = 1;
    for (std::size_t place = 0; place < named.size(); ++place) left -= centroid[place];
    if (named.size() < criterion_count) weights.fill(left / static_cast<double>(criterion_count - named.size()));
    for (std::size_t place = 0; place < named.size(); ++place) weights[named[place]] = centroid[place];
    return weights;
}

}  // namespace

CriterionValues weights_from_goals(const Goals& goals, const GoalsTable& table) {
    CriterionValues weights = table.always;
    for (std::size_t g = 0; g < purpose_count; ++g) {
        const double share = importance(goals, static_cast<Purpose>(g), table);
        for (std::size_t i = 0; i < criterion_count; ++i) weights[i] += share * table.matrix[g][i];
    }
    if (const auto said = weights_said_outright(goals)) weights = *said;
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (double& w : weights)
        w = 0.5 * (sum > 0 ? w / sum : 1.0 / criterion_count) + 0.5 / criterion_count;
    return weights;
}

double openness_from_goals(const Goals& goals, const GoalsTable& table) {
    double openness = table.openness_base;
    for (std::size_t g = 0; g < purpose_count; ++g)
        openness += importance(goals, static_cast<Purpose>(g), table) * table.openness_of_purpose[g];
    for (const auto& [boundary, change] : table.openness_of_boundary)
        for (const FactCode code : goals.boundaries)
            if (signal_of(code) == boundary) openness += change;
    return std::clamp(openness, 0.02, 0.98);
}

}  // namespace discern
