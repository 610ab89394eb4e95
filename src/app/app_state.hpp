// Everything the page remembers that is not part of the document: which view, what lies over it, what is being imported,
// and how far saving is.
#pragma once

#include "app/views.hpp"
#include "intake/archive_import.hpp"
#include "workspace/merge.hpp"

#include <optional>
#include <string>
#include <vector>

namespace discern {

enum class Dialog : std::uint8_t { None, Welcome, Keys, Palette, ArchiveHelp, PasteHelp, Importing, ImportSummary, Trouble, ConfirmErase, ConfirmOpen };

struct Toast {
    std::string text;
    bool can_undo = false;
    double until = 0;  // seconds since start
    double since = 0;
};
inline constexpr double toast_seconds = 6;

struct ImportState {
    std::uint32_t job = 0;
    std::string stage;
    std::uint64_t bytes_done = 0, bytes_total = 0, rows_done = 0;
    ImportReport report;
    MergeChanges changes;
    bool onto_sample = true;
    ScrollState scroll;
};

struct PaletteState {
    FieldState query;
    std::size_t chosen = 0;
};

enum class Keeping : std::uint8_t { Kept, Waiting, Writing, Failed, ReadOnly, NotPossible };

struct AppState {
    View view = View::Received;
    Dialog dialog = Dialog::None;
    ReceivedState received;
    PlanState plan;
    GoalsState goals;
    JournalState journal;
    SettingsState settings;
    PaletteState palette;
    ImportState import;
    std::optional<Toast> toast;
    std::optional<Problem> trouble;
    ScrollState dialog_scroll;
    Keeping keeping = Keeping::Kept;
    double kept_at = -1;  // seconds since start; negative = nothing was saved yet
    bool files_hover = false;
};

struct ShellChoices {
    Choices choices;
    bool close_dialog = false, cancel_import = false, undo_toast = false, erase = false, keep_sample = false,
         take_over = false, open_over = false;
    std::optional<ThemeChoice> theme;
};

// The frame: rail or bottom bar, the view in the middle, the status line. Then what lies over it.
void draw_shell(Ui& ui, const Workspace& workspace, AppState& state, ShellChoices& shell);
void draw_overlays(Ui& ui, const Workspace& workspace, AppState& state, ShellChoices& shell);

// Before anything is loaded: the ground and nothing else.
void fill_page(Ui& ui);

// Dialogs draw into a box that they are given the width of and return the height they used.
float draw_welcome(Ui& ui, Box box, AppState& state, ShellChoices& shell);
float draw_archive_help(Ui& ui, Box box, AppState& state, ShellChoices& shell);
float draw_paste_help(Ui& ui, Box box, AppState& state, ShellChoices& shell);
float draw_importing(Ui& ui, Box box, AppState& state, ShellChoices& shell);
float draw_import_summary(Ui& ui, Box box, AppState& state, ShellChoices& shell);
float draw_trouble(Ui& ui, Box box, AppState& state, ShellChoices& shell);
float draw_confirm_erase(Ui& ui, Box box, AppState& state, ShellChoices& shell);
float draw_confirm_open(Ui& ui, Box box, AppState& state, ShellChoices& shell);
float draw_key_sheet(Ui& ui, Box box, AppState& state, ShellChoices& shell);
float draw_palette(Ui& ui, Box box, AppState& state, ShellChoices& shell);

// Row of buttons at the foot of a dialog, right to left: the first is the one that Enter would press.
struct FootButton {
    std::string_view key;  // strings key
    ButtonKind kind = ButtonKind::Quiet;
};
std::optional<std::size_t> draw_foot(Ui& ui, UiId id, const Box& row, std::initializer_list<FootButton> buttons);

}  // namespace discern
