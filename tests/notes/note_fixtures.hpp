// The lexicon from the repository's assets, and the invented notes of tests/fixtures/notes.
#pragma once

#include "notes/note_lexicon.hpp"

#include <optional>
#include <string>
#include <vector>

namespace discern {

struct LabelledNote {
    std::string id, text, language, label;
    bool is_unsafe = false, is_hard_negative = false, is_disguised = false;
    std::optional<bool> good_note;
};

[[nodiscard]] const NoteLexicon& test_lexicon();
// The same, read and compiled anew.
[[nodiscard]] NoteLexicon read_test_lexicon();
[[nodiscard]] std::vector<LabelledNote> labelled_notes(const std::string& file);  // "held-out.json"

}  // namespace discern
