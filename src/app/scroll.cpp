#include "app/scroll.hpp"

#include <algorithm>
#include <cmath>

namespace discern {
namespace {

constexpr float bar_width = 6, bar_least = 28, bar_margin = 3;
constexpr double bar_stays = 0.9, coast_seconds = 0.15;

}  // namespace

ScrollArea::ScrollArea(Ui& ui, UiId id, ScrollState& state, const Box& view) : ui_(ui), id_(id), state_(state), view_(view) {
    const ImGuiIO& io = ImGui::GetIO();
    const double most = std::max(0.0, state_.content - static_cast<double>(view.height));
    const bool over = view.contains(io.MousePos) && ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
    // A finger that has left the glass has no place any more; its momentum goes on where it was.
    const bool coasts = !ImGui::IsMousePosValid(&io.MousePos) && ui.seconds - state_.reached < coast_seconds;
    if (!ui.under_dialog && io.MouseWheel != 0 && (over || coasts)) {
        state_.offset -= static_cast<double>(io.MouseWheel * wheel_notch_pixels(ui));
        state_.reached = ui.seconds;
    }
    state_.offset = std::clamp(state_.offset, 0.0, most);
    first_node_ = ui.nodes.size();
    ImGui::PushClipRect(view.low(), view.high(), true);
}

float ScrollArea::top() const { return static_cast<float>(static_cast<double>(view_.y) - std::round(state_.offset)); }

void ScrollArea::ends_at(float y) { content_ = static_cast<double>(y) - static_cast<double>(top()); }

ScrollArea::~ScrollArea() {
    state_.content = content_;
    const double visible = static_cast<double>(view_.height);
    const double most = std::max(0.0, content_ - visible);
    state_.offset = std::min(state_.offset, most);
    for (std::size_t node = first_node_; ui_.reveal_focus && node < ui_.nodes.size(); ++node) {
        if (ui_.nodes[node].id != ui_.focused) continue;
        const RectInCanvas& rect = ui_.nodes[node].rect;
        scroll_into_view(state_, view_, static_cast<double>(rect.y - top()), static_cast<double>(rect.height), static_cast<double>(ui_.px(8)));
        state_.offset = std::min(state_.offset, most);
        ui_.draw_again_in(0);
    }
    if (most > 0) {
        const float width = ui_.px(bar_width), margin = ui_.px(bar_margin);
        const double length = std::max(static_cast<double>(ui_.px(bar_least)), visible * visible / content_);
        const double travel = visible - length - 2.0 * static_cast<double>(margin);
        const Box track = {view_.right() - width - 2 * margin, view_.y, width + 2 * margin, view_.height};
        const Box thumb = {view_.right() - width - margin, view_.y + margin + static_cast<float>(travel * state_.offset / most),
                           width, static_cast<float>(length)};
        const Press grip = press_untold(ui_, ui_id("bar", id_), {track.x, thumb.y, track.width, thumb.height}, false);
        const double mouse = static_cast<double>(ImGui::GetIO().MousePos.y);
        if (grip.held && !state_.dragging) state_.grabbed_at = mouse - static_cast<double>(thumb.y);
        state_.dragging = grip.held;
        if (grip.held) {
            const double wanted = (mouse - state_.grabbed_at - static_cast<double>(view_.y + margin)) / travel;
            state_.offset = std::clamp(std::round(wanted * most), 0.0, most);
            state_.reached = ui_.seconds;
        }
        const double idle = ui_.seconds - state_.reached;
        const bool shows = grip.hovered || grip.held || idle < bar_stays;
        if (shows) {
            fill(ui_, thumb, with_alpha(ui_.ink().faint, grip.hovered || grip.held ? 0.75f : 0.45f), bar_width / 2);
            if (!grip.held && !grip.hovered) ui_.draw_again_in(bar_stays - idle + 0.01);
        }
    }
    ImGui::PopClipRect();
}

void scroll_into_view(ScrollState& state, const Box& view, double top, double height, double margin) {
    const double visible = static_cast<double>(view.height);
    if (top - margin < state.offset) state.offset = top - margin;
    if (top + height + margin > state.offset + visible) state.offset = top + height + margin - visible;
    state.offset = std::max(0.0, state.offset);
}

RowRange rows_in_sight(const ScrollState& state, float view_height, float row_height, std::size_t count, std::size_t extra) {
    const double row = static_cast<double>(row_height);
    const auto first = static_cast<std::size_t>(std::max(0.0, std::floor(state.offset / row)));
    const auto last = static_cast<std::size_t>(std::ceil((state.offset + static_cast<double>(view_height)) / row));
    RowRange range;
    range.first = std::min(count, first > extra ? first - extra : 0);
    range.last = std::min(count, last + extra);
    return range;
}

}  // namespace discern
