// The frame around the views: rail, bottom bar, status line.
#include "app/app_state.hpp"
#include "app/charts.hpp"

#include <icons.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace discern {
namespace {

struct Place {
    View view{};
    Deed deed{};
    const char* icon = nullptr;
    std::string_view key;
};
constexpr std::array<Place, 5> places = {{{View::Received, Deed::GoReceived, icon::inbox, "nav.received"},
                                          {View::Plan, Deed::GoPlan, icon::send, "nav.plan"},
                                          {View::Goals, Deed::GoGoals, icon::target, "nav.goals"},
                                          {View::Journal, Deed::GoJournal, icon::book_open, "nav.journal"},
                                          {View::Settings, Deed::GoSettings, icon::settings, "nav.settings"}}};

std::uint32_t count_of(const Workspace& workspace, const AppState& state, View view) {
    if (view == View::Received) return workspace.lane_counts()[static_cast<std::size_t>(Lane::All)];
    if (view == View::Plan) return state.plan.counts[static_cast<std::size_t>(PlanLane::Open)];
    if (view == View::Journal) return static_cast<std::uint32_t>(workspace.document().decisions.size());
    return 0;
}

void draw_rail_item(Ui& ui, const Workspace& workspace, const AppState& state, const Place& place, const Box& row, bool words, ShellChoices& shell) {
    const bool current = state.view == place.view;
    const std::string label = ui.text(place.key);
    const std::uint32_t count = count_of(workspace, state, place.view);
    Told told = {.role = Role::Button, .name = count > 0 && place.view != View::Journal ? ui.strings.text("nav.with_count", {label, grouped(count)}) : label};
    told.current = current;
    const Press pressed = press(ui, ui_id(place.key), row, std::move(told));
    if (current) fill(ui, row, ui.ink().selection, radius::control);
    else if (pressed.hovered) fill(ui, row, ui.ink().hover, radius::control);
    const Rgba ink = current || pressed.hovered ? ui.ink().text : ui.ink().muted;
    if (words) {
        draw_icon(ui, row.x + ui.px(17), row.middle(), place.icon, 17, ink);
        draw_text(ui, row.x + ui.px(35), row.middle(), label, {.size = type::body, .weight = current ? Weight::Semibold : Weight::Regular, .ink = ink});
        if (count > 0)
            draw_text_right(ui, row.right() - ui.px(9), row.middle(), grouped(count), {.size = type::caption + 0.5f, .ink = ui.ink().muted});
    } else {
        draw_icon(ui, row.centre(), row.middle(), place.icon, 20, ink);
        if (pressed.hovered) {
            const Pen pen = {.size = type::caption, .ink = ui.ink().on_toast};
            const float width = text_width(ui, label, pen) + ui.px(16);
            const Box tip = {row.right() + ui.px(8), row.middle() - ui.px(13), width, ui.px(26)};
            ImDrawList& over = *ImGui::GetForegroundDrawList();
            over.AddRectFilled(tip.low(), tip.high(), packed(ui.ink().toast), ui.px(5));
            over.AddText(ui.look.fonts.regular, type::caption * ui.look.scale, {tip.x + ui.px(8), std::round(tip.middle() - ui.px(type::caption) / 2)}, packed(pen.ink), label.c_str());
        }
    }
    if (pressed.focused) draw_focus_ring(ui, row);
    if (pressed.clicked) shell.choices.deed(place.deed);
}

void draw_lens_card(Ui& ui, const Workspace& workspace, const Box& box, ShellChoices& shell) {
    const Document& document = workspace.document();
    const auto lens = std::find_if(document.lenses.begin(), document.lenses.end(), [&](const Lens& each) { return each.id == document.active_lens; });
    const std::string name = lens == document.lenses.end() || lens->name.empty() ? ui.text("nav.your_goals") : ui.strings.text("nav.lens", {lens->name});
    const std::vector<Purpose> leading = leading_purposes(workspace.goals(), 3);
    std::vector<std::string> parts = {name};
    for (const Purpose purpose : leading)
        parts.push_back(ui.strings.text("goals.told", {word_of(ui, purpose), std::to_string(workspace.goals().purposes[static_cast<std::size_t>(purpose)])}));
    const Press pressed = press(ui, ui_id("lens"), box, {.role = Role::Button, .name = ui.strings.list(parts)});
    outline(ui, box, pressed.hovered ? ui.ink().line_strong : ui.ink().line, radius::card);
    const float left = box.x + ui.px(11), right = box.right() - ui.px(11);
    draw_text(ui, left, box.y + ui.px(20), name, {.size = type::caption + 0.5f, .weight = Weight::Semibold, .ink = ui.ink().text}, right - left);
    if (leading.empty()) draw_text(ui, left, box.y + ui.px(44), ui.text("nav.no_goals"), {.size = type::caption, .ink = ui.ink().muted}, right - left);
    float y = box.y + ui.px(44);
    for (const Purpose purpose : leading) {
        const std::string word = ui.text("purpose.short." + std::string(name_of(purpose)));
        const float used = draw_text(ui, left, y, word, {.size = type::caption + 0.5f, .ink = ui.ink().muted}, (right - left) * 0.7f);
        const float from = left + std::max(used + ui.px(8), ui.px(64));
        draw_share_bar(ui, {from, y - ui.px(2), right - from, ui.px(4)}, workspace.goals().purposes[static_cast<std::size_t>(purpose)] / 5.0, ui.ink().accent);
        y += ui.px(23);
    }
    if (pressed.focused) draw_focus_ring(ui, box, radius::card);
    if (pressed.clicked) shell.choices.deed(Deed::GoGoals);
}

void draw_rail(Ui& ui, const Workspace& workspace, const AppState& state, Box rail, ShellChoices& shell) {
    fill(ui, rail, ui.ink().rail);
    line_down(ui, rail.right() - ui.look.hairline(), rail.y, rail.height, ui.ink().line);
    const bool words = ui.layout == Layout::Wide;
    const TellGroup group(ui, ui_id("nav"), rail, {.role = Role::Navigation, .name = ui.text("nav.name")});
    const float side = ui.px(words ? 12 : 8), height = ui.px(words ? 34 : 40), pitch = ui.px(words ? 36 : 44);
    const Box logo = {rail.x + ui.px(words ? 20 : 17), rail.y + ui.px(19), ui.px(22), ui.px(22)};
    draw_logo(ui, logo);
    if (words)
        draw_text(ui, logo.right() + ui.px(10), logo.middle(), ui.text("app.name"), {.size = type::verdict, .weight = Weight::Semibold, .ink = ui.ink().text, .tracking = -0.01f});
    float y = rail.y + ui.px(59);
    for (const Place& place : places) {
        if (place.view == View::Settings) continue;
        draw_rail_item(ui, workspace, state, place, {rail.x + side, y, rail.width - 2 * side, height}, words, shell);
        y += pitch;
    }
    const float foot = rail.bottom() - ui.px(16) - height;
    if (words && foot - ui.px(134) > y)
        draw_lens_card(ui, workspace, {rail.x + side, foot - ui.px(122), rail.width - 2 * side, ui.px(111)}, shell);
    draw_rail_item(ui, workspace, state, places.back(), {rail.x + side, foot, rail.width - 2 * side, height}, words, shell);
}

void draw_bottom_bar(Ui& ui, const AppState& state, const Box& bar, ShellChoices& shell) {
    fill(ui, bar, ui.ink().rail);
    line_across(ui, bar.x, bar.y, bar.width, ui.ink().line);
    const TellGroup group(ui, ui_id("nav"), bar, {.role = Role::Navigation, .name = ui.text("nav.name")});
    const float width = bar.width / static_cast<float>(places.size());
    for (std::size_t place = 0; place < places.size(); ++place) {
        const Box box = {bar.x + width * static_cast<float>(place), bar.y, width, ui.px(60)};
        const bool current = state.view == places[place].view;
        const std::string label = ui.text(places[place].view == View::Plan ? "nav.plan_short" : places[place].key);
        Told told = {.role = Role::Button, .name = label};
        told.current = current;
        const Press pressed = press(ui, ui_id(places[place].key), box, std::move(told));
        const Rgba ink = current ? ui.ink().accent : ui.ink().muted;
        draw_icon(ui, box.centre(), box.y + ui.px(22), places[place].icon, 21, ink);
        draw_text_centred(ui, box.centre(), box.y + ui.px(45), label, {.size = type::tiny, .ink = ink});
        if (pressed.focused) draw_focus_ring(ui, box.inset(ui.px(4)));
        if (pressed.clicked) shell.choices.deed(places[place].deed);
    }
}

std::string keeping_words(const Ui& ui, const AppState& state) {
    switch (state.keeping) {
        case Keeping::Waiting:
        case Keeping::Writing: return ui.text("status.saving");
        case Keeping::Failed: return ui.text(state.retry_at < 0 ? "status.not_saved" : "status.trying_again");
        case Keeping::ReadOnly: return ui.text("status.read_only");
        case Keeping::NotPossible: return ui.text("status.cannot_keep");
        case Keeping::Kept: break;
    }
    return ui.text(state.kept_at < 0 ? "status.nothing_to_save" : "status.saved");
}

void draw_status(Ui& ui, const AppState& state, const Box& bar, ShellChoices& shell) {
    fill(ui, bar, ui.ink().rail);
    line_across(ui, bar.x, bar.y, bar.width, ui.ink().line);
    const float middle = bar.middle() + ui.look.hairline() / 2;
    const Pen quiet = {.size = type::caption, .ink = ui.ink().muted};
    float x = bar.x + ui.px(16);
    const auto hint = [&](std::initializer_list<std::string> caps, std::string_view key, std::optional<Deed> deed) {
        const std::string words = ui.text(key);
        const float from = x;
        for (const std::string& cap : caps) x += draw_keycap(ui, x, middle, cap) + ui.px(4);
        x += ui.px(1) + draw_text(ui, x + ui.px(1), middle, words, quiet);
        if (deed) {
            const Box box = {from - ui.px(4), bar.y + ui.px(1), x - from + ui.px(8), bar.height - ui.px(2)};
            const Press pressed = press(ui, ui_id(key, ui_id("status")), box, {.role = Role::Button, .name = words});
            if (pressed.focused) draw_focus_ring(ui, box);
            if (pressed.clicked) shell.choices.deed(*deed);
        }
        x += ui.px(16);
    };
    if (!ui.look.touch) {
        if (state.desk.open) {
            hint({"1", "\xe2\x80\x93", "3"}, "status.desk_drafts", std::nullopt);
            hint({"E"}, "status.desk_edit", std::nullopt);
            hint({"C"}, "status.desk_copy", std::nullopt);
        } else if (state.view == View::Received) {
            hint({"J", "K"}, "status.move", std::nullopt);
            hint({"1", "\xe2\x80\x93", "5"}, "status.decide", std::nullopt);
        } else if (state.view == View::Plan) {
            hint({"J", "K"}, "status.move", std::nullopt);
            hint({"N"}, "status.new", Deed::NewEntry);
        }
        hint({"Z"}, "status.undo", Deed::Undo);
        hint({shown_cap(ui, cap_of(Deed::Palette))}, "status.anything", Deed::Palette);
        hint({"?"}, "status.keys", Deed::KeySheet);
    }
    const std::string kept = keeping_words(ui, state);
    const std::string sent = state.requests == 0 ? ui.text("status.nothing_sent") : ui.strings.counted("status.requests", state.requests);
    const bool lost = state.keeping == Keeping::Failed || state.keeping == Keeping::NotPossible;
    const float kept_x = bar.right() - ui.px(16) - text_width(ui, kept, quiet);
    if (state.keeping == Keeping::ReadOnly) {
        if (text_link(ui, ui_id("status.take_over"), kept_x, middle, kept, type::caption)) shell.take_over = true;
    } else if (lost) {
        draw_icon(ui, kept_x - ui.px(11), middle, icon::circle_alert, 13, ui.ink().report);
        if (text_link(ui, ui_id("status.kept"), kept_x, middle, kept, type::caption)) shell.choices.deed(Deed::SaveFile);
    } else {
        draw_text(ui, kept_x, middle, kept, quiet);
        tell(ui, ui_id("status.kept"), bar, {.role = Role::Text, .name = kept});
    }
    const float sent_x = kept_x - ui.px(lost ? 38 : 20) - text_width(ui, sent, quiet);
    if (sent_x > x + ui.px(16)) {
        draw_text(ui, sent_x, middle, sent, quiet);
        ui.draw().AddCircleFilled({sent_x - ui.px(10), middle}, ui.px(3.5f), packed(state.requests == 0 ? ui.ink().accept : ui.ink().ask), 0);
    }
    tell(ui, ui_id("status.sent"), bar, {.role = Role::Text, .name = sent});
}

// Side by side; on a phone the receipt is a screen of its own.
template <class State, class DrawList>
void draw_list_and_receipt(Ui& ui, const Workspace& workspace, State& state, Box area, Choices& choices, const DrawList& draw_list) {
    const auto receipt = [&](const Box& box) {
        refresh(workspace, state);
        draw_receipt(ui, workspace, state.receipt, receipt_frame(workspace, state), box, choices);
    };
    if (ui.layout == Layout::Phone) {
        if (state.receipt_open && receipt_frame(workspace, state).invitation) return receipt(area);
        state.receipt_open = false;
        return draw_list(area);
    }
    Box pane = area.cut_left(ui.layout == Layout::Wide ? ui.px(392) : std::clamp(std::round(area.width * 0.40f), ui.px(300), ui.px(392)));
    line_down(ui, pane.right() - ui.look.hairline(), pane.y, pane.height, ui.ink().line);
    pane.width -= ui.look.hairline();
    draw_list(pane);
    receipt(area);
}

}  // namespace

void fill_page(Ui& ui) {
    ImGui::GetBackgroundDrawList()->AddRectFilled(ui.page.low(), ui.page.high(), packed(ui.ink().ground));
}

void draw_opening(Ui& ui) {
    constexpr ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoInputs;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({ui.page.width, ui.page.height});
    ImGui::Begin("opening", nullptr, flags);
    const std::string words = ui.text("status.opening");
    draw_logo(ui, {ui.page.centre() - ui.px(14), ui.page.middle() - ui.px(40), ui.px(28), ui.px(28)});
    draw_text_centred(ui, ui.page.centre(), ui.page.middle() + ui.px(12), words, {.size = type::small, .ink = ui.ink().muted});
    tell(ui, ui_id("opening"), ui.page, {.role = Role::Status, .name = words});
    ImGui::End();
}

namespace {

// The view in the middle.
void draw_view(Ui& ui, const Workspace& workspace, AppState& state, Box rest, ShellChoices& shell) {
    switch (state.view) {
        case View::Received:
            draw_list_and_receipt(ui, workspace, state.received, rest, shell.choices,
                                  [&](const Box& pane) { draw_received_list(ui, workspace, state.received, pane, shell.choices); });
            break;
        case View::Plan:
            draw_list_and_receipt(ui, workspace, state.plan, rest, shell.choices,
                                  [&](const Box& pane) { draw_plan_list(ui, workspace, state.plan, pane, shell.choices); });
            break;
        case View::Goals: draw_goals(ui, workspace, state.goals, rest, shell.choices); break;
        case View::Journal: draw_journal(ui, workspace, state.journal, rest, shell.choices); break;
        case View::Settings: draw_settings(ui, workspace, state.settings, rest, shell.choices); break;
    }
}

}  // namespace

void draw_shell(Ui& ui, const Workspace& workspace, AppState& state, ShellChoices& shell) {
    fill(ui, ui.page, ui.ink().ground);
    const bool phone = ui.layout == Layout::Phone;
    const float below = ui.page.bottom() - ui.safe.bottom();  // the bar of a phone reaches down to the edge
    Box rest = ui.safe;
    if (phone) rest.height += below;
    refresh(workspace, state.plan);
    // Read from top to bottom: what stands at the foot of the page comes last.
    const bool desk_alone = phone && state.desk.open;  // fills the screen, with its own button at the foot
    const Box foot = rest.cut_bottom(desk_alone ? below : phone ? ui.px(60) + below : ui.px(31));
    if (!phone) {
        draw_rail(ui, workspace, state, rest.cut_left(ui.px(ui.layout == Layout::Wide ? 200 : 56)), shell);
    }
    if (state.desk.open) draw_desk(ui, workspace, state.desk, rest, shell.choices);
    else draw_view(ui, workspace, state, rest, shell);
    if (desk_alone) return;
    if (phone) draw_bottom_bar(ui, state, foot, shell);
    else draw_status(ui, state, foot, shell);
}

}  // namespace discern
