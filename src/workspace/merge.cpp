#include "workspace/merge.hpp"

#include "workspace/carry_over.hpp"
#include "workspace/saved_state.hpp"

#include <map>
#include <set>

namespace discern {
namespace {

std::map<InvitationId, const Invitation*> invitations_by_id(const PersonBook& book) {
    std::map<InvitationId, const Invitation*> by_id;
    for (const Invitation& invitation : book.invitations) by_id.try_emplace(invitation.id, &invitation);
    return by_id;
}

MergeChanges changes_between(const PersonBook& older, const PersonBook& newer,
                             const std::map<InvitationId, InvitationId>& renamed,
                             const std::set<InvitationId>& kept_though_gone) {
    MergeChanges changes;
    if (older.invitations.empty()) {
        for (const Invitation& invitation : newer.invitations)
            if (invitation.direction == Direction::Incoming) changes.arrived.push_back(invitation.id);
        return changes;
    }
    auto before = invitations_by_id(older);
    const auto after = invitations_by_id(newer);
    for (const auto& [pasted, archived] : renamed) before.try_emplace(archived, before.at(pasted));
    for (const Invitation& invitation : newer.invitations) {
        if (invitation.direction != Direction::Incoming) continue;
        const auto known = before.find(invitation.id);
        if (known == before.end())
            changes.arrived.push_back(invitation.id);
        else if (invitation.accepted && !known->second->accepted)
            changes.accepted_meanwhile.push_back(invitation.id);
    }
    for (const Invitation& invitation : older.invitations)
        if (invitation.direction == Direction::Incoming && !invitation.accepted && !renamed.contains(invitation.id) &&
            (!after.contains(invitation.id) || kept_though_gone.contains(invitation.id)))
            changes.gone.push_back(invitation.id);
    return changes;
}

}  // namespace

Result<Merge> merged_with_archive(const Document& current, PersonBook newer) {
    if (current.sample) {
        Merge merge;
        merge.changes = changes_between(PersonBook{}, newer, {}, {});
        merge.document.book = std::move(newer);
        return merge;
    }
    const PersonBook& older = current.book;
    if (newer.archive_sum != 0 && newer.archive_sum == older.archive_sum) return Merge{current, {}};
    if (older.exported_on && newer.exported_on && *newer.exported_on < *older.exported_on)
        return std::unexpected(Problem{.what = "This archive is older than the one that is open (" +
                                               iso_text(*newer.exported_on) + ", open: " + iso_text(*older.exported_on) +
                                               ").",
                                       .where = {},
                                       .mend = "Hand in the newer one, or erase the open one in Settings first."});
    if (newer.invitations.empty() && !older.invitations.empty())
        return std::unexpected(Problem{.what = "These files hold no invitations, but the open document does.",
                                       .where = {},
                                       .mend = "Drop the whole archive, or all of its files together."});

    // Some of them are read otherwise beside what the open document knows.
    for (Invitation& invitation : newer.invitations) invitation.reading.reset();
    Merge merge;
    save::SavedState state = save::state_of(current);
    CarryOver carry(current, newer);
    carry.run(state);
    merge.changes = changes_between(older, newer, carry.renamed(), carry.kept_though_gone());
    merge.document = save::document_from(std::move(newer), std::move(state));
    return merge;
}

}  // namespace discern
