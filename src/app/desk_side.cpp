// What stands beside the field: drafts from the record, and the month's notes.
#include "app/desk_parts.hpp"

#include <icons.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace discern {
namespace {

constexpr std::string_view digits[] = {"1", "2", "3"};

// What the draft rests on, in a few words: "same years at Halden, a shared connection".
std::string rests_on(const Ui& ui, const NoteDraft& draft) {
    std::string words;
    for (const NoteEvidence& item : draft.says) {
        const std::string key = "desk.evidence." + item.name;
        if (!ui.strings.has(key)) continue;  // names are nothing to rest on
        const std::string each = ui.strings.text(key, {item.value});
        if (words.find(each) == std::string::npos) words += (words.empty() ? "" : ", ") + each;
    }
    return words;
}

float draw_draft(DeskScene& scene, float y, std::size_t place) {
    Ui& ui = scene.ui;
    const NoteDraft& draft = scene.state.drafts[place];
    const Box& column = scene.column;
    const float pad = ui.px(14), room = column.width - 2 * pad;
    const Pen pen = {.size = type::body, .ink = ui.ink().text};
    const std::string tone = ui.text(std::array{"desk.tone.plain", "desk.tone.warm", "desk.tone.formal"}[static_cast<std::size_t>(draft.tone)]);
    const std::string from = rests_on(ui, draft);
    const Pen quiet = {.size = type::caption, .ink = ui.ink().muted};
    const float words = paragraph_height(ui, room, draft.text, pen);
    const float source = from.empty() ? 0 : paragraph_height(ui, room, from, quiet) + ui.px(4);
    const float head = ui.px(34), height = head + words + source + ui.px(12);
    const Box box = {column.x, y, column.width, height};
    const std::string told = ui.strings.text("desk.draft_told", {std::to_string(place + 1), tone, draft.text});
    const Press pressed = press(ui, ui_id(place, ui_id("desk.draft")), box, {.role = Role::Button, .name = told});
    fill(ui, box, pressed.hovered ? mixed(ui.ink().card, ui.ink().text, 0.04f) : ui.ink().card, radius::card);
    outline(ui, box, pressed.hovered ? ui.ink().line_strong : ui.ink().line, radius::card);
    float x = box.x + pad;
    if (!ui.look.touch) x += draw_keycap(ui, x, y + ui.px(19), digits[place]) + ui.px(8);
    draw_text(ui, x, y + ui.px(19), tone, {.size = type::caption, .weight = Weight::Semibold, .ink = ui.ink().muted});
    const std::string use = ui.text("desk.use_draft");
    draw_text_right(ui, box.right() - pad, y + ui.px(19), use, {.size = type::caption, .ink = pressed.hovered || ui.look.touch ? ui.ink().accent : ui.ink().muted});
    draw_paragraph(ui, box.x + pad, y + head, room, draft.text, pen);
    if (!from.empty()) draw_paragraph(ui, box.x + pad, y + head + words + ui.px(4), room, from, quiet);
    if (pressed.focused) draw_focus_ring(ui, box, radius::card);
    if (pressed.clicked) scene.state.chosen.insert = place;
    return y + height + ui.px(10);
}

// A row of choices of which one holds.
float draw_choices(DeskScene& scene, float y, std::string_view group_key, const std::vector<std::pair<std::string, bool>>& choices, const auto& choose) {
    Ui& ui = scene.ui;
    const float height = ui.px(ui.look.touch ? 44 : 30);
    float x = scene.column.x;
    const TellGroup group(ui, ui_id(group_key), {x, y, scene.column.width, height}, {.role = Role::Group, .name = ui.text(group_key)});
    for (std::size_t place = 0; place < choices.size(); ++place) {
        const auto& [label, chosen] = choices[place];
        const Pen pen = {.size = type::small, .weight = chosen ? Weight::Semibold : Weight::Regular, .ink = chosen ? ui.ink().text : ui.ink().muted};
        const float width = std::round(text_width(ui, label, pen) + ui.px(24));
        if (x + width > scene.column.right() + ui.px(1)) {
            x = scene.column.x;
            y += height + ui.px(6);
        }
        const Box box = {x, y, width, height};
        Told told = {.role = Role::Button, .name = label};
        told.current = chosen;
        const Press pressed = press(ui, ui_id(place, ui_id(group_key)), box, std::move(told));
        if (chosen) fill(ui, box, ui.ink().selection, radius::control);
        else if (pressed.hovered) fill(ui, box, ui.ink().hover, radius::control);
        outline(ui, box, chosen ? ui.ink().accent : ui.ink().line, radius::control);
        draw_text_centred(ui, box.centre(), box.middle(), label, pen);
        if (pressed.focused) draw_focus_ring(ui, box);
        if (pressed.clicked) choose(place);
        x += width + ui.px(6);
    }
    return y + height + ui.px(12);
}

}  // namespace

float draw_desk_drafts(DeskScene& scene, float y) {
    Ui& ui = scene.ui;
    DeskState& state = scene.state;
    if (scene.invitation.direction == Direction::Incoming) {
        const bool asks = state.note.use == DraftUse::AskFirst;
        y = draw_choices(scene, y, "desk.answer", {{ui.text("desk.use_ask"), asks}, {ui.text("desk.use_decline"), !asks}},
                         [&](std::size_t place) { state.chosen.use = place == 0 ? DraftUse::AskFirst : DraftUse::Decline; });
    }
    y = draw_desk_heading(scene, y, "desk.drafts");
    constexpr std::array<std::string_view, 5> languages = {"en", "es", "fr", "de", "pt"};
    std::vector<std::pair<std::string, bool>> labels;
    for (const auto code : languages) labels.emplace_back(ui.text("desk.language." + std::string(code)), state.language == code);
    y = draw_choices(scene, y, "desk.language", labels, [&](std::size_t place) { state.chosen.language = std::string(languages[place]); });
    for (std::size_t place = 0; place < state.drafts.size(); ++place) y = draw_draft(scene, y, place);
    if (state.drafts.empty()) {
        const std::string words = ui.text("desk.no_drafts");
        tell_text(ui, ui_id("desk.no_drafts"), {scene.column.x, y, scene.column.width, ui.px(60)}, words);
        y += draw_paragraph(ui, scene.column.x, y, scene.column.width, words, {.size = type::small, .ink = ui.ink().muted}) + ui.px(10);
    }
    return y + ui.px(10);
}

float draw_desk_budget(DeskScene& scene, float y) {
    Ui& ui = scene.ui;
    const BudgetWords& budget = scene.state.budget;
    const Box& column = scene.column;
    y = draw_desk_heading(scene, y, "desk.budget");
    const auto say = [&](std::string_view name, const std::string& words, const Pen& pen, float gap) {
        if (words.empty()) return;
        const float height = draw_paragraph(ui, column.x, y, column.width, words, pen);
        tell_text(ui, ui_id(name), {column.x, y, column.width, height}, words);
        y += height + ui.px(gap);
    };
    say("desk.budget_left", budget.left, {.size = type::body, .ink = ui.ink().text}, 4);
    say("desk.budget_this", budget.this_one, {.size = type::body, .ink = ui.ink().text}, 8);
    for (std::size_t place = 0; place < budget.others.size(); ++place)
        say("desk.budget_" + std::to_string(place), budget.others[place], {.size = type::small, .ink = ui.ink().muted}, 2);
    y += ui.px(4);
    say("desk.budget_source", budget.source, {.size = type::caption, .ink = ui.ink().muted}, 6);
    if (text_link(ui, ui_id("desk.to_limits"), column.x, y + ui.px(ui.look.touch ? 18 : 10), ui.text("desk.to_limits"), type::small)) scene.choices.deed(Deed::GoSettings);
    return y + ui.px(ui.look.touch ? 50 : 34);
}

}  // namespace discern
