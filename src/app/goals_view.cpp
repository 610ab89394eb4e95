// Goals: what the profile is for, 0 to 5 for each of seven purposes, with what a change does to the verdicts at once.
#include "app/charts.hpp"
#include "app/goals_parts.hpp"
#include "app/lens_comparison_view.hpp"
#include "base/sorted.hpp"

#include <icons.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace discern {
namespace {

constexpr std::size_t changes_shown = 7;

std::vector<std::pair<InvitationId, Action>> verdicts_now(const Workspace& workspace) {
    std::vector<std::pair<InvitationId, Action>> verdicts;
    for (const ReceivedRow& row : workspace.rows())
        verdicts.emplace_back(workspace.invitation_of(row).id, workspace.outline_of(row).action);
    return verdicts;
}

// While the pointer is down the changes are those of this one move, otherwise those since the view was opened.
void refresh_changes(const Workspace& workspace, GoalsState& state) {
    if (!state.baseline_known) enter_goals(workspace, state);
    if (state.changes_generation == workspace.verdict_generation() && state.changes_of_gesture == state.in_gesture) return;
    state.changes_generation = workspace.verdict_generation();
    state.changes_of_gesture = state.in_gesture;
    state.changes.clear();
    const auto& baseline = state.in_gesture ? state.gesture_baseline : state.baseline;
    std::size_t place = 0;
    for (const ReceivedRow& row : workspace.rows()) {
        const InvitationId id = workspace.invitation_of(row).id;
        while (place < baseline.size() && baseline[place].first != id) ++place;
        if (place == baseline.size()) break;
        const Outline& verdict = workspace.outline_of(row);
        if (!verdict.already_connected && workspace.is_open(row) && verdict.action != baseline[place].second)
            state.changes.push_back({id, workspace.person_of(row).name, baseline[place].second, verdict.action});
    }
}

void send(GoalsScene& scene, Goals goals, std::uint32_t gesture) {
    scene.choices.command(SetGoalsCommand{scene.workspace.document().active_lens, std::move(goals), gesture});
}

float draw_purposes(GoalsScene& scene, float y) {
    Ui& ui = scene.ui;
    const Box& column = scene.column;
    const bool narrow = column.width < ui.px(520);
    const Goals& goals = scene.workspace.goals();
    for (std::size_t index = 0; index < purpose_count; ++index) {
        const auto purpose = static_cast<Purpose>(index);
        const UiId id = ui_id(index, ui_id("purpose"));
        const std::string title = word_of(ui, purpose), more = ui.text("purpose.more." + std::string(name_of(purpose)));
        const float control = ui.px(narrow ? 0 : 190), room = column.width - (narrow ? 0 : control + ui.px(56));
        const float more_height = paragraph_height(ui, room, more, {.size = type::small, .ink = {}});
        const float height = ui.px(14) + ui.px(22) + more_height + ui.px(14) + (narrow ? ui.px(40) : 0);
        const Box row = {column.x, y, column.width, height};
        const int value = goals.purposes[index];
        draw_text(ui, column.x, y + ui.px(24), title, {.size = type::body, .weight = Weight::Semibold, .ink = ui.ink().text}, room);
        draw_paragraph(ui, column.x, y + ui.px(36), room, more, {.size = type::small, .ink = ui.ink().muted});
        tell_text(ui, ui_id("more", id), row, more);
        const Box slider = narrow ? Box{column.x, row.bottom() - ui.px(48), column.width - ui.px(40), ui.px(44)}
                                  : Box{column.right() - control, std::round(row.middle() - ui.px(18)), control - ui.px(24), ui.px(36)};
        const std::optional<int> chosen = steps(ui, id, slider, title, value, 5, ui.ink().accent);
        draw_text_right(ui, narrow ? column.right() : column.right(), slider.middle(), std::to_string(value),
                        {.size = type::body, .weight = Weight::Semibold, .ink = value > 0 ? ui.ink().text : ui.ink().faint});
        if (chosen) {
            Goals changed = goals;
            changed.purposes[index] = static_cast<std::uint8_t>(*chosen);
            send(scene, changed, scene.state.gesture);
        }
        y += height;
        line_across(ui, column.x, y - ui.look.hairline(), column.width, ui.ink().line);
    }
    return y;
}

float draw_change(GoalsScene& scene, const GoalsState::Change& change, UiId id, const Box& row) {
    Ui& ui = scene.ui;
    const std::string told = ui.strings.text("goals.change", {change.name, word_of(ui, change.before), word_of(ui, change.after)});
    const Press pressed = press(ui, id, row, {.role = Role::Button, .name = told});
    if (pressed.hovered) fill(ui, {row.x - ui.px(8), row.y, row.width + ui.px(16), row.height}, ui.ink().hover, radius::control);
    draw_avatar(ui, {row.x, row.middle() - ui.px(12), ui.px(24), ui.px(24)}, change.name);
    const float chip = draw_chip_right(ui, row.right(), row.middle(), change.after);
    draw_icon(ui, row.right() - chip - ui.px(13), row.middle(), icon::arrow_right, 13, ui.ink().faint);
    const float old_right = row.right() - chip - ui.px(26);
    draw_icon(ui, old_right - ui.px(7), row.middle(), icon_of(change.before), 14, ui.look.of(change.before));
    draw_text(ui, row.x + ui.px(34), row.middle(), change.name, {.size = type::small, .ink = ui.ink().text}, old_right - ui.px(24) - row.x - ui.px(34));
    if (pressed.focused) draw_focus_ring(ui, row);
    if (pressed.clicked) scene.choices.show_invitation = change.invitation;
    return row.height;
}

float draw_consequences(GoalsScene& scene, float y) {
    Ui& ui = scene.ui;
    const Box& column = scene.column;
    const UiId id = ui_id("goals.consequences");
    const std::size_t changed = scene.state.changes.size();
    const std::string title = changed == 0 ? ui.text("goals.no_change") : ui.strings.counted("goals.changed", changed);
    tell_heading(ui, id, {column.x, y, column.width, ui.px(24)}, title, 2);
    draw_text(ui, column.x, y + ui.px(12), title, {.size = type::card, .weight = Weight::Semibold, .ink = ui.ink().text, .tracking = -0.01f}, column.width);
    y += ui.px(30);
    std::vector<Action> becomes;
    for (const auto& change : scene.state.changes) becomes.push_back(change.after);
    const std::string since = ui.strings.sentences({where_to(ui, becomes), ui.text(scene.state.in_gesture ? "goals.since_pressed" : "goals.since_opened")});
    tell_text(ui, ui_id("since", id), {column.x, y, column.width, ui.px(22)}, since);
    y += draw_paragraph(ui, column.x, y, column.width, since, {.size = type::small, .ink = ui.ink().muted}) + ui.px(14);
    y = draw_what_if(ui, ui_id("goals.composition"), {column.x, y, column.width, 0}, scene.state.in_gesture ? scene.state.gesture_counts : scene.state.counts_before,
                     composition_of(scene.workspace)) + ui.px(14);
    const std::size_t shown = std::min(changed, changes_shown);
    for (std::size_t place = 0; place < shown; ++place) {
        const auto& change = scene.state.changes[place];
        y += draw_change(scene, change, ui_id(change.invitation.value, id), {column.x, y, column.width, ui.px(ui.look.touch ? 48 : 40)});
    }
    if (changed > shown) {
        const std::string more = ui.strings.counted("goals.more_changes", changed - shown);
        draw_text(ui, column.x, y + ui.px(14), more, {.size = type::small, .ink = ui.ink().muted});
        tell_text(ui, ui_id("more", id), {column.x, y, column.width, ui.px(28)}, more);
        y += ui.px(30);
    }
    return y;
}

float draw_heading(GoalsScene& scene, float y) {
    Ui& ui = scene.ui;
    const Box& column = scene.column;
    const std::string title = ui.text("goals.title"), lead = ui.text("goals.lead");
    tell_heading(ui, ui_id("goals.title"), {column.x, y, column.width, ui.px(30)}, title, 2);
    draw_text(ui, column.x, y + ui.px(14), title, {.size = type::name, .weight = Weight::Semibold, .ink = ui.ink().text, .tracking = -0.018f}, column.width);
    y += ui.px(36);
    tell_text(ui, ui_id("goals.lead"), {column.x, y, column.width, ui.px(22)}, lead);
    return y + draw_paragraph(ui, column.x, y, std::min(column.width, ui.px(560)), lead, {.size = type::body, .ink = ui.ink().muted}) + ui.px(12);
}

// All that can be set, in one column; the consequences too where there is no room beside it.
void draw_form(GoalsScene& scene, const Box& area, float side, bool beside) {
    Ui& ui = scene.ui;
    ScrollArea scroll(ui, ui_id("goals"), scene.state.scroll, area);
    const float width = std::min(area.width - 2 * side, ui.px(720));
    scene.column = {std::round(area.centre() - width / 2), area.y, width, area.height};
    float y = draw_heading(scene, scroll.top() + ui.px(ui.layout == Layout::Phone ? 16 : 28));
    y = draw_lenses(scene, y) + ui.px(12);
    if (!beside) y = draw_consequences(scene, y + ui.px(8)) + ui.px(8);
    y = draw_purposes(scene, y) + ui.px(20);
    y = draw_factors(scene, y) + ui.px(28);
    y = draw_targets(scene, y) + ui.px(28);
    y = draw_about(scene, y) + ui.px(28);
    y = draw_boundaries(scene, y);
    scroll.ends_at(y + ui.px(40));
}

}  // namespace

std::string word_of(const Ui& ui, Purpose purpose) { return ui.text("purpose." + std::string(name_of(purpose))); }

std::vector<Purpose> leading_purposes(const Goals& goals, std::size_t most) {
    std::vector<Purpose> all;
    for (std::size_t index = 0; index < purpose_count; ++index)
        if (goals.purposes[index] > 0) all.push_back(static_cast<Purpose>(index));
    sort_stably(all, [&](Purpose a, Purpose b) {
        return goals.purposes[static_cast<std::size_t>(a)] > goals.purposes[static_cast<std::size_t>(b)];
    });
    if (all.size() > most) all.resize(most);
    return all;
}

void enter_goals(const Workspace& workspace, GoalsState& state) {
    state.baseline = verdicts_now(workspace);
    state.counts_before = composition_of(workspace);
    state.baseline_known = true;
    state.in_gesture = false;
    state.changes.clear();
    state.changes_generation = workspace.verdict_generation();
}

void draw_goals(Ui& ui, const Workspace& workspace, GoalsState& state, Box area, Choices& choices) {
    // One press of the pointer is one gesture: its moves are undone together, and told together while it lasts.
    const bool down = ImGui::IsMouseDown(ImGuiMouseButton_Left);
    if (down != state.pressed_before) ++state.gesture;
    if (down && !state.pressed_before) {
        state.gesture_baseline = verdicts_now(workspace);
        state.gesture_counts = composition_of(workspace);
        state.gesture_generation = workspace.verdict_generation();
    }
    state.in_gesture = down && state.gesture_generation != workspace.verdict_generation();
    state.pressed_before = down;
    refresh_changes(workspace, state);

    const UiId id = ui_id("goals");
    const TellGroup group(ui, id, area, {.role = Role::Group, .name = ui.text("goals.title")});
    GoalsScene scene{ui, workspace, state, choices, {}};
    const bool beside = area.width >= ui.px(900);
    const float side = ui.px(ui.layout == Layout::Phone ? 16 : 40);
    const Box whole = area;
    const float pane_width = beside ? std::min(ui.px(400), std::round(area.width * 0.36f)) : 0;
    area.cut_right(pane_width);
    draw_form(scene, area, side, beside);
    if (!beside) return;
    const Box pane = {whole.right() - pane_width, whole.y, pane_width, whole.height};
    fill(ui, pane, ui.ink().pane);
    line_down(ui, pane.x, pane.y, pane.height, ui.ink().line);
    ScrollArea scroll(ui, ui_id("side", id), state.side_scroll, pane);
    scene.column = pane.inset(ui.px(28), 0);
    scroll.ends_at(draw_consequences(scene, scroll.top() + ui.px(32)) + ui.px(24));
}

}  // namespace discern
