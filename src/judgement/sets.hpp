// Judging sets: quality over quantity. Which few of many people together serve the user best (judgement.md 2.8).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace discern {

// A monotone submodular worth of sets of n members, kept up to date member by member.
// Kinds: facility location sum_i max_{j in S} a_ij; square root and logarithm of feature sums; saturated coverage
// sum_i min(sum_{j in S} a_ji, cap_i); and the personal worth plus goal coverage that Discern uses.
class SetWorth {
public:
    enum class Kind : std::uint8_t { FacilityLocation, SquareRoot, Logarithm, Saturated };

    // `rows` x `columns` values >= 0, by row. Facility location: column j is member j, a row is who it stands for.
    // The others: row j is member j, columns are features (goals).
    SetWorth(Kind kind, std::vector<double> values, std::size_t rows, std::size_t columns);

    // What a member is worth by itself, cost taken off; may be negative (then a greedy choice can stop early).
    void set_own_worth(std::vector<double> own);
    // Weight of each feature (default 1) and cap of saturated coverage.
    void set_feature_weights(std::vector<double> weights);
    void set_caps(std::vector<double> caps);

    [[nodiscard]] std::size_t members() const { return members_; }
    [[nodiscard]] double gain(std::size_t member) const;  // of adding it to the present set
    void add(std::size_t member);
    void clear();
    [[nodiscard]] double worth() const { return worth_; }

private:
    [[nodiscard]] double shaped(double sum, std::size_t feature) const;
    Kind kind_;
    std::vector<double> values_;  // by member, so that a gain reads one stretch of memory
    std::vector<double> own_, weights_, caps_, state_;
    std::size_t members_, features_;
    double worth_ = 0;
};

struct SetChoice {
    std::vector<std::size_t> members;  // in the order they were taken
    std::vector<double> gains;         // never rising
    double worth = 0;
    double upper_bound = 0;            // no set of the size can be worth more
};

// Lazy greedy: M. Minoux 1978; at least 1 - 1/e of the best (G. Nemhauser et al. 1978). `limit` is a cap, not a target:
// it stops at the first gain that is not positive. Ties go to the lowest index.
[[nodiscard]] SetChoice choose_greedily(SetWorth& worth, std::size_t limit);

// The exact best set of at most `limit` of n <= 24 members, by branch and bound.
[[nodiscard]] SetChoice choose_exactly(SetWorth& worth, std::size_t limit);

// Exact for n <= 24, greedy otherwise.
[[nodiscard]] SetChoice choose_set(SetWorth& worth, std::size_t limit);

}  // namespace discern
