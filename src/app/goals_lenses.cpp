// Lenses: saved sets of goals to switch between. What a switch changes shows beside, like any other change of goals.
#include "app/goals_parts.hpp"

#include <icons.hpp>

#include <algorithm>

namespace discern {
namespace {

std::string lens_name(const Ui& ui, const Lens& lens) { return lens.name.empty() ? ui.text("nav.your_goals") : lens.name; }

bool draw_lens_chip(Ui& ui, UiId id, const Box& box, const std::string& name, bool active) {
    const Press pressed = press(ui, id, box, {.role = Role::Tab, .name = name, .selected = active});
    fill(ui, box, active ? ui.ink().selection : pressed.hovered ? ui.ink().hover : ui.ink().card, radius::control);
    outline(ui, box, active ? ui.ink().accent : ui.ink().line, radius::control);
    draw_text(ui, box.x + ui.px(12), box.middle(), name,
              {.size = type::small, .weight = active ? Weight::Semibold : Weight::Regular, .ink = active ? ui.ink().text : ui.ink().muted}, box.width - ui.px(20));
    if (pressed.focused) draw_focus_ring(ui, box);
    return pressed.clicked && !active;
}

// The active lens's name as a field, and its bin.
float draw_name(GoalsScene& scene, const Lens& lens, float y) {
    Ui& ui = scene.ui;
    const Box& column = scene.column;
    const float height = ui.px(ui.look.touch ? 44 : 34);
    FieldState& field = scene.state.lens_name;
    if (!field.editing) field.text = lens.name;
    const Box box = {column.x, y, std::min(ui.px(300), column.width - height - ui.px(8)), height};
    const std::string label = ui.text("goals.lens_name");
    const FieldAnswer answer = text_field(ui, ui_id("lens.name"), box, label, field, {.placeholder = label, .icon = icon::pencil});
    if (answer.left && !answer.cancelled && field.text != lens.name) scene.choices.command(RenameLensCommand{lens.id, field.text});
    if (scene.workspace.document().lenses.size() > 1 &&
        icon_button(ui, ui_id("lens.remove"), {box.right() + ui.px(8), y, height, height}, icon::trash_2, ui.strings.text("goals.remove_lens", {lens_name(ui, lens)})))
        scene.choices.command(RemoveLensCommand{lens.id});
    return y + height;
}

}  // namespace

float draw_lenses(GoalsScene& scene, float y) {
    Ui& ui = scene.ui;
    const Document& document = scene.workspace.document();
    const Box& column = scene.column;
    const float height = ui.px(ui.look.touch ? 44 : 34), gap = ui.px(8);
    float x = column.x;
    const auto room_for = [&](float width) {
        if (x + width > column.right() && x > column.x) {
            x = column.x;
            y += height + gap;
        }
    };
    {
        const TellGroup group(ui, ui_id("lenses"), {column.x, y, column.width, height}, {.role = Role::TabList, .name = ui.text("goals.lenses")});
        for (const Lens& lens : document.lenses) {
            const std::string name = lens_name(ui, lens);
            const float width = std::min(ui.px(220), text_width(ui, name, {.size = type::small, .weight = Weight::Semibold, .ink = {}}) + ui.px(24));
            room_for(width);
            if (draw_lens_chip(ui, ui_id(lens.id, ui_id("lens.chip")), {x, y, width, height}, name, lens.id == document.active_lens))
                scene.choices.command(SwitchLensCommand{lens.id});
            x += width + gap;
        }
    }
    const std::string more = ui.text("goals.new_lens");
    const ButtonLook look = {.kind = ButtonKind::Plain, .icon = icon::plus, .text_size = type::small};
    const float width = button_width(ui, more, look);
    room_for(width);
    if (button(ui, ui_id("lens.new"), {x, y, width, height}, more, look)) {
        scene.choices.command(AddLensCommand{ui.strings.text("goals.lens_number", {std::to_string(document.lenses.size() + 1)}), scene.workspace.goals()});
        scene.state.lens_name.wanted = true;
    }
    if (document.lenses.size() > 1) {
        x += width + gap;
        const std::string compare = ui.text("goals.compare");
        const ButtonLook quiet = {.kind = ButtonKind::Plain, .icon = icon::scan_search, .text_size = type::small};
        const float compare_width = button_width(ui, compare, quiet);
        room_for(compare_width);
        if (x == column.x) x -= ui.px(button_padding);  // at the beginning of a row its sign stands under what is above
        if (button(ui, ui_id("lens.compare"), {x, y, compare_width, height}, compare, quiet)) scene.choices.deed(Deed::CompareLenses);
    }
    y += height + gap;
    const auto active = std::find_if(document.lenses.begin(), document.lenses.end(), [&](const Lens& lens) { return lens.id == document.active_lens; });
    return active == document.lenses.end() ? y : draw_name(scene, *active, y);
}

}  // namespace discern
