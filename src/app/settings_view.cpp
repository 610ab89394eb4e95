// Settings: how Discern looks and speaks, the user's data (in, out, how much there is, gone), and what it promises.
#include "app/app_state.hpp"
#include "app/settings_limits.hpp"

#include <icons.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

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
    return y + ui.px(30);
}

// Name and explanation at the left, what sets it at the right (below, where it is narrow). Returns the height below.
float line(SettingsScene& scene, float y, std::string_view key, const std::string& more, float control_width, bool wide_control,
           const std::function<void(const Box&)>& draw_control, int rows = 1) {
    Ui& ui = scene.ui;
    const Box& column = scene.column;
    const std::string name = ui.text(key);
    const float least = std::max(ui.px(more.empty() ? 0 : 180), text_width(ui, name, {.size = type::body, .weight = Weight::Semibold, .ink = {}}));
    const bool below = column.width - control_width - ui.px(24) < least || column.width < ui.px(wide_control ? 0 : 460);
    const float target = ui.px(ui.look.touch ? 44 : 36) * static_cast<float>(rows) + ui.px(6) * static_cast<float>(rows - 1);
    const float room = below ? column.width : column.width - control_width - ui.px(24);
    const Pen quiet = {.size = type::small, .ink = ui.ink().muted};
    const float more_height = more.empty() ? 0 : paragraph_height(ui, room, more, quiet);
    const float text_height = ui.px(20) + more_height, inner = below ? text_height + ui.px(10) + target : std::max(text_height, target);
    const float height = ui.px(13) + inner + ui.px(13), top = y + ui.px(13) + (below ? 0 : (inner - text_height) / 2);
    draw_text(ui, column.x, top + ui.px(10), name, {.size = type::body, .weight = Weight::Semibold, .ink = ui.ink().text}, room);
    if (!more.empty()) draw_paragraph(ui, column.x, top + ui.px(21), room, more, quiet);
    tell_text(ui, ui_id(key), {column.x, y, room, height}, more.empty() ? name : ui.strings.text("settings.told", {name, more}));
    const float width = below && wide_control ? column.width : std::min(control_width, column.width);
    draw_control(below ? Box{column.x, y + height - ui.px(13) - target, width, target}
                       : Box{column.right() - width, std::round(y + (height - target) / 2), width, target});
    line_across(ui, column.x, y + height - ui.look.hairline(), column.width, ui.ink().line);
    return y + height;
}

float deed_line(SettingsScene& scene, float y, std::string_view key, std::string_view button_key, const char* icon_text, Deed deed,
                ButtonKind kind = ButtonKind::Quiet) {
    const std::string label = scene.ui.text(button_key);
    // Several say the same word ("Show"): the mirror says of what.
    const std::string told = scene.ui.strings.text("text.labelled", {label, scene.ui.text(key)});
    const ButtonLook look = {.kind = kind, .icon = icon_text, .text_size = type::small, .told_name = told};
    return line(scene, y, key, scene.ui.text(std::string(key) + "_more"), button_width(scene.ui, label, look), false, [&](const Box& box) {
        if (button(scene.ui, ui_id(button_key, ui_id(key)), box, label, look)) scene.choices.deed(deed);
    });
}

struct Option {
    std::string label;
    const char* icon = nullptr;
};

// A line whose control is a row of choices; returns the chosen one through `chosen`.
float choice_line(SettingsScene& scene, float y, std::string_view key, const std::vector<Option>& options, std::size_t& chosen) {
    Ui& ui = scene.ui;
    const std::string more_key = std::string(key) + "_more";
    float widest = 0;
    for (const Option& option : options)
        widest = std::max(widest, text_width(ui, option.label, {.size = type::small, .weight = Weight::Semibold, .ink = {}}) + ui.px(option.icon != nullptr ? 48 : 26));
    const float gap = ui.px(6), count = static_cast<float>(options.size()), total = widest * count + gap * (count - 1);
    // Where one row is too narrow for the words, they stand in two.
    const int rows = total > scene.column.width ? 2 : 1;
    const std::size_t columns = (options.size() + static_cast<std::size_t>(rows) - 1) / static_cast<std::size_t>(rows);
    return line(scene, y, key, ui.strings.has(more_key) ? ui.text(more_key) : std::string(), total, true, [&](const Box& box) {
        const TellGroup group(ui, ui_id("choices", ui_id(key)), box, {.role = Role::RadioGroup, .name = ui.text(key)});
        const float pitch = (box.width + gap) / static_cast<float>(columns);
        const float height = (box.height - gap * static_cast<float>(rows - 1)) / static_cast<float>(rows);
        for (std::size_t place = 0; place < options.size(); ++place) {
            const auto column = static_cast<float>(place % columns);
            const float from = std::round(box.x + column * pitch), to = std::round(box.x + (column + 1) * pitch - gap);
            const Box cell = {from, box.y + static_cast<float>(place / columns) * (height + gap), to - from, height};
            if (choice(ui, ui_id(place, ui_id(key)), cell, options[place].label, options[place].icon, chosen == place)) chosen = place;
        }
    }, rows);
}

template <class Value>
float enum_line(SettingsScene& scene, float y, std::string_view key, const std::vector<Option>& options, Value& value) {
    auto chosen = static_cast<std::size_t>(value);
    y = choice_line(scene, y, key, options, chosen);
    value = static_cast<Value>(chosen);
    return y;
}

float appearance(SettingsScene& scene, Taste& taste, float y) {
    Ui& ui = scene.ui;
    y = title(scene, y, "settings.appearance") - ui.px(6);
    y = enum_line(scene, y, "settings.theme", {{ui.text("settings.theme_system"), icon::sliders_horizontal}, {ui.text("settings.theme_dark"), icon::moon}, {ui.text("settings.theme_light"), icon::sun}}, taste.theme);
    std::vector<Option> sizes;
    std::size_t size = 1;
    for (std::size_t place = 0; place < text_sizes.size(); ++place) {
        sizes.push_back({ui.strings.text("settings.percent", {std::to_string(text_sizes[place])})});
        if (text_sizes[place] == taste.text_percent) size = place;
    }
    y = choice_line(scene, y, "settings.text_size", sizes, size);
    taste.text_percent = text_sizes[size];
    y = enum_line(scene, y, "settings.density", {{ui.text("settings.roomy")}, {ui.text("settings.compact")}}, taste.compact);
    y = enum_line(scene, y, "settings.contrast", {{ui.text("settings.as_system")}, {ui.text("settings.more_contrast")}}, taste.contrast);
    return enum_line(scene, y, "settings.motion", {{ui.text("settings.as_system")}, {ui.text("settings.no_motion")}}, taste.calm) + ui.px(34);
}

float language(SettingsScene& scene, Taste& taste, float y) {
    Ui& ui = scene.ui;
    y = title(scene, y, "settings.language") - ui.px(6);
    std::vector<Option> options = {{ui.text("settings.language_browser")}};
    std::size_t chosen = 0;
    for (std::size_t place = 0; place < spoken_languages.size(); ++place) {
        options.push_back({std::string(spoken_languages[place].name)});
        if (taste.language == spoken_languages[place].code) chosen = place + 1;
    }
    y = choice_line(scene, y, "settings.speak", options, chosen);
    taste.language = chosen == 0 ? std::string() : std::string(spoken_languages[chosen - 1].code);
    return y + ui.px(34);
}

std::string size_words(const Ui& ui, std::uint64_t bytes) {
    if (bytes < 1'000'000) return ui.strings.text("settings.kilobytes", {grouped((bytes + 999) / 1000)});
    return ui.strings.text("settings.megabytes", {one_decimal(static_cast<double>(bytes) / 1e6)});
}

// What stands in this browser's storage, and how large it is.
float storage(SettingsScene& scene, const Workspace& workspace, const KeptSizes& kept, float y) {
    Ui& ui = scene.ui;
    const Document& document = workspace.document();
    struct Part {
        std::string_view key;
        std::string words;
        std::uint64_t bytes;
    };
    const auto both = [&](const char* one, std::size_t count, const char* other, std::size_t other_count) {
        return ui.strings.list(std::array{ui.strings.counted(one, count), ui.strings.counted(other, other_count)});
    };
    const std::array<Part, 2> parts = {{{"settings.kept_book", both("settings.people", document.book.people.size(), "settings.invitations", document.book.invitations.size()), kept.book},
                                        {"settings.kept_state", both("settings.decisions", document.decisions.size(), "settings.goal_sets", document.lenses.size()), kept.state}}};
    y = title(scene, y, "settings.storage") - ui.px(6);
    for (const Part& part : parts) {
        const std::string size = part.bytes == 0 ? ui.text("settings.not_kept") : size_words(ui, part.bytes);
        const float width = text_width(ui, size, {.size = type::small, .ink = {}});
        y = line(scene, y, part.key, part.words, width, false, [&](const Box& box) {
            draw_text(ui, box.x, box.middle(), size, {.size = type::small, .ink = ui.ink().text});
            tell_text(ui, ui_id("size", ui_id(part.key)), box, size);
        });
    }
    return deed_line(scene, y, "settings.erase", "settings.erase_button", icon::trash_2, Deed::EraseEverything, ButtonKind::Danger) + ui.px(34);
}

float words(SettingsScene& scene, float y, std::string_view key, float size, Rgba ink) {
    Ui& ui = scene.ui;
    const std::string text = ui.text(key);
    const float height = draw_paragraph(ui, scene.column.x, y, scene.column.width, text, {.size = size, .ink = ink});
    tell_text(ui, ui_id(key), {scene.column.x, y, scene.column.width, height}, text);
    return y + height;
}

}  // namespace

void draw_settings(Ui& ui, const Workspace& workspace, SettingsState& state, Box area, Choices& choices) {
    const UiId id = ui_id("settings");
    const TellGroup group(ui, id, area, {.role = Role::Group, .name = ui.text("settings.title")});
    ScrollArea scroll(ui, id, state.scroll, area);
    const bool phone = ui.layout == Layout::Phone;
    const float side = ui.px(phone ? 16 : 40), width = std::min(area.width - 2 * side, ui.px(720));
    SettingsScene scene{ui, choices, {std::round(area.centre() - width / 2), area.y, width, area.height}};
    const Box& column = scene.column;
    float y = scroll.top() + ui.px(phone ? 16 : 28);
    const std::string name = ui.text("settings.title");
    tell_heading(ui, ui_id("settings.title"), {column.x, y, column.width, ui.px(30)}, name, 2);
    draw_text(ui, column.x, y + ui.px(14), name, {.size = type::name, .weight = Weight::Semibold, .ink = ui.ink().text, .tracking = -0.018f});
    y += ui.px(50);
    y = appearance(scene, state.taste, y);
    y = language(scene, state.taste, y);

    y = title(scene, y, "settings.data") - ui.px(6);
    y = deed_line(scene, y, workspace.document().sample ? "settings.import_first" : "settings.import", "settings.import_button", icon::upload, Deed::PickFiles);
    y = deed_line(scene, y, "settings.archive_help", "settings.archive_help_button", icon::info, Deed::ShowArchiveHelp);
    y = deed_line(scene, y, "settings.sheet", "settings.sheet_button", icon::list_checks, Deed::WorkSheet);
    y = deed_line(scene, y, "settings.save", "settings.save_button", icon::download, Deed::SaveFile);
    y = deed_line(scene, y, "settings.open", "settings.open_button", icon::folder_open, Deed::PickFiles) + ui.px(34);
    y = storage(scene, workspace, state.kept, y);
    y = draw_limits(ui, workspace, state.limits, scene.column, y, choices);

    y = title(scene, y, "settings.privacy");
    y = words(scene, y, "settings.promise", type::body, ui.ink().muted) + ui.px(14);
    y = words(scene, y, "settings.advice", type::body, ui.ink().muted) + ui.px(34);
    y = title(scene, y, "settings.about") - ui.px(6);
    y = deed_line(scene, y, "settings.keys", "settings.keys_button", icon::keyboard, Deed::KeySheet);
    y = deed_line(scene, y, "settings.licences", "settings.licences_button", icon::file_text, Deed::ShowLicences);
    scroll.ends_at(y + ui.px(40));
}

}  // namespace discern
