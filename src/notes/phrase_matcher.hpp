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

// Hits ordered by concept, then place; those taken away by a negation are left out.
[[nodiscard]] std::vector<ConceptHit> find_concepts(const NoteTokens& tokens, const NoteLexicon::Compiled& lexicon);

}  // namespace discern
