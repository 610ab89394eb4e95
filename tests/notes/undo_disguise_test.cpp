#include "notes/note_fold.hpp"

#include "notes/compiled_lexicon.hpp"
#include "base/random.hpp"
#include "notes/read_note.hpp"
#include "tests/notes/note_fixtures.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace discern {

namespace {

FoldedNote undone(std::string_view note) {
    auto folded = fold_note(note, true);
    undo_disguised_words(folded, test_lexicon().compiled());
    return folded;
}

std::string text_of(const FoldedNote& note) {
    std::string text;
    for (const auto& c : note.chars) text.push_back(c.code < 0x80 ? static_cast<char>(c.code) : '?');
    return text;
}

bool has(const FoldedNote& note, Disguise disguise) {
    return std::any_of(note.disguises.begin(), note.disguises.end(), [&](const auto& d) { return d.disguise == disguise; });
}

}  // namespace

TEST(UndoDisguise, joins_spaced_out_letters) {
    const auto note = undone("chat on W h a t s a p p now");
    EXPECT_EQ(text_of(note), "chat on whatsapp now");
    EXPECT_TRUE(has(note, Disguise::SpacedOut));
}

TEST(UndoDisguise, joins_letters_with_dots_but_leaves_abbreviations_alone) {
    EXPECT_EQ(text_of(undone("my T.e.l.e.g.r.a.m")), "my telegram");
    EXPECT_TRUE(undone("I work for the R.S.P.C.A. in York").disguises.empty());
    EXPECT_TRUE(undone("J. R. R. Ashby, B.Sc., i.e. me").disguises.empty());
}

TEST(UndoDisguise, reads_letters_of_other_scripts_that_look_alike) {
    const auto note = undone("my T\xD0\xB5l\xD0\xB5gram");  // Cyrillic e
    EXPECT_EQ(text_of(note), "my telegram");
    EXPECT_TRUE(has(note, Disguise::LookAlike));
}

TEST(UndoDisguise, leaves_words_in_another_script_alone) {
    EXPECT_TRUE(undone("\xD0\x9F\xD1\x80\xD0\xB8\xD0\xB2\xD0\xB5\xD1\x82 Olga").disguises.empty());
}

TEST(UndoDisguise, drops_characters_without_width) {
    const auto note = undone("b\xE2\x80\x8Bit\xE2\x80\x8B" "coin");
    EXPECT_EQ(text_of(note), "bitcoin");
    EXPECT_TRUE(has(note, Disguise::ZeroWidth));
}

TEST(UndoDisguise, writes_out_dots_and_ats) {
    EXPECT_EQ(text_of(undone("see mysite dot com please")), "see mysite.com please");
    EXPECT_EQ(text_of(undone("tinyurl[.]com/abc")), "tinyurl.com/abc");
    EXPECT_EQ(text_of(undone("go to t . me / joinus")), "go to t.me/joinus");
    EXPECT_EQ(text_of(undone("ada (at) mail.example")), "ada@mail.example");
    EXPECT_TRUE(undone("we lived through the dot com boom").disguises.empty());
}

TEST(UndoDisguise, writes_out_digits_only_in_watched_words) {
    EXPECT_EQ(text_of(undone("Wh@tsApp prof1ts D0uble b1tcoin")), "whatsapp profits double bitcoin");
    EXPECT_TRUE(undone("B2B and MP3 for H2O on 4x4").disguises.empty());
}

TEST(UndoDisguise, writes_out_other_words_of_the_lexicon_where_half_of_them_is_letters) {
    EXPECT_EQ(text_of(undone("no interv!ew, lik3 it")), "no interview, like it");
    EXPECT_TRUE(undone("Top10 in 2nd place at 5th Ave, flat 4b, 100k by Q3").disguises.empty());
}

TEST(UndoDisguise, reads_a_picture_in_the_place_of_a_letter) {
    EXPECT_EQ(text_of(undone("your pr\xF0\x9F\x94\xA5" "file")), "your profile");
    EXPECT_TRUE(undone("thanks\xF0\x9F\x98\x8A" "Best").disguises.empty());
}

TEST(UndoDisguise, hears_a_telephone_number_that_is_spelled_out) {
    const auto flags = [](std::string_view note) {
        const auto signs = features_of_note(note, test_lexicon()).signs;
        return std::find(signs.begin(), signs.end(), "phone") != signs.end() && std::find(signs.begin(), signs.end(), "disguised") != signs.end();
    };
    EXPECT_TRUE(flags("Write to me at tres cero cero, cinco uno dos, cero uno"));
    EXPECT_TRUE(flags("call null eins f\xC3\xBCnf sieben neun null"));
    EXPECT_FALSE(flags("one or two of the three of us met four years ago"));
}

TEST(UndoDisguise, reads_fancy_alphabets) {
    const auto note = undone("\xF0\x9D\x97\xA7\xF0\x9D\x97\xB2\xF0\x9D\x97\xB9\xF0\x9D\x97\xB2gram");
    EXPECT_EQ(text_of(note), "telegram");
    EXPECT_TRUE(has(note, Disguise::FancyLetters));
}

TEST(UndoDisguise, reads_keycap_digits_in_a_row) {
    const auto note = undone("call 7\xEF\xB8\x8F\xE2\x83\xA3" "8\xEF\xB8\x8F\xE2\x83\xA3" "9\xEF\xB8\x8F\xE2\x83\xA3");
    EXPECT_EQ(text_of(note), "call 789");
    EXPECT_TRUE(has(note, Disguise::KeycapDigits));
}

TEST(UndoDisguise, changes_no_clean_note) {
    for (const auto* file : {"held-out.json", "second-set.json", "third-set.json"}) {
        for (const auto& labelled : labelled_notes(file)) {
            if (labelled.is_disguised) continue;
            EXPECT_TRUE(undone(labelled.text).disguises.empty()) << labelled.id;
            NoteContext plain;
            plain.undo_disguises = false;
            EXPECT_EQ(analyse_note(labelled.text, test_lexicon(), {}).reading, analyse_note(labelled.text, test_lexicon(), plain).reading)
                << labelled.id;
        }
    }
}

// Sentences of clean notes in new company, with names and numbers that nobody has read before.
TEST(UndoDisguise, changes_the_kind_of_no_clean_note_out_of_ten_thousand) {
    std::vector<std::string> sentences;
    for (const auto* file : {"held-out.json", "second-set.json", "third-set.json", "unseen.json"}) {
        for (const auto& labelled : labelled_notes(file)) {
            if (labelled.is_disguised || labelled.text.empty() || !undone(labelled.text).disguises.empty()) continue;
            std::size_t begin = 0;
            for (std::size_t i = 0; i < labelled.text.size(); ++i) {
                if (labelled.text[i] != '.' && labelled.text[i] != '!' && labelled.text[i] != '?') continue;
                if (i + 1 < labelled.text.size() && labelled.text[i + 1] != ' ') continue;
                sentences.push_back(labelled.text.substr(begin, i + 1 - begin));
                begin = i + 2 > labelled.text.size() ? labelled.text.size() : i + 2;
            }
        }
    }
    ASSERT_GT(sentences.size(), 300U);
    const std::vector<std::string> beginnings{"", "Hi Ana, ", "Hallo J\xC3\xB6rg! ", "Bonjour Zo\xC3\xA9, ", "Ol\xC3\xA1 Jo\xC3\xA3o, ", "\xE6\x82\xA8\xE5\xA5\xBD\xEF\xBC\x8C", "Dear Dr O'Neil, "};
    Random random(20261123);
    std::size_t disguised = 0;
    for (int round = 0; round < 10000; ++round) {
        std::string note = beginnings[static_cast<std::size_t>(random.below(beginnings.size()))];
        for (auto n = 1 + random.below(3); n > 0; --n) note += sentences[static_cast<std::size_t>(random.below(sentences.size()))] + " ";
        if (random.below(4) == 0) note += "We met in " + std::to_string(1990 + random.below(36)) + ", hall " + std::to_string(random.below(12)) + "b.";
        NoteContext plain;
        plain.undo_disguises = false;
        const auto with = analyse_note(note, test_lexicon(), {}), without = analyse_note(note, test_lexicon(), plain);
        disguised += with.disguises.empty() ? 0U : 1U;
        ASSERT_EQ(with.kind, without.kind) << note;
        ASSERT_EQ(with.reading.is_unsafe, without.reading.is_unsafe) << note;
    }
    EXPECT_EQ(disguised, 0U);
}

// The other way round: a disguise put on the words of a note hides no unsafe note.
TEST(UndoDisguise, finds_unsafe_notes_under_disguises_put_on_by_the_test) {
    std::size_t tried = 0;
    for (const auto& labelled : labelled_notes("held-out.json")) {
        if (!labelled.is_unsafe || labelled.language != "en") continue;
        std::string hidden;
        for (const char c : labelled.text) {
            hidden.push_back(c);
            if (c == 'a' || c == 'o') hidden += "\xE2\x80\x8B";  // zero-width space
        }
        EXPECT_TRUE(analyse_note(hidden, test_lexicon(), {}).reading.is_unsafe) << labelled.id;
        ++tried;
    }
    EXPECT_GE(tried, 20U);
}

}  // namespace discern
