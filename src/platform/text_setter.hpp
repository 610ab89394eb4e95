// Turns what people wrote into what ImGui draws right (display_text.hpp is its public face): finds the runs that need
// the browser's text engine, breaks lines, cuts with an ellipsis, and remembers the answers.
#pragma once

#include "platform/glyph_painter.hpp"
#include "platform/run_table.hpp"

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace discern {

class TextSetter {
public:
    TextSetter(GlyphPainter& painter, RunTable& runs) : painter_(painter), runs_(runs) {}

    [[nodiscard]] std::string_view line(std::string_view utf8);
    [[nodiscard]] std::string_view fitted(std::string_view utf8, float max_width);
    [[nodiscard]] std::span<const std::string_view> lines(std::string_view utf8, float wrap_width);
    void next_frame();
    void forget_all() { answers_.clear(); }  // the fonts changed

private:
    // Part of a line that is drawn in one way.
    struct Piece {
        std::string text;
        bool is_run = false;
        bool right_to_left = false;
    };
    struct UsedPlace {
        char32_t code_point;
        std::uint32_t generation;
    };
    struct Answer {
        std::string text{};
        std::vector<std::string> made_lines{};  // what `views` point into where a line had to be made
        std::vector<std::string_view> views{};
        std::vector<UsedPlace> places{};
        std::uint64_t used_in = 0;
    };

    [[nodiscard]] std::vector<Piece> pieces_of(std::string_view line) const;
    void append_shaped(std::string_view words, std::vector<Piece>& pieces) const;
    [[nodiscard]] std::string set(const std::vector<Piece>& pieces, std::vector<UsedPlace>& places);
    [[nodiscard]] float width_of(std::string_view line) const;
    [[nodiscard]] std::vector<std::string_view> broken(std::string_view paragraph, float wrap_width) const;
    [[nodiscard]] Answer* known(const std::string& key);

    GlyphPainter& painter_;
    RunTable& runs_;
    std::unordered_map<std::string, Answer> answers_;
};

// The one that display_text() and its neighbours use; set by the stage that owns it.
void use_text_setter(TextSetter* setter);

}  // namespace discern
