#include "people/joining.hpp"

#include "people/book_builder.hpp"

#include <gtest/gtest.h>

#include <algorithm>

using namespace discern;

namespace {

Fact fact(FactCode code, std::uint16_t file) {
    return {.code = code, .amount = 1, .when = std::nullopt, .quote = {}, .source = {file, 1}};
}

// A connection who wrote three messages, somebody of the same name under another address with an invitation and one
// message, and a third record.
PersonBook a_book() {
    PersonBook book;
    book.files = {"you", "Connections.csv", "Pasted page"};
    Person connection;
    connection.name = "Ana Sample";
    connection.profile_key = "ana-1";
    connection.profile.company = "Acme";
    connection.ties.connected_on = Day{19'000};
    connection.ties.messages_from_them = 3;
    connection.facts = {fact(FactCode::imported_contact, 1), fact(FactCode::answer_known, 0)};
    Person other;
    other.name = "Ana Sample";
    other.profile_key = "ana-new";
    other.profile.headline = "Buyer";
    other.ties.messages_from_them = 1;
    other.ties.last_message = Instant{5};
    other.facts = {fact(FactCode::follows_user_online, 2), fact(FactCode::met_once, 0)};
    Person third;
    third.name = "Ana S.";
    third.profile.place = "Berlin";
    book.people = {connection, other, third};
    book.invitations.push_back({.id = {1}, .direction = Direction::Incoming, .person = {1}, .sent_at = Instant{9}, .note = "Hi",
                                .accepted = false, .source = {2, 1}, .reading = std::nullopt});
    book.invitations.push_back({.id = {2}, .direction = Direction::Incoming, .person = {2}, .sent_at = Instant{7}, .note = {},
                                .accepted = false, .source = {2, 2}, .reading = std::nullopt});
    return book;
}

Join join(std::uint32_t into, std::uint32_t from) {
    Join made;
    made.into = {into};
    made.from = PersonId{from};
    made.by_user = true;
    return made;
}

}  // namespace

TEST(JoinPeople, adds_up_what_both_records_say) {
    PersonBook book = a_book();
    join_people(book, join(0, 1));
    const Person& ana = book.people[0];
    EXPECT_EQ(ana.profile_key, "ana-1");
    EXPECT_EQ(ana.profile.headline, "Buyer");
    EXPECT_EQ(ana.ties.messages_from_them, 4u);
    EXPECT_EQ(ana.ties.last_message, Instant{5});
    ASSERT_EQ(ana.facts.size(), 4u);
    EXPECT_EQ(ana.facts[1].code, FactCode::follows_user_online) << "the user's own stand last";
    EXPECT_EQ(book.invitations[0].person, PersonId{0});
    EXPECT_TRUE(book.invitations[0].accepted) << "she is a connection";
    EXPECT_EQ(person_of_record(book, {1}), PersonId{0});
    EXPECT_EQ(parts_of_others(book), (std::vector<bool>{false, true, false}));
}

TEST(JoinPeople, is_undone_exactly) {
    PersonBook book = a_book();
    join_people(book, join(0, 1));
    (void)part_people(book, 0);
    EXPECT_EQ(book, a_book());
}

TEST(JoinPeople, is_undone_exactly_below_a_later_join) {
    PersonBook book = a_book(), only_later = a_book();
    join_people(book, join(0, 1));
    join_people(book, join(0, 2));
    join_people(only_later, join(0, 2));
    const Join first = part_people(book, 0);
    EXPECT_EQ(book, only_later);
    join_people(book, first, 0);
    PersonBook again = a_book();
    join_people(again, join(0, 1));
    join_people(again, join(0, 2));
    EXPECT_EQ(book, again);
}

TEST(PartPeople, leaves_with_the_person_what_the_user_told_meanwhile) {
    PersonBook book = a_book();
    join_people(book, join(0, 1));
    book.people[0].facts.push_back(fact(FactCode::answer_would_do_favor, 0));
    (void)part_people(book, 0);
    const auto has = [&](FactCode code) {
        return std::ranges::any_of(book.people[0].facts, [=](const Fact& each) { return each.code == code; });
    };
    EXPECT_TRUE(has(FactCode::answer_would_do_favor));
    EXPECT_FALSE(has(FactCode::met_once)) << "it was told about the other record";
    EXPECT_FALSE(has(FactCode::follows_user_online));
}

TEST(PartPeople, makes_a_person_of_a_mere_name_that_an_archive_joined) {
    BookBuilder builder;
    builder.add_connection({.name = "Ana Sample", .profile_key = "ana-1", .email = {}, .company = "Acme", .position = {},
                            .connected_on = Day{19'000}, .source = {1, 1}}, 0);
    builder.add_invitation({.direction = Direction::Incoming, .name = "ana SAMPLE", .profile_key = {}, .sent_at = Instant{9},
                            .note = {}, .source = {2, 1}});
    PersonBook book = builder.finish({});
    ASSERT_EQ(book.joins.size(), 1u);
    EXPECT_EQ(book.joins[0].why, Likeness::Name);
    EXPECT_TRUE(book.invitations[0].accepted);
    const PersonBook before = book;
    const Join parted = part_people(book, 0);
    ASSERT_EQ(book.people.size(), 2u);
    EXPECT_EQ(book.people[1].name, "ana SAMPLE");
    EXPECT_EQ(book.invitations[0].person, PersonId{1});
    EXPECT_FALSE(book.invitations[0].accepted);
    join_again(book, parted, 0);
    EXPECT_EQ(book, before);
}

TEST(BookBuilder, asks_about_names_that_are_only_alike_and_never_joins_them) {
    BookBuilder builder;
    const auto connection = [&](std::string name, std::string key) {
        builder.add_connection({.name = std::move(name), .profile_key = std::move(key), .email = {}, .company = {},
                                .position = {}, .connected_on = Day{19'000}, .source = {1, 1}}, 0);
    };
    const auto invitation = [&](std::string name, std::string key) {
        return builder.add_invitation({.direction = Direction::Incoming, .name = std::move(name), .profile_key = std::move(key),
                                       .sent_at = Instant{9}, .note = {}, .source = {2, 1}});
    };
    connection("William Muster", "w");
    connection("Ana Sample", "ana");
    connection("伟 王", "wang");
    connection("Kim Two", "kim-1");
    connection("Kim Two", "kim-2");
    invitation("Bill Muster", "");
    invitation("Ana Sample", "ana-changed");
    invitation("王伟", "");
    invitation("Kim Two", "");
    invitation("Bill Muster", "bill-muster-7");  // an address of his own: nothing speaks for William
    const PersonBook book = builder.finish({});
    EXPECT_TRUE(book.joins.empty());
    std::vector<std::pair<std::string, Likeness>> asked;
    for (const PersonDoubt& doubt : book.doubts) asked.emplace_back(book.at(doubt.one).name, doubt.why);
    EXPECT_EQ(asked, (std::vector<std::pair<std::string, Likeness>>{{"Ana Sample", Likeness::OtherAddress},
                                                                    {"王伟", Likeness::Unspaced},
                                                                    {"Bill Muster", Likeness::Nickname},
                                                                    {"Kim Two", Likeness::Name},
                                                                    {"Kim Two", Likeness::Name}}));
}
