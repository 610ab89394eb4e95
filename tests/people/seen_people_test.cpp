#include "people/seen_people.hpp"

#include "people/book_builder.hpp"

#include <gtest/gtest.h>

using namespace discern;

namespace {

// Two connections named Bram Sedley and Cleo Sand, an open invitation from Ottilie Quandt without an address.
PersonBook small_book() {
    BookBuilder builder;
    builder.file_index("Connections.csv");
    const auto connect = [&](std::string name, std::string key, std::uint32_t row) {
        builder.add_connection({.name = std::move(name),
                                .profile_key = std::move(key),
                                .email = {},
                                .company = {},
                                .position = {},
                                .connected_on = Day{20'000},
                                .source = {1, row + 1}},
                               row);
    };
    connect("Bram Sedley", "bram-sedley", 0);
    connect("Cleo Sand", "cleo-sand", 1);
    builder.add_invitation({.direction = Direction::Incoming,
                            .name = "Ottilie Quandt",
                            .profile_key = "",
                            .sent_at = Instant{1'000},
                            .note = {},
                            .source = {1, 1}});
    return builder.finish({});
}

SeenPerson inviting(std::string name, std::string key = {}) {
    SeenPerson person;
    person.name = std::move(name);
    person.profile_key = std::move(key);
    person.invitation = SeenInvitation{.direction = Direction::Incoming, .sent_at = Instant{2'000}, .note = "Hello"};
    person.line = 4;
    return person;
}

}  // namespace

TEST(AddSeenPeople, fills_in_what_the_archive_does_not_tell_about_an_inviter) {
    PersonBook book = small_book();
    SeenPerson seen = inviting("Ottilie QUANDT, PhD", "ottilie");
    seen.profile.headline = "Buyer";
    seen.mutual_count = 9;
    seen.mutual_names = {"Bram Sedley", "Somebody Else"};
    const SeenReport report = add_seen_people(book, std::span(&seen, 1), "Pasted page");
    EXPECT_EQ(report.people_updated, 1u);
    EXPECT_EQ(report.people_new, 0u);
    EXPECT_EQ(report.invitations_new, 0u);
    const Person& person = book.at(report.people.at(0));
    EXPECT_EQ(person.name, "Ottilie Quandt");
    EXPECT_EQ(person.profile_key, "ottilie");
    EXPECT_EQ(person.profile.headline, "Buyer");
    EXPECT_EQ(person.mutuals.count, 9u);
    EXPECT_EQ(person.mutuals.named, std::vector<PersonId>{{0}});
    ASSERT_EQ(book.invitations.size(), 1u);
    EXPECT_EQ(book.invitations[0].note, "Hello");
    EXPECT_EQ(book.invitations[0].sent_at, Instant{1'000});
    EXPECT_EQ(book.invitations[0].id, small_book().invitations[0].id);
}

TEST(AddSeenPeople, changes_nothing_the_second_time) {
    PersonBook once = small_book();
    const std::vector<SeenPerson> seen = {inviting("Ottilie Quandt"), inviting("Lark Vane", "lark"),
                                          inviting("Bram Sedley")};
    add_seen_people(once, seen, "Pasted page");
    PersonBook twice = once;
    const SeenReport report = add_seen_people(twice, seen, "Pasted page");
    EXPECT_EQ(twice, once);
    EXPECT_EQ(report.people_new + report.people_updated + report.invitations_new, 0u);
}

TEST(AddSeenPeople, doubts_that_a_connection_would_invite_again) {
    PersonBook book = small_book();
    const SeenPerson seen = inviting("Bram Sedley");
    const SeenReport report = add_seen_people(book, std::span(&seen, 1), "Pasted page");
    EXPECT_EQ(report.people_new, 1u);
    EXPECT_EQ(report.invitations_new, 1u);
    EXPECT_EQ(report.doubts, (std::vector<SeenDoubt>{{0, {0}}}));
    EXPECT_EQ(book.people.size(), 4u);
}

TEST(AddSeenPeople, never_joins_two_different_addresses) {
    PersonBook book = small_book();
    SeenPerson seen;
    seen.name = "Cleo Sand";
    seen.profile_key = "cleo-sand-2";
    const SeenReport report = add_seen_people(book, std::span(&seen, 1), "Pasted page");
    EXPECT_EQ(report.people_new, 1u);
    EXPECT_EQ(report.doubts.size(), 1u);
}

TEST(AddSeenPeople, marks_connections_that_stand_in_the_address_book_and_makes_nobody_new) {
    PersonBook book = small_book();
    SeenPerson known, unknown;
    known.name = "Sedley, Bram";
    known.profile.email = "bram@example.com";
    unknown.name = "Nobody Known";
    known.in_address_book = unknown.in_address_book = true;
    const std::vector<SeenPerson> seen = {known, unknown};
    const SeenReport report = add_seen_people(book, seen, "contacts.vcf");
    EXPECT_EQ(report.people_updated, 1u);
    EXPECT_EQ(report.not_used, 1u);
    EXPECT_EQ(book.people.size(), 3u);
    EXPECT_EQ(book.people[0].profile.email, "bram@example.com");
    ASSERT_EQ(book.people[0].facts.size(), 1u);
    EXPECT_EQ(book.people[0].facts[0].code, FactCode::imported_contact);
    EXPECT_EQ(book.files[book.people[0].facts[0].source.file], "contacts.vcf");
}
