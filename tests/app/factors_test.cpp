// "What weighs more" on Goals: the purposes decide until the user says outright how much the factors count.
#include "tests/app/bench.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace discern::testing {
namespace {

Page opened() {
    Page page = open_page();
    page->press(Role::Button, "Goals");
    page->settle();
    return page;
}
Page unfolded() {
    Page page = opened();
    EXPECT_TRUE(page->press(Role::Button, "What weighs more: show"));
    page->settle();
    return page;
}
void choose(Page& page, const char* way) {
    EXPECT_TRUE(page->press(Role::Radio, way)) << way;
    page->settle();
}

TEST(Factors, are_folded_until_somebody_opens_them) {
    Page page = opened();
    EXPECT_EQ(page->find(Role::Radio, "I put them in order"), nullptr);
    ASSERT_TRUE(page->press(Role::Button, "What weighs more: show"));
    page->settle();
    ASSERT_NE(page->find(Role::Radio, "My purposes decide"), nullptr);
    EXPECT_TRUE(page->find(Role::Radio, "My purposes decide")->checked);
    ASSERT_TRUE(page->press(Role::Button, "What weighs more: hide"));
    page->settle();
    EXPECT_EQ(page->find(Role::Radio, "My purposes decide"), nullptr);
}

TEST(Factors, in_order_begin_as_the_purposes_weigh_them_and_move_by_their_arrows) {
    Page page = unfolded();
    choose(page, "I put them in order");
    const std::vector<std::uint8_t> before = page.workspace().goals().factor_ranking;
    ASSERT_EQ(before.size(), criterion_count);
    const StringTable& words = embedded_strings();
    const std::string first(words.text("factor." + std::string(name_of(static_cast<Criterion>(before[0])))));
    ASSERT_TRUE(page->press(Role::Button, "Move " + first + " down"));
    page->settle();
    const auto after = page.workspace().goals().factor_ranking;
    EXPECT_EQ(after[0], before[1]);
    EXPECT_EQ(after[1], before[0]);
    EXPECT_TRUE(std::equal(after.begin() + 2, after.end(), before.begin() + 2));
    EXPECT_TRUE(page->find(Role::Button, "Move " + first + " up") != nullptr && !page->find(Role::Button, "Move " + first + " up")->disabled);
}

TEST(Factors, at_an_end_cannot_move_further) {
    Page page = unfolded();
    choose(page, "I put them in order");
    const auto ranking = page.workspace().goals().factor_ranking;
    const std::string first(embedded_strings().text("factor." + std::string(name_of(static_cast<Criterion>(ranking[0])))));
    const auto* up = page->find(Role::Button, "Move " + first + " up");
    ASSERT_NE(up, nullptr);
    EXPECT_TRUE(up->disabled);
    page->press(Role::Button, "Move " + first + " up");
    page->settle();
    EXPECT_EQ(page.workspace().goals().factor_ranking, ranking);
}

TEST(Factors, by_points_are_saved_as_points_and_can_be_undone) {
    Page page = unfolded();
    choose(page, "I give points");
    const std::vector<std::uint8_t> before = page.workspace().goals().factor_points;
    ASSERT_EQ(before.size(), criterion_count);
    EXPECT_EQ(*std::max_element(before.begin(), before.end()), 100);
    ASSERT_TRUE(page->set_number("Picture", 9));
    page->settle();
    EXPECT_EQ(page.workspace().goals().factor_points[static_cast<std::size_t>(Criterion::Photo)], 90);
    page->key("z");
    page->settle();
    EXPECT_EQ(page.workspace().goals().factor_points, before);
}

TEST(Factors, are_left_to_the_purposes_again_by_one_press_or_the_last_point) {
    Page page = unfolded();
    choose(page, "I put them in order");
    choose(page, "My purposes decide");
    EXPECT_TRUE(page.workspace().goals().factor_ranking.empty());
    choose(page, "I give points");
    for (std::size_t factor = 0; factor < criterion_count; ++factor) {
        const std::string name(embedded_strings().text("factor." + std::string(name_of(static_cast<Criterion>(factor)))));
        page->set_number(name, 0);
        page->settle();
    }
    EXPECT_TRUE(page.workspace().goals().factor_points.empty());
    EXPECT_TRUE(page->find(Role::Radio, "My purposes decide")->checked);
}

TEST(Factors, change_verdicts_while_they_move) {
    Page page = unfolded();
    choose(page, "I give points");
    for (std::size_t factor = 0; factor < criterion_count; ++factor) {
        const std::string name(embedded_strings().text("factor." + std::string(name_of(static_cast<Criterion>(factor)))));
        page->set_number(name, factor == static_cast<std::size_t>(Criterion::Photo) ? 10 : 0);
        page->settle();
    }
    EXPECT_EQ(page->find(Role::Heading, "No verdict changes"), nullptr);
}

}  // namespace
}  // namespace discern::testing
