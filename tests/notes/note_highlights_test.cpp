#include "notes/note_highlights.hpp"

#include "tests/notes/note_fixtures.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace discern {

TEST(NoteHighlights, mark_the_words_that_say_so) {
    const std::string note = "Join my T.e.l.e.g.r.a.m channel and turn 0.1 BTC into 1 in 10 days, guaranteed.";
    const auto marks = note_highlights(analyse_note(note, test_lexicon(), {}));
    ASSERT_FALSE(marks.empty());
    const auto marked = [&](std::string_view words) {
        return std::any_of(marks.begin(), marks.end(), [&](const NoteHighlight& mark) { return std::string_view(note).substr(mark.begin, mark.end - mark.begin).find(words) != std::string_view::npos; });
    };
    EXPECT_TRUE(marked("T.e.l.e.g.r.a.m"));
    EXPECT_TRUE(marked("turn 0.1 BTC into 1"));
    for (const auto& mark : marks) EXPECT_EQ(mark.tone, HighlightTone::Alarm);
}

TEST(NoteHighlights, are_few_ordered_and_without_overlaps) {
    for (const auto& file : {"held-out.json", "second-set.json", "third-set.json"}) {
        for (const auto& note : labelled_notes(file)) {
            const auto marks = note_highlights(analyse_note(note.text, test_lexicon(), {}), 5);
            EXPECT_LE(marks.size(), 5U);
            for (std::size_t i = 0; i < marks.size(); ++i) {
                EXPECT_LT(marks[i].begin, marks[i].end);
                EXPECT_LE(marks[i].end, note.text.size());
                if (i > 0) EXPECT_LE(marks[i - 1].end, marks[i].begin) << note.id;
            }
        }
    }
}

TEST(NoteHighlights, of_a_personal_note_are_its_reasons) {
    const std::string note = "Hi Ana, we met at the water congress in Porto and I would like to stay in touch.";
    for (const auto& mark : note_highlights(analyse_note(note, test_lexicon(), {}))) EXPECT_EQ(mark.tone, HighlightTone::Good);
}

}  // namespace discern
