// What a note is besides its matter: greeting and sign-off, language, sentences, how long, which names. Internal to notes/.
#pragma once

#include "notes/phrase_matcher.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace discern {

struct NoteFrame {
    std::uint32_t content_begin = 0, content_end = 0;  // tokens between greeting and sign-off
    std::uint32_t content_words = 0;                   // two Chinese characters count as one
    std::uint32_t sentences = 0;                       // of the content
    bool greeted = false, greeted_by_name = false;
    std::string_view language = "und";  // guess from function words; lives as long as the lexicon
};

// The hits of one concept among hits that are sorted.
[[nodiscard]] std::span<const ConceptHit> hits_of_concept(std::span<const ConceptHit> hits, ConceptId id);

[[nodiscard]] NoteFrame frame_of(const NoteTokens& tokens, const NoteLexicon::Compiled& lexicon, std::span<const ConceptHit> hits);

// Appends what the frame, the names and the manner of writing say, as hits of built-in concepts, and sorts the hits.
void add_built_in_hits(const NoteFrame& frame, const FoldedNote& note, const NoteTokens& tokens, std::vector<ConceptHit>& hits);

}  // namespace discern
