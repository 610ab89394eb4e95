// A folded note cut into words, numbers, links and the like, with sentences. Internal to notes/.
#pragma once

#include "notes/compiled_lexicon.hpp"
#include "notes/note_fold.hpp"

#include <cstdint>
#include <vector>

namespace discern {

struct NoteToken {
    std::uint32_t first_char = 0, last_char = 0;  // into FoldedNote::chars, last included
    std::uint32_t symbols_begin = 0, symbols_end = 0;
    std::uint64_t hash = 0;  // of its letters (WordHash); 0 for links, addresses, handles and files
    std::uint16_t sentence = 0;
    std::uint16_t classes = 0;  // bit of TokenClass
    bool han = false;
    bool capital = false;      // begins with a capital letter
    bool all_capital = false;  // at least four capitals and nothing else
    bool break_after = false;  // comma, colon, exclamation mark, dash, end of sentence or line follows
    bool stop_after = false;   // end of sentence or line follows
};

// A built-in concept found while cutting (links, placeholders, ...).
struct FoundBuiltIn {
    BuiltIn concept_name{};
    std::uint32_t first_token = 0, last_token = 0;
};

struct NoteTokens {
    std::vector<NoteToken> tokens;
    std::vector<Symbol> symbols;  // those of token t are [symbols_begin, symbols_end)
    std::vector<FoundBuiltIn> found;
    std::uint32_t sentence_count = 0;
    bool question = false;
    bool loud = false;
    std::uint32_t emoji_count = 0;

    void clear() {
        tokens.clear();
        symbols.clear();
        found.clear();
        sentence_count = emoji_count = 0;
        question = loud = false;
    }
};

// Fills `tokens` anew; what it held before only lends its memory.
void cut_into_tokens(const FoldedNote& note, const NoteLexicon::Compiled& lexicon, NoteTokens& tokens);

[[nodiscard]] constexpr std::uint16_t class_bit(TokenClass token_class) {
    return static_cast<std::uint16_t>(1U << static_cast<unsigned>(token_class));
}

}  // namespace discern
