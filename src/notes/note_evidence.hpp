// What is on record about a person that a note may say: the words for the slots of drafts, and what claims are checked
// against. Nothing is guessed; every item knows its source.
#pragma once

#include "people/person.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace discern {

// `name` is a slot ("employer", "school", "mutual", "their_company", "event", "topic", "target_company",
// "their_words", "their_name", "their_full_name", "my_name") with its words in
// `value`, or a bare fact ("met", "colleagues", "same_years", ...) with an empty value.
struct NoteEvidence {
    std::string name;
    std::string value;
    SourceRef source;
    bool operator==(const NoteEvidence&) const = default;
};

// What else a note may lean on: the user's own targets, and the note that is being answered.
struct NoteWishes {
    std::span<const std::string> topics = {}, companies = {};
    const Invitation* their_note = nullptr;
};

// In a fixed order: names, shared places, shared connections, where their profile meets the user's targets, what their note
// gives as a reason, ticked facts, what went on. The same name may come often.
[[nodiscard]] std::vector<NoteEvidence> note_evidence(const PersonBook& book, const Person& person, const NoteWishes& wishes = {});

[[nodiscard]] const NoteEvidence* find_evidence(const std::vector<NoteEvidence>& evidence, std::string_view name);

// The given name as the person writes it, for a greeting: empty when it cannot be told from titles and the like.
[[nodiscard]] std::string greeting_name(std::string_view name);

}  // namespace discern
