#include "workspace/merge.hpp"

#include "workspace/change.hpp"
#include "workspace/saved_state.hpp"

#include <algorithm>
#include <map>

namespace discern {
namespace {

std::map<InvitationId, const Invitation*> invitations_by_id(const PersonBook& book) {
    std::map<InvitationId, const Invitation*> by_id;
    for (const Invitation& invitation : book.invitations) by_id.try_emplace(invitation.id, &invitation);
    return by_id;
}

MergeChanges changes_between(const PersonBook& older, const PersonBook& newer) {
    const auto before = invitations_by_id(older), after = invitations_by_id(newer);
    MergeChanges changes;
    for (const Invitation& invitation : newer.invitations) {
        if (invitation.direction != Direction::Incoming) continue;
        const auto known = before.find(invitation.id);
        if (known == before.end())
            changes.arrived.push_back(invitation.id);
        else if (invitation.accepted && !known->second->accepted)
            changes.accepted_meanwhile.push_back(invitation.id);
    }
    for (const Invitation& invitation : older.invitations)
        if (invitation.direction == Direction::Incoming && !invitation.accepted && !after.contains(invitation.id))
            changes.gone.push_back(invitation.id);
    return changes;
}

// Person of the older book -> person of the newer one, for those who have an invitation in both.
std::map<PersonId, PersonId> people_with_the_same_invitation(const PersonBook& older, const PersonBook& newer) {
    const auto after = invitations_by_id(newer);
    std::map<PersonId, PersonId> same;
    for (const Invitation& invitation : older.invitations)
        if (const auto found = after.find(invitation.id); found != after.end())
            same.try_emplace(invitation.person, found->second->person);
    return same;
}

// Brings over what the newer book lacks and the user has touched: planned, decided and snoozed invitations, and their
// people where nobody in the newer book is the same.
class CarryOver {
public:
    CarryOver(const Document& current, PersonBook& newer)
        : current_(current), newer_(newer), finder_(newer) {}

    // `same_person` gains everybody who is carried over.
    void run(std::map<PersonId, PersonId>& same_person) {
        const auto after = invitations_by_id(newer_);
        std::vector<Invitation> carried;
        for (const Invitation& invitation : current_.book.invitations)
            if (!after.contains(invitation.id) && is_touched(invitation)) carried.push_back(invitation);
        for (Invitation& invitation : carried) {
            const auto place = same_person.find(invitation.person);
            invitation.person =
                place != same_person.end() ? place->second : same_person[invitation.person] = person_for(invitation.person);
            move_source(invitation.source);
            newer_.invitations.push_back(std::move(invitation));
        }
    }

private:
    [[nodiscard]] bool is_touched(const Invitation& invitation) const {
        return is_by_hand(invitation) || current_.decisions.contains(invitation.id) ||
               current_.snoozed_until.contains(invitation.id) || current_.awaited.contains(invitation.id) ||
               current_.desk_notes.contains(invitation.id);
    }

    PersonId person_for(PersonId older_id) {
        Person person = current_.book.at(older_id);
        if (const auto found = finder_.find({older_id, person.profile_key, person.name, {}}))
            return *found;
        std::erase_if(person.facts, is_answer);  // answers come with the state
        person.mutuals.named.clear();            // they stand elsewhere now
        for (Fact& fact : person.facts) move_source(fact.source);
        for (SharedPlace& shared : person.shared_places) move_source(shared.source);
        for (SourceRef* source : {&person.ties.connected_source, &person.ties.messages_source,
                                  &person.ties.endorsed_source, &person.ties.recommended_source})
            move_source(*source);
        newer_.people.push_back(std::move(person));
        return {static_cast<std::uint32_t>(newer_.people.size() - 1)};
    }

    // The same file's index in the newer book.
    void move_source(SourceRef& source) {
        const std::string& name = current_.book.files[source.file];
        const auto found = std::ranges::find(newer_.files, name);
        source.file = static_cast<std::uint16_t>(found - newer_.files.begin());
        if (found == newer_.files.end()) newer_.files.push_back(name);
    }

    const Document& current_;
    PersonBook& newer_;
    save::PersonFinder finder_;
};

}  // namespace

Result<Merge> merged_with_archive(const Document& current, PersonBook newer) {
    if (current.sample) {
        Merge merge;
        merge.changes = changes_between(PersonBook{}, newer);
        merge.document.book = std::move(newer);
        return merge;
    }
    const PersonBook& older = current.book;
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

    Merge merge;
    merge.changes = changes_between(older, newer);
    save::SavedState state = save::state_of(current);
    auto same_person = people_with_the_same_invitation(older, newer);
    CarryOver(current, newer).run(same_person);
    for (save::SavedAnswer& answer : state.answers)
        if (const auto found = same_person.find(answer.person); found != same_person.end()) {
            answer.person = found->second;
            answer.profile_key = newer.at(found->second).profile_key;
            answer.name = newer.at(found->second).name;
        }
    merge.document = save::document_from(std::move(newer), std::move(state));
    return merge;
}

}  // namespace discern
