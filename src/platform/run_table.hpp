// Whole runs of text as single private-use characters: 5,888 places from U+E200 (the icons' own stand before them) to
// U+F8FF, given to the runs that were drawn last.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace discern {

class RunTable {
public:
    static constexpr char32_t first_code_point = 0xE200, last_code_point = 0xF8FF;
    static constexpr bool is_run(char32_t c) { return c >= first_code_point && c <= last_code_point; }

    struct Run {
        std::string text;
        bool right_to_left = false;
        std::uint64_t drawn_in = 0;    // frame
        std::uint32_t generation = 0;  // rises when the place gets another run
    };

    // Called before a place gets another run, so that the fonts forget its glyph.
    void on_reuse(std::function<void(char32_t)> forget) { forget_ = std::move(forget); }

    // The place of a run, which is now in use for this frame and the next. U+FFFD when all are in use.
    [[nodiscard]] char32_t place(std::string_view text, bool right_to_left);
    [[nodiscard]] const Run* run(char32_t code_point) const;
    // Marks a place as in use; false when it holds another generation by now.
    [[nodiscard]] bool keep(char32_t code_point, std::uint32_t generation);

    void next_frame() { ++frame_; }
    [[nodiscard]] std::uint64_t frame() const { return frame_; }
    [[nodiscard]] std::size_t size() const { return runs_.size(); }

private:
    [[nodiscard]] std::size_t free_place();

    std::vector<Run> runs_;
    std::unordered_map<std::string, char32_t> places_;  // key: direction and text
    std::function<void(char32_t)> forget_;
    std::uint64_t frame_ = 1;
    std::size_t hand_ = 0;  // of the clock that looks for a place nobody drew lately
};

}  // namespace discern
