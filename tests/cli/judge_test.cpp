#include "cli/command_line.hpp"
#include "cli/judge_command.hpp"
#include "tests/cli/folder_of_a_test.hpp"

#include "base/embedded.hpp"
#include "workspace/sample.hpp"
#include "workspace/save_file.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <set>
#include <sstream>

using namespace discern;
using Json = nlohmann::json;

namespace {

constexpr Instant now{1'790'000'000};

std::vector<Json> lines_of(const std::string& text) {
    std::vector<Json> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(Json::parse(line, nullptr, false));
    return lines;
}

class JudgeCommand : public discern::testing::WithFolder {
protected:
    CommandAnswer run(const std::vector<std::string>& words) { return run_command_line(words, utc_day_of(now)); }

    std::string archive() {
        return put("Invitations.csv",
                   "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
                   "Tomás Iriarte,Noor Vidal,\"2/6/26, 2:37 PM\",,INCOMING,https://www.linkedin.com/in/tomas-iriarte,"
                   "https://www.linkedin.com/in/noor-vidal\n"
                   "Sofia Lindqvist,Noor Vidal,\"2/7/26, 2:37 PM\",We met at the grid workshop in Bergen.,INCOMING,"
                   "https://www.linkedin.com/in/sofia-l,https://www.linkedin.com/in/noor-vidal\n");
    }
    std::string goals() { return put("goals.json", R"({"purposes": {"grow_network": 4}, "target_topics": ["grids"]})"); }
};

const std::set<std::string> contract = {"id", "action", "confidence", "flags", "factors", "flip", "ask"};

}  // namespace

TEST_F(JudgeCommand, prints_one_line_for_each_open_invitation_of_an_archive_newest_first) {
    const auto answer = run({"judge", archive(), "--goals", goals()});
    ASSERT_EQ(answer.exit_code, 0) << answer.err;
    EXPECT_EQ(answer.err, "");
    const auto lines = lines_of(answer.out);
    ASSERT_EQ(lines.size(), 2U);
    for (const Json& line : lines) {
        for (const std::string& key : contract) EXPECT_TRUE(line.contains(key)) << key;
        EXPECT_EQ(line["id"].get<std::string>().size(), 16U);
        EXPECT_GE(line["confidence"].get<double>(), 0);
        EXPECT_LE(line["confidence"].get<double>(), 1);
        ASSERT_EQ(line["factors"].size(), criterion_count);
        for (const Json& factor : line["factors"])
            EXPECT_TRUE(factor.contains("name") && factor.contains("contribution") && factor.contains("unknown") &&
                        factor["evidence"].is_array());
    }
    EXPECT_EQ(lines[0]["flags"].dump().find("no_note"), std::string::npos) << "Sofia wrote later, and wrote something";
    EXPECT_NE(lines[1]["flags"].dump().find("no_note"), std::string::npos);
}

TEST_F(JudgeCommand, judges_a_save_file_by_its_own_goals) {
    const auto sample = sample_document_from(embedded_file(sample_asset), now);
    ASSERT_TRUE(sample.has_value());
    const auto answer = run({"judge", put("sample.discern.json", save_file_from(*sample, now))});
    EXPECT_EQ(answer.exit_code, 0) << answer.err;
    EXPECT_EQ(answer.out, *judge_document(*sample, *sample->book.exported_on));
}

TEST_F(JudgeCommand, needs_goals_for_an_archive_and_none_for_cases) {
    const std::string cases = put("cases.json", R"([{"id": "one", "direction": "incoming", "user": {"goals": {"clout": 3}},
        "person": {"name": "Ana Prado", "headline": "Baker", "relation_codes": ["friend"]}, "message": "Hello!"}])");
    EXPECT_EQ(run({"judge", archive()}).exit_code, 2);
    EXPECT_EQ(run({"judge"}).exit_code, 2);
    EXPECT_EQ(run({"judge", "--cases", cases, "--goals", goals()}).exit_code, 2);
    const auto answer = run({"judge", "--cases", cases});
    ASSERT_EQ(answer.exit_code, 0) << answer.err;
    const auto lines = lines_of(answer.out);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0]["id"], "one");
    EXPECT_EQ(lines[0]["action"], "accept");
}

TEST_F(JudgeCommand, refuses_what_it_cannot_read_with_one_line_and_no_result) {
    const std::string good_archive = archive(), good_goals = goals(), bad = put("bad.json", "{\"purposes\":");
    const std::vector<std::vector<std::string>> commands = {
        {"judge", good_archive, "--goals", bad},
        {"judge", good_archive, "--goals", "/no/such/file"},
        {"judge", "/no/such/archive.zip", "--goals", good_goals},
        {"judge", bad, "--goals", good_goals},
        {"judge", "--cases", bad},
        {"judge", "--cases", "/no/such/file"},
        {"judge", good_archive, "--goals", good_goals, "--today", "tomorrow"},
        {"notes", "--messages", bad},
        {"sheet", bad},
        {"sheet"},
        {"sheet", good_goals, "--format", "docx"},
        {"notes"},
    };
    for (const auto& words : commands) {
        const auto answer = run(words);
        EXPECT_NE(answer.exit_code, 0) << words.back();
        EXPECT_EQ(answer.out, "");
        EXPECT_EQ(std::ranges::count(answer.err, '\n'), 1) << answer.err;
    }
}

TEST_F(JudgeCommand, writes_the_work_sheet_of_a_save_file_in_each_form) {
    const auto sample = sample_document_from(embedded_file(sample_asset), now);
    ASSERT_TRUE(sample.has_value());
    const std::string file = put("sample.discern.json", save_file_from(*sample, now));
    for (const auto& [format, beginning] : std::vector<std::pair<std::string, std::string>>{
             {"csv", "\xEF\xBB\xBF" "Action,"}, {"md", "# Work sheet"}, {"html", "<!doctype html>"}, {"ics", "BEGIN:VCALENDAR"}}) {
        const auto answer = run({"sheet", file, "--format", format});
        EXPECT_EQ(answer.exit_code, 0) << answer.err;
        EXPECT_TRUE(answer.out.starts_with(beginning)) << answer.out.substr(0, 80);
    }
    EXPECT_NE(run({"sheet", file}).out.find("Templeton Gravesend"), std::string::npos);
    EXPECT_EQ(run({"sheet", file}).out.find("Oskar Brundelli"), std::string::npos);
    EXPECT_NE(run({"sheet", file, "--proposals"}).out.find("Oskar Brundelli"), std::string::npos);
}
