// What weighs more: how much each of the ten factors counts. The purposes decide, until somebody says so outright: by an
// order from the most to the least important, or by points for each.
#include "app/charts.hpp"
#include "app/goals_parts.hpp"
#include "base/numbers.hpp"
#include "base/sorted.hpp"
#include "judgement/receipt.hpp"
#include "judgement/weights.hpp"
#include "knowledge/knowledge.hpp"

#include <icons.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>
#include <vector>

namespace discern {
namespace {

enum class Says : std::size_t { Purposes, Ranking, Points };
constexpr int point_steps = 10, points_a_step = 10;

using Order = std::vector<std::uint8_t>;  // all ten, each once

Says who_says(const Goals& goals) {
    const auto& points = goals.factor_points;
    if (points.size() == criterion_count && std::ranges::any_of(points, [](std::uint8_t each) { return each > 0; })) return Says::Points;
    return goals.factor_ranking.empty() ? Says::Purposes : Says::Ranking;
}

Goals by_purposes(Goals goals) {
    goals.factor_points.clear();
    goals.factor_ranking.clear();
    return goals;
}

CriterionValues weights_of(const Goals& goals) { return weights_from_goals(goals, embedded_knowledge().goals); }

// Heaviest first; equal ones as the receipt has them.
Order by_weight(const CriterionValues& weights) {
    Order order(criterion_count);
    std::iota(order.begin(), order.end(), std::uint8_t{0});
    sort_stably(order, [&](std::uint8_t one, std::uint8_t two) { return weights[one] > weights[two]; });
    return order;
}

// What somebody starts from: the order and the proportions that the purposes give.
Goals begun(const Goals& goals, Says says) {
    Goals changed = by_purposes(goals);
    const CriterionValues weights = weights_of(changed);
    if (says == Says::Ranking) {
        changed.factor_ranking = by_weight(weights);
    } else if (says == Says::Points) {
        // Without the half that is equal for all, and to full steps.
        const double equal = 0.5 / criterion_count, most = std::max(1e-9, *std::ranges::max_element(weights) - equal);
        for (const double weight : weights)
            changed.factor_points.push_back(static_cast<std::uint8_t>(points_a_step * std::lround(point_steps * std::max(0.0, weight - equal) / most)));
    }
    return changed;
}

// All ten: those that were not named come last.
Order ranking_of(const Goals& goals) {
    Order order = by_weight(weights_of(goals));
    std::size_t place = 0;
    for (const std::uint8_t factor : goals.factor_ranking) {
        const auto found = std::find(order.begin() + static_cast<std::ptrdiff_t>(place), order.end(), factor);
        if (found != order.end()) std::rotate(order.begin() + static_cast<std::ptrdiff_t>(place++), found, found + 1);
    }
    return order;
}

void send(GoalsScene& scene, Goals goals, std::uint32_t gesture) {
    scene.choices.command(SetGoalsCommand{scene.workspace.document().active_lens, std::move(goals), gesture});
}

bool draw_arrow(Ui& ui, UiId id, const Box& box, const char* icon_text, const std::string& name, bool at_end) {
    const Press pressed = press(ui, id, box, {.role = Role::Button, .name = name, .disabled = at_end});
    if (pressed.hovered) fill(ui, box.inset(ui.px(2)), ui.ink().hover, radius::control);
    draw_icon(ui, box.centre(), box.middle(), icon_text, 16, at_end ? ui.ink().line_strong : pressed.hovered ? ui.ink().text : ui.ink().muted);
    if (pressed.focused) draw_focus_ring(ui, box.inset(ui.px(2)));
    return pressed.clicked && !at_end;
}

struct FactorRows {
    GoalsScene& scene;
    const Goals& goals;
    CriterionValues weights;
    double most;

    // The name at the left, with its place where there is an order; returns what is left for the picture or the control.
    Box begin(const Box& row, std::optional<std::size_t> place, Criterion criterion, float control) const {
        Ui& ui = scene.ui;
        line_across(ui, row.x, row.bottom() - ui.look.hairline(), row.width, with_alpha(ui.ink().line, 0.75f));
        const float inset = place ? ui.px(30) : 0;
        if (place) draw_text_right(ui, row.x + ui.px(16), row.middle(), std::to_string(*place + 1), {.size = type::small, .ink = ui.ink().muted});
        draw_text(ui, row.x + inset, row.middle(), factor_name(criterion, ui.strings.table()), {.size = type::body, .ink = ui.ink().text}, row.width - control - inset - ui.px(10));
        return {row.right() - control, row.y, control, row.height};
    }

    void bar(const Box& box, Criterion criterion) const {
        const double share = weights[static_cast<std::size_t>(criterion)];
        draw_share_bar(scene.ui, {box.x, std::round(box.middle() - scene.ui.px(3)), box.width, scene.ui.px(6)}, share / most, scene.ui.ink().accent);
    }

    [[nodiscard]] std::string told(Criterion criterion) const {
        const Strings& strings = scene.ui.strings;
        return strings.text("goals.weighs", {factor_name(criterion, strings.table()), grouped(static_cast<std::uint64_t>(std::lround(100 * weights[static_cast<std::size_t>(criterion)])))});
    }

    void of_purposes(const Box& row, std::size_t place, Criterion criterion) const {
        Ui& ui = scene.ui;
        const Box rest = begin(row, place, criterion, ui.px(row.width < ui.px(520) ? 150 : 220));
        bar({rest.x, rest.y, rest.width - ui.px(34), rest.height}, criterion);
        const std::string share = std::to_string(std::lround(100 * weights[static_cast<std::size_t>(criterion)]));
        draw_text_right(ui, rest.right(), rest.middle(), share, {.size = type::small, .ink = ui.ink().text});
        tell_text(ui, ui_id(place, ui_id("factor.share")), row, told(criterion));
    }

    void of_ranking(const Box& row, std::size_t place, Criterion criterion, const Order& order) const {
        Ui& ui = scene.ui;
        const float target = ui.px(ui.look.touch ? 44 : 32), narrow = row.width < ui.px(520) ? 60.0f : 130.0f;
        const Box rest = begin(row, place, criterion, ui.px(narrow) + 2 * target + ui.px(12));
        bar({rest.x, rest.y, ui.px(narrow), rest.height}, criterion);
        const std::string name = factor_name(criterion, ui.strings.table());
        const UiId id = ui_id(static_cast<std::uint64_t>(criterion), ui_id("factor.rank"));  // the focus goes where the factor goes
        tell_text(ui, id, {row.x, row.y, row.width - 2 * target, row.height}, told(criterion));
        const Box up = {rest.right() - 2 * target, std::round(rest.middle() - target / 2), target, target}, down = {up.right(), up.y, target, target};
        const bool rises = draw_arrow(ui, ui_id("up", id), up, icon::chevron_up, ui.strings.text("goals.raise", {name}), place == 0);
        const bool sinks = draw_arrow(ui, ui_id("down", id), down, icon::chevron_down, ui.strings.text("goals.lower", {name}), place + 1 == criterion_count);
        if (!rises && !sinks) return;
        Order moved = order;
        const std::size_t other = rises ? place - 1 : place + 1;
        std::swap(moved[place], moved[other]);
        Goals changed = goals;
        changed.factor_ranking = std::move(moved);
        send(scene, std::move(changed), 0);
        ui.platform.announce(ui.strings.text("goals.ranked", {name, grouped(other + 1), grouped(criterion_count)}), false);
    }

    void of_points(const Box& row, std::size_t place, Criterion criterion) const {
        Ui& ui = scene.ui;
        const bool narrow = row.width < ui.px(520);
        const Box rest = begin(row, std::nullopt, criterion, ui.px(narrow ? 180 : 260));
        const int value = goals.factor_points[static_cast<std::size_t>(criterion)] / points_a_step;
        const float height = ui.px(ui.look.touch ? 44 : 32);
        const auto chosen = steps(ui, ui_id(place, ui_id("factor.points")), {rest.x, std::round(rest.middle() - height / 2), rest.width - ui.px(40), height},
                                  factor_name(criterion, ui.strings.table()), value, point_steps, ui.ink().accent);
        draw_text_right(ui, rest.right(), rest.middle(), std::to_string(value * points_a_step), {.size = type::small, .weight = Weight::Semibold, .ink = value > 0 ? ui.ink().text : ui.ink().muted});
        if (!chosen) return;
        Goals changed = goals;
        changed.factor_points[static_cast<std::size_t>(criterion)] = static_cast<std::uint8_t>(*chosen * points_a_step);
        // The last point taken away: nobody has said anything, so the purposes decide again.
        if (std::ranges::all_of(changed.factor_points, [](std::uint8_t each) { return each == 0; })) changed = by_purposes(std::move(changed));
        send(scene, std::move(changed), scene.state.gesture);
    }
};

// The three ways side by side; in a narrow column one above the other.
float draw_ways(GoalsScene& scene, float y, Says says) {
    Ui& ui = scene.ui;
    const Box& column = scene.column;
    const bool narrow = column.width < ui.px(520);
    constexpr std::array<std::string_view, 3> keys = {"goals.by_purposes", "goals.by_ranking", "goals.by_points"};
    const float height = ui.px(ui.look.touch ? 44 : 34), gap = ui.px(6);
    const float width = narrow ? column.width : std::floor((column.width - 2 * gap) / 3);
    const TellGroup group(ui, ui_id("goals.ways"), {column.x, y, column.width, narrow ? 3 * height + 2 * gap : height}, {.role = Role::RadioGroup, .name = ui.text("goals.factors")});
    for (std::size_t way = 0; way < keys.size(); ++way) {
        const auto at = static_cast<float>(way);
        const Box box = {narrow ? column.x : column.x + at * (width + gap), narrow ? y + at * (height + gap) : y, width, height};
        if (choice(ui, ui_id(keys[way]), box, ui.text(keys[way]), nullptr, says == static_cast<Says>(way)) && says != static_cast<Says>(way))
            send(scene, begun(scene.workspace.goals(), static_cast<Says>(way)), 0);
    }
    return y + (narrow ? 3 * height + 2 * gap : height);
}

}  // namespace

float draw_factors(GoalsScene& scene, float y) {
    Ui& ui = scene.ui;
    const Box& column = scene.column;
    const Goals& goals = scene.workspace.goals();
    const Says says = who_says(goals);
    const std::string title = ui.text("goals.factors"), lead = ui.text(says == Says::Purposes ? "goals.factors_lead" : says == Says::Ranking ? "goals.factors_ranked" : "goals.factors_pointed");
    const float target = ui.px(ui.look.touch ? 48 : 40);
    const Box head = {column.x, y, column.width, target};
    const UiId id = ui_id("goals.factors");
    tell_heading(ui, ui_id("title", id), head, title, 3);
    const bool open = scene.state.factors_open;
    const Press pressed = press(ui, id, head, {.role = Role::Button, .name = ui.text(open ? "goals.factors_hide" : "goals.factors_show"), .expandable = true, .expanded = open});
    if (pressed.hovered) fill(ui, {head.x - ui.px(8), head.y, head.width + ui.px(16), head.height}, ui.ink().hover, radius::control);
    const float used = draw_text(ui, head.x, head.middle(), title, {.size = type::card, .weight = Weight::Semibold, .ink = ui.ink().text, .tracking = -0.01f}, head.width - ui.px(32));
    draw_icon(ui, head.x + used + ui.px(16), head.middle(), open ? icon::chevron_up : icon::chevron_down, 16, ui.ink().muted);
    if (pressed.focused) draw_focus_ring(ui, head);
    if (pressed.clicked) scene.state.factors_open = !open;
    y += target;
    tell_text(ui, ui_id("lead", id), {column.x, y, column.width, ui.px(22)}, lead);
    y += draw_paragraph(ui, column.x, y, column.width, lead, {.size = type::small, .ink = ui.ink().muted});
    if (!open) return y;

    y = draw_ways(scene, y + ui.px(14), says) + ui.px(8);
    const CriterionValues weights = weights_of(goals);
    const FactorRows rows{scene, goals, weights, *std::ranges::max_element(weights)};
    const Order order = says == Says::Ranking ? ranking_of(goals) : by_weight(weights);
    const float height = ui.px(ui.look.touch ? 48 : 40);
    for (std::size_t place = 0; place < criterion_count; ++place) {
        const Box row = {column.x, y, column.width, height};
        if (says == Says::Purposes) rows.of_purposes(row, place, static_cast<Criterion>(order[place]));
        else if (says == Says::Ranking) rows.of_ranking(row, place, static_cast<Criterion>(order[place]), order);
        else rows.of_points(row, place, static_cast<Criterion>(place));  // in an order that does not move under the finger
        y += height;
    }
    return y;
}

}  // namespace discern
