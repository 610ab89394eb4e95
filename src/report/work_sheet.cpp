#include "report/work_sheet.hpp"

#include "base/sorted.hpp"
#include "judgement/receipt.hpp"
#include "text/profile_key.hpp"
#include "workspace/change.hpp"

#include <algorithm>

namespace discern {
namespace {

std::optional<Day> day_of(const std::optional<Instant>& instant) {
    return instant ? std::optional(utc_day_of(*instant)) : std::nullopt;
}

WorkSheetRow row_from(const Person& person, const Invitation& invitation, const Verdict& verdict,
                      const Document& document, const StringTable& strings) {
    WorkSheetRow row{.invitation = invitation.id,
                     .direction = invitation.direction,
                     .action = verdict.action,
                     .decided = false,
                     .name = person.name,
                     .headline = person.profile.headline.empty() ? person.profile.position : person.profile.headline,
                     .company = person.profile.company,
                     .profile_url = profile_url(person.profile_key),
                     .note = is_planned(invitation) ? std::string(note_to_send(document, invitation)) : invitation.note,
                     .why = headline_sentence(verdict, strings),
                     .reason = "",
                     .certainty = verdict.confidence,
                     .invited_on = day_of(invitation.sent_at),
                     .decided_on = std::nullopt,
                     .not_before = verdict.wait_until};
    if (const auto found = document.snoozed_until.find(invitation.id); found != document.snoozed_until.end())
        row.not_before = found->second;
    if (const auto found = document.decisions.find(invitation.id); found != document.decisions.end()) {
        row.action = found->second.action;
        row.decided = true;
        row.reason = found->second.reason;
        row.decided_on = utc_day_of(found->second.decided_at);
        row.not_before.reset();
    }
    return row;
}

}  // namespace

WorkSheet work_sheet_from(const Workspace& workspace, const StringTable& strings, bool with_proposals) {
    WorkSheet sheet{.made_on = workspace.today(), .with_proposals = with_proposals, .rows = {}};
    const auto add = [&](const auto& rows) {
        for (const auto& row : rows) {
            const Invitation& invitation = workspace.invitation_of(row);
            const bool decided = workspace.document().decisions.contains(invitation.id);
            if (decided || (with_proposals && !invitation.accepted))
                sheet.rows.push_back(row_from(workspace.person_of(row), invitation, workspace.verdict_of(row),
                                              workspace.document(), strings));
        }
    };
    add(workspace.rows());
    add(workspace.plan_rows());
    sort_stably(sheet.rows, [](const WorkSheetRow& a, const WorkSheetRow& b) { return a.action < b.action; });
    return sheet;
}

}  // namespace discern
