#include "tests/app/archives.hpp"
#include "tests/app/bench.hpp"
#include "workspace/questions.hpp"
#include "workspace/save_file.hpp"

#include <gtest/gtest.h>

using namespace discern;
using namespace discern::testing;

namespace {

Page with_questions() {
    Page page = open_page();
    page->drop(archive_with_questions());
    page->settle();
    return page;
}

std::size_t open_questions(const Page& page) { return open_doubts(page.workspace().document()).size(); }
std::string saved(const Page& page) { return save_file_from(page.workspace().document(), Instant{}); }

}  // namespace

TEST(SamePersonView, opens_from_the_summary_the_list_and_the_palette) {
    Page page = with_questions();
    ASSERT_EQ(page.state().dialog, Dialog::ImportSummary);
    ASSERT_EQ(open_questions(page), 4u);
    ASSERT_TRUE(page->press(Role::Button, "4 questions: same person?"));
    EXPECT_EQ(page.state().dialog, Dialog::SamePerson);
    ASSERT_TRUE(page->press(Role::Button, "Close"));
    EXPECT_EQ(page.state().dialog, Dialog::None);
    ASSERT_TRUE(page->press(Role::Button, "4 questions: same person?")) << "the line above the list";
    EXPECT_EQ(page.state().dialog, Dialog::SamePerson);
    page->key("Escape");
    page->key("Ctrl+K");
    ASSERT_TRUE(page->press(Role::Button, "Same person? Questions and joins") || page->shows("Do anything"));
}

TEST(SamePersonView, takes_one_key_for_each_answer_and_undoes_it) {
    Page page = with_questions();
    page->press(Role::Button, "4 questions: same person?");
    const std::string before = saved(page);
    page->key("y");
    EXPECT_EQ(open_questions(page), 3u);
    ASSERT_TRUE(page.state().toast.has_value());
    page->key("z");
    EXPECT_EQ(open_questions(page), 4u);
    EXPECT_EQ(saved(page), before);
    page->key("j");
    EXPECT_EQ(page.state().same_person.chosen, 1u);
    page->key("n");
    EXPECT_EQ(open_questions(page), 3u);
    page->key("k");
    EXPECT_EQ(page.state().same_person.chosen, 0u);
    page->key("y");
    page->key("y");
    page->key("y");
    EXPECT_EQ(open_questions(page), 0u);
    EXPECT_TRUE(page->shows("No open questions"));
    page->key("Escape");
    EXPECT_EQ(page->find(Role::Button, "1 question: same person?"), nullptr) << "the line above the list goes with the last question";
    page->advance(2);
    EXPECT_EQ(page->stored.count("book"), 1u);
    const auto kept = document_from_storage(page->stored.at("book"),
                                            std::string(page->stored.at("state").begin(), page->stored.at("state").end()));
    ASSERT_TRUE(kept.has_value());
    PersonBook open = page.workspace().document().book;
    for (Invitation& invitation : open.invitations) invitation.reading.reset();  // what notes show is never kept
    EXPECT_EQ(kept->book, open) << "joins are written with the book";
}

TEST(SamePersonView, can_be_answered_by_pressing) {
    Page page = with_questions();
    page->press(Role::Button, "4 questions: same person?");
    ASSERT_TRUE(page->press(Role::Button, "Two people: Ana Sample and Ana Sample"));
    EXPECT_EQ(open_questions(page), 3u);
}

TEST(SamePersonView, lists_joins_and_parts_them) {
    Page page = with_questions();
    ASSERT_EQ(page.workspace().document().book.joins.size(), 1u);
    page->press(Role::Button, "4 questions: same person?");
    ASSERT_TRUE(page->press(Role::Tab, "Joined, 1"));
    EXPECT_TRUE(page->shows("Only one connection bears this name"));
    ASSERT_TRUE(page->press(Role::Button, "Not one person: BRUNO KELLER and Bruno Keller"));
    EXPECT_TRUE(page.workspace().document().book.joins.empty());
    EXPECT_TRUE(page->shows("Nothing was joined by name"));
}

TEST(Import, tells_what_changed_since_last_time_and_keeps_answers) {
    Page page = with_questions();
    page->press(Role::Button, "4 questions: same person?");
    page->key("y");
    page->key("Escape");
    page->drop(archive_some_days_later());
    page->settle();
    ASSERT_EQ(page.state().dialog, Dialog::ImportSummary);
    EXPECT_TRUE(page->shows("What changed since last time"));
    EXPECT_TRUE(page->shows("New (2)"));
    EXPECT_TRUE(page->shows("Accepted meanwhile (1)"));
    EXPECT_TRUE(page->shows("Gone (1)"));
    EXPECT_TRUE(page->shows("Livia Brand"));
    EXPECT_EQ(open_questions(page), 3u);
}

TEST(Import, of_the_same_archive_twice_changes_no_byte) {
    Page page = with_questions();
    page->press(Role::Button, "4 questions: same person?");
    page->key("y");
    page->key("Escape");
    page->key("3");
    page->advance(2);
    const std::string before = saved(page);
    const auto stored = page->stored;
    page->drop(archive_with_questions());
    page->settle();
    page->advance(2);
    EXPECT_EQ(saved(page), before);
    EXPECT_EQ(page->stored, stored);
    EXPECT_TRUE(page->shows("Nothing changed since last time."));
}

TEST(Understood, is_told_before_a_page_is_taken_in_and_can_be_left) {
    Page page = with_questions();
    page->key("Escape");
    const std::string before = saved(page);
    page->paste(std::string(copied_page()));
    page->settle();
    ASSERT_EQ(page.state().dialog, Dialog::Understood);
    EXPECT_TRUE(page->shows("3 invitations, 2 new people and 1 person that you have is updated"));
    ASSERT_TRUE(page->press(Role::Button, "Leave it"));
    EXPECT_EQ(saved(page), before);
    page->paste(std::string(copied_page()));
    page->settle();
    page->key("Enter");
    EXPECT_NE(saved(page), before);
    const std::string after = saved(page);
    page->paste(std::string(copied_page()));
    page->settle();
    EXPECT_TRUE(page->shows("nothing would change"));
    page->key("Escape");
    EXPECT_EQ(saved(page), after);
    page->key("z");
    EXPECT_EQ(saved(page), before);
}

TEST(Understood, of_nobody_leaves_the_sample_where_it_is) {
    Page page = open_page();
    const PersonBook before = page.workspace().document().book;
    page->drop({address_book()});
    page->settle();
    ASSERT_EQ(page.state().dialog, Dialog::Understood);
    EXPECT_EQ(page->find(Role::Button, "Take it in"), nullptr);
    EXPECT_TRUE(page->shows("Nobody in it is among the people you have"));
    page->key("Enter");
    page->settle();
    EXPECT_EQ(page.workspace().document().book, before);
}

TEST(Understood, is_told_before_an_address_book_is_taken_in) {
    Page page = with_questions();
    page->key("Escape");
    page->drop({address_book()});
    page->settle();
    ASSERT_EQ(page.state().dialog, Dialog::Understood);
    EXPECT_EQ(page.state().understood.report.people_updated, 1u);
    EXPECT_EQ(page.state().understood.report.not_used, 2u);
    page->key("Enter");
    const auto& people = page.workspace().document().book.people;
    const bool marked = std::any_of(people.begin(), people.end(), [](const Person& person) {
        return person.name == "Ines Prado" && !person.facts.empty() && person.facts.front().code == FactCode::imported_contact;
    });
    EXPECT_TRUE(marked);
}
