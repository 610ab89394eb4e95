// What Discern is made of, and under which terms.
#include "app/app_state.hpp"

#include <array>

namespace discern {
namespace {

struct Part {
    std::string_view name, licence, what;  // `what` is a strings key
};
// The texts themselves lie beside the page, in licenses/ (scripts/site.py puts them there).
constexpr std::array<Part, 8> parts = {{{"Dear ImGui", "MIT", "licences.drawing"},
                                        {"Inter", "OFL 1.1", "licences.letters"},
                                        {"Lucide", "ISC", "licences.icons"},
                                        {"JSON for Modern C++", "MIT", "licences.files"},
                                        {"zlib", "zlib", "licences.archives"},
                                        {"utf8proc", "MIT", "licences.scripts"},
                                        {"RapidFuzz", "MIT", "licences.names"},
                                        {"{fmt}", "MIT", "licences.text"}}};
constexpr float pad = 28;

}  // namespace

float draw_licences(Ui& ui, Box box, AppState&, ShellChoices& shell) {
    const float left = box.x + ui.px(pad), room = box.width - ui.px(2 * pad);
    float y = box.y + ui.px(pad);
    const std::string title = ui.text("licences.title"), lead = ui.text("licences.lead");
    tell_heading(ui, ui_id("licences.title"), {left, y, room, ui.px(26)}, title, 2);
    draw_text(ui, left, y + ui.px(12), title, {.size = 20, .weight = Weight::Semibold, .ink = ui.ink().text, .tracking = -0.015f}, room);
    y += ui.px(34);
    tell_text(ui, ui_id("licences.lead"), {left, y, room, ui.px(40)}, lead);
    y += draw_paragraph(ui, left, y, room, lead, {.size = type::small, .ink = ui.ink().muted}) + ui.px(12);
    for (const Part& part : parts) {
        const std::string what = ui.text(part.what);
        const Box row = {left, y, room, ui.px(34)};
        const float name = draw_text(ui, left, row.middle(), part.name, {.size = type::body, .weight = Weight::Semibold, .ink = ui.ink().text});
        const Pen quiet = {.size = type::small, .ink = ui.ink().muted};
        const float licence = text_width(ui, part.licence, quiet);
        draw_text(ui, left + name + ui.px(12), row.middle(), what, quiet, room - name - licence - ui.px(36));
        draw_text_right(ui, row.right(), row.middle(), part.licence, quiet);
        line_across(ui, left, row.bottom() - ui.look.hairline(), room, ui.ink().line);
        tell_text(ui, ui_id(part.name, ui_id("licences")), row, ui.strings.text("licences.told", {std::string(part.name), what, std::string(part.licence)}));
        y += row.height;
    }
    y += ui.px(20);
    Box foot = {left, y, room, ui.look.target()};
    if (draw_foot(ui, ui_id("licences"), foot, {{"dialog.close"}})) shell.close_dialog = true;
    return foot.bottom() + ui.px(pad) - box.y;
}

}  // namespace discern
