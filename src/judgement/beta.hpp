// Evidence about one criterion as a Beta distribution: pseudo-counts for and against (judgement.md 2.2).
#pragma once

namespace discern {

struct Beta {
    double alpha = 1, beta = 1;

    [[nodiscard]] double count() const { return alpha + beta; }
    [[nodiscard]] double mean() const { return alpha / count(); }
    [[nodiscard]] double variance() const { return alpha * beta / (count() * count() * (count() + 1)); }

    // Adds an item of `score` 0..1 worth `pseudo_counts` (strength times reliability). Order does not matter.
    void add(double score, double pseudo_counts) {
        alpha += pseudo_counts * score;
        beta += pseudo_counts * (1 - score);
    }
};

// No evidence yet: the base rate `mean`, worth `strength` pseudo-counts.
[[nodiscard]] inline Beta beta_from_base_rate(double mean, double strength) {
    return {strength * mean, strength * (1 - mean)};
}

}  // namespace discern
