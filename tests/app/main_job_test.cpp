// The main job, as a person does it: by keys, by pressing what has a name, and by coming back tomorrow.
#include "tests/app/bench.hpp"

#include <gtest/gtest.h>

#include <set>

namespace discern::testing {
namespace {

const SemanticNode* selected_row_of(const Page& page) {
    for (const SemanticNode& node : page->nodes())
        if (node.role == Role::ListItem && node.selected) return &node;
    return nullptr;
}

std::size_t open_rows(const Page& page) { return page.workspace().lane_counts()[static_cast<std::size_t>(Lane::All)]; }

TEST(FirstVisit, shows_a_judged_sample_behind_a_calm_card) {
    Page page = open_page({}, small_document(), true);
    EXPECT_NE(page->find(Role::Dialog, "Welcome"), nullptr);
    ASSERT_TRUE(page->press(Role::Button, page.platform->find(Role::Button, "Try the sample. Invented people, already judged behind this card.") ? "Try the sample. Invented people, already judged behind this card." : "Try the sample"));
    page->settle();
    EXPECT_EQ(page->find(Role::Dialog, "Welcome"), nullptr);
    ASSERT_NE(selected_row_of(page), nullptr);
    EXPECT_NE(selected_row_of(page)->name.find("Ingrid Nakamura-Boye: Accept"), std::string::npos) << selected_row_of(page)->name;
    EXPECT_EQ(page->title, "Discern (14)");
}

TEST(Keys, give_a_verdict_and_move_to_the_next_row) {
    Page page = open_page();
    page->key("1");
    page->settle();
    EXPECT_EQ(open_rows(page), 13u);
    EXPECT_NE(selected_row_of(page)->name.find("Tariq"), std::string::npos);
    EXPECT_TRUE(page->shows("Accept: Ingrid Nakamura-Boye"));
    page->key("j");
    EXPECT_NE(selected_row_of(page)->name.find("Luc"), std::string::npos);
    page->key("4");
    EXPECT_EQ(page.workspace().document().decisions.at({3}).action, Action::Report);
}

TEST(Undo, brings_back_the_row_and_selects_it) {
    Page page = open_page();
    page->key("3");
    page->key("z");
    page->settle();
    EXPECT_EQ(open_rows(page), 14u);
    EXPECT_NE(selected_row_of(page)->name.find("Ingrid"), std::string::npos);
    page->key("Shift+Z");
    EXPECT_EQ(page.workspace().document().decisions.at({1}).action, Action::Ignore);
}

TEST(Toast, offers_undo_for_six_seconds) {
    Page page = open_page();
    page->key("1");
    page->advance(5);
    EXPECT_NE(page->find(Role::Button, "Undo"), nullptr);
    page->advance(2);
    EXPECT_FALSE(page->shows("Accept: Ingrid"));
}

TEST(Goals, change_verdicts_before_the_eyes) {
    Page page = open_page();
    ASSERT_TRUE(page->press(Role::Button, "Goals"));
    EXPECT_TRUE(page->shows("No verdict changes"));
    ASSERT_TRUE(page->set_number("Win a board or volunteer role", 5));
    ASSERT_TRUE(page->set_number("Reach recruiters for my search", 0));
    page->settle();
    EXPECT_TRUE(page->shows("verdicts change") || page->shows("verdict changes"));
    EXPECT_EQ(page.workspace().goals().purposes[static_cast<std::size_t>(Purpose::BoardVolunteer)], 5);
    page->key("z");
    page->key("z");
    EXPECT_EQ(page.workspace().goals().purposes[static_cast<std::size_t>(Purpose::BoardVolunteer)], 0);
}

TEST(Goals, take_target_words_and_let_them_go) {
    Page page = open_page();
    page->press(Role::Button, "Goals");
    ASSERT_TRUE(page->type_into("Add to Topics", "storage, grids"));
    EXPECT_EQ(page.workspace().goals().target_topics, (std::vector<std::string>{"storage", "grids"}));
    ASSERT_TRUE(page->press(Role::Button, "Remove storage"));
    EXPECT_EQ(page.workspace().goals().target_topics, std::vector<std::string>{"grids"});
}

TEST(Goals, set_a_boundary_with_its_switch) {
    Page page = open_page();
    page->press(Role::Button, "Goals");
    ASSERT_TRUE(page->press(Role::Checkbox, "I hide my list of connections"));
    EXPECT_EQ(page.workspace().goals().boundaries, std::vector<FactCode>{FactCode::hides_connections_list});
}

TEST(Lenses, are_added_named_switched_and_removed) {
    Page page = open_page();
    page->press(Role::Button, "Goals");
    ASSERT_TRUE(page->press(Role::Button, "New lens"));
    page->settle();
    ASSERT_EQ(page.workspace().document().lenses.size(), 2u);
    ASSERT_TRUE(page->type_into("Name of this lens", "Board seat"));
    page->set_number("Win a board or volunteer role", 5);
    ASSERT_TRUE(page->press(Role::Tab, "next role"));
    page->settle();
    EXPECT_EQ(page.workspace().goals().purposes[static_cast<std::size_t>(Purpose::BoardVolunteer)], 0);
    ASSERT_TRUE(page->press(Role::Tab, "Board seat"));
    page->settle();
    EXPECT_EQ(page.workspace().goals().purposes[static_cast<std::size_t>(Purpose::BoardVolunteer)], 5);
    ASSERT_TRUE(page->press(Role::Button, "Remove lens Board seat"));
    page->settle();
    EXPECT_EQ(page.workspace().document().lenses.size(), 1u);
}

TEST(Filter, narrows_the_list_while_it_is_typed) {
    Page page = open_page();
    ASSERT_TRUE(page->type_into("Filter invitations", "halden", false));
    page->settle();
    EXPECT_EQ(page.state().received.rows.size(), 1u);
    page->type_into("Filter invitations", "nobody at all");
    EXPECT_TRUE(page->shows("Nothing matches"));
    ASSERT_TRUE(page->press(Role::Button, "Clear filter"));
    page->settle();
    EXPECT_EQ(page.state().received.rows.size(), 14u);
}

TEST(Lanes, are_walked_with_their_tabs) {
    Page page = open_page();
    const auto counts = page.workspace().lane_counts();
    ASSERT_TRUE(page->press(Role::Tab, "Ignore, " + std::to_string(counts[static_cast<std::size_t>(Lane::Ignore)])));
    page->settle();
    EXPECT_EQ(page.state().received.lane, Lane::Ignore);
    EXPECT_EQ(page.state().received.rows.size(), counts[static_cast<std::size_t>(Lane::Ignore)]);
}

TEST(Lanes, hide_when_they_are_empty) {
    Page page = open_page();
    for (const SemanticNode& node : page->nodes())
        if (node.role == Role::Tab) EXPECT_EQ(node.name.find(", 0"), std::string::npos) << node.name;
}

TEST(OneKeyAnswer, changes_what_is_known_and_can_be_cleared) {
    Page page = open_page();
    for (int row = 0; row < 14; ++row) {
        const ReceivedRow* shown = selected_row(page.workspace(), page.state().received);
        if (page.workspace().verdict_of(*shown).ask) break;
        page->key("j");
    }
    const ReceivedRow row = *selected_row(page.workspace(), page.state().received);
    ASSERT_TRUE(page.workspace().verdict_of(row).ask.has_value());
    const FactCode code = answer_code_for(page.workspace().verdict_of(row).ask->criterion);
    page->key("y");
    const auto& facts = page.workspace().person_of(row).facts;
    ASSERT_FALSE(facts.empty());
    EXPECT_EQ(facts.back().code, code);
    EXPECT_EQ(facts.back().source.file, 0);
    page->key("z");
    for (const Fact& fact : page.workspace().person_of(row).facts) EXPECT_NE(fact.code, code);
}

TEST(Batch, decides_exactly_the_ticked_rows_and_undoes_them_as_one) {
    Page page = open_page();
    page->key("x");
    page->key("x");
    page->key("x");
    EXPECT_NE(page->find(Role::Button, "Ignore 3"), nullptr);
    page->key("3");
    EXPECT_EQ(open_rows(page), 11u);
    page->key("z");
    EXPECT_EQ(open_rows(page), 14u);
}

TEST(Snooze, takes_a_row_out_until_a_day) {
    Page page = open_page();
    page->key("h");
    EXPECT_NE(page->find(Role::Dialog, "Snooze until\u2026"), nullptr);
    page->key("2");  // next week
    page->settle();
    EXPECT_EQ(open_rows(page), 13u);
    EXPECT_EQ(page.workspace().document().snoozed_until.size(), 1u);
}

TEST(Journal, holds_every_decision_and_takes_it_back) {
    Page page = open_page();
    page->key("1");
    page->key("2");
    ASSERT_TRUE(page->press(Role::Button, "Journal"));
    page->settle();
    EXPECT_TRUE(page->shows("2 decisions"));
    ASSERT_TRUE(page->press(Role::Button, "Take back the decision about Ingrid Nakamura-Boye"));
    page->settle();
    EXPECT_TRUE(page->shows("1 decision"));
}

TEST(Palette, does_a_deed_by_a_part_of_its_name) {
    Page page = open_page();
    page->key("Ctrl+K");
    ASSERT_NE(page->find(Role::Dialog, "Do anything"), nullptr);
    ASSERT_TRUE(page->type_into("Do anything", "go jou"));
    page->settle();
    EXPECT_EQ(page.state().view, View::Journal);
    EXPECT_EQ(page->hash, "journal");
}

TEST(Dialogs, hide_what_lies_below_from_the_mirror_and_close_with_escape) {
    Page page = open_page();
    page->key("?");
    EXPECT_NE(page->find(Role::Dialog, "Keys"), nullptr);
    EXPECT_EQ(selected_row_of(page), nullptr);
    page->key("Escape");
    EXPECT_EQ(page->find(Role::Dialog, "Keys"), nullptr);
    EXPECT_NE(selected_row_of(page), nullptr);
}

TEST(Profile, opens_in_a_new_tab) {
    Page page = open_page();
    ASSERT_TRUE(page->press(Role::Link, "Open profile"));
    ASSERT_EQ(page->links.size(), 1u);
    EXPECT_EQ(page->links.front(), "https://www.linkedin.com/in/invented-1");
}

TEST(Mouse, chooses_rows_and_presses_verdicts) {
    Page page = open_page();
    const SemanticNode* row = nullptr;
    for (const SemanticNode& node : page->nodes())
        if (node.role == Role::ListItem && node.name.starts_with("Dmitri")) row = &node;
    ASSERT_NE(row, nullptr);
    ASSERT_TRUE(page->click(Role::ListItem, row->name));
    EXPECT_TRUE(page->shows("Receipt: Dmitri Marchetti"));
    ASSERT_TRUE(page->click(Role::Button, "Ignore"));
    EXPECT_EQ(page.workspace().document().decisions.at({4}).action, Action::Ignore);
}

TEST(Phone, shows_the_list_first_and_the_receipt_as_a_screen_with_a_way_back) {
    HeadlessOptions options;
    options.width = 780;
    options.height = 1688;
    options.pixel_ratio = 2;
    options.preferences.coarse_pointer = true;
    Page page = open_page(options);
    EXPECT_FALSE(page->shows("Receipt:"));
    ASSERT_TRUE(page->tap(Role::ListItem, selected_row_of(page)->name));
    page->settle();
    EXPECT_TRUE(page->shows("Receipt: Ingrid"));
    for (const SemanticNode& node : page->nodes())
        if (node.role == Role::Button && node.rect.height > 0 && node.name != "Clear my answer")
            EXPECT_GE(node.rect.height, 44 * 2 - 1) << node.name << ": too small for a finger";
    ASSERT_TRUE(page->tap(Role::Button, "Back to Received"));
    page->settle();
    EXPECT_FALSE(page->shows("Receipt:"));
}

}  // namespace
}  // namespace discern::testing
