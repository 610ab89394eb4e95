#include "judgement/value_function.hpp"

#include <algorithm>
#include <cstddef>

namespace discern {

double piecewise_value(double x, std::span<const double> cutoffs, std::span<const double> values, bool clip) {
    const auto inner = cutoffs.subspan(1, cutoffs.size() - 2);
    const auto piece = static_cast<std::size_t>(std::lower_bound(inner.begin(), inner.end(), x) - inner.begin());
    const double share = (x - cutoffs[piece]) / (cutoffs[piece + 1] - cutoffs[piece]);
    const double value = values[piece] + share * (values[piece + 1] - values[piece]);
    return clip ? std::clamp(value, 0.0, 1.0) : value;
}

}  // namespace discern
