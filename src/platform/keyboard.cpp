#include "platform/keyboard.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <optional>

namespace discern {
namespace {

struct NamedKey {
    std::string_view name;
    ImGuiKey key;
};

constexpr std::array named_keys = std::to_array<NamedKey>({
    {"Tab", ImGuiKey_Tab}, {"ArrowLeft", ImGuiKey_LeftArrow}, {"ArrowRight", ImGuiKey_RightArrow},
    {"ArrowUp", ImGuiKey_UpArrow}, {"ArrowDown", ImGuiKey_DownArrow}, {"PageUp", ImGuiKey_PageUp},
    {"PageDown", ImGuiKey_PageDown}, {"Home", ImGuiKey_Home}, {"End", ImGuiKey_End}, {"Insert", ImGuiKey_Insert},
    {"Delete", ImGuiKey_Delete}, {"Backspace", ImGuiKey_Backspace}, {"Space", ImGuiKey_Space}, {" ", ImGuiKey_Space},
    {"Enter", ImGuiKey_Enter}, {"NumpadEnter", ImGuiKey_Enter}, {"Escape", ImGuiKey_Escape}, {"Comma", ImGuiKey_Comma},
    {"Minus", ImGuiKey_Minus}, {"Period", ImGuiKey_Period}, {"Slash", ImGuiKey_Slash}, {"Equal", ImGuiKey_Equal},
    {"Semicolon", ImGuiKey_Semicolon}, {"BracketLeft", ImGuiKey_LeftBracket}, {"BracketRight", ImGuiKey_RightBracket},
    {"Backslash", ImGuiKey_Backslash}, {"Quote", ImGuiKey_Apostrophe}, {"Backquote", ImGuiKey_GraveAccent},
});

std::optional<char32_t> only_character(std::string_view utf8) {
    unsigned character = 0;
    const int length = [&] {
        // ImGui's own decoder is internal; a key's text is one code point or a name such as "Enter".
        if (utf8.empty()) return 0;
        const auto lead = static_cast<unsigned char>(utf8[0]);
        const int size = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (utf8.size() != static_cast<std::size_t>(size)) return 0;
        constexpr unsigned lead_masks[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
        character = lead & lead_masks[size];
        for (int i = 1; i < size; ++i) {
            character = character << 6 | (static_cast<unsigned char>(utf8[static_cast<std::size_t>(i)]) & 0x3Fu);
        }
        return size;
    }();
    if (length == 0 || character < 0x20 || character == 0x7F) return std::nullopt;
    return static_cast<char32_t>(character);
}

ImGuiKey letter_key(char32_t character) {
    if (character >= 'a' && character <= 'z') return static_cast<ImGuiKey>(ImGuiKey_A + static_cast<int>(character - 'a'));
    if (character >= 'A' && character <= 'Z') return static_cast<ImGuiKey>(ImGuiKey_A + static_cast<int>(character - 'A'));
    return ImGuiKey_None;
}

ImGuiKey key_from_names(std::string_view key, std::string_view code) {
    const std::optional<char32_t> character = only_character(key);
    if (character) {
        if (const ImGuiKey letter = letter_key(*character); letter != ImGuiKey_None) return letter;
        if (*character == '/' || *character == '?') return ImGuiKey_Slash;
    }
    if (code.size() == 6 && code.starts_with("Digit")) return static_cast<ImGuiKey>(ImGuiKey_0 + (code[5] - '0'));
    if (code.size() == 7 && code.starts_with("Numpad") && code[6] >= '0' && code[6] <= '9') {
        return static_cast<ImGuiKey>(ImGuiKey_0 + (code[6] - '0'));
    }
    // A layout without Latin letters (Greek, Cyrillic, Hebrew): the key's place stands for its letter.
    const bool not_latin = character && *character > 0x2FF;
    if (not_latin && code.size() == 4 && code.starts_with("Key")) return letter_key(static_cast<char32_t>(code[3]));
    for (const std::string_view name : {code, key}) {
        const auto found = std::ranges::find(named_keys, name, &NamedKey::name);
        if (found != named_keys.end()) return found->key;
    }
    return ImGuiKey_None;
}

// With Control (Command): what Discern answers. All else is the browser's: reload, tabs, zoom, find, print, tools.
// Copy, cut and paste arrive as clipboard events, which preventing the key would suppress.
bool is_own_shortcut(ImGuiKey key) {
    switch (key) {
        case ImGuiKey_K: case ImGuiKey_Z: case ImGuiKey_Y: case ImGuiKey_S: case ImGuiKey_O: case ImGuiKey_A:
        case ImGuiKey_Enter: return true;
        default: return false;
    }
}

bool answers_itself(KeyFocus focus, ImGuiKey key) {
    const bool presses = key == ImGuiKey_Enter || key == ImGuiKey_Space;
    if (focus == KeyFocus::Control) return presses;
    if (focus != KeyFocus::Slider) return false;
    return presses || key == ImGuiKey_LeftArrow || key == ImGuiKey_RightArrow || key == ImGuiKey_UpArrow ||
           key == ImGuiKey_DownArrow || key == ImGuiKey_PageUp || key == ImGuiKey_PageDown || key == ImGuiKey_Home ||
           key == ImGuiKey_End;
}

}  // namespace

KeyPlan plan_for_key(const KeyPress& press, bool apple, bool claims_tab) {
    if (press.composing || press.key == "Process" || press.key == "Dead" || press.key == "Unidentified") return {};
    const ImGuiKey key = key_from_names(press.key, press.code);
    if (key == ImGuiKey_None) return {};
    const bool command = apple ? press.meta : press.control;
    const bool other_command = apple ? press.control : press.meta;
    if (other_command || press.alt) return {};

    const bool in_field = press.focus == KeyFocus::TextField || press.focus == KeyFocus::SearchField;
    if (command) {
        const bool edits = key == ImGuiKey_Z || key == ImGuiKey_Y || key == ImGuiKey_A;  // a field has its own
        if (!is_own_shortcut(key) || (in_field && edits)) return {};
        if ((key == ImGuiKey_S || key == ImGuiKey_O || key == ImGuiKey_A) && press.shift) return {};
        return {.imgui_key = key, .with_shift = press.shift, .prevent = true};
    }
    if (in_field) {
        const bool walks = key == ImGuiKey_UpArrow || key == ImGuiKey_DownArrow;
        if (press.focus == KeyFocus::SearchField && walks) return {.imgui_key = key, .prevent = true};
        return {};
    }
    if (answers_itself(press.focus, key)) return {};
    if (key == ImGuiKey_Tab) return claims_tab ? KeyPlan{.imgui_key = key, .with_shift = press.shift, .prevent = true} : KeyPlan{};
    if (key == ImGuiKey_Escape) return {.imgui_key = key, .with_shift = press.shift};

    const char32_t character = only_character(press.key).value_or(0);
    const bool slash = key == ImGuiKey_Slash;
    return {.imgui_key = key, .with_shift = slash ? character == '?' : press.shift, .prevent = true, .character = character};
}

}  // namespace discern
