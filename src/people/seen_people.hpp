// Brings what a page or an address book shows into the book: facts of people who are known are updated, others are new.
// Nothing that the user did is touched, ids of invitations stay, and doing it twice changes nothing.
#pragma once

#include "people/person.hpp"
#include "people/records.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace discern {

// A person of the source who may be one of the book, but not surely enough to be joined.
struct SeenDoubt {
    std::uint32_t seen = 0;  // index into what was seen
    PersonId perhaps;
    bool operator==(const SeenDoubt&) const = default;
};

struct SeenReport {
    std::uint32_t people_new = 0;
    std::uint32_t people_updated = 0;  // joined with somebody of the book, and something changed
    std::uint32_t invitations_new = 0;
    std::uint32_t not_used = 0;    // entries of an address book that fit nobody
    std::vector<PersonId> people;  // in the order seen; left out where not used
    std::vector<SeenDoubt> doubts;
    bool operator==(const SeenReport&) const = default;
};

// `source` is the name that SourceRef::file then points to ("Pasted page"). For a preview, call it with a copy.
// Joined are: the same profile key; without one, a name that one person bears who fits: with an open invitation of the
// same direction, or no invitation seen; of several who bear it, the only one at the same company. Somebody who invites is no
// connection yet, so a connection of that name is a doubt; so is a name that is only alike. Doubts are told and put into
// the book. Entries of an address book join connections only, and make nobody new.
SeenReport add_seen_people(PersonBook& book, std::span<const SeenPerson> seen, std::string_view source);

}  // namespace discern
