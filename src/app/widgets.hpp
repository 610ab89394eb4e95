// The controls of the product. Each draws itself, can be pressed, and is told to the mirror; views compose them.
#pragma once

#include "app/draw.hpp"
#include "judgement/verdict.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace discern {

[[nodiscard]] const char* icon_of(Action action);
[[nodiscard]] std::string word_of(const Ui& ui, Action action);  // "Ask first"

// ---- pictures that cannot be pressed --------------------------------------------------------------------------------
void draw_avatar(Ui& ui, const Box& box, std::string_view name);
bool ready_avatar(const Look& look, float side, std::string_view name);  // draw.hpp: ready_next_letter
float draw_keycap(Ui& ui, float x, float middle_y, std::string_view key, bool on_colour = false);  // returns its width
[[nodiscard]] float keycap_width(Ui& ui, std::string_view key);
// A cap of the table of deeds as this machine prints it: "Ctrl" is the Command sign on a Mac, "Shift" its word here.
[[nodiscard]] std::string shown_cap(const Ui& ui, std::string_view cap);
// Verdict as colour, icon and word, ending at `right_x`; returns its width.
float draw_chip_right(Ui& ui, float right_x, float middle_y, Action action, bool decided = false);
float draw_tag(Ui& ui, float x, float middle_y, std::string_view text, Rgba colour);
void draw_logo(Ui& ui, const Box& box);

// ---- buttons --------------------------------------------------------------------------------------------------------
enum class ButtonKind : std::uint8_t { Primary, Quiet, Plain, Danger };
struct ButtonLook {
    ButtonKind kind = ButtonKind::Quiet;
    const char* icon = nullptr;
    std::string_view key = {};          // keycap before the label
    std::optional<Rgba> colour = {};    // a verdict's own colour when primary
    bool disabled = false;
    float text_size = type::body;
    std::string_view told_name = {};    // when the mirror should say more than the label
};
inline constexpr float button_padding = 14;  // between a button's edge and its words
[[nodiscard]] float button_width(Ui& ui, std::string_view label, const ButtonLook& look = {});
bool button(Ui& ui, UiId id, const Box& box, std::string_view label, const ButtonLook& look = {});
bool icon_button(Ui& ui, UiId id, const Box& box, const char* icon, std::string_view name);
// Text that does something; returns true when pressed. With a `url` the mirror shows a link that leads there.
bool text_link(Ui& ui, UiId id, float x, float middle_y, std::string_view label, float size = type::small,
               const char* icon = nullptr, std::string_view url = {});
[[nodiscard]] float text_link_width(Ui& ui, std::string_view label, float size, const char* icon);
// A keycap that is itself a button ("Y"), told by what it answers.
bool key_button(Ui& ui, UiId id, float x, float middle_y, std::string_view key, std::string_view name, float* width);

// ---- values ---------------------------------------------------------------------------------------------------------
// One of several that stand side by side, inside a group of Role::RadioGroup; true when it was pressed. With
// Role::Checkbox one that does not exclude the others.
bool choice(Ui& ui, UiId id, const Box& box, std::string_view label, const char* icon, bool chosen, Role role = Role::Radio);
bool toggle(Ui& ui, UiId id, const Box& box, std::string_view label, bool on);  // true when it should flip
// Five steps; returns the value the person chose, if any. Pressing the step that is set takes it one down.
std::optional<int> steps(Ui& ui, UiId id, const Box& box, std::string_view label, int value, int most, Rgba colour);

// ---- text fields ----------------------------------------------------------------------------------------------------
// The field draws itself; while it is edited the browser's own input lies over it (Platform::edit_field).
struct FieldState {
    std::string text;
    bool editing = false;
    bool wanted = false;  // set it to begin editing as soon as the mirror knows the field
    int frames_told = 0;
    std::optional<std::pair<std::uint32_t, std::uint32_t>> select;  // bytes to select as soon as it is edited
};
struct FieldLook {
    std::string_view placeholder = {}, key = {};
    const char* icon = nullptr;
    bool search = false, multiline = false;
    // Of several lines, in canvas pixels.
    float padding = 0, line_height = 0;
    bool drawn_by_caller = false;  // while it is not edited
    const std::vector<FieldMark>* marks = nullptr;
};
struct FieldAnswer {
    bool changed = false, committed = false, cancelled = false, left = false;  // left: editing is over, however
};
FieldAnswer text_field(Ui& ui, UiId id, const Box& box, std::string_view label, FieldState& state, const FieldLook& look);

}  // namespace discern
