// What must hold of every screen: names for everything, no id twice, silence when idle, and the same cost for any length.
#include "tests/app/bench.hpp"

#include "base/random.hpp"

#include <gtest/gtest.h>
#include <imgui.h>

#include <set>

namespace discern::testing {
namespace {

void expect_sound_mirror(const Page& page, const std::string& where) {
    std::set<std::uint32_t> ids;
    for (const SemanticNode& node : page->nodes()) {
        EXPECT_TRUE(ids.insert(node.id).second) << where << ": " << node.name << " shares its id";
        EXPECT_FALSE(node.name.empty() && node.role != Role::Text) << where << ": something has no name";
        EXPECT_LT(node.parent, static_cast<std::int32_t>(page->nodes().size()));
    }
}

TEST(EveryView, names_all_it_shows_and_gives_no_id_twice) {
    Page page = open_page();
    expect_sound_mirror(page, "received");
    page->key("e");
    expect_sound_mirror(page, "evidence");
    page->key("1");
    for (const char* view : {"Goals", "Journal", "Settings"}) {
        ASSERT_TRUE(page->press(Role::Button, view));
        page->settle();
        expect_sound_mirror(page, view);
    }
    for (const char* chord : {"?", "Ctrl+K"}) {
        page->key(chord);
        page->settle();
        expect_sound_mirror(page, chord);
        page->key("Escape");
    }
}

TEST(Idle, draws_nothing_once_everything_has_come_to_rest) {
    Page page = open_page();
    page->key("1");
    page->advance(10);
    page->settle();
    EXPECT_EQ(page->settle(), 0);
}

TEST(List, draws_no_more_for_a_hundred_thousand_rows_than_for_a_hundred) {
    struct Cost {
        int corners;
        std::size_t nodes;
    };
    const auto cost = [](std::uint32_t rows) {
        Page page = open_page({}, large_document(rows));
        page->settle();
        return Cost{ImGui::GetDrawData()->TotalVtxCount, page->nodes().size()};
    };
    const Cost few = cost(100), many = cost(100'000);
    EXPECT_LT(many.nodes, few.nodes + 10);
    EXPECT_LT(many.corners, few.corners + few.corners / 10);
}

TEST(List, goes_to_its_last_row_however_long_it_is) {
    Page page = open_page({}, large_document(100'000));
    page->key("End");
    page->settle();
    bool last = false;
    for (const SemanticNode& node : page->nodes())
        last = last || (node.role == Role::ListItem && node.position == 100'000 && node.selected);
    EXPECT_TRUE(last);
}

TEST(AnyInput, leaves_the_page_standing) {
    Page page = open_page();
    Random random(7);
    constexpr const char* chords[] = {"1", "2", "3", "4", "5", "h", "x", "j", "k", "z", "Shift+Z", "y", "n", "f", "e", "w", "Tab", "Shift+Tab",
                                      "Escape", "?", "Ctrl+K", "Enter", "End", "Home", "PageDown"};
    for (int step = 0; step < 1500; ++step) {
        const auto what = random.below(10);
        if (what < 6) page->key(chords[random.below(std::size(chords))]);
        else if (what < 9) page->click_at(static_cast<float>(random.below(1440)), static_cast<float>(random.below(900)));
        else page->advance(0.5);
        const auto& received = page.state().received;
        ASSERT_TRUE(!received.selected || page.workspace().row_of(*received.selected).has_value());
        if (page.state().dialog == Dialog::ConfirmErase) page->key("Escape");
    }
    expect_sound_mirror(page, "after all that");
}

}  // namespace
}  // namespace discern::testing
