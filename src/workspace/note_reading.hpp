// How the workspace reads notes: notes/ with one lexicon, each fact with the invitation's own source.
#pragma once

#include "notes/note_lexicon.hpp"
#include "workspace/workspace.hpp"

namespace discern {

// For Workspace::set_note_reader. Invitations without a note are read too: having none is a sign.
[[nodiscard]] Workspace::NoteReader note_reader_with(NoteLexicon lexicon);

// Adds to the readings of incoming notes what shows only when all invitations are seen: one note from many senders, a
// known name on another profile.
void add_book_signs(PersonBook& book);

}  // namespace discern
