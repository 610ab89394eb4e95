// The list of Sent & plan: those whom the user thinks of inviting, and those who have not answered yet, each with what to do.
#include "app/list_parts.hpp"
#include "app/names.hpp"
#include "app/views.hpp"

#include <icons.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace discern {
namespace {

constexpr std::size_t told_beyond_sight = 20;
constexpr std::array<std::string_view, plan_lane_count> lane_keys = {"lane.plan_open", "lane.planned", "lane.pending", "lane.later", "lane.done"};

void draw_title(Ui& ui, const PlanState& state, Box row, Choices& choices) {
    const UiId id = ui_id("plan.title");
    const std::string title = ui.text("plan.title"), add = ui.text("plan.new"), told = ui.text("plan.new_told");
    const auto count = [&](PlanLane lane) { return grouped(state.counts[static_cast<std::size_t>(lane)]); };
    const std::string summary = ui.strings.text("plan.summary", {count(PlanLane::Planned), count(PlanLane::Pending)});
    tell_heading(ui, id, row, title, 2);
    tell_text(ui, ui_id("summary", id), row, summary);
    const ButtonLook look = {.icon = icon::plus, .key = ui.look.touch ? std::string_view{} : cap_of(Deed::NewEntry), .text_size = type::small,
                             .told_name = told};
    const float width = button_width(ui, add, look), height = ui.px(ui.look.touch ? 44 : 32);
    if (button(ui, ui_id("plan.new"), {row.right() - width, std::round(row.middle() - height / 2), width, height}, add, look))
        choices.deed(Deed::NewEntry);
    const float room = row.width - width - ui.px(12);
    const float used = draw_text(ui, row.x, row.middle(), title, {.size = type::screen, .weight = Weight::Semibold, .ink = ui.ink().text, .tracking = -0.018f}, room);
    if (room - used > ui.px(90))
        draw_text(ui, row.x + used + ui.px(10), row.middle() + ui.px(2), summary, {.size = type::caption, .ink = ui.ink().muted}, room - used - ui.px(10));
}

void draw_lanes(Ui& ui, const Workspace& workspace, PlanState& state, const Box& strip) {
    std::vector<LaneTab> tabs;
    for (const PlanLane lane : shown_lanes(state)) {
        const auto index = static_cast<std::size_t>(lane);
        tabs.push_back({.key = index, .word = ui.text(lane_keys[index]), .count = state.counts[index], .chosen = lane == state.lane});
    }
    if (const auto chosen = draw_lane_strip(ui, ui_id("plan.lanes"), strip, tabs, state.lanes_offset)) {
        state.lane = static_cast<PlanLane>(*chosen);
        state.list_scroll.offset = 0;
        refresh(workspace, state);
        select_place(workspace, state, 0);
    }
}

std::string age_of(const Ui& ui, const Workspace& workspace, const PlanRow& row) {
    const Invitation& invitation = workspace.invitation_of(row);
    if (const Action action = workspace.outline_of(row).action; action == Action::Wait || action == Action::LeavePending)
        if (const auto until = workspace.verdict_of(row).wait_until) return ui.strings.text("plan.until", {ui.strings.day(*until)});
    if (row.planned || !invitation.sent_at) return {};
    return short_age(ui.strings, utc_day_of(*invitation.sent_at), workspace.today());
}

// Tells the row, draws it where it is in sight; true when it was pressed.
bool draw_row(Ui& ui, const Workspace& workspace, const PlanState& state, std::size_t place, const Box& box, const Box& area) {
    const PlanRow& row = workspace.plan_rows()[state.rows[place]];
    const Invitation& invitation = workspace.invitation_of(row);
    const Person& person = workspace.person_of(row);
    const Outline& verdict = workspace.outline_of(row);
    const auto decision = workspace.decision_of(row);
    const Action action = decision ? decision->action : verdict.action;
    const std::string age = age_of(ui, workspace, row), second = second_line(person, invitation, ui.strings);
    const std::string words = decision ? ui.strings.text("received.you_decided", {word_of(ui, action)}) : word_of(ui, action);
    Told told = {.role = Role::ListItem,
                 .name = ui.strings.text("received.row", {person.name, words, second, age,
                                                          std::to_string(static_cast<int>(std::lround(verdict.confidence * 100)))})};
    told.position = static_cast<std::int32_t>(place + 1);
    told.set_size = static_cast<std::int32_t>(state.rows.size());
    told.selected = state.selected == invitation.id;
    const UiId id = ui_id(invitation.id.value, ui_id("plan.row"));
    if (!box.overlaps(area)) {
        tell(ui, id, box, std::move(told));
        return ui.take_action(id, SemanticAction::Kind::Activate);
    }
    const bool selected = told.selected;
    const Press pressed = press(ui, id, box, std::move(told));
    draw_list_row(ui, box, {.person = person, .second_line = second, .action = action, .age = age, .certainty = verdict.confidence,
                            .settled = decision.has_value(), .selected = selected, .hovered = pressed.hovered});
    if (pressed.focused) draw_focus_ring(ui, box.inset(ui.px(3)), 4);
    return pressed.clicked;
}

void draw_empty(Ui& ui, const Workspace& workspace, PlanState& state, const Box& view, Choices& choices) {
    const UiId id = ui_id("plan.empty");
    const bool filtered = !state.filter.text.empty(), nobody = workspace.plan_rows().empty();
    const std::string title = filtered ? ui.strings.text("received.nothing_matches", {state.filter.text}) : ui.text(nobody ? "plan.none" : "plan.all_done");
    const std::string more = ui.text(filtered ? "received.filter_help" : nobody ? "plan.none_more" : "plan.all_done_more");
    const float room = std::min(view.width - ui.px(48), ui.px(300)), x = view.centre() - room / 2;
    float y = view.y + view.height * 0.24f;
    tell_text(ui, id, view, ui.strings.text("text.pair", {title, more}));
    draw_icon(ui, view.centre(), y, filtered ? icon::scan_search : icon::send, 28, ui.ink().faint);
    y += ui.px(32);
    draw_text_centred(ui, view.centre(), y, title, {.size = type::body, .weight = Weight::Semibold, .ink = ui.ink().text});
    y += ui.px(18);
    y += draw_paragraph(ui, x, y, room, more, {.size = type::small, .ink = ui.ink().muted}) + ui.px(16);
    const std::string label = ui.text(filtered ? "received.clear_filter" : "plan.empty_new");
    const ButtonLook look = {.kind = filtered ? ButtonKind::Quiet : ButtonKind::Primary};
    const float width = button_width(ui, label, look);
    if (!button(ui, ui_id("do", id), {std::round(view.centre() - width / 2), y, width, ui.look.target()}, label, look)) return;
    if (filtered) state.filter.text.clear();
    else choices.deed(Deed::NewEntry);
}

}  // namespace

ReceiptFrame receipt_frame(const Workspace& workspace, const PlanState& state) {
    return {.invitation = state.selected, .list = "plan.title", .nothing = "plan.nobody_chosen", .icon = icon::send,
            .place = selected_place(workspace, state).value_or(0), .of = state.rows.size()};
}

void draw_plan_list(Ui& ui, const Workspace& workspace, PlanState& state, Box area, Choices& choices) {
    const bool phone = ui.layout == Layout::Phone;
    fill(ui, area, ui.ink().pane);
    refresh(workspace, state);
    const float side = ui.px(16);
    area.cut_top(ui.px(phone ? 8 : 14));
    draw_title(ui, state, area.cut_top(ui.px(ui.look.touch ? 44 : 34)).inset(side, 0), choices);
    area.cut_top(ui.px(9));
    const Box field = area.cut_top(ui.px(phone ? 44 : 34)).inset(side, 0);
    const FieldAnswer filtered = text_field(ui, ui_id("plan.filter"), field, ui.text("plan.filter"), state.filter,
                                            {.placeholder = ui.text("plan.filter_hint"), .key = phone ? "" : "/", .search = true});
    if (filtered.cancelled) state.filter.text.clear();
    if (filtered.changed || filtered.cancelled) {
        state.list_scroll.offset = 0;
        refresh(workspace, state);
        select_place(workspace, state, 0);
    }
    area.cut_top(ui.px(phone ? 2 : 4));
    draw_lanes(ui, workspace, state, area.cut_top(ui.px(phone ? 44 : 36)));
    line_across(ui, area.x, area.y, area.width, ui.ink().line);
    area.cut_top(ui.look.hairline());

    const UiId id = ui_id("plan.list");
    if (state.rows.empty()) return draw_empty(ui, workspace, state, area, choices);
    Told list = {.role = Role::List, .name = ui.text("plan.list")};
    list.set_size = static_cast<std::int32_t>(state.rows.size());
    const TellGroup group(ui, id, area, std::move(list));
    const float height = ui.look.row_height();
    if (const auto place = selected_place(workspace, state); place && ui.scroll_to == id)
        scroll_into_view(state.list_scroll, area, static_cast<double>(*place) * static_cast<double>(height), static_cast<double>(height), 0);
    ScrollArea scroll(ui, id, state.list_scroll, area);
    const RowRange range = rows_in_sight(state.list_scroll, area.height, height, state.rows.size(), told_beyond_sight);
    std::optional<std::size_t> chosen;
    for (std::size_t place = range.first; place < range.last; ++place) {
        const double y = static_cast<double>(area.y) - std::round(state.list_scroll.offset) + static_cast<double>(place) * static_cast<double>(height);
        const Box box = {area.x, static_cast<float>(std::round(y)), area.width, height};
        if (draw_row(ui, workspace, state, place, box, area)) chosen = place;
    }
    scroll.ends_at(scroll.top() + static_cast<float>(static_cast<double>(state.rows.size()) * static_cast<double>(height)));
    if (chosen) {
        select_place(workspace, state, *chosen);
        state.receipt_open = true;
        ui.draw_again_in(0);
    }
}

}  // namespace discern
