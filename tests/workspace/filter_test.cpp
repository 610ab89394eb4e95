#include "workspace/filter.hpp"

#include "base/random.hpp"
#include "tests/workspace/world.hpp"

#include <gtest/gtest.h>

#include <array>

using namespace discern;
using namespace discern::testing;
using Names = std::vector<std::string>;
using Field = FilterTerm::Field;

namespace {

class FilterOfFive : public ::testing::Test {
protected:
    World world;
    CountingJudge judge;
    Workspace workspace = workspace_with(judge, world.document);

    Names found(std::string_view filter) { return names_in(workspace, Lane::All, filter); }
};

}  // namespace

TEST(FilterTermsFrom, reads_words_operators_quotes_and_exclusions) {
    EXPECT_EQ(filter_terms_from("  Ana  company:\"Cedar & Loom\" -flag:\"no note\" FROM:Müller "),
              (std::vector<FilterTerm>{{Field::Anything, "ana", false},
                                       {Field::Company, "cedar & loom", false},
                                       {Field::Flag, "no_note", true},
                                       {Field::From, "muller", false}}));
}

TEST(FilterTermsFrom, takes_an_unknown_operator_as_plain_words) {
    EXPECT_EQ(filter_terms_from("10:30"), (std::vector<FilterTerm>{{Field::Anything, "10:30", false}}));
}

TEST(FilterTermsFrom, waits_for_the_word_of_an_operator) {
    EXPECT_TRUE(filter_terms_from("flag:").empty());
    EXPECT_TRUE(filter_terms_from("\"\" - \"").size() <= 1);
    EXPECT_TRUE(filter_terms_from("").empty());
}

TEST(FilterTermsFrom, a_quote_without_its_end_runs_to_the_end) {
    EXPECT_EQ(filter_terms_from("from:\"ana ma"), (std::vector<FilterTerm>{{Field::From, "ana ma", false}}));
}

TEST_F(FilterOfFive, finds_words_in_name_headline_company_and_note_without_case_or_accents) {
    EXPECT_EQ(found("SOLVEIG"), Names{"Marit Sólveig Aune"});
    EXPECT_EQ(found("kvitfjell"), Names{"Marit Sólveig Aune"});
    EXPECT_EQ(found("loom"), Names{"Tomás Iriarte"});
    EXPECT_EQ(found("grid workshop"), Names{"Marit Sólveig Aune"});
    EXPECT_EQ(found("nobody"), Names{});
}

TEST_F(FilterOfFive, all_words_must_match) {
    EXPECT_EQ(found("marit recruiter"), Names{});
    EXPECT_EQ(found("sofia recruiter"), Names{"Sofia Lindqvist"});
}

TEST_F(FilterOfFive, from_looks_at_the_name_only) {
    EXPECT_EQ(found("from:recruiter"), Names{});
    EXPECT_EQ(found("from:lindq"), Names{"Sofia Lindqvist"});
}

TEST_F(FilterOfFive, company_looks_at_company_and_headline_but_not_at_the_note) {
    EXPECT_EQ(found("company:kvitfjell"), Names{"Marit Sólveig Aune"});
    EXPECT_EQ(found("company:\"cedar & loom\""), Names{"Tomás Iriarte"});
    EXPECT_EQ(found("company:workshop"), Names{});
    EXPECT_EQ(found("company:marit"), Names{});
}

TEST_F(FilterOfFive, flag_and_goal_look_at_the_verdict) {
    EXPECT_EQ(found("flag:scam"), Names{"Best Deals Shop"});
    EXPECT_EQ(found("goal:recruit"), Names{"Sofia Lindqvist"});
    EXPECT_EQ(found("-flag:scam -goal:recruiters"), (Names{"Tomás Iriarte", "Marit Sólveig Aune"}));
}

TEST_F(FilterOfFive, a_word_does_not_match_across_two_fields) {
    EXPECT_EQ(found("\"lindqvist recruiter\""), Names{});
}

TEST_F(FilterOfFive, filters_within_the_lane) {
    EXPECT_EQ(names_in(workspace, Lane::Accept, "from:sofia"), Names{});
    EXPECT_EQ(names_in(workspace, Lane::Decided, "friend"), Names{"Old Friend"});
}

TEST_F(FilterOfFive, finds_the_same_whether_the_words_were_made_ready_before_or_not) {
    EXPECT_FALSE(workspace.prepare_search(2));
    EXPECT_FALSE(workspace.prepare_search(2));
    EXPECT_TRUE(workspace.prepare_search(2));
    EXPECT_TRUE(workspace.prepare_search(2));
    EXPECT_EQ(found("kvitfjell"), Names{"Marit Sólveig Aune"});

    Document other = world.document;
    other.book.people[0].name = "Somebody Else";
    workspace.replace(other);
    EXPECT_FALSE(workspace.prepare_search(1));
    EXPECT_EQ(found("from:somebody"), Names{"Somebody Else"});
    EXPECT_EQ(found("from:marit"), Names{});
    EXPECT_EQ(found("deals"), Names{"Best Deals Shop"});
}

TEST(SearchIndex, finds_what_looking_at_every_row_finds) {
    Random random(20261123);
    const auto word = [&](std::size_t longest) {
        std::string letters;
        for (std::size_t left = random.below(longest + 1); left > 0; --left) letters += "abno"[random.below(4)];
        return letters;
    };
    SearchIndex index;
    std::vector<std::array<std::string, 3>> rows;  // name, headline and company, the rest
    for (int row = 0; row < 400; ++row) {
        Person person;
        Invitation invitation;
        person.name = word(24);
        person.profile.headline = word(40);
        person.profile.company = word(12);
        person.profile.position = word(12);
        invitation.note = word(90);
        index.add(person, invitation);
        rows.push_back({person.name, person.profile.headline + "\n" + person.profile.company, person.profile.position + "\n" + invitation.note});
    }
    for (int round = 0; round < 300; ++round) {
        FilterTerm term{std::array{Field::Anything, Field::From, Field::Company}[random.below(3)], word(5) + "a", random.below(4) == 0};
        const auto holds = index.rows_that_hold(std::vector{term});
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const auto& [name, company, rest] = rows[row];
            const std::string where = term.field == Field::From ? name : term.field == Field::Company ? company : name + "\n" + company + "\n" + rest;
            EXPECT_EQ(holds[row] != 0, (where.find(term.text) != std::string::npos) != term.excluded) << term.text << " in row " << row;
        }
    }
}
