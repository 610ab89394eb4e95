#include "notes/phrase_pattern.hpp"

#include "notes/read_note.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace discern {

namespace {

// Does a phrase match a note? Asked through a lexicon with one sign.
bool matches(const std::string& phrase, std::string_view note) {
    NoteTables tables;
    tables.languages.push_back({"en", {}, {{"wanted", {phrase}}}});
    tables.currency_words = {"euros"};
    NoteSignRule rule;
    rule.name = "wanted";
    tables.signs.push_back(rule);
    const auto lexicon = NoteLexicon::from_tables(tables);
    EXPECT_TRUE(lexicon.problems().empty()) << phrase;
    return !features_of_note(note, lexicon).signs.empty();
}

bool can_be_read(std::string_view phrase) {
    NoteTables tables;
    tables.languages.push_back({"en", {}, {{"wanted", {phrase}}}});
    return NoteLexicon::from_tables(tables).problems().empty();
}

}  // namespace

TEST(PhrasePattern, matches_whole_words_without_case_and_accents) {
    EXPECT_TRUE(matches("cafe noir", "Un CAFÉ noir, merci"));
    EXPECT_FALSE(matches("cafe", "cafeteria"));
    EXPECT_TRUE(matches("caf*", "cafeteria"));
}

TEST(PhrasePattern, takes_choices_that_may_be_left_out) {
    EXPECT_TRUE(matches("join my (professional|) network", "join my network"));
    EXPECT_TRUE(matches("join my (professional|) network", "join my professional network"));
    EXPECT_FALSE(matches("join my (professional|) network", "join my private network"));
}

TEST(PhrasePattern, keeps_the_choices_of_two_phrases_apart) {
    EXPECT_FALSE(matches("(good|nice) day", "good night"));
    EXPECT_TRUE(matches("(very (good|nice)|fine) day", "a very nice day"));
    EXPECT_FALSE(matches("(very (good|nice)|fine) day", "a nice day"));
}

TEST(PhrasePattern, bridges_up_to_four_words_of_a_sentence) {
    EXPECT_TRUE(matches("add .. whatsapp", "add me please on my whatsapp"));
    EXPECT_FALSE(matches("add .. whatsapp", "add me please on my own private whatsapp"));
    EXPECT_FALSE(matches("add .. whatsapp", "Please add. WhatsApp is down."));
}

TEST(PhrasePattern, knows_classes_of_tokens) {
    EXPECT_TRUE(matches("<money> per day", "earn $300 per day"));
    EXPECT_FALSE(matches("<money> per day", "earn 300 euros per day"));
    EXPECT_TRUE(matches("<money> (euros|) per day", "earn 300 euros per day"));
    EXPECT_TRUE(matches("see <link>", "see https://a.example/x"));
    EXPECT_TRUE(matches("<times>", "2x today"));
    EXPECT_TRUE(matches("in <year>", "in 2017"));
    EXPECT_TRUE(matches("<pct>", "18 % off"));
}

TEST(PhrasePattern, reads_chinese_by_character) {
    EXPECT_TRUE(matches("加微信", "您好，请加微信聊"));
    EXPECT_FALSE(matches("加微信", "微信加"));
}

TEST(PhrasePattern, refuses_what_it_cannot_read) {
    EXPECT_FALSE(can_be_read("(open"));
    EXPECT_FALSE(can_be_read("close)"));
    EXPECT_FALSE(can_be_read(".. word"));
    EXPECT_FALSE(can_be_read("word .."));
    EXPECT_FALSE(can_be_read("<nonsense>"));
    EXPECT_FALSE(can_be_read(""));
    EXPECT_TRUE(can_be_read("a (b|c d|) e"));
}

}  // namespace discern
