#include "tests/workspace/world.hpp"
#include "workspace/change.hpp"

#include <gtest/gtest.h>

using namespace discern;
using namespace discern::testing;

using LensesOfFive = WorldOfFive;

TEST_F(LensesOfFive, a_new_lens_is_the_one_that_is_used_and_undo_takes_it_away) {
    ASSERT_TRUE(workspace.apply(AddLensCommand{"next role", goals_with_recruiters(5)}, now));
    EXPECT_EQ(workspace.goals(), goals_with_recruiters(5));
    EXPECT_EQ(workspace.document().lenses.size(), 2U);
    EXPECT_EQ(names_in(workspace, Lane::Accept).front(), "Sofia Lindqvist") << "judged by the new goals";
    const auto undone = workspace.undo();
    ASSERT_TRUE(undone);
    EXPECT_EQ(undone->reason, "undo.lens.added");
    EXPECT_EQ(workspace.document(), before);
}

TEST_F(LensesOfFive, the_number_of_a_removed_lens_is_never_given_again) {
    workspace.apply(AddLensCommand{"one", {}}, now);
    const std::uint32_t first = workspace.document().active_lens;
    ASSERT_TRUE(workspace.apply(RemoveLensCommand{first}, now));
    workspace.apply(AddLensCommand{"two", {}}, now);
    EXPECT_GT(workspace.document().active_lens, first);
}

TEST_F(LensesOfFive, switching_and_renaming_can_be_undone) {
    workspace.apply(AddLensCommand{"next role", goals_with_recruiters(5)}, now);
    const Document two = workspace.document();
    ASSERT_TRUE(workspace.apply(SwitchLensCommand{1}, now));
    EXPECT_EQ(workspace.goals(), Goals{});
    EXPECT_FALSE(workspace.apply(SwitchLensCommand{1}, now));
    ASSERT_TRUE(workspace.apply(RenameLensCommand{1, "calm"}, now));
    EXPECT_FALSE(workspace.apply(RenameLensCommand{1, "calm"}, now));
    (void)workspace.undo();
    (void)workspace.undo();
    EXPECT_EQ(workspace.document(), two);
}

TEST_F(LensesOfFive, the_last_lens_stays_and_removing_the_active_one_falls_back) {
    EXPECT_FALSE(workspace.apply(RemoveLensCommand{1}, now));
    workspace.apply(AddLensCommand{"next role", goals_with_recruiters(5)}, now);
    ASSERT_TRUE(workspace.apply(RemoveLensCommand{workspace.document().active_lens}, now));
    EXPECT_EQ(workspace.document().active_lens, 1U);
    EXPECT_FALSE(workspace.apply(RemoveLensCommand{99}, now));
}

TEST_F(LensesOfFive, what_other_goals_would_say_is_judged_without_touching_the_document) {
    const auto there = workspace.outlines_under(goals_with_recruiters(5));
    EXPECT_EQ(workspace.document(), before);
    const std::uint32_t sofia = *workspace.row_of(world.sofia);
    EXPECT_EQ(workspace.verdict_of(workspace.rows()[sofia]).action, Action::Ignore);
    EXPECT_EQ(there[sofia].action, Action::Accept);
}

TEST_F(LensesOfFive, a_row_sleeps_until_a_fact_is_known_or_the_day_comes) {
    const Day in_a_week{today.days_since_epoch + 7};
    ASSERT_TRUE(workspace.apply(SnoozeCommand{{world.tomas}, in_a_week, FactCode::answered_with_reason}, now));
    ASSERT_TRUE(workspace.apply(SnoozeCommand{{world.sofia}, std::nullopt, FactCode::messages_two_way}, now));
    EXPECT_EQ(names_in(workspace, Lane::Snoozed).size(), 2U);

    Fact fact;
    fact.code = FactCode::answered_with_reason;
    workspace.apply(AnswerCommand{PersonId{1}, fact}, now);
    EXPECT_EQ(names_in(workspace, Lane::Snoozed), std::vector<std::string>{"Sofia Lindqvist"});
    (void)workspace.undo();
    EXPECT_EQ(names_in(workspace, Lane::Snoozed).size(), 2U);
    workspace.set_today(in_a_week);
    EXPECT_EQ(names_in(workspace, Lane::Snoozed), std::vector<std::string>{"Sofia Lindqvist"});

    Document newer = workspace.document();  // an archive in which they wrote to each other
    newer.book.people[2].ties.messages_from_them = newer.book.people[2].ties.messages_to_them = 1;
    workspace.replace(newer);
    EXPECT_TRUE(names_in(workspace, Lane::Snoozed).empty());
}

TEST_F(LensesOfFive, waking_takes_day_and_fact_away) {
    workspace.apply(SnoozeCommand{{world.tomas}, Day{30000}, FactCode::answered_with_reason}, now);
    ASSERT_TRUE(workspace.apply(SnoozeCommand{{world.tomas}, std::nullopt}, now));
    EXPECT_EQ(workspace.document(), before);
    (void)workspace.undo();
    EXPECT_EQ(snooze_of(workspace.document(), world.tomas), (Snooze{Day{30000}, FactCode::answered_with_reason}));
}
