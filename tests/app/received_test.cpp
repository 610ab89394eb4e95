// The Received list beyond single verdicts: batches, kinds, order, completions, snoozing, reasons, lessons.
#include "app/day_words.hpp"
#include "tests/app/bench.hpp"
#include "text/fold.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace discern::testing {
namespace {

const Document& document_of(const Page& page) { return page.workspace().document(); }
std::size_t open_rows(const Page& page) { return page.workspace().lane_counts()[static_cast<std::size_t>(Lane::All)]; }

const SemanticNode* row_of(const Page& page, std::string_view name) {
    for (const SemanticNode& node : page->nodes())
        if (node.role == Role::ListItem && node.name.starts_with(name)) return &node;
    return nullptr;
}

TEST(Batch, grows_with_shift_and_a_cursor_key) {
    Page page = open_page();
    page->key("Shift+J");
    page->key("Shift+J");
    EXPECT_EQ(page.state().received.ticked.size(), 3u);
    EXPECT_TRUE(page->shows("3 selected"));
    page->key("3");
    EXPECT_EQ(open_rows(page), 11u);
    page->key("z");
    EXPECT_EQ(open_rows(page), 14u);
}

TEST(Batch, takes_all_that_is_listed_and_no_more) {
    Page page = open_page();
    ASSERT_TRUE(page->type_into("Filter invitations", "energy"));
    page->settle();
    const std::size_t listed = page.state().received.rows.size();
    ASSERT_GT(listed, 1u);
    page->key("Ctrl+A");
    EXPECT_EQ(page.state().received.ticked.size(), listed);
    page->key("Escape");
    EXPECT_TRUE(page.state().received.ticked.empty());
}

TEST(Batch, is_offered_with_the_exact_count_where_no_receipt_stands_beside) {
    HeadlessOptions options;
    options.width = 780;
    options.height = 1688;
    options.pixel_ratio = 2;
    options.preferences.coarse_pointer = true;
    Page page = open_page(options);
    page->key("x");
    page->key("x");
    ASSERT_TRUE(page->tap(Role::Button, "Ignore 2"));
    page->settle();
    EXPECT_EQ(document_of(page).decisions.size(), 2u);
    for (const auto& [id, decision] : document_of(page).decisions) EXPECT_EQ(decision.action, Action::Ignore);
}

TEST(Batch, begins_on_a_phone_with_a_finger_that_rests) {
    HeadlessOptions options;
    options.width = 780;
    options.height = 1688;
    options.pixel_ratio = 2;
    options.preferences.coarse_pointer = true;
    Page page = open_page(options);
    const SemanticNode row = *row_of(page, "Tariq");
    const float x = row.rect.x + row.rect.width / 2, y = row.rect.y + row.rect.height / 2;
    const double now = page->seconds_since_start();
    page->pointer({.phase = PointerPhase::Down, .kind = PointerKind::Touch, .id = 1, .x = x, .y = y, .seconds = now});
    page->advance(0.7);
    page->pointer({.phase = PointerPhase::Up, .kind = PointerKind::Touch, .id = 1, .x = x, .y = y, .seconds = now + 0.7});
    page->settle();
    ASSERT_EQ(page.state().received.ticked.size(), 1u);
    EXPECT_FALSE(page.state().received.receipt_open);
    const SemanticNode other = *row_of(page, "Dmitri");
    page->tap_at(other.rect.x + 60, other.rect.y + 30);
    page->settle();
    EXPECT_EQ(page.state().received.ticked.size(), 2u) << "while something is selected a tap selects";
}

TEST(Kinds, part_the_open_rows_without_losing_one) {
    Page page = open_page();
    page->key("g");
    page->settle();
    std::size_t rows = 0;
    for (const ReceivedTab& tab : shown_tabs(page.workspace(), page.state().received))
        if (tab.kind) rows += tab.count;
    EXPECT_EQ(rows, 14u);
    const SemanticNode* known = nullptr;
    for (const SemanticNode& node : page->nodes())
        if (node.role == Role::Tab && node.name.starts_with("Known")) known = &node;
    ASSERT_NE(known, nullptr);
    ASSERT_TRUE(page->press(Role::Tab, known->name));
    page->settle();
    EXPECT_NE(row_of(page, "Ingrid"), nullptr);
    EXPECT_EQ(row_of(page, "Jasper"), nullptr) << "who sells crypto is not among the known";
}

TEST(Order, puts_the_least_sure_first) {
    Page page = open_page();
    page->key("s");
    page->settle();
    ASSERT_TRUE(page->press(Role::Button, "Least sure first"));
    page->settle();
    const auto& rows = page.state().received.rows;
    EXPECT_TRUE(std::is_sorted(rows.begin(), rows.end(), [&](auto a, auto b) {
        return page.workspace().outline_of(page.workspace().rows()[a]).confidence < page.workspace().outline_of(page.workspace().rows()[b]).confidence;
    }));
    page->key("s");
    page->settle();
    ASSERT_TRUE(page->press(Role::Button, "By name"));
    page->settle();
    EXPECT_TRUE(page.workspace().person_of(page.workspace().rows()[page.state().received.rows.front()]).name.starts_with("Amparo"));
}

TEST(Order, by_name_is_that_of_whole_names_and_by_worth_the_best_first) {
    Page page = open_page({}, large_document(600));
    const auto row = [&](std::uint32_t place) -> const ReceivedRow& { return page.workspace().rows()[place]; };
    const auto& rows = page.state().received.rows;
    page->key("s");
    page->settle();
    ASSERT_TRUE(page->press(Role::Button, "By name"));
    page->settle();
    ASSERT_EQ(rows.size(), 600u);
    const auto name = [&](std::uint32_t place) { return folded(page.workspace().person_of(row(place)).name); };
    EXPECT_TRUE(std::is_sorted(rows.begin(), rows.end(), [&](auto a, auto b) { return name(a) < name(b); }));
    page->key("s");
    page->settle();
    ASSERT_TRUE(page->press(Role::Button, "Most worth to you first"));
    page->settle();
    EXPECT_TRUE(std::is_sorted(rows.begin(), rows.end(), [&](auto a, auto b) { return page.workspace().outline_of(row(a)).worth > page.workspace().outline_of(row(b)).worth; }));
}

TEST(Completions, offer_what_occurs_and_take_it_with_the_arrow_and_enter) {
    Page page = open_page();
    page->key("/");
    page->settle();
    EXPECT_NE(page->find(Role::Button, "flag:, what was noticed"), nullptr);
    ASSERT_TRUE(page->type_into("Filter invitations", "flag:", false));
    page->settle();
    ASSERT_NE(page->find(Role::Button, "No note, 10"), nullptr);
    ASSERT_TRUE(page->press(Role::Button, "No note, 10"));
    page->settle();
    EXPECT_EQ(page.state().received.filter.text, "flag:no_note");
    EXPECT_EQ(page.state().received.rows.size(), 10u);
}

TEST(Snooze, takes_a_date_as_it_is_typed) {
    Page page = open_page();
    page->key("h");
    page->settle();
    ASSERT_TRUE(page->type_into("A date", "in 3 weeks"));
    page->settle();
    const Day expected = {page.workspace().today().days_since_epoch + 21};
    ASSERT_EQ(document_of(page).snoozed_until.size(), 1u);
    EXPECT_EQ(document_of(page).snoozed_until.begin()->second, expected);
    EXPECT_TRUE(page->shows("Snoozed until"));
}

TEST(Snooze, wakes_when_the_fact_is_known) {
    Page page = open_page();
    for (int row = 0; row < 14 && !page.workspace().verdict_of(*selected_row(page.workspace(), page.state().received)).ask; ++row) page->key("j");
    const ReceivedRow row = *selected_row(page.workspace(), page.state().received);
    const auto ask = page.workspace().verdict_of(row).ask;
    ASSERT_TRUE(ask.has_value());
    const InvitationId id = page.workspace().invitation_of(row).id;
    page->key("h");
    page->settle();
    page->key("4");
    page->settle();
    ASSERT_TRUE(document_of(page).awaited.contains(id));
    EXPECT_EQ(open_rows(page), 13u);
    page->key("z");
    EXPECT_EQ(open_rows(page), 14u);
}

TEST(Snooze, of_yesterday_is_told_when_it_is_over) {
    std::map<std::string, Bytes> stored;
    {
        Document mine = small_document();
        mine.sample = false;
        Page page = open_page({}, mine);
        page->key("h");
        page->settle();
        page->key("1");  // tomorrow
        page->advance(2);
        page->key("1");
        page->advance(2);
        stored = page->stored;
    }
    HeadlessOptions later;
    later.now = {later.now.seconds_since_epoch + 2 * 86400};
    Page page = open_page(later, small_document(), true, stored);
    EXPECT_TRUE(page->shows("1 snoozed invitation is back"));
}

TEST(Reason, is_given_after_a_verdict_and_kept_with_it) {
    Page page = open_page();
    page->key("3");
    page->key("r");
    page->settle();
    ASSERT_TRUE(page->type_into("Why?", "Sells to everybody"));
    page->settle();
    EXPECT_EQ(document_of(page).decisions.at({1}).reason, "Sells to everybody");
    page->key("z");
    EXPECT_EQ(document_of(page).decisions.at({1}).reason, "") << "the reason is a step of its own";
    page->key("z");
    EXPECT_TRUE(document_of(page).decisions.empty());
}

TEST(Reason, of_a_batch_goes_to_all_of_it_from_the_toast) {
    Page page = open_page();
    page->key("x");
    page->key("x");
    page->key("3");
    ASSERT_TRUE(page->press(Role::Button, "Why?"));
    page->settle();
    ASSERT_TRUE(page->type_into("Why?", "No time"));
    page->settle();
    for (const auto& [id, decision] : document_of(page).decisions) EXPECT_EQ(decision.reason, "No time");
}

TEST(Hints, leave_for_good_once_they_were_used) {
    Page page = open_page();
    EXPECT_TRUE(page->shows("Keys 1 to 5 decide"));
    page->key("1");
    page->advance(7);
    EXPECT_FALSE(page->shows("Keys 1 to 5 decide"));
    EXPECT_TRUE(page->shows("X selects several"));
    ASSERT_TRUE(page->press(Role::Button, "Close this hint"));
    page->advance(2);
    const auto stored = page->stored;
    page.platform.reset();
    Page again = open_page({}, small_document(), true, stored);
    EXPECT_FALSE(again->shows("Keys 1 to 5 decide"));
    EXPECT_FALSE(again->shows("X selects several"));
}

TEST(DayFromWords, reads_what_people_type) {
    const Strings strings(embedded_strings());
    const Day today = *valid_day(2026, 3, 20);  // a Friday
    const auto read = [&](std::string_view text) { return day_from_words(text, today, strings); };
    EXPECT_EQ(read("2026-04-01"), valid_day(2026, 4, 1));
    EXPECT_EQ(read("24 Dec"), valid_day(2026, 12, 24));
    EXPECT_EQ(read("Dec 24"), valid_day(2026, 12, 24));
    EXPECT_EQ(read("8 March"), valid_day(2027, 3, 8)) << "the next such day";
    EXPECT_EQ(read("24.12.2027"), valid_day(2027, 12, 24));
    EXPECT_EQ(read("24.12."), valid_day(2026, 12, 24));
    EXPECT_EQ(read("tomorrow"), valid_day(2026, 3, 21));
    EXPECT_EQ(read("monday"), valid_day(2026, 3, 23));
    EXPECT_EQ(read("Friday"), valid_day(2026, 3, 27)) << "not today";
    EXPECT_EQ(read("in 3 weeks"), valid_day(2026, 4, 10));
    EXPECT_EQ(read("3w"), valid_day(2026, 4, 10));
    EXPECT_EQ(read("10 days"), valid_day(2026, 3, 30));
    EXPECT_EQ(read("1 month"), valid_day(2026, 4, 20));
    EXPECT_EQ(read("+10"), valid_day(2026, 3, 30));
    for (const char* nonsense : {"", "soon", "2026-03-20", "2025-01-01", "31.02.2027", "99999", "three"}) EXPECT_FALSE(read(nonsense)) << nonsense;
}

TEST(SameDayNextMonth, stops_at_the_end_of_a_short_month) {
    EXPECT_EQ(same_day_next_month(*valid_day(2026, 1, 31)), *valid_day(2026, 2, 28));
    EXPECT_EQ(same_day_next_month(*valid_day(2026, 12, 15)), *valid_day(2027, 1, 15));
    EXPECT_EQ(next_monday(*valid_day(2026, 3, 23)), *valid_day(2026, 3, 30));
}

}  // namespace
}  // namespace discern::testing
