// Live checks of a note that the user is writing: advice R36 (length, one or two sentences, a reason, no pitch, link or
// favour), and every claim against what is on record.
#pragma once

#include "notes/note_drafts.hpp"
#include "notes/note_lexicon.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace discern {

enum class DeskIssue : std::uint8_t {
    TooLong,           // the text is over the plan's limit: the words beyond it
    Generic,           // says what fits anybody
    ManySentences,     // more than two
    NoReason,          // nothing that ties the two
    Pitch,
    AsksFavour,
    LinkOrFile,
    OffPlatform,       // moves to another channel at once
    Unsafe,            // reads like known frauds: a filter of the site may think so too
    ClaimNotOnRecord,  // "we met in Lisbon": nothing on record says so
};
[[nodiscard]] std::string_view name_of(DeskIssue issue);  // "too_long", ...: also keys of strings

struct DeskFinding {
    DeskIssue issue{};
    std::uint32_t begin = 0, end = 0;  // bytes of the text; both 0 = the text as a whole
    bool operator==(const DeskFinding&) const = default;
};

// A claim that the record bears out.
struct ClaimOnRecord {
    std::uint32_t begin = 0, end = 0;
    NoteEvidence evidence;
    bool operator==(const ClaimOnRecord&) const = default;
};

struct DeskReading {
    std::uint32_t chars = 0, limit_chars = 0;  // UTF-16 units
    std::uint32_t sentences = 0;
    std::vector<DeskFinding> findings;  // ordered by issue, then place
    std::vector<ClaimOnRecord> borne_out;
};

// An empty text has no findings. An answer to somebody (AskFirst, Decline) needs no reason and may ask.
[[nodiscard]] DeskReading check_note_at_desk(std::string_view text, const std::vector<NoteEvidence>& evidence,
                                             const NoteLexicon& lexicon, std::uint32_t limit_chars, DraftUse use = DraftUse::Invite);

}  // namespace discern
