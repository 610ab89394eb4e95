#include "workspace/lens_comparison.hpp"

#include <algorithm>

namespace discern {

std::vector<LensDifference> differences_between(std::span<const Verdict> here, std::span<const Verdict> there) {
    std::vector<LensDifference> differences;
    for (std::uint32_t row = 0; row < std::min(here.size(), there.size()); ++row) {
        const Verdict& one = here[row];
        const Verdict& other = there[row];
        if (one.action == other.action || one.already_connected) continue;
        LensDifference difference{.row = row, .here = one.action, .there = other.action};
        const double direction = other.worth >= one.worth ? 1 : -1;
        for (std::size_t i = 0; i < criterion_count; ++i) {
            const double shift = other.factors[i].contribution - one.factors[i].contribution;
            if (direction * shift > direction * difference.shift) {
                difference.because = static_cast<Criterion>(i);
                difference.shift = shift;
            }
        }
        differences.push_back(difference);
    }
    return differences;
}

}  // namespace discern
