// What stands below the factors: flags with who says so, what would flip the answer, the favor test, what to find out.
#include "app/receipt_parts.hpp"

#include "workspace/change.hpp"

#include <icons.hpp>

#include <algorithm>
#include <cmath>
#include <functional>

namespace discern {
namespace {

// The verdict's word stands out in its own colour where the sentence names it.
std::vector<Span> spans_with_action(Ui& ui, const std::string& sentence, Action action, const Pen& pen) {
    const std::string word = word_of(ui, action);
    const std::size_t at = sentence.find(word);
    if (at == std::string::npos) return {{sentence, pen}};
    return {{sentence.substr(0, at), pen},
            {word, {.size = pen.size, .weight = Weight::Semibold, .ink = ui.look.of(action)}},
            {sentence.substr(at + word.size()), pen}};
}

constexpr double alarming_from = 0.2;  // judgement.md 2.3: the red zone

struct CardDraft {
    std::string title;
    std::string_view key;
    std::vector<Span> body;
    std::string told;
    bool active = false;
    // Draws the row of controls below the text; `height` of it is reserved.
    float controls_height = 0;
    std::function<void(Box)> controls;
};

float card_height(Ui& ui, const CardDraft& draft, float width) {
    return ui.px(42) + spans_height(ui, width - ui.px(32), draft.body) + (draft.controls_height > 0 ? draft.controls_height + ui.px(4) : 0) + ui.px(10);
}

void draw_card(Ui& ui, UiId id, const CardDraft& draft, const Box& box) {
    card(ui, box);
    if (draft.active) outline(ui, box, ui.ink().accent, radius::card);
    const TellGroup group(ui, id, box, {.role = Role::Group, .name = draft.title});
    const float left = box.x + ui.px(16), middle = box.y + ui.px(20);
    const float width = draw_text(ui, left, middle, draft.title, {.size = type::caption, .weight = Weight::Semibold, .ink = ui.ink().muted});
    if (!draft.key.empty() && !ui.look.touch) draw_keycap(ui, left + width + ui.px(6), middle, draft.key);
    const float top = box.y + ui.px(34);
    const float height = draw_spans(ui, left, top, box.width - ui.px(32), draft.body);
    tell_text(ui, ui_id("body", id), {left, top, box.width - ui.px(32), height}, draft.told);
    if (draft.controls) draft.controls({left, top + height + ui.px(6), box.width - ui.px(32), draft.controls_height});
}

// "Would do one" [Yes] [No]: one line of the favor test.
void draw_favor_line(ReceiptScene& scene, UiId id, Box line, std::string_view words, FactCode code) {
    Ui& ui = scene.ui;
    const Invitation& invitation = *scene.listed.invitation;
    const Fact* answered = answer_of(*scene.listed.person, code);
    const std::string label = ui.text(words);
    const float used = draw_text(ui, line.x, line.middle(), label, {.size = type::small, .ink = ui.ink().muted});
    float x = line.x + std::max(used + ui.px(12), ui.px(132));
    for (const bool yes : {true, false}) {
        float width = 0;
        const bool chosen = answered != nullptr && (answered->amount > 0) == yes;
        const std::string word = ui.text(yes ? "answer.yes" : "answer.no");
        const std::string told = ui.strings.text(chosen ? "answer.told_chosen" : "answer.told", {label, word});
        if (key_button(ui, ui_id(yes ? "yes" : "no", id), x, line.middle(), word, told, &width)) {
            if (chosen) scene.choices.command(ClearAnswerCommand{invitation.person, code});
            else scene.choices.command(answer_command(invitation.person, code, yes ? 1.0 : 0.0));
        }
        if (chosen) outline(ui, {x, line.middle() - ui.px(ui.look.touch ? 16 : 10), width, ui.px(ui.look.touch ? 32 : 20)}, ui.ink().accent, 4);
        x += width + ui.px(6);
    }
}

CardDraft flip_card(ReceiptScene& scene, const Pen& pen) {
    Ui& ui = scene.ui;
    const Action action = scene.words.flips_to.value_or(Action::Accept);
    return {.title = ui.text("receipt.flip"), .key = cap_of(Deed::Flip), .body = spans_with_action(ui, scene.words.flip, action, pen),
            .told = scene.words.flip, .active = scene.state.flip_open, .controls = {}};
}

CardDraft favor_card(ReceiptScene& scene, const Pen& pen) {
    Ui& ui = scene.ui;
    std::string body = ui.text("receipt.favor_question");
    if (!scene.words.favor_record.empty()) body += " " + scene.words.favor_record;
    if (!scene.words.favor_said.empty()) body += " " + scene.words.favor_said;
    const UiId id = ui_id("favor");
    const float line = ui.px(ui.look.touch ? 44 : 26);
    CardDraft draft = {.title = ui.text("receipt.favor"), .key = cap_of(Deed::FavorTest), .body = {{body, pen}}, .told = body,
                       .active = scene.state.favor_open, .controls_height = 2 * line, .controls = {}};
    draft.controls = [&scene, id, line](Box box) {
        draw_favor_line(scene, ui_id("do", id), box.cut_top(line), "receipt.favor_do", FactCode::answer_would_do_favor);
        draw_favor_line(scene, ui_id("ask", id), box.cut_top(line), "receipt.favor_ask", FactCode::answer_would_ask_favor);
    };
    return draft;
}

// What to find out, and where the doubt comes from; one of them may be missing.
CardDraft ask_card(ReceiptScene& scene, const Pen& pen) {
    Ui& ui = scene.ui;
    const std::string &ask = scene.words.ask_text, &doubt = scene.words.doubt;
    std::vector<Span> body;
    if (!ask.empty()) body.push_back({ask, pen});
    if (!doubt.empty()) body.push_back({(ask.empty() ? "" : " ") + doubt, {.size = type::small, .ink = ui.ink().muted}});
    return {.title = ui.text(ask.empty() ? "receipt.doubt" : "receipt.find_out"), .key = {}, .body = std::move(body),
            .told = ask + (ask.empty() || doubt.empty() ? "" : " ") + doubt, .controls = {}};
}

// The note desk, where the answer involves writing: a question, or a polite no to somebody who wrote.
bool writes(const ReceiptScene& scene) {
    const auto& decisions = scene.workspace.document().decisions;
    const auto decision = decisions.find(scene.listed.invitation->id);
    const Action action = decision != decisions.end() ? decision->second.action : scene.listed.verdict->action;
    if (!scene.listed.incoming()) return scene.listed.planned();
    const bool declines = action == Action::Ignore || action == Action::Follow;
    return action == Action::AskFirst || (declines && !scene.listed.invitation->note.empty());
}

CardDraft desk_card(ReceiptScene& scene, const Pen& pen) {
    Ui& ui = scene.ui;
    const InvitationId id = scene.listed.invitation->id;
    const auto found = scene.workspace.document().desk_notes.find(id);
    const bool written = found != scene.workspace.document().desk_notes.end() && !found->second.text.empty();
    const std::string body = written ? ui.strings.text(found->second.copied_at ? "receipt.desk_copied" : "receipt.desk_written", {found->second.text}) : ui.text(scene.listed.incoming() ? "receipt.desk_more" : "receipt.desk_invite");
    CardDraft draft = {.title = ui.text("receipt.desk"), .key = cap_of(Deed::OpenDesk), .body = {{body, pen}}, .told = body,
                       .controls_height = ui.px(ui.look.touch ? 44 : 34), .controls = {}};
    draft.controls = [&scene](Box box) {
        Ui& inside = scene.ui;
        const std::string label = inside.text("receipt.desk_open");
        const ButtonLook look = {.icon = icon::pencil, .text_size = type::small};
        if (button(inside, ui_id("receipt.desk_open"), {box.x, box.y, button_width(inside, label, look), box.height}, label, look)) scene.choices.deed(Deed::OpenDesk);
    };
    return draft;
}

}  // namespace

float draw_flags(ReceiptScene& scene, float y) {
    Ui& ui = scene.ui;
    if (scene.words.flags.empty() && scene.words.exposure.empty()) return y;
    const Box& column = scene.column;
    const std::string title = ui.text("receipt.worth_knowing");
    tell_heading(ui, ui_id("receipt.flags"), {column.x, y, column.width, ui.px(20)}, title, 3);
    draw_text(ui, column.x, y + ui.px(9), title, {.size = type::small, .weight = Weight::Semibold, .ink = ui.ink().muted});
    y += ui.px(26);
    const float text = column.x + ui.px(26), room = column.right() - text;
    // Red is kept for those whom the safety layer itself distrusts.
    const bool alarming = scene.listed.verdict->scam_chance >= alarming_from;
    std::uint64_t place = 0;
    for (const FlagWords& flag : scene.words.flags) {
        const Rgba colour = flag.harmless ? ui.ink().muted : alarming ? ui.ink().report : ui.ink().ask;
        std::vector<Span> spans = {{flag.title, {.size = type::body, .weight = Weight::Semibold, .ink = flag.harmless ? ui.ink().text : colour}}};
        if (!flag.meaning.empty()) spans.push_back({"  " + flag.meaning, {.size = type::small, .ink = ui.ink().muted}});
        if (!flag.quote.empty()) spans.push_back({"  " + ui.strings.text("received.quote", {flag.quote}), {.size = type::small, .ink = ui.ink().text}});
        std::string told;
        for (const Span& span : spans) told += span.text;
        draw_icon(ui, column.x + ui.px(8), y + ui.px(11), flag.harmless ? icon::info : icon::triangle_alert, 16, colour);
        const float height = draw_spans(ui, text, y, room, spans);
        tell_text(ui, ui_id(place++, ui_id("flag")), {column.x, y, column.width, height}, told);
        y += height + ui.px(8);
    }
    if (!scene.words.exposure.empty()) {
        draw_icon(ui, column.x + ui.px(8), y + ui.px(11), icon::eye, 16, ui.ink().muted);
        const float height = draw_paragraph(ui, text, y, room, scene.words.exposure, {.size = type::body, .ink = ui.ink().text});
        tell_text(ui, ui_id("exposure"), {column.x, y, column.width, height}, scene.words.exposure);
        y += height + ui.px(8);
    }
    return y + ui.px(10);
}

float draw_cards(ReceiptScene& scene, float y) {
    Ui& ui = scene.ui;
    const Box& column = scene.column;
    const Pen pen = {.size = type::body, .ink = ui.ink().text};
    std::vector<CardDraft> drafts;
    if (!scene.words.flip.empty()) drafts.push_back(flip_card(scene, pen));
    if (writes(scene)) drafts.push_back(desk_card(scene, pen));
    drafts.push_back(favor_card(scene, pen));
    if (!scene.words.ask_text.empty() || !scene.words.doubt.empty()) drafts.push_back(ask_card(scene, pen));
    const float gap = ui.px(12);
    const bool pairs = column.width >= ui.px(560);
    for (std::size_t first = 0; first < drafts.size(); first += pairs ? 2 : 1) {
        const bool paired = pairs && first + 1 < drafts.size();
        const float width = paired ? std::floor((column.width - gap) / 2) : column.width;
        float height = card_height(ui, drafts[first], width);
        if (paired) height = std::max(height, card_height(ui, drafts[first + 1], width));
        draw_card(ui, ui_id(first, ui_id("card")), drafts[first], {column.x, y, width, height});
        if (paired) draw_card(ui, ui_id(first + 1, ui_id("card")), drafts[first + 1], {column.right() - width, y, width, height});
        y += height + gap;
    }
    return y - gap;
}

float draw_sources(ReceiptScene& scene, float y) {
    Ui& ui = scene.ui;
    if (scene.words.advice.empty()) return y;
    const Box& column = scene.column;
    const std::string title = ui.text("receipt.who_says");
    tell_heading(ui, ui_id("receipt.sources"), {column.x, y, column.width, ui.px(18)}, title, 3);
    draw_text(ui, column.x, y + ui.px(9), title, {.size = type::small, .weight = Weight::Semibold, .ink = ui.ink().muted});
    y += ui.px(26);
    const float text = column.x + ui.px(24), room = column.width - ui.px(24);
    std::uint64_t place = 0;
    for (const CitedAdvice& advice : scene.words.advice) {
        draw_icon(ui, column.x + ui.px(8), y + ui.px(10), icon::book_open, 14, ui.ink().faint);
        float height = draw_paragraph(ui, text, y, room, advice.text, {.size = type::small, .ink = ui.ink().text});
        height += draw_paragraph(ui, text, y + height, room, advice.sources, {.size = type::caption, .ink = ui.ink().muted});
        tell_text(ui, ui_id(place++, ui_id("advice")), {column.x, y, column.width, height}, ui.strings.sentences({advice.text, advice.sources}));
        y += height + ui.px(10);
    }
    return y;
}

}  // namespace discern
