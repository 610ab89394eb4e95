// A person as all sources together show them, and the user's ties with them. Value types only; what is not known is
// empty or std::nullopt, never a default that looks like knowledge.
#pragma once

#include "base/date.hpp"
#include "people/fact.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace discern {

// Index into PersonBook::people. Stable while the book lives and in its save file.
struct PersonId {
    std::uint32_t index = 0;
    auto operator<=>(const PersonId&) const = default;
};

enum class Photo : std::uint8_t { Unknown, Professional, Casual, None };
enum class Completeness : std::uint8_t { Unknown, Empty, Sparse, Partial, Full };
enum class Verification : std::uint8_t { Unknown, None, Verified, Workplace, Identity };

// What the profile shows; the archive fills company and position only.
struct Profile {
    std::string headline;
    std::string company;
    std::string position;
    std::string place;
    std::string about;
    std::string email;
    std::optional<std::uint32_t> connections;  // 500 stands for "500+"
    std::optional<std::uint32_t> followers;
    std::optional<bool> premium;
    Photo photo = Photo::Unknown;
    Completeness completeness = Completeness::Unknown;
    Verification verified = Verification::Unknown;
    bool operator==(const Profile&) const = default;
};

// Counts of what went on between the user and the person, read from the archive, each with its file.
struct Ties {
    std::optional<Day> connected_on;  // set = a first-degree connection at the archive's date
    std::uint32_t messages_from_them = 0;
    std::uint32_t messages_to_them = 0;
    std::optional<Instant> last_message;
    std::uint32_t endorsements_received = 0;  // they endorsed the user
    std::uint32_t endorsements_given = 0;
    std::uint32_t recommendations_received = 0;  // they recommended the user
    std::uint32_t recommendations_given = 0;
    SourceRef connected_source, messages_source, endorsed_source, recommended_source;
    bool operator==(const Ties&) const = default;
};

// An employer or school that the user and the person share. `overlap` is empty when a year is missing on either side.
struct SharedPlace {
    enum class Kind : std::uint8_t { Employer, School } kind = Kind::Employer;
    std::string name;             // as the user's own history writes it
    std::optional<bool> overlap;  // were there in the same years
    SourceRef source;
    bool operator==(const SharedPlace&) const = default;
};

// Shared connections: how many the page shows, how many of them the user really knows, and those named.
struct Mutuals {
    std::optional<std::uint32_t> count;
    std::optional<std::uint32_t> known;  // at least this many
    std::vector<PersonId> named;
    bool operator==(const Mutuals&) const = default;
};

struct Person {
    std::string name;         // as the newest source writes it, trimmed; raw otherwise
    std::string profile_key;  // decoded, folded slug of linkedin.com/in/<slug>; empty = unknown (text/profile_key)
    Profile profile;
    Ties ties;
    Mutuals mutuals;
    std::vector<SharedPlace> shared_places;
    std::vector<Fact> facts;
    bool operator==(const Person&) const = default;
};

enum class Direction : std::uint8_t { Incoming, Outgoing };

// Stable across imports: a 64-bit FNV-1a hash of direction and the other side's profile key (or folded name).
// The same invitation in a newer archive gets the same id, so decisions survive.
struct InvitationId {
    std::uint64_t value = 0;
    auto operator<=>(const InvitationId&) const = default;
};

// A sign found in a note: a code of the vocabulary's flags and the words that show it (verbatim).
struct NoteSign {
    std::string flag;
    std::string quote;
    bool operator==(const NoteSign&) const = default;
};

// What reading the note shows (notes/ fills it, judgement/ uses it). Derived: never saved.
struct NoteReading {
    std::string kind;         // a label of the vocabulary: "personal_good", "generic_default", "sales_pitch", ...
    double certainty = 0;     // 0 to 1
    bool is_unsafe = false;
    double unsafe_chance = 0; // 0 to 1: that the note is of a dangerous kind
    std::vector<Fact> facts;  // codes of group Note, each with its quote
    std::vector<NoteSign> signs;
    bool operator==(const NoteReading&) const = default;
};

struct Invitation {
    InvitationId id;
    Direction direction = Direction::Incoming;
    PersonId person;
    std::optional<Instant> sent_at;
    std::string note;       // verbatim; empty = no note
    bool accepted = false;  // the other side is among the connections
    SourceRef source;
    std::optional<NoteReading> reading;
    bool operator==(const Invitation&) const = default;
};

struct Employment {
    std::string company, title, description, place;
    std::optional<Day> started, finished;  // first day of the named month or year; finished empty = current
    SourceRef source;
    bool operator==(const Employment&) const = default;
};

struct Schooling {
    std::string school, degree;
    std::optional<Day> started, finished;
    SourceRef source;
    bool operator==(const Schooling&) const = default;
};

struct JobApplication {
    std::string company, title;
    std::optional<Day> sent_on;
    SourceRef source;
    bool operator==(const JobApplication&) const = default;
};

// The user: whose archive it is.
struct Owner {
    std::string name, profile_key, headline, summary, industry, place;
    std::vector<Employment> positions;
    std::vector<Schooling> education;
    std::vector<std::string> skills;
    std::vector<std::string> followed_companies;
    std::vector<JobApplication> applications;
    bool operator==(const Owner&) const = default;
};

// Why two records may be one person.
enum class Likeness : std::uint8_t {
    Name,          // one name, and on one side no address: who it is depends on how many bear the name
    OtherAddress,  // one name, two addresses; members may change theirs
    Nickname,      // "Bill" and "William"
    Spelling,      // one letter apart
    FormerName,    // a name that stands in brackets on the other side
    Initials,      // "Ana S." and "Ana Sample"
    MoreNames,     // a middle or second family name that only one side has
    Unspaced       // a Han, kana or hangul name written together or the other way round
};

// Two people of the book who may be one. Asked, never acted upon.
struct PersonDoubt {
    PersonId one, other;  // who came with an invitation or a page; who was there
    Likeness why = Likeness::Name;
    bool same_company = false;
    bool operator==(const PersonDoubt&) const = default;
};

// An invitation that a join gave to somebody else, and whether it stood as accepted before.
struct MovedInvitation {
    InvitationId id;
    bool was_accepted = false;
    bool operator==(const MovedInvitation&) const = default;
};

// Two records that count as one person (people/joining.hpp). `into` shows what both say; `from`, where there is a record
// of its own, keeps what it said by itself but has no invitations any more.
struct Join {
    PersonId into;
    std::optional<PersonId> from;
    std::string name;  // as the source of `from` writes it
    Likeness why = Likeness::Name;
    bool by_user = false;
    std::vector<MovedInvitation> moved;
    std::vector<Person> before;     // `into` alone, without what the user told; empty when `from` is a mere name
    std::vector<FactCode> answers;  // what the user had told about `from` and not about `into`: it counts for both now
    bool operator==(const Join&) const = default;
};

// Everybody the user's sources speak of. `files[0]` is always "you"; SourceRef::file indexes it.
struct PersonBook {
    Owner owner;
    std::vector<Person> people;
    std::vector<Invitation> invitations;  // in the order of the file, outgoing and incoming
    std::vector<std::string> files = {"you"};
    std::optional<Day> exported_on;       // latest day that any row speaks of: the archive's own "today"
    std::vector<Join> joins;              // in the order they were made; the later ones build upon the earlier
    std::vector<PersonDoubt> doubts;            // questions for the user, the likeliest first; a user's ruling answers them
    std::uint64_t archive_sum = 0;        // of the archive as it was read last (0 = none): the same again is known by it
    bool operator==(const PersonBook&) const = default;

    [[nodiscard]] const Person& at(PersonId id) const { return people[id.index]; }
    [[nodiscard]] Person& at(PersonId id) { return people[id.index]; }
};

}  // namespace discern
