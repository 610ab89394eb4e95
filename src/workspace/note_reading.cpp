#include "workspace/note_reading.hpp"

#include "notes/read_note.hpp"

#include <utility>

namespace discern {

Workspace::NoteReader note_reader_with(NoteLexicon lexicon) {
    return [lexicon = std::move(lexicon)](const PersonBook&, const Invitation& invitation) {
        return read_note(invitation.note, lexicon, {.source = invitation.source});
    };
}

}  // namespace discern
