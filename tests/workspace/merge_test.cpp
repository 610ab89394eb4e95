#include "workspace/merge.hpp"

#include "tests/workspace/world.hpp"
#include "workspace/change.hpp"
#include "workspace/save_file.hpp"

#include <gtest/gtest.h>

#include <algorithm>

using namespace discern;
using namespace discern::testing;

namespace {

// The world with a decision, a snooze and an answer about its second person.
struct Used {
    World world;
    CountingJudge judge;
    Workspace workspace = workspace_with(judge, world.document);

    Used() {
        workspace.apply(DecideCommand{{world.marit}, Action::Accept, "old friend"}, now);
        workspace.apply(SnoozeCommand{{world.sofia}, Day{20100}}, now);
        Fact fact;
        fact.code = FactCode::answer_known;
        workspace.apply(AnswerCommand{PersonId{1}, fact}, now);
    }
};

// The same people and invitations in another order, as a newer archive may list them.
PersonBook reordered(const PersonBook& book) {
    PersonBook other = book;
    std::ranges::reverse(other.people);
    const auto last = static_cast<std::uint32_t>(book.people.size() - 1);
    for (Invitation& invitation : other.invitations) invitation.person.index = last - invitation.person.index;
    std::ranges::reverse(other.invitations);
    return other;
}

}  // namespace

TEST(MergedWithArchive, changes_nothing_when_the_same_archive_comes_again) {
    const Used used;
    const auto merge = merged_with_archive(used.workspace.document(), World().document.book);
    ASSERT_TRUE(merge.has_value());
    EXPECT_TRUE(merge->document == used.workspace.document());
    EXPECT_EQ(merge->changes, MergeChanges{});
}

TEST(MergedWithArchive, keeps_decisions_snoozes_and_answers_wherever_their_people_stand_now) {
    const Used used;
    PersonBook newer = reordered(World().document.book);
    for (Person& person : newer.people) person.profile_key += "-renamed";  // the address is the user's to change
    const auto merge = merged_with_archive(used.workspace.document(), newer);
    ASSERT_TRUE(merge.has_value());
    EXPECT_EQ(merge->document.decisions, used.workspace.document().decisions);
    EXPECT_EQ(merge->document.snoozed_until, used.workspace.document().snoozed_until);
    EXPECT_NE(answer_of(merge->document.book.people[3], FactCode::answer_known), nullptr);
    EXPECT_EQ(merge->document.book.people.size(), 5U);
}

TEST(MergedWithArchive, finds_a_person_without_invitation_by_address_or_else_by_a_name_that_one_person_has) {
    Used used;
    PersonBook newer = reordered(World().document.book);
    newer.invitations.resize(1);
    const auto by_key = merged_with_archive(used.workspace.document(), newer);
    ASSERT_TRUE(by_key.has_value());
    EXPECT_NE(answer_of(by_key->document.book.people[3], FactCode::answer_known), nullptr);

    for (Person& person : newer.people) person.profile_key.clear();
    const auto by_name = merged_with_archive(used.workspace.document(), newer);
    EXPECT_NE(answer_of(by_name->document.book.people[3], FactCode::answer_known), nullptr);

    newer.people[0].name = "TOMAS IRIARTE";  // a namesake: nobody may be guessed
    const auto namesakes = merged_with_archive(used.workspace.document(), newer);
    ASSERT_EQ(namesakes->document.book.people.size(), 6U) << "the answer is kept with a person of its own";
    EXPECT_EQ(namesakes->document.book.people[5].name, "Tomás Iriarte");
    EXPECT_NE(answer_of(namesakes->document.book.people[5], FactCode::answer_known), nullptr);
}

TEST(MergedWithArchive, lists_what_arrived_what_went_and_what_was_accepted_meanwhile) {
    const Used used;
    Document current = used.workspace.document();
    PersonBook newer = World().document.book;
    for (PersonBook* const book : {&current.book, &newer}) {  // what is entered by hand never goes by itself
        book->files = {"you", "Invitations.csv"};
        for (Invitation& invitation : book->invitations) invitation.source = {1, 1};
    }
    const InvitationId arrived = add_incoming(newer, add_person(newer, "Newcomer"), 0);
    newer.invitations[0].accepted = true;
    newer.invitations.erase(newer.invitations.begin() + 3);
    const auto merge = merged_with_archive(current, newer);
    ASSERT_TRUE(merge.has_value());
    EXPECT_EQ(merge->changes.arrived, std::vector<InvitationId>{arrived});
    EXPECT_EQ(merge->changes.gone, std::vector<InvitationId>{used.world.shop});
    EXPECT_EQ(merge->changes.accepted_meanwhile, std::vector<InvitationId>{used.world.marit});
}

TEST(MergedWithArchive, carries_over_what_the_user_touched_and_the_newer_archive_no_longer_holds) {
    Used used;
    ASSERT_TRUE(used.workspace.apply(
        PlanCommand{.invitation = {}, .person = {}, .name = "Eun-ji Palmgren", .profile = {.headline = "Curator"}, .note = "Draft"},
        now));
    Document current = used.workspace.document();
    current.book.files = {"you", "Invitations.csv"};
    for (Invitation& invitation : current.book.invitations)
        if (invitation.direction == Direction::Incoming) invitation.source = {1, 5};
    PersonBook newer;  // half a year later: other people, other files
    newer.files = {"you", "Connections.csv", "Invitations.csv"};
    add_incoming(newer, add_person(newer, "Newcomer"), 0);
    newer.invitations[0].id = {1};
    newer.people[0].profile_key = "newcomer";

    const auto merge = merged_with_archive(current, newer);
    ASSERT_TRUE(merge.has_value());
    const PersonBook& book = merge->document.book;
    ASSERT_EQ(book.invitations.size(), 4U) << "newcomer, decided Marit, snoozed Sofia, planned Eun-ji; others are gone";
    EXPECT_EQ(book.at(book.invitations[1].person).name, "Marit Sólveig Aune");
    EXPECT_EQ(book.invitations[1].source, (SourceRef{2, 5}));
    EXPECT_EQ(book.at(book.invitations[3].person).name, "Eun-ji Palmgren");
    EXPECT_EQ(book.at(book.invitations[3].person).profile.headline, "Curator");
    EXPECT_EQ(book.invitations[3].note, "Draft");
    EXPECT_EQ(merge->document.decisions, current.decisions);

    const auto again = merged_with_archive(merge->document, newer);
    ASSERT_TRUE(again.has_value());
    EXPECT_TRUE(again->document == merge->document) << "the same archive twice changes nothing";
}

TEST(MergedWithArchive, replaces_the_sample_whole) {
    Used used;
    Document sample = used.workspace.document();
    sample.sample = true;
    sample.lenses[0].goals.purposes[0] = 5;
    const auto merge = merged_with_archive(sample, World().document.book);
    ASSERT_TRUE(merge.has_value());
    EXPECT_TRUE(merge->document == World().document);
}

TEST(MergedWithArchive, refuses_an_older_archive_and_a_part_of_one) {
    Used used;
    Document current = used.workspace.document();
    current.book.exported_on = Day{20000};
    PersonBook older = World().document.book;
    older.exported_on = Day{19990};
    const auto refused = merged_with_archive(current, older);
    ASSERT_FALSE(refused.has_value());
    EXPECT_NE(refused.error().what.find("2024-09-24"), std::string::npos) << refused.error().what;
    EXPECT_FALSE(refused.error().mend.empty());

    PersonBook part = World().document.book;
    part.invitations.clear();
    EXPECT_FALSE(merged_with_archive(current, part).has_value());
}
