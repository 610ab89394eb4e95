#include "intake/page_reader.hpp"

#include "intake/page_lines.hpp"
#include "tests/support/fixtures.hpp"

#include <gtest/gtest.h>

using namespace discern;
using namespace discern::test;

namespace {

const Instant noon = instant_from_iso("2026-02-20T12:00:00Z").value();

PageReading reading_of(std::string_view text, std::string_view html = {}) {
    auto reading = read_page(text, html, noon);
    EXPECT_TRUE(reading.has_value());
    return reading ? std::move(*reading) : PageReading{};
}

Instant before_noon(std::int64_t days) { return Instant{noon.seconds_since_epoch - days * 86'400}; }

}  // namespace

TEST(ReadPage, reads_the_received_page_of_2026_as_plain_text) {
    const PageReading page = reading_of(fixture("pages/received.txt"));
    EXPECT_EQ(page.kind, PageReading::Kind::Received);
    EXPECT_EQ(page.left_out, 1u);
    ASSERT_EQ(page.people.size(), 3u);
    const SeenPerson& ottilie = page.people[0];
    EXPECT_EQ(ottilie.name, "Ottilie Quandt");
    EXPECT_TRUE(ottilie.follows_user);
    EXPECT_EQ(ottilie.profile.headline, "Buyer at Brackwater | Ex-Tidemill");
    EXPECT_EQ(ottilie.mutual_count, 9u);
    EXPECT_EQ(ottilie.mutual_names, std::vector<std::string>{"Bram Sedley"});
    EXPECT_EQ(ottilie.invitation->sent_at, before_noon(14));
    EXPECT_EQ(ottilie.invitation->note, "Hi Mirela, we met at the harbour fair.\nI liked your talk on locks.");
    const SeenPerson& tavish = page.people[1];
    EXPECT_EQ(tavish.name, "Tavish Ormond, PhD");
    EXPECT_EQ(tavish.profile.headline, "I write the newsletter Tides and Times");
    EXPECT_EQ(tavish.mutual_count, std::nullopt);
    EXPECT_EQ(tavish.invitation->note, "");
    const SeenPerson& lark = page.people[2];
    EXPECT_EQ(lark.name, "Lark Vane");
    EXPECT_EQ(lark.mutual_count, 3u);
    EXPECT_EQ(lark.mutual_names, (std::vector<std::string>{"Liv Corvgate", "Bram Sedley"}));
    EXPECT_EQ(lark.invitation->sent_at, before_noon(30));
    EXPECT_EQ(lark.invitation->note, "");
}

TEST(ReadPage, reads_older_pages_where_the_note_stands_before_the_buttons) {
    const PageReading page = reading_of(fixture("pages/received-older.txt"));
    ASSERT_EQ(page.people.size(), 2u);
    EXPECT_EQ(page.people[0].name, "Ottilie Quandt");
    EXPECT_EQ(page.people[0].profile.headline, "Buyer at Brackwater");
    EXPECT_EQ(page.people[0].mutual_count, 3u);
    EXPECT_EQ(page.people[0].invitation->note, "Hello from the fair");
    EXPECT_EQ(page.people[1].name, "Lark Vane");
    EXPECT_EQ(page.people[1].mutual_names, std::vector<std::string>{"Bram Sedley"});
    EXPECT_EQ(page.people[1].invitation->sent_at, before_noon(0));
}

TEST(ReadPage, takes_addresses_and_badges_from_the_html) {
    const PageReading page = reading_of("whatever", fixture("pages/received.html"));
    ASSERT_EQ(page.people.size(), 2u);
    EXPECT_EQ(page.people[0].name, "Ottilie Quandt");
    EXPECT_EQ(page.people[0].profile_key, "ottilie-quandt-4f1");
    EXPECT_EQ(page.people[0].profile.verified, Verification::Verified);
    EXPECT_EQ(page.people[0].profile.headline, "Buyer at Brackwater & Sons");
    EXPECT_EQ(page.people[0].mutual_count, 9u);
    EXPECT_EQ(page.people[0].invitation->note, "Hi Mirela,\nwe met at the fair.");
    EXPECT_EQ(page.people[1].name, "Zoé Hallström");
    EXPECT_EQ(page.people[1].profile_key, "zoé-hallström");
    EXPECT_EQ(page.people[1].profile.verified, Verification::Unknown);
    EXPECT_EQ(page.people[1].invitation->note, "");
}

TEST(ReadPage, reads_the_sent_page) {
    const PageReading page = reading_of(fixture("pages/sent.txt"));
    EXPECT_EQ(page.kind, PageReading::Kind::Sent);
    ASSERT_EQ(page.people.size(), 2u);
    EXPECT_EQ(page.people[0].name, "Bram Sedley");
    EXPECT_EQ(page.people[0].profile.headline, "Pilot at Tidemill");
    EXPECT_EQ(page.people[0].invitation->direction, Direction::Outgoing);
    EXPECT_EQ(page.people[0].invitation->sent_at, before_noon(7));
    EXPECT_EQ(page.people[1].name, "Lark Vane");
    EXPECT_EQ(page.people[1].invitation->sent_at, before_noon(1));
}

TEST(ReadPage, reads_a_profile) {
    const PageReading page = reading_of(fixture("pages/profile.txt"));
    EXPECT_EQ(page.kind, PageReading::Kind::Profile);
    ASSERT_EQ(page.people.size(), 1u);
    const SeenPerson& person = page.people[0];
    EXPECT_EQ(person.name, "Ottilie Quandt");
    EXPECT_EQ(person.profile.headline, "Buyer at Brackwater | Ex-Tidemill");
    EXPECT_EQ(person.profile.place, "Bremen, Germany");
    EXPECT_EQ(person.profile.followers, 1'234u);
    EXPECT_EQ(person.profile.connections, 500u);
    EXPECT_EQ(person.mutual_count, 9u);
    EXPECT_EQ(person.profile.about, "I buy rope, and ask where it comes from.");
    EXPECT_EQ(person.profile.position, "Buyer");
    EXPECT_EQ(person.profile.company, "Brackwater");
    EXPECT_EQ(person.invitation, std::nullopt);
}

TEST(ReadPage, says_what_to_do_with_a_page_it_does_not_know) {
    for (const std::string_view text : {"", "Just some words\nand more", "Ignore", "Accept\nIgnore"}) {
        const auto page = read_page(text, {}, noon);
        ASSERT_FALSE(page.has_value()) << text;
        EXPECT_NE(page.error().mend.find("in English"), std::string::npos);
    }
}

TEST(AgeFromText, reads_how_long_ago) {
    EXPECT_EQ(age_from_text("2 weeks ago"), 14 * 86'400);
    EXPECT_EQ(age_from_text("Sent an hour ago"), 3'600);
    EXPECT_EQ(age_from_text("Sent yesterday"), 86'400);
    EXPECT_EQ(age_from_text("Today"), 0);
    EXPECT_EQ(age_from_text("1 year ago"), 31'536'000);
    for (const char* text : {"", "ago", "2 fortnights ago", "weeks ago", "99999 years ago", "Today is fine"})
        EXPECT_EQ(age_from_text(text), std::nullopt) << text;
}

TEST(MutualsFromText, reads_names_and_numbers) {
    EXPECT_EQ(mutuals_from_text("Ben Muster and 8 other mutual connections"), (MutualLine{{"Ben Muster"}, 9}));
    EXPECT_EQ(mutuals_from_text("A B, C D & 1 other mutual connection"), (MutualLine{{"A B", "C D"}, 3}));
    EXPECT_EQ(mutuals_from_text("A B and 2 others"), (MutualLine{{"A B"}, 3}));
    EXPECT_EQ(mutuals_from_text("A B is a mutual connection"), (MutualLine{{"A B"}, 1}));
    EXPECT_EQ(mutuals_from_text("A B and C D are mutual connections"), (MutualLine{{"A B", "C D"}, 2}));
    EXPECT_EQ(mutuals_from_text("12 mutual connections"), (MutualLine{{}, 12}));
    EXPECT_EQ(mutuals_from_text("1 mutual connection"), (MutualLine{{}, 1}));
    for (const char* text :
         {"", "mutual connections", "500+ connections", "Two mutual connections", "Working with 3 others"})
        EXPECT_EQ(mutuals_from_text(text), std::nullopt) << text;
}

TEST(ShownCountFromText, reads_grouped_and_shortened_numbers) {
    EXPECT_EQ(shown_count_from_text("1,234"), 1'234u);
    EXPECT_EQ(shown_count_from_text("500+"), 500u);
    EXPECT_EQ(shown_count_from_text("1.5K"), 1'500u);
    EXPECT_EQ(shown_count_from_text("2M"), 2'000'000u);
    for (const char* text : {"", "K", "about 5", "1.2.3", "99999999M"})
        EXPECT_EQ(shown_count_from_text(text), std::nullopt) << text;
}

TEST(LinesOfHtml, reads_blocks_entities_and_labels_and_leaves_scripts_out) {
    const auto lines = lines_of_html(
        "<p>a &lt;b&gt; &#8217;&#x41;<b>c</b></p><style>x{}</style><div>d<br/>e</div><img alt='f'><script>g</script>h "
        "&unknown; <a href=https://www.linkedin.com/in/ana>Ana</a>");
    std::vector<std::string> texts;
    for (const PageLine& line : lines) texts.push_back(line.text);
    EXPECT_EQ(texts, (std::vector<std::string>{"a <b> ’Ac", "d", "e", "f", "h &unknown; Ana"}));
    EXPECT_EQ(lines.back().profile_key, "ana");
}

TEST(LinesOfHtml, survives_what_is_no_html) {
    for (const char* html : {"<", "<a", "<a href=", "<a href='", "<!--", "<svg", "<svg aria-label=x>", "</", "<>", "<p",
                             "&", "&#;", "&#x;", "<img alt=\"<p>\">"})
        static_cast<void>(lines_of_html(html));
    EXPECT_TRUE(lines_of_html("<").empty());
}
