// The document: everything the user holds. It is what is saved, opened on another machine, and undone.
// Verdicts are never part of it: they are computed from it (judgement.md section 8).
#pragma once

#include "judgement/goals.hpp"
#include "judgement/verdict.hpp"
#include "notes/note_drafts.hpp"
#include "notes/site_limits.hpp"
#include "people/person.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace discern {

// What the user decided about one invitation. `verdict` and `confidence` are Discern's answer at that moment (for the
// record and for learning); `reason` is the user's own words, may be empty.
struct Decision {
    Action action{};
    Instant decided_at;
    Action verdict{};
    double confidence = 0;
    std::string reason;
    bool operator==(const Decision&) const = default;
};

// One saved set of goals; the document always has at least one.
struct Lens {
    std::uint32_t id = 1;  // never reused, never derived from the name
    std::string name;
    Goals goals;
    bool operator==(const Lens&) const = default;
};

// What the user writes at the note desk about one invitation: the note of one to send, or an answer to one received.
struct DeskNote {
    DraftUse use = DraftUse::Invite;
    std::string text;
    std::string language;                // of the drafts, where the user chose one: "es"
    std::vector<std::string> kept;       // claims that nothing on record bears out and the user keeps all the same
    std::optional<Instant> copied_at;    // to the clipboard, for LinkedIn's own field
    bool operator==(const DeskNote&) const = default;
};

// The platform's limits as the user knows them, where they differ from assets/limits.json.
struct OwnLimits {
    bool premium = false;  // the account: longer notes, as many as one likes
    std::map<LimitKey, std::uint32_t> values;
    bool operator==(const OwnLimits&) const = default;
};

// What the user said of two records: one person, or two.
struct Ruling {
    PersonId one, other;
    bool same = false;
    Likeness why = Likeness::Name;
    bool operator==(const Ruling&) const = default;
};

struct Document {
    static constexpr std::uint32_t current_version = 3;

    bool sample = false;  // the embedded example: replaced, not merged, by the first import
    PersonBook book;      // user's answers stand in Person::facts with source file 0 ("you")
    std::vector<Lens> lenses = {Lens{}};
    std::uint32_t active_lens = 1;   // Lens::id
    std::uint32_t highest_lens = 1;  // the highest Lens::id ever given
    std::map<InvitationId, Decision> decisions;
    std::map<InvitationId, Day> snoozed_until;
    std::vector<Ruling> rulings;   // in the order they were given, one for each pair
    std::map<InvitationId, FactCode> awaited;  // asleep until this fact about the sender is known, from any source
    std::map<InvitationId, DeskNote> desk_notes;
    OwnLimits own_limits;
    bool operator==(const Document&) const = default;
};

}  // namespace discern
