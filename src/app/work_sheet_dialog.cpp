// The work sheet: what was decided, as a file to carry out on LinkedIn by hand. Look at it, save it, copy it, print it.
#include "app/app_state.hpp"
#include "app/work_sheet_text.hpp"

#include <icons.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace discern {
namespace {

constexpr float pad = 28;
constexpr std::size_t preview_lines = 400;
constexpr std::array<std::string_view, 4> format_keys = {"sheet.table", "sheet.markdown", "sheet.page", "sheet.calendar"};
constexpr std::array<const char*, 4> format_icons = {icon::list, icon::file_text, icon::globe, icon::calendar};

void refresh(const Workspace& workspace, WorkSheetState& sheet, const Strings& strings, Instant now) {
    if (sheet.known && sheet.generation == workspace.generation() && sheet.of_format == sheet.format && sheet.of_proposals == sheet.with_proposals) return;
    const WorkSheet made = work_sheet_from(workspace, strings.table(), sheet.with_proposals);
    sheet.text = work_sheet_text(made, sheet.format, strings, now);
    sheet.rows = made.rows.size();
    sheet.days = static_cast<std::size_t>(std::count_if(made.rows.begin(), made.rows.end(), [](const WorkSheetRow& row) { return row.not_before.has_value(); }));
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
    const TellGroup group(ui, id, {box.x, y, box.width, height}, {.role = Role::Group, .name = ui.text("sheet.format")});
    for (std::size_t place = 0; place < format_keys.size(); ++place) {
        const Box cell = {box.x + static_cast<float>(place % columns) * (width + gap), y + static_cast<float>(place / columns) * (height + gap), width, height};
        const bool chosen = static_cast<std::size_t>(sheet.format) == place;
        if (choice(ui, ui_id(place, id), cell, ui.text(format_keys[place]), format_icons[place], chosen)) sheet.format = static_cast<SheetFormat>(place);
    }
    return y + (narrow ? 2 * height + gap : height);
}

void draw_preview(Ui& ui, const Box& box, WorkSheetState& sheet) {
    fill(ui, box, ui.ink().ground, radius::control);
    outline(ui, box, ui.ink().line, radius::control);
    const Box inner = box.inset(ui.px(12), ui.px(8));
    const Pen pen = {.size = type::caption, .ink = ui.ink().muted};
    ScrollArea scroll(ui, ui_id("sheet.preview"), sheet.scroll, inner);
    float y = scroll.top();
    std::string_view rest = sheet.text;
    if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
    const float line = line_height(ui, pen);
    for (std::size_t lines = 0; !rest.empty() && lines < preview_lines; ++lines) {
        const auto end = rest.find('\n');
        std::string_view words = rest.substr(0, end);
        if (words.ends_with('\r')) words.remove_suffix(1);
        if (y + line > inner.y && y < inner.bottom()) draw_text(ui, inner.x, y + line / 2, words, pen, inner.width);
        y += line;
        rest = end == rest.npos ? std::string_view() : rest.substr(end + 1);
    }
    scroll.ends_at(y);
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
    const std::size_t entries = sheet.format == SheetFormat::Calendar ? sheet.days : sheet.rows;
    const std::string summary = ui.strings.counted(sheet.format == SheetFormat::Calendar ? "sheet.days" : "sheet.rows", entries, {work_sheet_name(sheet.format, workspace.today())});
    tell(ui, ui_id("summary", id), {column.x, y, column.width, ui.px(20)}, {.role = Role::Status, .name = summary});
    draw_text(ui, column.x, y + ui.px(9), summary, {.size = type::small, .ink = ui.ink().text}, column.width);
    y += ui.px(26);
    const Box preview = {column.x, y, column.width, ui.px(ui.layout == Layout::Phone ? 150 : 220)};
    draw_preview(ui, preview, sheet);
    tell(ui, ui_id("preview", id), preview, {.role = Role::Text, .name = ui.text("sheet.preview"), .value = sheet.text.substr(0, 600)});
    y = preview.bottom() + ui.px(18);

    const Box foot = {column.x, y, column.width, ui.look.target() + ui.px(2)};
    if (const auto pressed = draw_foot(ui, id, foot, {{"sheet.save", ButtonKind::Primary}, {"sheet.print"}, {"sheet.copy"}, {"dialog.close", ButtonKind::Plain}})) {
        if (*pressed == 0) shell.work_sheet.save = true;
        else if (*pressed == 1) shell.work_sheet.print = true;
        else if (*pressed == 2) shell.work_sheet.copy = true;
        else shell.close_dialog = true;
    }
    return foot.bottom() + ui.px(pad) - box.y;
}

}  // namespace discern
