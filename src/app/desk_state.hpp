// What the note desk remembers while it is open: whose note, the text, and what is derived from both.
#pragma once

#include "app/scroll.hpp"
#include "app/widgets.hpp"
#include "notes/note_desk.hpp"
#include "notes/note_drafts.hpp"
#include "workspace/workspace.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace discern {

// To open the desk: for an invitation to send (Invite), or to answer one that came (AskFirst, Decline).
struct DeskRequest {
    InvitationId invitation;
    DraftUse use = DraftUse::Invite;
};

// What the person chose at the desk in this frame; the application carries it out (desk_deeds.cpp).
struct DeskChoices {
    std::optional<std::size_t> insert;  // place of a draft
    std::optional<std::size_t> keep;    // place of a claim among the findings
    std::optional<DraftUse> use;
    std::optional<std::string> language;
    bool copy = false, leave = false, open_profile = false, not_copied = false;
    bool operator==(const DeskChoices&) const = default;
};

// Who deserves the month's notes, as the desk tells it.
struct BudgetWords {
    std::string left;                 // "3 of 5 notes left this month"
    std::string source;               // whose number that is
    std::string this_one;             // whether this invitation needs a note
    std::vector<std::string> others;  // "Ana Ruiz: a note", strongest first
};

struct DeskState {
    bool open = false;
    InvitationId invitation;
    PersonId person;
    DeskNote note;       // what is kept in the document
    FieldState field;    // what stands in the field
    std::uint32_t gesture = 1;
    ScrollState scroll, side_scroll;
    DeskChoices chosen;
    std::optional<std::size_t> pointed;  // the finding that the pointer or the focus rests on

    // Derived; made anew when the document or the text differ.
    std::uint64_t generation = 0;
    std::vector<NoteEvidence> evidence;
    std::string language;  // of the drafts that are shown
    std::vector<NoteDraft> drafts;
    BudgetWords budget;
    std::string checked;
    bool checked_known = false;
    DeskReading reading;
};

// Brings what is derived up to date.
void refresh(const Workspace& workspace, DeskState& state, const Strings& strings);
// The limit of the field, in UTF-16 units: the user's own number, or that of assets/limits.json.
[[nodiscard]] std::uint32_t note_limit(const Document& document);
// True when the person said that this claim stays though nothing on record bears it out.
[[nodiscard]] bool is_kept(const DeskState& state, const DeskFinding& finding);

}  // namespace discern
