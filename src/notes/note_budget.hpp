// Who deserves the month's remaining notes, and who is as well invited without one. Advice R37: people who know the user
// need none, strangers whom the user cares about deserve a good one, a poor note is worse than none.
#pragma once

#include "people/person.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace discern {

// A person whom the user means to invite.
struct NoteCandidate {
    PersonId person;
    double known = 0;         // 0 to 1: how surely they can place the user without words
    double worth = 0;         // how much the invitation is worth to the user; any scale, the verdict's will do
    bool has_reason = false;  // something concrete is on record that a note could say
};

enum class NoteUse : std::uint8_t {
    Note,          // among the month's notes
    NoteLater,     // deserves one, but the notes are used up: wait for the next month
    NotNeeded,     // knows the user
    NothingToSay,  // no reason is on record: find one first, or follow
};

[[nodiscard]] std::string_view name_of(NoteUse use);  // "note", ...: also keys of strings

struct NoteBudgetLine {
    PersonId person;
    NoteUse use{};
    double gain = 0;  // what a note adds, in units of worth
    bool operator==(const NoteBudgetLine&) const = default;
};

// Ordered by gain, largest first (ties: order of `candidates`). Never more than `notes_left` lines say Note.
[[nodiscard]] std::vector<NoteBudgetLine> share_out_notes(std::span<const NoteCandidate> candidates, std::uint32_t notes_left);

// Notes that the user has sent in the 30 days up to `today`, as the archive shows them.
[[nodiscard]] std::uint32_t notes_sent_lately(const PersonBook& book, Day today);

}  // namespace discern
