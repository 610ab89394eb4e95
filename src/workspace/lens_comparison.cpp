#include "workspace/lens_comparison.hpp"

#include "base/sorted.hpp"

#include <algorithm>
#include <cmath>

namespace discern {
namespace {

void count(Composition& composition, Action action) {
    if (const auto index = static_cast<std::size_t>(action); index < composition.size()) ++composition[index];
}

bool is_judged(const Workspace& workspace, const ReceivedRow& row) {
    return workspace.is_open(row) && !workspace.outline_of(row).already_connected;
}

void find_reason(VerdictChange& change, const Verdict& before, const Verdict& after) {
    const double direction = after.worth >= before.worth ? 1 : -1;
    for (std::size_t index = 0; index < criterion_count; ++index) {
        const double moved = after.factors[index].contribution - before.factors[index].contribution;
        if (change.because && moved * direction <= change.moved * direction) continue;
        change.because = static_cast<Criterion>(index);
        change.moved = moved;
    }
    if ((after.intercept - before.intercept) * direction > change.moved * direction) change.because.reset();
}

}  // namespace

Composition composition_of(const Workspace& workspace) {
    Composition composition{};
    for (const ReceivedRow& row : workspace.rows())
        if (is_judged(workspace, row)) count(composition, workspace.outline_of(row).action);
    return composition;
}

LensComparison compare_with(const Workspace& workspace, const Goals& other) {
    LensComparison comparison;
    const std::vector<Outline> otherwise = workspace.outlines_under(other);
    const auto rows = workspace.rows();
    std::vector<std::uint32_t> changed;
    for (std::uint32_t index = 0; index < rows.size(); ++index) {
        if (!is_judged(workspace, rows[index])) continue;
        const Action before = workspace.outline_of(rows[index]).action, after = otherwise[index].action;
        count(comparison.before, before);
        count(comparison.after, after);
        if (before == after) ++comparison.unchanged;
        else changed.push_back(index);
    }
    const std::vector<Verdict> verdicts = workspace.verdicts_under(other, changed);
    for (std::size_t place = 0; place < changed.size(); ++place) {
        const ReceivedRow& row = rows[changed[place]];
        const Verdict &before = workspace.verdict_of(row), &after = verdicts[place];
        VerdictChange change{.invitation = workspace.invitation_of(row).id,
                             .name = workspace.person_of(row).name,
                             .before = before.action,
                             .after = after.action,
                             .worth_moved = after.worth - before.worth,
                             .because = std::nullopt};
        find_reason(change, before, after);
        comparison.changes.push_back(std::move(change));
    }
    sort_stably(comparison.changes, [](const VerdictChange& one, const VerdictChange& two) {
        return std::fabs(one.worth_moved) > std::fabs(two.worth_moved);
    });
    return comparison;
}

}  // namespace discern
