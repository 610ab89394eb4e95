// Entering somebody by hand, and ticking what is known of those who are there: with keys, by names, live.
#include "tests/app/bench.hpp"

#include "app/quick_entry.hpp"
#include "workspace/merge.hpp"
#include "workspace/ticked_facts.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace discern::testing {
namespace {

Page open_entry() {
    Page page = open_page();
    page->press(Role::Button, "Sent & plan");
    page->key("n");
    page->settle();
    return page;
}

TEST(ChipSections, hold_every_fact_that_can_be_ticked_once_each_with_plain_words) {
    const Strings strings(embedded_strings());
    std::set<FactCode> seen;
    for (const ChipSection& section : chip_sections()) {
        EXPECT_TRUE(strings.has(section.title)) << section.title;
        for (const FactCode code : section.codes) {
            EXPECT_TRUE(seen.insert(code).second) << name_of(code);
            EXPECT_TRUE(strings.has(chip_key(code))) << name_of(code);
        }
    }
    for (std::size_t index = 0; index < fact_code_count(); ++index) {
        const auto code = static_cast<FactCode>(index);
        EXPECT_EQ(seen.contains(code), can_be_ticked(code) || group_of(code) == FactGroup::Boundary) << name_of(code);
    }
}

TEST(ChipSections, let_the_newer_of_two_that_exclude_each_other_stand) {
    std::set<FactCode> ticked;
    flip_chip(ticked, FactCode::met_once);
    flip_chip(ticked, FactCode::same_field);
    flip_chip(ticked, FactCode::met_repeatedly);
    EXPECT_EQ(ticked, (std::set<FactCode>{FactCode::met_repeatedly, FactCode::same_field}));
    flip_chip(ticked, FactCode::same_field);
    EXPECT_EQ(ticked, std::set<FactCode>{FactCode::met_repeatedly});
}

TEST(QuickEntry, judges_while_facts_are_ticked) {
    Page page = open_entry();
    ASSERT_NE(page->find(Role::Dialog, "Enter by hand"), nullptr);
    const Action before = page.state().entry.verdict.action;
    ASSERT_TRUE(page->press(Role::Checkbox, "Met once"));
    ASSERT_TRUE(page->press(Role::Checkbox, "Met at an event"));
    ASSERT_TRUE(page->press(Role::Checkbox, "Within two weeks"));
    page->settle();
    EXPECT_EQ(page.state().entry.verdict.action, Action::SendWithNote);
    EXPECT_NE(before, Action::SendWithNote);
    EXPECT_TRUE(page->shows("Send with a note, "));
    // Nothing is in the document yet.
    EXPECT_TRUE(page.workspace().plan_rows().empty());
}

TEST(QuickEntry, adds_to_the_plan_as_one_step_that_can_be_undone) {
    Page page = open_entry();
    ASSERT_TRUE(page->type_into("Name", "Odalys Brandt-Ferro"));
    ASSERT_TRUE(page->type_into("Headline", "Interviews for Halden Energy"));
    ASSERT_TRUE(page->press(Role::Checkbox, "Interviewed me"));
    ASSERT_TRUE(page->type_into("Find a fact", "decision is open"));
    page->settle();
    ASSERT_EQ(page.state().entry.ticked, (std::set<FactCode>{FactCode::interviewed_user, FactCode::decision_pending}));
    EXPECT_EQ(page.state().entry.verdict.action, Action::Wait);
    const Verdict shown = page.state().entry.verdict;
    ASSERT_TRUE(page->press(Role::Button, "Add to the plan"));
    page->settle();
    EXPECT_EQ(page->find(Role::Dialog, "Enter by hand"), nullptr);
    ASSERT_EQ(page.workspace().plan_rows().size(), 1u);
    const Verdict& kept = page.workspace().verdict_of(page.workspace().plan_rows()[0]);
    EXPECT_EQ(kept.action, shown.action);
    EXPECT_DOUBLE_EQ(kept.worth, shown.worth);
    EXPECT_DOUBLE_EQ(kept.confidence, shown.confidence);
    EXPECT_NE(page->find(Role::Group, "Receipt: Odalys Brandt-Ferro"), nullptr);
    page->key("z");
    page->settle();
    EXPECT_TRUE(page.workspace().plan_rows().empty());
    page->key("Shift+Z");
    page->settle();
    EXPECT_EQ(page.workspace().plan_rows().size(), 1u);
}

TEST(QuickEntry, asks_for_a_name) {
    Page page = open_entry();
    ASSERT_TRUE(page->press(Role::Button, "Add to the plan"));
    page->settle();
    EXPECT_NE(page->find(Role::Alert, "A name is needed"), nullptr);
    EXPECT_NE(page->find(Role::Dialog, "Enter by hand"), nullptr);
}

TEST(QuickEntry, keeps_what_was_begun_when_it_is_closed) {
    Page page = open_entry();
    ASSERT_TRUE(page->type_into("Name", "Half Typed"));
    page->key("Escape");
    page->settle();
    EXPECT_EQ(page->find(Role::Dialog, "Enter by hand"), nullptr);
    page->key("n");
    page->settle();
    EXPECT_EQ(page.state().entry.name.text, "Half Typed");
}

TEST(QuickEntry, changes_an_entry_and_takes_the_change_back) {
    Page page = open_entry();
    page->type_into("Name", "Vera Castellanos");
    page->press(Role::Checkbox, "Public figure");
    page->press(Role::Button, "Add to the plan");
    page->settle();
    const auto verdict = [&] { return page.workspace().outline_of(page.workspace().plan_rows()[0]).action; };
    EXPECT_EQ(verdict(), Action::Follow);
    page->key("t");
    page->settle();
    EXPECT_TRUE(page->shows("What do you know about Vera Castellanos?"));
    page->press(Role::Checkbox, "They proposed to connect");
    page->press(Role::Button, "Save");
    page->settle();
    EXPECT_EQ(verdict(), Action::SendWithNote);
    page->key("z");
    page->settle();
    EXPECT_EQ(verdict(), Action::Follow);
}

TEST(QuickEntry, takes_those_who_invited_too) {
    Page page = open_entry();
    page->press(Role::Radio, "Somebody invited me");
    page->settle();
    ASSERT_TRUE(page->type_into("Name", "Ambrose Teitelbaum"));
    ASSERT_TRUE(page->type_into("Their note", "Dear friend, I turned 2,000 into 80,000 in three weeks. Write to me on another app and I show you."));
    page->settle();
    EXPECT_NE(page.state().entry.verdict.action, Action::Accept);
    ASSERT_TRUE(page->type_into("Find a fact", "copy of somebody"));
    page->settle();
    EXPECT_EQ(page.state().entry.verdict.action, Action::Report);
    ASSERT_TRUE(page->press(Role::Button, "Add to Received"));
    page->settle();
    EXPECT_EQ(page->hash, "received");
    EXPECT_NE(page->find(Role::Group, "Receipt: Ambrose Teitelbaum"), nullptr);
    EXPECT_NE(page->find(Role::Tab, "All, 15"), nullptr);
    page->key("z");
    page->settle();
    EXPECT_NE(page->find(Role::Tab, "All, 14"), nullptr);
}

TEST(QuickEntry, ticks_facts_about_somebody_of_the_archive_without_touching_what_it_says) {
    Page page = open_page();
    page->key("t");
    page->settle();
    EXPECT_EQ(page->find(Role::TextField, "Name"), nullptr);
    EXPECT_NE(page->find(Role::Checkbox, "Former colleague, known from your archive"), nullptr);
    page->press(Role::Checkbox, "On bad terms");
    page->press(Role::Button, "Save");
    page->settle();
    const Person& person = page.workspace().person_of(page.workspace().rows()[0]);
    EXPECT_EQ(ticked_by_user(person), std::vector<FactCode>{FactCode::bad_terms});
    EXPECT_EQ(person.name, "Ingrid Nakamura-Boye");
    EXPECT_EQ(page.workspace().outline_of(page.workspace().rows()[0]).action, Action::Ignore);
    page->key("z");
    page->settle();
    EXPECT_TRUE(ticked_by_user(page.workspace().person_of(page.workspace().rows()[0])).empty());
    EXPECT_EQ(page.workspace().outline_of(page.workspace().rows()[0]).action, Action::Accept);
}

TEST(QuickEntry, sets_the_users_own_boundaries_in_the_goals) {
    Page page = open_entry();
    page->type_into("Name", "Somebody New");
    ASSERT_TRUE(page->type_into("Find a fact", "only people I know"));
    page->settle();
    page->press(Role::Button, "Add to the plan");
    page->settle();
    EXPECT_EQ(page.workspace().goals().boundaries, std::vector<FactCode>{FactCode::known_people_only});
}

TEST(QuickEntry, is_a_whole_screen_on_a_phone) {
    HeadlessOptions options;
    options.width = 390;
    options.height = 844;
    options.preferences.coarse_pointer = true;
    Page page = open_page(options);
    page->press(Role::Button, "Plan");
    page->press(Role::Button, "Enter somebody");
    page->settle();
    const SemanticNode* dialog = page->find(Role::Dialog, "Enter by hand");
    ASSERT_NE(dialog, nullptr);
    EXPECT_FLOAT_EQ(dialog->rect.width, 390);
    const SemanticNode* add = page->find(Role::Button, "Add to the plan");
    ASSERT_NE(add, nullptr);
    EXPECT_GE(add->rect.height, 44);
    EXPECT_TRUE(page->tap(Role::Checkbox, "Client"));
    page->settle();
    EXPECT_TRUE(page.state().entry.ticked.contains(FactCode::client));
}

TEST(QuickEntry, stays_over_a_reload_with_what_was_ticked) {
    Page first = open_entry();
    first->type_into("Name", "Vera Castellanos");
    first->press(Role::Checkbox, "Public figure");
    first->press(Role::Checkbox, "They proposed to connect");
    first->press(Role::Button, "Add to the plan");
    first->advance(2);
    const Verdict before = first.workspace().verdict_of(first.workspace().plan_rows()[0]);
    const std::vector<FactCode> ticked = ticked_by_user(first.workspace().person_of(first.workspace().plan_rows()[0]));
    const auto stored = first->stored;
    first.platform.reset();
    Page second = open_page({}, small_document(), true, stored);
    ASSERT_EQ(second.workspace().plan_rows().size(), 1u);
    const PlanRow row = second.workspace().plan_rows()[0];
    EXPECT_TRUE(row.planned);
    EXPECT_EQ(ticked_by_user(second.workspace().person_of(row)), ticked);
    EXPECT_EQ(second.workspace().verdict_of(row).action, before.action);
    EXPECT_DOUBLE_EQ(second.workspace().verdict_of(row).worth, before.worth);
}

TEST(QuickEntry, of_somebody_who_invited_is_carried_into_a_newer_archive) {
    Page page = open_entry();
    page->press(Role::Radio, "Somebody invited me");
    page->type_into("Name", "Ambrose Teitelbaum");
    page->press(Role::Checkbox, "Client");
    page->press(Role::Button, "Add to Received");
    page->settle();
    Document document = page.workspace().document();
    document.sample = false;
    PersonBook newer = small_document().book;
    newer.exported_on = Day{newer.exported_on->days_since_epoch + 10};
    const auto merge = merged_with_archive(document, newer);
    ASSERT_TRUE(merge.has_value());
    const auto& invitations = merge->document.book.invitations;
    const auto found = std::find_if(invitations.begin(), invitations.end(), [&](const Invitation& invitation) {
        return merge->document.book.at(invitation.person).name == "Ambrose Teitelbaum";
    });
    ASSERT_NE(found, invitations.end());
    EXPECT_EQ(found->direction, Direction::Incoming);
    EXPECT_EQ(ticked_by_user(merge->document.book.at(found->person)), std::vector<FactCode>{FactCode::client});
}

// ---- lenses side by side ----

Page open_with_two_lenses() { return open_page({}, document_with_plans()); }

TEST(LensComparison, lists_each_verdict_that_changes_with_from_to_and_why) {
    Page page = open_with_two_lenses();
    const LensComparison expected = compare_with(page.workspace(), page.workspace().document().lenses[1].goals);
    ASSERT_FALSE(expected.changes.empty());
    page->press(Role::Button, "Goals");
    ASSERT_TRUE(page->press(Role::Button, "Compare lenses"));
    page->settle();
    ASSERT_NE(page->find(Role::Dialog, "Compare lenses"), nullptr);
    std::size_t told = 0;
    for (const SemanticNode& node : page->nodes())
        told += node.role == Role::Button && node.name.find(": from ") != std::string::npos ? 1 : 0;
    EXPECT_GE(told, expected.changes.size());
    EXPECT_TRUE(page->shows("counts for more") || page->shows("counts for less") || page->shows("open to everybody"));
    // What it says is what happens on switching.
    ASSERT_TRUE(page->press(Role::Button, "Switch to Board seat"));
    page->settle();
    for (const VerdictChange& change : expected.changes)
        EXPECT_EQ(page.workspace().outline_of(page.workspace().rows()[*page.workspace().row_of(change.invitation)]).action, change.after) << change.name;
    EXPECT_EQ(composition_of(page.workspace()), expected.after);
}

TEST(LensComparison, leads_to_the_receipt_of_a_row) {
    Page page = open_with_two_lenses();
    const LensComparison comparison = compare_with(page.workspace(), page.workspace().document().lenses[1].goals);
    page->key("Ctrl+K");
    page->settle();
    page->type_into("Do anything", "compare");
    page->settle();
    ASSERT_NE(page->find(Role::Dialog, "Compare lenses"), nullptr);
    for (const SemanticNode& node : page->nodes())
        if (node.role == Role::Button && node.name.starts_with(comparison.changes.front().name + ": from ")) {
            const std::string name = node.name;
            ASSERT_TRUE(page->press(Role::Button, name));
            break;
        }
    page->settle();
    EXPECT_EQ(page->find(Role::Dialog, "Compare lenses"), nullptr);
    EXPECT_NE(page->find(Role::Group, "Receipt: " + comparison.changes.front().name), nullptr);
}

TEST(LensComparison, says_what_to_do_when_there_is_one_lens) {
    Page page = open_page();
    page->key("Ctrl+K");
    page->settle();
    page->type_into("Do anything", "compare");
    page->settle();
    EXPECT_TRUE(page->shows("There is only one set of goals"));
}

TEST(Goals, tell_what_one_move_of_a_slider_does) {
    Page page = open_page();
    page->press(Role::Button, "Goals");
    page->set_number("Win a board or volunteer role", 5);
    page->set_number("Reach recruiters for my search", 0);
    page->settle();
    EXPECT_TRUE(page->shows(" to "));
    EXPECT_TRUE(page->shows("Compared with your goals as they were when you opened this view."));
    const SemanticNode* shape = nullptr;
    for (const SemanticNode& node : page->nodes())
        if (node.role == Role::Image && node.name.find("Accept: ") != std::string::npos) shape = &node;
    ASSERT_NE(shape, nullptr);
    EXPECT_NE(shape->name.find("\xe2\x86\x92"), std::string::npos) << shape->name;
}

}  // namespace
}  // namespace discern::testing
