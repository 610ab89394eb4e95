// What one row of a source says, in the source's own terms but cleaned; each knows its file and row. Readers in intake/
// make them, the book builder turns them into people.
#pragma once

#include "base/date.hpp"
#include "people/person.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace discern {

struct ConnectionRecord {
    std::string name, profile_key, email, company, position;
    Day connected_on;
    SourceRef source;
};

struct InvitationRecord {
    Direction direction = Direction::Incoming;
    std::string name, profile_key;  // of the other side; the key may be empty
    std::optional<Instant> sent_at;
    std::string note;
    SourceRef source;
};

// An endorsement or a recommendation.
struct TrustRecord {
    enum class Kind : std::uint8_t {
        EndorsementReceived,
        EndorsementGiven,
        RecommendationReceived,
        RecommendationGiven
    };
    Kind kind = Kind::EndorsementReceived;
    std::string name, profile_key, company;  // the key is empty for recommendations
    SourceRef source;
};

// An entry of the user's uploaded address book: no tie on LinkedIn, but a sign that the user knows the person.
struct ContactRecord {
    std::string name;
    std::vector<std::string> emails;
    SourceRef source;
};

// Somebody whose posts the user follows. Connections are followed by themselves, so it says something of others only.
struct FollowRecord {
    std::string name;
    std::optional<Day> since;
    SourceRef source;
};

// An invitation as a page shows it.
struct SeenInvitation {
    Direction direction = Direction::Incoming;
    std::optional<Instant> sent_at;  // as exact as the page's "2 weeks ago"
    std::string note;
    bool operator==(const SeenInvitation&) const = default;
};

// A person as a page or an address book shows them, before it is known who of the book it is. What the source does not
// show is empty.
struct SeenPerson {
    std::string name, profile_key;
    Profile profile;
    std::optional<std::uint32_t> mutual_count;
    std::vector<std::string> mutual_names;
    std::optional<SeenInvitation> invitation;
    bool in_address_book = false;
    bool follows_user = false;
    std::uint32_t line = 0;  // of the source, from 1: a line of text, a card, a row
    bool operator==(const SeenPerson&) const = default;
};

}  // namespace discern
