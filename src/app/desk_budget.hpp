// The month's notes in words: how many are left, who deserves them, who is as well invited without one.
#pragma once

#include "app/desk_state.hpp"
#include "notes/note_budget.hpp"
#include "notes/site_limits.hpp"

namespace discern {

[[nodiscard]] SiteLimits site_limits_of(const Document& document);

struct NoteBudget {
    std::optional<std::uint32_t> left;  // empty: as many as one likes
    std::uint32_t month = 0;
    std::vector<NoteBudgetLine> lines;  // planned invitations, by what a note adds
};
[[nodiscard]] NoteBudget note_budget_of(const Workspace& workspace);
[[nodiscard]] BudgetWords budget_words(const Workspace& workspace, InvitationId invitation, const Strings& strings);

}  // namespace discern
