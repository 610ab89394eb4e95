#include "app/desk_budget.hpp"

#include "workspace/change.hpp"

#include <algorithm>

namespace discern {
namespace {

constexpr std::size_t lines_shown = 6;
constexpr std::int32_t month_days = 30;

// Notes copied at the desk for planned invitations count as sent: the archive does not know of them yet.
std::uint32_t copied_lately(const Workspace& workspace) {
    std::uint32_t count = 0;
    for (const PlanRow& row : workspace.plan_rows()) {
        if (!row.planned) continue;
        const auto found = workspace.document().desk_notes.find(workspace.invitation_of(row).id);
        if (found == workspace.document().desk_notes.end() || !found->second.copied_at || found->second.text.empty()) continue;
        const auto age = workspace.today().days_since_epoch - utc_day_of(*found->second.copied_at).days_since_epoch;
        if (age < month_days) ++count;
    }
    return count;
}

}  // namespace

NoteBudget note_budget_of(const Workspace& workspace) {
    const Document& document = workspace.document();
    NoteBudget budget;
    budget.month = site_limits_of(document).value(LimitKey::NotesPerMonthFree);
    const std::uint32_t used = notes_sent_lately(document.book, workspace.today()) + copied_lately(workspace);
    if (!document.own_limits.premium) budget.left = budget.month - std::min(budget.month, used);
    std::vector<NoteCandidate> candidates;
    for (const PlanRow& row : workspace.plan_rows()) {
        if (!row.planned) continue;
        const Invitation& invitation = workspace.invitation_of(row);
        const auto note = document.desk_notes.find(invitation.id);
        if (note != document.desk_notes.end() && note->second.copied_at) continue;  // has had its note
        const Verdict& verdict = workspace.verdict_of(row);
        const Factor& known = verdict.factors[static_cast<std::size_t>(Criterion::Known)];
        NoteCandidate candidate{.person = invitation.person, .known = known.unknown ? 0.0 : known.value, .worth = std::max(0.05, verdict.worth + 2), .has_reason = false};
        const NoteWishes wishes{workspace.goals().target_topics, workspace.goals().target_companies, nullptr};
        for (const NoteEvidence& item : note_evidence(document.book, workspace.person_of(row), wishes))
            candidate.has_reason = candidate.has_reason || !(item.name.ends_with("_name") || item.name == "their_company");
        candidates.push_back(candidate);
    }
    budget.lines = share_out_notes(candidates, budget.left.value_or(static_cast<std::uint32_t>(candidates.size())));
    return budget;
}

BudgetWords budget_words(const Workspace& workspace, InvitationId invitation, const Strings& strings) {
    const Document& document = workspace.document();
    const NoteBudget budget = note_budget_of(workspace);
    BudgetWords words;
    words.left = budget.left ? strings.text("desk.budget_left", {std::to_string(*budget.left), std::to_string(budget.month)}) : strings.text("desk.budget_free");
    const SiteLimits limits = site_limits_of(document);
    const SiteLimit& limit = limits.at(LimitKey::NotesPerMonthFree);
    const bool own = document.own_limits.values.contains(LimitKey::NotesPerMonthFree);
    words.source = own ? strings.text("desk.budget_yours") : strings.text("desk.budget_source", {limit.source, strings.day(limit.dated)});
    const Invitation* stands = invitation_in(document.book, invitation);
    for (const NoteBudgetLine& line : budget.lines) {
        const std::string use = "desk.use." + std::string(name_of(line.use));
        if (stands != nullptr && line.person == stands->person) words.this_one = strings.text(use + "_this");
        else if (words.others.size() < lines_shown) words.others.push_back(strings.text("desk.budget_line", {document.book.at(line.person).name, strings.text(use)}));
    }
    return words;
}

}  // namespace discern
