// Reads the tables of the note lexicon from the JSON texts of assets/lexicon/notes (signs, common, one per language).
#pragma once

#include "base/result.hpp"
#include "notes/note_lexicon.hpp"

#include <span>
#include <string>
#include <string_view>

namespace discern {

struct LexiconText {
    std::string file;  // "en.json": named in problems
    std::string_view json;
};

// The files that make up the lexicon, in the order of reading; they stand in assets/lexicon/notes.
[[nodiscard]] std::span<const std::string_view> note_lexicon_files();

// A Problem when a text is not JSON or a sign names an unknown kind or fact code. Unknown keys are left alone.
[[nodiscard]] Result<NoteTables> note_tables_from_json(std::span<const LexiconText> texts);

// Tables and compiling in one; also a Problem when a phrase cannot be read.
[[nodiscard]] Result<NoteLexicon> note_lexicon_from_json(std::span<const LexiconText> texts);

}  // namespace discern
