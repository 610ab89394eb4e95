// The page on a phone: what a notch covers stays free, fingers find everything, and nothing needs a mouse or a keyboard.
#include "tests/app/archives.hpp"
#include "tests/app/bench.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <string_view>

namespace discern::testing {
namespace {

constexpr SafeArea upright{.top = 47, .right = 0, .bottom = 34, .left = 0};
constexpr SafeArea on_its_side{.top = 0, .right = 47, .bottom = 21, .left = 47};

HeadlessOptions phone(bool is_on_its_side = false) {
    HeadlessOptions options;
    options.width = is_on_its_side ? 844 : 390;
    options.height = is_on_its_side ? 390 : 844;
    options.preferences.coarse_pointer = true;
    return options;
}

// Fixed things, which no scrolling brings out from under a notch.
bool stands_still(const Page& page, const SemanticNode& node) {
    if (node.role == Role::Dialog) return true;
    const SemanticNode* parent = node.parent < 0 ? nullptr : &page->nodes()[static_cast<std::size_t>(node.parent)];
    return parent != nullptr && parent->role == Role::Navigation;
}

void expect_free(const Page& page, const SafeArea& area, const HeadlessOptions& options, const std::string& where) {
    std::size_t looked_at = 0;
    for (const SemanticNode& node : page->nodes()) {
        if (!stands_still(page, node)) continue;
        ++looked_at;
        EXPECT_GE(node.rect.x, area.left - 0.5f) << where << ": " << node.name;
        EXPECT_GE(node.rect.y, area.top - 0.5f) << where << ": " << node.name;
        EXPECT_LE(node.rect.x + node.rect.width, options.width - area.right + 0.5f) << where << ": " << node.name;
        EXPECT_LE(node.rect.y + node.rect.height, options.height - area.bottom + 0.5f) << where << ": " << node.name;
    }
    EXPECT_GT(looked_at, 0u) << where;
}

TEST(SafeArea, is_kept_free_by_bars_and_dialogs) {
    for (const bool side : {false, true}) {
        const SafeArea area = side ? on_its_side : upright;
        const HeadlessOptions options = phone(side);
        const auto look = [&](const char* where, const std::function<void(Page&)>& reach, bool welcome = false) {
            Page page = open_page(options, small_document(), welcome);
            page->set_safe_area(area);
            reach(page);
            page->settle();
            expect_free(page, area, options, std::string(where) + (side ? ", on its side" : ""));
        };
        look("welcome", [](Page&) {}, true);
        look("received", [](Page&) {});
        look("settings", [](Page& page) { page->press(Role::Button, "Settings"); });
        look("palette", [](Page& page) { page->key("Ctrl+K"); });
        look("keys", [](Page& page) { page->key("?"); });
        look("work sheet", [](Page& page) { page->key("1"); page->key("Shift+E"); });
        look("entry", [side](Page& page) {
            page->press(Role::Button, side ? "Sent & plan" : "Plan");
            page->settle();
            page->key("n");
        });
    }
}

TEST(SafeArea, ends_above_the_home_line_for_the_bar_of_a_phone_whose_colour_reaches_the_edge) {
    Page page = open_page(phone());
    page->set_safe_area(upright);
    page->settle();
    const SemanticNode* bar = nullptr;
    for (const SemanticNode& node : page->nodes())
        if (node.role == Role::Navigation) bar = &node;
    ASSERT_NE(bar, nullptr);
    EXPECT_FLOAT_EQ(bar->rect.y + bar->rect.height, 844);
    EXPECT_FLOAT_EQ(bar->rect.height, 60 + upright.bottom);
}

TEST(Fingers, find_everything_44_pixels_high_however_far_down_it_stands) {
    Page page = open_page(phone());
    for (const char* view : {"Received", "Plan", "Goals", "Journal", "Settings"}) {
        ASSERT_TRUE(page->press(Role::Button, view)) << view;
        page->settle();
        if (std::string_view(view) == "Goals") {
            page->type_into("Add to Topics", "storage, grids");
            page->settle();
        }
        for (const SemanticNode& node : page->nodes()) {
            const bool pressed = node.role == Role::Button || node.role == Role::Link || node.role == Role::Checkbox || node.role == Role::Radio || node.role == Role::Tab;
            if (pressed) EXPECT_GE(node.rect.height, 43.5f) << view << ": " << node.name;
        }
    }
}

TEST(Welcome, lets_a_finger_paste_the_page_of_invitations) {
    Page page = open_page(phone(), small_document(), true);
    ASSERT_TRUE(page->tap(Role::Button, "Paste the invitations page. No archive yet? Copy the page of your invitations and paste it here."));
    page->settle();
    ASSERT_TRUE(page->shows("paste it into the field below"));
    EXPECT_EQ(page->find(Role::Button, "Read it"), nullptr) << "nothing is there to be read";
    ASSERT_TRUE(page->type_into("Pasted page", copied_page()));
    page->settle();
    ASSERT_TRUE(page->tap(Role::Button, "Read it"));
    page->settle();
    EXPECT_EQ(page.state().dialog, Dialog::Understood);
    EXPECT_TRUE(page->shows("Rosa Tamm"));
}

TEST(Welcome, lets_one_be_entered_by_hand_and_the_sample_makes_room) {
    Page page = open_page(phone(), small_document(), true);
    ASSERT_TRUE(page.workspace().document().sample);
    ASSERT_TRUE(page->tap(Role::Button, "Enter one by hand"));
    page->settle();
    EXPECT_EQ(page.state().dialog, Dialog::Entry);
    page->type_into("Name", "Ambrose Teitelbaum");
    page->settle();
    ASSERT_TRUE(page->press(Role::Button, "Add to Received"));
    page->settle();
    EXPECT_FALSE(page.workspace().document().sample);
    ASSERT_EQ(page.workspace().rows().size(), 1u);
    EXPECT_EQ(page.workspace().person_of(page.workspace().rows()[0]).name, "Ambrose Teitelbaum");
}

}  // namespace
}  // namespace discern::testing
