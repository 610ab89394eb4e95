#include "app/charts.hpp"

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

void draw_composition(Ui& ui, const Box& box, std::span<const BarPart> parts) {
    std::uint32_t total = 0;
    std::size_t shown = 0;
    for (const BarPart& part : parts) {
        total += part.count;
        shown += part.count > 0 ? 1 : 0;
    }
    if (total == 0) return;
    const float gap = ui.px(2), room = box.width - gap * static_cast<float>(shown - 1);
    float x = box.x;
    for (const BarPart& part : parts) {
        if (part.count == 0) continue;
        const float width = room * static_cast<float>(part.count) / static_cast<float>(total);
        fill(ui, {std::round(x), box.y, std::max(1.0f, std::round(x + width) - std::round(x)), box.height}, part.colour, 3);
        x += width + gap;
    }
}

}  // namespace discern
