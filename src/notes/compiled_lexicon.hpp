// The lexicon in the form that reading uses: two tries (letters to words, words to phrases) and resolved signs.
// Internal to notes/.
#pragma once

#include "notes/note_fold.hpp"
#include "notes/note_lexicon.hpp"
#include "notes/phrase_pattern.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace discern {

using Symbol = std::uint16_t;     // classes of tokens first, then words and beginnings of words
using ConceptId = std::uint16_t;  // built-in concepts first

inline constexpr Symbol no_symbol = 0xffff;

// Concepts that reading itself finds, without phrases. Named in signs as listed in compiled_lexicon.cpp.
enum class BuiltIn : ConceptId {
    Link, ShortLink, MessengerLink, FakeLink, Email, Handle, Phone, RiskyFile, HarmlessFile, Placeholder, ProperName,
    Number, Money, Percent, Year, Loud, Question, Disguised, RepeatedName, GreetedByName, NoGreeting, Words0To2,
    Words3To6, Words7To12, Words13Up, Emoji, OneSentence, ManySentences,
    Count
};
inline constexpr std::size_t built_in_count = static_cast<std::size_t>(BuiltIn::Count);

// Letters to words: one walk along a token finds the word itself and every listed beginning of it.
class WordTrie {
public:
    WordTrie();
    void add(std::u32string_view word, Symbol symbol, bool is_prefix);
    // Appends the symbols of a token (small letters and digits only).
    void find(const FoldedChar* begin, const FoldedChar* end, std::vector<Symbol>& symbols) const;
    [[nodiscard]] bool contains(std::u32string_view word) const;  // as a whole or by a listed beginning
    [[nodiscard]] bool has_word(std::u32string_view word) const;  // as a whole

private:
    struct Node {
        std::array<std::uint16_t, 36> next{};
        Symbol word = no_symbol, prefix = no_symbol;
    };
    // Along the letters: true as soon as `stop` says so of a node, else whether a word ends at the last.
    template <class Reached>
    [[nodiscard]] bool walk(std::u32string_view word, Reached stop) const;

    std::vector<Node> nodes_;
};

// A step by one symbol. `wanted` hints what may come after it (bits of symbol_bit): when neither the next word, nor for
// a `far` step one of the next few, shares a bit with it, the step leads nowhere and its node need not be looked at.
struct PhraseEdge {
    Symbol symbol = no_symbol;
    bool far = false;
    std::uint32_t target = 0;
    std::uint64_t wanted = 0;
    auto operator<=>(const PhraseEdge&) const = default;
};
inline constexpr std::uint64_t any_symbol_bit = std::uint64_t{1} << 63;  // every word has it, and the end of the note
[[nodiscard]] constexpr std::uint64_t symbol_bit(Symbol symbol) { return std::uint64_t{1} << (symbol % 63); }

struct PhraseNode {
    std::vector<PhraseEdge> next;  // sorted by symbol
    std::vector<std::uint32_t> any;  // targets after any one word
    std::vector<PhraseEdge> gaps;    // after a gap; their symbol says nothing
    std::vector<ConceptId> concepts;
};

// Where the phrases of one language begin; `language` is an index into language_concepts.
struct LanguageRoot {
    std::uint32_t node = 0, language = 0;
};

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

struct NoteLexicon::Compiled {
    WordTrie words;
    std::unordered_map<char32_t, Symbol> single_chars;  // Chinese characters; looked up only, never walked
    std::vector<PhraseNode> phrases{1};
    std::uint32_t function_root = 0, common_root = 0, han_root = 0;  // han_root 0 = no Chinese phrases
    std::vector<LanguageRoot> language_roots;
    // Of a root, by symbol: where its edges begin in PhraseNode::next (one more entry at the end). Roots have thousands.
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> root_edges;
    std::vector<std::string> concept_names;
    std::vector<bool> negatable;
    std::vector<std::pair<ConceptId, std::string>> language_concepts;  // concept of function words, code
    std::vector<CompiledSign> signs;
    WordEvidence word_evidence;
    std::array<double, note_kind_count> prior{};
    double unsafe_threshold = 0.5;
    ConceptId greeting = 0, sign_off = 0, negator = 0, place_claim = 0;
    WordTrie watchwords, currency, magnitudes, abbreviations, function_words, digit_words;
    std::unordered_set<std::string> shorteners, messenger_hosts, brand_hosts, top_domains, risky_endings, file_endings;
    std::vector<std::string> brands;
    std::vector<std::string> placeholder_words;
    std::vector<std::string> problems;
};

}  // namespace discern
