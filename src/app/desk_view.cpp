// The note desk: on the left the person, the note and its checks; on the right drafts and the month's notes.
// On a phone one column that fills the screen, with the button to copy at its foot.
#include "app/desk_parts.hpp"
#include "app/names.hpp"
#include "text/profile_key.hpp"
#include "workspace/change.hpp"

#include <icons.hpp>

#include <algorithm>
#include <cmath>

namespace discern {
namespace {

std::string_view title_key(DraftUse use) {
    return use == DraftUse::AskFirst ? "desk.title_ask" : use == DraftUse::Decline ? "desk.title_decline" : "desk.title_invite";
}

void draw_phone_head(DeskScene& scene, Box bar) {
    Ui& ui = scene.ui;
    const std::string back = ui.text("desk.back");
    const Box target = {bar.x, bar.y, ui.px(40) + text_width(ui, back, {.size = type::verdict, .ink = {}}), bar.height};
    const Press pressed = press(ui, ui_id("desk.back"), target, {.role = Role::Button, .name = back});
    draw_icon(ui, bar.x + ui.px(24), bar.middle(), icon::chevron_left, 20, ui.ink().accent);
    draw_text(ui, bar.x + ui.px(36), bar.middle(), back, {.size = type::verdict, .ink = ui.ink().accent});
    if (pressed.focused) draw_focus_ring(ui, target);
    if (pressed.clicked) scene.state.chosen.leave = true;
}

float draw_head(DeskScene& scene, float y) {
    Ui& ui = scene.ui;
    const Box& column = scene.column;
    const bool phone = ui.layout == Layout::Phone;
    const float face = ui.px(44);
    draw_avatar(ui, {column.x, y, face, face}, scene.person.name);
    const float text = column.x + face + ui.px(14);
    float right = column.right();
    if (!phone) {
        const std::string back = ui.text("desk.back");
        const ButtonLook look = {.key = "Esc", .text_size = type::small};
        const float width = button_width(ui, back, look);
        if (button(ui, ui_id("desk.back"), {right - width, y + ui.px(4), width, ui.px(34)}, back, look)) scene.state.chosen.leave = true;
        right -= width + ui.px(12);
    }
    const std::string title = ui.strings.text(title_key(scene.state.note.use), {scene.person.name});
    tell_heading(ui, ui_id("desk.title"), {text, y, right - text, ui.px(26)}, title, 2);
    draw_text(ui, text, y + ui.px(12), title, {.size = phone ? 18.0f : type::screen, .weight = Weight::Semibold, .ink = ui.ink().text, .tracking = -0.015f}, right - text);
    const Profile& profile = scene.person.profile;
    const std::string where = !profile.headline.empty() ? profile.headline
                              : !profile.position.empty() && !profile.company.empty() ? ui.strings.text("received.role_at", {profile.position, profile.company})
                                                                                     : profile.company;
    if (!where.empty()) {
        draw_text(ui, text, y + ui.px(34), where, {.size = type::small, .ink = ui.ink().muted}, right - text);
        tell_text(ui, ui_id("desk.where"), {text, y + ui.px(24), right - text, ui.px(20)}, where);
    }
    y += face + ui.px(16);
    if (scene.invitation.direction == Direction::Incoming && !scene.invitation.note.empty()) {
        const std::string quote = ui.strings.text("desk.they_wrote", {scene.invitation.note});
        const Pen pen = {.size = type::small, .ink = ui.ink().muted};
        const float inset = ui.px(14), height = paragraph_height(ui, column.width - inset, quote, pen, 4);
        fill(ui, {column.x, y + ui.px(1), ui.px(3), height - ui.px(2)}, ui.ink().line_strong, 2);
        draw_paragraph(ui, column.x + inset, y, column.width - inset, quote, pen, 4);
        tell_text(ui, ui_id("desk.they_wrote"), {column.x, y, column.width, height}, quote);
        y += height + ui.px(16);
    }
    return y;
}

void copy_button(DeskScene& scene, const Box& box, std::string_view cap) {
    Ui& ui = scene.ui;
    const bool copied = scene.state.note.copied_at.has_value();
    if (button(ui, ui_id("desk.copy"), box, ui.text(copied ? "desk.copy_again" : "desk.copy"),
               {.kind = copied ? ButtonKind::Quiet : ButtonKind::Primary, .icon = copied ? icon::check : icon::copy, .key = cap, .disabled = scene.state.field.text.empty()}))
        scene.state.chosen.copy = true;
}

// Copy, and what comes after it: the profile, where the note is to be pasted.
float draw_deeds(DeskScene& scene, float y) {
    Ui& ui = scene.ui;
    const Box& column = scene.column;
    const bool phone = ui.layout == Layout::Phone, copied = scene.state.note.copied_at.has_value();
    const float height = ui.px(ui.look.touch ? 44 : 38);
    if (phone && !copied && scene.person.profile_key.empty()) return y + ui.px(8);  // the button to copy is at the foot
    float x = column.x;
    if (!phone) {
        const std::string label = ui.text(copied ? "desk.copy_again" : "desk.copy");
        const float width = button_width(ui, label, {.kind = ButtonKind::Primary, .icon = icon::copy, .key = ui.look.touch ? std::string_view{} : "C"});
        copy_button(scene, {x, y, width, height}, ui.look.touch ? std::string_view{} : "C");
        x += width + ui.px(16);
    }
    if (!scene.person.profile_key.empty()) {
        const std::string link = ui.text("desk.profile");
        const std::string url = profile_url(scene.person.profile_key);
        if (text_link(ui, ui_id("desk.profile"), x, y + height / 2, link, type::small, icon::arrow_up_right, url)) scene.state.chosen.open_profile = true;
        x += text_link_width(ui, link, type::small, icon::arrow_up_right) + ui.px(20);
    }
    if (copied) {
        const std::string mark = ui.text("desk.not_copied");
        if (text_link(ui, ui_id("desk.not_copied"), x, y + height / 2, mark, type::small)) scene.state.chosen.not_copied = true;
    }
    y += height + ui.px(8);
    if (copied) {
        const std::string words = ui.strings.text("desk.copied_on", {ui.strings.day(utc_day_of(*scene.state.note.copied_at))});
        const float used = draw_paragraph(ui, column.x, y, column.width, words, {.size = type::caption, .ink = ui.ink().muted});
        tell_text(ui, ui_id("desk.copied_on"), {column.x, y, column.width, used}, words);
        y += used + ui.px(6);
    }
    return y + ui.px(14);
}

}  // namespace

void draw_desk(Ui& ui, const Workspace& workspace, DeskState& state, Box area, Choices& choices) {
    fill(ui, area, ui.ink().ground);
    refresh(workspace, state, ui.strings);
    const Invitation* invitation = invitation_in(workspace.document().book, state.invitation);
    if (invitation == nullptr) return;
    const bool phone = ui.layout == Layout::Phone;
    const UiId id = ui_id("desk");
    DeskScene scene{ui, workspace, state, *invitation, workspace.document().book.at(invitation->person), choices, {}};
    const TellGroup group(ui, id, area, {.role = Role::Group, .name = ui.strings.text("desk.of", {scene.person.name})});
    const bool budgets = state.note.use == DraftUse::Invite;
    if (phone) {
        draw_phone_head(scene, area.cut_top(ui.px(48)));
        Box foot = area.cut_bottom(ui.px(64));
        line_across(ui, foot.x, foot.y, foot.width, ui.ink().line);
        const Box button_box = foot.inset(ui.px(16), ui.px(8));
        {
            ScrollArea scroll(ui, id, state.scroll, area);
            scene.column = {area.x + ui.px(16), area.y, area.width - ui.px(32), area.height};
            float y = scroll.top() + ui.px(4);
            y = draw_head(scene, y);
            y = draw_desk_note(scene, y);
            y = draw_deeds(scene, y);
            y = draw_desk_checks(scene, y);
            y = draw_desk_drafts(scene, y);
            if (budgets) y = draw_desk_budget(scene, y);
            scroll.ends_at(y + ui.px(16));
        }
        copy_button(scene, button_box, {});
        return;
    }
    const float side = ui.px(ui.layout == Layout::Wide ? 40 : 24), gap = ui.px(ui.layout == Layout::Wide ? 40 : 24);
    const float all = std::min(area.width - 2 * side, ui.px(1080));
    const float right = std::round((all - gap) * 0.42f), left = all - gap - right;
    const float from = std::round(area.centre() - all / 2);
    {
        const Box pane = {area.x, area.y, from - area.x + left + std::round(gap / 2), area.height};
        ScrollArea scroll(ui, id, state.scroll, pane);
        scene.column = {from, area.y, left, area.height};
        float y = scroll.top() + ui.px(24);
        y = draw_head(scene, y);
        y = draw_desk_note(scene, y);
        y = draw_deeds(scene, y);
        y = draw_desk_checks(scene, y);
        scroll.ends_at(y + ui.px(24));
    }
    {
        const float x = from + left + std::round(gap / 2);
        const Box pane = {x, area.y, area.right() - x, area.height};
        ScrollArea scroll(ui, ui_id("side", id), state.side_scroll, pane);
        scene.column = {from + left + gap, area.y, right, area.height};
        float y = scroll.top() + ui.px(28);
        y = draw_desk_drafts(scene, y);
        if (budgets) y = draw_desk_budget(scene, y);
        scroll.ends_at(y + ui.px(24));
    }
}

}  // namespace discern
