// Journal: every decision, newest first, with what Discern had said; each can be taken back.
#include "app/names.hpp"
#include "app/views.hpp"

#include <icons.hpp>

#include <algorithm>
#include <cmath>

namespace discern {
namespace {

void refresh(const Workspace& workspace, JournalState& state) {
    if (state.known && state.generation == workspace.generation() && state.filtered_by == state.filter.text) return;
    state.entries.clear();
    for (const std::uint32_t row : workspace.rows_in(Lane::Decided, state.filter.text)) {
        const InvitationId id = workspace.invitation_of(workspace.rows()[row]).id;
        if (workspace.document().decisions.contains(id)) state.entries.emplace_back(id, row);
    }
    // Decisions of one second: the row further down was decided later.
    std::reverse(state.entries.begin(), state.entries.end());
    const auto& decisions = workspace.document().decisions;
    std::stable_sort(state.entries.begin(), state.entries.end(), [&](const auto& a, const auto& b) {
        return decisions.at(a.first).decided_at > decisions.at(b.first).decided_at;
    });
    state.generation = workspace.generation();
    state.filtered_by = state.filter.text;
    state.known = true;
}

void draw_entry(Ui& ui, const Workspace& workspace, const std::pair<InvitationId, std::uint32_t>& entry, const Box& row, Choices& choices) {
    const Decision& decision = workspace.document().decisions.at(entry.first);
    const Person& person = workspace.person_of(workspace.rows()[entry.second]);
    const UiId id = ui_id(entry.first.value, ui_id("journal.entry"));
    const std::string age = long_age(ui.strings, utc_day_of(decision.decided_at), workspace.today());
    const std::string said = decision.action == decision.verdict ? ui.text("journal.agreed")
                                                                 : ui.strings.text("journal.differed", {word_of(ui, decision.verdict)});
    Told told = {.role = Role::ListItem, .name = ui.strings.text("journal.entry", {person.name, word_of(ui, decision.action), said, age})};
    const TellGroup group(ui, ui_id("item", id), row, std::move(told));
    line_across(ui, row.x, row.bottom() - ui.look.hairline(), row.width, ui.ink().line);
    const bool narrow = row.width < ui.px(560);
    const std::string back = ui.text("receipt.take_back");
    const float back_width = button_width(ui, back, {.text_size = type::small});
    const Box take = {row.right() - back_width, row.middle() - ui.look.target() / 2 , back_width, ui.look.target()};
    const Box open = {row.x, row.y, row.width - back_width - ui.px(8), row.height};
    const Press pressed = press(ui, id, open, {.role = Role::Button, .name = ui.strings.text("journal.open", {person.name})});
    if (pressed.hovered) fill(ui, {open.x - ui.px(8), open.y, open.width + ui.px(8), open.height}, ui.ink().hover, radius::control);
    if (pressed.focused) draw_focus_ring(ui, open);
    if (pressed.clicked) choices.show_invitation = entry.first;
    draw_avatar(ui, {row.x, row.middle() - ui.px(16), ui.px(32), ui.px(32)}, person.name);
    const float text = row.x + ui.px(44), right = open.right() - ui.px(8);
    const float chip = draw_chip_right(ui, right, narrow ? row.y + ui.px(20) : row.middle(), decision.action, true);
    draw_text(ui, text, row.y + ui.px(20), person.name, {.size = type::body, .weight = Weight::Semibold, .ink = ui.ink().text}, right - chip - ui.px(12) - text);
    draw_text(ui, text, row.y + ui.px(41), said + " \xc2\xb7 " + age, {.size = type::small, .ink = ui.ink().muted}, (narrow ? right : right - chip - ui.px(12)) - text);
    if (button(ui, ui_id("back", id), take, back, {.kind = ButtonKind::Plain, .text_size = type::small, .told_name = ui.strings.text("journal.take_back", {person.name})}))
        choices.command(ClearDecisionCommand{{entry.first}});
}

}  // namespace

void draw_journal(Ui& ui, const Workspace& workspace, JournalState& state, Box area, Choices& choices) {
    refresh(workspace, state);
    const bool phone = ui.layout == Layout::Phone;
    const UiId id = ui_id("journal");
    const TellGroup group(ui, id, area, {.role = Role::Group, .name = ui.text("journal.title")});
    const float side = ui.px(phone ? 16 : 40), width = std::min(area.width - 2 * side, ui.px(760));
    const float left = std::round(area.centre() - width / 2);
    area.cut_top(ui.px(phone ? 16 : 28));
    const Box head = area.cut_top(ui.px(30));
    const std::string title = ui.text("journal.title"), summary = ui.strings.counted("journal.count", workspace.document().decisions.size());
    tell_heading(ui, ui_id("title", id), head, title, 2);
    tell_text(ui, ui_id("summary", id), head, summary);
    const float used = draw_text(ui, left, head.middle(), title, {.size = type::name, .weight = Weight::Semibold, .ink = ui.ink().text, .tracking = -0.018f});
    draw_text(ui, left + used + ui.px(12), head.middle() + ui.px(3), summary, {.size = type::small, .ink = ui.ink().muted}, width - used - ui.px(12));
    area.cut_top(ui.px(14));
    const Box field = area.cut_top(ui.px(ui.look.touch ? 44 : 34));
    if (!workspace.document().decisions.empty())
        text_field(ui, ui_id("filter", id), {left, field.y, width, field.height}, ui.text("journal.filter"), state.filter,
                   {.placeholder = ui.text("journal.filter"), .key = phone ? "" : "/", .search = true});
    area.cut_top(ui.px(8));

    if (state.entries.empty()) {
        const bool none = workspace.document().decisions.empty();
        const std::string words = none ? ui.text("journal.empty") : ui.strings.text("received.nothing_matches", {state.filter.text});
        draw_icon(ui, area.centre(), area.y + area.height * 0.28f, icon::book_open, 28, ui.ink().faint);
        const float room = std::min(width, ui.px(360));
        const float top = area.y + area.height * 0.28f + ui.px(28);
        draw_paragraph(ui, area.centre() - room / 2, top, room, words, {.size = type::body, .ink = ui.ink().muted});
        tell_text(ui, ui_id("empty", id), area, words);
        return;
    }
    const TellGroup list(ui, ui_id("list", id), area, {.role = Role::List, .name = ui.text("journal.list")});
    ScrollArea scroll(ui, ui_id("scroll", id), state.scroll, area);
    const float height = ui.px(62);
    const RowRange range = rows_in_sight(state.scroll, area.height, height, state.entries.size(), 4);
    for (std::size_t place = range.first; place < range.last; ++place)
        draw_entry(ui, workspace, state.entries[place], {left, scroll.top() + static_cast<float>(place) * height, width, height}, choices);
    scroll.ends_at(scroll.top() + static_cast<float>(state.entries.size()) * height + ui.px(24));
}

}  // namespace discern
