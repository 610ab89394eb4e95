#include "platform/stage.hpp"

#include "platform/imgui_internals.hpp"
#include "platform/semantics.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cfloat>
#include <utility>

namespace discern {
namespace {

constexpr double longest_step = 0.1;     // after a pause nothing may jump further
constexpr double mirror_interval = 0.1;  // for places and while scrolling; another change of content is told at once
constexpr float text_css_px = 15;
constexpr std::array tooltip_delays{0.15, 0.40};  // ImGui's HoverStationaryDelay and HoverDelayNormal

Fonts current_fonts;

}  // namespace

const Fonts& fonts() { return current_fonts; }

Stage::Stage(std::unique_ptr<App> app, GlyphPainter& painter) : app_(std::move(app)), setter_(painter, runs_) {
    IMGUI_CHECKVERSION();
    context_ = ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigInputTextCursorBlink = false;      // fields are the browser's; a blink would cost frames
    io.ConfigWindowsMoveFromTitleBarOnly = true;
    io.KeyRepeatDelay = FLT_MAX;                // the browser repeats keys, at the user's own speed
    io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
    imgui::switch_off_window_list();

    ImGuiPlatformIO& platform_io = ImGui::GetPlatformIO();
    platform_io.Platform_ClipboardUserData = this;
    platform_io.Platform_GetClipboardTextFn = [](ImGuiContext*) {
        return static_cast<Stage*>(ImGui::GetPlatformIO().Platform_ClipboardUserData)->clipboard_.c_str();
    };
    platform_io.Platform_SetClipboardTextFn = [](ImGuiContext*, const char* text) {
        static_cast<Stage*>(ImGui::GetPlatformIO().Platform_ClipboardUserData)->copy_text(text);
    };

    fonts_ = current_fonts = load_fonts(painter, runs_);
    runs_.on_reuse([this](char32_t place) {
        imgui::forget_glyph(fonts_.regular, place);
        imgui::forget_glyph(fonts_.semibold, place);
    });
    ImGui::GetStyle().FontSizeBase = text_css_px;
    use_text_setter(&setter_);
}

Stage::~Stage() {
    app_.reset();
    ImGui::SetCurrentContext(context_);
    ImGui::DestroyContext(context_);
    use_text_setter(nullptr);
    current_fonts = {};
}

void Stage::start_app() {
    if (std::exchange(app_started_, true)) return;
    app_->start(*this);
}

// ---- events in -------------------------------------------------------------------------------------------------------

void Stage::resize(float width, float height, float ratio) {
    pixel_ratio_ = ratio;
    pointer_input_.set_pixel_ratio(ratio);
    ImGui::GetIO().DisplaySize = ImVec2(width, height);
    ImGui::GetStyle().FontScaleDpi = ratio;
    wake();
}

void Stage::pointer(const PointerEvent& event) {
    pointer_input_.set_drag_areas(drag_areas_);
    pointer_input_.pointer(event);
    if (event.kind != PointerKind::Touch) pointer_moved_at_ = event.seconds;
    wake();
}

void Stage::wheel(float x, float y, float dx, float dy, bool coarse) {
    ImGui::GetIO().AddMouseSourceEvent(ImGuiMouseSource_Mouse);
    ImGui::GetIO().AddMousePosEvent(x, y);
    pointer_input_.wheel(dx, dy, coarse);
    scrolling_ = true;
    wake();
}

void Stage::pinch(const Pinch& pinch) {
    pointer_input_.pinch(pinch);
    wake();
}

void Stage::set_modifiers(bool control, bool shift, bool alt, bool meta) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiMod_Ctrl, control);
    io.AddKeyEvent(ImGuiMod_Shift, shift);
    io.AddKeyEvent(ImGuiMod_Alt, alt);
    io.AddKeyEvent(ImGuiMod_Super, meta);
}

bool Stage::key_down(const KeyPress& press, bool repeat) {
    const KeyPlan plan = plan_for_key(press, preferences_.apple, tab_claimed_);
    if (plan.imgui_key == 0) return false;
    ImGuiIO& io = ImGui::GetIO();
    const auto key = static_cast<ImGuiKey>(plan.imgui_key);
    set_modifiers(press.control, plan.with_shift, press.alt, press.meta);
    if (repeat) io.AddKeyEvent(key, false);
    io.AddKeyEvent(key, true);
    if (plan.character != 0 && !press.control && !press.meta) io.AddInputCharacter(plan.character);
    wake();
    return plan.prevent;
}

void Stage::key_up(const KeyPress& press) {
    ImGuiIO& io = ImGui::GetIO();
    const bool command_released = press.key == "Meta" || press.key == "Control";
    if (command_released) {
        // While Command is held, browsers on macOS tell nobody that a letter was released.
        for (int key = ImGuiKey_NamedKey_BEGIN; key < ImGuiKey_GamepadStart; ++key) {
            if (ImGui::IsKeyDown(static_cast<ImGuiKey>(key))) {
                io.AddKeyEvent(static_cast<ImGuiKey>(key), false);
            }
        }
    }
    // Whatever the focus or the modifiers are by now, a key that was taken must be let go.
    const KeyPlan plan = plan_for_key({.key = press.key, .code = press.code}, preferences_.apple, true);
    if (plan.imgui_key != 0) io.AddKeyEvent(static_cast<ImGuiKey>(plan.imgui_key), false);
    set_modifiers(press.control, press.shift, press.alt, press.meta);
    wake();
}

void Stage::focus(bool focused) {
    ImGui::GetIO().AddFocusEvent(focused);
    if (!focused) {
        set_modifiers(false, false, false, false);
        pointer_input_.release_all();
    }
    wake();
}

void Stage::set_preferences(const Preferences& preferences) {
    preferences_ = preferences;
    pointer_input_.set_reduced_motion(preferences.reduced_motion);
    ImGui::GetIO().ConfigMacOSXBehaviors = preferences.apple;
    wake();
}

void Stage::set_safe_area(const SafeArea& area) {
    safe_area_ = area;
    wake();
}

std::string Stage::copy(bool cut, double seconds) {
    ImGuiIO& io = ImGui::GetIO();
    const ImGuiKey key = cut ? ImGuiKey_X : ImGuiKey_C;
    copied_ = false;
    in_copy_event_ = true;
    set_modifiers(!preferences_.apple, false, false, preferences_.apple);
    io.AddKeyEvent(key, true);
    frame(seconds);
    io.AddKeyEvent(key, false);
    set_modifiers(false, false, false, false);
    frame(seconds);
    in_copy_event_ = false;
    return copied_ ? clipboard_ : std::string();
}

void Stage::glyphs_changed() {
    setter_.forget_all();
    imgui::forget_all_glyphs();
    wake();
}

// ---- a frame -----------------------------------------------------------------------------------------------------------

void Stage::begin_imgui_frame(double seconds) {
    ImGuiIO& io = ImGui::GetIO();
    now_ = std::max(now_, seconds);
    const double step = std::clamp(now_ - drawn_at_, 0.0005, longest_step);
    drawn_at_ = now_;
    io.DeltaTime = static_cast<float>(step);
    imgui::trim_fonts();
    pointer_input_.before_frame(now_);
    ImGui::NewFrame();
    pointer_input_.after_new_frame(now_, io.DeltaTime);
    std::ranges::move(pointer_input_.take_pinches(), std::back_inserter(inbox_.pinches));
}

double Stage::frame(double seconds) {
    ImGui::SetCurrentContext(context_);
    begin_imgui_frame(seconds);
    start_app();
    for (std::deque<std::function<void()>> work = std::exchange(arrived_, {}); auto& step : work) step();
    drag_areas_.clear();

    const double app_wants = app_->frame();

    ImGui::Render();
    render();
    ++frames_drawn_;
    send_semantics_if_due();
    if (const int cursor = ImGui::GetMouseCursor(); cursor != cursor_) show_cursor(cursor_ = cursor);
    setter_.next_frame();
    return next_deadline(app_wants);
}

double Stage::next_deadline(double app_wants) {
    double soonest = app_wants;
    const auto consider = [&](double wanted) {
        if (wanted >= 0 && (soonest < 0 || wanted < soonest)) soonest = wanted;
    };
    if (!arrived_.empty() || imgui::wants_animation()) consider(0);
    consider(pointer_input_.wants_frame_in(now_));
    if (mirror_dirty_) consider(std::max(0.0, mirror_sent_at_ + mirror_interval - now_));
    for (const double delay : tooltip_delays) {
        const double left = pointer_moved_at_ + delay - now_;
        if (pointer_moved_at_ >= 0 && left > 0) consider(left + 0.005);
    }
    return soonest;
}

// ---- Platform ----------------------------------------------------------------------------------------------------------

Inbox Stage::take_inbox() {
    Inbox taken = std::exchange(inbox_, {});
    inbox_.files_hover = taken.files_hover;  // a state, not an event
    return taken;
}

void Stage::show_semantics(std::span<const SemanticNode> nodes) {
    if (std::ranges::equal(nodes, shown_)) return;
    shown_.assign(nodes.begin(), nodes.end());
    mirror_dirty_ = true;
}

void Stage::send_semantics_if_due() {
    if (!mirror_dirty_) return;
    // Nobody reads along while a wheel turns; rebuilding what the page tells would take longer than drawing it.
    const bool can_wait = scrolling_ || equal_but_for_places(shown_, sent_);
    if (can_wait && now_ - mirror_sent_at_ < mirror_interval) return;
    mirror_dirty_ = false;
    scrolling_ = false;
    mirror_sent_at_ = now_;
    sent_ = shown_;
    send_semantics(sent_);
}

void Stage::copy_text(std::string_view text) {
    clipboard_ = text;
    copied_ = true;
    if (!in_copy_event_) put_on_clipboard(text);
}

}  // namespace discern
