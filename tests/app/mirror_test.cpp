// Everything that can be pressed on the canvas is in the mirror under a role and a name, and the mirror reads as the eye does.
#include "tests/app/bench.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace discern::testing {
namespace {

bool can_be_pressed(Role role) {
    switch (role) {
        case Role::Button:
        case Role::Link:
        case Role::Checkbox:
        case Role::Slider:
        case Role::TextField:
        case Role::Tab:
        case Role::Radio:
        case Role::ListItem: return true;
        default: return false;
    }
}

void expect_mirrored(const Page& page, const std::string& where) {
    std::map<std::uint32_t, const SemanticNode*> told;
    for (const SemanticNode& node : page->nodes()) told[node.id] = &node;
    std::size_t pressable = 0;
    for (const Pressable& each : page.app->pressables()) {
        if (!each.named) continue;
        ++pressable;
        const auto found = told.find(each.id);
        const std::string at = where + ": something at " + std::to_string(each.box.x) + ", " + std::to_string(each.box.y);
        ASSERT_NE(found, told.end()) << at << " can be pressed but is not in the mirror";
        EXPECT_TRUE(can_be_pressed(found->second->role)) << at << " has no role to press: " << found->second->name;
        EXPECT_FALSE(found->second->name.empty()) << at << " has no name";
    }
    EXPECT_GT(pressable, 0u) << where;
}

// Of two that follow each other under one parent the second is never wholly above the first in the same column. Only a bar
// at the foot of its pane may follow what scrolls away under it.
void expect_reading_order(const Page& page, const std::string& where) {
    std::map<std::int32_t, const SemanticNode*> before;
    for (const SemanticNode& node : page->nodes()) {
        const SemanticNode*& last = before[node.parent];
        if (last != nullptr && node.rect.width > 0 && last->rect.width > 0) {
            const bool same_column = node.rect.x < last->rect.x + last->rect.width && last->rect.x < node.rect.x + node.rect.width;
            const bool above = node.rect.y + node.rect.height <= last->rect.y;
            if (node.parent < 0 && node.role == Role::Status) break;  // a toast and its buttons lie over all and are read last
            const SemanticNode* pane = node.parent < 0 ? nullptr : &page->nodes()[static_cast<std::size_t>(node.parent)];
            const bool at_the_foot = pane != nullptr && std::abs(pane->rect.y + pane->rect.height - node.rect.y - node.rect.height) < 2;
            EXPECT_FALSE(same_column && above && !at_the_foot) << where << ": \"" << node.name << "\" is read after \"" << last->name << "\" but stands above it";
        }
        last = &node;
    }
}

// Of choices that exclude each other one or none is chosen, and they are told as such.
void expect_radios_in_groups(const Page& page, const std::string& where) {
    std::map<std::int32_t, int> checked;
    for (const SemanticNode& node : page->nodes()) {
        if (node.role != Role::Radio) continue;
        ASSERT_GE(node.parent, 0) << where << ": " << node.name;
        EXPECT_EQ(page->nodes()[static_cast<std::size_t>(node.parent)].role, Role::RadioGroup) << where << ": " << node.name;
        checked[node.parent] += node.checked ? 1 : 0;
    }
    for (const auto& [group, count] : checked) EXPECT_LE(count, 1) << where << ": " << page->nodes()[static_cast<std::size_t>(group)].name;
}

struct Place {
    const char* name;
    std::function<void(Page&)> reach;
};
const std::vector<Place> places = {
    {"received", [](Page&) {}},
    {"evidence", [](Page& page) { page->key("e"); }},
    {"batch", [](Page& page) { page->key("x"); page->key("x"); }},
    {"toast", [](Page& page) { page->key("1"); }},
    {"kinds", [](Page& page) { page->key("g"); }},
    {"completions", [](Page& page) { page->key("/"); }},
    {"nothing found", [](Page& page) { page->type_into("Filter invitations", "nobody at all"); }},
    {"plan", [](Page& page) { page->press(Role::Button, "Sent & plan"); }},
    {"goals", [](Page& page) { page->press(Role::Button, "Goals"); }},
    {"journal", [](Page& page) { page->key("1"); page->key("3"); page->advance(7); page->press(Role::Button, "Journal"); }},
    {"empty journal", [](Page& page) { page->press(Role::Button, "Journal"); }},
    {"settings", [](Page& page) { page->press(Role::Button, "Settings"); }},
    {"snooze", [](Page& page) { page->key("h"); }},
    {"reason", [](Page& page) { page->key("1"); page->key("r"); }},
    {"list options", [](Page& page) { page->key("s"); }},
    {"factors", [](Page& page) { page->press(Role::Button, "Goals"); page->settle(); page->press(Role::Button, "What weighs more: show"); }},
    {"entry", [](Page& page) { if (!page->press(Role::Button, "Sent & plan")) page->press(Role::Button, "Plan"); page->settle(); page->key("n"); }},
    {"work sheet", [](Page& page) { page->key("1"); page->key("Shift+E"); }},
    {"palette", [](Page& page) { page->key("Ctrl+K"); }},
    {"keys", [](Page& page) { page->key("?"); }},
};

class EveryPlace : public ::testing::TestWithParam<bool> {};

TEST_P(EveryPlace, tells_all_that_can_be_pressed_in_reading_order) {
    HeadlessOptions options;
    if (GetParam()) {
        options.width = 780;
        options.height = 1688;
        options.pixel_ratio = 2;
        options.preferences.coarse_pointer = true;
    }
    for (const Place& place : places) {
        Page page = open_page(options);
        place.reach(page);
        page->frames(4);
        expect_mirrored(page, place.name);
        expect_reading_order(page, place.name);
        expect_radios_in_groups(page, place.name);
    }
    Page welcome = open_page(options, small_document(), true);
    expect_mirrored(welcome, "welcome");
    expect_reading_order(welcome, "welcome");
}

INSTANTIATE_TEST_SUITE_P(LaptopAndPhone, EveryPlace, ::testing::Bool());

}  // namespace
}  // namespace discern::testing
