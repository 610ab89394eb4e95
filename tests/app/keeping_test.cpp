// Documents in and out: what survives a reload, files, archives, and trouble told in one sentence.
#include "tests/app/bench.hpp"

#include "workspace/save_file.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace discern::testing {
namespace {

NamedBytes file(std::string name, std::string_view text) {
    NamedBytes result;
    result.name = std::move(name);
    result.bytes.assign(text.begin(), text.end());
    result.size = text.size();
    return result;
}

constexpr std::string_view connections =
    "Notes:\n\"When exporting your connection data, you may notice that some of the email addresses are missing.\"\n\n"
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Marit,Solheim,https://www.linkedin.com/in/marit-solheim,,Halden Energy,Analyst,08 Feb 2026\n"
    "Joao,Freitas,https://www.linkedin.com/in/joao-freitas,,Northwind,Engineer,03 Jan 2025\n";
constexpr std::string_view invitations =
    "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
    "Vera Lindqvist,Alma Okonedo,\"1/29/26, 2:37 PM\",Loved your talk,INCOMING,https://www.linkedin.com/in/vera-lindqvist,https://www.linkedin.com/in/alma-okonedo\n"
    "Marit Solheim,Alma Okonedo,\"1/28/26, 2:37 PM\",,INCOMING,https://www.linkedin.com/in/marit-solheim,https://www.linkedin.com/in/alma-okonedo\n"
    "Otto Haas,Alma Okonedo,not a date,,INCOMING,,\n";

TEST(Reload, finds_goals_answers_and_decisions_again) {
    Page first = open_page();
    first->key("1");
    first->key("4");
    first->press(Role::Button, "Goals");
    first->set_number("Be seen as an expert", 5);
    first->advance(2);
    ASSERT_TRUE(first->stored.contains("state"));
    ASSERT_TRUE(first->stored.contains("book"));
    const Document before = first.workspace().document();
    const auto stored = first->stored;
    first.platform.reset();

    Page second = open_page({}, small_document(), true, stored);
    EXPECT_EQ(second.workspace().document().decisions, before.decisions);
    EXPECT_EQ(second.workspace().document().lenses, before.lenses);
    EXPECT_EQ(second.state().dialog, Dialog::None) << "the welcome is shown once";
}

TEST(Keeping, writes_the_book_only_when_it_changed) {
    Page page = open_page();
    page->advance(2);
    page->stored.clear();
    page->key("1");
    page->advance(2);
    EXPECT_TRUE(page->stored.contains("state"));
    EXPECT_FALSE(page->stored.contains("book"));
}

TEST(Keeping, never_writes_over_what_could_not_be_read) {
    Page first = open_page();
    first->key("1");
    first->advance(2);
    auto stored = first->stored;
    ASSERT_TRUE(stored.contains("book"));
    stored["book"].resize(stored["book"].size() / 2);  // damaged
    first.platform.reset();

    Page second = open_page({}, small_document(), true, stored);
    EXPECT_EQ(second.state().dialog, Dialog::Trouble);
    second->key("Escape");
    second->key("1");
    second->advance(2);
    EXPECT_EQ(second->stored["book"], stored["book"]);
    EXPECT_EQ(second->stored["state"], stored["state"]);
    EXPECT_TRUE(second->shows("Not saved"));
}

TEST(Keeping, says_when_storage_fails) {
    Page page = open_page();
    page->advance(2);
    page->storage_full = true;
    page->key("1");
    page->advance(2);
    EXPECT_EQ(page.state().dialog, Dialog::Trouble);
    page->key("Escape");
    EXPECT_TRUE(page->shows("Not saved"));
}

TEST(SaveFile, moves_the_document_to_another_machine) {
    Page page = open_page();
    page->key("1");
    page->key("Ctrl+S");
    ASSERT_EQ(page->saved.size(), 1u);
    const NamedBytes saved = page->saved.front();
    EXPECT_TRUE(saved.name.ends_with(".discern.json"));
    const auto decisions = page.workspace().document().decisions;
    page.platform.reset();

    Page other = open_page();
    other->drop({saved});
    other->settle();
    EXPECT_EQ(other.workspace().document().decisions, decisions);
}

TEST(SaveFile, asks_before_it_replaces_what_is_not_the_sample) {
    Page page = open_page();
    page->drop({file("Connections.csv", connections), file("Invitations.csv", invitations)});
    page->settle();
    page->key("Escape");
    Document other = small_document();
    other.sample = false;
    page->drop({file("mine.discern.json", save_file_from(other, Instant{}))});
    page->settle();
    ASSERT_EQ(page.state().dialog, Dialog::ConfirmOpen);
    ASSERT_TRUE(page->press(Role::Button, "Cancel"));
    EXPECT_NE(page.workspace().rows().size(), 14u);
}

TEST(Import, replaces_the_sample_and_tells_what_it_found) {
    Page page = open_page();
    page->drop({file("Connections.csv", connections), file("Invitations.csv", invitations)});
    page->settle();
    ASSERT_EQ(page.state().dialog, Dialog::ImportSummary);
    EXPECT_EQ(page.state().import.report.connections, 2u);
    EXPECT_EQ(page.state().import.report.invitations_incoming, 3u);
    ASSERT_TRUE(page->press(Role::Button, "Go through them"));
    page->settle();
    EXPECT_EQ(page.state().view, View::Received);
    EXPECT_FALSE(page.workspace().document().sample);
    EXPECT_TRUE(page->shows("Vera Lindqvist"));
}

TEST(Import, tells_trouble_in_one_sentence_and_leaves_the_document_alone) {
    Page page = open_page();
    const Document before = page.workspace().document();
    page->drop({file("holiday.zip", "not a zip at all")});
    page->settle();
    ASSERT_EQ(page.state().dialog, Dialog::Trouble);
    EXPECT_NE(page->find(Role::Alert, sentence_from(*page.state().trouble)), nullptr);
    EXPECT_FALSE(page.state().trouble->mend.empty());
    EXPECT_EQ(page.workspace().document(), before);
}

TEST(Paste, reads_a_copied_invitations_page_in_place_of_the_sample) {
    std::ifstream file(std::string(DISCERN_SOURCE_DIR) + "/tests/fixtures/pages/received.txt");
    std::stringstream text;
    text << file.rdbuf();
    Page page = open_page();
    page->paste(text.str());
    page->settle();
    ASSERT_EQ(page.state().dialog, Dialog::Understood);
    EXPECT_TRUE(page.workspace().document().sample) << "nothing is changed before it was looked at";
    ASSERT_TRUE(page->press(Role::Button, "Take it in"));
    page->settle();
    EXPECT_FALSE(page.workspace().document().sample);
    EXPECT_GT(page.workspace().rows().size(), 2u);
    EXPECT_TRUE(page->shows("Read from the page"));
}

TEST(Paste, tells_in_passing_what_it_cannot_read) {
    Page page = open_page();
    page->paste("a shopping list");
    page->settle();
    EXPECT_EQ(page.state().dialog, Dialog::None);
    EXPECT_EQ(page.workspace().rows().size(), 14u);
    EXPECT_TRUE(page.state().toast.has_value());
}

TEST(Erase, asks_first_and_then_leaves_nothing) {
    Page page = open_page();
    page->key("1");
    page->advance(2);
    page->press(Role::Button, "Settings");
    ASSERT_TRUE(page->press(Role::Button, "Erase: Erase everything"));
    ASSERT_TRUE(page->press(Role::Button, "Erase everything"));
    page->settle();
    EXPECT_TRUE(page->stored.empty());
    EXPECT_TRUE(page.workspace().document().decisions.empty());
    EXPECT_EQ(page.state().dialog, Dialog::Welcome);
}

}  // namespace
}  // namespace discern::testing
