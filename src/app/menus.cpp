// Small choices over the page: until when to snooze, why something was decided, how the list is sorted and grouped.
#include "app/app_state.hpp"
#include "app/day_words.hpp"
#include "base/sorted.hpp"
#include "workspace/change.hpp"

#include <icons.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace discern {
namespace {

constexpr float pad = 20;

float draw_menu_title(Ui& ui, const Box& box, std::string_view key) {
    const std::string words = ui.text(key);
    const float y = box.y + ui.px(pad);
    tell_heading(ui, ui_id(key), {box.x + ui.px(pad), y, box.width - ui.px(2 * pad), ui.px(24)}, words, 2);
    draw_text(ui, box.x + ui.px(pad), y + ui.px(11), words, {.size = type::card, .weight = Weight::Semibold, .ink = ui.ink().text, .tracking = -0.01f}, box.width - ui.px(2 * pad));
    return y + ui.px(30);
}

float line_height_of(const Ui& ui) { return ui.px(ui.look.touch ? 48 : 38); }

}  // namespace

bool draw_menu_line(Ui& ui, UiId id, const Box& row, const MenuLine& line) {
    Told told = {.role = Role::Button, .name = line.more.empty() ? line.words : ui.strings.text("menu.line", {line.words, line.more}), .selected = line.checked};
    const Press pressed = press(ui, id, row, std::move(told));
    if (pressed.hovered || pressed.held) fill(ui, row, pressed.held ? ui.ink().selection : ui.ink().hover, radius::control);
    const char* icon_text = line.checked ? icon::check : line.icon;
    if (icon_text != nullptr) draw_icon(ui, row.x + ui.px(18), row.middle(), icon_text, 16, line.checked ? ui.ink().accent : ui.ink().muted);
    float right = row.right() - ui.px(12);
    if (!line.cap.empty() && !ui.look.touch) {
        right -= keycap_width(ui, line.cap);
        draw_keycap(ui, right, row.middle(), line.cap);
        right -= ui.px(12);
    }
    const float text = row.x + ui.px(38);
    const Pen quiet = {.size = type::small, .ink = ui.ink().muted};
    const float more = line.more.empty() ? 0 : std::min(text_width(ui, line.more, quiet), (right - text) * 0.55f);
    if (more > 0) draw_text(ui, right - more, row.middle(), line.more, quiet, more + 1);
    draw_text(ui, text, row.middle(), line.words, {.size = type::body, .ink = ui.ink().text}, right - text - (more > 0 ? more + ui.px(12) : 0));
    if (pressed.focused) draw_focus_ring(ui, row);
    return pressed.clicked;
}

float draw_snooze(Ui& ui, Box box, const Workspace& workspace, AppState& state, ShellChoices& shell) {
    const UiId id = ui_id("snooze");
    const std::vector<InvitationId> targets = targets_of(workspace, state.received);
    const Day today = workspace.today();
    float y = draw_menu_title(ui, box, "snooze.title");
    const float left = box.x + ui.px(pad);
    const std::string whom = targets.size() == 1 && selected_row(workspace, state.received) != nullptr && state.received.ticked.empty()
                                 ? workspace.person_of(*selected_row(workspace, state.received)).name
                                 : ui.strings.counted("snooze.many", targets.size());
    draw_text(ui, left, y + ui.px(6), whom, {.size = type::small, .ink = ui.ink().muted}, box.width - ui.px(2 * pad));
    tell_text(ui, ui_id("whom", id), {left, y, box.width, ui.px(16)}, whom);
    y += ui.px(24);

    struct Line {
        MenuLine menu;
        SnoozePick pick;
    };
    const Day tomorrow = {today.days_since_epoch + 1}, monday = next_monday(today), month = same_day_next_month(today);
    std::vector<Line> lines = {{{.words = ui.text("snooze.tomorrow"), .more = ui.strings.week_day(tomorrow), .icon = icon::sun}, {tomorrow, {}}},
                               {{.words = ui.text("snooze.next_week"), .more = ui.strings.week_day(monday), .icon = icon::calendar}, {monday, {}}},
                               {{.words = ui.text("snooze.next_month"), .more = ui.strings.week_day(month), .icon = icon::calendar}, {month, {}}}};
    if (const ReceivedRow* row = selected_row(workspace, state.received); row != nullptr && targets.size() == 1)
        if (const auto& ask = workspace.verdict_of(*row).ask)
            lines.push_back({{.words = ui.text("snooze.until_known"), .more = ui.text("snooze.known." + std::string(name_of(ask->criterion))), .icon = icon::circle_help},
                             {std::nullopt, answer_code_for(ask->criterion)}});
    const auto& document = workspace.document();
    if (std::any_of(targets.begin(), targets.end(), [&](InvitationId each) { return document.snoozed_until.contains(each) || document.awaited.contains(each); }))
        lines.push_back({{.words = ui.text("deed.wake"), .icon = icon::rotate_ccw}, {}});
    constexpr std::array<std::string_view, 5> caps = {"1", "2", "3", "4", "5"};
    for (std::size_t place = 0; place < lines.size(); ++place) {
        lines[place].menu.cap = caps[place];
        const Box row = {left - ui.px(10), y, box.width - ui.px(2 * pad - 20), line_height_of(ui)};
        const bool by_key = !state.snooze_date.editing && ImGui::IsKeyPressed(static_cast<ImGuiKey>(ImGuiKey_1 + static_cast<int>(place)), false);
        if (draw_menu_line(ui, ui_id(place, id), row, lines[place].menu) || by_key) shell.choices.snooze = lines[place].pick;
        y += row.height;
    }
    y += ui.px(10);
    const Box field = {left, y, box.width - ui.px(2 * pad), ui.px(ui.look.touch ? 44 : 36)};
    const FieldAnswer answer = text_field(ui, ui_id("date", id), field, ui.text("snooze.date"), state.snooze_date, {.placeholder = ui.text("snooze.date_hint"), .icon = icon::calendar});
    y = field.bottom() + ui.px(6);
    const auto typed = day_from_words(state.snooze_date.text, today, ui.strings);
    const std::string said = typed ? ui.strings.text("snooze.date_is", {ui.strings.week_day(*typed), ui.strings.day(*typed)})
                             : state.snooze_date.text.empty() ? ui.text("snooze.date_help") : ui.text("snooze.date_not");
    draw_text(ui, left, y + ui.px(9), said, {.size = type::caption, .ink = typed || state.snooze_date.text.empty() ? ui.ink().muted : ui.ink().report}, field.width);
    tell(ui, ui_id("said", id), {left, y, field.width, ui.px(18)}, {.role = Role::Status, .name = said});
    y += ui.px(28);
    Box foot = {left, y, field.width, ui.look.target()};
    const bool go = answer.committed && typed.has_value();
    const auto pressed = typed ? draw_foot(ui, id, foot, {{"snooze.do", ButtonKind::Primary}, {"dialog.cancel", ButtonKind::Plain}}) : draw_foot(ui, id, foot, {{"dialog.cancel"}});
    if (go || (pressed && *pressed == 0 && typed)) shell.choices.snooze = SnoozePick{typed, {}};
    else if (pressed) shell.close_dialog = true;
    if (answer.cancelled) shell.close_dialog = true;
    if (shell.choices.snooze) shell.close_dialog = true;
    return foot.bottom() + ui.px(pad) - box.y;
}

float draw_reason(Ui& ui, Box box, const Workspace& workspace, AppState& state, ShellChoices& shell) {
    const UiId id = ui_id("reason");
    ReasonState& reason = state.reason;
    float y = draw_menu_title(ui, box, "reason.title");
    const float left = box.x + ui.px(pad), room = box.width - ui.px(2 * pad);
    const auto& decisions = workspace.document().decisions;
    std::string about = ui.strings.counted("reason.many", reason.targets.size());
    if (reason.targets.size() == 1)
        if (const auto found = decisions.find(reason.targets.front()); found != decisions.end())
            if (const Invitation* invitation = invitation_in(workspace.document().book, reason.targets.front()))
                about = ui.strings.text("reason.about", {word_of(ui, found->second.action), workspace.document().book.at(invitation->person).name});
    draw_text(ui, left, y + ui.px(6), about, {.size = type::small, .ink = ui.ink().muted}, room);
    tell_text(ui, ui_id("about", id), {left, y, room, ui.px(16)}, about);
    y += ui.px(26);
    const Box field = {left, y, room, ui.px(ui.look.touch ? 44 : 38)};
    const FieldAnswer answer = text_field(ui, ui_id("text", id), field, ui.text("reason.title"), reason.text, {.placeholder = ui.text("reason.hint")});
    y = field.bottom() + ui.px(12);

    // The user's own latest reasons: most are given more than once.
    std::vector<std::pair<Instant, std::string_view>> given;
    for (const auto& [each, decision] : decisions)
        if (!decision.reason.empty()) given.emplace_back(decision.decided_at, decision.reason);
    sort_stably(given, [](const auto& a, const auto& b) { return a.first > b.first; });
    std::set<std::string_view> seen;
    float x = left;
    for (const auto& [when, words] : given) {
        if (seen.size() == 6 || !seen.insert(words).second || words == reason.text.text) continue;
        const ButtonLook look = {.text_size = type::caption};
        const float width = std::min(button_width(ui, words, look), room), height = ui.px(ui.look.touch ? 44 : 28);
        if (x > left && x + width > left + room) {
            x = left;
            y += height + ui.px(6);
        }
        if (button(ui, ui_id(words, id), {x, y, width, height}, words, look)) shell.reason = std::string(words);
        x += width + ui.px(6);
    }
    if (!seen.empty()) y += ui.px(ui.look.touch ? 44 : 28) + ui.px(16);
    Box foot = {left, y, room, ui.look.target()};
    const auto pressed = draw_foot(ui, id, foot, {{"reason.do", ButtonKind::Primary}, {"dialog.cancel", ButtonKind::Plain}});
    if (answer.committed || (pressed && *pressed == 0)) shell.reason = reason.text.text;
    if (answer.cancelled || pressed || shell.reason) shell.close_dialog = true;
    return foot.bottom() + ui.px(pad) - box.y;
}

float draw_more_deeds(Ui& ui, Box box, ShellChoices& shell) {
    const UiId id = ui_id("more_deeds");
    const float inset = ui.px(8);
    float y = box.y + inset;
    constexpr std::array<std::pair<Deed, const char*>, 4> deeds = {{{Deed::Follow, icon::plus}, {Deed::Snooze, icon::clock}, {Deed::OpenDesk, icon::pencil}, {Deed::Reason, icon::message_square}}};
    for (const auto& [deed, icon_text] : deeds) {
        const Box row = {box.x + inset, y, box.width - 2 * inset, line_height_of(ui)};
        if (draw_menu_line(ui, ui_id(words_key(deed), id), row, {.words = ui.text(words_key(deed)), .icon = icon_text, .cap = cap_of(deed)})) {
            shell.close_dialog = true;
            shell.choices.deed(deed);
        }
        y += row.height;
    }
    return y + inset - box.y;
}

float draw_list_options(Ui& ui, Box box, AppState& state, ShellChoices& shell) {
    const UiId id = ui_id("list_options");
    ReceivedState& received = state.received;
    const float inset = ui.px(8), left = box.x + inset, width = box.width - 2 * inset;
    float y = box.y + inset;
    const auto title = [&](std::string_view key) {
        const std::string words = ui.text(key);
        tell_heading(ui, ui_id(key, id), {left, y, width, ui.px(26)}, words, 2);
        draw_text(ui, left + ui.px(10), y + ui.px(14), words, {.size = type::caption, .weight = Weight::Semibold, .ink = ui.ink().muted});
        y += ui.px(28);
    };
    title("list.lanes");
    constexpr std::array<std::string_view, 2> lanes = {"list.by_verdict", "list.by_kind"};
    for (std::size_t place = 0; place < lanes.size(); ++place) {
        const bool chosen = received.by_kind == (place == 1);
        if (draw_menu_line(ui, ui_id(lanes[place], id), {left, y, width, line_height_of(ui)}, {.words = ui.text(lanes[place]), .cap = !chosen ? cap_of(Deed::SwitchLanes) : "", .checked = chosen})) {
            if (!chosen) shell.choices.deed(Deed::SwitchLanes);
            shell.close_dialog = true;
        }
        y += line_height_of(ui);
    }
    line_across(ui, left, y + ui.px(5), width, ui.ink().line);
    y += ui.px(10);
    title("list.order");
    constexpr std::array<std::string_view, list_order_count> orders = {"list.newest", "list.oldest", "list.worth", "list.least_sure", "list.name"};
    for (std::size_t place = 0; place < orders.size(); ++place) {
        const bool chosen = static_cast<std::size_t>(received.order) == place;
        if (draw_menu_line(ui, ui_id(orders[place], id), {left, y, width, line_height_of(ui)}, {.words = ui.text(orders[place]), .checked = chosen})) {
            received.order = static_cast<ListOrder>(place);
            received.list_scroll.offset = 0;
            shell.close_dialog = true;
        }
        y += line_height_of(ui);
    }
    return y + inset - box.y;
}

}  // namespace discern
