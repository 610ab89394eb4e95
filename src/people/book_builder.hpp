// Puts the records of one archive together into a PersonBook: one person across files, by profile key first, then by
// name where exactly one connection bears it; such a join is listed in the book and can be undone. What is doubtful is
// not joined but asked (PersonBook::doubts).
#pragma once

#include "base/hash_index.hpp"
#include "people/likeness.hpp"
#include "people/person.hpp"
#include "people/records.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace discern {

// Which connection a row of Invitations.csv belongs to. `certain` is false when the name fits but the address differs
// (`connection` names who is meant, not joined), or when several connections bear the name (then there is none).
struct InvitationMatch {
    std::optional<std::uint32_t> connection;  // 0-based data row of Connections.csv
    bool certain = true;
    bool operator==(const InvitationMatch&) const = default;
};

// 64-bit FNV-1a over direction, then the profile key or, without one, '~' and the name key.
[[nodiscard]] InvitationId invitation_id(Direction direction, std::string_view profile_key, std::string_view name);

// The newest open invitations of a builder, by themselves.
struct NewestInvitations {
    PersonBook book;                    // with all other invitations between the same people, nothing else
    std::vector<std::uint32_t> places;  // of each, among the builder's invitations
};

// Use in this order: all connections, then invitations, then the rest; then finish.
class BookBuilder {
public:
    BookBuilder();

    // About so many people more will come: room for them at once.
    void expect(std::size_t people);

    // The index for SourceRef::file; the same name gives the same index.
    std::uint16_t file_index(std::string_view name);

    void add_connection(ConnectionRecord record, std::uint32_t connections_row);
    InvitationMatch add_invitation(InvitationRecord record);
    // False when nobody or more than one could be meant; nothing is changed then.
    bool add_trust(const TrustRecord& record);
    bool add_contact(const ContactRecord& record);
    void add_follow(FollowRecord record);

    [[nodiscard]] std::optional<PersonId> find_by_key(std::string_view profile_key) const;
    [[nodiscard]] std::optional<PersonId> find_connection_by_name(std::string_view name);  // exactly one bears it
    // The person with this key; a new one, perhaps still without a name, if nobody has it. The key must not be empty.
    PersonId person_with_key(std::string_view profile_key);
    [[nodiscard]] Person& at(PersonId id) { return book_.at(id); }
    [[nodiscard]] const std::vector<Invitation>& invitations() const { return book_.invitations; }

    // A day that some row speaks of, for PersonBook::exported_on.
    void saw(Day day);

    // For a first look while the rest is still to come: at most so many people who wait for an answer, newest first, with
    // all that finish() would say of them by now, questions aside. The builder stays as it is.
    [[nodiscard]] NewestInvitations newest_invitations(const Owner& owner, std::size_t people_at_most);
    // A connection of this name with an address of its own; the first one in the file.
    [[nodiscard]] std::optional<PersonId> find_known_name(std::string_view name);

    // Shared employers, ids, accepted marks. The builder is empty afterwards.
    [[nodiscard]] PersonBook finish(Owner owner);

private:
    struct StringHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const;
    };
    template <class Value>
    using StringMap = std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;

    static constexpr std::uint32_t nobody = 0xFFFFFFFFu;
    // Connections whose names have the same words in any order, chained through `next_of_name_`.
    struct NameGroup {
        std::uint32_t first = nobody;
        std::uint32_t count = 0;
    };

    PersonId add_person(std::string name, std::string profile_key);
    const NameGroup* connections_named(std::string_view name);
    [[nodiscard]] std::optional<std::uint32_t> group_of(const NameParts& name) const;
    void index_names();
    void join_by_name(PersonId connection, const std::string& name);
    void doubt(PersonId one, PersonId other, Likeness why);
    void look_for_the_alike();
    void finish_joins();
    static void share_employers(const Owner& owner, std::vector<Person>& people);
    void mark_followed();
    struct Followed {
        std::uint32_t person = 0;
        const FollowRecord* follow = nullptr;
    };
    [[nodiscard]] std::vector<Followed> followed();
    void give_ids();

    PersonBook book_;
    HashIndex by_key_;   // people
    HashIndex by_name_;  // groups
    std::vector<NameGroup> groups_;
    std::vector<std::uint32_t> connection_row_;  // of each person; nobody = not a connection
    std::vector<std::uint32_t> next_of_name_;
    std::vector<NameParts> connection_names_;  // of each connection, once names are indexed
    std::size_t names_indexed_ = 0;
    std::uint32_t connections_end_ = 0;
    std::vector<std::pair<std::uint32_t, std::size_t>> joined_by_name_;  // invitation, place among the joins
    std::vector<FollowRecord> follows_;
    std::vector<PersonId> strangers_;  // came without an address, under a name that no connection bears
};

}  // namespace discern
