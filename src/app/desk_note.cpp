// The field of the note desk: a real text field while it is edited, the note with its words marked otherwise.
#include "app/charts.hpp"
#include "app/desk_parts.hpp"
#include "base/sorted.hpp"

#include <icons.hpp>

#include <algorithm>
#include <cmath>

namespace discern {
namespace {

constexpr float least_lines = 4;

// Marks of what stands, in the order of the text and without overlaps; `of` says which finding each belongs to.
std::vector<TextMark> marks_of(const Ui& ui, const DeskState& state, std::vector<std::size_t>& of) {
    std::vector<TextMark> marks;
    std::vector<std::size_t> order = standing_findings(state);
    const auto& findings = state.reading.findings;
    sort_few(order, [&](std::size_t a, std::size_t b) { return findings[a].begin < findings[b].begin; });
    for (const std::size_t place : order) {
        const DeskFinding& finding = findings[place];
        const std::uint32_t from = marks.empty() ? finding.begin : std::max(finding.begin, marks.back().end);
        if (from >= finding.end) continue;
        marks.push_back({from, finding.end, colour_of(ui, finding), state.pointed == place});
        of.push_back(place);
    }
    return marks;
}

void draw_length(DeskScene& scene, float y) {
    Ui& ui = scene.ui;
    const Box& column = scene.column;
    const DeskReading& reading = scene.state.reading;
    const bool over = reading.chars > reading.limit_chars;
    const std::string words = ui.strings.text(over ? "desk.length_over" : "desk.length",
                                              {std::to_string(reading.chars), std::to_string(reading.limit_chars), std::to_string(over ? reading.chars - reading.limit_chars : 0)});
    const Rgba ink = over ? ui.ink().report : ui.ink().muted;
    const float width = text_width(ui, words, {.size = type::caption, .ink = ink});
    draw_text(ui, column.right() - width, y + ui.px(10), words, {.size = type::caption, .ink = ink});
    const float share = reading.limit_chars == 0 ? 0 : std::min(1.0f, static_cast<float>(reading.chars) / static_cast<float>(reading.limit_chars));
    draw_share_bar(ui, {column.x, y + ui.px(8), column.width - width - ui.px(16), ui.px(4)}, share, over ? ui.ink().report : ui.ink().accent);
    tell(ui, ui_id("desk.length"), {column.x, y, column.width, ui.px(20)}, {.role = Role::Status, .name = words});
}

}  // namespace

std::string words_of(const DeskState& state, const DeskFinding& finding) {
    if (finding.end <= finding.begin || finding.end > state.checked.size()) return {};
    return state.checked.substr(finding.begin, finding.end - finding.begin);
}

Rgba colour_of(const Ui& ui, const DeskFinding& finding) {
    const bool hard = finding.issue == DeskIssue::TooLong || finding.issue == DeskIssue::Unsafe;
    return hard ? ui.ink().report : ui.ink().ask;
}

std::vector<std::size_t> standing_findings(const DeskState& state) {
    std::vector<std::size_t> places;
    for (std::size_t place = 0; place < state.reading.findings.size(); ++place)
        if (!is_kept(state, state.reading.findings[place])) places.push_back(place);
    return places;
}

float draw_desk_note(DeskScene& scene, float y) {
    Ui& ui = scene.ui;
    DeskState& state = scene.state;
    const Box& column = scene.column;
    const UiId id = ui_id("desk.field");
    const Pen pen = {.size = ui.look.touch ? 16.0f : type::body, .ink = ui.ink().text};
    const float pad = ui.px(14), line = line_height(ui, pen), room = column.width - 2 * pad;
    std::vector<std::size_t> of;
    const std::vector<TextMark> marks = marks_of(ui, state, of);
    const float words = state.field.text.empty() ? 0 : marked_height(ui, room, state.field.text, pen);
    const float height = std::max(words + (state.field.editing ? line : 0), std::round(least_lines * line)) + 2 * pad;
    const Box box = {column.x, y, column.width, height};
    const std::string label = ui.text("desk.field"), hint = ui.text(state.field.editing ? "desk.field_hint_editing" : "desk.field_hint");
    std::vector<FieldMark> in_field;
    for (const TextMark& mark : marks)
        in_field.push_back({mark.begin, mark.end, static_cast<std::uint32_t>(mark.colour.r << 16 | mark.colour.g << 8 | mark.colour.b)});
    const FieldAnswer answer = text_field(ui, id, box, label, state.field,
                                          {.placeholder = hint, .multiline = true, .padding = pad, .line_height = line, .drawn_by_caller = true, .marks = &in_field});
    if (answer.committed) state.chosen.copy = true;
    if (!state.field.editing && !state.field.text.empty()) {
        const MarkedText drawn = draw_marked(ui, box.x + pad, box.y + pad, room, state.field.text, pen, marks);
        const ImVec2 mouse = ImGui::GetIO().MousePos;
        for (const MarkBox& each : drawn.boxes)
            if (!ui.under_dialog && each.box.contains(mouse)) state.pointed = of[each.mark];
    }
    draw_length(scene, box.bottom() + ui.px(6));
    return box.bottom() + ui.px(32);
}

}  // namespace discern
