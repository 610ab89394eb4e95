#include "judgement/judge.hpp"

#include "tests/judgement/people_of_the_tests.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace discern {
namespace {

TEST(Judge, accepts_a_team_mate_whatever_the_goals) {
    for (const Goals& goals : {grower, tidy, seeker, expert, strict})
        EXPECT_EQ(answer_for({"same_team", "same_company", "works_with_daily"}, goals), Action::Accept);
}

TEST(Judge, ignores_a_stranger_who_pitches_for_every_goal) {
    for (const Goals& goals : {grower, tidy, seeker, expert, strict})
        EXPECT_EQ(answer_for({"none_known", "sells_services", "note_sells", "unrelated_field"}, goals), Action::Ignore);
}

TEST(Judge, gives_the_same_recruiter_another_answer_for_another_goal) {
    const auto recruiter = {"none_known", "recruiter_for_users_field", "same_field", "note_names_specific_reason"};
    Person person = complete(Person{});
    for (const char* code : recruiter) person.facts.push_back(told(code));
    EXPECT_EQ(judge(person, seeker).action, Action::Accept);
    EXPECT_NE(judge(person, tidy).action, Action::Accept);
}

TEST(Judge, ranks_thirty_unknown_shared_connections_below_one_trusted_one) {
    PersonBook book;
    book.people.resize(3);
    book.people[0].mutuals.count = 30;
    book.people[1].mutuals.count = 1;
    book.people[1].mutuals.named = {PersonId{2}};
    book.people[2].ties.messages_from_them = book.people[2].ties.messages_to_them = 6;
    book.people[2].ties.recommendations_received = 1;
    Invitation crowd, trusted;
    crowd.person = {0};
    trusted.person = {1};
    const auto linked = static_cast<std::size_t>(Criterion::Linked);
    const auto of_crowd = judge_case(book, crowd, grower, embedded_knowledge(), test_day);
    const auto of_trusted = judge_case(book, trusted, grower, embedded_knowledge(), test_day);
    EXPECT_LT(of_crowd.factors[linked].value + 0.1, of_trusted.factors[linked].value);
    EXPECT_LT(of_crowd.worth, of_trusted.worth);
}

TEST(Judge, counts_nothing_for_a_shared_connection_that_accepts_everyone) {
    PersonBook book;
    book.people.resize(2);
    book.people[0].mutuals.named = {PersonId{1}};
    book.people[1].ties.messages_from_them = book.people[1].ties.messages_to_them = 6;
    Invitation invitation;
    const auto with = judge_case(book, invitation, grower, embedded_knowledge(), test_day);
    book.people[1].facts.push_back(told("open_networker_stated"));
    const auto without = judge_case(book, invitation, grower, embedded_knowledge(), test_day);
    EXPECT_GT(with.worth, without.worth);
}

TEST(Judge, reports_who_asks_for_money_and_no_merit_undoes_it) {
    EXPECT_EQ(answer_for({"none_known", "asks_fee", "promises_unlikely_gain"}, grower), Action::Report);
    EXPECT_EQ(answer_for({"none_known", "asks_fee", "promises_unlikely_gain", "same_field", "alumni", "work_admired",
                          "employer_on_target_list", "potential_business", "note_names_specific_reason"},
                         grower),
              Action::Report);
}

TEST(Judge, lets_contributions_and_intercept_add_up_to_the_worth) {
    const auto verdict = judge(complete(person_with({"alumni", "same_field", "sells_services"})), grower);
    double sum = verdict.intercept;
    for (const Factor& factor : verdict.factors) sum += factor.contribution;
    EXPECT_NEAR(sum, verdict.worth, 1e-12);
}

TEST(Judge, says_unknown_where_nothing_is_known_and_never_counts_it_as_bad) {
    const auto verdict = judge(Person{}, grower);
    EXPECT_TRUE(verdict.factors[static_cast<std::size_t>(Criterion::Photo)].unknown);
    EXPECT_EQ(verdict.factors[static_cast<std::size_t>(Criterion::Photo)].contribution, 0);
    EXPECT_EQ(verdict.factors[static_cast<std::size_t>(Criterion::Linked)].contribution, 0);
}

TEST(Judge, gives_the_same_verdict_alone_and_in_an_inbox) {
    PersonBook book;
    book.people = {complete(person_with({"alumni", "same_field"})), person_with({"none_known", "note_sells"}),
                   person_with({"friend"})};
    for (std::uint32_t i = 0; i < 3; ++i) {
        Invitation invitation;
        invitation.person = {i};
        book.invitations.push_back(invitation);
    }
    const std::uint32_t all[] = {0, 1, 2};
    const auto together = judge_invitations(book, all, grower, embedded_knowledge(), test_day);
    for (std::uint32_t i = 0; i < 3; ++i) {
        const auto alone = judge_case(book, book.invitations[i], grower, embedded_knowledge(), test_day);
        EXPECT_EQ(alone.action, together[i].action);
        EXPECT_EQ(alone.worth, together[i].worth);
    }
}

TEST(Judge, knows_an_invitation_that_was_accepted_before) {
    PersonBook book;
    book.people.resize(1);
    Invitation invitation;
    invitation.accepted = true;
    EXPECT_TRUE(judge_case(book, invitation, grower, embedded_knowledge(), test_day).already_connected);
}

TEST(Judge, reads_the_archive_alone_letters_both_ways_make_a_known_person) {
    Person writer;
    writer.ties.messages_from_them = 9;
    writer.ties.messages_to_them = 7;
    writer.ties.last_message = instant_from_day(Day{test_day.days_since_epoch - 40});
    EXPECT_EQ(judge(writer, tidy).action, Action::Accept);
    Person recommender;
    recommender.ties.recommendations_received = 1;
    EXPECT_EQ(judge(recommender, tidy).action, Action::Accept);
}

}  // namespace
}  // namespace discern
