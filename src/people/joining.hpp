// Joining two records of one person, and parting them again: exact opposites, so that every join can be undone.
#pragma once

#include "people/person.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace discern {

// Makes `from` part of `into`: facts and counts add up, invitations go over, and Join::before and Join::moved are filled
// in. Where `join.from` is empty (a name and nothing else), only the invitations named in `moved` go over. The join is put
// at `place` among book.joins (behind all others without one); joins behind it are made anew.
void join_people(PersonBook& book, Join join, std::optional<std::size_t> place = std::nullopt);

// Takes book.joins[place] back and returns it. What the user told about `into` meanwhile stays with `into`. A join
// without `from` gives a new person, the last of the book, who bears the name. Joins behind it are made anew.
Join part_people(PersonBook& book, std::size_t place);
// The opposite of parting a join without `from`: the person who was made then, last in the book, goes again.
void join_again(PersonBook& book, Join join, std::size_t place);

// Takes over from `from` what `into` does not know.
void fill_profile(Profile& into, const Profile& from);

// Who stands for this record: the person it was joined into, or itself.
[[nodiscard]] PersonId person_of_record(const PersonBook& book, PersonId record);
// True for each record that is part of another person.
[[nodiscard]] std::vector<bool> parts_of_others(const PersonBook& book);

}  // namespace discern
