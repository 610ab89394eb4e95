// Finds every phrase of the lexicon in one pass over the tokens of a note. Internal to notes/.
#pragma once

#include "notes/note_tokens.hpp"

#include <cstdint>
#include <vector>

namespace discern {

struct ConceptHit {
    ConceptId concept_id = 0;
    std::uint32_t first_token = 0, last_token = 0;
    auto operator<=>(const ConceptHit&) const = default;
};

// Finds hits ordered by concept, then place; those taken away by a negation are left out. Made once and used for many
// notes: what one note needed of memory serves the next.
class PhraseFinder {
public:
    // `hits` is filled anew.
    void find(const NoteTokens& tokens, const NoteLexicon::Compiled& lexicon, std::vector<ConceptHit>& hits);

private:
    void note_symbols();
    void find_from(RootSet roots);
    void walk(std::uint32_t node, std::uint32_t at);
    void follow(const PhraseStep& step, std::uint32_t at);
    [[nodiscard]] RootSet spoken_roots();
    void sort_hits();
    void drop_negated();

    const NoteTokens* in_ = nullptr;
    const NoteLexicon::Compiled* lexicon_ = nullptr;
    std::vector<ConceptHit>* hits_ = nullptr;
    std::uint32_t start_ = 0;
    std::vector<std::uint64_t> coming_, coming_soon_;  // bits of symbols by token, and one past the end
    std::vector<std::uint32_t> language_words_;
    std::vector<ConceptHit> negators_;
};

}  // namespace discern
