// First verdicts while the messages of an archive are read: seen, and nowhere else.
#include "tests/app/archives.hpp"
#include "tests/app/bench.hpp"

#include <gtest/gtest.h>

namespace discern::testing {
namespace {

TEST(FirstLook, shows_verdicts_while_messages_are_read_and_touches_nothing) {
    Page page = open_page();
    page->key("1");
    page->advance(2);
    const Document before = page.workspace().document();
    const auto stored = page->stored;
    const auto counts = page.workspace().lane_counts();
    page->hold_answers = true;
    page->drop(archive_with_many_messages());
    page->settle();
    ASSERT_EQ(page.state().dialog, Dialog::Importing);
    EXPECT_TRUE(page->shows("First verdicts"));
    EXPECT_TRUE(page->shows("still being read"));
    ASSERT_TRUE(page.state().import.first.has_value());
    const Workspace& first = *page.state().import.first;
    ASSERT_FALSE(first.rows_in(Lane::All, "").empty());
    EXPECT_TRUE(page->shows(first.person_of(first.rows()[first.rows_in(Lane::All, "").front()]).name));
    page->advance(5);
    EXPECT_EQ(page.workspace().document(), before);
    EXPECT_EQ(page.workspace().lane_counts(), counts);
    EXPECT_EQ(page->stored, stored);
    EXPECT_TRUE(page.workspace().can_undo());

    ASSERT_TRUE(page->press(Role::Button, "Cancel"));
    page->let_answers_come();
    page->advance(5);
    EXPECT_EQ(page.state().dialog, Dialog::None);
    EXPECT_FALSE(page->shows("First verdicts"));
    EXPECT_EQ(page.workspace().document(), before);
    EXPECT_EQ(page->stored, stored);
    EXPECT_TRUE(page.workspace().can_undo());
    page->key("z");
    EXPECT_TRUE(page.workspace().document().decisions.empty()) << "undo takes back what was done before";
}

TEST(FirstLook, gives_way_to_the_whole_archive) {
    Page page = open_page();
    page->hold_answers = true;
    page->drop(archive_with_many_messages());
    page->settle();
    ASSERT_TRUE(page.state().import.first.has_value());
    page->let_answers_come();
    page->settle();
    ASSERT_EQ(page.state().dialog, Dialog::ImportSummary);
    EXPECT_FALSE(page.state().import.first.has_value());
    EXPECT_FALSE(page.workspace().document().sample);
    EXPECT_FALSE(page.workspace().can_undo());
    EXPECT_GT(page.state().import.report.messages, 3000U);
}

TEST(Import, in_small_steps_between_frames_shows_the_old_document_or_the_new_and_nothing_between) {
    std::array<std::uint32_t, lane_count> after{};
    Document at_once;
    Bytes stored_at_once;
    {  // one page at a time
        Page page = open_page();
        page->drop(archive_with_questions());
        page->advance(2);
        after = page.workspace().lane_counts();
        at_once = page.workspace().document();
        stored_at_once = page->stored.at("book");
    }
    Page page = open_page();
    const Document before = page.workspace().document();
    const auto counts = page.workspace().lane_counts();
    page->work_per_frame = 1;
    page->hold_answers = true;
    page->drop(archive_with_questions());
    page->let_answers_come();
    int frames_with_the_old = 0;
    for (int frame = 0; frame < 200 && page.state().dialog != Dialog::ImportSummary; ++frame) {
        page->frames(1);
        if (page.workspace().document().sample) {
            ++frames_with_the_old;
            EXPECT_EQ(page.workspace().document(), before);
            EXPECT_EQ(page.workspace().lane_counts(), counts);
        } else {
            EXPECT_EQ(page.workspace().lane_counts(), after);
        }
    }
    EXPECT_GT(frames_with_the_old, 3);
    EXPECT_EQ(page.workspace().document(), at_once);
    page->advance(2);
    EXPECT_EQ(page->stored.at("book"), stored_at_once) << "written in steps as well";
}

TEST(Import, finds_the_letters_of_other_scripts_before_a_frame_needs_them) {
    Page page = open_page();
    page->work_per_frame = 1;
    page->hold_answers = true;
    page->drop({loose_file("Invitations.csv", "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
                                              "王芳,Ana Sample,\"1/5/26, 9:00 AM\",,INCOMING,https://www.linkedin.com/in/wang-fang-example,https://www.linkedin.com/in/ana-sample\n")});
    page->frames(2);
    const int before = page->pictures_painted();
    page->let_answers_come();
    int with_the_old_document = before;
    for (int frame = 0; frame < 200 && page.workspace().document().sample; ++frame) {
        with_the_old_document = page->pictures_painted();
        page->frames(1);
    }
    ASSERT_FALSE(page.workspace().document().sample);
    EXPECT_GT(with_the_old_document, before);
}

TEST(Import, cancelled_while_it_is_judged_leaves_every_byte) {
    Page page = open_page();
    page->advance(2);
    const Document before = page.workspace().document();
    const auto stored = page->stored;
    page->work_per_frame = 1;
    page->hold_answers = true;
    page->drop(archive_with_questions());
    page->let_answers_come();
    for (int frame = 0; frame < 200 && !page.state().import.judging; ++frame) page->frames(1);
    ASSERT_TRUE(page.state().import.judging);
    ASSERT_TRUE(page->press(Role::Button, "Cancel"));
    page->work_per_frame = 1000;
    page->advance(3);
    EXPECT_EQ(page.state().dialog, Dialog::None);
    EXPECT_EQ(page.workspace().document(), before);
    EXPECT_EQ(page->stored, stored);
}

}  // namespace
}  // namespace discern::testing
