#include "people/book_builder.hpp"

#include "text/name.hpp"

#include <algorithm>

namespace discern {

NewestInvitations BookBuilder::newest_invitations(const Owner& owner, std::size_t people_at_most) {
    const auto& all = book_.invitations;
    std::vector<std::pair<std::int64_t, std::uint32_t>> newest;  // those without a date stand last, as they do in the list
    for (std::uint32_t i = 0; i < all.size(); ++i)
        if (all[i].direction == Direction::Incoming && !all[i].accepted)
            newest.emplace_back(all[i].sent_at ? -all[i].sent_at->seconds_since_epoch : std::int64_t{1} << 62, i);
    const std::size_t few = std::min(people_at_most, newest.size());
    std::partial_sort(newest.begin(), newest.begin() + static_cast<std::ptrdiff_t>(few), newest.end());
    newest.resize(few);

    NewestInvitations found;
    found.book.owner = owner;
    found.book.files = book_.files;
    found.book.exported_on = book_.exported_on;
    std::vector<std::uint32_t> place_of(book_.people.size(), nobody);
    for (const auto& [time, invitation] : newest) {
        const std::uint32_t person = all[invitation].person.index;
        if (place_of[person] != nobody) continue;
        place_of[person] = static_cast<std::uint32_t>(found.book.people.size());
        found.book.people.push_back(book_.people[person]);
    }
    for (const auto& [person, follow] : followed())
        if (place_of[person] != nobody)
            found.book.people[place_of[person]].facts.push_back(
                {.code = FactCode::user_follows_them, .when = follow->since, .quote = {}, .source = follow->source});
    share_employers(owner, found.book.people);
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        const std::uint32_t person = place_of[all[i].person.index];
        if (person == nobody) continue;
        Invitation& invitation = found.book.invitations.emplace_back(all[i]);
        invitation.person = {person};
        const Person& them = found.book.people[person];
        invitation.id = invitation_id(invitation.direction, them.profile_key, them.name);
        found.places.push_back(i);
    }
    return found;
}

std::optional<PersonId> BookBuilder::find_known_name(std::string_view name) {
    const NameGroup* group = connections_named(name);
    std::optional<PersonId> first;
    if (group == nullptr || name_parts(name).words.size() < 2) return first;
    for (std::uint32_t i = group->first; i != nobody; i = next_of_name_[i])
        if (!book_.people[i].profile_key.empty() && (!first || i < first->index)) first = PersonId{i};
    return first;
}

}  // namespace discern
