// Sent & plan: what to do about those whom the user invites, decided by keys, put off, removed, undone.
#include "tests/app/bench.hpp"

#include <gtest/gtest.h>

namespace discern::testing {
namespace {

Page open_plan() {
    Page page = open_page({}, document_with_plans());
    page->press(Role::Button, "Sent & plan, 4 open");
    page->settle();
    return page;
}

const SemanticNode* selected_row_of(const Page& page) {
    for (const SemanticNode& node : page->nodes())
        if (node.role == Role::ListItem && node.selected) return &node;
    return nullptr;
}

std::string rows_of(const Page& page) {
    std::string all;
    for (const SemanticNode& node : page->nodes())
        if (node.role == Role::ListItem) all += node.name + "\n";
    return all;
}

TEST(Plan, lists_those_to_invite_and_those_who_have_not_answered_with_what_to_do) {
    Page page = open_plan();
    EXPECT_EQ(page->hash, "plan");
    EXPECT_TRUE(page->shows("2 to invite, 2 sent"));
    EXPECT_TRUE(page->shows("Olive Tanaka-Reyes: Send with a note"));
    EXPECT_TRUE(page->shows("Magnus Ferreira: Follow instead"));
    EXPECT_TRUE(page->shows("Petra Lindqvist-Osei: Leave it pending"));
    EXPECT_TRUE(page->shows("Wendell Achterberg: Withdraw")) << rows_of(page);
    EXPECT_NE(page->find(Role::Group, "Receipt: Olive Tanaka-Reyes"), nullptr);
}

TEST(Plan, shows_the_same_receipt_as_for_those_who_invite) {
    Page page = open_plan();
    EXPECT_NE(page->find(Role::Heading, "Send with a note"), nullptr);
    EXPECT_NE(page->find(Role::Heading, "Why"), nullptr);
    EXPECT_TRUE(page->shows("entered by you"));
    EXPECT_NE(page->find(Role::Button, "Sent it"), nullptr);
    EXPECT_EQ(page->find(Role::Button, "Accept"), nullptr);
    page->key("j");
    page->key("j");
    EXPECT_NE(page->find(Role::Button, "Withdrawn"), nullptr);
    EXPECT_TRUE(page->shows("you invited them"));
}

TEST(Plan, marks_what_was_sent_and_goes_on_with_the_next) {
    Page page = open_plan();
    page->key("1");
    page->settle();
    EXPECT_TRUE(page->shows("Sent to Olive Tanaka-Reyes"));
    EXPECT_TRUE(page->shows("1 to invite, 2 sent"));
    EXPECT_NE(selected_row_of(page)->name.find("Magnus"), std::string::npos);
    EXPECT_NE(page->find(Role::Tab, "Done, 1"), nullptr);
    page->key("z");
    page->settle();
    EXPECT_TRUE(page->shows("2 to invite, 2 sent"));
    EXPECT_NE(selected_row_of(page)->name.find("Olive"), std::string::npos);
}

TEST(Plan, puts_off_and_takes_up_again) {
    Page page = open_plan();
    page->key("2");
    page->settle();
    ASSERT_TRUE(page->press(Role::Tab, "Later, 1"));
    page->settle();
    EXPECT_NE(selected_row_of(page)->name.find("Olive"), std::string::npos);
    page->key("2");
    page->settle();
    EXPECT_TRUE(page->shows("2 to invite, 2 sent"));
}

TEST(Plan, tells_what_was_withdrawn) {
    Page page = open_plan();
    for (int i = 0; i < 3; ++i) page->key("j");
    page->key("1");  // nothing to send here any more
    EXPECT_TRUE(page.workspace().document().decisions.empty());
    page->key("4");
    page->settle();
    ASSERT_EQ(page.workspace().document().decisions.size(), 1u);
    EXPECT_EQ(page.workspace().document().decisions.begin()->second.action, Action::Withdraw);
}

TEST(Plan, removes_only_what_was_entered_by_hand) {
    Page page = open_plan();
    page->key("Delete");
    page->settle();
    EXPECT_TRUE(page->shows("1 to invite, 2 sent"));
    page->key("z");
    page->settle();
    EXPECT_TRUE(page->shows("2 to invite, 2 sent"));
    page->key("End");
    page->key("Delete");
    EXPECT_TRUE(page->shows("2 to invite, 2 sent"));
}

TEST(Plan, draws_when_it_was_sent_and_until_when_to_wait) {
    Page page = open_plan();
    EXPECT_FALSE(page->shows("Sent on "));
    page->key("j");
    page->key("j");
    page->settle();
    const SemanticNode* line = nullptr;
    for (const SemanticNode& node : page->nodes())
        if (node.role == Role::Image && node.name.starts_with("Sent on ")) line = &node;
    ASSERT_NE(line, nullptr);
    EXPECT_NE(line->name.find("Today"), std::string::npos) << line->name;
}

TEST(Plan, filters_by_name) {
    Page page = open_plan();
    ASSERT_TRUE(page->type_into("Filter planned and sent invitations", "balloons"));
    page->settle();
    EXPECT_EQ(page.state().plan.rows.size(), 1u);
    EXPECT_NE(page->find(Role::Group, "Receipt: Magnus Ferreira"), nullptr);
}

TEST(Plan, is_a_screen_of_its_own_on_a_phone) {
    HeadlessOptions options;
    options.width = 390;
    options.height = 844;
    options.preferences.coarse_pointer = true;
    Page page = open_page(options, document_with_plans());
    page->press(Role::Button, "Plan");
    page->settle();
    EXPECT_EQ(page->find(Role::Group, "Receipt: Olive Tanaka-Reyes"), nullptr);
    for (const SemanticNode& node : page->nodes())
        if (node.role == Role::ListItem && node.name.starts_with("Olive")) {
            page->tap_at(node.rect.x + 40, node.rect.y + 20);
            break;
        }
    page->settle();
    EXPECT_NE(page->find(Role::Group, "Receipt: Olive Tanaka-Reyes"), nullptr);
    ASSERT_TRUE(page->press(Role::Button, "Back to Sent & plan"));
    page->settle();
    EXPECT_EQ(page->find(Role::Group, "Receipt: Olive Tanaka-Reyes"), nullptr);
}

}  // namespace
}  // namespace discern::testing
