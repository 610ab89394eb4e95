#include "notes/read_note.hpp"

#include "tests/notes/note_fixtures.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace discern {

namespace {

NoteAnalysis analysis_of(std::string_view note) {
    return analyse_note(note, test_lexicon(), {});
}

bool has_fact(const NoteAnalysis& analysis, FactCode code) {
    return std::any_of(analysis.reading.facts.begin(), analysis.reading.facts.end(), [&](const Fact& fact) { return fact.code == code; });
}

bool has_flag(const NoteAnalysis& analysis, std::string_view flag) {
    return std::any_of(analysis.reading.signs.begin(), analysis.reading.signs.end(), [&](const NoteSign& sign) { return sign.flag == flag; });
}

}  // namespace

TEST(ReadNote, knows_the_default_text_as_generic) {
    const auto analysis = analysis_of("I'd like to add you to my professional network on LinkedIn.");
    EXPECT_EQ(analysis.reading.kind, "generic_default");
    EXPECT_FALSE(analysis.reading.is_unsafe);
    EXPECT_TRUE(has_flag(analysis, "generic_note"));
    EXPECT_FALSE(analysis.names_reason);
}

TEST(ReadNote, finds_the_reason_in_a_personal_note) {
    const auto analysis = analysis_of("Hi Orla, we met at the lighthouse keepers' dinner in Bergen. I would like to stay in touch.");
    EXPECT_EQ(analysis.reading.kind, "personal_good");
    EXPECT_TRUE(analysis.good_note);
    EXPECT_TRUE(has_fact(analysis, FactCode::note_names_specific_reason));
    EXPECT_EQ(analysis.sentences, 2U);
    EXPECT_EQ(analysis.language, "en");
}

TEST(ReadNote, takes_a_remark_on_looks_for_no_reason) {
    for (const auto* note : {"Hi Orla, you look stunning in your photo. I could open doors for you, let us have dinner first and see.",
                             "Quel beau sourire, on d\xC3\xAEne ensemble ?"}) {
        const auto analysis = analysis_of(note);
        EXPECT_TRUE(analysis.reading.is_unsafe) << note;
        EXPECT_TRUE(has_fact(analysis, FactCode::personal_advance)) << note;
        EXPECT_FALSE(has_fact(analysis, FactCode::note_names_specific_reason)) << note;
    }
}

TEST(ReadNote, leaves_an_empty_note_without_a_verdict_on_the_sender) {
    for (const auto* note : {"", "  ", "...", "\xF0\x9F\x99\x82"}) {
        const auto analysis = analysis_of(note);
        EXPECT_EQ(analysis.reading.kind, "empty");
        EXPECT_FALSE(analysis.reading.is_unsafe);
        EXPECT_EQ(analysis.sentences, 0U);
    }
}

TEST(ReadNote, quotes_the_words_of_the_original_bytes) {
    const std::string note = "Héllo Åsa, pay the processing fee of 90 euros and message me on WhatsApp!";
    const auto analysis = analysis_of(note);
    EXPECT_TRUE(analysis.reading.is_unsafe);
    ASSERT_TRUE(has_fact(analysis, FactCode::asks_fee));
    for (const auto& fact : analysis.reading.facts) EXPECT_NE(note.find(fact.quote), std::string::npos);
    ASSERT_FALSE(analysis.spans.empty());
    for (const auto& span : analysis.spans) {
        ASSERT_LT(span.begin, span.end);
        ASSERT_LE(span.end, note.size());
        EXPECT_NE(static_cast<unsigned char>(note[span.begin]) & 0xc0, 0x80) << "a span begins inside a letter";
    }
}

TEST(ReadNote, does_not_take_the_word_crypto_for_a_crime) {
    const auto analysis = analysis_of("Hi Rune, I build crypto hardware and your paper on side channels helped us at work. Would be good to be connected.");
    EXPECT_EQ(analysis.reading.kind, "personal_good");
    EXPECT_FALSE(analysis.reading.is_unsafe);
}

TEST(ReadNote, does_not_take_the_word_whatsapp_for_a_trap) {
    const auto analysis = analysis_of("Hello Ida, I lost your number when the school's WhatsApp group closed. It's Kofi from the parents' council.");
    EXPECT_FALSE(analysis.reading.is_unsafe);
    EXPECT_EQ(analysis.reading.kind, "personal_good");
}

TEST(ReadNote, calls_a_long_note_too_long_by_utf16_units) {
    std::string note = "Hi Bea, we met at the fair.";
    while (note.size() <= 300) note += " It was good.";
    EXPECT_EQ(analysis_of(note).reading.kind, "too_long");
    EXPECT_EQ(analysis_of("\xF0\x9F\x99\x82\xF0\x9F\x99\x82 hello").chars, 10U);
}

TEST(ReadNote, holds_clumsy_language_against_nobody) {
    const auto analysis = analysis_of("Hello sir, I am read you article of bridge and it help me much in my work at the port. I like connect.");
    EXPECT_FALSE(analysis.reading.is_unsafe);
    EXPECT_EQ(analysis.reading.kind, "personal_good");
}

TEST(ReadNote, drops_what_a_negation_takes_away) {
    EXPECT_FALSE(has_fact(analysis_of("We are hiring a cook, job on our careers page; no processing fee, ever."), FactCode::asks_fee));
    EXPECT_TRUE(has_fact(analysis_of("We are hiring a cook; there is a processing fee of 90 dollars."), FactCode::asks_fee));
}

TEST(ReadNote, survives_broken_text) {
    for (const auto& note : {std::string("\xff\xfe\x80"), std::string("\xe4\xbd"), std::string(3, '\0'), std::string(5000, 'a'),
                                   std::string("{[<%{[<%"), std::string("@@@@ .... //// ::::"), std::string("1.2.3.4.5 1,,2 ..5")}) {
        const auto analysis = analysis_of(note);
        for (const auto& span : analysis.spans) EXPECT_LE(span.end, note.size());
    }
}

TEST(ReadNote, keeps_the_words_of_two_languages_apart) {
    // "hier" is yesterday in French and here in German; "leads" and "heritage" are harmless English words.
    const auto analysis = analysis_of("Guten Tag, ich w\xC3\xBCrde mich freuen, wenn wir uns hier vernetzen.");
    EXPECT_EQ(analysis.language, "de");
    EXPECT_EQ(analysis.reading.kind, "generic_default");
    EXPECT_FALSE(analysis_of("Hi Una, the heritage of the old port is on our site and you wrote the guide that I use there.").reading.is_unsafe);
}

TEST(ReadNote, knows_the_default_text_of_every_language) {
    for (const auto* note : {"Ich m\xC3\xB6" "chte Sie zu meinem beruflichen Netzwerk hinzuf\xC3\xBCgen.", "Je souhaite vous ajouter \xC3\xA0 mon r\xC3\xA9seau.",
                             "Quisiera a\xC3\xB1" "adirle a mi red profesional.", "Gostaria de fazer parte da sua rede profissional.",
                             "Kripya mujhe apne network mein add karein.", "\xE6\x82\xA8\xE5\xA5\xBD\xEF\xBC\x8C\xE5\xB8\x8C\xE6\x9C\x9B\xE5\x8A\xA0\xE6\x82\xA8\xE4\xB8\xBA\xE5\xA5\xBD\xE5\x8F\x8B\xE3\x80\x82"}) {
        EXPECT_EQ(analysis_of(note).reading.kind, "generic_default") << note;
    }
}

TEST(ReadNote, calls_no_hard_negative_unsafe) {
    for (const auto* file : {"held-out.json", "second-set.json", "third-set.json"}) {
        for (const auto& note : labelled_notes(file)) {
            if (!note.is_hard_negative) continue;
            EXPECT_FALSE(analysis_of(note.text).reading.is_unsafe) << note.id;
        }
    }
}

TEST(ReadNote, tells_safe_from_unsafe_in_all_seven_languages) {
    for (const auto* file : {"held-out.json", "second-set.json", "third-set.json"}) {
        for (const auto& note : labelled_notes(file)) EXPECT_EQ(analysis_of(note.text).reading.is_unsafe, note.is_unsafe) << note.id;
    }
}

TEST(ReadNote, names_the_kind_of_nearly_every_note) {
    std::size_t right = 0, all = 0;
    for (const auto* file : {"held-out.json", "second-set.json", "third-set.json"}) {
        for (const auto& note : labelled_notes(file)) {
            right += analysis_of(note.text).reading.kind == note.label ? 1U : 0U;
            ++all;
        }
    }
    ASSERT_EQ(all, 286U);
    EXPECT_GE(right * 100, all * 97);
}

}  // namespace discern
