// Which keys are Discern's and which stay the browser's, as one table that tests can read.
// Letters and '/' '?' go by what the layout types (`key`), digits and everything else by where the key is (`code`):
// Ctrl+Z has to be right on AZERTY, where 1 to 5 need Shift.
#pragma once

#include <cstdint>
#include <string_view>

namespace discern {

// What holds the DOM focus. A control answers Enter and Space itself, a slider the arrows too, a field nearly all.
enum class KeyFocus : std::uint8_t { Canvas, Control, Slider, SearchField, TextField };

struct KeyPress {
    std::string_view key{}, code{};  // as KeyboardEvent has them: "z", "KeyW"
    bool control = false, shift = false, alt = false, meta = false;
    bool composing = false;      // an input method is at work: the key is its business
    KeyFocus focus = KeyFocus::Canvas;
};

struct KeyPlan {
    int imgui_key = 0;         // ImGuiKey, 0 = not for Discern
    bool with_shift = false;   // the Shift that the shortcut means ('?' is Shift + '/', wherever the layout has it)
    bool prevent = false;      // the browser must not act on it
    char32_t character = 0;    // what it types, if anything
};

// `apple`: Command takes the place of Control. `claims_tab`: the view uses Tab for its lanes.
[[nodiscard]] KeyPlan plan_for_key(const KeyPress& press, bool apple, bool claims_tab);

}  // namespace discern
