#include "cli/command_line.hpp"
#include "cli/files.hpp"
#include "cli/import_words.hpp"
#include "tests/cli/folder_of_a_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>

using namespace discern;
using Json = nlohmann::json;

namespace {

constexpr Day today{20000};

// With a small archive as loose files.
class ImportCommand : public discern::testing::WithFolder {
protected:
    void SetUp() override {
        WithFolder::SetUp();
        put("Connections.csv",
            "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
            "Marit,Aune,https://www.linkedin.com/in/marit-aune,,Kvitfjell,Engineer,08 Feb 2026\n"
            "Tomás,Iriarte,https://www.linkedin.com/in/tomas-iriarte,,Cedar & Loom,Weaver,07 Feb 2026\n"
            ",,,,,,06 Feb 2026\n");
        put("Invitations.csv",
            "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
            "Tomás Iriarte,Noor Vidal,\"2/6/26, 2:37 PM\",Hello,INCOMING,https://www.linkedin.com/in/tomas-iriarte,"
            "https://www.linkedin.com/in/noor-vidal\n"
            "Sofia Lindqvist,Noor Vidal,\"2/6/26, 2:38 PM\",,SIDEWAYS,https://www.linkedin.com/in/sofia-l,"
            "https://www.linkedin.com/in/noor-vidal\n"
            "Noor Vidal,Ana Prado,\"2/5/26, 9:00 AM\",,OUTGOING,https://www.linkedin.com/in/noor-vidal,"
            "https://www.linkedin.com/in/ana-prado\n");
    }
};

Json parsed(const std::string& text) { return Json::parse(text, nullptr, false); }

}  // namespace

TEST_F(ImportCommand, prints_its_counts_as_one_line_of_json) {
    const auto answer = run_command_line({"import", path("Connections.csv"), path("Invitations.csv"), "--json"}, today);
    EXPECT_EQ(answer.exit_code, 0) << answer.err;
    EXPECT_EQ(std::ranges::count(answer.out, '\n'), 1);
    const Json json = parsed(answer.out);
    ASSERT_TRUE(json.is_object()) << answer.out;
    EXPECT_EQ(json["connections"], 3);
    EXPECT_EQ(json["connections_hidden"], 1);
    EXPECT_EQ(json["invitations"], parsed(R"({"incoming": 1, "outgoing": 1})"));
    EXPECT_EQ(json["messages"], 0);
    EXPECT_EQ(json["people"], 3);
    ASSERT_EQ(json["skipped"].size(), 1U);
    EXPECT_EQ(json["skipped"][0]["file"], "Invitations.csv");
    EXPECT_EQ(json["skipped"][0]["row"], 2);
    EXPECT_EQ(json["files"]["Connections.csv"], parsed(R"({"kind": "connections", "rows": 3, "skipped": 0})"));
    EXPECT_EQ(json["files"]["Invitations.csv"], parsed(R"({"kind": "invitations", "rows": 3, "skipped": 1})"));
}

TEST_F(ImportCommand, writes_a_match_for_every_row_of_the_invitations_in_order) {
    const auto answer = run_command_line({"import", folder.string(), "--matches", path("matches.jsonl")}, today);
    ASSERT_EQ(answer.exit_code, 0) << answer.err;
    std::ifstream file(path("matches.jsonl"));
    std::vector<Json> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(parsed(line));
    ASSERT_EQ(lines.size(), 3U) << "the skipped row has its line too";
    EXPECT_EQ(lines[0], parsed(R"({"invitation": 0, "connection": 1, "certain": true})"));
    EXPECT_EQ(lines[1]["connection"], nullptr);
    EXPECT_EQ(lines[2], parsed(R"({"invitation": 2, "connection": null, "certain": true})"));
}

TEST_F(ImportCommand, takes_a_folder_for_the_files_in_it) {
    const auto of_folder = run_command_line({"import", "--json", folder.string()}, today);
    const auto of_files =
        run_command_line({"import", path("Connections.csv"), path("Invitations.csv"), "--json"}, today);
    EXPECT_EQ(of_folder.out, of_files.out);
}

TEST_F(ImportCommand, says_in_words_what_was_understood) {
    const auto answer = run_command_line({"import", folder.string()}, today);
    EXPECT_TRUE(answer.out.starts_with(
        "3 connections, 1 hidden; 1 received, 0 still open; 1 sent, 1 still open; 0 messages; 1 row skipped\n"
        "  Invitations.csv, row 2: "))
        << answer.out;
}

TEST_F(ImportCommand, refuses_a_file_that_is_no_archive_with_one_line) {
    put("photo.png", "\x89PNG\r\n");
    for (const auto& name : {"photo.png", "missing.zip"}) {
        const auto answer = run_command_line({"import", path(name), "--json"}, today);
        EXPECT_EQ(answer.exit_code, 1);
        EXPECT_EQ(answer.out, "");
        EXPECT_EQ(std::ranges::count(answer.err, '\n'), 1) << answer.err;
        EXPECT_NE(answer.err.find(name), std::string::npos) << answer.err;
    }
}

TEST_F(ImportCommand, fails_when_the_matches_cannot_be_written) {
    const auto answer = run_command_line({"import", folder.string(), "--matches", path("no/such/folder")}, today);
    EXPECT_EQ(answer.exit_code, 1);
    EXPECT_EQ(answer.out, "");
}

TEST(CommandLine, explains_itself_and_refuses_what_it_does_not_know) {
    EXPECT_EQ(run_command_line({"help"}, today).exit_code, 0);
    EXPECT_NE(run_command_line({"help"}, today).out.find("discern import"), std::string::npos);
    const std::vector<std::vector<std::string>> not_understood = {
        {}, {"dance"}, {"import"}, {"import", "--jsno", "x"}, {"import", "x", "--matches"}, {"import", "--json=3", "x"}};
    for (const auto& words : not_understood) {
        const auto answer = run_command_line(words, today);
        EXPECT_EQ(answer.exit_code, 2);
        EXPECT_EQ(answer.out, "");
        EXPECT_FALSE(answer.err.empty());
    }
}
