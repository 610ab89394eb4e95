// The work sheet: what was decided, as a file to carry out on LinkedIn by hand. Look at it, save it, copy it, print it.
#include "app/app_state.hpp"
#include "app/work_sheet_text.hpp"

#include <icons.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

namespace discern {
namespace {

constexpr float pad = 28;
constexpr std::array<std::string_view, 4> format_keys = {"sheet.table", "sheet.markdown", "sheet.page", "sheet.calendar"};
constexpr std::array<const char*, 4> format_icons = {icon::list, icon::file_text, icon::globe, icon::calendar};

void refresh(const Workspace& workspace, WorkSheetState& sheet, const Strings& strings, Instant now) {
    if (sheet.known && sheet.generation == workspace.generation() && sheet.of_format == sheet.format && sheet.of_proposals == sheet.with_proposals) return;
    WorkSheet made = work_sheet_from(workspace, strings.table(), sheet.with_proposals);
    sheet.text = work_sheet_text(made, sheet.format, strings, now);
    if (sheet.format == SheetFormat::Calendar) std::erase_if(made.rows, [](const WorkSheetRow& row) { return !row.not_before; });
    sheet.rows = std::move(made.rows);
    sheet.generation = workspace.generation();
    sheet.of_format = sheet.format;
    sheet.of_proposals = sheet.with_proposals;
    sheet.known = true;
    sheet.scroll.offset = 0;
}

// Four choices side by side, on a phone two and two.
float draw_formats(Ui& ui, const Box& box, float y, WorkSheetState& sheet) {
    const UiId id = ui_id("sheet.formats");
    const bool narrow = box.width < ui.px(480);
    const std::size_t columns = narrow ? 2 : 4;
    const float gap = ui.px(8), height = ui.px(44), width = std::floor((box.width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
    const TellGroup group(ui, id, {box.x, y, box.width, height}, {.role = Role::RadioGroup, .name = ui.text("sheet.format")});
    for (std::size_t place = 0; place < format_keys.size(); ++place) {
        const Box cell = {box.x + static_cast<float>(place % columns) * (width + gap), y + static_cast<float>(place / columns) * (height + gap), width, height};
        const bool chosen = static_cast<std::size_t>(sheet.format) == place;
        if (choice(ui, ui_id(place, id), cell, ui.text(format_keys[place]), format_icons[place], chosen)) sheet.format = static_cast<SheetFormat>(place);
    }
    return y + (narrow ? 2 * height + gap : height);
}

// What the file will say of each person, however many there are.
void draw_preview(Ui& ui, const Box& box, WorkSheetState& sheet) {
    const UiId id = ui_id("sheet.preview");
    fill(ui, box, ui.ink().ground, radius::control);
    outline(ui, box, ui.ink().line, radius::control);
    const Box inner = box.inset(ui.px(1));
    const TellGroup list(ui, id, box, {.role = Role::Group, .name = ui.text("sheet.preview")});
    if (sheet.rows.empty()) {
        const std::string words = ui.text(sheet.format == SheetFormat::Calendar ? "sheet.no_days" : "report.empty");
        draw_text_centred(ui, box.centre(), box.middle(), words, {.size = type::small, .ink = ui.ink().muted});
        tell_text(ui, ui_id("empty", id), box, words);
        return;
    }
    ScrollArea scroll(ui, ui_id("scroll", id), sheet.scroll, inner);
    const float height = ui.px(46), left = inner.x + ui.px(12), right = inner.right() - ui.px(12);
    const RowRange range = rows_in_sight(sheet.scroll, inner.height, height, sheet.rows.size(), 0);
    for (std::size_t place = range.first; place < range.last; ++place) {
        const WorkSheetRow& row = sheet.rows[place];
        const float y = scroll.top() + static_cast<float>(place) * height;
        const std::string why = row.reason.empty() ? row.why : ui.strings.text("received.quote", {row.reason});
        const std::string later = row.not_before ? ui.strings.day(*row.not_before) : row.decided ? std::string() : ui.text("report.proposed");
        const float chip = draw_chip_right(ui, right, y + ui.px(15), row.action, row.decided);
        draw_text(ui, left, y + ui.px(15), row.name, {.size = type::small, .weight = Weight::Semibold, .ink = ui.ink().text}, right - chip - ui.px(10) - left);
        const Pen quiet = {.size = type::caption, .ink = ui.ink().muted};
        const float later_width = later.empty() ? 0 : text_width(ui, later, quiet) + ui.px(10);
        draw_text(ui, left, y + ui.px(33), why, quiet, right - later_width - left);
        if (!later.empty()) draw_text_right(ui, right, y + ui.px(33), later, quiet);
        line_across(ui, left, y + height - ui.look.hairline(), right - left, with_alpha(ui.ink().line, 0.75f));
        tell(ui, ui_id(row.invitation.value, id), {inner.x, y, inner.width, height}, {.role = Role::Text, .name = ui.strings.text("journal.entry", {row.name, word_of(ui, row.action), why, later})});
    }
    scroll.ends_at(scroll.top() + static_cast<float>(sheet.rows.size()) * height);
}

}  // namespace

float draw_work_sheet(Ui& ui, Box box, const Workspace& workspace, AppState& state, ShellChoices& shell) {
    WorkSheetState& sheet = state.work_sheet;
    refresh(workspace, sheet, ui.strings, ui.platform.now());
    const UiId id = ui_id("sheet");
    const Box column = {box.x + ui.px(pad), box.y, box.width - ui.px(2 * pad), box.height};
    float y = box.y + ui.px(pad);
    const std::string title = ui.text("report.title");
    tell_heading(ui, ui_id("title", id), {column.x, y, column.width, ui.px(26)}, title, 2);
    draw_text(ui, column.x, y + ui.px(12), title, {.size = 20, .weight = Weight::Semibold, .ink = ui.ink().text, .tracking = -0.015f});
    y += ui.px(34);
    const std::string lead = ui.text("sheet.lead");
    tell_text(ui, ui_id("lead", id), {column.x, y, column.width, ui.px(40)}, lead);
    y += draw_paragraph(ui, column.x, y, column.width, lead, {.size = type::small, .ink = ui.ink().muted}) + ui.px(14);
    y = draw_formats(ui, column, y, sheet) + ui.px(8);
    const Box proposals = {column.x, y, column.width, ui.look.target()};
    if (toggle(ui, ui_id("proposals", id), proposals, ui.text("sheet.proposals"), sheet.with_proposals)) sheet.with_proposals = !sheet.with_proposals;
    y = proposals.bottom() + ui.px(10);
    refresh(workspace, sheet, ui.strings, ui.platform.now());
    const std::string summary = ui.strings.counted(sheet.format == SheetFormat::Calendar ? "sheet.days" : "sheet.rows", sheet.rows.size(), {work_sheet_name(sheet.format, workspace.today())});
    tell(ui, ui_id("summary", id), {column.x, y, column.width, ui.px(20)}, {.role = Role::Status, .name = summary});
    draw_text(ui, column.x, y + ui.px(9), summary, {.size = type::small, .ink = ui.ink().text}, column.width);
    y += ui.px(26);
    const Box preview = {column.x, y, column.width, ui.px(ui.layout == Layout::Phone ? 186 : 232)};
    draw_preview(ui, preview, sheet);
    y = preview.bottom() + ui.px(18);

    Box foot = {column.x, y, column.width, ui.look.target() + ui.px(2)};
    if (const auto pressed = draw_foot(ui, id, foot, {{"sheet.save", ButtonKind::Primary}, {"sheet.print"}, {"sheet.copy"}, {"dialog.close", ButtonKind::Plain}})) {
        if (*pressed == 0) shell.work_sheet.save = true;
        else if (*pressed == 1) shell.work_sheet.print = true;
        else if (*pressed == 2) shell.work_sheet.copy = true;
        else shell.close_dialog = true;
    }
    return foot.bottom() + ui.px(pad) - box.y;
}

}  // namespace discern
