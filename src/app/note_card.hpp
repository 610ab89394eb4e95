// The sender's note in the receipt: its words marked that say what it is, each with its reason.
#pragma once

#include "app/marked_text.hpp"
#include "app/strings.hpp"
#include "notes/note_highlights.hpp"
#include "workspace/document.hpp"

#include <optional>
#include <string>
#include <vector>

namespace discern {

// A note as it is shown; made once for a selection.
struct NoteWords {
    std::string note;                        // verbatim
    std::string summary;                     // "Personal, 96 of 100 sure. Safe. Spanish."
    bool is_unsafe = false;
    std::vector<NoteHighlight> highlights;
    std::vector<std::string> reasons;        // of each highlight
    std::optional<std::size_t> pointed;      // a highlight whose reason is shown
};

// The note as it came, as it was sent, or as the desk has it.
[[nodiscard]] std::string_view shown_note(const Document& document, const Invitation& invitation);
[[nodiscard]] NoteWords note_words(std::string_view note, const Strings& strings);

}  // namespace discern
