// Finding a deed by name (Ctrl+K), and the sheet of all keys (?). Both are made from the table of deeds.
#include "app/app_state.hpp"

#include <icons.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

namespace discern {
namespace {

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& letter : result) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return result;
}

// Every word of the query begins a word of the name ("sa fi" finds "Save to file").
bool fits(std::string_view query, std::string_view name) {
    const std::string words = " " + lower(name), wanted = lower(query);
    for (std::size_t from = 0; from < wanted.size();) {
        if (wanted[from] == ' ') {
            ++from;
            continue;
        }
        const std::size_t to = std::min(wanted.find(' ', from), wanted.size());
        if (words.find(" " + wanted.substr(from, to - from)) == std::string::npos) return false;
        from = to;
    }
    return true;
}

struct KeyGroup {
    std::string_view title;
    std::vector<Deed> deeds;
};

const std::array<KeyGroup, 3>& key_groups() {
    static const std::array<KeyGroup, 3> groups = {{
        {"keys.decide", {Deed::Accept, Deed::Ask, Deed::Ignore, Deed::Report, Deed::Follow, Deed::Snooze, Deed::Undo, Deed::Redo}},
        {"keys.look", {Deed::AnswerYes, Deed::AnswerNo, Deed::AnswerOnce, Deed::FavorTest, Deed::Evidence, Deed::Flip, Deed::Tick}},
        {"keys.move", {Deed::Next, Deed::Previous, Deed::NextLane, Deed::PreviousLane, Deed::First, Deed::Last, Deed::Filter, Deed::Palette, Deed::SaveFile, Deed::PickFiles, Deed::Back}},
    }};
    return groups;
}

}  // namespace

float draw_key_sheet(Ui& ui, Box box, AppState&, ShellChoices& shell) {
    const float pad = ui.px(28);
    float y = box.y + pad;
    const std::string title = ui.text("keys.title");
    tell_heading(ui, ui_id("keys.title"), {box.x + pad, y, box.width, ui.px(26)}, title, 2);
    draw_text(ui, box.x + pad, y + ui.px(12), title, {.size = 20, .weight = Weight::Semibold, .ink = ui.ink().text, .tracking = -0.015f});
    y += ui.px(40);
    const bool narrow = box.width < ui.px(560);
    const std::size_t columns = narrow ? 1 : 2;
    const float gap = ui.px(32), width = (box.width - 2 * pad - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    std::array<float, 2> tops = {y, y};
    for (std::size_t index = 0; index < key_groups().size(); ++index) {
        const KeyGroup& group = key_groups()[index];
        const std::size_t column = narrow ? 0 : index == 2 ? 1 : 0;
        const float x = box.x + pad + static_cast<float>(column) * (width + gap);
        float& at = tops[column];
        const std::string name = ui.text(group.title);
        tell_heading(ui, ui_id(group.title), {x, at, width, ui.px(20)}, name, 3);
        draw_text(ui, x, at + ui.px(10), name, {.size = type::caption, .weight = Weight::Semibold, .ink = ui.ink().muted});
        at += ui.px(26);
        for (const Deed deed : group.deeds) {
            const std::string words = ui.text(words_key(deed)), cap(cap_of(deed));
            const float key = keycap_width(ui, cap);
            draw_text(ui, x, at + ui.px(13), words, {.size = type::small, .ink = ui.ink().text}, width - key - ui.px(8));
            draw_keycap(ui, x + width - key, at + ui.px(13), cap);
            tell_text(ui, ui_id(words_key(deed), ui_id("sheet")), {x, at, width, ui.px(26)}, ui.strings.text("keys.entry", {words, cap}));
            at += ui.px(26);
        }
        at += ui.px(14);
    }
    y = std::max(tops[0], tops[1]) + ui.px(6);
    const Box foot = {box.x + pad, y, box.width - 2 * pad, ui.look.target()};
    if (draw_foot(ui, ui_id("keys"), foot, {{"dialog.close"}})) shell.close_dialog = true;
    return foot.bottom() + pad - box.y;
}

float draw_palette(Ui& ui, Box box, AppState& state, ShellChoices& shell) {
    PaletteState& palette = state.palette;
    const float pad = ui.px(12);
    const UiId id = ui_id("palette");
    const Box field = {box.x + pad, box.y + pad, box.width - 2 * pad, ui.px(44)};
    const std::string before = palette.query.text;
    const FieldAnswer answer = text_field(ui, ui_id("query", id), field, ui.text("palette.title"), palette.query, {.placeholder = ui.text("palette.hint"), .icon = icon::search});
    if (palette.query.text != before) palette.chosen = 0;
    if (answer.cancelled) shell.close_dialog = true;
    std::vector<Deed> found;
    for (const Deed deed : palette_deeds())
        if (fits(palette.query.text, ui.text(words_key(deed)))) found.push_back(deed);
    if (ImGui::IsKeyPressed(ImGuiKey_DownArrow) && palette.chosen + 1 < found.size()) ++palette.chosen;
    if (ImGui::IsKeyPressed(ImGuiKey_UpArrow) && palette.chosen > 0) --palette.chosen;
    palette.chosen = std::min(palette.chosen, found.empty() ? 0 : found.size() - 1);
    std::optional<Deed> run;
    if ((answer.committed || ImGui::IsKeyPressed(ImGuiKey_Enter)) && !found.empty()) run = found[palette.chosen];

    float y = field.bottom() + ui.px(8);
    const float height = ui.px(ui.look.touch ? 44 : 36);
    constexpr std::size_t most = 9;
    const std::size_t first = palette.chosen >= most ? palette.chosen - most + 1 : 0;
    const TellGroup list(ui, ui_id("list", id), {box.x, y, box.width, height * most}, {.role = Role::List, .name = ui.text("palette.list")});
    for (std::size_t place = first; place < std::min(found.size(), first + most); ++place) {
        const Deed deed = found[place];
        const std::string words = ui.text(words_key(deed));
        const Box row = {box.x + pad, y, box.width - 2 * pad, height};
        const bool chosen = place == palette.chosen;
        const Press pressed = press(ui, ui_id(words_key(deed), id), row, {.role = Role::Button, .name = words, .selected = chosen});
        if (chosen) fill(ui, row, ui.ink().selection, radius::control);
        else if (pressed.hovered) fill(ui, row, ui.ink().hover, radius::control);
        draw_text(ui, row.x + ui.px(12), row.middle(), words, {.size = type::body, .ink = ui.ink().text}, row.width - ui.px(100));
        if (const std::string_view cap = cap_of(deed); !cap.empty()) draw_keycap(ui, row.right() - ui.px(10) - keycap_width(ui, cap), row.middle(), cap);
        if (pressed.focused) draw_focus_ring(ui, row);
        if (pressed.clicked) run = deed;
        y += height;
    }
    if (found.empty()) {
        const std::string words = ui.text("palette.nothing");
        draw_text(ui, box.x + ui.px(24), y + ui.px(18), words, {.size = type::body, .ink = ui.ink().muted});
        tell_text(ui, ui_id("nothing", id), {box.x, y, box.width, ui.px(36)}, words);
        y += ui.px(36);
    }
    if (run) {
        shell.close_dialog = true;
        shell.choices.deed(*run);
    }
    // The list keeps its height while it is filtered, so that nothing jumps.
    return field.bottom() + ui.px(8) + height * static_cast<float>(most) + pad - box.y;
}

}  // namespace discern
