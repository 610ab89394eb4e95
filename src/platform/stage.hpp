// What the page and its headless stand-in have in common: the ImGui context, the way of an event into it, one frame
// from start to end, and the inbox. The page's JavaScript and the tests call the same functions, so a click is a click.
#pragma once

#include "platform/app.hpp"
#include "platform/canvas_font.hpp"
#include "platform/keyboard.hpp"
#include "platform/pointer.hpp"
#include "platform/run_table.hpp"
#include "platform/text_setter.hpp"

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

struct ImGuiContext;

namespace discern {

class Stage : public Platform {
public:
    Stage(std::unique_ptr<App> app, GlyphPainter& painter);
    ~Stage() override;
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    // ---- events in ---------------------------------------------------------------------------------------------------
    void resize(float width, float height, float pixel_ratio);
    void pointer(const PointerEvent& event);
    void wheel(float x, float y, float dx, float dy, bool coarse);
    void pinch(const Pinch& pinch);
    // Returns whether the browser must not act on it.
    bool key_down(const KeyPress& press, bool repeat);
    void key_up(const KeyPress& press);
    void focus(bool focused);
    void set_preferences(const Preferences& preferences);
    void set_safe_area(const SafeArea& area);
    // The copy or cut event of the browser: what is selected, after two frames of Ctrl+C (X). Empty = nothing.
    std::string copy(bool cut, double seconds);
    Inbox& inbox() { return inbox_; }
    void later(std::function<void()> work) { arrived_.push_back(std::move(work)); }  // in the next frame, before the app's
    void glyphs_changed();  // another font became usable: draw everything anew

    // ---- a frame -----------------------------------------------------------------------------------------------------
    // Draws one. Returns the seconds until the next one is wanted: 0 = at once, negative = when something happens.
    double frame(double seconds);
    // Between frames; true while more is left.
    bool work() { return app_started_ && app_->work(); }
    [[nodiscard]] std::uint64_t frames_drawn() const { return frames_drawn_; }
    [[nodiscard]] bool mirror_is_due() const { return mirror_dirty_; }  // what it tells is not yet what is shown

    // ---- Platform ----------------------------------------------------------------------------------------------------
    double seconds_since_start() override { return now_; }
    Preferences preferences() override { return preferences_; }
    float pixel_ratio() override { return pixel_ratio_; }
    SafeArea safe_area() override { return safe_area_; }
    Inbox take_inbox() override;
    void show_semantics(std::span<const SemanticNode> nodes) override;
    void drag_area(const RectInCanvas& rect) override { drag_areas_.push_back(rect); }
    void claim_tab(bool claim) override { tab_claimed_ = claim; }
    void copy_text(std::string_view text) override;

protected:
    void start_app();  // once the size is known
    [[nodiscard]] const std::vector<SemanticNode>& semantics() const { return shown_; }

    virtual void render() = 0;                                           // what ImGui drew, or its glyphs at least
    virtual void send_semantics(std::span<const SemanticNode> nodes) = 0;  // they differ from the last ones sent
    virtual void put_on_clipboard(std::string_view text) = 0;            // outside a copy event
    virtual void show_cursor(int imgui_cursor) = 0;                      // it changed

private:
    void begin_imgui_frame(double seconds);
    [[nodiscard]] double next_deadline(double app_wants);
    void send_semantics_if_due();
    void set_modifiers(bool control, bool shift, bool alt, bool meta);

    ImGuiContext* context_ = nullptr;
    std::unique_ptr<App> app_;
    bool app_started_ = false;
    RunTable runs_;
    TextSetter setter_;
    Fonts fonts_;
    PointerInput pointer_input_;
    Inbox inbox_;
    std::deque<std::function<void()>> arrived_;
    Preferences preferences_;
    SafeArea safe_area_;
    float pixel_ratio_ = 1;
    double now_ = 0, drawn_at_ = 0, pointer_moved_at_ = -1, mirror_sent_at_ = -1;
    std::uint64_t frames_drawn_ = 0;
    std::vector<RectInCanvas> drag_areas_;
    std::vector<SemanticNode> shown_, sent_;
    bool mirror_dirty_ = false;
    bool scrolling_ = false;  // the mirror has not been told since the wheel turned
    bool tab_claimed_ = false;
    bool in_copy_event_ = false;
    std::string clipboard_;
    bool copied_ = false;
    int cursor_ = -1;
};

}  // namespace discern
