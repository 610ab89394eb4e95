#include "app/marked_text.hpp"

#include "platform/display_text.hpp"

#include <algorithm>
#include <cmath>

namespace discern {
namespace {

// A piece that is drawn at one go: a word, or the part of one up to where a mark begins or ends.
struct Piece {
    std::uint32_t begin = 0, end = 0;
    std::size_t mark = no_mark;
    bool space_before = false, line_before = false, may_break = false;
    static constexpr std::size_t no_mark = static_cast<std::size_t>(-1);
};

[[nodiscard]] std::uint32_t char_length(unsigned char lead) { return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4; }

// Scripts that are written without blanks may break after any character; roughly what the browser does, too.
[[nodiscard]] bool breaks_anywhere(std::string_view text, std::uint32_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    return lead >= 0xe3 && lead <= 0xe9;  // U+3000 to U+9FFF
}

std::vector<Piece> pieces_of(std::string_view text, std::span<const TextMark> marks) {
    std::vector<Piece> pieces;
    bool space = false, line = false;
    std::size_t mark = 0;
    for (std::uint32_t at = 0; at < text.size();) {
        if (text[at] == ' ' || text[at] == '\n') {
            line = line || text[at] == '\n';
            space = true;
            ++at;
            continue;
        }
        while (mark < marks.size() && marks[mark].end <= at) ++mark;
        const bool marked = mark < marks.size() && marks[mark].begin <= at;
        const std::uint32_t limit = mark == marks.size() ? static_cast<std::uint32_t>(text.size()) : marked ? marks[mark].end : marks[mark].begin;
        Piece piece{at, at, marked ? mark : Piece::no_mark, space, line, space || line || breaks_anywhere(text, at)};
        do at += char_length(static_cast<unsigned char>(text[at]));
        while (at < limit && at < text.size() && text[at] != ' ' && text[at] != '\n' && !breaks_anywhere(text, at));
        piece.end = std::min(at, static_cast<std::uint32_t>(text.size()));
        at = piece.end;
        pieces.push_back(piece);
        space = line = false;
    }
    return pieces;
}

MarkedText flow_marked(Ui& ui, float x, float top, float room, std::string_view text, const Pen& pen, std::span<const TextMark> marks, bool draws) {
    MarkedText result;
    const float height = line_height(ui, pen), space = text_width(ui, " ", pen);
    const auto pieces = pieces_of(text, marks);
    struct Placed {
        Piece piece;
        float x = 0, width = 0;
        int line = 0;
    };
    std::vector<Placed> placed;
    float at = 0;
    int line = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Piece& piece = pieces[i];
        const float width = text_width(ui, text.substr(piece.begin, piece.end - piece.begin), pen);
        // A word that a mark divides stays together.
        float whole = width;
        for (std::size_t k = i + 1; k < pieces.size() && !pieces[k].may_break; ++k)
            whole += text_width(ui, text.substr(pieces[k].begin, pieces[k].end - pieces[k].begin), pen);
        const float gap = piece.space_before && !piece.line_before && at > 0 ? space : 0;
        if (piece.line_before) {
            at = 0;
            ++line;
        } else if (piece.may_break && at > 0 && at + gap + whole > room) {
            at = 0;
            ++line;
        } else {
            at += gap;
        }
        placed.push_back({piece, at, width, line});
        at += width;
    }
    for (const Placed& each : placed) {
        if (each.piece.mark == Piece::no_mark) continue;
        const Box box = {std::round(x + each.x), top + static_cast<float>(each.line) * height, each.width, height};
        auto& boxes = result.boxes;
        if (!boxes.empty() && boxes.back().mark == each.piece.mark && boxes.back().box.y == box.y)
            boxes.back().box.width = box.right() - boxes.back().box.x;
        else
            boxes.push_back({each.piece.mark, box});
    }
    result.height = static_cast<float>(line + 1) * height;
    if (!draws) return result;
    for (const MarkBox& each : result.boxes) {
        const TextMark& mark = marks[each.mark];
        const Box ground = {each.box.x - ui.px(2), each.box.y + ui.px(1), each.box.width + ui.px(4), each.box.height - ui.px(2)};
        fill(ui, ground, with_alpha(mark.colour, mark.pointed ? 0.30f : 0.14f), 3);
        const float under = ground.bottom() - ui.px(1.5f);
        ui.draw().AddRectFilled({each.box.x, under}, {each.box.right(), under + std::max(1.0f, ui.px(1.5f))}, packed(with_alpha(mark.colour, mark.pointed ? 1.0f : 0.75f)));
    }
    for (const Placed& each : placed)
        draw_text(ui, x + each.x, top + (static_cast<float>(each.line) + 0.5f) * height, text.substr(each.piece.begin, each.piece.end - each.piece.begin), pen);
    return result;
}

}  // namespace

MarkedText draw_marked(Ui& ui, float x, float top, float room, std::string_view text, const Pen& pen, std::span<const TextMark> marks) {
    if (reads_right_to_left(text)) return {draw_paragraph(ui, x, top, room, text, pen), {}};
    return flow_marked(ui, x, top, room, text, pen, marks, true);
}

float marked_height(Ui& ui, float room, std::string_view text, const Pen& pen) {
    if (reads_right_to_left(text)) return paragraph_height(ui, room, text, pen);
    return flow_marked(ui, 0, 0, room, text, pen, {}, false).height;
}

}  // namespace discern
