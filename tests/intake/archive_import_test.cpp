#include "intake/archive_import.hpp"

#include "tests/support/fixtures.hpp"
#include "tests/support/zip_maker.hpp"

#include <gtest/gtest.h>

using namespace discern;
using namespace discern::test;

namespace {

std::string archive_fixture(std::string_view name) { return fixture("archive/" + std::string(name)); }

// A whole small archive, with names as LinkedIn gives them.
std::vector<ZipPart> whole_archive() {
    return {{"Connections.csv", archive_fixture("01-preamble-Connections.csv")},
            {"Invitations.csv", archive_fixture("13-accepted-and-open-Invitations.csv")},
            {"messages.csv", archive_fixture("03-ten-columns-messages.csv")},
            {"Profile.csv", archive_fixture("Profile.csv")},
            {"Positions.csv", archive_fixture("Positions.csv")},
            {"Education.csv", archive_fixture("Education.csv")},
            {"Skills.csv", archive_fixture("Skills.csv")},
            {"Company Follows.csv", archive_fixture("Company Follows.csv")},
            {"Recommendations_Received.csv", archive_fixture("Recommendations_Received.csv")},
            {"Recommendations_Given.csv", archive_fixture("Recommendations_Given.csv")},
            {"ImportedContacts.csv", archive_fixture("ImportedContacts-2025.csv")},
            {"Jobs/Saved Jobs.csv", "Saved Date,Job Url,Job Title,Company Name\n"},
            {"Articles/Articles/one.html", "<html></html>"}};
}

ArchiveImport imported(const std::vector<Handed>& files) {
    auto result = import(files);
    EXPECT_TRUE(result.has_value()) << (result ? "" : sentence_from(result.error()));
    return result ? std::move(*result) : ArchiveImport{};
}

std::vector<Handed> loose(const std::vector<ZipPart>& parts) {
    std::vector<Handed> files;
    for (const ZipPart& part : parts) files.push_back({"Basic_LinkedInDataExport/" + part.name, part.bytes});
    return files;
}

bool has_fact(const Person& person, FactCode code) {
    for (const Fact& fact : person.facts)
        if (fact.code == code) return true;
    return false;
}

}  // namespace

TEST(ImportArchive, gives_the_same_people_from_a_zip_a_zip_in_a_zip_and_a_folder) {
    const std::string zip = zip_of(whole_archive(), {.descriptors = true});
    const auto from_zip = imported({{"Complete_LinkedInDataExport_11-02-2025.zip", zip}});
    const auto from_double = imported({{"archive.zip.zip", zip_of({{"archive.zip", zip}})}});
    const auto from_folder = imported(loose(whole_archive()));
    EXPECT_EQ(from_double.book, from_zip.book);
    EXPECT_EQ(from_folder.book, from_zip.book);
    EXPECT_EQ(from_folder.report, from_zip.report);
    EXPECT_EQ(from_zip.report.people, 4u);
}

TEST(ImportArchive, names_every_file_with_its_kind_and_rows) {
    const auto result = imported({{"archive.zip", zip_of(whole_archive())}});
    ASSERT_EQ(result.report.files.size(), 13u);
    EXPECT_EQ(result.report.files[0], (FileReport{"Connections.csv", "connections", 2, 0}));
    EXPECT_EQ(result.report.files[1], (FileReport{"Invitations.csv", "invitations", 3, 0}));
    EXPECT_EQ(result.report.files[2], (FileReport{"messages.csv", "messages", 3, 0}));
    EXPECT_EQ(result.report.files[10], (FileReport{"ImportedContacts.csv", "contacts", 2, 0}));
    EXPECT_EQ(result.report.files[11], (FileReport{"Saved Jobs.csv", "not_used", 0, 0}));
    EXPECT_EQ(result.report.files[12].kind, "not_used");
}

TEST(ImportArchive, reads_what_the_archive_says_about_the_user) {
    const Owner owner = imported({{"archive.zip", zip_of(whole_archive())}}).book.owner;
    EXPECT_EQ(owner.name, "Mirela Oduya");
    EXPECT_EQ(owner.profile_key, "mirela-oduya");
    EXPECT_EQ(owner.headline, "Harbour engineer");
    EXPECT_EQ(owner.summary, "Builds quays.\nLikes tides.");
    EXPECT_EQ(owner.place, "Bremen, Germany");
    ASSERT_EQ(owner.positions.size(), 2u);
    EXPECT_EQ(owner.positions[0].started, day_from_civil({2021, 1, 1}));
    EXPECT_EQ(owner.positions[0].finished, std::nullopt);
    EXPECT_EQ(owner.positions[1].finished, day_from_civil({2018, 12, 1}));
    ASSERT_EQ(owner.education.size(), 1u);
    EXPECT_EQ(owner.education[0].school, "University of Examples");
    EXPECT_EQ(owner.skills, (std::vector<std::string>{"Hydraulics", "Go, Rust"}));
    EXPECT_EQ(owner.followed_companies, std::vector<std::string>{"Brackwater"});
}

TEST(ImportArchive, shares_employers_and_says_when_the_years_surely_overlap) {
    const auto result = imported({{"archive.zip", zip_of(whole_archive())}});
    const Person& bram = person_named(result.book, "Bram Sedley, PhD");
    ASSERT_EQ(bram.shared_places.size(), 1u);
    EXPECT_EQ(bram.shared_places[0].name, "Tidemill GmbH");
    EXPECT_EQ(bram.shared_places[0].overlap, true);  // both work there now
    const Person& ottilie = person_named(result.book, "Ottilie Quandt");
    ASSERT_EQ(ottilie.shared_places.size(), 1u);
    EXPECT_EQ(ottilie.shared_places[0].overlap,
              std::nullopt);  // the user left in 2018; since when she is there is unknown
}

TEST(ImportArchive, reads_where_the_user_has_applied) {
    auto parts = whole_archive();
    parts.push_back({"Jobs/Job Applications.csv",
                     "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,Question And Answers\n"
                     "\"9/30/25, 4:15 PM\",a@b.example,,Harbour Lanterns,Lamp engineer,,,\n"
                     "\"10/2/25, 9:00 AM\",a@b.example,,,Nameless post,,,\n"});
    const auto result = imported({{"archive.zip", zip_of(parts)}});
    ASSERT_EQ(result.book.owner.applications.size(), 1u);
    const JobApplication& sent = result.book.owner.applications[0];
    EXPECT_EQ(sent.company, "Harbour Lanterns");
    EXPECT_EQ(sent.title, "Lamp engineer");
    EXPECT_EQ(sent.sent_on, day_from_civil({2025, 9, 30}));
    EXPECT_EQ(result.book.files[sent.source.file], "Job Applications.csv");
    EXPECT_EQ(sent.source.row, 1u);
}

TEST(ImportArchive, marks_whom_the_user_follows_among_those_who_are_no_connections) {
    auto parts = whole_archive();
    const auto before = imported({{"archive.zip", zip_of(parts)}});
    std::vector<std::string> strangers, connections;
    for (const Person& person : before.book.people)
        (person.ties.connected_on ? connections : strangers).push_back(person.name);
    ASSERT_FALSE(strangers.empty());
    ASSERT_FALSE(connections.empty());
    const auto row = [](const std::string& status, const std::string& name) {
        return "2025-03-04 08:00:00," + status + ",\"" + name + "\"\n";
    };
    const auto followed = [&](const std::string& rows) {
        auto with = parts;
        with.push_back({"Member_Follows.csv", "Date,Status,FullName\n" + rows});
        return imported({{"archive.zip", zip_of(with)}}).book;
    };
    const PersonBook book = followed(row("Active", strangers[0]) + row("Active", connections[0]));
    const Person& stranger = person_named(book, strangers[0]);
    ASSERT_TRUE(has_fact(stranger, FactCode::user_follows_them));
    EXPECT_EQ(stranger.facts.back().when, day_from_civil({2025, 3, 4}));
    EXPECT_FALSE(has_fact(person_named(book, connections[0]), FactCode::user_follows_them));
    EXPECT_FALSE(has_fact(person_named(followed(row("Unfollow", strangers[0])), strangers[0]), FactCode::user_follows_them));
}

TEST(ImportArchive, ties_recommendations_and_the_address_book_to_connections) {
    const auto result = imported({{"archive.zip", zip_of(whole_archive())}});
    EXPECT_EQ(person_named(result.book, "Ottilie Quandt").ties.recommendations_received, 1u);
    EXPECT_EQ(person_named(result.book, "Bram Sedley, PhD").ties.recommendations_given, 1u);
    EXPECT_TRUE(has_fact(person_named(result.book, "Bram Sedley, PhD"), FactCode::imported_contact));
    for (const char* name : {"Contacts-2019.csv", "Imported Contacts-2017.csv"}) {
        const auto older = imported(
            {{"Connections.csv", archive_fixture("01-preamble-Connections.csv")}, {name, archive_fixture(name)}});
        EXPECT_TRUE(has_fact(person_named(older.book, "Bram Sedley, PhD"), FactCode::imported_contact)) << name;
    }
}

TEST(ImportArchive, knows_files_by_their_header_when_names_are_lost) {
    const auto result = imported({{"download (3).txt", archive_fixture("01-preamble-Connections.csv")},
                                  {"x.csv", archive_fixture("13-accepted-and-open-Invitations.csv")}});
    EXPECT_EQ(result.report.connections, 2u);
    EXPECT_EQ(result.report.invitations_incoming, 2u);
}

TEST(ImportArchive, reads_all_files_of_one_kind_and_makes_nobody_twice) {
    const auto result = imported({{"Connections.csv", archive_fixture("02-hand-trimmed-Connections.csv")},
                                  {"Connections (1).csv", archive_fixture("01-preamble-Connections.csv")}});
    EXPECT_EQ(result.book.people.size(), 2u);
    EXPECT_EQ(person_named(result.book, "Ottilie Quandt").ties.connected_on, day_from_civil({2026, 2, 8}));
    EXPECT_TRUE(result.report.warnings.empty());
}

TEST(ImportArchive, finds_the_user_in_messages_alone) {
    std::string messages = archive_fixture("03-ten-columns-messages.csv");
    const auto result =
        imported({{"messages.csv", messages}, {"Connections.csv", archive_fixture("01-preamble-Connections.csv")}});
    EXPECT_EQ(result.book.owner.profile_key, "mirela-oduya");
    EXPECT_EQ(person_named(result.book, "Ottilie Quandt").ties.messages_from_them, 1u);
}

TEST(ImportArchive, gives_an_invitation_the_same_id_in_every_archive) {
    const auto five = imported({{"a.csv", archive_fixture("01-preamble-Connections.csv")},
                                {"b.csv", archive_fixture("03-five-columns-Invitations.csv")}});
    const auto seven = imported({{"a.csv", archive_fixture("01-preamble-Connections.csv")},
                                 {"b.csv", archive_fixture("03-seven-columns-Invitations.csv")}});
    ASSERT_EQ(five.book.invitations.size(), 2u);
    EXPECT_EQ(five.book.invitations[0].id, seven.book.invitations[0].id);
    EXPECT_EQ(five.book.invitations[0].id, invitation_id(Direction::Incoming, "ottilie-quandt-4f1", "whatever"));
    EXPECT_NE(five.book.invitations[0].id, five.book.invitations[1].id);
}

TEST(ImportArchive, reports_how_far_it_is_and_reaches_the_end) {
    const std::string zip = zip_of(whole_archive());
    std::uint64_t last = 0, total = 0;
    const auto result = import({{"archive.zip", zip}}, [&](const Progress& progress) {
        EXPECT_GE(progress.bytes_done, last);
        EXPECT_FALSE(progress.stage.empty());
        last = progress.bytes_done;
        total = progress.bytes_total;
        return true;
    });
    ASSERT_TRUE(result.has_value());
    EXPECT_GT(total, 0u);
    EXPECT_EQ(last, total);
}

TEST(ImportArchive, stops_at_once_when_told_to_at_any_point) {
    const std::string zip = zip_of(whole_archive());
    int calls = 0;
    ASSERT_TRUE(import({{"archive.zip", zip}}, [&](const Progress&) { return ++calls > 0; }).has_value());
    ASSERT_GT(calls, 5);
    for (int stop_at = 1; stop_at <= calls; ++stop_at) {
        int seen = 0;
        const auto result = import({{"archive.zip", zip}}, [&](const Progress&) { return ++seen < stop_at; });
        ASSERT_FALSE(result.has_value());
        EXPECT_NE(result.error().what.find("cancelled"), std::string::npos);
        EXPECT_EQ(seen, stop_at);
    }
}
