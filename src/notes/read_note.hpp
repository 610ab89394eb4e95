// Reads an invitation's note: what kind it is, whether it is safe, what it gives as a reason, and the words that say so.
// Additive weights of evidence over signs found in one pass; disguised words are undone first, and that is a sign itself.
#pragma once

#include "notes/note_kind.hpp"
#include "notes/note_lexicon.hpp"
#include "people/person.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace discern {

struct NoteContext {
    SourceRef source;               // where the note was read; copied into the facts
    std::uint32_t limit_chars = 300;  // longer notes are "too_long" (LinkedIn's limit, in UTF-16 units)
    bool every_span = false;          // also the words of signs that hardly lean: for who checks a note against the record
    bool spans = true;  // false where nobody looks at the words: an inbox
    bool undo_disguises = true;     // false only to test that undoing changes nothing in a clean note
};

// Words of the original text that count for or against a kind. Offsets are bytes of the text as given.
struct NoteSpan {
    std::uint32_t begin = 0, end = 0;
    std::string sign;   // name of the sign in the lexicon
    double weight = 0;  // log odds that the sign adds to the note's kind, negative when it speaks against
    bool alarming = false;  // the sign speaks for an unsafe kind
    bool operator==(const NoteSpan&) const = default;
};

enum class Disguise : std::uint8_t { LookAlike, ZeroWidth, SpacedOut, DotWord, KeycapDigits, DigitForLetter, FancyLetters };
[[nodiscard]] std::string_view name_of(Disguise disguise);

// A disguise that was undone: where, and which.
struct UndoneDisguise {
    std::uint32_t begin = 0, end = 0;
    Disguise disguise{};
    bool operator==(const UndoneDisguise&) const = default;
};

// "We worked together at Harbour Works": bytes of the words that claim a shared employer or school, with its name.
struct PlaceClaim {
    std::uint32_t begin = 0, end = 0;
    bool operator==(const PlaceClaim&) const = default;
};

struct NoteAnalysis {
    NoteReading reading;
    std::vector<PlaceClaim> place_claims;
    NoteKind kind = NoteKind::Empty;
    std::array<double, weighed_kind_count> chances{};  // of each weighed kind, adding up to 1; all 0 when empty
    double unsafe_chance = 0;
    std::vector<NoteSpan> spans;  // ordered by begin, then end
    std::vector<UndoneDisguise> disguises;
    std::string language = "und";  // guess from function words: en es fr de pt hi zh und
    std::uint32_t sentences = 0;   // without greetings and sign-offs
    std::uint32_t chars = 0;       // UTF-16 code units, as LinkedIn's field counts
    bool names_reason = false;     // a concrete reason that ties sender to recipient
    bool good_note = false;        // personal, at most three sentences and 300 characters, no pitch, link or favour
};

[[nodiscard]] NoteAnalysis analyse_note(std::string_view note, const NoteLexicon& lexicon, const NoteContext& context);
[[nodiscard]] NoteReading read_note(std::string_view note, const NoteLexicon& lexicon, const NoteContext& context);

// What a note shows, for learning weights (scripts/learn-note-weights): names of signs, and words written as in
// NoteWordWeight, each once.
struct NoteFeatures {
    std::vector<std::string> signs;
    std::vector<std::string> words;
};
[[nodiscard]] NoteFeatures features_of_note(std::string_view note, const NoteLexicon& lexicon);

}  // namespace discern
