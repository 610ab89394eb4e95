#include "platform/keyboard.hpp"

#include <gtest/gtest.h>
#include <imgui.h>

namespace discern {
namespace {

KeyPlan plan(KeyPress press) { return plan_for_key(press, false, false); }

TEST(Keyboard, leaves_the_browser_its_shortcuts) {
    for (const char* key : {"r", "l", "t", "n", "w", "+", "-", "0", "f", "p", "c", "x", "v", "I", "Tab"}) {
        const KeyPlan answer = plan({.key = key, .code = "KeyA", .control = true});
        EXPECT_FALSE(answer.prevent) << "Ctrl+" << key;
        EXPECT_EQ(answer.imgui_key, 0) << "Ctrl+" << key;
    }
    for (const char* key : {"F1", "F5", "F11", "F12", "Alt", "Shift"}) EXPECT_FALSE(plan({.key = key, .code = key}).prevent) << key;
    EXPECT_FALSE(plan({.key = "ArrowLeft", .code = "ArrowLeft", .alt = true}).prevent) << "Back";
}

TEST(Keyboard, takes_its_own_shortcuts) {
    for (const char* key : {"k", "z", "y", "s", "o"}) EXPECT_TRUE(plan({.key = key, .control = true}).prevent) << key;
    EXPECT_TRUE(plan({.key = "Z", .control = true, .shift = true}).with_shift);
    EXPECT_EQ(plan_for_key({.key = "k", .meta = true}, true, false).imgui_key, ImGuiKey_K);
    EXPECT_EQ(plan_for_key({.key = "k", .control = true}, true, false).imgui_key, 0) << "Control is not Command";
}

TEST(Keyboard, goes_by_letters_for_letters_and_by_place_for_digits) {
    EXPECT_EQ(plan({.key = "z", .code = "KeyW"}).imgui_key, ImGuiKey_Z) << "AZERTY";
    EXPECT_EQ(plan({.key = "&", .code = "Digit1"}).imgui_key, ImGuiKey_1) << "AZERTY without Shift";
    EXPECT_EQ(plan({.key = "ж", .code = "Semicolon"}).imgui_key, ImGuiKey_Semicolon);
    EXPECT_EQ(plan({.key = "о", .code = "KeyJ"}).imgui_key, ImGuiKey_J) << "a Cyrillic layout";
    const KeyPlan slash = plan({.key = "/", .code = "Digit7", .shift = true});
    EXPECT_EQ(slash.imgui_key, ImGuiKey_Slash) << "a German layout";
    EXPECT_FALSE(slash.with_shift);
    EXPECT_TRUE(plan({.key = "?", .code = "Minus", .shift = true}).with_shift);
}

TEST(Keyboard, leaves_controls_and_fields_what_is_theirs) {
    EXPECT_EQ(plan({.key = " ", .code = "Space", .focus = KeyFocus::Control}).imgui_key, 0);
    EXPECT_EQ(plan({.key = "Enter", .code = "Enter", .focus = KeyFocus::Control}).imgui_key, 0);
    EXPECT_NE(plan({.key = "j", .code = "KeyJ", .focus = KeyFocus::Control}).imgui_key, 0);
    EXPECT_EQ(plan({.key = "ArrowLeft", .code = "ArrowLeft", .focus = KeyFocus::Slider}).imgui_key, 0);
    EXPECT_EQ(plan({.key = "j", .code = "KeyJ", .focus = KeyFocus::TextField}).imgui_key, 0);
    EXPECT_EQ(plan({.key = "z", .code = "KeyZ", .control = true, .focus = KeyFocus::TextField}).imgui_key, 0) << "its own undo";
    EXPECT_NE(plan({.key = "k", .code = "KeyK", .control = true, .focus = KeyFocus::TextField}).imgui_key, 0);
    EXPECT_EQ(plan({.key = "ArrowDown", .code = "ArrowDown", .focus = KeyFocus::SearchField}).imgui_key, ImGuiKey_DownArrow);
}

TEST(Keyboard, leaves_tab_to_the_browser_unless_a_view_claims_it) {
    EXPECT_EQ(plan({.key = "Tab", .code = "Tab"}).imgui_key, 0);
    EXPECT_TRUE(plan_for_key({.key = "Tab", .code = "Tab", .shift = true}, false, true).with_shift);
}

TEST(Keyboard, does_not_touch_what_an_input_method_composes) {
    EXPECT_EQ(plan({.key = "k", .code = "KeyK", .composing = true}).imgui_key, 0);
    EXPECT_EQ(plan({.key = "Process", .code = "KeyK"}).imgui_key, 0);
    EXPECT_EQ(plan({.key = "Dead", .code = "Quote"}).imgui_key, 0);
}

}  // namespace
}  // namespace discern
