// Drafts of notes from what is on record. A template says what it needs; only when every need is met its slots are
// filled, each with the words of the record. What is not known is not said.
#pragma once

#include "notes/note_evidence.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace discern {

enum class DraftUse : std::uint8_t { Invite, AskFirst, Decline };
enum class DraftTone : std::uint8_t { Plain, Warm, Formal };

// From assets/drafts.json. Slots of `text` are written {employer}; each is also a need.
struct DraftTemplate {
    std::string key;
    DraftUse use = DraftUse::Invite;
    DraftTone tone = DraftTone::Plain;
    std::vector<std::string> needs;  // names of evidence besides the slots
    std::string text;
};

struct NoteDraft {
    std::string key;
    DraftTone tone = DraftTone::Plain;
    std::string text;
    std::vector<NoteEvidence> says;  // what on record it rests on
};

// At most `count` drafts, those that rest on most first (ties: order of the templates), of different tones where there
// are; none longer than `limit_chars` (UTF-16 units). Empty when nothing on record can be said.
[[nodiscard]] std::vector<NoteDraft> compose_drafts(std::span<const DraftTemplate> templates, DraftUse use,
                                                    const std::vector<NoteEvidence>& evidence, std::uint32_t limit_chars,
                                                    std::size_t count);

}  // namespace discern
