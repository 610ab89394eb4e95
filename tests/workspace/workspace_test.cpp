#include "workspace/workspace.hpp"

#include "tests/workspace/world.hpp"
#include "workspace/change.hpp"

#include <gtest/gtest.h>

using namespace discern;
using namespace discern::testing;
using Names = std::vector<std::string>;

namespace {

std::uint32_t count_in(const Workspace& workspace, Lane lane) {
    return workspace.lane_counts()[static_cast<std::size_t>(lane)];
}

Fact answer(FactCode code, double amount) {
    Fact fact;
    fact.code = code;
    fact.amount = amount;
    return fact;
}

using WorkspaceOfFive = WorldOfFive;

}  // namespace

TEST_F(WorkspaceOfFive, lists_incoming_invitations_newest_first) {
    Names names;
    for (const ReceivedRow& row : workspace.rows()) names.push_back(workspace.person_of(row).name);
    EXPECT_EQ(names, (Names{"Tomás Iriarte", "Sofia Lindqvist", "Marit Sólveig Aune", "Old Friend", "Best Deals Shop"}));
}

TEST_F(WorkspaceOfFive, leaves_outgoing_invitations_out_of_the_list) {
    Document document = world.document;
    document.book.invitations[0].direction = Direction::Outgoing;
    workspace.replace(document);
    EXPECT_EQ(workspace.rows().size(), 4U);
}

TEST_F(WorkspaceOfFive, puts_open_rows_into_the_lane_of_their_verdict) {
    EXPECT_EQ(names_in(workspace, Lane::Accept), Names{"Marit Sólveig Aune"});
    EXPECT_EQ(names_in(workspace, Lane::Ask), Names{"Tomás Iriarte"});
    EXPECT_EQ(names_in(workspace, Lane::Ignore), Names{"Sofia Lindqvist"});
    EXPECT_EQ(names_in(workspace, Lane::Report), Names{"Best Deals Shop"});
    EXPECT_EQ(names_in(workspace, Lane::Follow), Names{});
    EXPECT_EQ(names_in(workspace, Lane::NeedsYou), Names{"Tomás Iriarte"});
}

TEST_F(WorkspaceOfFive, shows_an_invitation_of_a_connection_as_decided) {
    EXPECT_EQ(names_in(workspace, Lane::Decided), Names{"Old Friend"});
    EXPECT_EQ(count_in(workspace, Lane::All), 4U);
}

TEST_F(WorkspaceOfFive, lane_counts_equal_the_rows_of_each_lane) {
    workspace.apply(SnoozeCommand{{world.sofia}, Day{today.days_since_epoch + 7}}, now);
    workspace.apply(DecideCommand{{world.shop}, Action::Report, ""}, now);
    for (std::size_t lane = 0; lane < lane_count; ++lane)
        EXPECT_EQ(workspace.lane_counts()[lane], workspace.rows_in(static_cast<Lane>(lane), "").size()) << lane;
}

TEST_F(WorkspaceOfFive, a_decision_keeps_the_verdict_of_its_moment_and_the_reason) {
    ASSERT_TRUE(workspace.apply(DecideCommand{{world.tomas}, Action::Accept, "met him at the fair"}, now));
    const auto decision = workspace.decision_of(workspace.rows()[*workspace.row_of(world.tomas)]);
    ASSERT_TRUE(decision.has_value());
    EXPECT_EQ(decision->action, Action::Accept);
    EXPECT_EQ(decision->verdict, Action::AskFirst);
    EXPECT_EQ(decision->confidence, 0.6);
    EXPECT_EQ(decision->decided_at, now);
    EXPECT_EQ(decision->reason, "met him at the fair");
    EXPECT_EQ(names_in(workspace, Lane::Ask), Names{});
}

TEST_F(WorkspaceOfFive, the_same_decision_again_changes_nothing) {
    ASSERT_TRUE(workspace.apply(DecideCommand{{world.tomas}, Action::Accept, ""}, now));
    const auto generation = workspace.generation();
    EXPECT_FALSE(workspace.apply(DecideCommand{{world.tomas}, Action::Accept, ""}, now));
    EXPECT_EQ(workspace.generation(), generation);
    ASSERT_TRUE(workspace.undo());
    EXPECT_FALSE(workspace.can_undo());
}

TEST_F(WorkspaceOfFive, an_invitation_that_nobody_sent_cannot_be_decided) {
    EXPECT_FALSE(workspace.apply(DecideCommand{{InvitationId{42}}, Action::Accept, ""}, now));
    EXPECT_FALSE(workspace.can_undo());
}

TEST_F(WorkspaceOfFive, a_batch_is_undone_and_redone_as_one) {
    const std::vector<InvitationId> batch{world.tomas, world.shop, world.sofia, world.tomas};
    ASSERT_TRUE(workspace.apply(DecideCommand{batch, Action::Ignore, ""}, now));
    const Document after = workspace.document();
    EXPECT_EQ(after.decisions.size(), 3U);

    const auto undone = workspace.undo();
    ASSERT_TRUE(undone);
    EXPECT_EQ(undone->reason, "undo.decided.many");
    EXPECT_EQ(undone->words, (Names{"3", "ignore"}));
    EXPECT_EQ(undone->invitations.size(), 3U);
    EXPECT_EQ(workspace.document(), before);
    EXPECT_FALSE(workspace.can_undo());

    const auto redone = workspace.redo();
    ASSERT_TRUE(redone);
    EXPECT_EQ(redone->reason, "redo.decided.many");
    EXPECT_EQ(workspace.document(), after);
    EXPECT_FALSE(workspace.can_redo());
}

TEST_F(WorkspaceOfFive, undo_of_a_changed_mind_brings_the_first_decision_back) {
    workspace.apply(DecideCommand{{world.tomas}, Action::Accept, ""}, now);
    workspace.apply(DecideCommand{{world.tomas}, Action::Ignore, ""}, now);
    const auto undone = workspace.undo();
    ASSERT_TRUE(undone);
    EXPECT_EQ(undone->reason, "undo.decided.one");
    EXPECT_EQ(undone->words, (Names{"Tomás Iriarte", "ignore"}));
    EXPECT_EQ(workspace.document().decisions.at(world.tomas).action, Action::Accept);
}

TEST_F(WorkspaceOfFive, a_new_command_forgets_what_could_be_redone) {
    workspace.apply(DecideCommand{{world.tomas}, Action::Accept, ""}, now);
    (void)workspace.undo();
    workspace.apply(DecideCommand{{world.shop}, Action::Report, ""}, now);
    EXPECT_FALSE(workspace.can_redo());
}

TEST_F(WorkspaceOfFive, clearing_a_decision_opens_the_row_again_and_can_be_undone) {
    workspace.apply(DecideCommand{{world.tomas}, Action::Accept, ""}, now);
    ASSERT_TRUE(workspace.apply(ClearDecisionCommand{{world.tomas}}, now));
    EXPECT_TRUE(workspace.is_open(workspace.rows()[*workspace.row_of(world.tomas)]));
    (void)workspace.undo();
    EXPECT_FALSE(workspace.is_open(workspace.rows()[*workspace.row_of(world.tomas)]));
    EXPECT_FALSE(workspace.apply(ClearDecisionCommand{{world.shop}}, now));
}

TEST_F(WorkspaceOfFive, moves_of_one_slider_are_one_step_back) {
    for (std::uint8_t importance = 1; importance <= 5; ++importance)
        ASSERT_TRUE(workspace.apply(SetGoalsCommand{1, goals_with_recruiters(importance), 7}, now));
    EXPECT_EQ(workspace.goals(), goals_with_recruiters(5));
    const auto undone = workspace.undo();
    ASSERT_TRUE(undone);
    EXPECT_EQ(undone->reason, "undo.goals");
    EXPECT_EQ(workspace.document(), before);
    EXPECT_FALSE(workspace.can_undo());
    ASSERT_TRUE(workspace.redo());
    EXPECT_EQ(workspace.goals(), goals_with_recruiters(5));
}

TEST_F(WorkspaceOfFive, two_gestures_are_two_steps_back) {
    workspace.apply(SetGoalsCommand{1, goals_with_recruiters(2), 7}, now);
    workspace.apply(SetGoalsCommand{1, goals_with_recruiters(3), 8}, now);
    workspace.apply(SetGoalsCommand{1, goals_with_recruiters(4), 0}, now);
    workspace.apply(SetGoalsCommand{1, goals_with_recruiters(5), 0}, now);
    for (std::uint8_t importance = 4; importance >= 2; --importance) {
        (void)workspace.undo();
        EXPECT_EQ(workspace.goals(), goals_with_recruiters(importance));
    }
}

TEST_F(WorkspaceOfFive, another_goal_moves_a_row_to_another_lane) {
    workspace.apply(SetGoalsCommand{1, goals_with_recruiters(5), 0}, now);
    EXPECT_EQ(names_in(workspace, Lane::Ignore), Names{});
    EXPECT_EQ(names_in(workspace, Lane::Accept), (Names{"Sofia Lindqvist", "Marit Sólveig Aune"}));
}

TEST_F(WorkspaceOfFive, an_answer_is_the_users_and_dated_and_the_next_one_replaces_it) {
    const PersonId tomas{1};
    ASSERT_TRUE(workspace.apply(AnswerCommand{tomas, answer(FactCode::answer_known, 1)}, now));
    ASSERT_TRUE(workspace.apply(AnswerCommand{tomas, answer(FactCode::answer_known, 0)}, now));
    EXPECT_FALSE(workspace.apply(AnswerCommand{tomas, answer(FactCode::answer_known, 0)}, now));
    const Person& person = workspace.document().book.at(tomas);
    ASSERT_EQ(person.facts.size(), 1U);
    EXPECT_EQ(person.facts[0].amount, 0);
    EXPECT_EQ(person.facts[0].source.file, 0);
    EXPECT_EQ(person.facts[0].when, today);
    const auto undone = workspace.undo();
    ASSERT_TRUE(undone);
    EXPECT_EQ(undone->invitations, std::vector<InvitationId>{world.tomas});
    EXPECT_EQ(answer_of(person, FactCode::answer_known)->amount, 1);
    (void)workspace.undo();
    EXPECT_EQ(workspace.document(), before);
}

TEST_F(WorkspaceOfFive, undoing_a_cleared_answer_puts_it_back_in_its_place) {
    const PersonId tomas{1};
    workspace.apply(AnswerCommand{tomas, answer(FactCode::answer_benefit, 1)}, now);
    workspace.apply(AnswerCommand{tomas, answer(FactCode::answer_known, 1)}, now);
    workspace.apply(AnswerCommand{tomas, answer(FactCode::met_once, 1)}, now);
    const Document answered = workspace.document();
    ASSERT_TRUE(workspace.apply(ClearAnswerCommand{tomas, FactCode::answer_known}, now));
    EXPECT_EQ(workspace.document().book.at(tomas).facts.size(), 2U);
    EXPECT_FALSE(workspace.apply(ClearAnswerCommand{tomas, FactCode::answer_known}, now));
    (void)workspace.undo();
    EXPECT_EQ(workspace.document(), answered);
}

TEST_F(WorkspaceOfFive, an_answer_never_replaces_what_the_archive_says) {
    Document document = world.document;
    Fact from_archive = answer(FactCode::met_once, 1);
    from_archive.source = {1, 5};
    document.book.files.push_back("messages.csv");
    document.book.people[1].facts = {from_archive};
    workspace.replace(document);
    workspace.apply(AnswerCommand{PersonId{1}, answer(FactCode::met_once, 0)}, now);
    EXPECT_EQ(workspace.document().book.people[1].facts.size(), 2U);
    workspace.apply(ClearAnswerCommand{PersonId{1}, FactCode::met_once}, now);
    EXPECT_EQ(workspace.document().book.people[1].facts, std::vector<Fact>{from_archive});
}

TEST_F(WorkspaceOfFive, a_snoozed_row_sleeps_until_its_day) {
    const Day in_a_week{today.days_since_epoch + 7};
    ASSERT_TRUE(workspace.apply(SnoozeCommand{{world.sofia}, in_a_week}, now));
    EXPECT_EQ(names_in(workspace, Lane::Snoozed), Names{"Sofia Lindqvist"});
    EXPECT_EQ(count_in(workspace, Lane::All), 3U);
    workspace.set_today(in_a_week);
    EXPECT_EQ(names_in(workspace, Lane::Snoozed), Names{});
    EXPECT_EQ(count_in(workspace, Lane::All), 4U);
}

TEST_F(WorkspaceOfFive, waking_a_row_is_undone_too) {
    workspace.apply(SnoozeCommand{{world.sofia}, Day{today.days_since_epoch + 7}}, now);
    ASSERT_TRUE(workspace.apply(SnoozeCommand{{world.sofia}, std::nullopt}, now));
    EXPECT_EQ(count_in(workspace, Lane::Snoozed), 0U);
    const auto undone = workspace.undo();
    ASSERT_TRUE(undone);
    EXPECT_EQ(undone->reason, "undo.woken.one");
    EXPECT_EQ(count_in(workspace, Lane::Snoozed), 1U);
}

TEST_F(WorkspaceOfFive, judges_once_however_often_it_is_asked_and_not_again_for_a_decision) {
    (void)workspace.lane_counts();
    (void)workspace.rows_in(Lane::Accept, "flag:scam");
    (void)workspace.verdict_of(workspace.rows()[0]);
    workspace.apply(DecideCommand{{world.tomas}, Action::Accept, ""}, now);
    workspace.apply(SnoozeCommand{{world.sofia}, Day{today.days_since_epoch + 7}}, now);
    (void)workspace.undo();
    (void)workspace.lane_counts();
    EXPECT_EQ(judge.calls, 1);
    workspace.apply(AnswerCommand{PersonId{1}, answer(FactCode::answer_known, 1)}, now);
    workspace.apply(SetGoalsCommand{1, goals_with_recruiters(5), 0}, now);
    EXPECT_EQ(judge.calls, 1) << "lazily";
    (void)workspace.lane_counts();
    EXPECT_EQ(judge.calls, 2);
}

TEST_F(WorkspaceOfFive, reads_each_note_once_before_judging) {
    int read = 0;
    workspace.set_note_reader([&read](const PersonBook&, const Invitation& invitation) {
        ++read;
        NoteReading reading;
        reading.kind = invitation.note.empty() ? "empty" : "other";
        return reading;
    });
    (void)workspace.lane_counts();
    workspace.apply(SetGoalsCommand{1, goals_with_recruiters(5), 0}, now);
    (void)workspace.lane_counts();
    EXPECT_EQ(read, 5);
    const ReceivedRow row = workspace.rows()[*workspace.row_of(world.marit)];
    EXPECT_EQ(workspace.invitation_of(row).reading->kind, "other");
}

TEST_F(WorkspaceOfFive, replacing_the_document_clears_history_and_mends_a_missing_lens) {
    workspace.apply(DecideCommand{{world.tomas}, Action::Accept, ""}, now);
    Document other = world.document;
    other.lenses = {Lens{.id = 4, .name = "next role", .goals = goals_with_recruiters(3)}};
    other.active_lens = 9;
    workspace.replace(other);
    EXPECT_FALSE(workspace.can_undo());
    EXPECT_EQ(workspace.document().active_lens, 4U);
    EXPECT_EQ(workspace.goals(), goals_with_recruiters(3));
}

TEST_F(WorkspaceOfFive, what_a_paste_brought_in_is_undone_as_one_and_leaves_decisions_alone) {
    workspace.apply(DecideCommand{{world.tomas}, Action::Accept, ""}, now);
    const Document decided = workspace.document();
    PersonBook book = decided.book;
    book.people[0].profile.headline = "Chief engineer";
    add_incoming(book, add_person(book, "Newcomer"), 0);
    EXPECT_FALSE(workspace.apply(UpdateBookCommand{decided.book, "Pasted page"}, now)) << "nothing new";
    ASSERT_TRUE(workspace.apply(UpdateBookCommand{book, "Pasted page"}, now));
    EXPECT_EQ(names_in(workspace, Lane::All, "chief engineer"), Names{"Marit Sólveig Aune"});
    EXPECT_EQ(workspace.rows().size(), 6U);
    EXPECT_EQ(workspace.document().decisions, decided.decisions);
    const auto undone = workspace.undo();
    ASSERT_TRUE(undone);
    EXPECT_EQ(undone->reason, "undo.book.updated");
    EXPECT_EQ(workspace.document(), decided);
    EXPECT_EQ(workspace.rows().size(), 5U);
}

TEST(Workspace, is_empty_and_quiet_without_a_document) {
    Workspace workspace(Workspace::Judge{}, today);
    EXPECT_TRUE(workspace.rows().empty());
    EXPECT_EQ(workspace.lane_counts(), (std::array<std::uint32_t, lane_count>{}));
    EXPECT_FALSE(workspace.undo().has_value());
    EXPECT_FALSE(workspace.redo().has_value());
    EXPECT_FALSE(workspace.apply(AnswerCommand{PersonId{0}, Fact{}}, now));
}
