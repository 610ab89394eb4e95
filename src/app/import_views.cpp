// What was understood of a page or an address book before it is taken in, and what changed since the last archive.
#include "app/app_state.hpp"
#include "app/list_parts.hpp"
#include "app/names.hpp"

#include <icons.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace discern {
namespace {

constexpr float side = 28;

// Names side by side, broken into lines; told as one text.
float draw_names(Ui& ui, const Box& box, float y, const std::vector<std::string>& names, std::size_t count, float pad) {
    std::vector<std::string> parts = names;
    if (count > names.size()) parts.push_back(ui.strings.text("changed.more", {grouped(count - names.size())}));
    const std::string words = ui.strings.list(parts);
    const float room = box.width - 2 * pad;
    const float height = draw_paragraph(ui, box.x + pad, y, room, words, {.size = type::small, .ink = ui.ink().muted}, 4);
    tell_text(ui, ui_id(words), {box.x + pad, y, room, height}, words);
    return y + height;
}

}  // namespace

std::string understood_words(const Understood& understood, const Strings& strings) {
    return strings.text("understood.told", {strings.list(std::array{strings.counted("settings.invitations", understood.invitations),
        strings.counted("understood.told.new", understood.report.people_new), strings.counted("understood.told.updates", understood.report.people_updated)})});
}

ChangedNames changed_names(const MergeChanges& changes, const PersonBook& before, const PersonBook& after) {
    ChangedNames names;
    const auto take = [](const PersonBook& book, const std::vector<InvitationId>& ids, std::vector<std::string>& into) {
        if (ids.empty()) return;
        std::unordered_map<std::uint64_t, PersonId> people;
        for (const Invitation& invitation : book.invitations) people.emplace(invitation.id.value, invitation.person);
        for (const InvitationId id : ids) {
            if (into.size() == ChangedNames::shown_at_most) break;
            if (const auto found = people.find(id.value); found != people.end()) into.push_back(book.at(found->second).name);
        }
    };
    take(after, changes.arrived, names.arrived);
    take(after, changes.accepted_meanwhile, names.accepted);
    take(before, changes.gone, names.gone);
    names.arrived_count = changes.arrived.size();
    names.accepted_count = changes.accepted_meanwhile.size();
    names.gone_count = changes.gone.size();
    return names;
}

float draw_figures(Ui& ui, float x, float y, float width, std::span<const Figure> figures) {
    const bool phone = ui.layout == Layout::Phone;
    const Pen quiet = {.size = type::caption, .ink = ui.ink().muted};
    const float gap = ui.px(phone ? 8 : 10), inset = ui.px(phone ? 10 : 14);
    const float tile = std::floor((width + gap) / static_cast<float>(figures.size()) - gap), room = tile - inset - ui.px(4);
    float words_height = 0;
    for (const Figure& figure : figures) words_height = std::max(words_height, paragraph_height(ui, room, figure.words, quiet));
    const float height = std::max(ui.px(86), ui.px(42) + words_height + ui.px(12));
    for (const Figure& figure : figures) {
        card(ui, {x, y, tile, height});
        draw_text(ui, x + inset, y + ui.px(26), grouped(figure.number), {.size = 22, .weight = Weight::Semibold, .ink = ui.ink().text, .tracking = -0.015f});
        draw_paragraph(ui, x + inset, y + ui.px(42), room, figure.words, quiet);
        x += tile + gap;
    }
    return y + height;
}

float draw_changed(Ui& ui, const Box& box, float y, const ChangedNames& names, float pad) {
    const std::string title = ui.text("changed.title");
    const Box line = {box.x + pad, y, box.width - 2 * pad, ui.px(20)};
    tell_heading(ui, ui_id("changed.title"), line, title, 3);
    draw_text(ui, line.x, line.middle(), title, {.size = type::small, .weight = Weight::Semibold, .ink = ui.ink().text});
    y += ui.px(28);
    struct Section {
        std::string_view key;
        const char* icon;
        Rgba ink;
        const std::vector<std::string>& names;
        std::size_t count;
    };
    const std::array<Section, 3> sections = {{{"changed.arrived", icon::plus, ui.ink().accent, names.arrived, names.arrived_count},
                                              {"changed.accepted", icon::check, ui.ink().accept, names.accepted, names.accepted_count},
                                              {"changed.gone", icon::minus, ui.ink().faint, names.gone, names.gone_count}}};
    bool any = false;
    for (const Section& section : sections) {
        if (section.count == 0) continue;
        any = true;
        const std::string head = ui.strings.text("changed.section", {ui.text(section.key), grouped(section.count)});
        draw_icon(ui, line.x + ui.px(8), y + ui.px(10), section.icon, 14, section.ink);
        draw_text(ui, line.x + ui.px(24), y + ui.px(10), head, {.size = type::small, .ink = ui.ink().text});
        tell_text(ui, ui_id(section.key), {line.x, y, line.width, ui.px(20)}, head);
        const Box inner = {box.x + ui.px(24), box.y, box.width - ui.px(24), box.height};
        y = draw_names(ui, inner, y + ui.px(22), section.names, section.count, pad) + ui.px(8);
    }
    const std::string last = ui.text(any ? "changed.kept" : "changed.nothing");
    const float height = draw_paragraph(ui, line.x, y, line.width, last, {.size = type::small, .ink = ui.ink().muted});
    tell_text(ui, ui_id("changed.last"), {line.x, y, line.width, height}, last);
    return y + height + ui.px(16);
}

float draw_first_look(Ui& ui, const Box& box, float y, const Workspace& first, float pad) {
    const float left = box.x + pad, room = box.width - 2 * pad, height = ui.look.row_height();
    const std::string title = ui.text("import.first.title"), more = ui.text("import.first.more");
    tell_heading(ui, ui_id("import.first.title"), {left, y, room, ui.px(20)}, title, 3);
    draw_text(ui, left, y + ui.px(10), title, {.size = type::small, .weight = Weight::Semibold, .ink = ui.ink().text});
    y += ui.px(26);
    const float used = draw_paragraph(ui, left, y, room, more, {.size = type::small, .ink = ui.ink().muted});
    tell_text(ui, ui_id("import.first.more"), {left, y, room, used}, more);
    y += used + ui.px(8);
    const std::vector<std::uint32_t> rows = first.rows_in(Lane::All, "");
    const std::size_t shown = std::min<std::size_t>(rows.size(), ui.layout == Layout::Phone ? 3 : first_look_rows);
    const TellGroup group(ui, ui_id("import.first"), {left, y, room, height * static_cast<float>(shown)}, {.role = Role::Group, .name = title});
    for (std::size_t place = 0; place < shown; ++place, y += height) {
        const ReceivedRow& row = first.rows()[rows[place]];
        const Invitation& invitation = first.invitation_of(row);
        const Person& person = first.person_of(row);
        const Outline& verdict = first.outline_of(row);
        const std::string age = invitation.sent_at ? short_age(ui.strings, utc_day_of(*invitation.sent_at), first.today()) : std::string();
        const std::string line = second_line(person, invitation, ui.strings);
        const Box at = {left, y, room, height};
        const std::string sure = std::to_string(static_cast<int>(std::lround(verdict.confidence * 100)));
        tell_text(ui, ui_id(place, ui_id("import.first.row")), at, ui.strings.text("received.row", {person.name, word_of(ui, verdict.action), line, age, sure}));
        draw_list_row(ui, at, {.person = person, .second_line = line, .action = verdict.action, .age = age, .certainty = verdict.confidence});
    }
    return y + ui.px(14);
}

float draw_understood(Ui& ui, Box box, AppState& state, ShellChoices& shell) {
    const Understood& what = state.understood;
    const SeenReport& report = what.report;
    const float pad = ui.px(side), room = box.width - 2 * pad;
    float y = box.y + pad;
    const std::string title = ui.text("understood.title"), from = ui.strings.text("understood.from", {what.source});
    tell_heading(ui, ui_id("understood.title"), {box.x + pad, y, room, ui.px(26)}, title, 2);
    y += draw_paragraph(ui, box.x + pad, y, room, title, {.size = 20, .weight = Weight::Semibold, .ink = ui.ink().text});
    y += draw_paragraph(ui, box.x + pad, y, room, from, {.size = type::small, .ink = ui.ink().muted}) + ui.px(14);
    tell_text(ui, ui_id("understood.from"), {box.x + pad, y, room, ui.px(20)}, from);
    const bool from_book = what.invitations == 0 && report.not_used > 0;
    const std::array<Figure, 3> figures = {{
        {from_book ? report.not_used : what.invitations > 0 ? what.invitations : report.people.size(),
         ui.text(from_book ? "understood.not_used" : what.invitations > 0 ? "understood.invitations" : "understood.people")},
        {what.invitations > 0 ? report.invitations_new : report.people_new, ui.text("understood.new")},
        {report.people_updated, ui.text("understood.updates")},
    }};
    const Box tiles = {box.x + pad, y, room, 0};
    y = draw_figures(ui, tiles.x, y, room, figures);
    tell(ui, ui_id("understood.told"), {tiles.x, tiles.y, room, y - tiles.y}, {.role = Role::Status, .name = understood_words(what, ui.strings)});
    y += ui.px(16);
    const auto list = [&](const std::vector<std::string>& names, std::string_view key) {
        for (const std::string& name : names) {
            const std::string words = ui.strings.text(key, {name});
            draw_avatar(ui, {box.x + pad, y, ui.px(24), ui.px(24)}, name);
            draw_text(ui, box.x + pad + ui.px(34), y + ui.px(12), words, {.size = type::small, .ink = ui.ink().text}, room - ui.px(34));
            tell_text(ui, ui_id(words), {box.x + pad, y, room, ui.px(24)}, words);
            y += ui.px(30);
        }
    };
    list(what.arrived, "understood.who_new");
    list(what.updated, "understood.who_update");
    const std::size_t shown = what.arrived.size() + what.updated.size(), all = std::size_t{report.people_new} + report.people_updated;
    const auto words = [&](const std::string& text, Rgba ink) {
        const float height = draw_paragraph(ui, box.x + pad, y, room, text, {.size = type::small, .ink = ink});
        tell_text(ui, ui_id(text), {box.x + pad, y, room, height}, text);
        y += height + ui.px(8);
    };
    if (all > shown) words(ui.strings.text("understood.and_more", {grouped(all - shown)}), ui.ink().muted);
    if (what.questions > 0) words(ui.strings.counted("understood.questions", what.questions), ui.ink().ask);
    if (what.changes_nothing) words(ui.text(report.people.empty() ? "understood.nobody" : "understood.nothing"), ui.ink().muted);
    y += ui.px(14);
    Box foot = {box.x + pad, y, room, ui.look.target() + ui.px(2)};
    const bool enter = ImGui::IsKeyPressed(ImGuiKey_Enter, false) && ui.focused == 0;
    const auto pressed = what.changes_nothing ? draw_foot(ui, ui_id("understood"), foot, {{"dialog.close", ButtonKind::Primary}})
                                              : draw_foot(ui, ui_id("understood"), foot, {{"understood.apply", ButtonKind::Primary}, {"understood.cancel"}});
    if (pressed || enter) {
        shell.close_dialog = true;
        shell.take_in = !what.changes_nothing && pressed.value_or(0) == 0;
    }
    return foot.bottom() + pad - box.y;
}

}  // namespace discern
