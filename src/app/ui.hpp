// What every drawing function needs for one frame, and the only ways in which a thing on the canvas becomes pressable:
// each pressable or readable thing is drawn by us and also told to the mirror with its role, name and state.
#pragma once

#include "app/geometry.hpp"
#include "app/strings.hpp"
#include "app/theme.hpp"
#include "platform/platform.hpp"
#include "platform/round_shapes.hpp"

#include <imgui.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace discern {

using UiId = std::uint32_t;

// Stable from frame to frame: made of words and numbers only, never of addresses. Never 0.
[[nodiscard]] UiId ui_id(std::string_view name, UiId parent = 0);
[[nodiscard]] UiId ui_id(std::uint64_t number, UiId parent);

// Everything that a pointer could press in a frame; what the mirror does not name is only there for a pointer (a scroll bar).
struct Pressable {
    UiId id = 0;
    Box box;
    bool named = true;
};

struct Ui {
    Platform& platform;
    const Look& look;
    const Strings& strings;
    Layout layout = Layout::Wide;
    Box page = {};  // whole canvas
    Box safe = {};  // of it what no notch or rounded corner covers
    double seconds = 0;
    RoundShapes* shapes = nullptr;  // nothing: rounded boxes are drawn as polygons

    std::vector<SemanticAction> actions = {};  // not yet taken
    std::vector<TextFieldEvent> field_events = {};
    std::vector<SemanticNode> nodes = {};     // told so far, in reading order
    std::vector<std::int32_t> parents = {};   // stack of open groups
    std::vector<Pressable> pressables = {};
    UiId focused = 0;                     // where the keyboard is, as the mirror says
    UiId scroll_to = 0;                   // a list whose chosen row should come into sight
    bool reveal_focus = false;            // the focus just moved: panes bring it into sight
    UiId hint_of = 0;                     // what the pointer rests on
    double next_frame_in = -1;            // seconds until something moves by itself; negative = nothing does
    Box covered = {};                     // something will be drawn over this: nothing of it can be pressed
    bool under_dialog = false;            // a dialog lies over what is being drawn: nothing of it can be pressed

    [[nodiscard]] float px(float css) const { return look.px(css); }
    [[nodiscard]] const Palette& ink() const { return look.palette; }
    [[nodiscard]] ImDrawList& draw() const { return *ImGui::GetWindowDrawList(); }
    [[nodiscard]] std::string text(std::string_view key) const { return strings.text(key); }
    void draw_again_in(double after_seconds);

    // True once if the mirror asked for it; the action is used up.
    bool take_action(UiId id, SemanticAction::Kind kind, SemanticAction* taken = nullptr);
};

// ---- telling the mirror ---------------------------------------------------------------------------------------------
struct Told {
    Role role = Role::Text;
    std::string name = {}, value = {};
    std::uint8_t level = 0;
    std::int32_t position = 0, set_size = 0;
    float number = 0, minimum = 0, maximum = 0;
    bool disabled = false, checked = false, selected = false, current = false, expandable = false, expanded = false;
    bool plain = false;  // of a list item: not to be pressed
};
void tell(Ui& ui, UiId id, const Box& box, Told told);
void tell_text(Ui& ui, UiId id, const Box& box, std::string_view name);
void tell_heading(Ui& ui, UiId id, const Box& box, std::string_view name, int level);

// Nodes told while it lives are its children.
class TellGroup {
public:
    TellGroup(Ui& ui, UiId id, const Box& box, Told told);
    ~TellGroup();
    TellGroup(const TellGroup&) = delete;
    TellGroup& operator=(const TellGroup&) = delete;

private:
    Ui& ui_;
};

// ---- pressing -------------------------------------------------------------------------------------------------------
struct Press {
    bool clicked = false;  // by pointer, by the mirror, or by Enter or Space on the focused thing
    bool hovered = false, held = false, focused = false;
    bool held_long = false;  // a finger rested on it, or the right button was pressed
};
// An invisible pressable box; the caller draws it. It is also told to the mirror.
Press press(Ui& ui, UiId id, const Box& box, Told told);
// The same without telling: the caller tells it under this id. `named` is false where there is nothing to tell.
// Of a node that was told already and holds others (a list item).
Press press_told(Ui& ui, UiId id, const Box& box);
Press press_untold(Ui& ui, UiId id, const Box& box, bool named = true);
// Ring around the thing that has the keyboard focus.
void draw_focus_ring(Ui& ui, const Box& box, float radius_css = radius::control);

}  // namespace discern
