#include "app/lens_comparison_view.hpp"

#include "app/charts.hpp"
#include "app/views.hpp"
#include "base/sorted.hpp"
#include "judgement/receipt.hpp"
#include "workspace/change.hpp"

#include <icons.hpp>

#include <algorithm>
#include <cmath>

namespace discern {
namespace {

constexpr float pad = 24;

std::string name_of_lens(const Ui& ui, const Lens& lens) { return lens.name.empty() ? ui.text("nav.your_goals") : lens.name; }

void refresh(const Workspace& workspace, CompareState& state) {
    if (state.generation == workspace.generation() && state.made_for == state.other) return;
    state.generation = workspace.generation();
    state.made_for = state.other;
    const Lens* lens = lens_of(workspace.document(), state.other);
    state.comparison = lens == nullptr ? LensComparison{} : compare_with(workspace, lens->goals);
}

void draw_other_lenses(Ui& ui, const Workspace& workspace, CompareState& state, const Box& strip) {
    const Document& document = workspace.document();
    const TellGroup group(ui, ui_id("compare.lenses"), strip, {.role = Role::TabList, .name = ui.text("compare.with")});
    const std::string with = ui.text("compare.with");
    float x = strip.x + draw_text(ui, strip.x, strip.middle(), with, {.size = type::small, .ink = ui.ink().muted}) + ui.px(10);
    for (const Lens& lens : document.lenses) {
        if (lens.id == document.active_lens) continue;
        const std::string name = name_of_lens(ui, lens);
        const bool chosen = lens.id == state.other;
        const float width = std::min(ui.px(220), text_width(ui, name, {.size = type::small, .weight = Weight::Semibold, .ink = {}}) + ui.px(24));
        if (x + width > strip.right()) break;
        const Box box = {x, strip.y, width, strip.height};
        const Press pressed = press(ui, ui_id(lens.id, ui_id("compare.lens")), box, {.role = Role::Tab, .name = name, .selected = chosen});
        fill(ui, box, chosen ? ui.ink().selection : pressed.hovered ? ui.ink().hover : ui.ink().card, radius::control);
        outline(ui, box, chosen ? ui.ink().accent : ui.ink().line, radius::control);
        draw_text(ui, box.x + ui.px(12), box.middle(), name, {.size = type::small, .weight = chosen ? Weight::Semibold : Weight::Regular, .ink = chosen ? ui.ink().text : ui.ink().muted}, width - ui.px(20));
        if (pressed.focused) draw_focus_ring(ui, box);
        if (pressed.clicked) state.other = lens.id;
        x += width + ui.px(8);
    }
}

std::string reason_of(const Ui& ui, const VerdictChange& change) {
    if (!change.because) return ui.text(change.worth_moved >= 0 ? "compare.more_open" : "compare.less_open");
    return ui.strings.text(change.moved >= 0 ? "compare.counts_more" : "compare.counts_less", {factor_name(*change.because, ui.strings.table())});
}

// True when it was pressed.
bool draw_change(Ui& ui, const VerdictChange& change, const Box& row) {
    const std::string why = reason_of(ui, change);
    const std::string told = ui.strings.text("text.pair", {ui.strings.text("goals.change", {change.name, word_of(ui, change.before), word_of(ui, change.after)}), why});
    const Press pressed = press(ui, ui_id(change.invitation.value, ui_id("compare.change")), row, {.role = Role::Button, .name = told});
    if (pressed.hovered) fill(ui, {row.x - ui.px(8), row.y, row.width + ui.px(16), row.height}, ui.ink().hover, radius::control);
    line_across(ui, row.x, row.bottom() - ui.look.hairline(), row.width, with_alpha(ui.ink().line, 0.75f));
    draw_avatar(ui, {row.x, row.middle() - ui.px(16), ui.px(32), ui.px(32)}, change.name);
    const bool narrow = row.width < ui.px(520);
    const float chips = narrow ? row.y + ui.px(20) : row.middle(), text = row.x + ui.px(44);
    const float after = draw_chip_right(ui, row.right(), chips, change.after);
    draw_icon(ui, row.right() - after - ui.px(13), chips, icon::arrow_right, 14, ui.ink().faint);
    float left = row.right() - after - ui.px(26);
    if (narrow) {
        draw_icon(ui, left - ui.px(8), chips, icon_of(change.before), 14, ui.look.of(change.before));
        left -= ui.px(26);
    } else {
        left -= draw_chip_right(ui, left, chips, change.before, true) + ui.px(12);
    }
    draw_text(ui, text, row.y + ui.px(20), change.name, {.size = type::body, .weight = Weight::Semibold, .ink = ui.ink().text}, left - text);
    draw_text(ui, text, row.y + ui.px(41), why, {.size = type::small, .ink = ui.ink().muted}, (narrow ? row.right() : left) - text);
    if (pressed.focused) draw_focus_ring(ui, row);
    return pressed.clicked;
}

void draw_only_one(Ui& ui, const Box& box, Choices& choices, bool& close) {
    const std::string words = ui.text("compare.only_one");
    const float room = std::min(box.width - ui.px(2 * pad), ui.px(400)), x = box.centre() - room / 2, y = box.y + box.height * 0.3f;
    draw_icon(ui, box.centre(), y, icon::target, 28, ui.ink().faint);
    const float height = draw_paragraph(ui, x, y + ui.px(26), room, words, {.size = type::body, .ink = ui.ink().muted});
    tell_text(ui, ui_id("compare.only_one"), {x, y, room, height}, words);
    const std::string label = ui.text("compare.to_goals");
    const float width = button_width(ui, label, {.kind = ButtonKind::Primary});
    if (button(ui, ui_id("compare.to_goals"), {std::round(box.centre() - width / 2), y + ui.px(42) + height, width, ui.look.target()}, label, {.kind = ButtonKind::Primary})) {
        close = true;
        choices.deed(Deed::GoGoals);
    }
}

}  // namespace

std::string where_to(const Ui& ui, std::span<const Action> becomes) {
    std::vector<std::pair<std::size_t, Action>> counts;
    for (const Action action : becomes) {
        const auto found = std::ranges::find(counts, action, &std::pair<std::size_t, Action>::second);
        if (found != counts.end()) ++found->first;
        else counts.emplace_back(1, action);
    }
    sort_stably(counts, [](const auto& one, const auto& two) { return one.first > two.first; });
    std::vector<std::string> parts;
    for (const auto& [count, action] : counts) parts.push_back(ui.strings.counted("goals.to", count, {word_of(ui, action)}));
    return parts.empty() ? std::string() : ui.strings.text("goals.becomes", {ui.strings.list(parts)});
}

void begin_comparison(CompareState& state, const Workspace& workspace) {
    const Document& document = workspace.document();
    state.scroll = {};
    state.made_for = 0;
    const Lens* lens = lens_of(document, state.other);
    if (lens != nullptr && lens->id != document.active_lens) return;
    state.other = 0;
    for (const Lens& each : document.lenses)
        if (each.id != document.active_lens && state.other == 0) state.other = each.id;
}

void draw_comparison(Ui& ui, const Workspace& workspace, CompareState& state, Box box, Choices& choices, bool& close) {
    refresh(workspace, state);
    const Document& document = workspace.document();
    const Box head = box.cut_top(ui.px(60));
    const std::string title = ui.text("compare.title");
    tell_heading(ui, ui_id("compare.title"), head, title, 2);
    const float target = ui.px(ui.look.touch ? 44 : 32), side = ui.px(ui.layout == Layout::Phone ? 16 : pad);
    draw_text(ui, head.x + side, head.middle(), title, {.size = 20, .weight = Weight::Semibold, .ink = ui.ink().text, .tracking = -0.015f});
    if (icon_button(ui, ui_id("compare.close"), {head.right() - side + ui.px(8) - target, head.middle() - target / 2, target, target}, icon::x, ui.text("dialog.close"))) close = true;
    const Lens *other = lens_of(document, state.other), *active = lens_of(document, document.active_lens);
    if (other == nullptr || active == nullptr) return draw_only_one(ui, box, choices, close);

    const Box strip = box.cut_top(ui.px(ui.look.touch ? 44 : 32));
    draw_other_lenses(ui, workspace, state, {strip.x + side, strip.y, strip.width - 2 * side, strip.height});
    const Box foot = box.cut_bottom(ui.px(64));
    line_across(ui, foot.x, foot.y, foot.width, ui.ink().line);
    const std::string change_to = ui.strings.text("compare.switch", {name_of_lens(ui, *other)});
    const ButtonLook lead = {.kind = ButtonKind::Primary};
    const float width = std::min(button_width(ui, change_to, lead), foot.width - 2 * side), height = ui.look.target();
    if (button(ui, ui_id("compare.switch"), {foot.right() - side - width, std::round(foot.middle() - height / 2), width, height}, change_to, lead)) {
        choices.command(SwitchLensCommand{other->id});
        close = true;
    }

    ScrollArea scroll(ui, ui_id("compare.scroll"), state.scroll, box);
    const Box column = {box.x + side, box.y, box.width - 2 * side, box.height};
    float y = scroll.top() + ui.px(20);
    const auto& changes = state.comparison.changes;
    const std::string count = changes.empty() ? ui.text("goals.no_change") : ui.strings.counted("goals.changed", changes.size());
    tell_heading(ui, ui_id("compare.count"), {column.x, y, column.width, ui.px(24)}, count, 3);
    draw_text(ui, column.x, y + ui.px(12), count, {.size = type::card, .weight = Weight::Semibold, .ink = ui.ink().text, .tracking = -0.01f});
    y += ui.px(30);
    std::vector<Action> becomes;
    for (const VerdictChange& change : changes) becomes.push_back(change.after);
    const std::string lead_words = ui.strings.sentences({ui.strings.text("compare.lead", {name_of_lens(ui, *active), name_of_lens(ui, *other)}), where_to(ui, becomes)});
    const float lead_height = draw_paragraph(ui, column.x, y, column.width, lead_words, {.size = type::small, .ink = ui.ink().muted});
    tell_text(ui, ui_id("compare.lead"), {column.x, y, column.width, lead_height}, lead_words);
    y += lead_height + ui.px(14);
    y = draw_what_if(ui, ui_id("compare.shape"), {column.x, y, std::min(column.width, ui.px(460)), 0}, state.comparison.before, state.comparison.after) + ui.px(18);
    for (const VerdictChange& change : changes) {
        const Box row = {column.x, y, column.width, ui.px(60)};
        if (row.overlaps(box) ? draw_change(ui, change, row) : ui.take_action(ui_id(change.invitation.value, ui_id("compare.change")), SemanticAction::Kind::Activate)) {
            choices.show_invitation = change.invitation;
            close = true;
        }
        y = row.bottom();
    }
    scroll.ends_at(y + ui.px(20));
}

}  // namespace discern
