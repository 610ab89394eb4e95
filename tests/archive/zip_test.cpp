#include "archive/zip.hpp"

#include "archive/limits.hpp"
#include "archive/package.hpp"
#include "tests/support/zip_maker.hpp"

#include <gtest/gtest.h>

using namespace discern;
using namespace discern::test;

namespace {

std::string everything_in(const std::string& zip, const ZipEntry& entry) {
    std::string all;
    const auto read = read_zip_entry(zip, entry, [&](std::string_view piece) {
        all += piece;
        return true;
    });
    EXPECT_TRUE(read.has_value() && *read);
    return all;
}

Problem problem_with(const std::string& zip) {
    const auto entries = read_zip_directory(zip, "archive.zip");
    if (!entries) return entries.error();
    for (const ZipEntry& entry : *entries) {
        const auto read = read_zip_entry(zip, entry, [](std::string_view) { return true; });
        if (!read) return read.error();
    }
    ADD_FAILURE() << "no problem found";
    return {};
}

const std::string long_text = [] {
    std::string text;
    for (int i = 0; i < 60'000; ++i) text += "line " + std::to_string(i * 7919 % 10'007) + "\n";
    return text;
}();

}  // namespace

TEST(ReadZip, unpacks_what_was_packed_with_sizes_in_front_or_behind) {  // formats, pitfall 17
    for (const bool descriptors : {false, true}) {
        const std::string zip = zip_of({{"a.csv", long_text}, {"Jobs/b.csv", "stored", true}, {"empty.csv", ""}},
                                       {.descriptors = descriptors});
        const auto entries = read_zip_directory(zip, "archive.zip");
        ASSERT_TRUE(entries.has_value());
        ASSERT_EQ(entries->size(), 3u);
        EXPECT_EQ((*entries)[1].name, "b.csv");
        EXPECT_EQ(everything_in(zip, (*entries)[0]), long_text);
        EXPECT_EQ(everything_in(zip, (*entries)[1]), "stored");
        EXPECT_EQ(everything_in(zip, (*entries)[2]), "");
    }
}

TEST(ReadZip, finds_the_directory_behind_a_comment_and_after_bytes_in_front) {
    const std::string zip =
        zip_of({{"a.csv", "x"}}, {.before = "some bytes", .comment = "a comment with PK\x05 in it"});
    const auto entries = read_zip_directory(zip, "archive.zip");
    ASSERT_TRUE(entries.has_value());
    EXPECT_EQ(everything_in(zip, entries->front()), "x");
}

TEST(ReadZip, leaves_out_folders_and_the_doubles_of_macos) {
    const std::string zip =
        zip_of({{"dir/", "", true}, {"__MACOSX/._a.csv", "x"}, {"../../etc/a.csv", "y"}, {"dir\\b.csv", "z"}});
    const auto entries = read_zip_directory(zip, "archive.zip");
    ASSERT_TRUE(entries.has_value());
    ASSERT_EQ(entries->size(), 2u);
    EXPECT_EQ((*entries)[0].name, "a.csv");
    EXPECT_EQ((*entries)[1].name, "b.csv");
}

TEST(ReadZip, hands_out_pieces_and_stops_when_told) {
    const std::string zip = zip_of({{"a.csv", std::string(3 * piece_bytes, 'x')}});
    const auto entries = read_zip_directory(zip, "archive.zip");
    ASSERT_TRUE(entries.has_value());
    int pieces = 0;
    const auto read = read_zip_entry(zip, entries->front(), [&](std::string_view piece) {
        EXPECT_LE(piece.size(), piece_bytes);
        return ++pieces < 2;
    });
    EXPECT_EQ(read, Result<bool>(false));
    EXPECT_EQ(pieces, 2);
}

TEST(ReadZip, says_that_a_picture_is_no_zip) {
    EXPECT_EQ(problem_with("\x89PNG and more bytes than an end record has").what, "It is not a ZIP file.");
}

TEST(ReadZip, says_that_a_download_was_cut_off_wherever_it_was_cut) {
    const std::string zip = zip_of({{"a.csv", long_text}, {"b.csv", long_text}});
    for (const std::size_t size : {zip.size() / 10, zip.size() / 2, zip.size() - 30, zip.size() - 1}) {
        const Problem problem = problem_with(zip.substr(0, size));
        EXPECT_NE(problem.what.find("cut off"), std::string::npos) << problem.what;
        EXPECT_FALSE(problem.mend.empty());
    }
    EXPECT_NE(problem_with(zip.substr(1'000)).what.find("cut off"), std::string::npos);
}

TEST(ReadZip, refuses_what_is_locked_with_a_password) {
    const Problem problem = problem_with(zip_of({{.name = "Connections.csv", .bytes = "x", .encrypted = true}}));
    EXPECT_EQ(problem.what, "The file is locked with a password.");
    EXPECT_EQ(problem.where.file, "Connections.csv");
    EXPECT_FALSE(problem.mend.empty());
}

TEST(ReadZip, refuses_methods_it_does_not_know) {
    EXPECT_NE(
        problem_with(zip_of({{.name = "a.csv", .bytes = "x", .method_written = 93}})).what.find("packed in a way"),
        std::string::npos);
}

TEST(ReadZip, refuses_sizes_over_the_limit_before_it_unpacks_anything) {  // formats, pitfall 18
    const Problem problem = problem_with(zip_of({{.name = "a.csv", .bytes = "x", .size_written = 0xF0000000u}}));
    EXPECT_NE(problem.what.find("ZIP bomb"), std::string::npos);
}

TEST(ReadZip, refuses_text_that_packs_more_tightly_than_text_can) {
    const std::string zeros(zip_ratio_from_bytes + 1, '0');
    EXPECT_NE(problem_with(zip_of({{.name = "a.csv", .bytes = zeros}})).what.find("ZIP bomb"), std::string::npos);
    const Problem problem = problem_with(zip_of({{.name = "a.csv", .bytes = zeros, .size_written = 1'000}}));  // a lie
    EXPECT_FALSE(problem.what.empty());
}

TEST(ReadZip, notices_damage_by_size_and_checksum) {
    EXPECT_EQ(problem_with(zip_of({{.name = "a.csv", .bytes = "abc", .crc_written = 1}})).what,
              "The file is damaged inside the ZIP.");
    EXPECT_EQ(problem_with(zip_of({{.name = "a.csv", .bytes = "abc", .size_written = 4}})).what,
              "The file is damaged inside the ZIP.");
    EXPECT_EQ(problem_with(zip_of({{.name = "a.csv", .bytes = "abc", .stored = true, .size_written = 2}})).what,
              "The file is damaged inside the ZIP.");
    std::string zip = zip_of({{"a.csv", long_text}});
    for (std::size_t i = 50; i < 90; ++i) zip[i] = '\x55';
    EXPECT_EQ(problem_with(zip).what, "The file is damaged inside the ZIP.");
}

TEST(ReadZip, refuses_zip64_and_too_many_files) {
    std::string zip = zip_of({{"a.csv", "x"}});
    std::string zip64 = zip;
    zip64.replace(zip.size() - 6, 4, "\xFF\xFF\xFF\xFF");
    EXPECT_NE(problem_with(zip64).what.find("ZIP64"), std::string::npos);
    std::string many = zip;
    many.replace(zip.size() - 14, 4, "\x20\x4E\x20\x4E");  // 20,000
    EXPECT_NE(problem_with(many).what.find("more than 10,000 files"), std::string::npos);
}

TEST(OpenPackage, opens_a_zip_inside_a_zip_once) {  // formats, pitfall 17
    const std::string inner = zip_of({{"Connections.csv", long_text}});
    const std::string outer = zip_of({{"Basic_LinkedInDataExport_11-02-2025.zip", inner}});
    const std::vector<InputFile> inputs = {{"folder/archive.zip.zip", outer}};
    const auto package = open_package(inputs);
    ASSERT_TRUE(package.has_value());
    ASSERT_EQ(package->files.size(), 1u);
    EXPECT_EQ(package->files.front().name, "Connections.csv");
    EXPECT_EQ(read_beginning(package->files.front(), 12), Result<std::string>("line 0\nline "));
    const std::string thrice = zip_of({{"outermost.zip", outer}});
    const std::vector<InputFile> deep = {{"archive.zip", thrice}};
    const auto not_opened = open_package(deep);
    ASSERT_TRUE(not_opened.has_value());
    EXPECT_EQ(not_opened->files.front().name, "Basic_LinkedInDataExport_11-02-2025.zip");
}

TEST(OpenPackage, keeps_loose_files_beside_a_zip) {
    const std::string zip = zip_of({{"a.csv", "1"}});
    const std::vector<InputFile> inputs = {{"folder/b.csv", "2"}, {"a.zip", zip}};
    const auto package = open_package(inputs);
    ASSERT_TRUE(package.has_value());
    ASSERT_EQ(package->files.size(), 2u);
    EXPECT_EQ(package->files[0].name, "b.csv");
    EXPECT_TRUE(package->had_zip);
}
