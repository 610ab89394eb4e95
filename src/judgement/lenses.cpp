#include "judgement/lenses.hpp"

#include "judgement/assess.hpp"

#include <algorithm>
#include <cmath>

namespace discern {

LensDifference lens_difference(const PersonBook& book, std::span<const std::uint32_t> which, const Goals& before,
                               const Goals& after, const JudgementKnowledge& knowledge, Day today) {
    InboxAssessor first, second;
    const auto& old_view = first.assess_all(book, which, before, knowledge, today);
    const auto& new_view = second.assess_all(book, which, after, knowledge, today);
    LensDifference difference;
    for (std::size_t i = 0; i < which.size(); ++i) {
        const Assessment &a = old_view[i], &b = new_view[i];
        if (a.action == b.action) {
            ++difference.unchanged;
            continue;
        }
        LensChange change{which[i], a.action, b.action, a.worth.mean, b.worth.mean, Criterion{}, 0, false};
        const double direction = b.worth.mean >= a.worth.mean ? 1 : -1;
        for (std::size_t k = 0; k < criterion_count; ++k) {
            const double moved = b.contribution[k] - a.contribution[k];
            if (k > 0 && moved * direction <= change.moved * direction) continue;
            change.because = static_cast<Criterion>(k);
            change.moved = moved;
        }
        change.by_openness = (b.intercept - a.intercept) * direction > change.moved * direction;
        difference.changes.push_back(change);
    }
    std::stable_sort(difference.changes.begin(), difference.changes.end(), [](const LensChange& x, const LensChange& y) {
        return std::fabs(x.worth_after - x.worth_before) > std::fabs(y.worth_after - y.worth_before);
    });
    return difference;
}

}  // namespace discern
