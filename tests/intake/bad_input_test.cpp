// Whatever is dropped by mistake or with bad intent gets one clear sentence: what, where, and how to mend it.
#include "archive/limits.hpp"
#include "tests/support/fixtures.hpp"
#include "tests/support/zip_maker.hpp"

#include <gtest/gtest.h>

using namespace discern;
using namespace discern::test;

namespace {

const std::string connections =
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Ottilie,Quandt,https://www.linkedin.com/in/ottilie-quandt-4f1,,Brackwater,Buyer,08 Feb 2026\n";

// What the user is told; empty (and a failed test) when the import succeeded.
std::string told(const std::vector<Handed>& files) {
    const auto result = import(files);
    EXPECT_FALSE(result.has_value());
    if (result) return {};
    EXPECT_FALSE(result.error().mend.empty());
    return sentence_from(result.error());
}

}  // namespace

TEST(BadInput, a_picture_is_neither_zip_nor_csv) {
    EXPECT_EQ(told({{"photo.png", "\x89PNG\r\n\x1A\n and so on"}})
                  .find("photo.png: It is neither a ZIP file nor a file of a LinkedIn archive."),
              0u);
    EXPECT_EQ(told({{"archive.zip", "this is no archive at all, only named like one"}})
                  .find("archive.zip: It is not a ZIP file."),
              0u);
}

TEST(BadInput, nothing_at_all_is_said_to_be_nothing) {
    EXPECT_EQ(told({}).find("No file was given."), 0u);
    EXPECT_EQ(told({{"empty.csv", ""}}).find("empty.csv: It is neither"), 0u);
}

TEST(BadInput, a_truncated_zip_should_be_downloaded_again) {
    const std::string zip = zip_of({{"Connections.csv", connections}, {"Skills.csv", "Name\nx\n"}});
    const std::string sentence = told({{"archive.zip", zip.substr(0, zip.size() / 2)}});
    EXPECT_EQ(sentence,
              "archive.zip: The ZIP file is cut off: its table of contents is missing. Download the archive again and "
              "drop the new file.");
}

TEST(BadInput, a_zip_without_any_known_file_says_where_to_get_the_archive) {
    const std::string sentence = told({{"holiday.zip", zip_of({{"beach.jpg", "x"}, {"notes.csv", "a,b\n1,2\n"}})}});
    EXPECT_EQ(sentence.find("holiday.zip: The ZIP file holds no file of a LinkedIn archive."), 0u);
    EXPECT_NE(sentence.find("Get a copy of your data"), std::string::npos);
}

TEST(BadInput, an_encrypted_entry_is_named) {
    const std::string sentence =
        told({{"archive.zip", zip_of({{.name = "Connections.csv", .bytes = connections, .encrypted = true}})}});
    EXPECT_EQ(sentence.find("Connections.csv: The file is locked with a password."), 0u);
}

TEST(BadInput, a_bomb_is_refused_by_its_declared_size_and_by_its_actual_size) {
    const std::string declared =
        zip_of({{.name = "Connections.csv", .bytes = connections, .size_written = 0xF0000000u}});
    EXPECT_NE(told({{"archive.zip", declared}}).find("ZIP bomb"), std::string::npos);
    const std::string zeros = connections + std::string(2 * zip_ratio_from_bytes, '0');
    EXPECT_NE(told({{"archive.zip", zip_of({{"Connections.csv", zeros}})}}).find("ZIP bomb"), std::string::npos);
    const std::string lying = zip_of({{.name = "Connections.csv", .bytes = zeros, .size_written = 5'000}});
    EXPECT_EQ(told({{"archive.zip", lying}}).find("Connections.csv: The file is damaged inside the ZIP."), 0u);
}

TEST(BadInput, a_nul_is_left_out_and_mentioned) {
    const auto result = import({{"Connections.csv", fixture("archive/nul-Connections.csv")}});
    ASSERT_TRUE(result.has_value());
    EXPECT_EQ(person_named(result->book, "Ottilie Quandt").profile.company, "Brackwater");
    ASSERT_EQ(result->report.warnings.size(), 1u);
    EXPECT_NE(result->report.warnings.front().what.find("NUL"), std::string::npos);
    EXPECT_EQ(result->report.warnings.front().where, (Place{"Connections.csv", 1}));
}

TEST(BadInput, a_field_over_1_mb_skips_its_row_and_no_other) {
    const std::string large(csv_field_bytes_at_most + 1, 'x');
    for (const std::string quote : {"", "\""}) {
        const auto result = import({{"Connections.csv", connections + "A,B,," + quote + large + quote
                                                            + ",,,08 Feb 2026\nBram,Sedley,,,,,08 Feb 2026\n"}});
        ASSERT_TRUE(result.has_value());
        EXPECT_EQ(result->report.connections, 3u);
        ASSERT_EQ(result->report.skipped.size(), 1u);
        EXPECT_EQ(result->report.skipped.front(), (SkippedRow{"Connections.csv", 2, "A field is larger than 1 MB."}));
        EXPECT_EQ(person_named(result->book, "Bram Sedley").ties.connected_source.row, 3u);
    }
}

TEST(BadInput, rows_that_cannot_be_used_are_reported_with_file_and_row) {
    const std::string invitations =
        "From,To,Sent At,Message,Direction\n"
        "A B,Me Me,\"1/29/26, 2:37 PM\",,SIDEWAYS\n"
        "too,short\n"
        ",,\"1/29/26, 2:37 PM\",,INCOMING\n"
        "A B,Me Me,yesterday,,INCOMING\n";
    const auto result =
        import({{"Connections.csv", connections + "Bram,Sedley,,,,,some day\n"}, {"Invitations.csv", invitations}});
    ASSERT_TRUE(result.has_value());
    ASSERT_EQ(result->report.skipped.size(), 4u);
    EXPECT_EQ(result->report.skipped[0],
              (SkippedRow{"Connections.csv", 2, "The date of the connection cannot be read."}));
    EXPECT_EQ(result->report.skipped[1],
              (SkippedRow{"Invitations.csv", 1, "It does not say whether the invitation was received or sent."}));
    EXPECT_EQ(result->report.skipped[2], (SkippedRow{"Invitations.csv", 2, "It has too few columns."}));
    EXPECT_EQ(result->report.skipped[3],
              (SkippedRow{"Invitations.csv", 3, "It does not say who the other person is."}));
    EXPECT_EQ(result->report.invitations_incoming, 1u);
    EXPECT_EQ(result->book.invitations.at(0).sent_at, std::nullopt);
    EXPECT_EQ(result->report.warnings.size(), 1u);
    EXPECT_EQ(result->invitation_matches.size(), 4u);
}

TEST(BadInput, the_list_of_skipped_rows_is_bounded_but_their_count_is_exact) {
    std::string many = connections;
    for (int i = 0; i < 2'500; ++i) many += "A,B,,,,,no date\n";
    const auto result = import({{"Connections.csv", many}});
    ASSERT_TRUE(result.has_value());
    EXPECT_EQ(result->report.skipped.size(), ImportReport::skipped_shown_at_most);
    EXPECT_EQ(result->report.skipped_total, 2'500u);
    EXPECT_EQ(result->report.files.at(0).skipped, 2'500u);
}
