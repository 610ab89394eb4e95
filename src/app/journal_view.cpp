// Journal: every decision, newest first, with its reason and what Discern had said; each can be taken back at any time.
#include "app/names.hpp"
#include "app/views.hpp"
#include "base/sorted.hpp"
#include "text/fold.hpp"

#include <icons.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace discern {
namespace {

bool agrees(const Decision& decision) { return decision.action == decision.verdict; }

// All words of the filter must occur in the name, the headline or the reason.
bool holds_words(const Person& person, const Decision& decision, const std::vector<Token>& words) {
    if (words.empty()) return true;
    const std::string text = folded(person.name + " " + person.profile.headline + " " + person.profile.company + " " + decision.reason);
    return std::all_of(words.begin(), words.end(), [&](const Token& word) { return text.find(word.folded) != std::string::npos; });
}

void refresh(const Workspace& workspace, JournalState& state) {
    if (state.known && state.generation == workspace.generation() && state.filtered_by == state.filter.text && state.of_action == state.action &&
        state.of_agreement == state.agreement)
        return;
    const auto& decisions = workspace.document().decisions;
    const PersonBook& book = workspace.document().book;
    const std::vector<Token> words = tokens(state.filter.text);
    std::unordered_map<std::uint64_t, std::uint32_t> places;
    for (std::uint32_t place = 0; place < book.invitations.size(); ++place)
        if (decisions.contains(book.invitations[place].id)) places.emplace(book.invitations[place].id.value, place);
    std::array<std::uint32_t, 16> counts{};
    state.entries.clear();
    for (const auto& [id, decision] : decisions) {
        const auto place = places.find(id.value);
        if (place == places.end()) continue;
        ++counts[static_cast<std::size_t>(decision.action)];
        if (state.action && decision.action != *state.action) continue;
        if (state.agreement != Agreement::Any && agrees(decision) != (state.agreement == Agreement::Agreed)) continue;
        if (holds_words(book.at(book.invitations[place->second].person), decision, words)) state.entries.push_back({id, place->second});
    }
    // Newest first; decisions of one second in the order of the list, the last one first.
    sort_stably(state.entries, [&](const JournalEntry& a, const JournalEntry& b) {
        const Instant one = decisions.at(a.invitation).decided_at, other = decisions.at(b.invitation).decided_at;
        return one != other ? one > other : a.place > b.place;
    });
    state.actions.clear();
    for (std::size_t action = 0; action < counts.size(); ++action)
        if (counts[action] > 0) state.actions.emplace_back(static_cast<Action>(action), counts[action]);
    state.generation = workspace.generation();
    state.filtered_by = state.filter.text;
    state.of_action = state.action;
    state.of_agreement = state.agreement;
    state.known = true;
}

// Chips that narrow the list: each action that occurs, and whether it was as Discern said.
float draw_filters(Ui& ui, const Workspace& workspace, JournalState& state, const Box& column, float y) {
    const UiId id = ui_id("journal.filters");
    const float height = ui.px(ui.look.touch ? 44 : 30), gap = ui.px(6);
    float x = column.x;
    const auto chip = [&](UiId chip_id, const std::string& label, const char* icon_text, bool chosen, Role role = Role::Radio) {
        const float width = text_width(ui, label, {.size = type::small, .weight = Weight::Semibold, .ink = {}}) + ui.px(icon_text != nullptr ? 46 : 24);
        if (x > column.x && x + width > column.right()) {
            x = column.x;
            y += height + gap;
        }
        const bool pressed = choice(ui, chip_id, {x, y, width, height}, label, icon_text, chosen, role);
        x += width + gap;
        return pressed;
    };
    {
        const TellGroup group(ui, id, {column.x, y, column.width, height}, {.role = Role::RadioGroup, .name = ui.text("journal.narrow")});
        if (chip(ui_id("all", id), ui.strings.text("journal.chip", {ui.text("journal.all"), grouped(workspace.document().decisions.size())}), nullptr, !state.action)) {
            state.action.reset();
            state.agreement = Agreement::Any;
        }
        for (const auto& [action, count] : state.actions)
            if (chip(ui_id(static_cast<std::uint64_t>(action), id), ui.strings.text("journal.chip", {word_of(ui, action), grouped(count)}), icon_of(action), state.action == action))
                state.action = state.action == action ? std::nullopt : std::optional(action);
    }
    if (chip(ui_id("differed", id), ui.text("journal.only_differed"), nullptr, state.agreement == Agreement::Differed, Role::Checkbox))
        state.agreement = state.agreement == Agreement::Differed ? Agreement::Any : Agreement::Differed;
    return y + height;
}

bool same_year(Day one, Day other) { return civil_from_day(one).year == civil_from_day(other).year; }

struct EntryDrawer {
    Ui& ui;
    const Workspace& workspace;
    Choices& choices;

    void draw(const JournalEntry& entry, const Box& row) const {
        const Document& document = workspace.document();
        const Decision& decision = document.decisions.at(entry.invitation);
        const Person& person = document.book.at(document.book.invitations[entry.place].person);
        const UiId id = ui_id(entry.invitation.value, ui_id("journal.entry"));
        const Day day = utc_day_of(decision.decided_at);
        const std::string when = ui.strings.text("journal.when", {ui.strings.day(day), long_age(ui.strings, day, utc_day_of(ui.platform.now()))});
        const std::string sure = std::to_string(std::lround(decision.confidence * 100));
        const std::string said = agrees(decision) ? ui.strings.text("journal.agreed", {sure}) : ui.strings.text("journal.differed", {word_of(ui, decision.verdict), sure});
        Told told = {.role = Role::ListItem, .name = ui.strings.text("journal.entry", {person.name, word_of(ui, decision.action), said, when})};
        const TellGroup group(ui, id, row, std::move(told));
        line_across(ui, row.x, row.bottom() - ui.look.hairline(), row.width, ui.ink().line);
        const bool narrow = row.width < ui.px(600);
        const float target = ui.px(ui.look.touch ? 44 : 32);
        const std::string back = ui.text("receipt.take_back"), back_told = ui.strings.text("journal.take_back", {person.name});
        const ButtonLook look = {.kind = ButtonKind::Plain, .text_size = type::small, .told_name = back_told};
        const float back_width = narrow ? target : button_width(ui, back, look);

        const Box open = {row.x, row.y, row.width - (narrow ? 0 : back_width + ui.px(8)), narrow ? ui.px(62) : row.height - ui.px(30)};
        const Press pressed = press_told(ui, id, open);
        if (pressed.hovered) fill(ui, {open.x - ui.px(8), open.y + ui.px(2), open.width + ui.px(8), open.height}, ui.ink().hover, radius::control);
        if (pressed.focused) draw_focus_ring(ui, open);
        if (pressed.clicked) choices.show_invitation = entry.invitation;
        const float first = row.y + ui.px(22), second = row.y + ui.px(43), third = row.y + ui.px(66);
        draw_avatar(ui, {row.x, row.y + ui.px(14), ui.px(32), ui.px(32)}, person.name);
        const float text = row.x + ui.px(44), right = open.right();
        const float chip = draw_chip_right(ui, right, first, decision.action, true);
        draw_text(ui, text, first, person.name, {.size = type::body, .weight = Weight::Semibold, .ink = ui.ink().text}, right - chip - ui.px(12) - text);
        const Pen quiet = {.size = type::small, .ink = ui.ink().muted};
        const float when_width = narrow ? 0 : text_width(ui, when, quiet) + ui.px(12);
        draw_text(ui, text, second, narrow ? ui.strings.text("journal.said_when", {said, same_year(day, utc_day_of(ui.platform.now())) ? ui.strings.day_of_year(day) : ui.strings.day(day)}) : said, quiet, right - when_width - text);
        if (!narrow) draw_text_right(ui, right, second, when, quiet);

        // The reason, or a way to give one; the mirror says whose it is.
        const std::string reason = decision.reason.empty() ? ui.text("journal.add_reason") : ui.strings.text("received.quote", {decision.reason});
        const std::string reason_told = ui.strings.text(decision.reason.empty() ? "journal.add_reason_told" : "journal.edit_reason_told", {person.name, decision.reason});
        const float reason_room = (narrow ? row.right() - back_width - ui.px(8) : right) - text;
        const Box line = {text - ui.px(6), third - target / 2, std::min(reason_room, text_width(ui, reason, quiet) + ui.px(30)), target};
        const Press edit = press(ui, ui_id("reason", id), line, {.role = Role::Button, .name = reason_told});
        if (edit.hovered) fill(ui, {line.x, third - ui.px(12), line.width, ui.px(24)}, ui.ink().hover, radius::control);
        draw_icon(ui, text + ui.px(6), third, icon::pencil, 12, edit.hovered ? ui.ink().text : ui.ink().faint);
        const Pen own = {.size = type::small, .ink = decision.reason.empty() ? (edit.hovered ? ui.ink().text : ui.ink().muted) : ui.ink().text};
        draw_text(ui, text + ui.px(18), third, reason, own, reason_room - ui.px(20));
        if (edit.focused) draw_focus_ring(ui, line);
        if (edit.clicked) choices.reason_for = std::vector<InvitationId>{entry.invitation};

        const Box take = narrow ? Box{row.right() - std::round((target + ui.px(16)) / 2), third - target / 2, target, target}
                                : Box{row.right() - back_width, std::round(row.middle() - target / 2), back_width, target};
        const bool taken = narrow ? icon_button(ui, ui_id("back", id), take, icon::undo_2, back_told) : button(ui, ui_id("back", id), take, back, look);
        if (taken) choices.command(ClearDecisionCommand{{entry.invitation}});
    }
};

void draw_empty(Ui& ui, const Box& area, float width, const std::string& title, const std::string& more) {
    const float y = area.y + area.height * 0.24f, room = std::min(width, ui.px(380));
    draw_icon(ui, area.centre(), y, icon::book_open, 28, ui.ink().faint);
    draw_text_centred(ui, area.centre(), y + ui.px(34), title, {.size = type::body, .weight = Weight::Semibold, .ink = ui.ink().text});
    if (!more.empty()) draw_paragraph(ui, area.centre() - room / 2, y + ui.px(52), room, more, {.size = type::small, .ink = ui.ink().muted});
    tell_text(ui, ui_id("journal.empty"), area, more.empty() ? title : ui.strings.text("settings.told", {title, more}));
}

}  // namespace

void draw_journal(Ui& ui, const Workspace& workspace, JournalState& state, Box area, Choices& choices) {
    refresh(workspace, state);
    const bool phone = ui.layout == Layout::Phone;
    const UiId id = ui_id("journal");
    const TellGroup group(ui, id, area, {.role = Role::Group, .name = ui.text("journal.title")});
    const float side = ui.px(phone ? 16 : 40), width = std::min(area.width - 2 * side, ui.px(800));
    const float left = std::round(area.centre() - width / 2);
    area.cut_top(ui.px(phone ? 12 : 24));
    const bool none = workspace.document().decisions.empty();
    const Box head = area.cut_top(ui.px(ui.look.touch ? 44 : 38));
    const std::string title = ui.text("journal.title"), summary = ui.strings.counted("journal.count", workspace.document().decisions.size());
    tell_heading(ui, ui_id("title", id), head, title, 2);
    tell_text(ui, ui_id("summary", id), head, summary);
    const float used = draw_text(ui, left, head.middle(), title, {.size = type::name, .weight = Weight::Semibold, .ink = ui.ink().text, .tracking = -0.018f});
    const std::string sheet = ui.text("deed.work_sheet");
    const ButtonLook look = {.icon = icon::list_checks, .text_size = type::small};
    const float sheet_width = none ? 0 : button_width(ui, sheet, look);
    if (!none && button(ui, ui_id("sheet", id), {left + width - sheet_width, head.middle() - ui.look.target() / 2, sheet_width, ui.look.target()}, sheet, look)) choices.deed(Deed::WorkSheet);
    draw_text(ui, left + used + ui.px(12), head.middle() + ui.px(3), summary, {.size = type::small, .ink = ui.ink().muted}, width - used - sheet_width - ui.px(24));
    area.cut_top(ui.px(12));
    if (none) {
        draw_empty(ui, area, width, ui.text("journal.empty_title"), ui.text("journal.empty"));
        return;
    }
    const Box field = area.cut_top(ui.px(ui.look.touch ? 44 : 34));
    text_field(ui, ui_id("filter", id), {left, field.y, width, field.height}, ui.text("journal.filter"), state.filter,
               {.placeholder = ui.text("journal.filter"), .key = phone ? "" : "/", .search = true});
    area.cut_top(ui.px(10));
    const float below = draw_filters(ui, workspace, state, {left, area.y, width, area.height}, area.y);
    area.cut_top(below - area.y + ui.px(10));
    line_across(ui, left, area.y, width, ui.ink().line);
    if (state.entries.empty()) {
        draw_empty(ui, area, width, ui.text("journal.nothing"), ui.text("journal.nothing_more"));
        return;
    }
    const TellGroup list(ui, ui_id("list", id), area, {.role = Role::List, .name = ui.text("journal.list")});
    ScrollArea scroll(ui, ui_id("scroll", id), state.scroll, area);
    const float height = ui.px(90);
    const RowRange range = rows_in_sight(state.scroll, area.height, height, state.entries.size(), 4);
    const EntryDrawer drawer{ui, workspace, choices};
    for (std::size_t place = range.first; place < range.last; ++place)
        drawer.draw(state.entries[place], {left, scroll.top() + static_cast<float>(place) * height, width, height});
    scroll.ends_at(scroll.top() + static_cast<float>(state.entries.size()) * height + ui.px(24));
}

}  // namespace discern
