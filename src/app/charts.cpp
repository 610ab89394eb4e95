#include "app/charts.hpp"

#include "app/widgets.hpp"
#include "base/sorted.hpp"

#include <algorithm>
#include <cmath>

namespace discern {

void draw_share_bar(Ui& ui, const Box& box, double share, Rgba colour) {
    const float corner = box.height / ui.look.scale / 2;
    fill(ui, box, ui.ink().line, corner);
    const float width = std::round(box.width * static_cast<float>(std::clamp(share, 0.0, 1.0)));
    if (width >= 1) fill(ui, {box.x, box.y, std::max(width, box.height), box.height}, colour, corner);
}

void draw_factor_bar(Ui& ui, const Box& box, double share) {
    line_down(ui, std::round(box.centre()), box.y, box.height, ui.ink().line);
    const float half = box.width / 2, height = ui.px(10);
    const float length = std::max(ui.px(3), std::round(half * static_cast<float>(std::min(1.0, std::abs(share)))));
    const float x = share >= 0 ? std::round(box.centre()) : std::round(box.centre()) - length;
    fill(ui, {x, std::round(box.middle() - height / 2), length, height}, share >= 0 ? ui.ink().accept : ui.ink().report, 3);
}

void draw_unknown_bar(Ui& ui, const Box& box) {
    line_down(ui, std::round(box.centre()), box.y, box.height, ui.ink().line);
    const float height = ui.px(10);
    dashed_outline(ui, {std::round(box.centre()), std::round(box.middle() - height / 2), ui.px(36), height}, ui.ink().faint, 3);
}

float draw_time_line(Ui& ui, UiId id, const Box& box, std::vector<TimeMark> marks) {
    if (marks.size() < 2) return box.y;
    sort_stably(marks, [](const TimeMark& one, const TimeMark& two) { return one.day < two.day; });
    const float inset = ui.px(6), line = std::round(box.y + ui.px(10)), room = box.width - 2 * inset;
    const auto span = static_cast<float>(std::max(1, marks.back().day.days_since_epoch - marks.front().day.days_since_epoch));
    const auto place_of = [&](const TimeMark& mark) {
        return std::round(box.x + inset + room * static_cast<float>(mark.day.days_since_epoch - marks.front().day.days_since_epoch) / span);
    };
    line_across(ui, box.x + inset, line, room, ui.ink().line_strong);
    const Pen pen = {.size = type::caption, .ink = ui.ink().muted};
    const float radius = ui.px(4), below = line + ui.px(18), gap = ui.px(12);
    const float last_from = box.right() - text_width(ui, marks.back().words, pen);
    float free_from = box.x;
    std::string told;
    for (std::size_t index = 0; index < marks.size(); ++index) {
        const TimeMark& mark = marks[index];
        const float x = place_of(mark), width = text_width(ui, mark.words, pen);
        if (mark.today) {
            ui.draw().AddCircleFilled({x, line}, radius + ui.px(1), packed(ui.ink().ground), 0);
            ui.draw().AddCircle({x, line}, radius, packed(mark.colour), 0, ui.px(2));
        } else {
            ui.draw().AddCircleFilled({x, line}, radius, packed(mark.colour), 0);
        }
        // Words that would run into their neighbours stay away: the picture's own words hold them all.
        const bool last = index + 1 == marks.size();
        const float from = last ? last_from : std::clamp(x - width / 2, box.x, std::max(box.x, box.right() - width));
        if (from >= free_from && (last || from + width + gap <= last_from)) {
            draw_text(ui, from, below, mark.words, pen);
            free_from = from + width + gap;
        }
        told += (told.empty() ? "" : ", ") + mark.words;
    }
    tell(ui, id, {box.x, box.y, box.width, ui.px(36)}, {.role = Role::Image, .name = told});
    return box.y + ui.px(36);
}

float draw_what_if(Ui& ui, UiId id, const Box& box, const VerdictCounts& before, const VerdictCounts& after) {
    std::uint32_t most = 1;
    for (std::size_t index = 0; index < before.size(); ++index) most = std::max({most, before[index], after[index]});
    const Pen word = {.size = type::caption, .ink = ui.ink().muted}, number = {.size = type::caption, .weight = Weight::Semibold, .ink = ui.ink().text};
    float words = 0;
    for (std::size_t index = 0; index < before.size(); ++index) words = std::max(words, text_width(ui, word_of(ui, static_cast<Action>(index)), word));
    const float label = ui.px(20) + words + ui.px(12), counts = ui.px(84), row = ui.px(26), thick = ui.px(12);
    const float room = std::max(ui.px(40), box.width - label - counts);
    const auto length = [&](std::uint32_t count) {
        return count == 0 ? 0.0f : std::max(ui.px(3), std::round(room * static_cast<float>(count) / static_cast<float>(most)));
    };
    std::string told;
    float y = box.y;
    for (std::size_t index = 0; index < before.size(); ++index) {
        const auto action = static_cast<Action>(index);
        const bool moved = before[index] != after[index];
        if (before[index] == 0 && after[index] == 0) continue;
        const Rgba colour = ui.look.of(action);
        const float middle = std::round(y + row / 2);
        draw_icon(ui, box.x + ui.px(7), middle, icon_of(action), 14, colour);
        draw_text(ui, box.x + ui.px(20), middle, word_of(ui, action), word);
        const float x = std::round(box.x + label), top = std::round(middle - thick / 2);
        fill(ui, {x, top, room, thick}, mixed(ui.ink().ground, ui.ink().line, 0.55f), 3);
        if (after[index] > 0) fill(ui, {x, top, length(after[index]), thick}, with_alpha(colour, moved ? 0.85f : 0.6f), 3);
        if (moved && before[index] > 0) {
            const Box was = {x, top - ui.px(3), length(before[index]), thick + ui.px(6)};
            outline(ui, was, ui.ink().text, 4);
        }
        const std::string count = moved ? ui.strings.text("goals.from_to", {grouped(before[index]), grouped(after[index])}) : grouped(after[index]);
        draw_text(ui, x + room + ui.px(12), middle, count, moved ? number : word);
        told += (told.empty() ? "" : ", ") + ui.strings.text("goals.part", {word_of(ui, action), count});
        y += row;
    }
    tell(ui, id, {box.x, box.y, box.width, y - box.y}, {.role = Role::Image, .name = told});
    return y;
}

}  // namespace discern
