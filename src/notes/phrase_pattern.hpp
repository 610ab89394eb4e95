// The little language of phrases in the lexicon (note_lexicon.hpp says what it has), written into the graph while it is
// read: the page does so each time it opens, so nothing stands between the text and the graph. Internal to notes/.
#pragma once

#include "notes/phrase_graph.hpp"
#include "notes/word_table.hpp"

#include "base/hash_index.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace discern {

// Classes of tokens; in patterns written <num>, <money>, ...
enum class TokenClass : std::uint8_t { Number, Money, Percent, Year, Clock, Times, Name, Link, Handle, Phone, Email, File };
inline constexpr std::size_t token_class_count = 12;

// Writes phrases one after the other, and numbers their words in the order in which they come.
class PhraseWriter {
public:
    explicit PhraseWriter(PhraseGraphBuilder& graph) : graph_(graph) {}

    // The phrase below `root`, ending in `id`. False when it cannot be read (unbalanced brackets, an unknown class, a gap at
    // either end, or nothing that must be there): then what was written of it leads to no end.
    bool add(std::string_view phrase, std::uint32_t root, ConceptId id);

    [[nodiscard]] WordTable words() const { return WordTable(words_); }
    [[nodiscard]] Symbol symbol_count() const { return next_symbol_; }  // all symbols are smaller

private:
    enum class Kind : std::uint8_t { None, Symbol, Any, Gap };
    struct Element {
        Kind kind = Kind::None;
        Symbol symbol = no_symbol;
    };
    // What was read since the beginning of a phrase or choice and is not in the graph yet: its last element, which in a
    // choice may lead to where the others lead.
    struct Open {
        std::size_t nodes;  // where its nodes begin in nodes_
        Element last;
        std::size_t steps = 0;
    };

    bool read_steps(Open& open);
    bool read_choices(Open& open);
    bool read_element(Open& open);
    void read_words(Open& open, std::string_view text);
    void take(Open& open, Element element);
    void write_last(Open& open);
    void lead(std::uint32_t node, Element element, std::uint32_t target);
    [[nodiscard]] Symbol symbol_of(const WordEntry& word);

    PhraseGraphBuilder& graph_;
    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<std::uint32_t> nodes_;    // reached so far: of the phrase, and behind them of the choices being read
    std::vector<std::uint32_t> reached_;  // by the choices read so far
    std::vector<WordEntry> words_;
    HashIndex numbers_;  // of words_
    Symbol next_symbol_ = static_cast<Symbol>(token_class_count);
};

}  // namespace discern
