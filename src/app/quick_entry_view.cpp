// The quick entry as it is seen: who on the left with the verdict below, chips on the right; on a phone one column with the
// verdict always in sight above the buttons.
#include "app/quick_entry_parts.hpp"

#include <icons.hpp>

#include <algorithm>
#include <cmath>

namespace discern {
namespace {

constexpr float pad = 24;

std::string title_of(const Ui& ui, const EntryState& state) {
    if (state.editing) return ui.strings.text("entry.title_edit", {state.name.text});
    return ui.text(state.direction == Direction::Outgoing ? "entry.title_outgoing" : "entry.title_incoming");
}

void draw_head(Ui& ui, const EntryState& state, const Box& head, EntryChoices& choices) {
    const std::string title = title_of(ui, state);
    tell_heading(ui, ui_id("entry.title"), head, title, 2);
    const float side = ui.px(ui.look.touch ? 44 : 32), edge = ui.px(head.width < ui.px(700) ? 16 : pad);
    draw_text(ui, head.x + edge, head.middle(), title, {.size = 20, .weight = Weight::Semibold, .ink = ui.ink().text, .tracking = -0.015f},
              head.width - 2 * edge - side);
    if (icon_button(ui, ui_id("entry.close"), {head.right() - edge + ui.px(8) - side, head.middle() - side / 2, side, side}, icon::x, ui.text("dialog.close")))
        choices.close = true;
}

float draw_directions(Ui& ui, EntryState& state, const Box& column, float y) {
    if (state.editing) return y;
    const float height = ui.px(ui.look.touch ? 44 : 34), width = std::floor(column.width / 2);
    const Box all = {column.x, y, 2 * width, height};
    const TellGroup group(ui, ui_id("entry.kind"), all, {.role = Role::RadioGroup, .name = ui.text("entry.kind")});
    fill(ui, all, ui.ink().ground, radius::control);
    outline(ui, all, ui.ink().line, radius::control);
    for (const Direction direction : {Direction::Outgoing, Direction::Incoming}) {
        const bool chosen = state.direction == direction;
        const Box box = {direction == Direction::Outgoing ? all.x : all.x + width, y, width, height};
        const std::string words = ui.text(direction == Direction::Outgoing ? "entry.outgoing" : "entry.incoming");
        const Press pressed = press(ui, ui_id(direction == Direction::Outgoing ? "out" : "in", ui_id("entry.kind")), box, {.role = Role::Radio, .name = words, .checked = chosen});
        if (chosen) {
            fill(ui, box.inset(ui.px(3)), ui.ink().selection, radius::control - 1);
            outline(ui, box.inset(ui.px(3)), ui.ink().line_strong, radius::control - 1);
        }
        draw_text_centred(ui, box.centre(), box.middle(), words, {.size = type::small, .weight = chosen ? Weight::Semibold : Weight::Regular, .ink = chosen || pressed.hovered ? ui.ink().text : ui.ink().muted});
        if (pressed.focused) draw_focus_ring(ui, box);
        if (pressed.clicked) state.direction = direction;
    }
    return y + height + ui.px(16);
}

float draw_field(Ui& ui, FieldState& field, std::string_view key, const Box& column, float y, bool multiline, bool wrong = false) {
    const std::string label = ui.text(key), hint = ui.text(std::string(key) + "_hint");
    const std::string shown = wrong ? ui.text("entry.name_missing") : label;
    draw_text(ui, column.x, y + ui.px(8), shown, {.size = type::caption, .weight = Weight::Semibold, .ink = wrong ? ui.ink().report : ui.ink().muted});
    if (wrong) tell(ui, ui_id("wrong", ui_id(key)), {column.x, y, column.width, ui.px(18)}, {.role = Role::Alert, .name = shown});
    y += ui.px(21);
    const Box box = {column.x, y, column.width, ui.px(multiline ? 84 : ui.look.touch ? 44 : 36)};
    text_field(ui, ui_id(key), box, label, field, {.placeholder = hint, .multiline = multiline});
    if (wrong) outline(ui, box, ui.ink().report, radius::control);
    return box.bottom() + ui.px(13);
}

float draw_who_fields(Ui& ui, EntryState& state, const Box& column, float y) {
    y = draw_directions(ui, state, column, y);
    if (state.by_hand) {
        if (!state.name.text.empty()) state.name_missing = false;
        y = draw_field(ui, state.name, "entry.name", column, y, false, state.name_missing);
        y = draw_field(ui, state.headline, "entry.headline", column, y, false);
        y = draw_field(ui, state.company, "entry.company", column, y, false);
        y = draw_field(ui, state.note, state.direction == Direction::Outgoing ? "entry.draft" : "entry.their_note", column, y, true);
        return y;
    }
    draw_avatar(ui, {column.x, y, ui.px(40), ui.px(40)}, state.name.text);
    draw_text(ui, column.x + ui.px(52), y + ui.px(11), state.name.text, {.size = type::body, .weight = Weight::Semibold, .ink = ui.ink().text}, column.width - ui.px(52));
    const std::string line = state.headline.text.empty() ? state.company.text : state.headline.text;
    draw_text(ui, column.x + ui.px(52), y + ui.px(30), line, {.size = type::small, .ink = ui.ink().muted}, column.width - ui.px(52));
    return y + ui.px(58);
}

std::string verdict_told(const Ui& ui, const EntryState& state) {
    return ui.strings.text("text.pair", {ui.strings.text("announce.verdict", {word_of(ui, state.verdict.action), std::to_string(std::lround(state.verdict.confidence * 100))}), state.headline_words});
}

// Nothing is known yet: no verdict is shown on nobody.
float draw_untold(Ui& ui, const Box& column, float y) {
    const std::string words = ui.text("entry.untold");
    const Pen pen = {.size = type::small, .ink = ui.ink().muted};
    const float inset = ui.px(14), room = column.width - 2 * inset, height = paragraph_height(ui, room, words, pen) + 2 * inset;
    const Box box = {column.x, y, column.width, height};
    dashed_outline(ui, box, ui.ink().line_strong, radius::card);
    draw_paragraph(ui, box.x + inset, y + inset, room, words, pen);
    tell(ui, ui_id("entry.verdict"), box, {.role = Role::Status, .name = words});
    return box.bottom();
}

// The verdict as it stands while facts are ticked, in a box of its own colour.
float draw_verdict(Ui& ui, const EntryState& state, const Box& column, float y, int most_lines) {
    if (is_blank(state)) return draw_untold(ui, column, y);
    const Rgba colour = ui.look.of(state.verdict.action);
    const float inset = ui.px(14), room = column.width - 2 * inset;
    const Pen sentence = {.size = type::small, .ink = ui.ink().text};
    const float words = paragraph_height(ui, room, state.headline_words, sentence, most_lines);
    const Box box = {column.x, y, column.width, ui.px(40) + words + ui.px(14)};
    fill(ui, box, mixed(ui.ink().pane, colour, ui.look.scheme == Theme::Dark ? 0.15f : 0.08f), radius::card);
    outline(ui, box, with_alpha(colour, 0.45f), radius::card);
    tell(ui, ui_id("entry.verdict"), box, {.role = Role::Status, .name = verdict_told(ui, state)});
    const float middle = y + ui.px(22);
    draw_icon(ui, box.x + inset + ui.px(8), middle, icon_of(state.verdict.action), 17, colour);
    const std::string sure = ui.strings.text("receipt.agreement_short", {std::to_string(std::lround(state.verdict.confidence * 100))});
    const Pen quiet = {.size = type::caption, .ink = ui.ink().muted};
    draw_text_right(ui, box.right() - inset, middle, sure, quiet);
    draw_text(ui, box.x + inset + ui.px(24), middle, word_of(ui, state.verdict.action), {.size = type::verdict, .weight = Weight::Semibold, .ink = colour},
              room - ui.px(32) - text_width(ui, sure, quiet));
    draw_paragraph(ui, box.x + inset, y + ui.px(40), room, state.headline_words, sentence, most_lines);
    return box.bottom();
}

void draw_buttons(Ui& ui, EntryState& state, const Box& row, EntryChoices& choices) {
    const std::string save = ui.text(state.editing ? "entry.save" : state.direction == Direction::Outgoing ? "entry.add_outgoing" : "entry.add_incoming");
    const ButtonLook lead = {.kind = ButtonKind::Primary}, quiet = {.kind = ButtonKind::Plain}, danger = {.kind = ButtonKind::Plain, .icon = icon::trash_2};
    const float height = ui.look.target(), y = std::round(row.middle() - height / 2);
    const float width = button_width(ui, save, lead);
    if (button(ui, ui_id("entry.save"), {row.right() - width, y, width, height}, save, lead)) choices.save = true;
    const std::string cancel = ui.text("entry.cancel");
    const float cancel_width = button_width(ui, cancel, quiet);
    if (button(ui, ui_id("entry.cancel"), {row.right() - width - ui.px(8) - cancel_width, y, cancel_width, height}, cancel, quiet)) choices.close = true;
    if (!state.editing || !state.by_hand) return;
    const std::string remove = ui.text("entry.remove");
    if (button(ui, ui_id("entry.remove"), {row.x, y, button_width(ui, remove, danger), height}, remove, danger)) choices.remove = true;
}

void draw_wide(Ui& ui, EntryState& state, Box box, EntryChoices& choices) {
    draw_head(ui, state, box.cut_top(ui.px(64)), choices);
    const Box foot = box.cut_bottom(ui.px(64));
    line_across(ui, foot.x, foot.y, foot.width, ui.ink().line);
    draw_buttons(ui, state, foot.inset(ui.px(pad), 0), choices);
    Box left = box.cut_left(std::round(box.width * 0.40f));
    line_across(ui, left.x, left.y, left.width + box.width, ui.ink().line);
    line_down(ui, left.right(), left.y, left.height, ui.ink().line);
    {
        ScrollArea scroll(ui, ui_id("entry.form"), state.form_scroll, left);
        const Box column = {left.x + ui.px(pad), left.y, left.width - ui.px(2 * pad), left.height};
        float y = draw_who_fields(ui, state, column, scroll.top() + ui.px(20));
        y = draw_verdict(ui, state, column, y + ui.px(4), 0);
        scroll.ends_at(y + ui.px(20));
    }
    const Box search = {box.x + ui.px(pad), box.y + ui.px(20), box.width - ui.px(2 * pad), ui.px(ui.look.touch ? 44 : 36)};
    draw_chip_search(ui, state, search);
    box.cut_top(ui.px(20) + search.height + ui.px(10));
    ScrollArea scroll(ui, ui_id("entry.chips"), state.scroll, box);
    const Box column = {box.x + ui.px(pad), box.y, box.width - ui.px(2 * pad), box.height};
    scroll.ends_at(draw_chips(ui, state, column, scroll.top() + ui.px(6)) + ui.px(8));
}

void draw_narrow(Ui& ui, EntryState& state, Box box, EntryChoices& choices) {
    const float side = ui.px(16);
    draw_head(ui, state, box.cut_top(ui.px(56)), choices);
    const Box buttons = box.cut_bottom(ui.px(64));
    const Pen sentence = {.size = type::small, .ink = {}};
    const float words = paragraph_height(ui, box.width - 2 * side - ui.px(28), state.headline_words, sentence, 2);
    const Box verdict = box.cut_bottom(ui.px(54) + words + ui.px(12));
    {
        ScrollArea scroll(ui, ui_id("entry.form"), state.form_scroll, box);
        const Box column = {box.x + side, box.y, box.width - 2 * side, box.height};
        float y = draw_who_fields(ui, state, column, scroll.top() + ui.px(4));
        draw_chip_search(ui, state, {column.x, y, column.width, ui.px(44)});
        y = draw_chips(ui, state, column, y + ui.px(58));
        scroll.ends_at(y + ui.px(8));
    }
    line_across(ui, verdict.x, verdict.y, verdict.width, ui.ink().line);
    draw_verdict(ui, state, {verdict.x + side, verdict.y, verdict.width - 2 * side, 0}, verdict.y + ui.px(10), 2);
    draw_buttons(ui, state, {buttons.x + side, buttons.y, buttons.width - 2 * side, ui.px(64)}, choices);
}

}  // namespace

void draw_entry(Ui& ui, EntryState& state, Box box, EntryChoices& choices) {
    if (box.width < ui.px(700)) draw_narrow(ui, state, box, choices);
    else draw_wide(ui, state, box, choices);
    if (ImGui::GetIO().KeyCtrl && ImGui::IsKeyPressed(ImGuiKey_Enter, false)) choices.save = true;
}

}  // namespace discern
