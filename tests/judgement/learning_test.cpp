#include "judgement/learning.hpp"
#include "judgement/lenses.hpp"

#include "tests/judgement/people_of_the_tests.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace discern {
namespace {

PersonBook book_of(const std::vector<Person>& people) {
    PersonBook book;
    for (std::uint32_t i = 0; i < people.size(); ++i) {
        book.people.push_back(people[i]);
        Invitation invitation;
        invitation.person = {i};
        book.invitations.push_back(invitation);
    }
    return book;
}

TEST(Learning, raises_the_weight_of_what_the_user_keeps_saying_yes_to) {
    std::vector<Person> people;
    std::vector<DecidedInvitation> decisions;
    for (std::uint32_t i = 0; i < 16; ++i) {  // strangers alike but for the note
        const bool gives_reason = i % 2 == 0;
        people.push_back(gives_reason ? person_with({"none_known", "note_names_specific_reason"})
                                      : person_with({"none_known"}));
        decisions.push_back({i, gives_reason ? Action::Accept : Action::Ignore, std::nullopt, false});
    }
    const auto learned = learn_weights(book_of(people), decisions, tidy, embedded_knowledge(), test_day);
    EXPECT_EQ(learned.audit.decisions, 16u);
    EXPECT_TRUE(learned.fit.converged);
    const auto note = static_cast<std::size_t>(Criterion::Note);
    EXPECT_GT(learned.moved[note], 0.1);
    for (std::size_t k = 0; k < criterion_count; ++k) EXPECT_LE(learned.moved[k], learned.moved[note]);
}

TEST(Learning, leaves_out_what_is_neither_yes_nor_no_and_learns_nothing_from_exceptions) {
    const PersonBook book = book_of({person_with({"alumni"}), person_with({"friend"}), person_with({"none_known"})});
    const DecidedInvitation decisions[] = {{0, Action::AskFirst, std::nullopt, false},
                                           {1, Action::Ignore, std::nullopt, true},
                                           {2, Action::Wait, std::nullopt, false}};
    const auto learned = learn_weights(book, decisions, grower, embedded_knowledge(), test_day);
    ASSERT_EQ(learned.used.size(), 1u);
    for (const double moved : learned.moved) EXPECT_NEAR(moved, 0, 1e-9);
}

TEST(Audit, names_decisions_that_surprise) {
    std::vector<Person> people;
    std::vector<DecidedInvitation> decisions;
    for (std::uint32_t i = 0; i < 10; ++i) {
        people.push_back(person_with({"works_with_daily", "same_team"}));
        decisions.push_back({i, i == 4 ? Action::Ignore : Action::Accept, std::nullopt, false});
    }
    const auto learned = learn_weights(book_of(people), decisions, grower, embedded_knowledge(), test_day);
    ASSERT_EQ(learned.audit.surprising.size(), 1u);
    EXPECT_EQ(learned.audit.surprising.front(), 4u);
}

TEST(Audit, decides_nothing_by_conformal_sets_below_nine_decisions) {
    const std::vector<double> eight = {0.1, 0.2, 0.15, 0.3, 0.05, 0.4, 0.25, 0.35};
    EXPECT_TRUE(std::isinf(conformal_threshold(eight, 0.1)));
    std::vector<double> nine = eight;
    nine.push_back(0.5);
    EXPECT_EQ(conformal_threshold(nine, 0.1), 0.5);
}

TEST(Audit, bounds_the_error_that_few_decisions_cannot_rule_out) {
    EXPECT_NEAR(upper_error_bound(0, 10), 1 - std::pow(0.1, 0.1), 1e-9);  // (1 - p)^10 = 0.1
    EXPECT_EQ(upper_error_bound(0, 0), 1);
    EXPECT_GT(upper_error_bound(2, 10), upper_error_bound(1, 10));
}

TEST(Lenses, name_the_verdicts_that_change_and_why) {
    const PersonBook book = book_of({complete(person_with({"none_known", "charity_or_board_role", "note_names_specific_reason"})),
                                     complete(person_with({"friend"})),
                                     complete(person_with({"none_known", "recruiter_for_users_field", "same_field"}))});
    const std::uint32_t all[] = {0, 1, 2};
    const Goals board = goals_of({1, 1, 1, 1, 5, 1, 3});
    const auto difference = lens_difference(book, all, board, seeker, embedded_knowledge(), test_day);
    EXPECT_EQ(difference.unchanged, 1u);
    ASSERT_EQ(difference.changes.size(), 2u);
    for (const auto& change : difference.changes) {
        if (change.invitation == 0) EXPECT_EQ(change.before, Action::Accept);
        if (change.invitation == 2) {
            EXPECT_EQ(change.after, Action::Accept);
            EXPECT_GT(change.worth_after, change.worth_before);
            EXPECT_EQ(change.because, Criterion::Benefit);
        }
    }
}

}  // namespace
}  // namespace discern
