#include "app/deeds.hpp"

#include <array>

namespace discern {
namespace {

constexpr DeedKey keys[] = {
    {.deed = Deed::Accept, .key = ImGuiKey_1, .cap = "1", .scope = KeyScope::Received},
    {.deed = Deed::Ask, .key = ImGuiKey_2, .cap = "2", .scope = KeyScope::Received},
    {.deed = Deed::Ignore, .key = ImGuiKey_3, .cap = "3", .scope = KeyScope::Received},
    {.deed = Deed::Report, .key = ImGuiKey_4, .cap = "4", .scope = KeyScope::Received},
    {.deed = Deed::Follow, .key = ImGuiKey_5, .cap = "5", .scope = KeyScope::Lists},
    {.deed = Deed::Snooze, .key = ImGuiKey_H, .cap = "H", .scope = KeyScope::Received},
    {.deed = Deed::AnswerYes, .key = ImGuiKey_Y, .cap = "Y", .scope = KeyScope::Lists},
    {.deed = Deed::AnswerNo, .key = ImGuiKey_N, .cap = "N", .scope = KeyScope::Received},
    {.deed = Deed::AnswerOnce, .key = ImGuiKey_M, .cap = "M", .scope = KeyScope::Lists},
    {.deed = Deed::OpenDesk, .key = ImGuiKey_D, .cap = "D", .scope = KeyScope::Lists},
    {.deed = Deed::FavorTest, .key = ImGuiKey_F, .cap = "F", .scope = KeyScope::Lists},
    {.deed = Deed::Evidence, .key = ImGuiKey_E, .cap = "E", .scope = KeyScope::Lists},
    {.deed = Deed::Flip, .key = ImGuiKey_W, .cap = "W", .scope = KeyScope::Lists},
    {.deed = Deed::Reason, .key = ImGuiKey_R, .cap = "R", .scope = KeyScope::Received},
    {.deed = Deed::Tick, .key = ImGuiKey_X, .cap = "X", .scope = KeyScope::Received},
    {.deed = Deed::TickDown, .key = ImGuiKey_J, .shift = true, .cap = "Shift J", .scope = KeyScope::Received, .repeats = true},
    {.deed = Deed::TickUp, .key = ImGuiKey_K, .shift = true, .cap = "Shift K", .scope = KeyScope::Received, .repeats = true},
    {.deed = Deed::TickDown, .key = ImGuiKey_DownArrow, .shift = true, .cap = "Shift \xe2\x86\x93", .scope = KeyScope::Received, .repeats = true},
    {.deed = Deed::TickUp, .key = ImGuiKey_UpArrow, .shift = true, .cap = "Shift \xe2\x86\x91", .scope = KeyScope::Received, .repeats = true},
    {.deed = Deed::TickAll, .key = ImGuiKey_A, .ctrl = true, .cap = "Ctrl A", .scope = KeyScope::Received},
    {.deed = Deed::SwitchLanes, .key = ImGuiKey_G, .cap = "G", .scope = KeyScope::Received},
    {.deed = Deed::ListOptions, .key = ImGuiKey_S, .cap = "S", .scope = KeyScope::Received},
    {.deed = Deed::Next, .key = ImGuiKey_J, .cap = "J", .scope = KeyScope::Lists, .repeats = true},
    {.deed = Deed::Previous, .key = ImGuiKey_K, .cap = "K", .scope = KeyScope::Lists, .repeats = true},
    {.deed = Deed::Next, .key = ImGuiKey_DownArrow, .cap = "\xe2\x86\x93", .scope = KeyScope::Lists, .repeats = true},
    {.deed = Deed::Previous, .key = ImGuiKey_UpArrow, .cap = "\xe2\x86\x91", .scope = KeyScope::Lists, .repeats = true},
    {.deed = Deed::PageDown, .key = ImGuiKey_PageDown, .cap = "Page Down", .scope = KeyScope::Lists, .repeats = true},
    {.deed = Deed::PageUp, .key = ImGuiKey_PageUp, .cap = "Page Up", .scope = KeyScope::Lists, .repeats = true},
    {.deed = Deed::First, .key = ImGuiKey_Home, .cap = "Home", .scope = KeyScope::Lists},
    {.deed = Deed::Last, .key = ImGuiKey_End, .cap = "End", .scope = KeyScope::Lists},
    {.deed = Deed::NextLane, .key = ImGuiKey_Tab, .cap = "Tab", .scope = KeyScope::Lists},
    {.deed = Deed::PreviousLane, .key = ImGuiKey_Tab, .shift = true, .cap = "Shift Tab", .scope = KeyScope::Lists},
    {.deed = Deed::OpenReceipt, .key = ImGuiKey_Enter, .cap = "Enter", .scope = KeyScope::Lists},
    {.deed = Deed::MarkSent, .key = ImGuiKey_1, .cap = "1", .scope = KeyScope::Plan},
    {.deed = Deed::NotNow, .key = ImGuiKey_2, .cap = "2", .scope = KeyScope::Plan},
    {.deed = Deed::DontSend, .key = ImGuiKey_3, .cap = "3", .scope = KeyScope::Plan},
    {.deed = Deed::MarkWithdrawn, .key = ImGuiKey_4, .cap = "4", .scope = KeyScope::Plan},
    {.deed = Deed::NewEntry, .key = ImGuiKey_N, .cap = "N", .scope = KeyScope::Plan},
    {.deed = Deed::RemoveEntry, .key = ImGuiKey_Delete, .cap = "Del", .scope = KeyScope::Plan},
    {.deed = Deed::EditEntry, .key = ImGuiKey_T, .cap = "T", .scope = KeyScope::Lists},
    {.deed = Deed::Numbers, .key = ImGuiKey_B, .cap = "B", .scope = KeyScope::Lists},
    {.deed = Deed::Filter, .key = ImGuiKey_Slash, .cap = "/"},
    {.deed = Deed::Palette, .key = ImGuiKey_K, .ctrl = true, .cap = "Ctrl K"},
    {.deed = Deed::Undo, .key = ImGuiKey_Z, .cap = "Z"},
    {.deed = Deed::Undo, .key = ImGuiKey_Z, .ctrl = true, .cap = "Ctrl Z"},
    {.deed = Deed::Redo, .key = ImGuiKey_Z, .shift = true, .cap = "Shift Z"},
    {.deed = Deed::Redo, .key = ImGuiKey_Z, .ctrl = true, .shift = true, .cap = "Ctrl Shift Z"},
    {.deed = Deed::Redo, .key = ImGuiKey_Y, .ctrl = true, .cap = "Ctrl Y"},
    {.deed = Deed::WorkSheet, .key = ImGuiKey_E, .shift = true, .cap = "Shift E"},
    {.deed = Deed::SaveFile, .key = ImGuiKey_S, .ctrl = true, .cap = "Ctrl S"},
    {.deed = Deed::PickFiles, .key = ImGuiKey_O, .ctrl = true, .cap = "Ctrl O"},
    {.deed = Deed::KeySheet, .key = ImGuiKey_Slash, .shift = true, .cap = "?"},
    {.deed = Deed::Back, .key = ImGuiKey_Escape, .cap = "Esc"},
};

constexpr Deed in_palette[] = {
    Deed::GoReceived, Deed::GoPlan, Deed::GoGoals, Deed::GoJournal, Deed::GoSettings, Deed::Accept, Deed::Ask, Deed::Ignore,
    Deed::Report, Deed::Follow, Deed::Snooze, Deed::Wake, Deed::TakeBack, Deed::Reason, Deed::OpenDesk, Deed::FavorTest, Deed::Evidence, Deed::Flip,
    Deed::AnswerYes, Deed::AnswerNo, Deed::AnswerOnce, Deed::OpenProfile, Deed::NewEntry, Deed::NewReceived, Deed::EditEntry,
    Deed::Numbers, Deed::CompareLenses, Deed::Undo, Deed::Redo, Deed::Filter, Deed::SwitchLanes,
    Deed::ListOptions, Deed::NextLane, Deed::PreviousLane, Deed::Tick, Deed::TickAll, Deed::ClearTicks, Deed::WorkSheet, Deed::Print,
    Deed::PickFiles, Deed::SaveFile, Deed::ShowArchiveHelp, Deed::ShowPasteHelp, Deed::SwitchTheme, Deed::KeySheet, Deed::ShowLicences,
    Deed::EraseEverything, Deed::SamePerson,
};

constexpr Deed decide_keys[] = {Deed::Accept, Deed::Ask, Deed::Ignore, Deed::Report, Deed::Follow, Deed::Snooze, Deed::Reason, Deed::Undo, Deed::Redo};
constexpr Deed select_keys[] = {Deed::Tick, Deed::TickDown, Deed::TickUp, Deed::TickAll};
constexpr Deed look_keys[] = {Deed::AnswerYes, Deed::AnswerNo, Deed::AnswerOnce, Deed::OpenDesk, Deed::FavorTest, Deed::Evidence, Deed::Flip, Deed::Numbers};
constexpr Deed plan_keys[] = {Deed::MarkSent, Deed::NotNow, Deed::DontSend, Deed::MarkWithdrawn, Deed::NewEntry, Deed::EditEntry, Deed::RemoveEntry};
constexpr Deed move_keys[] = {Deed::Next, Deed::Previous, Deed::PageDown, Deed::PageUp, Deed::First, Deed::Last, Deed::NextLane,
                              Deed::PreviousLane, Deed::SwitchLanes, Deed::ListOptions, Deed::OpenReceipt, Deed::Back};
constexpr Deed page_keys[] = {Deed::Filter, Deed::Palette, Deed::WorkSheet, Deed::SaveFile, Deed::PickFiles, Deed::KeySheet};
constexpr DeedGroup groups[] = {{"keys.decide", decide_keys}, {"keys.select", select_keys}, {"keys.look", look_keys}, {"keys.plan", plan_keys}, {"keys.move", move_keys}, {"keys.page", page_keys}};

}  // namespace

bool works_in(KeyScope scope, View view) {
    switch (scope) {
        case KeyScope::Everywhere: return true;
        case KeyScope::Lists: return view == View::Received || view == View::Plan;
        case KeyScope::Received: return view == View::Received;
        case KeyScope::Plan: return view == View::Plan;
    }
    return false;
}

std::span<const DeedKey> deed_keys() { return keys; }
std::span<const Deed> palette_deeds() { return in_palette; }
std::span<const DeedGroup> key_groups() { return groups; }

std::string_view words_key(Deed deed) {
    switch (deed) {
        case Deed::Accept: return "deed.accept";
        case Deed::Ask: return "deed.ask";
        case Deed::Ignore: return "deed.ignore";
        case Deed::Report: return "deed.report";
        case Deed::Follow: return "deed.follow";
        case Deed::Snooze: return "deed.snooze";
        case Deed::Wake: return "deed.wake";
        case Deed::TakeBack: return "deed.take_back";
        case Deed::AnswerYes: return "deed.answer_yes";
        case Deed::AnswerNo: return "deed.answer_no";
        case Deed::AnswerOnce: return "deed.answer_once";
        case Deed::OpenDesk: return "deed.open_desk";
        case Deed::FavorTest: return "deed.favor_test";
        case Deed::Evidence: return "deed.evidence";
        case Deed::Flip: return "deed.flip";
        case Deed::Tick: return "deed.tick";
        case Deed::TickDown: return "deed.tick_down";
        case Deed::TickUp: return "deed.tick_up";
        case Deed::TickAll: return "deed.tick_all";
        case Deed::ClearTicks: return "deed.clear_ticks";
        case Deed::Reason: return "deed.reason";
        case Deed::SwitchLanes: return "deed.switch_lanes";
        case Deed::ListOptions: return "deed.list_options";
        case Deed::WorkSheet: return "deed.work_sheet";
        case Deed::Print: return "deed.print";
        case Deed::MoreDeeds: return "deed.more";
        case Deed::ShowLicences: return "deed.licences";
        case Deed::Next: return "deed.next";
        case Deed::Previous: return "deed.previous";
        case Deed::PageDown: return "deed.page_down";
        case Deed::PageUp: return "deed.page_up";
        case Deed::First: return "deed.first";
        case Deed::Last: return "deed.last";
        case Deed::NextLane: return "deed.next_lane";
        case Deed::PreviousLane: return "deed.previous_lane";
        case Deed::OpenReceipt: return "deed.open_receipt";
        case Deed::Back: return "deed.back";
        case Deed::OpenProfile: return "deed.open_profile";
        case Deed::Undo: return "deed.undo";
        case Deed::Redo: return "deed.redo";
        case Deed::Filter: return "deed.filter";
        case Deed::Palette: return "deed.palette";
        case Deed::KeySheet: return "deed.key_sheet";
        case Deed::GoReceived: return "deed.go_received";
        case Deed::MarkSent: return "deed.mark_sent";
        case Deed::NotNow: return "deed.not_now";
        case Deed::DontSend: return "deed.dont_send";
        case Deed::MarkWithdrawn: return "deed.mark_withdrawn";
        case Deed::NewEntry: return "deed.new_entry";
        case Deed::NewReceived: return "deed.new_received";
        case Deed::EditEntry: return "deed.edit_entry";
        case Deed::RemoveEntry: return "deed.remove_entry";
        case Deed::Numbers: return "deed.numbers";
        case Deed::CompareLenses: return "deed.compare_lenses";
        case Deed::GoPlan: return "deed.go_plan";
        case Deed::GoGoals: return "deed.go_goals";
        case Deed::GoJournal: return "deed.go_journal";
        case Deed::GoSettings: return "deed.go_settings";
        case Deed::PickFiles: return "deed.pick_files";
        case Deed::SaveFile: return "deed.save_file";
        case Deed::ShowArchiveHelp: return "deed.archive_help";
        case Deed::ShowPasteHelp: return "deed.paste_help";
        case Deed::SwitchTheme: return "deed.switch_theme";
        case Deed::EraseEverything: return "deed.erase_everything";
        case Deed::SamePerson: return "deed.same_person";
    }
    return "";
}

std::string_view cap_of(Deed deed) {
    for (const DeedKey& entry : keys)
        if (entry.deed == deed) return entry.cap;
    return {};
}

std::optional<Action> action_of(Deed deed) {
    switch (deed) {
        case Deed::Accept: return Action::Accept;
        case Deed::Ask: return Action::AskFirst;
        case Deed::Ignore: return Action::Ignore;
        case Deed::Report: return Action::Report;
        case Deed::Follow: return Action::Follow;
        default: return std::nullopt;
    }
}

std::optional<Deed> pressed_deed(View view) {
    const ImGuiIO& io = ImGui::GetIO();
    if (io.KeyAlt) return std::nullopt;
    const bool ctrl = io.KeyCtrl || io.KeySuper;
    for (const DeedKey& entry : keys) {
        if (!works_in(entry.scope, view)) continue;
        if (entry.ctrl != ctrl || entry.shift != io.KeyShift) continue;
        if (ImGui::IsKeyPressed(entry.key, entry.repeats)) return entry.deed;
    }
    return std::nullopt;
}

}  // namespace discern
