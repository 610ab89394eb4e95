// Entering somebody by hand: who it is, what the user knows of them as chips, and the verdict while it is ticked. Also for
// ticking facts about somebody who is in the archive already.
#pragma once

#include "app/scroll.hpp"
#include "app/widgets.hpp"
#include "workspace/workspace.hpp"

#include <array>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace discern {

// ---- chips: every fact that can be ticked, in groups ----------------------------------------------------------------
inline constexpr std::size_t chip_section_count = 7;
struct ChipSection {
    std::string_view title;  // strings key
    std::vector<FactCode> codes;
    std::size_t shown = 0;   // so many before "more"
    bool boundaries = false; // of the user, not of the person
};
[[nodiscard]] const std::array<ChipSection, chip_section_count>& chip_sections();
[[nodiscard]] std::string_view chip_key(FactCode code);  // "chip.met_once"; lives as long as the program
// Ticks or unticks; of facts that exclude each other (met once, met repeatedly) the newer stays.
void flip_chip(std::set<FactCode>& ticked, FactCode code);

// ---- the entry ------------------------------------------------------------------------------------------------------
struct EntryState {
    Direction direction = Direction::Outgoing;
    std::optional<InvitationId> editing;
    bool by_hand = true;  // name, profile and note are the user's to change
    FieldState name, headline, company, note, search;
    std::set<FactCode> ticked, boundaries;
    std::vector<FactCode> known;  // said by other sources
    std::array<bool, chip_section_count> open{};
    std::optional<std::size_t> chosen;  // among the chips that the search shows, by the arrow keys
    bool name_missing = false;
    ScrollState scroll, form_scroll;

    // Derived: what the verdict was made for, and its words.
    std::string judged_for;
    Verdict verdict;
    std::string headline_words;
};

void begin_entry(EntryState& state, const Workspace& workspace, Direction direction);
void edit_entry(EntryState& state, const Workspace& workspace, const ListedInvitation& listed);
[[nodiscard]] bool is_edited(const EntryState& state);  // one of its fields is
[[nodiscard]] bool is_blank(const EntryState& state);
// The command that carries the entry out; `stand_in` is who it is while no name is given.
[[nodiscard]] PlanCommand entry_command(const EntryState& state, const Workspace& workspace, std::string_view stand_in);
[[nodiscard]] Goals goals_with(const EntryState& state, const Goals& goals);
// Judges the entry anew if anything in it changed; true then. Not while references into the book are held.
bool refresh_verdict(EntryState& state, const Workspace& workspace, const Strings& strings, Instant now);

struct EntryChoices {
    bool save = false, close = false, remove = false;
};
void draw_entry(Ui& ui, EntryState& state, Box box, EntryChoices& choices);

}  // namespace discern
