// Everything the page remembers that is not part of the document: which view, what lies over it, what is being imported,
// and how far saving is.
#pragma once

#include "app/lens_comparison_view.hpp"
#include "app/people_views.hpp"
#include "app/quick_entry.hpp"
#include "app/views.hpp"
#include "intake/archive_import.hpp"
#include "report/work_sheet.hpp"
#include "workspace/merge.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace discern {

enum class Dialog : std::uint8_t { None, Welcome, Keys, Palette, ArchiveHelp, PasteHelp, Importing, ImportSummary, Trouble, ConfirmErase, ConfirmOpen,
                                  Snooze, Reason, ListOptions, MoreDeeds, WorkSheet, Licences, Entry, Compare, SamePerson, Understood };

struct Toast {
    std::string text;
    bool can_undo = false;
    std::vector<InvitationId> decided = {};  // a reason can be given for these
    double until = 0;  // seconds since start
    double since = 0;
};
inline constexpr double toast_seconds = 6;

struct ImportState {
    std::uint32_t job = 0;
    std::string stage;
    std::uint64_t bytes_done = 0, bytes_total = 0, rows_done = 0;
    ImportReport report;
    ChangedNames changes;
    std::size_t questions = 0;
    bool onto_sample = true;
    ScrollState scroll;
    std::optional<Workspace> first;  // the newest invitations as far as they are known before the messages are read
    bool first_is_judged = false;
    bool judging = false;            // all is read
};

// What the palette offers for a query: a deed, a lens, or a person.
struct PaletteEntry {
    std::string words, more;
    std::variant<Deed, std::uint32_t, InvitationId> what;  // the number is a Lens::id
};
struct PaletteState {
    FieldState query;
    std::size_t chosen = 0;
    std::string found_for;
    bool known = false;
    std::vector<PaletteEntry> found;
};

enum class SheetFormat : std::uint8_t { Table, Markdown, Page, Calendar };
struct WorkSheetState {
    SheetFormat format = SheetFormat::Table;
    bool with_proposals = false;
    ScrollState scroll;
    // Derived; made anew when what it is made from differs.
    std::string text;
    std::vector<WorkSheetRow> rows;  // that the chosen form holds
    std::uint64_t generation = 0;
    SheetFormat of_format = SheetFormat::Table;
    bool of_proposals = false, known = false;
};
struct WorkSheetChoice {
    bool save = false, copy = false, print = false;
};

struct ReasonState {
    std::vector<InvitationId> targets;
    FieldState text;
};

enum class Keeping : std::uint8_t { Kept, Waiting, Writing, Failed, ReadOnly, NotPossible };

struct AppState {
    View view = View::Received;
    Dialog dialog = Dialog::None;
    ReceivedState received;
    PlanState plan;
    EntryState entry;
    CompareState compare;
    GoalsState goals;
    JournalState journal;
    SettingsState settings;
    DeskState desk;
    PaletteState palette;
    WorkSheetState work_sheet;
    ReasonState reason;
    FieldState snooze_date;
    FieldState pasted;  // where a page is pasted with a finger
    std::vector<InvitationId> last_decided;
    Box popover_at = {};
    std::uint32_t requests = 0;   // that left the page since it was loaded
    double retry_at = -1;         // seconds since start: when a failed write is tried again
    ImportState import;
    SamePersonState same_person;
    Understood understood;
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
         take_over = false, open_over = false, toast_reason = false, take_in = false, read_pasted = false;
    std::optional<std::string> reason;  // for the targets of the reason's line
    WorkSheetChoice work_sheet;
    EntryChoices entry;
};

// The frame: rail or bottom bar, the view in the middle, the status line. Then what lies over it.
void draw_shell(Ui& ui, const Workspace& workspace, AppState& state, ShellChoices& shell);
void draw_overlays(Ui& ui, const Workspace& workspace, AppState& state, ShellChoices& shell);

// Before anything is loaded: the ground and nothing else; then a word that storage is being opened.
void fill_page(Ui& ui);
void draw_opening(Ui& ui);

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
float draw_palette(Ui& ui, Box box, const Workspace& workspace, AppState& state, ShellChoices& shell);
float draw_snooze(Ui& ui, Box box, const Workspace& workspace, AppState& state, ShellChoices& shell);
float draw_reason(Ui& ui, Box box, const Workspace& workspace, AppState& state, ShellChoices& shell);
float draw_list_options(Ui& ui, Box box, AppState& state, ShellChoices& shell);
float draw_more_deeds(Ui& ui, Box box, ShellChoices& shell);  // what a narrow receipt has no button for
float draw_work_sheet(Ui& ui, Box box, const Workspace& workspace, AppState& state, ShellChoices& shell);
float draw_licences(Ui& ui, Box box, AppState& state, ShellChoices& shell);

// A line of a menu: icon or check, words, what it leads to, its key. True when it was pressed.
struct MenuLine {
    std::string words, more = {};
    const char* icon = nullptr;
    std::string_view cap = {};
    bool checked = false;
};
bool draw_menu_line(Ui& ui, UiId id, const Box& row, const MenuLine& line);

// Row of buttons at the foot of a dialog, right to left: the first is the one that Enter would press. Where they do not
// fit beside each other they stand one above the other, and `row` grows by that.
struct FootButton {
    std::string_view key;  // strings key
    ButtonKind kind = ButtonKind::Quiet;
};
std::optional<std::size_t> draw_foot(Ui& ui, UiId id, Box& row, std::initializer_list<FootButton> buttons);

}  // namespace discern
