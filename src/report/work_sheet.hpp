// The work sheet: what the user decided (and, if wished, what Discern proposes), in the order in which it is carried out
// on LinkedIn by hand. Plain data; csv, markdown, html and calendar are made of it.
#pragma once

#include "base/string_table.hpp"
#include "workspace/workspace.hpp"

#include <optional>
#include <string>
#include <vector>

namespace discern {

struct WorkSheetRow {
    InvitationId invitation;
    Direction direction = Direction::Incoming;
    Action action{};
    bool decided = false;  // by the user; otherwise a proposal
    std::string name, headline, company, profile_url;
    std::string note;    // theirs when incoming, the draft when outgoing
    std::string why;     // the verdict's sentence
    std::string reason;  // the user's own words
    double certainty = 0;
    std::optional<Day> invited_on, decided_on;
    std::optional<Day> not_before;  // a snooze, or the day that the verdict says to wait for
    bool operator==(const WorkSheetRow&) const = default;
};

struct WorkSheet {
    Day made_on;
    bool with_proposals = false;
    std::vector<WorkSheetRow> rows;  // by action in the order of Action, then as in the list
};

// Received rows and the plan. Decisions always; proposals (open rows, snoozed ones included, and plans) on demand.
// Connections who were accepted before are left out.
[[nodiscard]] WorkSheet work_sheet_from(const Workspace& workspace, const StringTable& strings, bool with_proposals);

}  // namespace discern
