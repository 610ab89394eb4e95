// The chips of the quick entry: a field to find them by, then the groups, or what was found.
#include "app/quick_entry_parts.hpp"

#include "text/fold.hpp"

#include <icons.hpp>

#include <algorithm>
#include <cmath>

namespace discern {
namespace {

struct ChipLook {
    bool ticked = false, known = false, chosen = false;
};

float chip_width(Ui& ui, const std::string& words, bool ticked) {
    return std::round(text_width(ui, words, {.size = type::small, .ink = {}}) + ui.px(ticked ? 42 : 24));
}

// True when it was pressed. What another source says is shown as known and cannot be taken away here.
bool draw_chip(Ui& ui, UiId id, const Box& box, const std::string& words, const ChipLook& look) {
    Told told = {.role = Role::Checkbox, .name = look.known ? ui.strings.text("entry.known", {words}) : words};
    told.checked = look.ticked || look.known;
    told.disabled = look.known;
    const Press pressed = press(ui, id, box, std::move(told));
    const Palette& ink = ui.ink();
    const bool on = look.ticked || look.known;
    fill(ui, box, look.ticked ? mixed(ink.pane, ink.accent, 0.20f) : pressed.hovered && !look.known ? ink.hover : ink.card, radius::control);
    outline(ui, box, look.ticked || look.chosen ? ink.accent : pressed.hovered ? ink.line_strong : ink.line, radius::control);
    float x = box.x + ui.px(12);
    if (on) {
        draw_icon(ui, box.x + ui.px(17), box.middle(), icon::check, 14, look.known ? ink.muted : ink.accent);
        x = box.x + ui.px(30);
    }
    draw_text(ui, x, box.middle(), words, {.size = type::small, .ink = look.known ? ink.muted : ink.text});
    if (pressed.focused || look.chosen) draw_focus_ring(ui, box);
    return pressed.clicked && !look.known;
}

// Every word of the query begins a word of the chip.
bool fits(const std::string& query, const std::string& words) {
    const std::string wanted = folded(query), text = " " + folded(words);
    for (std::size_t from = 0; from < wanted.size();) {
        if (wanted[from] == ' ') {
            ++from;
            continue;
        }
        const std::size_t to = std::min(wanted.find(' ', from), wanted.size());
        if (text.find(" " + wanted.substr(from, to - from)) == std::string::npos) return false;
        from = to;
    }
    return true;
}

// Places chips from left to right, in as many lines as it takes.
class ChipFlow {
public:
    ChipFlow(Ui& ui, EntryState& state, const Box& column, float y) : ui_(ui), state_(state), column_(column), x_(column.x), y_(y) {}

    void add(FactCode code, bool boundary, bool chosen) {
        std::set<FactCode>& ticked = boundary ? state_.boundaries : state_.ticked;
        const bool is_ticked = ticked.contains(code);
        const bool known = !boundary && !is_ticked && std::ranges::find(state_.known, code) != state_.known.end();
        const std::string words = ui_.text(chip_key(code));
        const Box box = next(chip_width(ui_, words, is_ticked || known));
        if (draw_chip(ui_, ui_id(chip_key(code), ui_id("entry.chip")), box, words, {is_ticked, known, chosen})) flip(ticked, code);
    }

    void more(std::size_t section, const std::string& words) {
        const Box box = next(std::round(text_width(ui_, words, {.size = type::small, .ink = {}}) + ui_.px(24)));
        Told told = {.role = Role::Button, .name = ui_.strings.text("text.labelled", {ui_.text(chip_sections()[section].title), words})};
        told.expandable = true;
        told.expanded = state_.open[section];
        const Press pressed = press(ui_, ui_id(section, ui_id("entry.more")), box, std::move(told));
        draw_text_centred(ui_, box.centre(), box.middle(), words, {.size = type::small, .ink = pressed.hovered ? ui_.ink().text : ui_.ink().accent});
        if (pressed.focused) draw_focus_ring(ui_, box);
        if (pressed.clicked) state_.open[section] = !state_.open[section];
    }

    void flip(std::set<FactCode>& ticked, FactCode code) {
        flip_chip(ticked, code);
        ui_.draw_again_in(0);
    }

    [[nodiscard]] float bottom() const { return y_ + height(); }

private:
    [[nodiscard]] float height() const { return ui_.px(ui_.look.touch ? 44 : 30); }

    Box next(float width) {
        const float gap = ui_.px(ui_.look.touch ? 8 : 6);
        if (x_ + width > column_.right() && x_ > column_.x) {
            x_ = column_.x;
            y_ += height() + gap;
        }
        const Box box = {x_, y_, std::min(width, column_.width), height()};
        x_ += width + gap;
        return box;
    }

    Ui& ui_;
    EntryState& state_;
    Box column_;
    float x_, y_;
};

struct Found {
    FactCode code{};
    bool boundary = false;
};

std::vector<Found> found_chips(const Ui& ui, const std::string& query) {
    std::vector<Found> found;
    for (const ChipSection& section : chip_sections())
        for (const FactCode code : section.codes)
            if (fits(query, ui.text(chip_key(code)))) found.push_back({code, section.boundaries});
    return found;
}

float draw_found(Ui& ui, EntryState& state, const Box& column, float y) {
    const std::vector<Found> found = found_chips(ui, state.search.text);
    if (found.empty()) {
        const std::string words = ui.text("entry.nothing_found");
        const float height = draw_paragraph(ui, column.x, y, column.width, words, {.size = type::small, .ink = ui.ink().muted});
        tell_text(ui, ui_id("entry.nothing_found"), {column.x, y, column.width, height}, words);
        return y + height;
    }
    ChipFlow flow(ui, state, column, y);
    for (std::size_t place = 0; place < found.size(); ++place)
        flow.add(found[place].code, found[place].boundary, place == state.chosen.value_or(0));
    return flow.bottom();
}

float draw_section(Ui& ui, EntryState& state, std::size_t index, const Box& column, float y) {
    const ChipSection& section = chip_sections()[index];
    const std::string title = ui.text(section.title);
    tell_heading(ui, ui_id(section.title), {column.x, y, column.width, ui.px(20)}, title, 3);
    draw_text(ui, column.x, y + ui.px(9), title, {.size = type::caption, .weight = Weight::Semibold, .ink = ui.ink().muted}, column.width);
    ChipFlow flow(ui, state, column, y + ui.px(24));
    const std::set<FactCode>& ticked = section.boundaries ? state.boundaries : state.ticked;
    std::size_t hidden = 0;
    for (std::size_t place = 0; place < section.codes.size(); ++place) {
        const FactCode code = section.codes[place];
        const bool known = !section.boundaries && std::ranges::find(state.known, code) != state.known.end();
        if (place < section.shown || state.open[index] || ticked.contains(code) || known) flow.add(code, section.boundaries, false);
        else ++hidden;
    }
    if (hidden > 0) flow.more(index, ui.strings.text("entry.more", {std::to_string(hidden)}));
    else if (section.codes.size() > section.shown && state.open[index]) flow.more(index, ui.text("entry.fewer"));
    return flow.bottom();
}

}  // namespace

void draw_chip_search(Ui& ui, EntryState& state, const Box& field) {
    const std::string before = state.search.text;
    const FieldAnswer answer = text_field(ui, ui_id("entry.search"), field, ui.text("entry.search"), state.search,
                                          {.placeholder = ui.text("entry.search_hint"), .icon = icon::search, .search = true});
    if (answer.cancelled) state.search.text.clear();
    if (state.search.text != before) {
        state.chosen.reset();
        state.scroll.offset = 0;
    }
    if (state.search.text.empty()) return;
    const std::vector<Found> found = found_chips(ui, state.search.text);
    if (found.empty()) return;
    std::size_t chosen = std::min(state.chosen.value_or(0), found.size() - 1);
    if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) chosen = std::min(chosen + 1, found.size() - 1);
    if (ImGui::IsKeyPressed(ImGuiKey_UpArrow) && chosen > 0) --chosen;
    state.chosen = chosen;
    if (!answer.committed) return;
    // Enter ticks what was found and makes room for the next word.
    flip_chip(found[chosen].boundary ? state.boundaries : state.ticked, found[chosen].code);
    state.search.text.clear();
    state.search.wanted = true;
    state.chosen.reset();
    ui.draw_again_in(0);
}

float draw_chips(Ui& ui, EntryState& state, const Box& column, float y) {
    const TellGroup group(ui, ui_id("entry.facts"), {column.x, y, column.width, column.height}, {.role = Role::Group, .name = ui.text("entry.facts")});
    if (!state.search.text.empty()) return draw_found(ui, state, column, y);
    for (std::size_t index = 0; index < chip_section_count; ++index) y = draw_section(ui, state, index, column, y) + ui.px(20);
    return y;
}

}  // namespace discern
