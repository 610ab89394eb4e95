#include "report/formats.hpp"

#include "knowledge/knowledge.hpp"
#include "tests/workspace/world.hpp"

#include <gtest/gtest.h>

using namespace discern;
using namespace discern::testing;

namespace {

// The world after some work: Marit accepted with a reason, Sofia snoozed, a hostile name decided.
class WorkSheetOfFive : public ::testing::Test {
protected:
    World world;
    CountingJudge judge;
    Workspace workspace = workspace_with(judge, hostile(world.document));

    static Document hostile(Document document) {
        document.book.people[3].name = "=HYPERLINK(\"http://x\")|<script>alert(1)</script>";
        return document;
    }
    WorkSheetOfFive() {
        workspace.apply(DecideCommand{{world.marit}, Action::Accept, "Old friend, see \"Oslo\""}, now);
        workspace.apply(DecideCommand{{world.shop}, Action::Report, ""}, now);
        workspace.apply(SnoozeCommand{{world.sofia}, Day{20007}}, now);
    }
    [[nodiscard]] WorkSheet sheet(bool with_proposals) const {
        return work_sheet_from(workspace, embedded_strings(), with_proposals);
    }
};

std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
    return count;
}

}  // namespace

TEST_F(WorkSheetOfFive, holds_decisions_by_action_and_nothing_else_unless_asked) {
    const WorkSheet decided = sheet(false);
    ASSERT_EQ(decided.rows.size(), 2U);
    EXPECT_EQ(decided.rows[0].name, "Marit Sólveig Aune");
    EXPECT_EQ(decided.rows[0].action, Action::Accept);
    EXPECT_EQ(decided.rows[0].reason, "Old friend, see \"Oslo\"");
    EXPECT_EQ(decided.rows[0].decided_on, today);
    EXPECT_EQ(decided.rows[1].action, Action::Report);
}

TEST_F(WorkSheetOfFive, holds_proposals_on_demand_but_nobody_who_is_connected) {
    const WorkSheet all = sheet(true);
    ASSERT_EQ(all.rows.size(), 4U);
    EXPECT_EQ(all.rows[1].name, "Tomás Iriarte");
    EXPECT_FALSE(all.rows[1].decided);
    EXPECT_EQ(all.rows[2].name, "Sofia Lindqvist");
    EXPECT_EQ(all.rows[2].not_before, Day{20007});
}

TEST_F(WorkSheetOfFive, csv_has_one_record_a_row_and_no_formula) {
    const std::string csv = csv_from(sheet(true), embedded_strings());
    EXPECT_TRUE(csv.starts_with("\xEF\xBB\xBF" "Action,Name,")) << csv.substr(0, 40);
    EXPECT_EQ(count_of(csv, "\r\n"), 5U);
    EXPECT_NE(csv.find("\"Old friend, see \"\"Oslo\"\"\""), std::string::npos);
    EXPECT_NE(csv.find("\"'=HYPERLINK("), std::string::npos);
    EXPECT_EQ(csv.find(",=HYPERLINK"), std::string::npos);
}

TEST_F(WorkSheetOfFive, html_shows_mark_up_as_text_and_loads_nothing) {
    const std::string html = html_from(sheet(true), embedded_strings());
    EXPECT_EQ(html.find("<script>"), std::string::npos);
    EXPECT_NE(html.find("&lt;script&gt;"), std::string::npos);
    EXPECT_NE(html.find("default-src 'none'"), std::string::npos);
    EXPECT_EQ(count_of(html, "<ul>"), count_of(html, "</ul>"));
    EXPECT_EQ(count_of(html, "<li>"), 4U);
}

TEST_F(WorkSheetOfFive, markdown_has_a_heading_an_action_and_a_box_a_person) {
    const std::string markdown = markdown_from(sheet(true), embedded_strings());
    EXPECT_EQ(count_of(markdown, "\n## "), 4U);
    EXPECT_EQ(count_of(markdown, "- [ ] "), 4U);
    EXPECT_NE(markdown.find("\\<script\\>"), std::string::npos);
    EXPECT_NE(markdown.find("](<https://www.linkedin.com/in/key-0>)"), std::string::npos) << markdown;
}

TEST_F(WorkSheetOfFive, calendar_reminds_on_the_day_a_snooze_ends) {
    const std::string calendar = calendar_from(sheet(true), embedded_strings(), now);
    EXPECT_EQ(count_of(calendar, "BEGIN:VEVENT"), 1U);
    EXPECT_NE(calendar.find("DTSTART;VALUE=DATE:20241011\r\n"), std::string::npos) << calendar;
    EXPECT_NE(calendar.find("Sofia Lindqvist"), std::string::npos);
    EXPECT_NE(calendar.find("DTSTAMP:20241004T010000Z\r\n"), std::string::npos);
    EXPECT_EQ(calendar_from(sheet(false), embedded_strings(), now).find("VEVENT"), std::string::npos);
}

TEST(WorkSheet, says_that_nothing_is_decided_yet) {
    CountingJudge judge;
    const Workspace workspace = workspace_with(judge, World().document);
    const WorkSheet sheet = work_sheet_from(workspace, embedded_strings(), false);
    EXPECT_NE(markdown_from(sheet, embedded_strings()).find("Nothing is decided yet."), std::string::npos);
    EXPECT_NE(html_from(sheet, embedded_strings()).find("Nothing is decided yet."), std::string::npos);
}

TEST(CsvField, disarms_every_beginning_that_a_spreadsheet_would_calculate) {
    for (const std::string start : {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"})
        EXPECT_NE(csv_field(start + "1").find("'" + start), std::string::npos) << start;
    EXPECT_EQ(csv_field("a=b"), "a=b");
    EXPECT_EQ(csv_field("a;b"), "\"a;b\"");
    EXPECT_EQ(csv_field("two\nlines"), "\"two\nlines\"");
    EXPECT_EQ(csv_field(""), "");
}

TEST(CalendarLine, escapes_and_folds_without_cutting_a_character) {
    EXPECT_EQ(calendar_line("SUMMARY", "a,b;c\\d\r\ne"), "SUMMARY:a\\,b\\;c\\\\d\\ne\r\n");
    std::string name;
    for (int i = 0; i < 40; ++i) name += "🙂";
    const std::string line = calendar_line("SUMMARY", name);
    std::string unfolded;
    for (std::size_t start = 0; start < line.size();) {
        const auto end = line.find("\r\n", start);
        EXPECT_LE(end - start, 75U);
        unfolded += line.substr(start + (start > 0 ? 1 : 0), end - start - (start > 0 ? 1 : 0));
        start = end + 2;
    }
    EXPECT_EQ(unfolded, "SUMMARY:" + name);
}

TEST(MarkdownText, makes_marks_harmless) {
    EXPECT_EQ(markdown_text("[a](b) *c* <d>\n# e"), "\\[a\\]\\(b\\) \\*c\\* \\<d\\> \\# e");
}
