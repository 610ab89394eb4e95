// The lexicon in the form that reading uses: a table of words, a graph of phrases and resolved signs.
// Internal to notes/.
#pragma once

#include "notes/note_lexicon.hpp"
#include "notes/phrase_graph.hpp"
#include "notes/phrase_pattern.hpp"
#include "notes/word_table.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace discern {

// Concepts that reading itself finds, without phrases. Named in signs as listed in compiled_lexicon.cpp.
enum class BuiltIn : ConceptId {
    Link, ShortLink, MessengerLink, FakeLink, Email, Handle, Phone, RiskyFile, HarmlessFile, Placeholder, ProperName,
    Number, Money, Percent, Year, Loud, Question, Disguised, RepeatedName, GreetedByName, NoGreeting, Words0To2,
    Words3To6, Words7To12, Words13Up, Emoji, OneSentence, ManySentences,
    Count
};
inline constexpr std::size_t built_in_count = static_cast<std::size_t>(BuiltIn::Count);

struct CompiledSign {
    std::vector<std::vector<ConceptId>> all;
    std::vector<ConceptId> none;
    NoteSignRule::Reach reach = NoteSignRule::Reach::Note;
    std::uint32_t near_words = 0;
    std::array<double, note_kind_count> weights{};
    std::vector<FactCode> facts;
    std::vector<std::string> flags;
    std::string name;
};

// One bit a root; of function words the first bit, and so on. A lexicon of more than 16 languages would need more.
using RootSet = std::uint16_t;
inline constexpr std::size_t function_words_root = 0, common_root = 1, han_root = 2, first_language_root = 3;

struct SpokenLanguage {
    ConceptId function_words = 0;  // the concept of its function words
    std::string code;
    RootSet roots = 0;  // its own root, when it has one
};

struct NoteLexicon::Compiled {
    WordTable words;
    PhraseGraph phrases;
    // Roots: function words of all languages, phrases common to all, Chinese, then language by language.
    std::vector<PhraseRoot> roots{3};
    std::vector<RootSet> roots_of_symbol;  // in which roots a phrase begins with it
    RootSet han_roots = 0;                 // the Chinese root, when there are Chinese phrases
    RootSet roots_of_any = 0;              // in which roots a phrase begins with any word at all
    std::vector<std::string> concept_names;
    std::vector<bool> negatable;
    std::vector<SpokenLanguage> languages;
    std::vector<CompiledSign> signs;
    // Signs that a concept may make: bit s % 64 of candidates[concept * sign_words + s / 64].
    std::vector<std::uint64_t> candidates;
    std::size_t sign_words = 0;
    WordEvidence word_evidence;
    std::array<double, note_kind_count> prior{};
    double unsafe_threshold = 0.5;
    ConceptId greeting = 0, sign_off = 0, negator = 0, place_claim = 0;
    WordTable watchwords, currency, magnitudes, abbreviations, function_words, digit_words;
    std::unordered_set<std::string> shorteners, messenger_hosts, brand_hosts, top_domains, risky_endings, file_endings;
    std::vector<std::string> brands;
    std::vector<std::string> placeholder_words;
    std::vector<std::string> problems;
};

}  // namespace discern
