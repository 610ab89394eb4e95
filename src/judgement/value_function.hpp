// The value of a fact: piecewise linear through breakpoints (judgement.md 2.1; R. Keeney, H. Raiffa 1976).
#pragma once

#include <span>

namespace discern {

// `cutoffs` rise strictly; `values` stand at them. Beyond the ends the outer pieces go on; with `clip` the result stays
// in [0, 1]. Needs at least two breakpoints.
[[nodiscard]] double piecewise_value(double x, std::span<const double> cutoffs, std::span<const double> values,
                                     bool clip);

}  // namespace discern
