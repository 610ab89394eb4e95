// The list of Received: title with counts, filter, lanes, and rows that scroll in exact pixels.
#include "app/charts.hpp"
#include "app/names.hpp"
#include "app/views.hpp"

#include <icons.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace discern {
namespace {

constexpr double glide_seconds = 0.14;
constexpr std::size_t told_beyond_sight = 20;

constexpr std::array<std::string_view, lane_count> lane_keys = {
    "lane.all", "lane.needs_you", "lane.accept", "lane.ask", "lane.ignore", "lane.report", "lane.follow", "lane.snoozed", "lane.decided"};

void draw_title(Ui& ui, const Workspace& workspace, Box row) {
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
}

void draw_lanes(Ui& ui, const Workspace& workspace, ReceivedState& state, const Box& strip) {
    const UiId id = ui_id("received.lanes");
    const TellGroup group(ui, id, strip, {.role = Role::TabList, .name = ui.text("received.lanes")});
    const auto counts = workspace.lane_counts();
    const float gap = ui.px(14), margin = ui.px(16);
    const Clip clip(strip);
    if (strip.contains(ImGui::GetIO().MousePos) && ImGui::GetIO().MouseWheelH != 0)
        state.lanes_offset -= ImGui::GetIO().MouseWheelH * ui.px(40);

    float x = strip.x + margin - state.lanes_offset, chosen_left = 0, chosen_right = 0;
    for (const Lane lane : shown_lanes(workspace)) {
        const auto index = static_cast<std::size_t>(lane);
        const bool chosen = lane == state.lane;
        const std::string word = ui.text(lane_keys[index]), count = grouped(counts[index]);
        const Pen pen = {.size = type::caption + 0.5f, .weight = chosen ? Weight::Semibold : Weight::Regular,
                         .ink = chosen ? ui.ink().text : ui.ink().muted};
        const Pen number = {.size = type::caption + 0.5f, .weight = Weight::Regular, .ink = chosen ? ui.ink().muted : ui.ink().faint};
        const float words = text_width(ui, word, pen), width = words + ui.px(5) + text_width(ui, count, number);
        const Box box = {x, strip.y, width, strip.height};
        const Press state_of_tab = press(ui, ui_id(index, id), {box.x - gap / 2, box.y, box.width + gap, box.height},
                                         {.role = Role::Tab, .name = ui.strings.text("received.lane", {word, count}), .selected = chosen});
        const Pen shown = state_of_tab.hovered && !chosen ? Pen{pen.size, pen.weight, ui.ink().text} : pen;
        const float middle = strip.y + strip.height / 2;
        draw_text(ui, x, middle, word, shown);
        draw_text(ui, x + words + ui.px(5), middle, count, number);
        if (chosen) {
            fill(ui, {x, strip.bottom() - ui.px(2), width, ui.px(2)}, ui.ink().accent, 1);
            chosen_left = x - strip.x + state.lanes_offset;
            chosen_right = chosen_left + width;
        }
        if (state_of_tab.focused) draw_focus_ring(ui, box);
        if (state_of_tab.clicked && !chosen) {
            state.lane = lane;
            state.list_scroll.offset = 0;
            refresh(workspace, state);
            select_place(workspace, state, 0);
            ui.draw_again_in(0);
        }
        x += width + gap;
    }
    const float content = x + state.lanes_offset - strip.x, most = std::max(0.0f, content - strip.width);
    const float offset = state.lanes_offset;
    if (state.lanes_offset > chosen_left - margin) state.lanes_offset = chosen_left - margin;
    if (state.lanes_offset < chosen_right + ui.px(48) - strip.width) state.lanes_offset = chosen_right + ui.px(48) - strip.width;
    state.lanes_offset = std::clamp(state.lanes_offset, 0.0f, most);
    if (offset != state.lanes_offset) ui.draw_again_in(0);
    const ImU32 solid = packed(ui.ink().pane), clear = packed(with_alpha(ui.ink().pane, 0));
    const float fade = ui.px(28), foot = strip.bottom();
    if (state.lanes_offset < most)
        ui.draw().AddRectFilledMultiColor({strip.right() - fade, strip.y}, {strip.right(), foot}, clear, solid, solid, clear);
    if (state.lanes_offset > 0)
        ui.draw().AddRectFilledMultiColor({strip.x, strip.y}, {strip.x + fade, foot}, solid, clear, clear, solid);
}

std::string second_line(const Person& person, const Invitation& invitation, const Ui& ui) {
    if (!person.profile.headline.empty()) return person.profile.headline;
    if (!invitation.note.empty()) return ui.strings.text("received.quote", {invitation.note});
    if (!person.profile.position.empty() && !person.profile.company.empty())
        return ui.strings.text("received.role_at", {person.profile.position, person.profile.company});
    if (!person.profile.company.empty()) return person.profile.company;
    return ui.text("received.no_headline");
}

std::string told_row(const Ui& ui, const Person& person, const Invitation& invitation, const Outline& verdict,
                     const std::string& verdict_words, const std::string& age) {
    return ui.strings.text("received.row", {person.name, verdict_words, second_line(person, invitation, ui), age,
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
        const std::string age = age_of(invitation);
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
        paint(box, person, invitation, verdict, action, decision.has_value() || verdict.already_connected, age, selected, ticked,
              pressed.hovered);
        if (pressed.focused) draw_focus_ring(ui_, box.inset(ui_.px(3)), 4);
        return pressed.clicked;
    }

private:
    std::string age_of(const Invitation& invitation) const {
        if (!invitation.sent_at) return {};
        return short_age(ui_.strings, utc_day_of(*invitation.sent_at), workspace_.today());
    }

    void paint(const Box& box, const Person& person, const Invitation& invitation, const Outline& verdict, Action action,
               bool settled, const std::string& age, bool selected, bool ticked, bool hovered) {
        const Palette& ink = ui_.ink();
        if (selected)
            fill(ui_, box, ink.selection);
        else if (hovered)
            fill(ui_, box, ink.hover);
        if (selected && ui_.layout != Layout::Phone) fill(ui_, {box.x, box.y, ui_.px(3), box.height}, ink.accent);
        line_across(ui_, box.x, box.bottom() - ui_.look.hairline(), box.width, with_alpha(ink.line, 0.75f));

        const float left = box.x + ui_.px(16), right = box.right() - ui_.px(16);
        const float first = box.y + ui_.px(20), second = box.y + ui_.px(43);
        const Box face = {left, box.y + ui_.px(12), ui_.px(32), ui_.px(32)};
        if (ticked) {
            ui_.draw().AddCircleFilled({face.centre(), face.middle()}, face.width / 2, packed(ink.accent), 0);
            draw_icon(ui_, face.centre(), face.middle(), icon::check, 18, ink.on_accent);
        } else {
            draw_avatar(ui_, face, person.name);
        }
        const float text = left + ui_.px(44);
        const float chip = draw_chip_right(ui_, right, first, action, settled);
        draw_text(ui_, text, first, person.name, {.size = type::body, .weight = Weight::Semibold, .ink = ink.text, .tracking = -0.008f},
                  right - chip - ui_.px(10) - text);
        const Pen quiet = {.size = type::caption + 0.5f, .weight = Weight::Regular, .ink = ink.muted};
        const Pen small = {.size = type::caption, .weight = Weight::Regular, .ink = ink.faint};
        const float age_width = age.empty() ? 0 : text_width(ui_, age, small) + ui_.px(12);
        draw_text(ui_, text, second, second_line(person, invitation, ui_), quiet, right - age_width - text);
        if (!age.empty()) draw_text_right(ui_, right, second, age, small);
        const Box bar = {text, box.bottom() - ui_.px(11), right - text, std::max(1.0f, ui_.px(2))};
        if (!verdict.already_connected) draw_share_bar(ui_, bar, verdict.confidence, ui_.look.of(action));
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
    tell_text(ui, id, view, title + " " + more);
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

}  // namespace

void draw_received_list(Ui& ui, const Workspace& workspace, ReceivedState& state, Box area, Choices& choices) {
    const bool phone = ui.layout == Layout::Phone;
    fill(ui, area, ui.ink().pane);
    refresh(workspace, state);
    const float side = ui.px(16);
    area.cut_top(ui.px(phone ? 10 : 14));
    draw_title(ui, workspace, area.cut_top(ui.px(34)).inset(side, 0));
    area.cut_top(ui.px(9));
    const Box field = area.cut_top(ui.px(phone ? 44 : 34)).inset(side, 0);
    const FieldAnswer filtered = text_field(ui, ui_id("received.filter"), field, ui.text("received.filter"), state.filter,
                                            {.placeholder = ui.text("received.filter_hint"), .key = phone ? "" : "/", .search = true});
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

    const UiId id = ui_id("received.list");
    Told list = {.role = Role::List, .name = ui.text("received.list")};
    list.set_size = static_cast<std::int32_t>(state.rows.size());
    const TellGroup group(ui, id, area, std::move(list));
    if (state.rows.empty()) {
        draw_empty(ui, workspace, state, area);
        return;
    }

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
    for (std::size_t place = range.first; place < range.last; ++place) {
        double y = static_cast<double>(area.y) - std::round(state.list_scroll.offset) + static_cast<double>(place) * static_cast<double>(height);
        if (gliding && place >= state.glide_from) y += left * static_cast<double>(state.glide_rows) * static_cast<double>(height);
        const Box box = {area.x, static_cast<float>(std::round(y)), area.width, height};
        Press pressed;
        if (drawer.draw(place, box, box.overlaps(area), pressed)) chosen = place;
        if (pressed.clicked && ImGui::GetIO().KeyCtrl) {
            choices.deed(Deed::Tick);
        }
    }
    scroll.ends_at(scroll.top() + static_cast<float>(static_cast<double>(state.rows.size()) * static_cast<double>(height)));
    if (chosen) {
        select_place(workspace, state, *chosen);
        state.receipt_open = true;
        ui.draw_again_in(0);
    }
}

}  // namespace discern
