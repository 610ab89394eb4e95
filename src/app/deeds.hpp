// Everything a person can do by name: one table gives each deed its keys, so that the keyboard, the status line, the key
// sheet and the command palette cannot disagree.
#pragma once

#include "judgement/verdict.hpp"

#include <imgui.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace discern {

enum class View : std::uint8_t { Received, Plan, Goals, Journal, Settings };

enum class Deed : std::uint8_t {
    Accept, Ask, Ignore, Report, Follow, Snooze, Wake, TakeBack,
    AnswerYes, AnswerNo, AnswerOnce, FavorTest, Evidence, Flip, Tick, TickDown, TickUp, TickAll, ClearTicks, Reason,
    Next, Previous, PageDown, PageUp, First, Last, NextLane, PreviousLane, OpenReceipt, Back, OpenProfile,
    MarkSent, NotNow, DontSend, MarkWithdrawn, NewEntry, NewReceived, EditEntry, RemoveEntry, OpenDesk, Numbers, CompareLenses, MoreDeeds,
    SwitchLanes, ListOptions, Undo, Redo, Filter, Palette, KeySheet, GoReceived, GoPlan, GoGoals, GoJournal, GoSettings,
    PickFiles, SaveFile, WorkSheet, Print, ShowArchiveHelp, ShowPasteHelp, ShowLicences, SwitchTheme, EraseEverything, SamePerson
};

// Where a key works. Lists: in Received and in Sent & plan.
enum class KeyScope : std::uint8_t { Everywhere, Lists, Received, Plan };

struct DeedKey {
    Deed deed{};
    ImGuiKey key = ImGuiKey_None;
    bool ctrl = false, shift = false;
    std::string_view cap;    // as it is printed: "1", "Shift Z"
    KeyScope scope = KeyScope::Everywhere;
    bool repeats = false;  // while the key is held
};

[[nodiscard]] bool works_in(KeyScope scope, View view);
[[nodiscard]] std::span<const DeedKey> deed_keys();
// Strings key of a deed's words: "deed.accept".
[[nodiscard]] std::string_view words_key(Deed deed);
[[nodiscard]] std::string_view cap_of(Deed deed);  // the first of its keys; empty without one

// The key sheet: every deed that has a key stands in exactly one group, in this order.
struct DeedGroup {
    std::string_view title;  // strings key
    std::span<const Deed> deeds;
};
[[nodiscard]] std::span<const DeedGroup> key_groups();
[[nodiscard]] std::optional<Action> action_of(Deed deed);
[[nodiscard]] std::span<const Deed> palette_deeds();  // those that make sense by name, in order

// The deeds whose keys went down in this frame (ImGui's queue).
[[nodiscard]] std::optional<Deed> pressed_deed(View view);

}  // namespace discern
