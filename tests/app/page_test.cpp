// The page around the lists: journal, settings, languages, palette, key sheet, work sheet, storage that fails, addresses.
#include "tests/app/bench.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace discern::testing {
namespace {

HeadlessOptions phone() {
    HeadlessOptions options;
    options.width = 780;
    options.height = 1688;
    options.pixel_ratio = 2;
    options.preferences.coarse_pointer = true;
    return options;
}

std::string text_of(const Bytes& bytes) { return {bytes.begin(), bytes.end()}; }

TEST(Journal, tells_the_reason_and_what_discern_had_said) {
    Page page = open_page();
    page->key("3");  // against the advice
    page->key("r");
    page->settle();
    page->type_into("Why?", "Left on bad terms");
    page->press(Role::Button, "Journal");
    page->settle();
    EXPECT_TRUE(page->shows("Left on bad terms"));
    EXPECT_TRUE(page->shows("Discern said Accept"));
    ASSERT_TRUE(page->press(Role::Button, "Change the reason about Ingrid Nakamura-Boye: Left on bad terms"));
    page->settle();
    ASSERT_TRUE(page->type_into("Why?", "Changed my mind"));
    page->settle();
    EXPECT_EQ(page.workspace().document().decisions.at({1}).reason, "Changed my mind");
    EXPECT_EQ(page.workspace().document().decisions.at({1}).verdict, Action::Accept) << "what was said then stays";
}

TEST(Journal, narrows_by_action_by_words_and_by_disagreement) {
    Page page = open_page();
    page->key("1");
    page->key("3");
    page->key("4");
    page->press(Role::Button, "Journal");
    page->settle();
    ASSERT_EQ(page.state().journal.entries.size(), 3u);
    ASSERT_TRUE(page->press(Role::Radio, "Report 1"));
    page->settle();
    EXPECT_EQ(page.state().journal.entries.size(), 1u);
    ASSERT_TRUE(page->press(Role::Radio, "All 3"));
    page->settle();
    ASSERT_TRUE(page->press(Role::Checkbox, "Not as Discern said"));
    page->settle();
    EXPECT_EQ(page.state().journal.entries.size(), 2u);
    page->press(Role::Radio, "All 3");
    ASSERT_TRUE(page->type_into("Filter decisions", "oyelaran"));
    page->settle();
    EXPECT_EQ(page.state().journal.entries.size(), 1u);
    std::string entry;
    for (const SemanticNode& node : page->nodes())
        if (node.role == Role::ListItem && node.name.starts_with("Tariq Oyelaran: ")) entry = node.name;
    ASSERT_TRUE(page->press(Role::ListItem, entry));
    page->settle();
    EXPECT_EQ(page.state().view, View::Received);
    EXPECT_TRUE(page->shows("Receipt: Tariq Oyelaran"));
}

TEST(Settings, make_everything_twice_as_large_and_keep_it) {
    Page page = open_page();
    const auto height_of = [](const Page& of) {
        for (const SemanticNode& node : of->nodes())
            if (node.role == Role::ListItem) return node.rect.height;
        return 0.0f;
    };
    const float before = height_of(page);
    page->press(Role::Button, "Settings");
    page->settle();
    ASSERT_TRUE(page->press(Role::Radio, "200 %"));
    page->advance(2);
    ASSERT_TRUE(page->press(Role::Button, "Received, 14 open"));
    page->settle();
    EXPECT_EQ(height_of(page), 2 * before);
    const auto stored = page->stored;
    page.platform.reset();
    Page again = open_page({}, small_document(), true, stored);
    EXPECT_EQ(again.state().settings.taste.text_percent, 200);
    EXPECT_EQ(height_of(again), 2 * before);
}

TEST(Settings, set_density_contrast_and_motion) {
    Page page = open_page();
    page->press(Role::Button, "Settings");
    page->settle();
    ASSERT_TRUE(page->press(Role::Radio, "Compact"));
    ASSERT_TRUE(page->press(Role::Radio, "More"));
    ASSERT_TRUE(page->press(Role::Radio, "None"));
    page->advance(1);
    const StoredSettings kept = settings_from(text_of(page->stored.at("settings")));
    EXPECT_TRUE(kept.taste.compact);
    EXPECT_EQ(kept.taste.contrast, Either::Yes);
    EXPECT_EQ(kept.taste.calm, Either::Yes);
}

TEST(Settings, say_how_much_is_kept_in_this_browser) {
    Page page = open_page();
    page->key("1");
    page->advance(2);
    EXPECT_EQ(page.state().settings.kept.book, page->stored.at("book").size());
    EXPECT_EQ(page.state().settings.kept.state, page->stored.at("state").size());
    page->press(Role::Button, "Settings");
    page->settle();
    EXPECT_TRUE(page->shows(" KB"));
}

TEST(StoredSettings, survive_being_written_and_read) {
    StoredSettings settings;
    settings.taste = {.theme = ThemeChoice::Light, .contrast = Either::Yes, .calm = Either::Yes, .compact = true, .text_percent = 130, .language = "de"};
    settings.welcomed = true;
    settings.hints_used = 5;
    settings.last_day = 20000;
    EXPECT_EQ(settings_from(text_from(settings)), settings);
    EXPECT_EQ(settings_from("theme=dark\nwelcomed=yes\n").taste.theme, ThemeChoice::Dark) << "as older pages wrote it";
    EXPECT_EQ(settings_from("text=7\nlanguage=xx\nnonsense"), StoredSettings()) << "what is not understood changes nothing";
}

TEST(Languages, follow_the_browser_and_change_at_once) {
    HeadlessOptions options;
    options.preferences.language = "de-AT";
    Page page = open_page(options);
    EXPECT_EQ(page->language, "de");
    EXPECT_NE(page->find(Role::Button, "Einstellungen"), nullptr);
    ASSERT_TRUE(page->press(Role::Button, "Einstellungen"));
    page->settle();
    ASSERT_TRUE(page->press(Role::Radio, "Espa\u00f1ol"));
    page->settle();
    EXPECT_EQ(page->language, "es");
    EXPECT_NE(page->find(Role::Button, "Ajustes"), nullptr);
    ASSERT_TRUE(page->press(Role::Radio, "English"));
    page->settle();
    EXPECT_NE(page->find(Role::Button, "Settings"), nullptr);
}

TEST(Languages, write_numbers_and_days_in_their_own_way) {
    HeadlessOptions options;
    options.preferences.language = "de";
    Page page = open_page(options);
    EXPECT_EQ(grouped(1204), "1.204");
    EXPECT_EQ(one_decimal(1.5), "1,5");
    page->press(Role::Button, "Einstellungen");
    page->settle();
    page->press(Role::Radio, "Espa\u00f1ol");
    page->settle();
    EXPECT_EQ(grouped(1204), "1204");
    EXPECT_EQ(grouped(12040), "12.040");
    page->press(Role::Radio, "English");
    page->settle();
    EXPECT_EQ(grouped(1204567), "1,204,567");
}

TEST(Palette, finds_people_and_lenses_by_name) {
    Page page = open_page();
    page->key("Ctrl+K");
    page->settle();
    ASSERT_TRUE(page->type_into("Do anything", "oyel"));
    page->settle();
    EXPECT_TRUE(page->shows("Receipt: Tariq Oyelaran"));
    page->press(Role::Button, "Goals");
    page->press(Role::Button, "New lens");
    page->settle();
    ASSERT_EQ(page.workspace().document().active_lens, 2u);
    page->key("Ctrl+K");
    page->settle();
    ASSERT_TRUE(page->type_into("Do anything", "switch to next"));
    page->settle();
    EXPECT_EQ(page.workspace().document().active_lens, 1u);
}

TEST(KeySheet, holds_every_key_there_is_and_nothing_else) {
    std::set<Deed> with_keys, on_the_sheet;
    for (const DeedKey& entry : deed_keys()) with_keys.insert(entry.deed);
    for (const DeedGroup& group : key_groups())
        for (const Deed deed : group.deeds) EXPECT_TRUE(on_the_sheet.insert(deed).second) << words_key(deed) << " stands there twice";
    for (const Deed deed : with_keys) EXPECT_TRUE(on_the_sheet.contains(deed)) << words_key(deed) << " has a key that the sheet does not show";
    for (const Deed deed : on_the_sheet) EXPECT_TRUE(with_keys.contains(deed)) << words_key(deed) << " has no key";
    Page page = open_page();
    page->key("?");
    page->settle();
    for (const DeedKey& entry : deed_keys()) {
        const bool shown = std::any_of(page->nodes().begin(), page->nodes().end(), [&](const SemanticNode& node) {
            return node.name.starts_with(embedded_strings().text(words_key(entry.deed))) && node.name.find(entry.cap) != std::string::npos;
        });
        EXPECT_TRUE(shown) << entry.cap;
    }
}

TEST(WorkSheet, is_saved_copied_and_printed) {
    Page page = open_page();
    page->key("1");
    page->key("3");
    page->key("Shift+E");
    page->settle();
    EXPECT_TRUE(page->shows("2 rows in discern-work-sheet-2026-03-20.csv"));
    ASSERT_TRUE(page->press(Role::Button, "Save"));
    ASSERT_EQ(page->saved.size(), 1u);
    EXPECT_EQ(page->saved.front().name, "discern-work-sheet-2026-03-20.csv");
    EXPECT_NE(text_of(page->saved.front().bytes).find("Ingrid Nakamura-Boye"), std::string::npos);
    ASSERT_TRUE(page->press(Role::Radio, "Markdown"));
    page->settle();
    ASSERT_TRUE(page->press(Role::Button, "Copy"));
    EXPECT_NE(page->clipboard.find("- [ ] [**Ingrid Nakamura"), std::string::npos) << page->clipboard;
    ASSERT_TRUE(page->press(Role::Button, "Print"));
    ASSERT_EQ(page->printed.size(), 1u);
    EXPECT_NE(page->printed.front().find("<h2>Accept</h2>"), std::string::npos);
    EXPECT_EQ(page->printed.front().find("<style"), std::string::npos) << "the page prints in its own style";
}

TEST(WorkSheet, counts_what_discern_proposes_when_asked_to) {
    Page page = open_page();
    page->key("1");
    page->key("Shift+E");
    page->settle();
    EXPECT_EQ(page.state().work_sheet.rows.size(), 1u);
    ASSERT_TRUE(page->press(Role::Checkbox, "Also what Discern proposes"));
    page->settle();
    EXPECT_EQ(page.state().work_sheet.rows.size(), 14u);
}

TEST(Printing, of_the_browser_gives_the_report_even_without_decisions) {
    Page page = open_page();
    page->inbox().printing = true;
    page->frames(1);
    ASSERT_EQ(page->printed.size(), 1u);
    EXPECT_NE(page->printed.front().find("Ingrid Nakamura-Boye"), std::string::npos);
}

TEST(Keeping, tries_again_by_itself_and_says_so) {
    Page page = open_page();
    page->advance(2);
    const Bytes before = page->stored.at("state");
    page->storage_full = true;
    page->key("1");
    page->advance(1);
    page->key("Escape");  // the message
    EXPECT_TRUE(page->shows("trying again"));
    page->advance(2.5);
    page->advance(4.5);
    EXPECT_EQ(page.state().dialog, Dialog::None) << "the same trouble is not told twice";
    page->storage_full = false;
    page->advance(10);
    EXPECT_FALSE(page->shows("trying again"));
    EXPECT_TRUE(page->shows("Saved in this browser"));
    EXPECT_NE(page->stored.at("state"), before) << "the verdict is kept after all";
}

TEST(Status, says_what_left_the_page_as_the_browser_counts_it) {
    Page page = open_page();
    EXPECT_TRUE(page->shows("0 bytes sent since load"));
    page->requests = 2;
    page->frames(2);
    EXPECT_FALSE(page->shows("0 bytes sent"));
    EXPECT_TRUE(page->shows("2 requests since load"));
}

TEST(Icon, carries_how_many_are_open) {
    Page page = open_page();
    EXPECT_EQ(page->open_count, 14u);
    page->key("1");
    EXPECT_EQ(page->open_count, 13u);
}

TEST(Back, closes_the_receipt_on_a_phone_and_walks_the_views) {
    Page page = open_page(phone());
    page->key("Enter");
    page->settle();
    EXPECT_EQ(page->hash, "receipt");
    page->inbox().location_changed = true;
    page->inbox().location_hash = "received";
    page->frames(2);
    EXPECT_FALSE(page.state().received.receipt_open);
    for (const auto& [hash, view] : {std::pair{"plan", View::Plan}, std::pair{"goals", View::Goals}, std::pair{"journal", View::Journal}, std::pair{"settings", View::Settings}, std::pair{"", View::Received}}) {
        page->inbox().location_changed = true;
        page->inbox().location_hash = hash;
        page->frames(2);
        EXPECT_EQ(page.state().view, view) << hash;
    }
}

}  // namespace
}  // namespace discern::testing
