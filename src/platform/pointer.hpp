// Mouse, pen, fingers and wheel as ImGui understands them. ImGui knows no touch scrolling, so a finger is a gesture
// first: it scrolls (with momentum), taps, holds (context menu), drags what asked for it, or pinches with a second one.
// Positions and distances are canvas pixels, times are seconds of one monotonic clock.
#pragma once

#include "platform/platform.hpp"

#include <cstdint>
#include <vector>

namespace discern {

enum class PointerKind : std::uint8_t { Mouse, Touch, Pen };
enum class PointerPhase : std::uint8_t { Move, Down, Up, Cancel, Leave };

struct PointerEvent {
    PointerPhase phase = PointerPhase::Move;
    PointerKind kind = PointerKind::Mouse;
    std::int32_t id = 0;  // of the finger
    float x = 0, y = 0;
    std::int32_t button = 0;  // as the DOM counts: 0 left, 1 middle, 2 right
    double seconds = 0;
};

class PointerInput {
public:
    void set_pixel_ratio(float ratio) { ratio_ = ratio; }
    void set_reduced_motion(bool reduced) { reduced_motion_ = reduced; }
    void set_drag_areas(std::vector<RectInCanvas> areas) { drag_areas_ = std::move(areas); }

    void pointer(const PointerEvent& event);
    // A wheel in canvas pixels. `coarse`: it clicks in large steps (a mouse), so the way there is smoothed.
    void wheel(float dx, float dy, bool coarse);
    void pinch(Pinch pinch) { pinches_.push_back(pinch); }
    void release_all();  // focus lost

    void before_frame(double now);                   // timers, momentum; queues ImGui events
    void after_new_frame(double now, float elapsed);  // scrolls windows, now that ImGui knows what is hovered
    // Seconds until it needs a frame: 0 = at once, negative = none.
    [[nodiscard]] double wants_frame_in(double now) const;
    [[nodiscard]] std::vector<Pinch> take_pinches();

private:
    enum class Touch : std::uint8_t { None, Pressed, Scrolling, Dragging, Pinching, Held };
    struct Finger {
        std::int32_t id = 0;
        float x = 0, y = 0;
    };
    struct Motion {
        float x = 0, y = 0;
    };

    void mouse(const PointerEvent& event);
    void finger(const PointerEvent& event);
    void finger_down(const PointerEvent& event);
    void finger_moved(const PointerEvent& event, Finger& finger);
    void finger_up(const PointerEvent& event);
    void begin_pinch();
    void tap(float x, float y, int button);
    [[nodiscard]] bool in_drag_area(float x, float y) const;

    float ratio_ = 1;
    bool reduced_motion_ = false;
    std::vector<RectInCanvas> drag_areas_;
    std::vector<Pinch> pinches_;

    std::vector<Finger> fingers_;
    Touch touch_ = Touch::None;
    float down_x_ = 0, down_y_ = 0;
    double down_at_ = 0, moved_at_ = 0;
    std::uint32_t scroll_window_ = 0;  // ImGui id of the window a gesture scrolls; 0 = the one under the pointer
    Motion pending_;                   // scroll to apply in this frame, canvas pixels
    Motion rest_;                      // the part of a pixel that is still owed
    Motion velocity_;                  // canvas pixels a second
    bool coasting_ = false;
    Motion glide_;                     // what a coarse wheel still has to travel
    int clear_hover_in_ = 0;           // frames until a lifted finger no longer hovers
};

}  // namespace discern
