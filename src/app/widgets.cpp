#include "app/widgets.hpp"

#include "app/names.hpp"

#include <icons.hpp>

#include <algorithm>
#include <cmath>

namespace discern {
namespace {

constexpr float keycap_side = 18, chip_height = 22;

Pen keycap_pen(Ui& ui, bool on_colour) {
    return {.size = type::tiny, .weight = Weight::Regular, .ink = on_colour ? ui.ink().on_verdict : ui.ink().muted};
}

}  // namespace

const char* icon_of(Action action) {
    switch (action) {
        case Action::Accept: return icon::check;
        case Action::AskFirst: return icon::circle_help;
        case Action::Ignore: return icon::minus;
        case Action::Report: return icon::flag;
        case Action::Follow: return icon::plus;
        case Action::SendWithNote: return icon::pencil;
        case Action::Send: return icon::send;
        case Action::Wait:
        case Action::LeavePending: return icon::clock;
        case Action::AskIntroduction: return icon::users;
        case Action::DontSend: return icon::minus;
        case Action::Withdraw: return icon::undo_2;
    }
    return icon::circle;
}

std::string word_of(const Ui& ui, Action action) { return ui.text("action." + std::string(name_of(action))); }

namespace {

Pen initials_pen(const Look& look, float side, Rgba ink) {
    return {.size = side / look.scale * (side > look.px(40) ? 0.34f : 0.36f), .weight = Weight::Semibold, .ink = ink};
}

}  // namespace

void draw_avatar(Ui& ui, const Box& box, std::string_view name) {
    const AvatarColours colours = ui.look.avatar(hue_of(name));
    disc(ui, box, colours.ground);
    draw_text_centred(ui, box.centre(), box.middle(), initials_of(name), initials_pen(ui.look, box.width, colours.ink));
}

bool ready_avatar(const Look& look, float side, std::string_view name) {
    return ready_next_letter(look, initials_of(name), initials_pen(look, side, {}));
}

float keycap_width(Ui& ui, std::string_view key) {
    return std::max(ui.px(keycap_side), std::round(text_width(ui, key, keycap_pen(ui, false)) + ui.px(10)));
}

std::string shown_cap(const Ui& ui, std::string_view cap) {
    std::string shown(cap);
    const auto replace = [&shown](std::string_view word, const std::string& with) {
        if (const auto at = shown.find(word); at != std::string::npos) shown.replace(at, word.size(), with);
    };
    replace("Ctrl", ui.platform.preferences().apple ? "\xe2\x8c\x98" : ui.text("key.ctrl"));
    replace("Shift", ui.text("key.shift"));
    replace("Page Down", ui.text("key.page_down"));
    replace("Page Up", ui.text("key.page_up"));
    replace("Home", ui.text("key.home"));
    replace("End", ui.text("key.end"));
    return shown;
}

float draw_keycap(Ui& ui, float x, float middle_y, std::string_view key, bool on_colour) {
    const float width = keycap_width(ui, key), height = ui.px(keycap_side);
    const Box box = {std::round(x), std::round(middle_y - height / 2), width, height};
    if (on_colour) {
        fill(ui, box, with_alpha(ui.ink().on_verdict, 0.16f), 4);
    } else {
        fill(ui, box, ui.ink().keycap, 4);
        outline(ui, box, ui.ink().keycap_line, 4);
    }
    draw_text_centred(ui, box.centre(), box.middle(), key, keycap_pen(ui, on_colour));
    return width;
}

float draw_chip_right(Ui& ui, float right_x, float middle_y, Action action, bool decided) {
    const Rgba colour = ui.look.of(action);
    const Pen pen = {.size = 12.5f, .weight = Weight::Semibold, .ink = colour};
    const std::string word = word_of(ui, action);
    const float words = text_width(ui, word, pen), height = ui.px(chip_height);
    const float width = std::round(ui.px(8) + ui.px(12) + ui.px(5) + words + ui.px(8));
    const Box box = {std::round(right_x - width), std::round(middle_y - height / 2), width, height};
    if (decided)
        outline(ui, box, with_alpha(colour, 0.7f), radius::control - 1);
    else
        fill(ui, box, ui.look.chip_ground(colour), radius::control - 1);
    draw_icon(ui, box.x + ui.px(14), box.middle(), icon_of(action), 12, colour);
    draw_text(ui, box.x + ui.px(25), box.middle(), word, pen);
    return width;
}

float draw_tag(Ui& ui, float x, float middle_y, std::string_view text, Rgba colour) {
    const Pen pen = {.size = 12.5f, .weight = Weight::Regular, .ink = colour};
    const float width = std::round(text_width(ui, text, pen) + ui.px(16)), height = ui.px(chip_height);
    fill(ui, {x, std::round(middle_y - height / 2), width, height}, mixed(ui.ink().ground, colour, ui.ink().chip_tint), radius::control - 1);
    draw_text(ui, x + ui.px(8), middle_y, text, pen);
    return width;
}

void draw_logo(Ui& ui, const Box& box) {
    const Rgba deep = mixed(ui.ink().accent, rgb(0xb48cff), 0.45f);
    fill(ui, box, deep, 6);
    draw_icon(ui, box.centre(), box.middle(), icon::check, box.width / ui.look.scale * 0.72f, rgb(0xffffff));
}

float button_width(Ui& ui, std::string_view label, const ButtonLook& look) {
    const Pen pen = {.size = look.text_size, .weight = look.kind == ButtonKind::Primary ? Weight::Semibold : Weight::Regular, .ink = {}};
    float width = ui.px(button_padding) * 2 + text_width(ui, label, pen);
    if (look.icon != nullptr) width += ui.px(16) + ui.px(8);
    if (!look.key.empty()) width += keycap_width(ui, look.key) + ui.px(8);
    return std::round(width);
}

bool button(Ui& ui, UiId id, const Box& box, std::string_view label, const ButtonLook& look) {
    const std::string name(look.told_name.empty() ? label : look.told_name);
    const Press state = press(ui, id, box, {.role = Role::Button, .name = name, .disabled = look.disabled});
    const Palette& ink = ui.ink();
    const bool filled = look.kind == ButtonKind::Primary;
    const Rgba colour = look.kind == ButtonKind::Danger ? ink.report : look.colour.value_or(ink.accent);
    Rgba words = filled ? (look.colour ? ink.on_verdict : ink.on_accent) : look.kind == ButtonKind::Danger ? ink.report : ink.text;
    if (filled) {
        const Rgba ground = look.disabled ? mixed(ink.pane, colour, 0.35f) : state.hovered ? mixed(colour, ink.text, 0.10f) : colour;
        fill(ui, box, ground, radius::control);
    } else if (look.kind == ButtonKind::Plain) {
        if (state.hovered) fill(ui, box, ink.hover, radius::control);
    } else {
        fill(ui, box, state.hovered ? mixed(ink.card, ink.text, 0.06f) : ink.card, radius::control);
        outline(ui, box, state.hovered ? ink.line_strong : ink.line, radius::control);
    }
    if (state.held) fill(ui, box, with_alpha(ink.text, 0.06f), radius::control);
    if (look.disabled) words = ink.faint;
    const Pen pen = {.size = look.text_size, .weight = filled ? Weight::Semibold : Weight::Regular, .ink = words};
    float x = std::round(box.centre() - (button_width(ui, label, look) - ui.px(button_padding) * 2) / 2);
    if (!look.key.empty()) x += draw_keycap(ui, x, box.middle(), look.key, filled) + ui.px(8);
    if (look.icon != nullptr) {
        draw_icon(ui, x + ui.px(8), box.middle(), look.icon, 16, words);
        x += ui.px(16) + ui.px(8);
    }
    draw_text(ui, x, box.middle(), label, pen, box.right() - x);
    if (state.focused) draw_focus_ring(ui, box);
    return state.clicked;
}

bool icon_button(Ui& ui, UiId id, const Box& box, const char* icon_text, std::string_view name) {
    const Press state = press(ui, id, box, {.role = Role::Button, .name = std::string(name)});
    if (state.hovered) fill(ui, box, ui.ink().hover, radius::control);
    draw_icon(ui, box.centre(), box.middle(), icon_text, 16, state.hovered ? ui.ink().text : ui.ink().muted);
    if (state.focused) draw_focus_ring(ui, box);
    return state.clicked;
}

float text_link_width(Ui& ui, std::string_view label, float size, const char* icon_text) {
    return text_width(ui, label, {.size = size, .ink = {}}) + (icon_text != nullptr ? ui.px(size + 4) : 0);
}

bool text_link(Ui& ui, UiId id, float x, float middle_y, std::string_view label, float size, const char* icon_text, std::string_view url) {
    const float width = text_link_width(ui, label, size, icon_text), height = ui.px(ui.look.touch ? 44 : 24);
    const Box box = {x - ui.px(2), std::round(middle_y - height / 2), width + ui.px(4), height};
    const Press state = press(ui, id, box, {.role = url.empty() ? Role::Button : Role::Link, .name = std::string(label), .value = std::string(url)});
    const Pen pen = {.size = size, .weight = Weight::Regular, .ink = ui.ink().accent};
    const float words = draw_text(ui, x, middle_y, label, pen);
    if (icon_text != nullptr) draw_icon(ui, x + words + ui.px(4 + size / 2), middle_y, icon_text, size, ui.ink().accent);
    if (state.hovered) line_across(ui, x, std::round(middle_y + ui.px(size * 0.62f)), words, with_alpha(ui.ink().accent, 0.6f));
    if (state.focused) draw_focus_ring(ui, box);
    return state.clicked;
}

bool key_button(Ui& ui, UiId id, float x, float middle_y, std::string_view key, std::string_view name, float* width) {
    const bool roomy = ui.look.touch;
    const Pen pen = {.size = roomy ? type::caption : type::tiny, .weight = Weight::Regular, .ink = ui.ink().text};
    const float cap = std::round(std::max(ui.px(roomy ? 34 : 20), text_width(ui, key, pen) + ui.px(roomy ? 20 : 10)));
    const float height = ui.px(roomy ? 32 : 20);
    const Box box = {std::round(x), std::round(middle_y - height / 2), cap, height};
    const Box target = roomy ? Box{box.x - ui.px(3), box.y - ui.px(6), box.width + ui.px(6), box.height + ui.px(12)} : box;
    const Press state = press(ui, id, target, {.role = Role::Button, .name = std::string(name)});
    fill(ui, box, state.hovered ? mixed(ui.ink().keycap, ui.ink().text, 0.10f) : ui.ink().keycap, 4);
    outline(ui, box, state.hovered ? ui.ink().muted : ui.ink().keycap_line, 4);
    draw_text_centred(ui, box.centre(), box.middle(), key, pen);
    if (state.focused) draw_focus_ring(ui, box, 4);
    if (width != nullptr) *width = cap;
    return state.clicked;
}

bool choice(Ui& ui, UiId id, const Box& box, std::string_view label, const char* icon_text, bool chosen, Role role) {
    const Press state = press(ui, id, box, {.role = role, .name = std::string(label), .checked = chosen});
    const Palette& ink = ui.ink();
    fill(ui, box, chosen ? ink.selection : state.hovered ? ink.hover : ink.card, radius::control);
    outline(ui, box, chosen ? ink.accent : state.hovered ? ink.line_strong : ink.line, radius::control);
    const Pen pen = {.size = type::small, .weight = chosen ? Weight::Semibold : Weight::Regular, .ink = chosen ? ink.text : ink.muted};
    const float lead = icon_text != nullptr ? ui.px(24) : 0, room = box.width - lead - ui.px(16);
    const float words = std::min(text_width(ui, label, pen), room);
    float x = std::round(box.centre() - (words + lead) / 2);
    if (icon_text != nullptr) draw_icon(ui, x + ui.px(8), box.middle(), icon_text, 16, chosen ? ink.accent : ink.muted);
    draw_text(ui, x + lead, box.middle(), label, pen, room + 1);
    if (state.focused) draw_focus_ring(ui, box);
    return state.clicked;
}

bool toggle(Ui& ui, UiId id, const Box& box, std::string_view label, bool on) {
    const Press state = press(ui, id, box, {.role = Role::Checkbox, .name = std::string(label), .checked = on});
    if (state.hovered) fill(ui, {box.x - ui.px(8), box.y, box.width + ui.px(16), box.height}, ui.ink().hover, radius::control);
    const float width = ui.px(32), height = ui.px(18);
    const Box track = {box.right() - width, std::round(box.middle() - height / 2), width, height};
    fill(ui, track, on ? ui.ink().accent : ui.ink().line_strong, 9);
    const float knob = ui.px(7), x = on ? track.right() - ui.px(9) : track.x + ui.px(9);
    ui.draw().AddCircleFilled({x, track.middle()}, knob, packed(on ? ui.ink().on_accent : ui.ink().pane), 0);
    draw_text(ui, box.x, box.middle(), label, {.size = type::body, .ink = ui.ink().text}, box.width - width - ui.px(12));
    if (state.focused) draw_focus_ring(ui, box);
    return state.clicked;
}

std::optional<int> steps(Ui& ui, UiId id, const Box& box, std::string_view label, int value, int most, Rgba colour) {
    Told told = {.role = Role::Slider, .name = std::string(label)};
    told.value = ui.strings.text("goals.of", {std::to_string(value), std::to_string(most)});
    told.number = static_cast<float>(value);
    told.maximum = static_cast<float>(most);
    tell(ui, id, box, std::move(told));
    std::optional<int> chosen;
    SemanticAction action;
    if (ui.take_action(id, SemanticAction::Kind::SetNumber, &action))
        chosen = std::clamp(static_cast<int>(std::lround(action.number)), 0, most);

    const Press surface = press_untold(ui, id, box);
    if (!ui.under_dialog) ui.platform.drag_area({box.x, box.y, box.width, box.height});
    const float gap = ui.px(4), width = (box.width - gap * static_cast<float>(most - 1)) / static_cast<float>(most);
    const float mouse = ImGui::GetIO().MousePos.x - box.x;
    // The first third of the first step stands for zero, so that a drag can reach it.
    const int under = mouse < width * 0.34f ? 0 : std::clamp(static_cast<int>(mouse / (width + gap)) + 1, 1, most);
    if (surface.held && under != value) {
        const bool moved = ImGui::IsMouseDragging(ImGuiMouseButton_Left, ui.px(3)) || ImGui::IsItemActivated();
        if (moved) chosen = under;
    }
    if (surface.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    for (int step = 0; step < most; ++step) {
        const float height = ui.px(8);
        const Box cell = {std::round(box.x + static_cast<float>(step) * (width + gap)), std::round(box.middle() - height / 2),
                          std::round(width), height};
        const bool lit = step < value, ghost = surface.hovered && step < under;
        fill(ui, cell, lit ? colour : ghost ? mixed(ui.ink().line_strong, colour, 0.35f) : ui.ink().line, 4);
    }
    if (ui.focused == id) {
        draw_focus_ring(ui, box);
        if (ImGui::IsKeyPressed(ImGuiKey_RightArrow) && value < most) chosen = value + 1;
        if (ImGui::IsKeyPressed(ImGuiKey_LeftArrow) && value > 0) chosen = value - 1;
    }
    if (chosen && *chosen == value) chosen.reset();
    return chosen;
}

FieldAnswer text_field(Ui& ui, UiId id, const Box& box, std::string_view label, FieldState& state, const FieldLook& look) {
    FieldAnswer answer;
    if (ui.under_dialog) {
        state.editing = false;
    } else {
        tell(ui, id, box, {.role = Role::TextField, .name = std::string(label), .value = state.text});
    }
    SemanticAction action;
    if (ui.take_action(id, SemanticAction::Kind::SetText, &action) && action.text != state.text) {
        state.text = action.text;
        answer.changed = true;
    }
    for (auto event = ui.field_events.begin(); event != ui.field_events.end();) {
        if (event->id != id) {
            ++event;
            continue;
        }
        if (event->kind != TextFieldEvent::Kind::Left && event->text != state.text &&
            event->kind != TextFieldEvent::Kind::Cancelled) {
            state.text = event->text;
            answer.changed = true;
        }
        if (event->kind == TextFieldEvent::Kind::Committed) answer.committed = true;
        if (event->kind == TextFieldEvent::Kind::Cancelled) answer.cancelled = true;
        if (event->kind != TextFieldEvent::Kind::Changed) {
            if (state.editing) ui.platform.end_field();
            state.editing = false;
            answer.left = true;
        }
        event = ui.field_events.erase(event);
    }
    const Press surface = press_untold(ui, id, box);
    if (surface.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
    const bool asked = ui.take_action(id, SemanticAction::Kind::Activate) || ui.take_action(id, SemanticAction::Kind::Focus);
    state.frames_told = ui.under_dialog ? 0 : std::min(state.frames_told + 1, 3);
    const bool told_before = state.frames_told >= 3;
    if (surface.clicked || asked || (state.wanted && told_before)) {
        state.editing = true;
        state.wanted = false;
    }
    if (state.wanted) ui.draw_again_in(0);

    fill(ui, box, ui.look.scheme == Theme::Dark ? ui.ink().ground : ui.ink().ground, radius::control);
    outline(ui, box, state.editing ? ui.ink().accent : surface.hovered ? ui.ink().line_strong : ui.ink().line, radius::control);
    float left = box.x + ui.px(12);
    if (look.icon != nullptr) {
        draw_icon(ui, left + ui.px(8), box.middle(), look.icon, 15, ui.ink().faint);
        left += ui.px(24);
    }
    float right = box.right() - ui.px(10);
    if (!look.key.empty() && !state.editing) {
        right -= keycap_width(ui, look.key);
        draw_keycap(ui, right, box.middle(), look.key);
        right -= ui.px(8);
    }
    const float above = look.multiline ? ui.px(8) : 0;
    const Box words = look.padding > 0 ? box.inset(look.padding) : Box{left, box.y + above, right - left, box.height - 2 * above};
    if (state.editing) {
        TextFieldSpec spec;
        spec.id = id;
        spec.rect = {words.x, words.y, words.width, words.height};
        spec.label = label;
        spec.placeholder = look.placeholder;
        // Below 16 CSS pixels a phone would zoom in.
        spec.font_px = (ui.look.touch ? 16 : type::body) * ui.look.scale;
        spec.multiline = look.multiline;
        spec.search = look.search;
        spec.line_height = look.line_height;
        if (look.marks != nullptr) spec.marks = *look.marks;
        if (state.select) {
            spec.selects = true;
            spec.select_begin = state.select->first;
            spec.select_end = state.select->second;
            state.select.reset();
        }
        const Rgba words_ink = ui.ink().text;
        spec.text_rgb = static_cast<std::uint32_t>(words_ink.r << 16 | words_ink.g << 8 | words_ink.b);
        ui.platform.edit_field(spec, state.text);
    } else if (look.multiline) {
        const Clip clip(box);
        if (look.drawn_by_caller && !state.text.empty()) return answer;
        const bool empty = state.text.empty();
        draw_paragraph(ui, words.x, words.y, words.width, empty ? look.placeholder : std::string_view(state.text), {.size = type::body, .ink = empty ? ui.ink().muted : ui.ink().text});
    } else if (state.text.empty()) {
        draw_text(ui, left, box.middle(), look.placeholder, {.size = type::body, .ink = ui.ink().muted}, words.width);
    } else {
        draw_text(ui, left, box.middle(), state.text, {.size = type::body, .ink = ui.ink().text}, words.width);
    }
    return answer;
}

}  // namespace discern
