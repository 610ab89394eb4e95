// Settings: appearance, the user's data (in, out, gone), and what Discern promises about it.
#include "app/app_state.hpp"

#include <icons.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace discern {
namespace {

struct SettingsScene {
    Ui& ui;
    Choices& choices;
    Box column;
};

float title(SettingsScene& scene, float y, std::string_view key) {
    Ui& ui = scene.ui;
    const std::string words = ui.text(key);
    tell_heading(ui, ui_id(key), {scene.column.x, y, scene.column.width, ui.px(24)}, words, 3);
    draw_text(ui, scene.column.x, y + ui.px(12), words, {.size = type::card, .weight = Weight::Semibold, .ink = ui.ink().text, .tracking = -0.01f});
    return y + ui.px(32);
}

// A line of the list: what it is, what it does, and its button at the right (below, where it is narrow).
float line(SettingsScene& scene, float y, std::string_view key, std::string_view button_key, const char* icon_text, Deed deed,
           ButtonKind kind = ButtonKind::Quiet) {
    Ui& ui = scene.ui;
    const Box& column = scene.column;
    const bool narrow = column.width < ui.px(460);
    const std::string name = ui.text(key), more = ui.text(std::string(key) + "_more"), label = ui.text(button_key);
    const ButtonLook look = {.kind = kind, .icon = icon_text, .text_size = type::small};
    const float width = button_width(ui, label, look), target = ui.look.target();
    const float room = narrow ? column.width : column.width - width - ui.px(24);
    const Pen quiet = {.size = type::small, .ink = ui.ink().muted};
    const float more_height = paragraph_height(ui, room, more, quiet);
    const float height = ui.px(14) + ui.px(20) + more_height + ui.px(14) + (narrow ? target + ui.px(10) : 0);
    draw_text(ui, column.x, y + ui.px(24), name, {.size = type::body, .weight = Weight::Semibold, .ink = ui.ink().text}, room);
    draw_paragraph(ui, column.x, y + ui.px(35), room, more, quiet);
    tell_text(ui, ui_id(key), {column.x, y, room, height}, name + ". " + more);
    const Box box = narrow ? Box{column.x, y + height - target - ui.px(12), width, target}
                           : Box{column.right() - width, std::round(y + (height - target) / 2), width, target};
    if (button(ui, ui_id(button_key, ui_id(key)), box, label, look)) scene.choices.deed(deed);
    line_across(ui, column.x, y + height - ui.look.hairline(), column.width, ui.ink().line);
    return y + height;
}

float appearance(SettingsScene& scene, SettingsState& state, float y) {
    Ui& ui = scene.ui;
    y = title(scene, y, "settings.appearance");
    constexpr std::array<std::string_view, 3> keys = {"settings.theme_system", "settings.theme_dark", "settings.theme_light"};
    constexpr std::array<const char*, 3> icons = {icon::sliders_horizontal, icon::moon, icon::sun};
    const float gap = ui.px(8), width = std::min(ui.px(150), std::floor((scene.column.width - 2 * gap) / 3)), height = ui.px(44);
    float x = scene.column.x;
    const TellGroup group(ui, ui_id("theme"), {x, y, scene.column.width, height}, {.role = Role::Group, .name = ui.text("settings.theme")});
    for (std::size_t index = 0; index < keys.size(); ++index) {
        const Box box = {x, y, width, height};
        const bool chosen = static_cast<std::size_t>(state.theme) == index;
        const std::string label = ui.text(keys[index]);
        const Press pressed = press(ui, ui_id(keys[index]), box, {.role = Role::Checkbox, .name = label, .checked = chosen});
        fill(ui, box, chosen ? ui.ink().selection : pressed.hovered ? ui.ink().hover : ui.ink().card, radius::control);
        outline(ui, box, chosen ? ui.ink().accent : ui.ink().line, radius::control);
        const float words = text_width(ui, label, {.size = type::small, .ink = {}});
        const float from = box.centre() - (words + ui.px(24)) / 2;
        draw_icon(ui, from + ui.px(8), box.middle(), icons[index], 16, chosen ? ui.ink().accent : ui.ink().muted);
        draw_text(ui, from + ui.px(24), box.middle(), label, {.size = type::small, .ink = ui.ink().text});
        if (pressed.focused) draw_focus_ring(ui, box);
        if (pressed.clicked) state.theme = static_cast<ThemeChoice>(index);
        x += width + gap;
    }
    return y + height + ui.px(32);
}

}  // namespace

void draw_settings(Ui& ui, const Workspace& workspace, SettingsState& state, Box area, Choices& choices) {
    const UiId id = ui_id("settings");
    const TellGroup group(ui, id, area, {.role = Role::Group, .name = ui.text("settings.title")});
    ScrollArea scroll(ui, id, state.scroll, area);
    const bool phone = ui.layout == Layout::Phone;
    const float side = ui.px(phone ? 16 : 40), width = std::min(area.width - 2 * side, ui.px(680));
    SettingsScene scene{ui, choices, {std::round(area.centre() - width / 2), area.y, width, area.height}};
    const Box& column = scene.column;
    float y = scroll.top() + ui.px(phone ? 16 : 28);
    const std::string name = ui.text("settings.title");
    tell_heading(ui, ui_id("settings.title"), {column.x, y, column.width, ui.px(30)}, name, 2);
    draw_text(ui, column.x, y + ui.px(14), name, {.size = type::name, .weight = Weight::Semibold, .ink = ui.ink().text, .tracking = -0.018f});
    y += ui.px(52);
    y = appearance(scene, state, y);

    y = title(scene, y, "settings.data") - ui.px(8);
    y = line(scene, y, workspace.document().sample ? "settings.import_first" : "settings.import", "settings.import_button", icon::upload, Deed::PickFiles);
    y = line(scene, y, "settings.archive_help", "settings.archive_help_button", icon::info, Deed::ShowArchiveHelp);
    y = line(scene, y, "settings.save", "settings.save_button", icon::download, Deed::SaveFile);
    y = line(scene, y, "settings.open", "settings.open_button", icon::folder_open, Deed::PickFiles);
    y = line(scene, y, "settings.erase", "settings.erase_button", icon::trash_2, Deed::EraseEverything, ButtonKind::Danger) + ui.px(32);

    y = title(scene, y, "settings.privacy");
    const std::string promise = ui.text("settings.promise");
    tell_text(ui, ui_id("settings.promise"), {column.x, y, column.width, ui.px(60)}, promise);
    y += draw_paragraph(ui, column.x, y, column.width, promise, {.size = type::body, .ink = ui.ink().muted}) + ui.px(20);
    const std::string advice = ui.text("settings.advice");
    tell_text(ui, ui_id("settings.advice"), {column.x, y, column.width, ui.px(60)}, advice);
    y += draw_paragraph(ui, column.x, y, column.width, advice, {.size = type::small, .ink = ui.ink().muted});
    scroll.ends_at(y + ui.px(40));
}

}  // namespace discern
