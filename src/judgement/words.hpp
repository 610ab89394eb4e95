// Folded words of a text and the phrases of the word lists found in them, each with where it stands, so that the receipt
// can quote the very words.
#pragma once

#include "judgement/knowledge_tables.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace discern {

// A word of a text: bytes [start, end) of the original; `hash` is FNV-1a of its folded form.
struct Word {
    std::uint64_t hash = 0;
    std::uint32_t start = 0, end = 0;          // in the original text
    std::uint32_t folded_start = 0, folded_end = 0;
};

// The words of one text. Reused between texts so that judging an inbox allocates nothing per row.
struct Words {
    std::vector<Word> words;
    std::string folded;  // folded words, each followed by one blank
};

// Letters and digits make words ("+", "#" too inside: "c++", "c#"); case and Latin accents are folded away
// ("Ingénieure" -> "ingenieure", "Straße" -> "strasse"); other scripts keep their bytes.
void split_words(std::string_view text, Words& out);

// A phrase as the word lists keep it: the hash of its folded words joined by one blank, its first word, its length.
[[nodiscard]] LexiconEntry entry_of_phrase(std::string_view phrase);

// A phrase of the lexicon found in a text: bytes [start, end) of the original.
struct PhraseMatch {
    std::optional<Cue> cue;
    std::int16_t field = -1;
    std::uint32_t start = 0, end = 0;
};
// Longest phrases first at each place; a phrase hides the shorter ones inside it.
void find_phrases(const Words& words, const Lexicon& lexicon, std::vector<PhraseMatch>& out);

// The first place where `phrase_words` (hashes of single words, in order) stands in the text, or nothing.
struct TextRange {
    std::uint32_t start = 0, end = 0;
};
[[nodiscard]] std::optional<TextRange> find_sequence(const Words& words, std::span<const std::uint64_t> phrase_words);

}  // namespace discern
