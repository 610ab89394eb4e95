#include "platform/pointer.hpp"

#include "platform/imgui_internals.hpp"

#include <imgui.h>

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <utility>

namespace discern {
namespace {

constexpr float slop_css = 8;            // a finger may wander this far and still tap
constexpr double hold_seconds = 0.5;     // still that long: context menu
constexpr float coast_time = 0.4f;       // seconds in which momentum falls to 1/e
constexpr float slowest_coast_css = 24;  // CSS pixels a second: below it momentum ends
constexpr float fastest_coast_css = 6000;
constexpr float glide_time = 0.055f;     // a coarse wheel's way is 63 % done after this
constexpr int frames_until_hover_clears = 3;  // fewer and ImGui has not let go of the item yet

ImGuiMouseSource source_of(PointerKind kind) {
    if (kind == PointerKind::Touch) return ImGuiMouseSource_TouchScreen;
    return kind == PointerKind::Pen ? ImGuiMouseSource_Pen : ImGuiMouseSource_Mouse;
}

int imgui_button(int dom_button) {
    if (dom_button == 1) return ImGuiMouseButton_Middle;
    return dom_button == 2 ? ImGuiMouseButton_Right : ImGuiMouseButton_Left;
}

void move_mouse_away() { ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX); }

}  // namespace

void PointerInput::pointer(const PointerEvent& event) {
    if (event.kind == PointerKind::Touch) {
        finger(event);
    } else {
        mouse(event);
    }
}

void PointerInput::mouse(const PointerEvent& event) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(source_of(event.kind));
    switch (event.phase) {
        case PointerPhase::Leave: move_mouse_away(); break;
        case PointerPhase::Cancel:
            for (int button = 0; button < 3; ++button) io.AddMouseButtonEvent(button, false);
            break;
        case PointerPhase::Move: io.AddMousePosEvent(event.x, event.y); break;
        case PointerPhase::Down:
        case PointerPhase::Up:
            if (event.button > 2) break;  // Back and Forward buttons belong to the browser
            coasting_ = false;
            io.AddMousePosEvent(event.x, event.y);
            io.AddMouseButtonEvent(imgui_button(event.button), event.phase == PointerPhase::Down);
            break;
    }
}

bool PointerInput::in_drag_area(float x, float y) const {
    return std::ranges::any_of(drag_areas_, [=](const RectInCanvas& area) {
        return x >= area.x && y >= area.y && x < area.x + area.width && y < area.y + area.height;
    });
}

void PointerInput::finger(const PointerEvent& event) {
    ImGui::GetIO().AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
    if (event.phase == PointerPhase::Down) return finger_down(event);
    const auto known = std::ranges::find(fingers_, event.id, &Finger::id);
    if (known == fingers_.end()) return;
    if (event.phase == PointerPhase::Move) return finger_moved(event, *known);
    if (event.phase == PointerPhase::Cancel) touch_ = touch_ == Touch::Dragging ? touch_ : Touch::None;
    finger_up(event);
}

void PointerInput::finger_down(const PointerEvent& event) {
    fingers_.push_back({event.id, event.x, event.y});
    if (fingers_.size() == 2) return begin_pinch();
    if (fingers_.size() > 2) return;

    const bool caught_momentum = coasting_;  // this finger stops the list, it does not press what slides under it
    coasting_ = false;
    velocity_ = {};
    rest_ = {};
    scroll_window_ = 0;
    clear_hover_in_ = 0;
    down_x_ = event.x;
    down_y_ = event.y;
    down_at_ = moved_at_ = event.seconds;
    ImGui::GetIO().AddMousePosEvent(event.x, event.y);
    if (in_drag_area(event.x, event.y)) {
        touch_ = Touch::Dragging;
        ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, true);
    } else {
        touch_ = caught_momentum ? Touch::Scrolling : Touch::Pressed;
    }
}

void PointerInput::begin_pinch() {
    if (touch_ == Touch::Dragging) ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    touch_ = Touch::Pinching;
}

void PointerInput::finger_moved(const PointerEvent& event, Finger& moved) {
    const float dx = event.x - moved.x, dy = event.y - moved.y;
    if (touch_ == Touch::Pinching && fingers_.size() >= 2) {
        const auto middle_and_span = [this] {
            const Finger &a = fingers_[0], &b = fingers_[1];
            return Pinch{(a.x + b.x) / 2, (a.y + b.y) / 2, std::hypot(a.x - b.x, a.y - b.y)};
        };
        const Pinch before = middle_and_span();
        moved.x = event.x;
        moved.y = event.y;
        const Pinch after = middle_and_span();
        pinches_.push_back({.x = after.x, .y = after.y, .factor = before.factor > 0 ? after.factor / before.factor : 1,
                            .dx = after.x - before.x, .dy = after.y - before.y});
        return;
    }
    if (fingers_.front().id != event.id) return;
    if (touch_ == Touch::Pressed) {
        if (std::hypot(event.x - down_x_, event.y - down_y_) <= slop_css * ratio_) return;
        touch_ = Touch::Scrolling;  // from here on, without the jump over the slop
    } else if (touch_ == Touch::Scrolling) {
        pending_.x -= dx;
        pending_.y -= dy;
        const auto passed = static_cast<float>(event.seconds - moved_at_);
        if (passed > 0) {
            // The newest movements count most: an average that forgets over 40 ms.
            const float weight = 1 - std::exp(-passed / 0.04f);
            velocity_.x += weight * (-dx / passed - velocity_.x);
            velocity_.y += weight * (-dy / passed - velocity_.y);
        }
    } else if (touch_ == Touch::Dragging) {
        ImGui::GetIO().AddMousePosEvent(event.x, event.y);
    }
    moved.x = event.x;
    moved.y = event.y;
    moved_at_ = event.seconds;
}

void PointerInput::tap(float x, float y, int button) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(x, y);
    io.AddMouseButtonEvent(button, true);
    io.AddMouseButtonEvent(button, false);
}

void PointerInput::finger_up(const PointerEvent& event) {
    std::erase_if(fingers_, [&](const Finger& f) { return f.id == event.id; });
    if (!fingers_.empty()) return;
    switch (std::exchange(touch_, Touch::None)) {
        case Touch::Pressed: tap(down_x_, down_y_, ImGuiMouseButton_Left); break;
        case Touch::Dragging: ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, false); break;
        case Touch::Scrolling: {
            const bool paused = event.seconds - moved_at_ > 0.06;  // it rested before it was lifted
            const float speed = std::hypot(velocity_.x, velocity_.y);
            coasting_ = !paused && speed > slowest_coast_css * ratio_;
            const float fastest = fastest_coast_css * ratio_;
            if (speed > fastest) velocity_ = {velocity_.x * fastest / speed, velocity_.y * fastest / speed};
            break;
        }
        default: break;
    }
    clear_hover_in_ = frames_until_hover_clears;
}

void PointerInput::wheel(float dx, float dy, bool coarse) {
    coasting_ = false;
    if (coarse && !reduced_motion_) {
        glide_.x += dx;
        glide_.y += dy;
    } else {
        pending_.x += dx;
        pending_.y += dy;
    }
    if (touch_ == Touch::None) scroll_window_ = 0;
}

void PointerInput::release_all() {
    ImGuiIO& io = ImGui::GetIO();
    for (int button = 0; button < 3; ++button) io.AddMouseButtonEvent(button, false);
    fingers_.clear();
    touch_ = Touch::None;
    coasting_ = false;
    glide_ = {};
}

void PointerInput::before_frame(double now) {
    if (touch_ == Touch::Pressed && now - down_at_ >= hold_seconds) {
        touch_ = Touch::Held;
        ImGui::GetIO().AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
        tap(down_x_, down_y_, ImGuiMouseButton_Right);
    }
    if (clear_hover_in_ > 0 && --clear_hover_in_ == 0) move_mouse_away();
}

void PointerInput::after_new_frame(double, float elapsed) {
    if (coasting_) {
        pending_.x += velocity_.x * elapsed;
        pending_.y += velocity_.y * elapsed;
        const float kept = std::exp(-elapsed / coast_time);
        velocity_ = {velocity_.x * kept, velocity_.y * kept};
        if (std::hypot(velocity_.x, velocity_.y) < slowest_coast_css * ratio_) coasting_ = false;
    }
    if (glide_.x != 0 || glide_.y != 0) {
        const float share = 1 - std::exp(-elapsed / glide_time);
        const auto step = [share](float left) { return std::abs(left) < 1 ? left : left * share; };
        const Motion stepped{step(glide_.x), step(glide_.y)};
        glide_ = {glide_.x - stepped.x, glide_.y - stepped.y};
        pending_.x += stepped.x;
        pending_.y += stepped.y;
    }
    if (pending_.x == 0 && pending_.y == 0) return;

    const Motion wanted{pending_.x + rest_.x, pending_.y + rest_.y};
    const Motion whole{std::round(wanted.x), std::round(wanted.y)};
    rest_ = {wanted.x - whole.x, wanted.y - whole.y};
    pending_ = {};
    const bool by_finger = touch_ == Touch::Scrolling || coasting_;
    if (scroll_window_ == 0) {
        scroll_window_ = imgui::scrollable_window_under_mouse(wanted.x, wanted.y);
        if (scroll_window_ != 0 && by_finger) move_mouse_away();  // what slides under the finger is not hovered
    }
    if (scroll_window_ != 0) {
        const bool moved = imgui::scroll_window(scroll_window_, whole.x, whole.y);
        if (!moved && (whole.x != 0 || whole.y != 0)) coasting_ = false;
    } else {
        // Nothing scrolls here: a view may zoom with it. ImGui counts notches of about 100 CSS pixels.
        ImGuiIO& io = ImGui::GetIO();
        io.MouseWheelH -= wanted.x / (100 * ratio_);
        io.MouseWheel -= wanted.y / (100 * ratio_);
        rest_ = {};
    }
    if (!by_finger && glide_.x == 0 && glide_.y == 0) scroll_window_ = 0;
}

double PointerInput::wants_frame_in(double now) const {
    if (coasting_ || glide_.x != 0 || glide_.y != 0 || clear_hover_in_ > 0) return 0;
    if (touch_ == Touch::Pressed) return std::max(0.0, down_at_ + hold_seconds - now);
    return -1;
}

std::vector<Pinch> PointerInput::take_pinches() { return std::exchange(pinches_, {}); }

}  // namespace discern
