#include "app/note_card.hpp"

#include "app/receipt_parts.hpp"
#include "knowledge/note_lexicon_reader.hpp"
#include "workspace/change.hpp"

#include <icons.hpp>

#include <algorithm>
#include <cmath>

namespace discern {
namespace {

Rgba ink_of(const Ui& ui, HighlightTone tone) {
    return tone == HighlightTone::Good ? ui.ink().accept : tone == HighlightTone::Alarm ? ui.ink().report : ui.ink().ask;
}

// The reason of a mark in a small card that lies over what is below.
void draw_reason(Ui& ui, const Box& column, const Box& mark, const std::string& reason, Rgba colour) {
    const Pen pen = {.size = type::small, .ink = ui.ink().on_toast};
    const float room = std::min(column.width, ui.px(360)) - ui.px(24);
    const float height = paragraph_height(ui, room, reason, pen), width = std::min(room, text_width(ui, reason, pen)) + ui.px(24);
    const float x = std::clamp(mark.x, column.x, std::max(column.x, column.right() - width));
    const Box tip = {x, mark.bottom() + ui.px(4), width, height + ui.px(14)};
    shadow(ui, tip, radius::control);
    fill(ui, tip, ui.ink().toast, radius::control);
    fill(ui, {tip.x, tip.y + ui.px(4), ui.px(3), tip.height - ui.px(8)}, colour, 2);
    draw_paragraph(ui, tip.x + ui.px(12), tip.y + ui.px(7), room, reason, pen);
}

}  // namespace

std::string_view shown_note(const Document& document, const Invitation& invitation) {
    return is_planned(invitation) ? note_to_send(document, invitation) : std::string_view(invitation.note);
}

NoteWords note_words(std::string_view note, const Strings& strings) {
    NoteWords words;
    words.note = note;
    if (note.empty()) return words;
    const NoteAnalysis analysis = analyse_note(note, embedded_note_lexicon(), {});
    words.is_unsafe = analysis.reading.is_unsafe;
    const std::string kind = strings.text("note.kind." + std::string(label_of(analysis.kind)));
    const long sure = std::min(99L, std::lround(analysis.reading.certainty * 100));  // words prove nothing
    words.summary = strings.text(words.is_unsafe ? "note.summary_unsafe" : "note.summary", {kind, std::to_string(sure)});
    const std::string language = "note.language." + analysis.language;
    if (strings.has(language)) words.summary += " \xc2\xb7 " + strings.text(language);
    for (auto& highlight : note_highlights(analysis)) {
        const std::string key = "note.why." + highlight.sign;
        if (!strings.has(key)) continue;
        words.reasons.push_back(strings.text(key));
        words.highlights.push_back(std::move(highlight));
    }
    return words;
}

float draw_note(ReceiptScene& scene, float y) {
    Ui& ui = scene.ui;
    NoteWords& words = scene.state.note;
    if (words.note.empty()) return y;
    const Box& column = scene.column;
    const float inset = ui.px(16), room = column.width - inset;
    const Pen pen = {.size = type::body, .ink = ui.ink().text};
    const std::string title = ui.text(scene.listed.incoming() ? "receipt.note" : scene.listed.planned() ? "plan.draft" : "plan.note_sent");
    const float words_height = marked_height(ui, room, words.note, pen);
    const Box box = {column.x, y, column.width, words_height};
    const TellGroup group(ui, ui_id("receipt.note.card"), box, {.role = Role::Group, .name = title});
    tell_text(ui, ui_id("receipt.note"), box, ui.strings.text("text.labelled", {title, ui.strings.text("received.quote", {words.note})}));
    const Rgba bar = words.is_unsafe ? ui.ink().report : ui.ink().line_strong;
    fill(ui, {column.x, y + ui.px(2), ui.px(3), words_height - ui.px(4)}, bar, 2);
    std::vector<TextMark> marks;
    for (std::size_t place = 0; place < words.highlights.size(); ++place) {
        const NoteHighlight& each = words.highlights[place];
        marks.push_back({each.begin, each.end, ink_of(ui, each.tone), words.pointed == place});
    }
    const MarkedText drawn = draw_marked(ui, column.x + inset, y, room, words.note, pen, marks);
    std::optional<std::size_t> pointed;
    Box pointed_box;
    for (std::size_t place = 0; place < words.highlights.size(); ++place) {
        const NoteHighlight& each = words.highlights[place];
        const std::string quoted = words.note.substr(each.begin, each.end - each.begin);
        const std::string told = ui.strings.text("note.mark_told", {quoted, words.reasons[place]});
        Box target = box;
        std::uint64_t part = 0;
        bool hit = false;
        for (const MarkBox& at : drawn.boxes) {
            if (at.mark != place) continue;
            const UiId id = ui_id(part, ui_id(place, ui_id("note.mark")));
            // The first line of a mark is its button; the others only answer to the pointer.
            Box finger = at.box;
            if (ui.look.touch) finger = {at.box.x - std::max(0.0f, (ui.px(44) - at.box.width) / 2), at.box.middle() - ui.px(22), std::max(at.box.width, ui.px(44)), ui.px(44)};
            const Press pressed = part == 0 ? press(ui, id, finger, {.role = Role::Button, .name = told}) : press_untold(ui, id, at.box);
            if (part++ == 0) target = at.box;
            if (pressed.clicked) words.pointed = words.pointed == place ? std::nullopt : std::optional(place);
            if (pressed.focused) draw_focus_ring(ui, at.box, 3);
            hit = hit || pressed.hovered || pressed.focused;
        }
        if (part == 0) tell_text(ui, ui_id(place, ui_id("note.mark")), box, told);
        if (hit || words.pointed == place) {
            if (!pointed || hit) {
                pointed = place;
                pointed_box = target;
            }
        }
    }
    y += words_height + ui.px(8);
    const Pen quiet = {.size = type::caption, .ink = words.is_unsafe ? ui.ink().report : ui.ink().muted};
    draw_icon(ui, column.x + inset + ui.px(7), y + ui.px(9), words.is_unsafe ? icon::triangle_alert : icon::info, 14, quiet.ink);
    const float height = draw_paragraph(ui, column.x + inset + ui.px(20), y, room - ui.px(20), words.summary, quiet);
    tell_text(ui, ui_id("note.summary"), {column.x, y, column.width, height}, words.summary);
    if (pointed) draw_reason(ui, column, pointed_box, words.reasons[*pointed], ink_of(ui, words.highlights[*pointed].tone));
    return y + height;
}

}  // namespace discern
