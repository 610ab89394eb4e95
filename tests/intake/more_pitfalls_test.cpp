// The pitfalls that concern the package rather than a table (9, 17, 18), dates (22), and what was split over several
// files. Pitfall 20, formulas in what is exported, is tested where files are made: tests/report/report_test.cpp.
#include "archive/limits.hpp"
#include "tests/support/fixtures.hpp"
#include "tests/support/zip_maker.hpp"

#include "base/date.hpp"
#include "text/profile_key.hpp"

#include <gtest/gtest.h>

using namespace discern;
using namespace discern::test;

namespace {

constexpr std::string_view connections_header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";
constexpr std::string_view ottilie = "Ottilie,Quandt,https://www.linkedin.com/in/ottilie-quandt,,Brackwater,Buyer,08 Feb 2026\n";
constexpr std::string_view bram = "Bram,Sedley,https://www.linkedin.com/in/bram-sedley,,Tidemill,Pilot,02 Oct 2025\n";
constexpr std::string_view invitations_header = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n";
constexpr std::string_view from_ottilie =
    "Ottilie Quandt,Mirela Oduya,\"2/7/26, 2:37 PM\",,INCOMING,https://www.linkedin.com/in/ottilie-quandt,https://www.linkedin.com/in/mirela-oduya\n";
constexpr std::string_view messages_header =
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n";
constexpr std::string_view message =
    "2-a,,Ottilie Quandt,https://www.linkedin.com/in/ottilie-quandt,Mirela Oduya,https://www.linkedin.com/in/mirela-oduya,2026-02-09 08:00:00 UTC,,Hello there,INBOX\n";
constexpr std::string_view second_message =
    "2-a,,Ottilie Quandt,https://www.linkedin.com/in/ottilie-quandt,Mirela Oduya,https://www.linkedin.com/in/mirela-oduya,2026-02-10 08:00:00 UTC,,And again,INBOX\n";

std::string text(std::initializer_list<std::string_view> parts) {
    std::string all;
    for (const std::string_view part : parts) all += part;
    return all;
}

std::vector<ZipPart> an_archive() {
    return {{"Connections.csv", text({connections_header, ottilie, bram})},
            {"Invitations.csv", text({invitations_header, from_ottilie})},
            {"messages.csv", text({messages_header, message, second_message})}};
}

// The same ZIP with the packed bytes of messages.csv left out.
struct Holed {
    std::string bytes;
    ZipHole hole;
};
Holed holed(const std::string& zip) {
    const auto entries = read_zip_directory(zip, "a.zip");
    for (const ZipEntry& entry : *entries) {
        if (entry.name != "messages.csv") continue;
        const std::size_t header = entry.local_header_at;
        const auto u16 = [&](std::size_t at) {
            return static_cast<std::uint8_t>(zip[at]) | static_cast<std::uint8_t>(zip[at + 1]) << 8;
        };
        const std::uint64_t at = header + 30 + static_cast<std::uint64_t>(u16(header + 26) + u16(header + 28));
        return {zip.substr(0, at) + zip.substr(at + entry.packed_size), {at, entry.packed_size}};
    }
    return {};
}

}  // namespace

TEST(Pitfall09, ids_of_the_web_page_keep_their_capitals) {
    EXPECT_EQ(profile_key("https://www.linkedin.com/in/ACoAABcDeF012"), "id:ACoAABcDeF012");
    EXPECT_NE(profile_key("https://www.linkedin.com/in/ACoAABcDeF012"), profile_key("https://www.linkedin.com/in/ACoAABCDEF012"));
    EXPECT_EQ(profile_key("https://www.linkedin.com/in/Ana-Sample"), profile_key("https://www.linkedin.com/in/ana-sample"));
}

TEST(Pitfall10, a_changed_address_is_asked_about) {
    const auto result = import({{"Connections.csv", text({connections_header, ottilie})},
                                {"Invitations.csv", text({invitations_header, "Ottilie Quandt,Mirela Oduya,\"2/7/26, 2:37 PM\",,INCOMING,"
                                                          "https://www.linkedin.com/in/ottilie-q-2,https://www.linkedin.com/in/mirela-oduya\n"})}});
    ASSERT_TRUE(result.has_value());
    ASSERT_EQ(result->book.doubts.size(), 1u);
    EXPECT_EQ(result->book.doubts[0].why, Likeness::OtherAddress);
    EXPECT_TRUE(result->book.joins.empty());
}

TEST(Pitfall17, the_archive_opens_whether_zipped_twice_unpacked_or_without_sizes_in_its_headers) {
    const std::string zip = zip_of(an_archive(), {.descriptors = true, .before = {}, .comment = {}});
    const auto once = import({{"Complete_LinkedInDataExport.zip", zip}});
    ASSERT_TRUE(once.has_value()) << once.error().what;
    const auto twice = import({{"Complete_LinkedInDataExport.zip.zip", zip_of({{"Complete_LinkedInDataExport.zip", zip}})}});
    ASSERT_TRUE(twice.has_value()) << twice.error().what;
    std::vector<Handed> loose;
    for (const ZipPart& part : an_archive()) loose.push_back({"Complete_LinkedInDataExport/" + part.name, part.bytes});
    const auto folder = import(loose);
    ASSERT_TRUE(folder.has_value()) << folder.error().what;
    EXPECT_EQ(once->book, twice->book);
    EXPECT_EQ(once->book, folder->book);
    EXPECT_EQ(person_named(once->book, "Ottilie Quandt").ties.messages_from_them, 2u);
}

TEST(Pitfall17, the_partial_archive_beside_the_complete_one_counts_nothing_twice) {
    const std::string complete = zip_of(an_archive());
    const std::string partial = zip_of({{"Connections.csv", text({connections_header, ottilie})},
                                        {"Invitations.csv", text({invitations_header, from_ottilie})},
                                        {"messages.csv", text({messages_header, message})}});
    const auto both = import({{"Basic_LinkedInDataExport.zip", partial}, {"Complete_LinkedInDataExport.zip", complete}});
    const auto alone = import({{"Complete_LinkedInDataExport.zip", complete}});
    ASSERT_TRUE(both.has_value() && alone.has_value());
    EXPECT_EQ(both->report.connections, 2u);
    EXPECT_EQ(both->report.invitations_incoming, 1u);
    EXPECT_EQ(both->report.messages, 2u);
    EXPECT_EQ(person_named(both->book, "Ottilie Quandt").ties.messages_from_them, 2u);
    EXPECT_EQ(both->book.invitations.size(), alone->book.invitations.size());
    EXPECT_EQ(both->book.people.size(), alone->book.people.size());
}

TEST(SeveralFiles, of_one_kind_are_all_read) {
    const auto result = import({{"Connections_1.csv", text({connections_header, ottilie})},
                                {"Connections_2.csv", text({connections_header, bram})},
                                {"Invitations.csv", text({invitations_header, from_ottilie})},
                                {"messages_1.csv", text({messages_header, message})},
                                {"messages_2.csv", text({messages_header, second_message})}});
    ASSERT_TRUE(result.has_value());
    EXPECT_EQ(result->report.connections, 2u);
    EXPECT_EQ(person_named(result->book, "Bram Sedley").profile.company, "Tidemill");
    EXPECT_EQ(person_named(result->book, "Ottilie Quandt").ties.messages_from_them, 2u);
    EXPECT_EQ(result->report.messages, 2u);
}

TEST(Pitfall18, paths_in_names_are_ignored_and_bombs_are_refused) {
    auto parts = an_archive();
    parts[0].name = "../../../etc/Connections.csv";
    parts[1].name = "C:\\Windows\\Invitations.csv";
    const auto result = import({{"a.zip", zip_of(parts)}});
    ASSERT_TRUE(result.has_value());
    EXPECT_EQ(result->report.files.at(0).name, "Connections.csv");
    EXPECT_EQ(result->report.files.at(1).name, "Invitations.csv");

    ZipPart bomb{"messages.csv", std::string(messages_header) + std::string(zip_ratio_from_bytes * 2, 'a')};
    const auto refused = import({{"bomb.zip", zip_of({an_archive()[0], an_archive()[1], bomb})}});
    ASSERT_FALSE(refused.has_value());
    EXPECT_NE(refused.error().what.find("ZIP bomb"), std::string::npos);
}

TEST(Pitfall22, two_digit_years_are_of_this_century_and_the_order_of_day_and_month_is_looked_at_as_a_whole) {
    EXPECT_EQ(day_from_text("1/29/26"), day_from_civil({2026, 1, 29}));
    EXPECT_EQ(instant_from_pacific_text("1/29/26, 2:37 PM"), instant_from_iso("2026-01-29T22:37:00Z"));
    const auto day_first = import({{"Connections.csv", text({connections_header, "Ottilie,Quandt,https://www.linkedin.com/in/ottilie-quandt,,,,2/3/2026\n",
                                                              "Bram,Sedley,https://www.linkedin.com/in/bram-sedley,,,,29/1/2026\n"})}});
    ASSERT_TRUE(day_first.has_value());
    EXPECT_EQ(person_named(day_first->book, "Ottilie Quandt").ties.connected_on, day_from_civil({2026, 3, 2}));
}

TEST(ArchiveReading, takes_the_messages_in_pieces_and_gives_the_same_book) {
    const std::string zip = zip_of(an_archive(), {.descriptors = true, .before = {}, .comment = {}});
    const Holed with_hole = holed(zip);
    ASSERT_GT(with_hole.hole.size, 0u);
    const std::vector<InputFile> files = {{"a.zip", with_hole.bytes, with_hole.hole}};
    const std::string messages = an_archive()[2].bytes;
    for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, messages.size()}) {
        auto reading = ArchiveReading::begin(files);
        ASSERT_TRUE(reading.has_value()) << reading.error().what;
        ASSERT_TRUE(reading->wants_pieces());
        for (std::size_t at = 0; at < messages.size(); at += piece)
            EXPECT_TRUE(reading->feed(std::string_view(messages).substr(at, piece)));
        const auto result = reading->finish();
        ASSERT_TRUE(result.has_value()) << result.error().what;
        const auto whole = import({{"a.zip", zip}});
        EXPECT_EQ(result->book, whole->book) << piece;
        EXPECT_EQ(result->report, whole->report) << piece;
    }
}

TEST(ArchiveReading, refuses_pieces_that_are_not_the_file_of_the_directory) {
    const Holed with_hole = holed(zip_of(an_archive()));
    const std::vector<InputFile> files = {{"a.zip", with_hole.bytes, with_hole.hole}};
    auto other = ArchiveReading::begin(files);
    std::string wrong = an_archive()[2].bytes;
    wrong[wrong.size() / 2] = '#';
    EXPECT_TRUE(other->feed(wrong));
    EXPECT_FALSE(other->finish().has_value()) << "another checksum";
    auto shorter = ArchiveReading::begin(files);
    EXPECT_TRUE(shorter->feed(std::string_view(wrong).substr(0, 200)));
    EXPECT_FALSE(shorter->finish().has_value()) << "not whole";
    auto longer = ArchiveReading::begin(files);
    EXPECT_FALSE(longer->feed(an_archive()[2].bytes + "x")) << "more than the directory says";
    std::vector<InputFile> elsewhere = files;
    elsewhere[0].hole.at -= 1;
    EXPECT_FALSE(ArchiveReading::begin(elsewhere).has_value()) << "the hole is no entry";
}
