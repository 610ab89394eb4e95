// The words that notes are read by: plain tables (as knowledge/ reads them from assets/lexicon/notes) and the lexicon
// compiled from them. Weights are natural-log odds; words are language by language, signs and weights are common to all.
#pragma once

#include "notes/note_kind.hpp"
#include "notes/word_evidence.hpp"
#include "people/fact.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace discern {

// The tables hold words where they stand, in the text that they were read from: it has to last until the lexicon is made.

// Phrases of one language for one concept ("messenger", "earn_per_day"). The language of patterns:
//   word        that word, folded (case, accents and apostrophes do not matter)
//   word*       a word with that beginning
//   _           any one word
//   ..          nothing to four words of the same sentence
//   (a|b c|)    one of these; an empty choice may be left out
//   <num> <money> <pct> <year> <clock> <times> <name> <link> <handle> <phone> <email> <file>   a token of that class
// Chinese is written without spaces; each character is a word.
struct NotePhrases {
    std::string_view concept_name;
    std::vector<std::string_view> phrases;
};

struct NoteLanguageTable {
    std::string_view code;                         // "en", "es", "fr", "de", "pt", "hi", "zh"; "und" = common to all
    std::vector<std::string_view> function_words;  // what the language is guessed by
    std::vector<NotePhrases> concepts;
};

// A sign: when every term of `all` is present (each term is a list of concepts of which one suffices) and none of
// `none`, its weights are added to the log odds of the kinds. An empty `all` means the concept of the sign's own name.
struct NoteSignRule {
    enum class Reach : std::uint8_t { Note, Sentence, Near };
    std::string name;
    std::vector<std::vector<std::string>> all;
    std::vector<std::string> none;
    Reach reach = Reach::Note;
    std::uint32_t near_words = 0;  // for Reach::Near
    std::array<double, note_kind_count> weights{};
    std::vector<FactCode> facts;
    std::vector<std::string> flags;  // codes of the vocabulary's flags
};

// What was learned from invented notes (scripts/learn-note-weights; assets/lexicon/notes/learned.json): words of their
// own, and by how much the data moved what was stated. A weight in use is its stated one times `stated_share`, plus this.
struct LearnedNoteWeights {
    double stated_share = 1;
    std::array<double, note_kind_count> prior{};
    std::vector<std::pair<std::string, std::array<double, note_kind_count>>> signs;  // by name
    std::vector<NoteWordWeight> words;
};

struct NoteTables {
    std::array<double, note_kind_count> prior{};  // log odds before any sign
    double unsafe_threshold = 0.5;                // chance from which a note is called unsafe
    std::vector<NoteLanguageTable> languages;
    std::vector<NoteSignRule> signs;
    LearnedNoteWeights learned;
    std::vector<std::string_view> negatable;   // concepts that a negation just before takes away ("no fee")
    std::vector<std::string_view> watchwords;  // what disguised words are compared with; "word*" = beginning
    std::vector<std::string_view> currency_words;   // "usd", "euros": what makes the number beside it money
    std::vector<std::string_view> magnitude_words;  // "million", "lakh": may stand between number and currency
    std::vector<std::string_view> digit_words;      // "zero", "siete": six in a row are a telephone number
    std::vector<std::string_view> abbreviations;    // "dr": a full stop after it ends no sentence
    std::vector<std::string_view> placeholder_words;  // "first name": what makes [..] a slot nobody filled
    std::vector<std::string_view> shorteners;  // hosts: "bit.ly"
    std::vector<std::string_view> messenger_hosts;
    std::vector<std::string_view> brands;         // names that look-alike hosts borrow
    std::vector<std::string_view> brand_hosts;    // the brands' own hosts
    std::vector<std::string_view> top_domains;    // "com": what makes a word with a dot a link
    std::vector<std::string_view> risky_endings;  // "docm", "iso"
    std::vector<std::string_view> file_endings;   // harmless ones: "pdf"
};

// Compiled once, read by many. Cheap to copy.
class NoteLexicon {
public:
    // Names of concepts that no table fills are allowed (they never match); an unreadable pattern is skipped and
    // listed in problems().
    [[nodiscard]] static NoteLexicon from_tables(const NoteTables& tables);

    [[nodiscard]] const std::vector<std::string>& problems() const;

    struct Compiled;
    [[nodiscard]] const Compiled& compiled() const { return *compiled_; }

private:
    std::shared_ptr<const Compiled> compiled_;
};

}  // namespace discern
