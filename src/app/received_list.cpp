// The list of Received: title with counts, filter, lanes, and rows that scroll in exact pixels.
#include "app/list_parts.hpp"
#include "app/people_views.hpp"
#include "app/names.hpp"
#include "app/received_parts.hpp"
#include "app/views.hpp"

#include <icons.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace discern {
namespace {

constexpr double glide_seconds = 0.14;
constexpr std::size_t told_beyond_sight = 8;

constexpr std::array<std::string_view, lane_count> lane_keys = {
    "lane.all", "lane.needs_you", "lane.accept", "lane.ask", "lane.ignore", "lane.report", "lane.follow", "lane.snoozed", "lane.decided"};

void draw_title(Ui& ui, const Workspace& workspace, Box row, Choices& choices) {
    const float target = ui.px(ui.look.touch ? 44 : 32);
    const Box options = {row.right() - target + ui.px(6), std::round(row.middle() - target / 2), target, target};
    row.width -= target;
    const UiId id = ui_id("received.title");
    const std::string title = ui.text("received.title");
    const auto counts = workspace.lane_counts();
    const std::string summary = ui.strings.text(
        workspace.document().sample ? "received.sample_summary" : "received.summary",
        {grouped(counts[static_cast<std::size_t>(Lane::All)]), grouped(workspace.rows().size())});
    tell_heading(ui, id, row, title, 2);
    tell_text(ui, ui_id("summary", id), row, summary);
    const float width = draw_text(ui, row.x, row.middle(), title,
                                  {.size = type::screen, .weight = Weight::Semibold, .ink = ui.ink().text, .tracking = -0.018f});
    draw_text(ui, row.x + width + ui.px(10), row.middle() + ui.px(2), summary, {.size = type::caption, .ink = ui.ink().muted},
              row.width - width - ui.px(10));
    if (icon_button(ui, ui_id("options", id), options, icon::sliders_horizontal, ui.text("list.options"))) {
        choices.popover_at = options;
        choices.deed(Deed::ListOptions);
    }
}

void draw_lanes(Ui& ui, const Workspace& workspace, ReceivedState& state, const Box& strip) {
    std::vector<LaneTab> tabs;
    const std::vector<ReceivedTab> shown = shown_tabs(workspace, state);
    for (const ReceivedTab& tab : shown) {
        const std::string key = tab.kind ? "kind." + std::string(name_of(*tab.kind)) : std::string(lane_keys[static_cast<std::size_t>(tab.lane)]);
        tabs.push_back({.key = tabs.size(), .word = ui.text(key), .count = tab.count, .chosen = is_chosen(tab, state)});
    }
    if (const auto chosen = draw_lane_strip(ui, ui_id("received.lanes"), strip, tabs, state.lanes_offset)) {
        choose_tab(workspace, state, shown[*chosen]);
    }
}

std::string told_row(const Ui& ui, const Person& person, const Invitation& invitation, const Outline& verdict,
                     const std::string& verdict_words, const std::string& age) {
    return ui.strings.text("received.row", {person.name, verdict_words, second_line(person, invitation, ui.strings), age,
                                            std::to_string(static_cast<int>(std::lround(verdict.confidence * 100)))});
}

class RowDrawer {
public:
    RowDrawer(Ui& ui, const Workspace& workspace, ReceivedState& state) : ui_(ui), workspace_(workspace), state_(state) {}

    // Tells the row, draws it where it is in sight; true when it was pressed.
    bool draw(std::size_t place, const Box& box, bool in_sight, Press& pressed) {
        const ReceivedRow& row = workspace_.rows()[state_.rows[place]];
        const Invitation& invitation = workspace_.invitation_of(row);
        const Person& person = workspace_.person_of(row);
        const Outline& verdict = workspace_.outline_of(row);
        const bool selected = state_.selected == invitation.id, ticked = state_.ticked.contains(invitation.id);
        const auto decision = workspace_.decision_of(row);
        const Action action = decision ? decision->action : verdict.already_connected ? Action::Accept : verdict.action;
        const std::string age = state_.lane == Lane::Snoozed ? wake_of(invitation) : age_of(invitation);
        const std::string words = decision ? ui_.strings.text("received.you_decided", {word_of(ui_, action)})
                                  : verdict.already_connected ? ui_.text("received.connected") : word_of(ui_, action);
        Told told = {.role = Role::ListItem, .name = told_row(ui_, person, invitation, verdict, words, age)};
        told.position = static_cast<std::int32_t>(place + 1);
        told.set_size = static_cast<std::int32_t>(state_.rows.size());
        told.selected = selected;
        told.checked = ticked;
        const UiId id = ui_id(invitation.id.value, ui_id("received.row"));
        if (!in_sight) {
            tell(ui_, id, box, std::move(told));
            return ui_.take_action(id, SemanticAction::Kind::Activate);
        }
        pressed = press(ui_, id, box, std::move(told));
        const ListRowLook look = {.person = person,
                                  .second_line = second_line(person, invitation, ui_.strings),
                                  .action = action,
                                  .age = age,
                                  .certainty = verdict.already_connected ? std::nullopt : std::optional(verdict.confidence),
                                  .settled = decision.has_value() || verdict.already_connected,
                                  .selected = selected,
                                  .ticked = ticked,
                                  .hovered = pressed.hovered};
        draw_list_row(ui_, box, look);
        if (pressed.focused) draw_focus_ring(ui_, box.inset(ui_.px(3)), 4);
        return pressed.clicked;
    }

private:
    std::string age_of(const Invitation& invitation) const {
        if (!invitation.sent_at) return {};
        return short_age(ui_.strings, utc_day_of(*invitation.sent_at), workspace_.today());
    }

    std::string wake_of(const Invitation& invitation) const {
        const auto& until = workspace_.document().snoozed_until;
        const auto found = until.find(invitation.id);
        return found == until.end() ? ui_.text("received.until_known") : ui_.strings.text("received.until", {ui_.strings.day_of_year(found->second)});
    }

    Ui& ui_;
    const Workspace& workspace_;
    ReceivedState& state_;
};

void draw_empty(Ui& ui, const Workspace& workspace, ReceivedState& state, const Box& view) {
    const UiId id = ui_id("received.empty");
    const bool filtered = !state.filter.text.empty();
    const std::string title = filtered ? ui.strings.text("received.nothing_matches", {state.filter.text})
                              : workspace.rows().empty() ? ui.text("received.none") : ui.text("received.all_done");
    const std::string more = filtered ? ui.text("received.filter_help") : workspace.rows().empty() ? ui.text("received.none_more")
                                                                         : ui.text("received.all_done_more");
    const float room = std::min(view.width - ui.px(48), ui.px(300)), x = view.centre() - room / 2;
    float y = view.y + view.height * 0.28f;
    tell_text(ui, id, view, ui.strings.text("text.pair", {title, more}));
    draw_icon(ui, view.centre(), y, filtered ? icon::scan_search : icon::circle_check, 28, ui.ink().faint);
    y += ui.px(32);
    draw_text_centred(ui, view.centre(), y, title, {.size = type::body, .weight = Weight::Semibold, .ink = ui.ink().text});
    y += ui.px(18);
    y += draw_paragraph(ui, x, y, room, more, {.size = type::small, .ink = ui.ink().muted}) + ui.px(16);
    if (!filtered) return;
    const std::string clear = ui.text("received.clear_filter");
    const float width = button_width(ui, clear);
    if (button(ui, ui_id("clear", id), {view.centre() - width / 2, y, width, ui.look.target()}, clear)) state.filter.text.clear();
}

// What a press on a row means: open it, tick it, or tick everything up to it.
void take_row_press(Ui& ui, const Workspace& workspace, ReceivedState& state, std::size_t place, bool held) {
    const ImGuiIO& io = ImGui::GetIO();
    const InvitationId id = workspace.invitation_of(workspace.rows()[state.rows[place]]).id;
    const bool selecting = ui.look.touch && !state.ticked.empty();
    if (io.KeyShift && !held) {
        tick_range(workspace, state, place);
        state.hints_used |= bit_of(Hint::Batch);
    } else if (held || io.KeyCtrl || io.KeySuper || selecting) {
        if (state.ticked.erase(id) == 0) state.ticked.insert(id);
        state.anchor = id;
        state.hints_used |= bit_of(held && ui.look.touch ? Hint::Hold : Hint::Batch);
    } else {
        state.receipt_open = true;
        state.anchor.reset();
    }
    if (!held) select_place(workspace, state, place);
    ui.draw_again_in(0);
}

void draw_rows(Ui& ui, const Workspace& workspace, ReceivedState& state, const Box& area) {
    const UiId id = ui_id("received.list");
    // What stands in place of rows is no list.
    if (state.rows.empty()) return draw_empty(ui, workspace, state, area);
    Told list = {.role = Role::List, .name = ui.text("received.list")};
    list.set_size = static_cast<std::int32_t>(state.rows.size());
    const TellGroup group(ui, id, area, std::move(list));
    const float height = ui.look.row_height();
    if (const auto place = selected_place(workspace, state); place && ui.scroll_to == id)
        scroll_into_view(state.list_scroll, area, static_cast<double>(*place) * static_cast<double>(height), static_cast<double>(height), 0);
    ScrollArea scroll(ui, id, state.list_scroll, area);
    const RowRange range = rows_in_sight(state.list_scroll, area.height, height, state.rows.size(), told_beyond_sight);
    const double elapsed = ui.seconds - state.glide_started;
    const bool gliding = state.glide_started >= 0 && elapsed < glide_seconds && !ui.look.calm;
    const double left = gliding ? std::pow(1.0 - elapsed / glide_seconds, 3.0) : 0.0;
    if (gliding) ui.draw_again_in(0);
    RowDrawer drawer(ui, workspace, state);
    std::optional<std::size_t> chosen;
    bool held = false;
    for (std::size_t place = range.first; place < range.last; ++place) {
        double y = static_cast<double>(area.y) - std::round(state.list_scroll.offset) + static_cast<double>(place) * static_cast<double>(height);
        if (gliding && place >= state.glide_from) y += left * static_cast<double>(state.glide_rows) * static_cast<double>(height);
        const Box box = {area.x, static_cast<float>(std::round(y)), area.width, height};
        Press pressed;
        if (drawer.draw(place, box, box.overlaps(area), pressed)) chosen = place;
        if (pressed.held_long) {
            chosen = place;
            held = true;
        }
    }
    scroll.ends_at(scroll.top() + static_cast<float>(static_cast<double>(state.rows.size()) * static_cast<double>(height)));
    if (chosen) take_row_press(ui, workspace, state, *chosen, held);
}

}  // namespace

ReceiptFrame receipt_frame(const Workspace& workspace, const ReceivedState& state) {
    return {.invitation = selected_row(workspace, state) != nullptr ? state.selected : std::nullopt, .list = "received.title",
            .nothing = "receipt.none", .icon = icon::inbox, .place = selected_place(workspace, state).value_or(0),
            .of = state.rows.size(), .ticked = state.ticked.size()};
}

void draw_received_list(Ui& ui, const Workspace& workspace, ReceivedState& state, Box area, Choices& choices) {
    const bool phone = ui.layout == Layout::Phone;
    fill(ui, area, ui.ink().pane);
    refresh(workspace, state);
    const float side = ui.px(16);
    area.cut_top(ui.px(phone ? 10 : 14));
    draw_title(ui, workspace, area.cut_top(ui.px(34)).inset(side, 0), choices);
    area.cut_top(ui.px(9));
    const Box field = area.cut_top(ui.px(phone ? 44 : 34)).inset(side, 0);
    const FieldAnswer filtered = text_field(ui, ui_id("received.filter"), field, ui.text("received.filter"), state.filter,
                                            {.placeholder = ui.text("received.filter_hint"), .key = phone ? "" : "/", .search = true});
    if (filtered.cancelled) state.filter.text.clear();
    if (filtered.changed && !state.filter.text.empty()) state.hints_used |= bit_of(Hint::Filter);
    if (filtered.changed || filtered.cancelled) {
        state.list_scroll.offset = 0;
        refresh(workspace, state);
        select_place(workspace, state, 0);
    }
    area.cut_top(ui.px(phone ? 2 : 4));
    draw_lanes(ui, workspace, state, area.cut_top(ui.px(phone ? 44 : 36)));
    line_across(ui, area.x, area.y, area.width, ui.ink().line);
    area.cut_top(ui.look.hairline());
    draw_questions_banner(ui, workspace, area, choices);

    const Box pane = area;
    area.cut_bottom(list_foot_height(ui, state, pane));
    ui.covered = completions_box(ui, workspace, state, field);
    draw_rows(ui, workspace, state, area);
    ui.covered = {};
    // After the rows, so that it lies over them.
    if (draw_completions(ui, workspace, state, field, filtered)) {
        refresh(workspace, state);
        select_place(workspace, state, 0);
        ui.draw_again_in(0);
    }
    if (state.ticked.empty()) draw_hint(ui, state, pane);
    else draw_batch_bar(ui, state, pane, choices);
}

}  // namespace discern
