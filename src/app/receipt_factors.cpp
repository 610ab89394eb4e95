// Why: each factor as a bar left or right of a centre line, longest first, opening to its evidence; what is not known is
// hollow and asks for a one-key answer.
#include "app/charts.hpp"
#include "app/receipt_parts.hpp"

#include <icons.hpp>

#include <algorithm>
#include <cmath>

namespace discern {
namespace {

constexpr std::size_t unknown_shown = 3;

struct AnswerKey {
    std::string_view key, words;  // strings keys
    double amount = 1;
    std::optional<FactCode> instead = {};
};

std::vector<AnswerKey> answer_keys(Criterion criterion) {
    std::vector<AnswerKey> keys = {{"answer.yes_key", "answer.yes", 1.0}, {"answer.no_key", "answer.no", 0.0}};
    if (criterion == Criterion::Known) keys.push_back({"answer.once_key", "answer.once", 1.0, FactCode::met_once});
    return keys;
}

// Only the factor most worth finding out answers to the keyboard's own Y and N; the others show words.
std::string cap_words(const Ui& ui, const AnswerKey& answer, bool keyed) {
    return ui.text(keyed ? answer.key : answer.words);
}

float keys_width(Ui& ui, const FactorWords& factor, bool keyed) {
    float width = 0;
    const bool roomy = ui.look.touch;
    for (const AnswerKey& answer : answer_keys(factor.criterion)) {
        const Pen pen = {.size = roomy ? type::caption : type::tiny, .ink = {}};
        width += std::max(ui.px(roomy ? 34 : 20), text_width(ui, cap_words(ui, answer, keyed), pen) + ui.px(roomy ? 20 : 10)) + ui.px(6);
    }
    return width;
}

void draw_keys(ReceiptScene& scene, const FactorWords& factor, UiId id, float x, float middle, bool keyed) {
    Ui& ui = scene.ui;
    const Invitation& invitation = *scene.listed.invitation;
    std::uint64_t place = 0;
    for (const AnswerKey& answer : answer_keys(factor.criterion)) {
        float width = 0;
        const std::string name = ui.strings.text("answer.told", {factor.label, ui.text(answer.words)});
        if (key_button(ui, ui_id(place++, id), x, middle, cap_words(ui, answer, keyed), name, &width))
            scene.choices.command(answer_command(invitation.person, answer.instead.value_or(*factor.answer), answer.amount));
        x += width + ui.px(6);
    }
}

float draw_evidence(ReceiptScene& scene, const FactorWords& factor, UiId id, float x, float y, float room) {
    Ui& ui = scene.ui;
    const Pen said = {.size = type::small, .ink = ui.ink().text}, from = {.size = type::caption, .ink = ui.ink().muted};
    std::uint64_t place = 0;
    for (const EvidenceWords& evidence : factor.evidence) {
        std::vector<Span> spans = {{evidence.text, said}};
        if (!evidence.quote.empty() && evidence.text.find(evidence.quote) == std::string::npos) spans.push_back({" " + ui.strings.text("received.quote", {evidence.quote}), {.size = type::small, .ink = ui.ink().muted}});
        if (!evidence.source.empty()) spans.push_back({" \xc2\xb7 " + evidence.source, from});
        std::string told;
        for (const Span& span : spans) told += span.text;
        ui.draw().AddCircleFilled({x + ui.px(3), y + line_height(ui, said) / 2}, ui.px(2), packed(ui.ink().faint), 8);
        const float height = draw_spans(ui, x + ui.px(14), y, room - ui.px(14), spans);
        tell_text(ui, ui_id(place++, ui_id("evidence", id)), {x, y, room, height}, told);
        y += height + ui.px(3);
    }
    if (factor.answered && factor.answer) {
        const Invitation& invitation = *scene.listed.invitation;
        if (text_link(ui, ui_id("clear", id), x + ui.px(14), y + ui.px(12), ui.text("receipt.clear_answer"), type::caption))
            scene.choices.command(ClearAnswerCommand{invitation.person, *factor.answer});
        y += ui.px(24);
    }
    return y + ui.px(6);
}

float draw_numbers(Ui& ui, UiId id, const std::string& words, float x, float y, float room) {
    const Pen pen = {.size = type::caption, .ink = ui.ink().muted};
    const float height = draw_paragraph(ui, x, y, room, words, pen);
    tell_text(ui, id, {x, y, room, height}, words);
    return y + height + ui.px(4);
}

std::string told_factor(const Ui& ui, const FactorWords& factor) {
    if (factor.unknown) return ui.strings.text("factor.told_unknown", {factor.label, factor.line});
    const char* key = factor.share >= 0 ? "factor.told_for" : "factor.told_against";
    return ui.strings.text(key, {factor.label, std::to_string(static_cast<int>(std::lround(std::abs(factor.share) * 100))), factor.line});
}

// Where the bars of all factors stand: the centre line, and how far a whole bar reaches to either side of it.
struct BarPlace {
    float centre = 0, half = 0;
};

// Beside the widest label, so that no bar, however long, leaves a label without room.
BarPlace place_bars(Ui& ui, const Box& column, const std::vector<FactorWords>& factors, bool two_lines) {
    float widest = 0;
    for (const FactorWords& factor : factors) widest = std::max(widest, text_width(ui, factor.label, {.size = type::body, .ink = {}}));
    const float labels = std::min(widest, column.width * 0.45f) + ui.px(10);
    if (two_lines) {
        const float half = std::clamp((column.width - labels - ui.px(18)) / 2, ui.px(40), ui.px(100));
        return {column.right() - ui.px(18) - half, half};
    }
    const float half = std::min(ui.px(72), column.width * 0.14f);
    return {std::round(std::max(column.x + column.width * 0.325f, column.x + labels + half)), half};
}

float draw_factor(ReceiptScene& scene, const FactorWords& factor, float y, const BarPlace& bars, bool two_lines) {
    Ui& ui = scene.ui;
    const Box& column = scene.column;
    const auto index = static_cast<std::size_t>(factor.criterion);
    const UiId id = ui_id(index, ui_id("factor"));
    const bool open = scene.state.evidence_open[index], can_open = !factor.evidence.empty();
    const bool keyed = factor.unknown && scene.words.ask == factor.criterion && scene.listed.incoming() && !ui.look.touch;
    const bool asks = factor.unknown && factor.answer.has_value();
    const bool roomy = asks && ui.look.touch;  // the keys are as high as a finger
    const bool shows_evidence = open && can_open;  // in place of the line that sums it up
    const float height = ui.px(!two_lines ? 30 : shows_evidence ? (ui.look.touch ? 44 : 34) : roomy ? 72 : ui.look.touch ? 56 : 52);
    const Box row = {column.x, y, column.width, height};

    Told told = {.role = can_open ? Role::Button : Role::Text, .name = told_factor(ui, factor)};
    told.expandable = can_open;
    told.expanded = open;
    // The answer keys lie on the row, so the pressable part of an unknown factor ends before them.
    Press pressed;
    if (can_open) pressed = press(ui, id, row, std::move(told));
    else tell(ui, id, row, std::move(told));
    if (pressed.clicked) scene.state.evidence_open[index] = !open;
    if (pressed.hovered) fill(ui, {row.x - ui.px(8), row.y, row.width + ui.px(16), row.height}, ui.ink().hover, radius::control);
    if (pressed.focused) draw_focus_ring(ui, row);

    const auto [centre, half] = bars;
    const float first = two_lines ? y + ui.px(16) : row.middle();
    const Box bar = {centre - half, first - ui.px(two_lines ? 9 : 15), 2 * half, ui.px(two_lines ? 18 : 30)};
    const Rgba label_ink = ui.ink().text;
    // A label may run on until the bar itself begins, not only until the widest bar would.
    const float against = factor.unknown || factor.share >= 0 ? 0 : half * static_cast<float>(-factor.share);
    draw_text(ui, column.x, first, factor.label, {.size = type::body, .ink = label_ink}, centre - against - ui.px(10) - column.x);
    if (factor.unknown) draw_unknown_bar(ui, bar);
    else draw_factor_bar(ui, bar, factor.share);

    const float line_x = two_lines ? column.x : std::round(centre + half + ui.px(24));
    const float line_y = two_lines ? y + ui.px(roomy ? 47 : 38) : row.middle();
    const float keys = asks ? keys_width(ui, factor, keyed) + ui.px(8) : can_open ? ui.px(16) : 0;
    const float used = shows_evidence ? 0 : draw_text(ui, line_x, line_y, factor.line, {.size = type::caption + 0.5f, .ink = ui.ink().muted}, column.right() - line_x - keys);
    if (asks) draw_keys(scene, factor, id, line_x + used + ui.px(8), line_y, keyed);
    else if (can_open && (pressed.hovered || open))
        draw_icon(ui, column.right() - ui.px(6), shows_evidence ? first : line_y, open ? icon::chevron_up : icon::chevron_down, 13, ui.ink().faint);
    y += height;
    const bool shows_numbers = scene.state.numbers_open && !factor.numbers.empty();
    if (shows_numbers) y = draw_numbers(ui, ui_id("numbers", id), factor.numbers, line_x, y - ui.px(two_lines ? 4 : 6), column.right() - line_x);
    if (shows_evidence) {
        const float top = shows_numbers ? y + ui.px(2) : row.y + ui.px(!two_lines ? 5 : ui.look.touch ? 40 : 32);
        y = std::max(y, draw_evidence(scene, factor, id, line_x, top, column.right() - line_x - ui.px(two_lines ? 0 : 20)));
    }
    if (two_lines) line_across(ui, column.x, y - ui.look.hairline(), column.width, with_alpha(ui.ink().line, 0.8f));
    return y;
}

// The line that opens and closes the unknown factors that matter less.
float draw_more_unknown(ReceiptScene& scene, float y, std::size_t more) {
    Ui& ui = scene.ui;
    const Box& column = scene.column;
    const bool open = scene.state.unknown_open;
    const std::string words = open ? ui.text("receipt.fewer_unknown") : ui.strings.counted("receipt.more_unknown", more);
    const Box row = {column.x, y, column.width, ui.px(ui.look.touch ? 44 : 30)};
    Told told = {.role = Role::Button, .name = words};
    told.expandable = true;
    told.expanded = open;
    const Press pressed = press(ui, ui_id("receipt.more_unknown"), row, std::move(told));
    const Rgba ink = pressed.hovered ? ui.ink().text : ui.ink().muted;
    const float used = draw_text(ui, column.x, row.middle(), words, {.size = type::caption + 0.5f, .ink = ink});
    draw_icon(ui, column.x + used + ui.px(12), row.middle(), open ? icon::chevron_up : icon::chevron_down, 13, ink);
    if (pressed.focused) draw_focus_ring(ui, row);
    if (pressed.clicked) scene.state.unknown_open = !open;
    return row.bottom();
}

// What the user knows besides, and the numbers for those who want them.
float draw_tools(ReceiptScene& scene, float y) {
    Ui& ui = scene.ui;
    const float height = ui.px(ui.look.touch ? 44 : 30);
    float x = scene.column.x;
    const auto link = [&](Deed deed, const std::string& words, const char* icon_text) {
        const float width = text_link_width(ui, words, type::small, nullptr);
        if (x > scene.column.x && x + ui.px(20) + width > scene.column.right()) {
            x = scene.column.x;
            y += height;
        }
        const float middle = y + height / 2;
        draw_icon(ui, x + ui.px(7), middle, icon_text, 14, ui.ink().accent);
        if (text_link(ui, ui_id(words_key(deed), ui_id("receipt.tools")), x + ui.px(20), middle, words)) scene.choices.deed(deed);
        x += ui.px(20) + width;
        if (!ui.look.touch) x += ui.px(7) + draw_keycap(ui, x + ui.px(7), middle, cap_of(deed));
        x += ui.px(22);
    };
    link(Deed::EditEntry, ui.text("receipt.tick"), icon::list_checks);
    link(Deed::Numbers, ui.text(scene.state.numbers_open ? "receipt.hide_numbers" : "receipt.show_numbers"), icon::sliders_horizontal);
    return y + height;
}

}  // namespace

float draw_factors(ReceiptScene& scene, float y) {
    Ui& ui = scene.ui;
    const Box& column = scene.column;
    const bool two_lines = column.width < ui.px(560);
    const float middle = y + ui.px(9);
    const std::string title = ui.text("receipt.why");
    tell_heading(ui, ui_id("receipt.why"), {column.x, y, column.width, ui.px(20)}, title, 3);
    draw_text(ui, column.x, middle, title, {.size = type::small, .weight = Weight::Semibold, .ink = ui.ink().muted});
    draw_text_right(ui, column.right(), middle, ui.text("receipt.against_for"), {.size = type::small, .ink = ui.ink().muted});
    y += ui.px(two_lines ? 24 : 20);
    std::size_t unknown = 0;
    const BarPlace bars = place_bars(ui, column, scene.words.factors, two_lines);
    for (const FactorWords& factor : scene.words.factors) {
        if (factor.unknown && ++unknown > unknown_shown && !scene.state.unknown_open) continue;
        y = draw_factor(scene, factor, y, bars, two_lines);
    }
    if (unknown > unknown_shown) y = draw_more_unknown(scene, y, unknown - unknown_shown);
    if (scene.state.numbers_open) y = draw_numbers(ui, ui_id("numbers.total"), scene.words.total, column.x, y + ui.px(4), column.width);
    return draw_tools(scene, y + ui.px(2));
}

}  // namespace discern
