#include "people/joining.hpp"

#include <algorithm>

namespace discern {
namespace {

bool is_users(const Fact& fact) { return fact.source.file == 0; }

const Fact* fact_like(const std::vector<Fact>& facts, const Fact& like) {
    const auto found = std::find_if(facts.begin(), facts.end(), [&](const Fact& fact) {
        return fact.code == like.code && is_users(fact) == is_users(like);
    });
    return found == facts.end() ? nullptr : &*found;
}

// The user's own facts stand last, in the order of their codes (workspace/change.hpp).
void insert_fact(std::vector<Fact>& facts, Fact fact) {
    const auto place = std::find_if(facts.begin(), facts.end(), [&](const Fact& stands) {
        return is_users(stands) && (!is_users(fact) || stands.code >= fact.code);
    });
    facts.insert(place, std::move(fact));
}

template <class T>
void fill(T& into, const T& from, const T& nothing = {}) {
    if (into == nothing) into = from;
}

void add_ties(Ties& into, const Ties& from) {
    if (from.connected_on && (!into.connected_on || *from.connected_on < *into.connected_on)) {
        into.connected_on = from.connected_on;
        into.connected_source = from.connected_source;
    }
    into.messages_from_them += from.messages_from_them;
    into.messages_to_them += from.messages_to_them;
    if (from.last_message && (!into.last_message || *into.last_message < *from.last_message))
        into.last_message = from.last_message;
    into.endorsements_received += from.endorsements_received;
    into.endorsements_given += from.endorsements_given;
    into.recommendations_received += from.recommendations_received;
    into.recommendations_given += from.recommendations_given;
    fill(into.messages_source, from.messages_source);
    fill(into.endorsed_source, from.endorsed_source);
    fill(into.recommended_source, from.recommended_source);
}

// What both records say together; where they differ, `into` is right.
void add_record(Person& into, const Person& from) {
    fill(into.name, from.name);
    fill(into.profile_key, from.profile_key);
    fill_profile(into.profile, from.profile);
    add_ties(into.ties, from.ties);
    fill(into.mutuals.count, from.mutuals.count);
    fill(into.mutuals.known, from.mutuals.known);
    auto& named = into.mutuals.named;
    for (const PersonId mutual : from.mutuals.named)
        if (std::find(named.begin(), named.end(), mutual) == named.end()) named.push_back(mutual);
    for (const SharedPlace& place : from.shared_places)
        if (std::none_of(into.shared_places.begin(), into.shared_places.end(),
                         [&](const SharedPlace& has) { return has.kind == place.kind && has.name == place.name; }))
            into.shared_places.push_back(place);
    for (const Fact& fact : from.facts)
        if (fact_like(into.facts, fact) == nullptr) insert_fact(into.facts, fact);
}

// `into` as it was alone, with what the user told since; what was told of the other record stays there.
Person taken_apart(const Person& joined, const Join& join, const Person& from) {
    Person alone = join.before.front();
    for (const Fact& fact : joined.facts) {
        if (!is_users(fact)) continue;
        const Fact* theirs = fact_like(from.facts, fact);
        const bool came_from_there = theirs != nullptr && *theirs == fact &&
                                     std::find(join.answers.begin(), join.answers.end(), fact.code) != join.answers.end();
        if (!came_from_there) insert_fact(alone.facts, fact);
    }
    return alone;
}

void give_over(PersonBook& book, const Join& join, PersonId to, std::vector<MovedInvitation>* moved) {
    const bool connected = book.at(to).ties.connected_on.has_value();
    for (Invitation& invitation : book.invitations) {
        if (invitation.person != *join.from) continue;
        moved->push_back({invitation.id, invitation.accepted});
        invitation.person = to;
        invitation.accepted = invitation.accepted || connected;
    }
}

void apply_join(PersonBook& book, Join& join) {
    join.before.clear();
    if (!join.from) {
        const bool connected = book.at(join.into).ties.connected_on.has_value();
        for (Invitation& invitation : book.invitations)
            for (const MovedInvitation& moved : join.moved)
                if (invitation.id == moved.id) {
                    invitation.person = join.into;
                    invitation.accepted = moved.was_accepted || connected;
                }
        return;
    }
    join.moved.clear();
    Person& into = book.at(join.into);
    const Person& from = book.at(*join.from);
    join.answers.clear();
    for (const Fact& fact : from.facts)
        if (is_users(fact) && fact_like(into.facts, fact) == nullptr) join.answers.push_back(fact.code);
    std::erase_if(join.before.emplace_back(into).facts, is_users);
    add_record(into, from);
    give_over(book, join, join.into, &join.moved);
}

void take_back(PersonBook& book, Join& join) {
    if (!join.from) {
        join.from = PersonId{static_cast<std::uint32_t>(book.people.size())};
        book.people.emplace_back().name = join.name;
    }
    if (!join.before.empty()) book.at(join.into) = taken_apart(book.at(join.into), join, book.at(*join.from));
    join.before.clear();
    for (Invitation& invitation : book.invitations)
        for (const MovedInvitation& moved : join.moved)
            if (invitation.id == moved.id) {
                invitation.person = *join.from;
                invitation.accepted = moved.was_accepted;
            }
}

// Undoes the joins from `place` on that have a record of their own, lets `change` act, and makes them anew: each
// remembers what stood before it.
template <class Change>
void below_later_joins(PersonBook& book, std::size_t place, Change&& change) {
    std::vector<Join> later(std::make_move_iterator(book.joins.begin() + static_cast<std::ptrdiff_t>(place)),
                            std::make_move_iterator(book.joins.end()));
    book.joins.resize(place);
    for (auto join = later.rbegin(); join != later.rend(); ++join)
        if (join->from) take_back(book, *join);
    change();
    for (Join& join : later) {
        if (join.from) apply_join(book, join);
        book.joins.push_back(std::move(join));
    }
}

}  // namespace

void fill_profile(Profile& into, const Profile& from) {
    fill(into.headline, from.headline);
    fill(into.company, from.company);
    fill(into.position, from.position);
    fill(into.place, from.place);
    fill(into.about, from.about);
    fill(into.email, from.email);
    fill(into.connections, from.connections);
    fill(into.followers, from.followers);
    fill(into.premium, from.premium);
    fill(into.photo, from.photo);
    fill(into.completeness, from.completeness);
    fill(into.verified, from.verified);
}

void join_people(PersonBook& book, Join join, std::optional<std::size_t> place) {
    below_later_joins(book, std::min(place.value_or(book.joins.size()), book.joins.size()), [&] {
        apply_join(book, join);
        book.joins.push_back(std::move(join));
    });
}

Join part_people(PersonBook& book, std::size_t place) {
    Join join;
    below_later_joins(book, place + 1, [&] {
        join = std::move(book.joins.back());
        book.joins.pop_back();
        take_back(book, join);
    });
    return join;
}

void join_again(PersonBook& book, Join join, std::size_t place) {
    join.from.reset();
    join_people(book, std::move(join), place);
    book.people.pop_back();
}

PersonId person_of_record(const PersonBook& book, PersonId record) {
    // A chain is never longer than the list; the count guards against a book that was tampered with.
    for (std::size_t steps = 0; steps <= book.joins.size(); ++steps) {
        const auto found = std::find_if(book.joins.begin(), book.joins.end(),
                                        [&](const Join& join) { return join.from == record; });
        if (found == book.joins.end()) break;
        record = found->into;
    }
    return record;
}

std::vector<bool> parts_of_others(const PersonBook& book) {
    std::vector<bool> part(book.people.size(), false);
    for (const Join& join : book.joins)
        if (join.from) part[join.from->index] = true;
    return part;
}

}  // namespace discern
