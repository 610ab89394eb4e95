// Reads the tables of the note lexicon from the JSON texts of assets/lexicon/notes (signs, common, one per language).
#pragma once

#include "base/result.hpp"
#include "knowledge/knowledge.hpp"
#include "notes/note_lexicon.hpp"

#include <span>
#include <string>
#include <string_view>

namespace discern {

struct LexiconText {
    std::string file;  // "en.json": named in problems
    std::string_view json;
};

// A Problem when a text is not JSON or a sign names an unknown kind or fact code. Unknown keys are left alone. The tables
// name words where they stand in the texts.
[[nodiscard]] Result<NoteTables> note_tables_from_json(std::span<const LexiconText> texts);

// The paths of the lexicon's files ("assets/lexicon/notes/en.json").
[[nodiscard]] std::span<const std::string_view> note_lexicon_paths();

// All files of the lexicon, compiled; also a Problem when a file is missing or a phrase cannot be read.
[[nodiscard]] Result<NoteLexicon> read_note_lexicon(const AssetReader& read);

// The lexicon built into this program, read once and kept (as embedded_knowledge).
[[nodiscard]] const NoteLexicon& embedded_note_lexicon();

}  // namespace discern
