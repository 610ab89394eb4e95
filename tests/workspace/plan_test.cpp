#include "people/book_builder.hpp"
#include "tests/workspace/world.hpp"
#include "workspace/save_file.hpp"

#include <gtest/gtest.h>

using namespace discern;
using namespace discern::testing;

namespace {

// Says "send" to whoever is called so, to see that each row gets its own verdict.
Verdict by_name(const PersonBook& book, const Invitation& invitation, const Goals&, Day) {
    Verdict verdict;
    verdict.action = book.at(invitation.person).name == "Eun-ji Palmgren" ? Action::Send : Action::DontSend;
    verdict.confidence = 0.8;
    return verdict;
}

class PlanOfSome : public ::testing::Test {
protected:
    World world;
    CountingJudge judge;
    Workspace workspace{[this](const PersonBook& book, std::span<const std::uint32_t> which, const Goals& goals,
                               Day day) { return judge(book, which, goals, day); },
                        today, by_name};
    Document before;

    PlanOfSome() {
        Document document = world.document;
        document.book.files = {"you", "Invitations.csv"};
        // Two that the archive knows as sent, one of them accepted.
        for (const int days_ago : {30, 5, 2}) {
            Invitation sent;
            sent.direction = Direction::Outgoing;
            sent.person = add_person(document.book, "Sent " + std::to_string(days_ago));
            sent.id = invitation_id(Direction::Outgoing, document.book.at(sent.person).profile_key, "");
            sent.sent_at = Instant{now.seconds_since_epoch - 86400LL * days_ago};
            sent.source = {1, static_cast<std::uint32_t>(days_ago)};
            sent.accepted = days_ago == 2;
            document.book.invitations.push_back(sent);
        }
        workspace.replace(document);
        before = workspace.document();
    }

    PlanCommand new_plan(std::string name) {
        return {.invitation = {}, .person = {}, .name = std::move(name), .profile = {.headline = "Curator"}, .note = "Hello"};
    }
    std::vector<std::string> names() {
        std::vector<std::string> names;
        for (const PlanRow& row : workspace.plan_rows()) names.push_back(workspace.person_of(row).name);
        return names;
    }
};

using Names = std::vector<std::string>;

}  // namespace

TEST_F(PlanOfSome, lists_pending_invitations_newest_first_without_accepted_ones) {
    EXPECT_EQ(names(), (Names{"Sent 5", "Sent 30"}));
}

TEST_F(PlanOfSome, somebody_new_stands_on_top_is_judged_and_undone_without_trace) {
    const auto book_generation = workspace.book_generation();
    ASSERT_TRUE(workspace.apply(new_plan("Eun-ji Palmgren"), now));
    EXPECT_NE(workspace.book_generation(), book_generation);
    EXPECT_EQ(names(), (Names{"Eun-ji Palmgren", "Sent 5", "Sent 30"}));
    const PlanRow row = workspace.plan_rows()[0];
    EXPECT_TRUE(row.planned);
    EXPECT_EQ(workspace.verdict_of(row).action, Action::Send);
    EXPECT_EQ(workspace.verdict_of(workspace.plan_rows()[1]).action, Action::DontSend);
    EXPECT_EQ(workspace.rows().size(), 5U);
    const Document after = workspace.document();
    const auto undone = workspace.undo();
    ASSERT_TRUE(undone);
    EXPECT_EQ(undone->reason, "undo.plan.added");
    EXPECT_EQ(workspace.document(), before);
    ASSERT_TRUE(workspace.redo());
    EXPECT_EQ(workspace.document(), after);
}

TEST_F(PlanOfSome, somebody_known_is_not_entered_twice) {
    ASSERT_TRUE(workspace.apply(PlanCommand{.invitation = {}, .person = PersonId{1}, .name = "", .profile = {}, .note = ""}, now));
    EXPECT_EQ(workspace.document().book.people.size(), before.book.people.size());
    EXPECT_FALSE(workspace.apply(PlanCommand{.invitation = {}, .person = PersonId{1}, .name = "", .profile = {}, .note = ""}, now));
    EXPECT_FALSE(workspace.apply(PlanCommand{.invitation = {}, .person = PersonId{99}, .name = "", .profile = {}, .note = ""}, now));
    EXPECT_FALSE(workspace.apply(new_plan(""), now));
}

TEST_F(PlanOfSome, two_people_of_one_name_are_two) {
    workspace.apply(new_plan("Eun-ji Palmgren"), now);
    ASSERT_TRUE(workspace.apply(new_plan("Eun-ji Palmgren"), now));
    EXPECT_NE(workspace.invitation_of(workspace.plan_rows()[0]).id, workspace.invitation_of(workspace.plan_rows()[1]).id);
}

TEST_F(PlanOfSome, draft_name_and_profile_can_be_changed_and_changed_back) {
    workspace.apply(new_plan("Eun-ji"), now);
    const Document entered = workspace.document();
    PlanCommand edit = new_plan("Eun-ji Palmgren");
    edit.invitation = workspace.invitation_of(workspace.plan_rows()[0]).id;
    edit.note = "We met at the museum.";
    edit.profile.company = "Museum of Tides";
    ASSERT_TRUE(workspace.apply(edit, now));
    EXPECT_FALSE(workspace.apply(edit, now));
    const PlanRow row = workspace.plan_rows()[0];
    EXPECT_EQ(workspace.person_of(row).profile.company, "Museum of Tides");
    EXPECT_EQ(workspace.invitation_of(row).note, "We met at the museum.");
    EXPECT_EQ(workspace.verdict_of(row).action, Action::Send) << "judged anew";
    (void)workspace.undo();
    EXPECT_EQ(workspace.document(), entered);
}

TEST_F(PlanOfSome, a_person_of_the_archive_keeps_what_the_archive_says) {
    workspace.apply(PlanCommand{.invitation = {}, .person = PersonId{1}, .name = "", .profile = {}, .note = ""}, now);
    PlanCommand edit = new_plan("Somebody Else");
    edit.invitation = workspace.invitation_of(workspace.plan_rows()[0]).id;
    ASSERT_TRUE(workspace.apply(edit, now));
    EXPECT_EQ(workspace.document().book.people[1].name, "Tomás Iriarte");
    EXPECT_EQ(workspace.invitation_of(workspace.plan_rows()[0]).note, "Hello");
}

TEST_F(PlanOfSome, only_what_was_entered_by_hand_can_be_removed) {
    EXPECT_FALSE(workspace.apply(RemovePlanCommand{workspace.invitation_of(workspace.plan_rows()[0]).id}, now));
    workspace.apply(new_plan("Eun-ji Palmgren"), now);
    const Document entered = workspace.document();
    ASSERT_TRUE(workspace.apply(RemovePlanCommand{workspace.invitation_of(workspace.plan_rows()[0]).id}, now));
    EXPECT_EQ(names(), (Names{"Sent 5", "Sent 30"}));
    (void)workspace.undo();
    EXPECT_EQ(workspace.document(), entered);
}

TEST_F(PlanOfSome, what_was_done_about_a_planned_one_is_a_decision_like_any_other) {
    workspace.apply(new_plan("Eun-ji Palmgren"), now);
    const InvitationId id = workspace.invitation_of(workspace.plan_rows()[0]).id;
    ASSERT_TRUE(workspace.apply(DecideCommand{{id}, Action::SendWithNote, ""}, now));
    EXPECT_EQ(workspace.document().decisions.at(id).verdict, Action::Send);
    EXPECT_EQ(workspace.document().decisions.at(id).confidence, 0.8);
}

TEST_F(PlanOfSome, plans_are_saved_and_opened) {
    workspace.apply(new_plan("Eun-ji Palmgren"), now);
    const auto opened = document_from_save_file(save_file_from(workspace.document(), now), "x");
    ASSERT_TRUE(opened.has_value());
    EXPECT_TRUE(*opened == workspace.document());
}
