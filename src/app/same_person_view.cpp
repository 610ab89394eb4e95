// The list of doubtful matches, one key each, and the list of joins, each of which can be parted.
#include "app/app_state.hpp"
#include "app/names.hpp"
#include "workspace/questions.hpp"

#include <icons.hpp>

#include <algorithm>
#include <cmath>

namespace discern {
namespace {

constexpr float side = 28;

std::string_view why_key(Likeness why) {
    switch (why) {
        case Likeness::Name: return "same.why.name";
        case Likeness::OtherAddress: return "same.why.other_address";
        case Likeness::Nickname: return "same.why.nickname";
        case Likeness::Spelling: return "same.why.spelling";
        case Likeness::FormerName: return "same.why.former_name";
        case Likeness::Initials: return "same.why.initials";
        case Likeness::MoreNames: return "same.why.more_names";
        case Likeness::Unspaced: return "same.why.unspaced";
    }
    return "";
}

// One record as a card shows it: who, and by which traces the user may know them.
struct Record {
    std::string name, what, trace, address;
};

// As the browser's own address line writes it: "/in/zoé-yarber", not "/in/zo%C3%A9-yarber".
std::string address_of(const Ui& ui, std::string_view key) {
    if (key.empty()) return ui.text("same.no_address");
    if (key.starts_with("id:")) key.remove_prefix(3);
    return "/in/" + std::string(key);
}

const Invitation* invitation_from(const PersonBook& book, PersonId person) {
    const Invitation* latest = nullptr;
    for (const Invitation& invitation : book.invitations)
        if (invitation.person == person && (latest == nullptr || latest->sent_at < invitation.sent_at)) latest = &invitation;
    return latest;
}

Record record_of(const Ui& ui, const Workspace& workspace, const Person& person, const Invitation* invitation) {
    Record record;
    record.name = person.name;
    const Profile& profile = person.profile;
    record.what = !profile.headline.empty() ? profile.headline
                  : !profile.position.empty() && !profile.company.empty() ? ui.strings.text("received.role_at", {profile.position, profile.company})
                                                                          : profile.position + profile.company;
    if (person.ties.connected_on) {
        record.trace = ui.strings.text("same.connected", {ui.strings.day(*person.ties.connected_on)});
    } else if (invitation != nullptr) {
        const auto day = invitation->sent_at ? std::optional(utc_day_of(*invitation->sent_at)) : std::nullopt;
        record.trace = ui.strings.text(invitation->direction == Direction::Incoming ? "same.invited_you" : "same.invited_by_you",
                                       {long_age(ui.strings, day, workspace.today())});
    } else {
        record.trace = ui.text(profile.headline.empty() ? "same.named" : "same.seen");
    }
    record.address = address_of(ui, person.profile_key);
    return record;
}

void draw_record(Ui& ui, const Box& box, const Record& record) {
    draw_avatar(ui, {box.x, box.y + ui.px(2), ui.px(32), ui.px(32)}, record.name);
    const float text = box.x + ui.px(44), room = box.right() - text;
    draw_text(ui, text, box.y + ui.px(9), record.name, {.size = type::body, .weight = Weight::Semibold, .ink = ui.ink().text}, room);
    const std::string second = record.what.empty() ? record.trace : record.what;
    draw_text(ui, text, box.y + ui.px(29), second, {.size = type::small, .ink = ui.ink().muted}, room);
    const std::string third = record.what.empty() ? record.address : record.trace + "  \xc2\xb7  " + record.address;
    draw_text(ui, text, box.y + ui.px(48), third, {.size = type::caption, .ink = ui.ink().faint}, room);
}

struct Card {
    UiId id = 0;
    Record one, other;
    std::string why;
    bool chosen = false;
};

struct CardAnswer {
    bool yes = false, no = false, pressed = false;
};

float card_height(const Ui& ui, bool narrow, bool with_buttons_below) {
    const float records = narrow ? 2 * 66 + 10 : 66;
    return ui.px(14 + 22 + records + (with_buttons_below ? 12 + (ui.look.touch ? 44 : 36) : 0) + 12);
}

CardAnswer draw_card(Ui& ui, const Box& row, const Card& card, bool is_join, bool narrow) {
    CardAnswer answer;
    const Box box = {row.x, row.y, row.width, row.height - ui.px(10)};
    Told told = {.role = Role::ListItem,
                 .name = ui.strings.text("same.question", {card.one.name, card.one.trace, card.other.name, card.other.trace, card.why}),
                 .selected = card.chosen};
    const TellGroup group(ui, ui_id("item", card.id), box, std::move(told));
    fill(ui, box, ui.ink().card, radius::card);
    outline(ui, box, card.chosen ? ui.ink().accent : ui.ink().line, radius::card);
    const float left = box.x + ui.px(16), right = box.right() - ui.px(16);
    draw_text(ui, left, box.y + ui.px(20), card.why, {.size = type::caption, .weight = Weight::Semibold, .ink = is_join ? ui.ink().muted : ui.ink().ask},
              right - left);
    const float top = box.y + ui.px(36);
    const float half = narrow ? right - left : std::floor((right - left - ui.px(28)) / 2);
    draw_record(ui, {left, top, half, ui.px(60)}, card.one);
    if (narrow) {
        draw_record(ui, {left, top + ui.px(72), half, ui.px(60)}, card.other);
    } else {
        line_down(ui, left + half + ui.px(13), top, ui.px(58), ui.ink().line);
        draw_record(ui, {right - half, top, half, ui.px(60)}, card.other);
    }
    const float height = ui.look.target(), y = box.bottom() - ui.px(12) - height;
    const bool keys = card.chosen && !ui.look.touch;
    if (is_join) {
        const std::string label = ui.text("same.part"), name = ui.strings.text("same.part_told", {card.one.name, card.other.name});
        const ButtonLook look = {.kind = ButtonKind::Quiet, .key = keys ? "N" : "", .text_size = type::small, .told_name = name};
        const float width = button_width(ui, label, look);
        answer.no = button(ui, ui_id("part", card.id), {right - width, y, width, height}, label, look);
        return answer;
    }
    const std::string yes = ui.text("same.yes"), no = ui.text("same.no");
    const std::string yes_told = ui.strings.text("same.yes_told", {card.one.name, card.other.name});
    const std::string no_told = ui.strings.text("same.no_told", {card.one.name, card.other.name});
    const ButtonLook yes_look = {.kind = card.chosen ? ButtonKind::Primary : ButtonKind::Quiet, .key = keys ? "Y" : "", .text_size = type::small, .told_name = yes_told};
    const ButtonLook no_look = {.kind = ButtonKind::Quiet, .key = keys ? "N" : "", .text_size = type::small, .told_name = no_told};
    const float yes_width = narrow ? std::floor((right - left - ui.px(8)) / 2) : button_width(ui, yes, yes_look);
    const float no_width = narrow ? yes_width : button_width(ui, no, no_look);
    answer.yes = button(ui, ui_id("yes", card.id), {right - yes_width, y, yes_width, height}, yes, yes_look);
    answer.no = button(ui, ui_id("no", card.id), {right - yes_width - ui.px(8) - no_width, y, no_width, height}, no, no_look);
    return answer;
}

class SamePersonView {
public:
    SamePersonView(Ui& ui, const Workspace& workspace, SamePersonState& state, ShellChoices& shell)
        : ui_(ui), workspace_(workspace), state_(state), shell_(shell), open_(open_doubts(workspace.document())) {}

    float draw(Box box) {
        const float bottom = box.bottom();
        const float pad = ui_.px(side);
        Box column = {box.x + pad, box.y + pad, box.width - 2 * pad, box.height - 2 * pad};
        draw_head(column);
        Box foot = column.cut_bottom(ui_.look.target());
        column.cut_bottom(ui_.px(14));
        const std::size_t count = count_of_cards();
        if (count == 0) draw_nothing(column);
        else draw_list(column, count);
        if (draw_foot(ui_, ui_id("same.foot"), foot, {{"dialog.close"}})) shell_.close_dialog = true;
        return bottom - box.y;
    }

private:
    [[nodiscard]] const PersonBook& book() const { return workspace_.document().book; }
    [[nodiscard]] std::size_t count_of_cards() const { return state_.joins ? book().joins.size() : open_.size(); }

    void draw_head(Box& column) {
        const std::string title = ui_.text("same.title"), lead = ui_.text(state_.joins ? "same.lead_joins" : "same.lead");
        const Box head = column.cut_top(ui_.px(28));
        tell_heading(ui_, ui_id("same.title"), head, title, 2);
        draw_text(ui_, head.x, head.y + ui_.px(12), title, {.size = 20, .weight = Weight::Semibold, .ink = ui_.ink().text, .tracking = -0.015f});
        const float used = draw_paragraph(ui_, column.x, column.y, column.width, lead, {.size = type::small, .ink = ui_.ink().muted});
        tell_text(ui_, ui_id("same.lead"), {column.x, column.y, column.width, used}, lead);
        column.cut_top(used + ui_.px(12));
        const Box tabs = column.cut_top(ui_.px(ui_.look.touch ? 44 : 34));
        {
            const TellGroup group(ui_, ui_id("same.tabs"), tabs, {.role = Role::TabList, .name = title});
            const float x = tabs.x + draw_tab({tabs.x, tabs.y, 0, tabs.height}, "same.questions", open_.size(), false) + ui_.px(6);
            draw_tab({x, tabs.y, 0, tabs.height}, "same.joins", book().joins.size(), true);
        }
        column.cut_top(ui_.px(12));
    }

    float draw_tab(Box box, std::string_view key, std::size_t count, bool joins) {
        const std::string label = ui_.text(key), number = grouped(count);
        const bool on = state_.joins == joins;
        const Pen pen = {.size = type::small, .weight = on ? Weight::Semibold : Weight::Regular, .ink = on ? ui_.ink().text : ui_.ink().muted};
        const Pen quiet = {.size = type::small, .ink = ui_.ink().faint};
        box.width = text_width(ui_, label, pen) + ui_.px(6) + text_width(ui_, number, quiet) + ui_.px(24);
        const Press pressed = press(ui_, ui_id(key), box, {.role = Role::Tab, .name = ui_.strings.text("same.tab", {label, number}), .selected = on});
        if (on) fill(ui_, box, ui_.ink().selection, radius::control);
        else if (pressed.hovered) fill(ui_, box, ui_.ink().hover, radius::control);
        const float used = draw_text(ui_, box.x + ui_.px(12), box.middle(), label, pen);
        draw_text(ui_, box.x + ui_.px(18) + used, box.middle(), number, quiet);
        if (pressed.focused) draw_focus_ring(ui_, box);
        if (pressed.clicked && !on) {
            state_.joins = joins;
            state_.chosen = 0;
            state_.scroll = {};
        }
        return box.width;
    }

    void draw_nothing(const Box& area) {
        const std::string title = ui_.text(state_.joins ? "same.no_joins" : "same.none"), more = ui_.text(state_.joins ? "same.no_joins_more" : "same.none_more");
        const float room = std::min(area.width, ui_.px(360));
        float y = area.y + area.height * 0.22f;
        draw_icon(ui_, area.centre(), y, icon::circle_check, 28, ui_.ink().faint);
        y += ui_.px(32);
        draw_text_centred(ui_, area.centre(), y, title, {.size = type::body, .weight = Weight::Semibold, .ink = ui_.ink().text});
        draw_paragraph(ui_, area.centre() - room / 2, y + ui_.px(18), room, more, {.size = type::small, .ink = ui_.ink().muted});
        tell_text(ui_, ui_id("same.none"), area, title + ". " + more);
    }

    [[nodiscard]] Card card_at(std::size_t place) const {
        Card card;
        if (state_.joins) {
            const Join& join = book().joins[place];
            card.id = ui_id(place, ui_id("same.join"));
            const Invitation* invitation = nullptr;
            for (const Invitation& each : book().invitations)
                if (!join.moved.empty() && each.id == join.moved.front().id) invitation = &each;
            Person alone;
            alone.name = join.name;
            card.one = record_of(ui_, workspace_, join.from ? book().at(*join.from) : alone, invitation);
            card.other = record_of(ui_, workspace_, join.before.empty() ? book().at(join.into) : join.before.front(), nullptr);
            card.why = ui_.text(join.by_user ? "same.joined.user" : "same.joined.name");
            return card;
        }
        const PersonDoubt& doubt = book().doubts[open_[place]];
        card.id = ui_id(std::uint64_t{doubt.one.index} << 32 | doubt.other.index, ui_id("same.doubt"));
        card.one = record_of(ui_, workspace_, book().at(doubt.one), invitation_from(book(), doubt.one));
        card.other = record_of(ui_, workspace_, book().at(doubt.other), invitation_from(book(), doubt.other));
        card.why = ui_.text(why_key(doubt.why));
        if (doubt.same_company) card.why = ui_.strings.text("same.and_company", {card.why, book().at(doubt.other).profile.company});
        return card;
    }

    void draw_list(const Box& area, std::size_t count) {
        const bool narrow = area.width < ui_.px(560);
        const float height = card_height(ui_, narrow, true) + ui_.px(10);
        state_.chosen = std::min(state_.chosen, count - 1);
        take_keys(count);
        const UiId id = ui_id("same.list");
        Told told = {.role = Role::List, .name = ui_.text(state_.joins ? "same.joins_list" : "same.list")};
        told.set_size = static_cast<std::int32_t>(count);
        const TellGroup group(ui_, id, area, std::move(told));
        if (std::exchange(state_.reveal, false))
            scroll_into_view(state_.scroll, area, static_cast<double>(state_.chosen) * static_cast<double>(height), static_cast<double>(height), 0);
        ScrollArea scroll(ui_, id, state_.scroll, area);
        const RowRange range = rows_in_sight(state_.scroll, area.height, height, count, 2);
        for (std::size_t place = range.first; place < range.last; ++place) {
            Card card = card_at(place);
            card.chosen = place == state_.chosen;
            const float y = static_cast<float>(std::round(static_cast<double>(scroll.top()) + static_cast<double>(place) * static_cast<double>(height)));
            const CardAnswer answer = draw_card(ui_, {area.x, y, area.width, height}, card, state_.joins, narrow);
            if (answer.yes || answer.no) {
                state_.chosen = place;
                rule(place, answer.yes);
            }
        }
        scroll.ends_at(scroll.top() + static_cast<float>(count) * height);
    }

    void take_keys(std::size_t count) {
        const ImGuiIO& io = ImGui::GetIO();
        if (io.KeyAlt || io.KeyCtrl || io.KeySuper) return;
        const auto went = [](ImGuiKey key) { return ImGui::IsKeyPressed(key, true); };
        const std::size_t before = state_.chosen;
        if ((went(ImGuiKey_J) || went(ImGuiKey_DownArrow)) && state_.chosen + 1 < count) ++state_.chosen;
        if ((went(ImGuiKey_K) || went(ImGuiKey_UpArrow)) && state_.chosen > 0) --state_.chosen;
        if (state_.chosen != before) {
            state_.reveal = true;
            const Card card = card_at(state_.chosen);
            ui_.platform.announce(ui_.strings.text("same.question", {card.one.name, card.one.trace, card.other.name, card.other.trace, card.why}), false);
        }
        if (ImGui::IsKeyPressed(ImGuiKey_Y, false) && !state_.joins) rule(state_.chosen, true);
        else if (ImGui::IsKeyPressed(ImGuiKey_N, false)) rule(state_.chosen, false);
        else if (ImGui::IsKeyPressed(ImGuiKey_Z, false)) shell_.choices.deed(io.KeyShift ? Deed::Redo : Deed::Undo);
    }

    void rule(std::size_t place, bool same) {
        if (state_.joins) {
            shell_.choices.command(PartPeopleCommand{place});
        } else {
            const PersonDoubt& doubt = book().doubts[open_[place]];
            shell_.choices.command(RulePeopleCommand{doubt.one, doubt.other, same});
        }
        state_.reveal = true;
        ui_.draw_again_in(0);
    }

    Ui& ui_;
    const Workspace& workspace_;
    SamePersonState& state_;
    ShellChoices& shell_;
    std::vector<std::uint32_t> open_;
};

}  // namespace

float draw_same_person(Ui& ui, Box box, const Workspace& workspace, AppState& state, ShellChoices& shell) {
    return SamePersonView(ui, workspace, state.same_person, shell).draw(box);
}

void draw_questions_banner(Ui& ui, const Workspace& workspace, Box& area, Choices& choices) {
    if (workspace.document().book.doubts.empty()) return;
    const std::size_t count = open_doubts(workspace.document()).size();
    if (count == 0) return;
    const Box row = area.cut_top(ui.px(ui.look.touch ? 44 : 36));
    const std::string words = ui.strings.counted("same.banner", count);
    const Press pressed = press(ui, ui_id("same.banner"), row, {.role = Role::Button, .name = words});
    fill(ui, row, pressed.hovered ? ui.ink().hover : mixed(ui.ink().pane, ui.ink().ask, 0.08f));
    draw_icon(ui, row.x + ui.px(26), row.middle(), icon::users, 16, ui.ink().ask);
    draw_text(ui, row.x + ui.px(44), row.middle(), words, {.size = type::small, .ink = ui.ink().text}, row.width - ui.px(80));
    draw_icon(ui, row.right() - ui.px(24), row.middle(), icon::chevron_right, 16, ui.ink().muted);
    line_across(ui, row.x, row.bottom() - ui.look.hairline(), row.width, ui.ink().line);
    if (pressed.focused) draw_focus_ring(ui, row);
    if (pressed.clicked) choices.deed(Deed::SamePerson);
}

}  // namespace discern
