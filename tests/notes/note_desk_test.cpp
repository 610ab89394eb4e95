#include "notes/note_desk.hpp"

#include "tests/notes/note_fixtures.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace discern {

namespace {

// The record of somebody whom the user met at an event in Lund.
std::vector<NoteEvidence> met_in_lund() {
    return {{"their_name", "Ines", {}}, {"met", "", {}}, {"event", "the open day in Lund", {}}};
}

DeskReading checked(std::string_view text, const std::vector<NoteEvidence>& evidence = {}) {
    return check_note_at_desk(text, evidence, test_lexicon(), 200);
}

bool finds(const DeskReading& reading, DeskIssue issue) {
    return std::any_of(reading.findings.begin(), reading.findings.end(), [&](const DeskFinding& f) { return f.issue == issue; });
}

}  // namespace

TEST(NoteDesk, asks_about_a_claim_that_nothing_bears_out) {
    for (const auto* rest : {". I would like to stay in touch.", " and I love what you do."}) {
        for (const auto& evidence : {std::vector<NoteEvidence>{}, met_in_lund()}) {
            const std::string text = std::string("Hi Ines, we met in Lisbon") + rest;
            const auto reading = checked(text, evidence);
            const auto claim = std::find_if(reading.findings.begin(), reading.findings.end(),
                                            [](const DeskFinding& f) { return f.issue == DeskIssue::ClaimNotOnRecord; });
            ASSERT_NE(claim, reading.findings.end());
            EXPECT_EQ(text.substr(claim->begin, claim->end - claim->begin), "we met in Lisbon");
        }
    }
}

TEST(NoteDesk, accepts_a_claim_that_is_on_record) {
    const auto reading = checked("Hi Ines, we met at the open day in Lund. I would like to stay in touch.", met_in_lund());
    EXPECT_FALSE(finds(reading, DeskIssue::ClaimNotOnRecord));
    ASSERT_FALSE(reading.borne_out.empty());
    EXPECT_EQ(reading.borne_out.front().evidence.name, "met");
    EXPECT_FALSE(finds(reading, DeskIssue::NoReason));
}

TEST(NoteDesk, counts_as_the_field_does_and_marks_what_is_too_much) {
    std::string text = "Hi Ines, we met at the open day in Lund. ";
    while (text.size() < 198) text += "x";
    EXPECT_FALSE(finds(checked(text), DeskIssue::TooLong));
    text += "\xF0\x9F\x98\x80\xF0\x9F\x98\x80";  // two units each
    const auto reading = checked(text);
    EXPECT_EQ(reading.chars, 202U);
    ASSERT_TRUE(finds(reading, DeskIssue::TooLong));
    EXPECT_EQ(reading.findings.front().begin, 202U);  // bytes: the second emoji
}

TEST(NoteDesk, names_generic_phrases_pitches_favours_links_and_channels) {
    EXPECT_TRUE(finds(checked("Hi, I came across your profile and would love to expand my network."), DeskIssue::Generic));
    EXPECT_TRUE(finds(checked("I'd like to add you to my professional network on LinkedIn."), DeskIssue::NoReason));
    EXPECT_TRUE(finds(checked("Hi, we help companies like yours to save costs. Free audit this week?"), DeskIssue::Pitch));
    EXPECT_TRUE(finds(checked("Hi Bo, please refer me for any job in your company."), DeskIssue::AsksFavour));
    EXPECT_TRUE(finds(checked("Hi Bo, see my page at https://sample.example/me"), DeskIssue::LinkOrFile));
    EXPECT_TRUE(finds(checked("Hi Bo, message me on WhatsApp please."), DeskIssue::OffPlatform));
    EXPECT_TRUE(finds(checked("One. Two more. Three of them. Four it is. Five in all."), DeskIssue::ManySentences));
}

TEST(NoteDesk, has_nothing_to_say_about_an_empty_text) {
    EXPECT_TRUE(checked("").findings.empty());
    EXPECT_TRUE(checked("  \n").findings.empty());
}

TEST(NoteDesk, points_inside_the_text_whatever_it_is) {
    for (const auto* file : {"held-out.json", "second-set.json", "third-set.json"}) {
        for (const auto& note : labelled_notes(file)) {
            const auto reading = checked(note.text, met_in_lund());
            for (const auto& finding : reading.findings) {
                EXPECT_LE(finding.begin, finding.end);
                EXPECT_LE(finding.end, note.text.size());
            }
        }
    }
}

}  // namespace discern
