// `discern notes --messages FILE`: reads every note of a JSON list and prints one JSON line for each.
#pragma once

#include "cli/command_line.hpp"
#include "notes/note_lexicon.hpp"

#include <string_view>

namespace discern {

// `messages_json` is a list of objects with "id" and "text". Prints lines with id, label, unsafe, good_note, reason,
// certainty, language, sentences, facts, flags and spans (byte offsets, words, sign, weight). With `show_features` the
// names of all signs as well, for learning weights. Where the notes have labels, a table by language of how the readings
// compare with them follows on the error stream. Exit code 2 when the text is not such a list.
[[nodiscard]] CommandAnswer run_notes_command(std::string_view messages_json, const NoteLexicon& lexicon, bool show_features);

}  // namespace discern
