#include "app/received_parts.hpp"

#include <icons.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace discern {
namespace {

struct BatchButton {
    Deed deed{};
    Action action{};
};
constexpr std::array<BatchButton, 4> batch_buttons = {{{Deed::Accept, Action::Accept}, {Deed::Ask, Action::AskFirst}, {Deed::Ignore, Action::Ignore}, {Deed::Report, Action::Report}}};

struct Lesson {
    Hint hint{};
    std::string_view key;
    bool by_touch = false;
};
constexpr std::array<Lesson, 5> lessons = {{{Hint::Decide, "hint.decide"}, {Hint::Batch, "hint.batch"}, {Hint::Filter, "hint.filter"},
                                            {Hint::Palette, "hint.palette"}, {Hint::Hold, "hint.hold", true}}};

float batch_line(const Ui& ui) { return ui.px(ui.look.touch ? 48 : 40); }
float batch_buttons_height(const Ui& ui) { return ui.layout == Layout::Phone ? ui.px(56) : 0; }

Pen hint_pen(const Ui& ui) { return {.size = type::caption, .ink = ui.ink().muted}; }
float hint_target(const Ui& ui) { return ui.px(ui.look.touch ? 44 : 32); }
float hint_room(const Ui& ui, const Box& area) { return area.width - ui.px(16) - hint_target(ui) - ui.px(14); }
float hint_height(Ui& ui, const std::string& words, const Box& area) {
    return std::max(hint_target(ui), paragraph_height(ui, hint_room(ui, area), words, hint_pen(ui)) + ui.px(16));
}

const Lesson* next_lesson(const Ui& ui, const ReceivedState& state, const Box& area) {
    const auto lesson = std::find_if(lessons.begin(), lessons.end(), [&](const Lesson& each) {
        return each.by_touch == ui.look.touch && (state.hints_used & bit_of(each.hint)) == 0;
    });
    const bool none = lesson == lessons.end() || state.rows.size() < 2 || area.height < ui.px(320);
    return none ? nullptr : &*lesson;
}

}  // namespace

float list_foot_height(Ui& ui, const ReceivedState& state, const Box& area) {
    if (!state.ticked.empty()) return batch_line(ui) + batch_buttons_height(ui);
    const Lesson* lesson = next_lesson(ui, state, area);
    return lesson == nullptr ? 0 : hint_height(ui, ui.text(lesson->key), area);
}

void draw_batch_bar(Ui& ui, ReceivedState& state, const Box& area, Choices& choices) {
    const bool alone = ui.layout == Layout::Phone;
    const float line = batch_line(ui), height = list_foot_height(ui, state, area);
    const Box bar = {area.x, area.bottom() - height, area.width, height};
    fill(ui, bar, ui.ink().card);
    line_across(ui, bar.x, bar.y, bar.width, ui.ink().line);
    const UiId id = ui_id("received.batch");
    const TellGroup group(ui, id, bar, {.role = Role::Group, .name = ui.text("batch.name")});
    const std::string words = ui.strings.counted("batch.selected", state.ticked.size());
    const float middle = bar.y + line / 2, left = bar.x + ui.px(16);
    tell(ui, ui_id("count", id), {left, bar.y, bar.width, line}, {.role = Role::Status, .name = words});
    const float said = draw_text(ui, left, middle, words, {.size = type::small, .weight = Weight::Semibold, .ink = ui.ink().text});
    if (alone) {
        const float side = ui.px(44);
        if (icon_button(ui, ui_id("snooze", id), {left + said + ui.px(4), middle - side / 2, side, side}, icon::clock, ui.text("deed.snooze"))) choices.deed(Deed::Snooze);
    }
    const std::string none = ui.text("batch.none");
    float right = bar.right() - ui.px(16) - text_link_width(ui, none, type::small, nullptr);
    const float none_x = right;
    if (state.ticked.size() < state.rows.size()) {
        const std::string all = ui.strings.text("batch.all", {grouped(state.rows.size())});
        right -= ui.px(18) + text_link_width(ui, all, type::small, nullptr);
        if (text_link(ui, ui_id("all", id), right, middle, all)) choices.deed(Deed::TickAll);
    }
    if (text_link(ui, ui_id("none", id), none_x, middle, none)) choices.deed(Deed::ClearTicks);
    if (!alone) return;
    const float gap = ui.px(8), width = std::floor((bar.width - ui.px(20) - 3 * gap) / 4);
    for (std::size_t place = 0; place < batch_buttons.size(); ++place) {
        const auto [deed, action] = batch_buttons[place];
        const Box box = {bar.x + ui.px(10) + static_cast<float>(place) * (width + gap), bar.y + line, width, ui.px(46)};
        const std::string label = ui.strings.text("receipt.many", {ui.text("batch.short." + std::string(name_of(action))), grouped(state.ticked.size())});
        const std::string told = ui.strings.text("receipt.many", {word_of(ui, action), grouped(state.ticked.size())});
        if (button(ui, ui_id(place, id), box, label, {.colour = ui.look.of(action), .text_size = type::small, .told_name = told})) choices.deed(deed);
    }
}

void draw_hint(Ui& ui, ReceivedState& state, const Box& area) {
    const Lesson* lesson = next_lesson(ui, state, area);
    if (lesson == nullptr) return;
    const UiId id = ui_id(lesson->key);
    const std::string words = ui.text(lesson->key);
    const float target = hint_target(ui), room = hint_room(ui, area), height = hint_height(ui, words, area);
    const Pen pen = hint_pen(ui);
    const float text = paragraph_height(ui, room, words, pen);
    const Box bar = {area.x, area.bottom() - height, area.width, height};
    fill(ui, bar, ui.ink().pane);
    line_across(ui, bar.x, bar.y, bar.width, ui.ink().line);
    tell_text(ui, id, {bar.x, bar.y, room, height}, words);
    draw_paragraph(ui, bar.x + ui.px(16), std::round(bar.middle() - text / 2), room, words, pen);
    const Box close = {bar.right() - target - ui.px(6), std::round(bar.middle() - target / 2), target, target};
    if (icon_button(ui, ui_id("close", id), close, icon::x, ui.text("hint.close"))) state.hints_used |= bit_of(lesson->hint);
}

Box completions_box(Ui& ui, const Workspace& workspace, ReceivedState& state, const Box& field) {
    if (!state.filter.editing) return {};
    refresh_completions(workspace, state, ui.strings);
    if (state.completions.empty()) return {};
    const float height = ui.px(ui.look.touch ? 44 : 32);
    return {field.x, field.bottom() + ui.px(4), field.width, height * static_cast<float>(state.completions.size()) + ui.px(8)};
}

bool draw_completions(Ui& ui, const Workspace& workspace, ReceivedState& state, const Box& field, const FieldAnswer& answer) {
    const bool taken_by_key = answer.committed && state.completion && *state.completion < state.completions.size();
    if (taken_by_key) {
        state.filter.text = state.completions[*state.completion].text;
        state.filter.wanted = true;
        return true;
    }
    const Box box = completions_box(ui, workspace, state, field);
    if (box.width == 0) return false;
    if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) state.completion = state.completion ? std::min(*state.completion + 1, state.completions.size() - 1) : 0;
    if (ImGui::IsKeyPressed(ImGuiKey_UpArrow) && state.completion) {
        if (*state.completion == 0) state.completion.reset();
        else --*state.completion;
    }
    const float height = ui.px(ui.look.touch ? 44 : 32), pad = ui.px(4);
    const UiId id = ui_id("received.completions");
    const TellGroup group(ui, id, box, {.role = Role::Group, .name = ui.text("received.completions")});
    shadow(ui, box, radius::card);
    fill(ui, box, ui.ink().card, radius::card);
    outline(ui, box, ui.ink().line_strong, radius::card);
    bool taken = false;
    for (std::size_t place = 0; place < state.completions.size(); ++place) {
        const Completion& each = state.completions[place];
        const Box row = {box.x + pad, box.y + pad + height * static_cast<float>(place), box.width - 2 * pad, height};
        const bool chosen = state.completion == place;
        const Press pressed = press(ui, ui_id(place, id), row, {.role = Role::Button, .name = ui.strings.text("received.completion", {each.label, each.more}), .selected = chosen});
        if (chosen || pressed.hovered) fill(ui, row, chosen ? ui.ink().selection : ui.ink().hover, radius::control);
        const float label = draw_text(ui, row.x + ui.px(10), row.middle(), each.label, {.size = type::small, .weight = Weight::Semibold, .ink = ui.ink().text}, row.width - ui.px(60));
        const Pen quiet = {.size = type::caption, .ink = ui.ink().muted};
        const float room = row.width - label - ui.px(34);
        if (text_width(ui, each.more, quiet) <= room) draw_text_right(ui, row.right() - ui.px(10), row.middle(), each.more, quiet);
        else draw_text(ui, row.x + ui.px(22) + label, row.middle(), each.more, quiet, room);
        if (pressed.clicked) {
            state.filter.text = each.text;
            state.filter.wanted = true;
            taken = true;
        }
    }
    return taken;
}

}  // namespace discern
