#include "app/list_parts.hpp"

#include "app/charts.hpp"

#include <icons.hpp>

#include <algorithm>

namespace discern {
namespace {

constexpr float face_side = 32;

Pen name_pen(const Palette& ink) { return {.size = type::body, .weight = Weight::Semibold, .ink = ink.text, .tracking = -0.008f}; }
Pen second_pen(const Palette& ink) { return {.size = type::caption + 0.5f, .weight = Weight::Regular, .ink = ink.muted}; }

}  // namespace

std::optional<std::size_t> draw_lane_strip(Ui& ui, UiId id, const Box& strip, std::span<const LaneTab> tabs, float& offset) {
    const TellGroup group(ui, id, strip, {.role = Role::TabList, .name = ui.text("received.lanes")});
    const float gap = ui.px(14), margin = ui.px(16);
    const Clip clip(strip);
    if (strip.contains(ImGui::GetIO().MousePos) && ImGui::GetIO().MouseWheelH != 0) offset -= ImGui::GetIO().MouseWheelH * ui.px(40);

    std::optional<std::size_t> answer;
    float x = strip.x + margin - offset, chosen_left = 0, chosen_right = 0;
    for (const LaneTab& tab : tabs) {
        const std::string count = grouped(tab.count);
        const Pen pen = {.size = type::caption + 0.5f, .weight = tab.chosen ? Weight::Semibold : Weight::Regular,
                         .ink = tab.chosen ? ui.ink().text : ui.ink().muted};
        const Pen number = {.size = type::caption + 0.5f, .weight = Weight::Regular, .ink = tab.chosen ? ui.ink().muted : ui.ink().faint};
        const float words = text_width(ui, tab.word, pen), width = words + ui.px(5) + text_width(ui, count, number);
        const Box box = {x, strip.y, width, strip.height};
        const Press pressed = press(ui, ui_id(tab.key, id), {box.x - gap / 2, box.y, box.width + gap, box.height},
                                    {.role = Role::Tab, .name = ui.strings.text("received.lane", {tab.word, count}), .selected = tab.chosen});
        const Pen shown = pressed.hovered && !tab.chosen ? Pen{pen.size, pen.weight, ui.ink().text} : pen;
        const float middle = strip.y + strip.height / 2;
        draw_text(ui, x, middle, tab.word, shown);
        draw_text(ui, x + words + ui.px(5), middle, count, number);
        if (tab.chosen) {
            fill(ui, {x, strip.bottom() - ui.px(2), width, ui.px(2)}, ui.ink().accent, 1);
            chosen_left = x - strip.x + offset;
            chosen_right = chosen_left + width;
        }
        if (pressed.focused) draw_focus_ring(ui, box);
        if (pressed.clicked && !tab.chosen) {
            answer = tab.key;
            ui.draw_again_in(0);
        }
        x += width + gap;
    }
    const float content = x + offset - strip.x, most = std::max(0.0f, content - strip.width), before = offset;
    if (offset > chosen_left - margin) offset = chosen_left - margin;
    if (offset < chosen_right + ui.px(48) - strip.width) offset = chosen_right + ui.px(48) - strip.width;
    offset = std::clamp(offset, 0.0f, most);
    if (before != offset) ui.draw_again_in(0);
    const ImU32 solid = packed(ui.ink().pane), clear = packed(with_alpha(ui.ink().pane, 0));
    const float fade = ui.px(28), foot = strip.bottom();
    if (offset < most)
        ui.draw().AddRectFilledMultiColor({strip.right() - fade, strip.y}, {strip.right(), foot}, clear, solid, solid, clear);
    if (offset > 0)
        ui.draw().AddRectFilledMultiColor({strip.x, strip.y}, {strip.x + fade, foot}, solid, clear, clear, solid);
    return answer;
}

std::string second_line(const Person& person, const Invitation& invitation, const Strings& strings) {
    if (!person.profile.headline.empty()) return person.profile.headline;
    if (!invitation.note.empty()) return strings.text("received.quote", {invitation.note});
    if (!person.profile.position.empty() && !person.profile.company.empty())
        return strings.text("received.role_at", {person.profile.position, person.profile.company});
    if (!person.profile.company.empty()) return person.profile.company;
    return strings.text(invitation.source.file == 0 ? "plan.no_headline" : "received.no_headline");
}

void draw_list_row(Ui& ui, const Box& box, const ListRowLook& look) {
    const Palette& ink = ui.ink();
    if (look.selected) fill(ui, box, ink.selection);
    else if (look.hovered) fill(ui, box, ink.hover);
    if (look.selected && ui.layout != Layout::Phone) fill(ui, {box.x, box.y, ui.px(3), box.height}, ink.accent);
    line_across(ui, box.x, box.bottom() - ui.look.hairline(), box.width, with_alpha(ink.line, 0.75f));

    const float left = box.x + ui.px(16), right = box.right() - ui.px(16);
    const bool compact = ui.look.compact;
    const float first = box.y + ui.px(compact ? 17 : 20), second = box.y + ui.px(compact ? 36 : 43);
    const Box face = {left, box.y + ui.px(compact ? 10 : 12), ui.px(face_side), ui.px(face_side)};
    if (look.ticked) {
        disc(ui, face, ink.accent);
        draw_icon(ui, face.centre(), face.middle(), icon::check, 18, ink.on_accent);
    } else {
        draw_avatar(ui, face, look.person.name);
    }
    const float text = left + ui.px(44);
    const float chip = draw_chip_right(ui, right, first, look.action, look.settled);
    draw_text(ui, text, first, look.person.name, name_pen(ink), right - chip - ui.px(10) - text);
    const Pen quiet = second_pen(ink);
    const Pen small = {.size = type::caption, .weight = Weight::Regular, .ink = ink.faint};
    const float age_width = look.age.empty() ? 0 : text_width(ui, look.age, small) + ui.px(12);
    draw_text(ui, text, second, look.second_line, quiet, right - age_width - text);
    if (!look.age.empty()) draw_text_right(ui, right, second, look.age, small);
    const Box bar = {text, box.bottom() - ui.px(compact ? 7 : 11), right - text, std::max(1.0f, ui.px(2))};
    if (look.certainty) draw_share_bar(ui, bar, *look.certainty, ui.look.of(look.action));
}

bool ready_list_row(const Look& look, const Person& person, std::string_view second_line) {
    return ready_next_letter(look, person.name, name_pen(look.palette)) || ready_next_letter(look, second_line, second_pen(look.palette)) ||
           ready_avatar(look, look.px(face_side), person.name);
}

}  // namespace discern
