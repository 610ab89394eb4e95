// The note desk, as a person works at it: open it from a receipt, take a draft, mend it, copy it, come back.
#include "tests/app/bench.hpp"

#include <gtest/gtest.h>

namespace discern::testing {
namespace {

const DeskNote* note_of(const Page& page, std::uint64_t invitation) {
    const auto found = page.workspace().document().desk_notes.find({invitation});
    return found == page.workspace().document().desk_notes.end() ? nullptr : &found->second;
}

// Somebody whom the user means to invite: a former colleague of the same years.
Document document_with_plan() {
    Document document = small_document();
    Person person;
    person.name = "Amara Lindqvist";
    person.profile.company = "Tidal Works";
    SharedPlace place;
    place.name = "Halden Energy";
    place.overlap = true;
    place.source = {1, 9};
    person.shared_places.push_back(place);
    Invitation invitation;
    invitation.id = {900};
    invitation.direction = Direction::Outgoing;
    invitation.person = {static_cast<std::uint32_t>(document.book.people.size())};
    document.book.people.push_back(person);
    document.book.invitations.push_back(invitation);
    return document;
}

TEST(NoteDesk, takes_a_draft_from_the_verdict_to_the_clipboard_by_keys) {
    Page page = open_page();
    page->key("d");
    page->settle();
    ASSERT_NE(page->find(Role::TextField, "Your note"), nullptr);
    page->key("1");
    page->settle();
    ASSERT_NE(note_of(page, 1), nullptr);
    const std::string text = note_of(page, 1)->text;
    EXPECT_NE(text.find("Ingrid"), std::string::npos) << text;
    page->key("c");
    page->settle();
    EXPECT_EQ(page->clipboard, text);
    EXPECT_TRUE(note_of(page, 1)->copied_at.has_value());
    page->key("Escape");
    page->settle();
    EXPECT_EQ(page->find(Role::TextField, "Your note"), nullptr);
    EXPECT_NE(page->find(Role::TextField, "Filter invitations"), nullptr);
}

TEST(NoteDesk, takes_the_mark_of_copying_back_with_undo) {
    Page page = open_page();
    page->key("d");
    page->key("2");
    page->key("c");
    ASSERT_TRUE(note_of(page, 1)->copied_at.has_value());
    page->key("z");
    EXPECT_FALSE(note_of(page, 1)->copied_at.has_value());
    EXPECT_FALSE(note_of(page, 1)->text.empty());
    page->key("z");
    EXPECT_EQ(note_of(page, 1), nullptr);
}

TEST(NoteDesk, asks_about_a_claim_that_nothing_on_record_bears_out) {
    Page page = open_page();
    page->key("j");
    page->key("j");
    page->key("j");
    page->key("d");
    page->settle();
    ASSERT_TRUE(page->type_into("Your note", "Thank you for writing. We met in Lisbon last spring.", false));
    page->key("Escape");
    page->settle();
    EXPECT_TRUE(page->shows("nothing on record says so"));
    page->key("k");
    page->settle();
    EXPECT_FALSE(page->shows("nothing on record says so"));
    EXPECT_TRUE(page->shows("which only you know"));
}

TEST(NoteDesk, leads_from_what_it_found_to_the_words_that_are_meant) {
    Page page = open_page();
    page->key("d");
    page->settle();
    ASSERT_TRUE(page->type_into("Your note", "Zo\xc3\xab here. We met in Lisbon last spring.", false));
    page->key("Escape");
    page->settle();
    const SemanticNode* claim = nullptr;
    std::size_t plain = 0;
    for (const SemanticNode& node : page->nodes()) {
        if (node.role != Role::ListItem) continue;
        if (node.plain) ++plain;
        else if (node.name.find("nothing on record") != std::string::npos) claim = &node;
    }
    EXPECT_GT(plain, 0u) << "what is well leads nowhere";
    ASSERT_NE(claim, nullptr);
    ASSERT_TRUE(page->press(Role::ListItem, std::string(claim->name)));
    const auto& findings = page.state().desk.reading.findings;
    ASSERT_TRUE(page.state().desk.pointed.has_value());
    EXPECT_EQ(findings[*page.state().desk.pointed].issue, DeskIssue::ClaimNotOnRecord);
    ASSERT_TRUE(page->field.has_value()) << "the field is edited";
    page->settle();
    EXPECT_TRUE(page.state().desk.field.editing);
    EXPECT_FALSE(page.state().desk.field.select.has_value()) << "the words are selected once";
}

TEST(NoteDesk, counts_as_the_field_of_the_site_counts) {
    Page page = open_page();
    page->key("d");
    page->settle();
    ASSERT_TRUE(page->type_into("Your note", "Thanks \xF0\x9F\x98\x80", false));
    page->settle();
    EXPECT_TRUE(page->shows("9 of 200 characters"));
    ASSERT_TRUE(page->type_into("Your note", std::string(205, 'a'), false));
    page->settle();
    EXPECT_TRUE(page->shows("205 of 200 characters, 5 too many"));
}

TEST(NoteDesk, writes_in_the_language_that_is_chosen) {
    Page page = open_page();
    page->key("d");
    page->settle();
    ASSERT_TRUE(page->press(Role::Button, "Deutsch"));
    page->settle();
    page->key("1");
    page->settle();
    ASSERT_NE(note_of(page, 1), nullptr);
    EXPECT_NE(note_of(page, 1)->text.find("Hallo Ingrid"), std::string::npos) << note_of(page, 1)->text;
}

TEST(NoteOfTheSender, shows_the_words_that_say_what_it_is_with_their_reasons) {
    Page page = open_page();
    for (int i = 0; i < 3; ++i) page->key("j");
    page->key("Enter");
    page->settle();
    EXPECT_TRUE(page->shows("A sales pitch"));
    bool marked = false;
    for (const SemanticNode& node : page->nodes()) marked = marked || (node.role == Role::Button && node.name.find("ten new clients") != std::string::npos);
    EXPECT_TRUE(marked);
}

TEST(Limits, are_the_users_to_correct_and_the_desk_follows) {
    Page page = open_page();
    page->press(Role::Button, "Settings");
    page->settle();
    ASSERT_TRUE(page->type_into("Characters of a note, free account", "180"));
    page->settle();
    EXPECT_EQ(page.workspace().document().own_limits.values.at(LimitKey::NoteCharsFree), 180U);
    EXPECT_TRUE(page->shows("Your number. Published: 200"));
    page->press(Role::Button, "Received, 14 open");
    page->settle();
    page->key("d");
    page->settle();
    EXPECT_TRUE(page->shows("0 of 180 characters"));
    page->key("Escape");
    page->key("z");
    EXPECT_TRUE(page.workspace().document().own_limits.values.empty());
}

TEST(NoteDesk, writes_an_invitation_to_a_planned_contact_and_says_what_it_costs) {
    Page page = open_page({}, document_with_plan());
    std::string plan;
    for (const SemanticNode& node : page->nodes())
        if (node.role == Role::Button && node.name.starts_with("Sent & plan")) plan = node.name;
    ASSERT_TRUE(page->press(Role::Button, plan));
    page->settle();
    page->key("d");
    page->settle();
    ASSERT_TRUE(page->shows("Invite Amara Lindqvist"));
    EXPECT_TRUE(page->shows("of 5 notes left this month"));
    page->key("1");
    page->key("c");
    page->settle();
    EXPECT_NE(page->clipboard.find("Amara"), std::string::npos) << page->clipboard;
    EXPECT_NE(page->clipboard.find("Halden Energy"), std::string::npos) << page->clipboard;
    EXPECT_TRUE(page->shows("4 of 5 notes left this month"));
}

}  // namespace
}  // namespace discern::testing
