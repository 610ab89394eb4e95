// One function a view. A view reads the workspace, draws itself, and says what the person chose; it changes nothing but
// its own state.
#pragma once

#include "app/charts.hpp"
#include "app/deeds.hpp"
#include "app/desk_state.hpp"
#include "app/plan_state.hpp"
#include "app/received_state.hpp"
#include "app/widgets.hpp"
#include "workspace/workspace.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace discern {

// What the person chose in this frame; the application carries it out after drawing.
struct SnoozePick {  // both empty = wake up
    std::optional<Day> until;
    std::optional<FactCode> until_known;
};
struct Choices {
    std::vector<Command> commands;
    std::vector<Deed> deeds;
    std::optional<Action> decide;   // for the targets of the Received view
    std::string link;               // to open in a new tab
    std::optional<InvitationId> show_invitation;
    std::optional<DeskRequest> open_desk;   // the note desk lies over the view until Esc
    std::optional<SnoozePick> snooze;                 // for the targets of the Received view
    std::optional<std::vector<InvitationId>> reason_for;  // opens the line for a reason
    std::optional<std::uint32_t> lens;                // to switch to
    Box popover_at = {};                              // from where the next popover opens

    void command(Command chosen) { commands.push_back(std::move(chosen)); }
    void deed(Deed chosen) { deeds.push_back(chosen); }
};

// ---- Received -------------------------------------------------------------------------------------------------------
void draw_received_list(Ui& ui, const Workspace& workspace, ReceivedState& state, Box area, Choices& choices);

// ---- the receipt of either list -------------------------------------------------------------------------------------
// What the list says to the receipt that is opened from it.
struct ReceiptFrame {
    std::optional<InvitationId> invitation;
    std::string_view list, nothing;   // strings keys: the list's title, and what stands here when nothing is chosen
    const char* icon = nullptr;       // of the list
    std::size_t place = 0, of = 0;    // in the list, from 0
    std::size_t ticked = 0;           // invitations that a decision goes to, when more than one
};
[[nodiscard]] ReceiptFrame receipt_frame(const Workspace& workspace, const ReceivedState& state);
[[nodiscard]] ReceiptFrame receipt_frame(const Workspace& workspace, const PlanState& state);
void draw_receipt(Ui& ui, const Workspace& workspace, ReceiptState& state, const ReceiptFrame& frame, Box area, Choices& choices);

// ---- Sent & plan ----------------------------------------------------------------------------------------------------
void draw_plan_list(Ui& ui, const Workspace& workspace, PlanState& state, Box area, Choices& choices);

// ---- Goals ----------------------------------------------------------------------------------------------------------
inline constexpr std::size_t target_list_count = 6;  // companies, industries, roles, topics, places, schools

struct GoalsState {
    ScrollState scroll, side_scroll;
    std::array<FieldState, target_list_count> adding;
    std::array<FieldState, 4> about;  // role, industry, company, place
    FieldState lens_name;
    bool factors_open = false;        // "What weighs more"
    std::uint32_t gesture = 1;        // counts up with each press, so that one drag is one undo
    bool pressed_before = false;
    // What every verdict was when the view was opened: the consequences are told against it.
    bool baseline_known = false;
    std::vector<std::pair<InvitationId, Action>> baseline;
    VerdictCounts counts_before{};
    bool in_gesture = false;   // the baseline is of the moment when the pointer went down
    std::vector<std::pair<InvitationId, Action>> gesture_baseline;
    VerdictCounts gesture_counts{};
    std::uint64_t gesture_generation = 0;
    std::uint64_t changes_generation = 0;
    bool changes_of_gesture = false;
    struct Change {
        InvitationId invitation;
        std::string name;
        Action before{}, after{};
    };
    std::vector<Change> changes;
};
void enter_goals(const Workspace& workspace, GoalsState& state);
void draw_goals(Ui& ui, const Workspace& workspace, GoalsState& state, Box area, Choices& choices);
// Bars of the strongest purposes, for the rail.
[[nodiscard]] std::vector<Purpose> leading_purposes(const Goals& goals, std::size_t most);
[[nodiscard]] std::string word_of(const Ui& ui, Purpose purpose);

// ---- Journal --------------------------------------------------------------------------------------------------------
enum class Agreement : std::uint8_t { Any, Agreed, Differed };
struct JournalEntry {
    InvitationId invitation;
    std::uint32_t place = 0;  // in document().book.invitations
};
struct JournalState {
    ScrollState scroll;
    FieldState filter;
    std::optional<Action> action;  // only these
    Agreement agreement = Agreement::Any;
    // Derived; made anew when what they are made from differs.
    bool known = false;
    std::uint64_t generation = 0;
    std::string filtered_by;
    std::optional<Action> of_action;
    Agreement of_agreement = Agreement::Any;
    std::vector<JournalEntry> entries;  // newest first
    std::vector<std::pair<Action, std::uint32_t>> actions;  // that occur, with how often
};
void draw_journal(Ui& ui, const Workspace& workspace, JournalState& state, Box area, Choices& choices);

// ---- note desk -------------------------------------------------------------------------------------------------------
void draw_desk(Ui& ui, const Workspace& workspace, DeskState& state, Box area, Choices& choices);

// ---- Settings -------------------------------------------------------------------------------------------------------
enum class ThemeChoice : std::uint8_t { System, Dark, Light };
enum class Either : std::uint8_t { System, Yes };  // as the system says, or always
struct Taste {
    ThemeChoice theme = ThemeChoice::System;
    Either contrast = Either::System, calm = Either::System;
    bool compact = false;
    std::uint16_t text_percent = 100;
    std::string language;  // empty = the browser's
    bool operator==(const Taste&) const = default;
};
inline constexpr std::array<std::uint16_t, 6> text_sizes = {90, 100, 115, 130, 160, 200};
struct KeptSizes {
    std::uint64_t book = 0, state = 0;  // bytes in this browser's storage
};
// A field for each of the platform's limits.
struct LimitsState {
    std::array<FieldState, limit_count> fields;
};
struct SettingsState {
    ScrollState scroll;
    LimitsState limits;
    Taste taste;
    KeptSizes kept;
};
void draw_settings(Ui& ui, const Workspace& workspace, SettingsState& state, Box area, Choices& choices);

}  // namespace discern
