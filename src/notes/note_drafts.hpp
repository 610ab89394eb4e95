// Drafts of notes from what is on record. A template says what it needs; only when every need is met its slots are
// filled, each with the words of the record. What is not known is not said.
#pragma once

#include "notes/note_evidence.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace discern {

enum class DraftUse : std::uint8_t { Invite, AskFirst, Decline };
enum class DraftTone : std::uint8_t { Plain, Warm, Formal };

// From assets/drafts. Slots of `text` are written {employer}; each is also a need. A greeting stands in brackets,
// "[Hi {their_name}, ]we met": it is left out when no name to greet is on record.
struct DraftTemplate {
    std::string key;
    std::string language = "en";
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
[[nodiscard]] std::vector<NoteDraft> compose_drafts(std::span<const DraftTemplate> templates, DraftUse use, std::string_view language,
                                                    const std::vector<NoteEvidence>& evidence, std::uint32_t limit_chars,
                                                    std::size_t count);
// The languages that have drafts, in the order of the templates.
[[nodiscard]] std::vector<std::string> draft_languages(std::span<const DraftTemplate> templates);

}  // namespace discern
