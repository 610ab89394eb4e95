// How the workspace reads notes: notes/ with one lexicon, each fact with the invitation's own source.
#pragma once

#include "notes/note_lexicon.hpp"
#include "workspace/workspace.hpp"

namespace discern {

// For Workspace::set_note_reader. Invitations without a note are read too: having none is a sign.
[[nodiscard]] Workspace::NoteReader note_reader_with(NoteLexicon lexicon);

// Reads the notes of all incoming invitations, and what shows only when all are seen.
void read_incoming_notes(PersonBook& book, const Workspace::NoteReader& reader);

// Puts what shows only beside other invitations into the reading of one, where it is not there yet.
void add_sign(Invitation& invitation, FactCode code);
// Adds to the readings of incoming notes what shows only when all invitations are seen: one note from many senders, a
// known name on another profile.
void add_book_signs(PersonBook& book);

}  // namespace discern
