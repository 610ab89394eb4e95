#include "notes/read_note.hpp"

#include "tests/notes/note_fixtures.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace discern {

namespace {

std::vector<std::string> words_in(std::string_view note) {
    return features_of_note(note, test_lexicon()).words;
}

bool shows(std::string_view note, const std::string& words) {
    const auto all = words_in(note);
    return std::find(all.begin(), all.end(), words) != all.end();
}

// A lexicon that knows nothing but these learned words.
NoteLexicon lexicon_of(std::vector<NoteWordWeight> words) {
    NoteTables tables;
    tables.learned.words = std::move(words);
    return NoteLexicon::from_tables(tables);
}

double log_odds(std::string_view note, NoteKind kind, NoteKind than, const NoteLexicon& lexicon) {
    const auto chances = analyse_note(note, lexicon, {}).chances;
    return std::log(chances[static_cast<std::size_t>(kind)] / chances[static_cast<std::size_t>(than)]);
}

}  // namespace

TEST(WordEvidence, takes_words_pairs_and_beginnings_of_long_words) {
    const auto words = words_in("Guaranteed daily profit");
    EXPECT_EQ(words, (std::vector<std::string>{"daily", "daily_profit", "guara*", "guaranteed", "guaranteed_daily", "profit"}));
}

TEST(WordEvidence, takes_numbers_for_one_word_and_only_beside_others) {
    EXPECT_TRUE(shows("send 500 now", "send_#"));
    EXPECT_TRUE(shows("send 900 now", "#_now"));
    EXPECT_FALSE(shows("send 900 now", "#"));
}

TEST(WordEvidence, does_not_join_words_of_two_sentences) {
    EXPECT_FALSE(shows("Nice meeting. Profit follows.", "meeting_profit"));
}

TEST(WordEvidence, takes_one_to_three_chinese_characters) {
    EXPECT_TRUE(shows("拉你进群", "群"));
    EXPECT_TRUE(shows("拉你进群", "进群"));
    EXPECT_TRUE(shows("拉你进群", "你进群"));
    EXPECT_FALSE(shows("拉你进群", "拉你进群"));
}

TEST(WordEvidence, leaves_links_and_addresses_to_the_signs) {
    for (const auto& word : words_in("see https://profit.example/daily or ask@profit.example")) EXPECT_EQ(word.find("profit"), std::string::npos) << word;
}

TEST(WordEvidence, sees_a_disguised_word_as_the_word_it_is) {
    EXPECT_TRUE(shows("join our b\xD1\x96tcoin desk", "bitcoin"));  // a Cyrillic i
}

TEST(WordEvidence, adds_log_odds_and_counts_a_repeated_word_once) {
    const auto lexicon = lexicon_of({{"signals", NoteKind::ScamCrypto, 1.5F}, {"vip", NoteKind::ScamCrypto, 0.5F}, {"vip_signals", NoteKind::ScamCrypto, 0.25F}});
    EXPECT_NEAR(log_odds("signals", NoteKind::ScamCrypto, NoteKind::Other, lexicon), 1.5, 1e-6);
    EXPECT_NEAR(log_odds("Signals and signals, SIGNALS!", NoteKind::ScamCrypto, NoteKind::Other, lexicon), 1.5, 1e-6);
    EXPECT_NEAR(log_odds("vip signals", NoteKind::ScamCrypto, NoteKind::Other, lexicon), 2.25, 1e-6);
    EXPECT_NEAR(log_odds("nothing learned here", NoteKind::ScamCrypto, NoteKind::Other, lexicon), 0, 1e-6);
}

TEST(WordEvidence, shows_the_learned_words_that_speak_loudest) {
    const std::string note = "Hello, our signals room is open.";
    const auto analysis = analyse_note(note, lexicon_of({{"signals", NoteKind::ScamCrypto, 3.0F}, {"room", NoteKind::ScamCrypto, 0.1F}}), {});
    ASSERT_EQ(analysis.spans.size(), 1U);
    EXPECT_EQ(note.substr(analysis.spans[0].begin, analysis.spans[0].end - analysis.spans[0].begin), "signals");
    EXPECT_EQ(analysis.spans[0].sign, "learned_words");
    EXPECT_TRUE(analysis.spans[0].alarming);
}

// Notes by another author, never learned from (scripts/learn-note-weights leaves this file out). The floors are what the
// first reading with learned words reached, less two to four notes.
TEST(WordEvidence, reads_notes_that_nothing_was_learned_from) {
    int right = 0, unsafe = 0, found = 0, alarms = 0, calm = 0, hard = 0, all = 0;
    for (const auto& note : labelled_notes("unseen.json")) {
        const auto reading = read_note(note.text, test_lexicon(), {});
        ++all;
        right += reading.kind == note.label;
        unsafe += note.is_unsafe;
        alarms += reading.is_unsafe;
        found += note.is_unsafe && reading.is_unsafe;
        hard += note.is_hard_negative;
        calm += note.is_hard_negative && !reading.is_unsafe;
    }
    ASSERT_EQ(all, 154);
    EXPECT_GE(right, 138);
    EXPECT_GE(found, unsafe - 4);
    EXPECT_LE(alarms - found, 4);
    EXPECT_GE(calm, hard - 2);
}

}  // namespace discern
