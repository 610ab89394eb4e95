// The people whom both know, by name: each counts by how well the user knows them, and not at all when they accept everyone.
#include "app/receipt_parts.hpp"

#include "workspace/change.hpp"

#include <algorithm>
#include <cmath>

namespace discern {
namespace {

constexpr std::size_t named_at_most = 6;

void draw_mutual(ReceiptScene& scene, PersonId id, const Box& row) {
    Ui& ui = scene.ui;
    const Person& mutual = scene.workspace.document().book.at(id);
    const Fact* marked = answer_of(mutual, FactCode::open_networker_stated);
    const bool accepts_everyone = marked != nullptr && marked->amount > 0;
    draw_avatar(ui, {row.x, row.middle() - ui.px(12), ui.px(24), ui.px(24)}, mutual.name);
    const std::string words = ui.text("mutual.accepts_everyone");
    const float control = text_width(ui, words, {.size = type::small, .ink = {}}) + ui.px(52);
    const Box box = {row.right() - control, row.y, control, row.height};
    const Rgba ink = accepts_everyone ? ui.ink().faint : ui.ink().text;
    const float used = draw_text(ui, row.x + ui.px(34), row.middle(), mutual.name, {.size = type::body, .ink = ink}, box.x - ui.px(12) - row.x - ui.px(34));
    if (accepts_everyone) line_across(ui, row.x + ui.px(34), std::round(row.middle()), used, ink);
    const Press pressed = press(ui, ui_id(id.index, ui_id("mutual")), box,
                                {.role = Role::Checkbox, .name = ui.strings.text("mutual.told", {mutual.name}), .checked = accepts_everyone});
    const float width = ui.px(28), height = ui.px(16);
    const Box track = {box.right() - width, std::round(box.middle() - height / 2), width, height};
    draw_text_right(ui, track.x - ui.px(8), box.middle(), words, {.size = type::small, .ink = pressed.hovered ? ui.ink().text : ui.ink().muted});
    fill(ui, track, accepts_everyone ? ui.ink().accent : ui.ink().line_strong, 8);
    ui.draw().AddCircleFilled({accepts_everyone ? track.right() - ui.px(8) : track.x + ui.px(8), track.middle()}, ui.px(6),
                              packed(accepts_everyone ? ui.ink().on_accent : ui.ink().pane), 0);
    if (pressed.focused) draw_focus_ring(ui, box);
    if (!pressed.clicked) return;
    if (accepts_everyone) scene.choices.command(ClearAnswerCommand{id, FactCode::open_networker_stated});
    else scene.choices.command(answer_command(id, FactCode::open_networker_stated, 1.0));
}

}  // namespace

float draw_mutuals(ReceiptScene& scene, float y) {
    Ui& ui = scene.ui;
    const Mutuals& mutuals = scene.listed.person->mutuals;
    if (mutuals.named.empty()) return y;
    const Box& column = scene.column;
    const std::string title = ui.text("mutual.title");
    tell_heading(ui, ui_id("receipt.mutuals"), {column.x, y, column.width, ui.px(20)}, title, 3);
    draw_text(ui, column.x, y + ui.px(9), title, {.size = type::small, .weight = Weight::Semibold, .ink = ui.ink().muted});
    y += ui.px(24);
    const float height = ui.px(ui.look.touch ? 44 : 34);
    const std::size_t shown = std::min(mutuals.named.size(), named_at_most);
    for (std::size_t place = 0; place < shown; ++place, y += height) draw_mutual(scene, mutuals.named[place], {column.x, y, column.width, height});
    const std::size_t all = std::max<std::size_t>(mutuals.named.size(), mutuals.count.value_or(0));
    if (all > shown) {
        const std::string more = ui.strings.counted("mutual.more", all - shown);
        draw_text(ui, column.x + ui.px(34), y + ui.px(12), more, {.size = type::small, .ink = ui.ink().muted});
        tell_text(ui, ui_id("mutual.more"), {column.x, y, column.width, ui.px(24)}, more);
        y += ui.px(26);
    }
    return y + ui.px(14);
}

}  // namespace discern
