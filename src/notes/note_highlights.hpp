// The words of a note that say what it is, as they are shown: few, without overlaps, the strongest first chosen.
#pragma once

#include "notes/read_note.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace discern {

// What marked words mean for the reader.
enum class HighlightTone : std::uint8_t { Good, Poor, Alarm };

// Bytes of the note; `sign` is the name of the sign in the lexicon, also a key of strings ("note.why.met").
struct NoteHighlight {
    std::uint32_t begin = 0, end = 0;
    std::string sign;
    double weight = 0;  // log odds for the note's kind
    HighlightTone tone = HighlightTone::Poor;
    bool operator==(const NoteHighlight&) const = default;
};

// At most `count`, ordered by place. Only words that speak for the note's kind: what merely fits is left plain.
[[nodiscard]] std::vector<NoteHighlight> note_highlights(const NoteAnalysis& analysis, std::size_t count = 8);

}  // namespace discern
