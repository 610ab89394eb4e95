#include "people/book_builder.hpp"

#include <gtest/gtest.h>

using namespace discern;

namespace {

ConnectionRecord connection(std::string name, std::string key, std::string company = {}) {
    return {.name = std::move(name),
            .profile_key = std::move(key),
            .email = {},
            .company = std::move(company),
            .position = {},
            .connected_on = Day{20'000},
            .source = {1, 1}};
}

InvitationRecord invitation(std::string name, std::string key, std::int64_t sent_at = 0) {
    return {.direction = Direction::Incoming,
            .name = std::move(name),
            .profile_key = std::move(key),
            .sent_at = Instant{sent_at},
            .note = {},
            .source = {2, 1}};
}

}  // namespace

TEST(BookBuilder, trusts_the_address_before_the_name) {
    BookBuilder builder;
    builder.add_connection(connection("Ana Sample", "ana-1"), 0);
    builder.add_connection(connection("Ana Sample", "ana-2"), 1);
    EXPECT_EQ(builder.add_invitation(invitation("Someone Else", "ana-2")), (InvitationMatch{1, true}));
}

TEST(BookBuilder, joins_by_name_when_there_is_no_address_and_one_connection_bears_it) {
    BookBuilder builder;
    builder.add_connection(connection("José Sample", "jose"), 7);
    EXPECT_EQ(builder.add_invitation(invitation("SAMPLE Jose, MBA", "")), (InvitationMatch{7, true}));
    EXPECT_TRUE(builder.invitations().back().accepted);
}

TEST(BookBuilder, never_joins_one_of_two_people_of_the_same_name) {
    BookBuilder builder;
    builder.add_connection(connection("Ana Sample", "ana-1"), 0);
    builder.add_connection(connection("Ana Sample", "ana-2"), 1);
    EXPECT_EQ(builder.add_invitation(invitation("Ana Sample", "")), (InvitationMatch{std::nullopt, false}));
    EXPECT_FALSE(builder.invitations().back().accepted);
    EXPECT_EQ(builder.finish({}).people.size(), 3u);
}

TEST(BookBuilder, doubts_a_name_that_comes_with_another_address) {
    BookBuilder builder;
    builder.add_connection(connection("Ana Sample", "ana-1"), 0);
    EXPECT_EQ(builder.add_invitation(invitation("Ana Sample", "ana-old")), (InvitationMatch{0, false}));
    EXPECT_EQ(builder.add_invitation(invitation("Ben Sample", "ben")), (InvitationMatch{std::nullopt, true}));
    EXPECT_EQ(builder.finish({}).people.size(), 3u);
}

TEST(BookBuilder, tells_recommenders_of_one_name_apart_by_company) {
    BookBuilder builder;
    builder.add_connection(connection("Ana Sample", "ana-1", "Acme, Inc."), 0);
    builder.add_connection(connection("Ana Sample", "ana-2", "Contoso"), 1);
    const auto by = [](std::string company) {
        return TrustRecord{TrustRecord::Kind::RecommendationReceived, "Ana Sample", "", std::move(company), {3, 1}};
    };
    EXPECT_TRUE(builder.add_trust(by("ACME GmbH")));
    EXPECT_FALSE(builder.add_trust(by("Elsewhere")));
    const PersonBook book = builder.finish({});
    EXPECT_EQ(book.people[0].ties.recommendations_received, 1u);
    EXPECT_EQ(book.people[1].ties.recommendations_received, 0u);
}

TEST(BookBuilder, gives_repeated_invitations_different_ids_and_the_first_the_plain_one) {
    BookBuilder builder;
    builder.add_invitation(invitation("Ana Sample", "ana", 2'000));
    builder.add_invitation(invitation("Ana Sample", "ana", 1'000));
    builder.add_invitation(invitation("Ana Sample", "ana", 1'000));
    const PersonBook book = builder.finish({});
    EXPECT_EQ(book.invitations[1].id, invitation_id(Direction::Incoming, "ana", ""));
    EXPECT_NE(book.invitations[0].id, book.invitations[1].id);
    EXPECT_NE(book.invitations[2].id, book.invitations[1].id);
    EXPECT_NE(book.invitations[2].id, book.invitations[0].id);
    EXPECT_EQ(book.people.size(), 1u);
}

TEST(InvitationIdOf, depends_on_direction_and_address_but_on_the_name_only_without_one) {
    EXPECT_EQ(invitation_id(Direction::Incoming, "ana", "Ana"), invitation_id(Direction::Incoming, "ana", "Anna"));
    EXPECT_NE(invitation_id(Direction::Incoming, "ana", "Ana"), invitation_id(Direction::Outgoing, "ana", "Ana"));
    EXPECT_EQ(invitation_id(Direction::Incoming, "", "ANA  Sample"),
              invitation_id(Direction::Incoming, "", "Ana Sample, PhD"));
    EXPECT_NE(invitation_id(Direction::Incoming, "", "ana"), invitation_id(Direction::Incoming, "ana", ""));
}
