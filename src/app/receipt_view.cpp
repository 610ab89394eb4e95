// The receipt of an invitation of either direction: who it is, the answer in one sentence, and what lies below.
#include "app/charts.hpp"
#include "app/names.hpp"
#include "app/receipt_parts.hpp"
#include "text/profile_key.hpp"

#include <icons.hpp>

#include <algorithm>
#include <cmath>

namespace discern {
namespace {

constexpr float column_most = 704;

std::string whereabouts(const ReceiptScene& scene) {
    const Person& person = *scene.listed.person;
    const Invitation& invitation = *scene.listed.invitation;
    const Strings& strings = scene.ui.strings;
    std::string line;
    const auto add = [&](const std::string& part) {
        if (part.empty()) return;
        if (!line.empty()) line += " \xc2\xb7 ";
        line += part;
    };
    const Profile& profile = person.profile;
    if (!profile.headline.empty()) add(profile.headline);
    else if (!profile.position.empty() && !profile.company.empty())
        add(strings.text("received.role_at", {profile.position, profile.company}));
    else add(profile.company);
    add(profile.place);
    if (scene.listed.planned()) add(strings.text("plan.by_hand"));
    else if (invitation.sent_at)
        add(strings.text(scene.listed.incoming() ? "receipt.invited" : "plan.sent_on", {long_age(strings, utc_day_of(*invitation.sent_at), scene.workspace.today())}));
    return line;
}

void draw_phone_head(ReceiptScene& scene, const ReceiptFrame& frame, Box bar) {
    Ui& ui = scene.ui;
    const std::string back = ui.text(frame.list);
    const float width = ui.px(40) + text_width(ui, back, {.size = type::verdict, .ink = {}});
    const Box target = {bar.x, bar.y, width, bar.height};
    const Press pressed = press(ui, ui_id("receipt.back"), target, {.role = Role::Button, .name = ui.strings.text("receipt.back", {back})});
    draw_icon(ui, bar.x + ui.px(24), bar.middle(), icon::chevron_left, 20, ui.ink().accent);
    draw_text(ui, bar.x + ui.px(36), bar.middle(), back, {.size = type::verdict, .ink = ui.ink().accent});
    if (pressed.focused) draw_focus_ring(ui, target);
    if (pressed.clicked) scene.choices.deed(Deed::Back);
    const std::string which = ui.strings.text("receipt.place", {grouped(frame.place + 1), grouped(frame.of)});
    const bool incoming = scene.listed.incoming();  // the bar has room for four of its verdicts
    if (incoming) draw_more_button(scene, {bar.right() - ui.px(52), bar.y, ui.px(44), bar.height});
    draw_text_right(ui, bar.right() - ui.px(incoming ? 58 : 16), bar.middle(), which, {.size = type::small, .ink = ui.ink().muted});
    tell_text(ui, ui_id("receipt.place"), bar, which);
}

void draw_nothing_selected(Ui& ui, const ReceiptFrame& frame, const Box& area) {
    const std::string words = ui.text(frame.nothing);
    tell_text(ui, ui_id("receipt.none"), area, words);
    draw_icon(ui, area.centre(), area.middle() - ui.px(30), frame.icon, 30, ui.ink().faint);
    draw_text_centred(ui, area.centre(), area.middle() + ui.px(6), words, {.size = type::body, .ink = ui.ink().muted});
}

}  // namespace

AnswerCommand answer_command(PersonId person, FactCode code, double amount) {
    Fact fact;
    fact.code = code;
    fact.amount = amount;
    return {person, fact};
}

float draw_who(ReceiptScene& scene, float y) {
    Ui& ui = scene.ui;
    const Person& person = *scene.listed.person;
    const Box& column = scene.column;
    const bool phone = ui.layout == Layout::Phone || column.width < ui.px(420);  // narrow: the link below the name
    const float face = ui.px(phone ? 44 : 52);
    draw_avatar(ui, {column.x, y, face, face}, person.name);
    const float text = column.x + face + ui.px(16);
    float right = column.right();
    const bool linked = !person.profile_key.empty();
    const std::string link = ui.text("receipt.open_profile");
    if (linked) {
        const float width = text_link_width(ui, link, type::small, icon::arrow_up_right);
        const float at = phone ? text : right - width;
        if (!phone) {
            if (text_link(ui, ui_id("receipt.profile"), at, y + ui.px(16), link, type::small, icon::arrow_up_right, profile_url(person.profile_key)))
                scene.choices.deed(Deed::OpenProfile);
            right -= width + ui.px(16);
        }
    }
    const Pen name = {.size = phone ? 20.0f : type::name, .weight = Weight::Semibold, .ink = ui.ink().text, .tracking = -0.018f};
    tell_heading(ui, ui_id("receipt.name"), {text, y, right - text, ui.px(28)}, person.name, 2);
    draw_text(ui, text, y + ui.px(phone ? 12 : 15), person.name, name, right - text);
    const std::string where = whereabouts(scene);
    const Pen quiet = {.size = type::small, .ink = ui.ink().muted};
    const float top = y + ui.px(phone ? 24 : 31), room = column.right() - text;
    tell_text(ui, ui_id("receipt.where"), {text, top, room, ui.px(22)}, where);
    float end = top + draw_paragraph(ui, text, top, room, where, quiet, 3);
    if (linked && phone) {
        if (text_link(ui, ui_id("receipt.profile"), text, end + ui.px(13), link, type::small, icon::arrow_up_right, profile_url(person.profile_key)))
            scene.choices.deed(Deed::OpenProfile);
        end += ui.px(24);
    }
    return std::max(y + face, end);
}

float draw_answer(ReceiptScene& scene, float y) {
    Ui& ui = scene.ui;
    const Verdict& verdict = *scene.listed.verdict;
    const auto& decision = scene.listed.decision;
    const Action action = decision ? decision->action : verdict.already_connected ? Action::Accept : verdict.action;
    const Rgba colour = ui.look.of(action);
    const Box& column = scene.column;
    const bool phone = ui.layout == Layout::Phone;
    const float pad = ui.px(phone ? 14 : 18), room = column.width - 2 * pad;
    const Pen sentence = {.size = type::verdict, .ink = ui.ink().text};
    const bool beside = column.width > ui.px(480);
    const std::string agreement = scene.words.agreement;
    const float words_top = y + ui.px(beside ? 46 : 44);
    const float words_height = paragraph_height(ui, room, scene.words.headline, sentence);
    float height = words_top - y + words_height + ui.px(16);
    if (!beside) height += ui.px(24);
    const Box box = {column.x, y, column.width, height};
    fill(ui, box, mixed(ui.ink().ground, colour, ui.look.scheme == Theme::Dark ? 0.15f : 0.08f), radius::card);
    outline(ui, box, with_alpha(colour, 0.45f), radius::card);

    const std::string title = decision ? ui.strings.text("receipt.you_chose", {word_of(ui, action)})
                              : verdict.already_connected ? ui.text("received.connected") : word_of(ui, action);
    const TellGroup group(ui, ui_id("receipt.answer"), box, {.role = Role::Group, .name = ui.text("receipt.answer")});
    const float first = y + ui.px(29);
    draw_icon(ui, box.x + pad + ui.px(10), first, icon_of(action), 20, colour);
    draw_text(ui, box.x + pad + ui.px(29), first, title, {.size = type::card, .weight = Weight::Semibold, .ink = colour, .tracking = -0.01f});
    tell_heading(ui, ui_id("receipt.verdict"), {box.x, y, box.width, ui.px(36)}, title, 3);
    const auto tell_agreement = [&] {
        tell_text(ui, ui_id("receipt.agreement"), {box.x, beside ? y : words_top + words_height, box.width, ui.px(beside ? 36 : 28)}, agreement);
    };
    if (beside) tell_agreement();
    tell_text(ui, ui_id("receipt.headline"), {box.x, words_top, box.width, words_height}, scene.words.headline);
    if (!beside) tell_agreement();
    const Pen quiet = {.size = type::caption + 0.5f, .ink = ui.ink().muted};
    if (beside) {
        if (decision) {
            const std::string back = ui.text("receipt.take_back");
            const float width = text_link_width(ui, back, type::small, nullptr);
            if (text_link(ui, ui_id("receipt.take_back"), box.right() - pad - width, first, back)) scene.choices.deed(Deed::TakeBack);
        } else {
            draw_text_right(ui, box.right() - pad, first, agreement, quiet);
        }
    }
    draw_paragraph(ui, box.x + pad, words_top, room, scene.words.headline, sentence);
    if (!beside) {
        draw_text(ui, box.x + pad, words_top + words_height + ui.px(14), agreement, quiet, room);
        if (decision) {
            const std::string back = ui.text("receipt.take_back");
            const float width = text_link_width(ui, back, type::small, nullptr);
            if (text_link(ui, ui_id("receipt.take_back"), box.right() - pad - width, first, back)) scene.choices.deed(Deed::TakeBack);
        }
    }
    return y + height;
}

float draw_waiting(ReceiptScene& scene, float y) {
    if (scene.listed.incoming()) return y;
    const Ui& ui = scene.ui;
    const Day today = scene.workspace.today();
    std::vector<TimeMark> marks;
    if (const auto& sent = scene.listed.invitation->sent_at; sent && utc_day_of(*sent) < today)
        marks.push_back({.day = utc_day_of(*sent), .words = ui.strings.text("time.sent", {ui.strings.day(utc_day_of(*sent))}), .colour = ui.ink().accent});
    if (const auto& until = scene.listed.verdict->wait_until; until && today < *until)
        marks.push_back({.day = *until, .words = ui.strings.text("time.until", {ui.strings.day(*until)}), .colour = ui.ink().wait});
    if (marks.empty()) return y;
    marks.push_back({.day = today, .words = ui.text("time.today"), .today = true, .colour = ui.ink().text});
    return draw_time_line(scene.ui, ui_id("receipt.time"), {scene.column.x, y, scene.column.width, 0}, std::move(marks)) + scene.ui.px(16);
}

void draw_receipt(Ui& ui, const Workspace& workspace, ReceiptState& state, const ReceiptFrame& frame, Box area, Choices& choices) {
    fill(ui, area, ui.ink().ground);
    const auto listed = frame.invitation ? workspace.listed(*frame.invitation) : std::nullopt;
    if (!listed) {
        draw_nothing_selected(ui, frame, area);
        return;
    }
    if (state.words_of != frame.invitation || state.words_generation != workspace.generation()) {
        state.words = receipt_words(workspace, *listed, ui.strings);
        const std::string_view note = shown_note(workspace.document(), *listed->invitation);
        if (state.words_of != frame.invitation || state.note.note != note) state.note = note_words(note, ui.strings);
        state.words_of = frame.invitation;
        state.words_generation = workspace.generation();
    }
    const bool phone = ui.layout == Layout::Phone;
    const UiId id = ui_id("receipt");
    const TellGroup group(ui, id, area, {.role = Role::Group, .name = ui.strings.text("receipt.of", {listed->person->name})});
    ReceiptScene scene{ui, workspace, state, *listed, state.words, choices, {}};
    if (phone) draw_phone_head(scene, frame, area.cut_top(ui.px(48)));
    const Box bar = area.cut_bottom(ui.px(phone ? 64 : 62));

    const float side = ui.px(phone ? 16 : 32), width = std::min(area.width - 2 * side, ui.px(column_most));
    scene.column = {std::round(area.centre() - width / 2), area.y, width, area.height};
    {
        ScrollArea scroll(ui, id, state.scroll, area);
        float y = scroll.top() + ui.px(phone ? 6 : 24);
        y = draw_who(scene, y) + ui.px(phone ? 16 : 19);
        y = draw_answer(scene, y) + ui.px(phone ? 16 : 20);
        y = draw_waiting(scene, y);
        const float before_note = y;
        y = draw_note(scene, y);
        if (y > before_note) y += ui.px(20);
        y = draw_factors(scene, y) + ui.px(16);
        y = draw_mutuals(scene, y);
        y = draw_flags(scene, y);
        y = draw_cards(scene, y) + ui.px(16);
        y = draw_sources(scene, y);
        scroll.ends_at(y + ui.px(24));
    }
    draw_decision_bar(scene, frame.ticked, bar);
}

}  // namespace discern
