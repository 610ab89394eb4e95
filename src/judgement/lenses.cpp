#include "judgement/lenses.hpp"

#include "base/sorted.hpp"
#include "judgement/assess.hpp"

#include <algorithm>
#include <cmath>

namespace discern {

LensDifference lens_difference(const PersonBook& book, std::span<const std::uint32_t> which, const Goals& before,
                               const Goals& after, const JudgementKnowledge& knowledge, Day today) {
    InboxAssessor assessor;
    const std::vector<Outline> old_view = assessor.outline_all(book, which, before, knowledge, today, 0);
    const std::vector<Outline>& new_view = assessor.outline_all(book, which, after, knowledge, today, 0);
    AssessmentDesk old_desk(before, book.owner, knowledge, today), new_desk(after, book.owner, knowledge, today);
    for (AssessmentDesk* desk : {&old_desk, &new_desk}) desk->reading.look_for_both_ways(book);
    LensDifference difference;
    for (std::size_t i = 0; i < which.size(); ++i) {
        if (old_view[i].action == new_view[i].action) {
            ++difference.unchanged;
            continue;
        }
        const Invitation& invitation = book.invitations[which[i]];
        const Assessment a = assess(book, invitation, old_desk);
        const Assessment b = assess(book, invitation, new_desk);
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
    sort_stably(difference.changes, [](const LensChange& x, const LensChange& y) {
        return std::fabs(x.worth_after - x.worth_before) > std::fabs(y.worth_after - y.worth_before);
    });
    return difference;
}

}  // namespace discern
