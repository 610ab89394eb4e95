// Finding a deed by name (Ctrl+K), and the sheet of all keys (?). Both are made from the table of deeds.
#include "app/app_state.hpp"
#include "text/fold.hpp"

#include <icons.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace discern {
namespace {

constexpr std::size_t most_people = 30, people_from = 2;  // letters typed before people are looked for

// Every word of the query begins a word of the name ("sa fi" finds "Save to file").
bool fits(std::string_view query, std::string_view name) {
    const std::string words = " " + folded(name), wanted = folded(query);
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

void find_people(const Workspace& workspace, const Ui& ui, PaletteState& palette) {
    std::size_t people = 0;
    for (const Lane lane : {Lane::All, Lane::Snoozed, Lane::Decided})
        for (const std::uint32_t row : workspace.rows_in(lane, "from:\"" + palette.query.text + "\"")) {
            if (++people > most_people) return;
            const ReceivedRow& found = workspace.rows()[row];
            const Person& person = workspace.person_of(found);
            const auto decision = workspace.decision_of(found);
            const Action action = decision ? decision->action : workspace.outline_of(found).action;
            palette.found.push_back({person.name, word_of(ui, action), workspace.invitation_of(found).id});
        }
}

void find(const Workspace& workspace, const Ui& ui, PaletteState& palette) {
    if (palette.known && palette.found_for == palette.query.text) return;
    palette.known = true;
    palette.found_for = palette.query.text;
    palette.found.clear();
    palette.chosen = 0;
    for (const Deed deed : palette_deeds())
        if (std::string words = ui.text(words_key(deed)); fits(palette.query.text, words)) palette.found.push_back({std::move(words), {}, deed});
    for (const Lens& lens : workspace.document().lenses) {
        const std::string words = ui.strings.text("palette.lens", {lens.name.empty() ? ui.strings.text("goals.lens_number", {std::to_string(lens.id)}) : lens.name});
        if (lens.id != workspace.document().active_lens && fits(palette.query.text, words)) palette.found.push_back({words, ui.text("palette.lens_more"), lens.id});
    }
    if (palette.query.text.size() >= people_from) find_people(workspace, ui, palette);
}

// All keys of a deed, the first one first.
std::vector<std::string> caps_of(const Ui& ui, Deed deed) {
    std::vector<std::string> caps;
    for (const DeedKey& entry : deed_keys())
        if (entry.deed == deed) caps.push_back(shown_cap(ui, entry.cap));
    return caps;
}

}  // namespace

float draw_key_sheet(Ui& ui, Box box, AppState&, ShellChoices& shell) {
    const float pad = ui.px(28);
    float y = box.y + pad;
    const std::string title = ui.text("keys.title");
    tell_heading(ui, ui_id("keys.title"), {box.x + pad, y, box.width, ui.px(26)}, title, 2);
    draw_text(ui, box.x + pad, y + ui.px(12), title, {.size = 20, .weight = Weight::Semibold, .ink = ui.ink().text, .tracking = -0.015f});
    y += ui.px(40);
    const std::size_t columns = box.width < ui.px(560) ? 1 : box.width < ui.px(860) ? 2 : 3;
    const float gap = ui.px(36), width = (box.width - 2 * pad - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const float line = ui.px(25);
    // Which column a group stands in, so that they end at about the same height.
    constexpr std::array<std::array<std::size_t, 6>, 3> column_of = {{{0, 0, 0, 0, 0, 0}, {0, 0, 0, 1, 1, 1}, {0, 0, 1, 1, 2, 2}}};
    std::array<float, 3> tops = {y, y, y};
    for (std::size_t index = 0; index < key_groups().size(); ++index) {
        const DeedGroup& group = key_groups()[index];
        const std::size_t column = column_of[columns - 1][std::min<std::size_t>(index, 5)];
        const float x = box.x + pad + static_cast<float>(column) * (width + gap);
        float& at = tops[column];
        const std::string name = ui.text(group.title);
        tell_heading(ui, ui_id(group.title), {x, at, width, ui.px(20)}, name, 3);
        draw_text(ui, x, at + ui.px(10), name, {.size = type::caption, .weight = Weight::Semibold, .ink = ui.ink().muted});
        at += ui.px(24);
        for (const Deed deed : group.deeds) {
            const std::string words = ui.text(words_key(deed));
            const std::vector<std::string> caps = caps_of(ui, deed);
            float right = x + width;
            for (auto cap = caps.rbegin(); cap != caps.rend(); ++cap) {
                right -= keycap_width(ui, *cap);
                draw_keycap(ui, right, at + line / 2, *cap);
                right -= ui.px(4);
            }
            draw_text(ui, x, at + line / 2, words, {.size = type::small, .ink = ui.ink().text}, right - x - ui.px(4));
            tell_text(ui, ui_id(words_key(deed), ui_id("sheet")), {x, at, width, line}, ui.strings.text("keys.entry", {words, ui.strings.list(caps)}));
            at += line;
        }
        at += ui.px(12);
    }
    y = std::max({tops[0], tops[1], tops[2]}) + ui.px(6);
    Box foot = {box.x + pad, y, box.width - 2 * pad, ui.look.target()};
    if (draw_foot(ui, ui_id("keys"), foot, {{"dialog.close"}})) shell.close_dialog = true;
    return foot.bottom() + pad - box.y;
}

float draw_palette(Ui& ui, Box box, const Workspace& workspace, AppState& state, ShellChoices& shell) {
    PaletteState& palette = state.palette;
    const float pad = ui.px(12);
    const UiId id = ui_id("palette");
    const Box field = {box.x + pad, box.y + pad, box.width - 2 * pad, ui.px(44)};
    const FieldAnswer answer = text_field(ui, ui_id("query", id), field, ui.text("palette.title"), palette.query, {.placeholder = ui.text("palette.hint"), .icon = icon::search, .search = true});
    if (answer.cancelled) shell.close_dialog = true;
    find(workspace, ui, palette);
    const std::vector<PaletteEntry>& found = palette.found;
    if (ImGui::IsKeyPressed(ImGuiKey_DownArrow) && palette.chosen + 1 < found.size()) ++palette.chosen;
    if (ImGui::IsKeyPressed(ImGuiKey_UpArrow) && palette.chosen > 0) --palette.chosen;
    palette.chosen = std::min(palette.chosen, found.empty() ? 0 : found.size() - 1);
    const PaletteEntry* run = nullptr;
    if ((answer.committed || ImGui::IsKeyPressed(ImGuiKey_Enter)) && !found.empty()) run = &found[palette.chosen];

    float y = field.bottom() + ui.px(8);
    const float height = ui.px(ui.look.touch ? 44 : 36);
    constexpr std::size_t most = 9;
    const std::size_t first = palette.chosen >= most ? palette.chosen - most + 1 : 0;
    const TellGroup list(ui, ui_id("list", id), {box.x, y, box.width, height * most}, {.role = Role::Group, .name = ui.text("palette.list")});
    for (std::size_t place = first; place < std::min(found.size(), first + most); ++place) {
        const PaletteEntry& entry = found[place];
        const Deed* deed = std::get_if<Deed>(&entry.what);
        const bool person = std::holds_alternative<InvitationId>(entry.what);
        const Box row = {box.x + pad, y, box.width - 2 * pad, height};
        const bool chosen = place == palette.chosen;
        Told told = {.role = Role::Button, .name = entry.more.empty() ? entry.words : ui.strings.text("menu.line", {entry.words, entry.more}), .selected = chosen};
        const UiId row_id = deed != nullptr ? ui_id(words_key(*deed), id) : person ? ui_id(std::get<InvitationId>(entry.what).value, ui_id("person", id)) : ui_id(std::get<std::uint32_t>(entry.what), ui_id("lens", id));
        const Press pressed = press(ui, row_id, row, std::move(told));
        if (chosen) fill(ui, row, ui.ink().selection, radius::control);
        else if (pressed.hovered) fill(ui, row, ui.ink().hover, radius::control);
        float left = row.x + ui.px(12), right = row.right() - ui.px(10);
        if (person) {
            draw_avatar(ui, {left, row.middle() - ui.px(12), ui.px(24), ui.px(24)}, entry.words);
            left += ui.px(34);
        }
        if (deed != nullptr) {
            if (const std::string cap = shown_cap(ui, cap_of(*deed)); !cap.empty() && !ui.look.touch) {
                right -= keycap_width(ui, cap);
                draw_keycap(ui, right, row.middle(), cap);
            }
        } else if (!entry.more.empty()) {
            right -= text_width(ui, entry.more, {.size = type::caption, .ink = {}});
            draw_text(ui, right, row.middle(), entry.more, {.size = type::caption, .ink = ui.ink().muted});
        }
        draw_text(ui, left, row.middle(), entry.words, {.size = type::body, .ink = ui.ink().text}, right - left - ui.px(10));
        if (pressed.focused) draw_focus_ring(ui, row);
        if (pressed.clicked) run = &entry;
        y += height;
    }
    if (found.empty()) {
        const std::string words = ui.text("palette.nothing");
        draw_text(ui, box.x + ui.px(24), y + ui.px(18), words, {.size = type::body, .ink = ui.ink().muted});
        tell_text(ui, ui_id("nothing", id), {box.x, y, box.width, ui.px(36)}, words);
    }
    if (run != nullptr) {
        shell.close_dialog = true;
        if (const Deed* deed = std::get_if<Deed>(&run->what)) shell.choices.deed(*deed);
        else if (const auto* lens = std::get_if<std::uint32_t>(&run->what)) shell.choices.lens = *lens;
        else shell.choices.show_invitation = std::get<InvitationId>(run->what);
    }
    // The list keeps its height while it is filtered, so that nothing jumps.
    return field.bottom() + ui.px(8) + height * static_cast<float>(most) + pad - box.y;
}

}  // namespace discern
