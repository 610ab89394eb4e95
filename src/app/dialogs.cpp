// The calm cards: welcome, how to get the archive, import, trouble, and the two questions that Discern asks.
#include "app/app_state.hpp"
#include "app/charts.hpp"
#include "app/problem_words.hpp"

#include <icons.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace discern {
namespace {

constexpr float pad = 28;

float draw_title(Ui& ui, const Box& box, float y, const std::string& words, int level = 2) {
    const float room = box.width - ui.px(2 * pad);
    const Pen pen = {.size = 20, .weight = Weight::Semibold, .ink = ui.ink().text};
    tell_heading(ui, ui_id(words), {box.x + ui.px(pad), y, room, ui.px(28)}, words, level);
    return y + draw_paragraph(ui, box.x + ui.px(pad), y, room, words, pen);
}

float draw_words(Ui& ui, const Box& box, float y, const std::string& words, Rgba ink, float size = type::body) {
    const float room = box.width - ui.px(2 * pad);
    const float height = draw_paragraph(ui, box.x + ui.px(pad), y, room, words, {.size = size, .ink = ink});
    tell_text(ui, ui_id(words), {box.x + ui.px(pad), y, room, height}, words);
    return y + height;
}

Box foot_of(Ui& ui, const Box& box, float y) { return {box.x + ui.px(pad), y, box.width - ui.px(2 * pad), ui.look.target() + ui.px(2)}; }

// A wide choice with an icon, what it is and what it does.
bool draw_choice(Ui& ui, const Box& box, float& y, std::string_view key, const char* icon_text, bool lead) {
    const std::string name = ui.text(key), more = ui.text(std::string(key) + "_more");
    const float room = box.width - ui.px(2 * pad), text = ui.px(52);
    const Pen quiet = {.size = type::small, .ink = ui.ink().muted};
    const float more_height = paragraph_height(ui, room - text - ui.px(16), more, quiet);
    const Box row = {box.x + ui.px(pad), y, room, ui.px(38) + more_height + ui.px(14)};
    const Press pressed = press(ui, ui_id(key), row, {.role = Role::Button, .name = ui.strings.text("text.pair", {name, more})});
    fill(ui, row, pressed.hovered ? mixed(ui.ink().card, ui.ink().text, 0.05f) : ui.ink().card, radius::card);
    if (lead) dashed_outline(ui, row, ui.ink().accent, radius::card);
    else outline(ui, row, pressed.hovered ? ui.ink().line_strong : ui.ink().line, radius::card);
    draw_icon(ui, row.x + ui.px(26), row.middle(), icon_text, 20, lead ? ui.ink().accent : ui.ink().muted);
    draw_text(ui, row.x + text, row.y + ui.px(24), name, {.size = type::body, .weight = Weight::Semibold, .ink = ui.ink().text}, room - text);
    draw_paragraph(ui, row.x + text, row.y + ui.px(36), room - text - ui.px(16), more, quiet);
    if (pressed.focused) draw_focus_ring(ui, row, radius::card);
    y = row.bottom() + ui.px(10);
    return pressed.clicked;
}

std::string megabytes(std::uint64_t bytes) { return one_decimal(static_cast<double>(bytes) / (1 << 20)); }

// Title, three numbered steps, a note: "archive.title", "archive.step_1" (or, for a finger, "archive.step_1_touch"), ...,
// "archive.note". Returns the height below.
float draw_steps(Ui& ui, const Box& box, const std::string& family) {
    float y = draw_title(ui, box, box.y + ui.px(pad), ui.text(family + ".title")) + ui.px(14);
    for (int step = 1; step <= 3; ++step) {
        const std::string key = family + ".step_" + std::to_string(step), by_finger = key + "_touch";
        const std::string words = ui.text(ui.look.touch && ui.strings.has(by_finger) ? by_finger : key);
        const Box disc = {box.x + ui.px(pad), y, ui.px(26), ui.px(26)};
        discern::disc(ui, disc, ui.ink().selection);
        draw_text_centred(ui, disc.centre(), disc.middle(), std::to_string(step), {.size = type::small, .weight = Weight::Semibold, .ink = ui.ink().accent});
        const float text = disc.right() + ui.px(14), room = box.right() - ui.px(pad) - text;
        const float height = draw_paragraph(ui, text, y + ui.px(2), room, words, {.size = type::body, .ink = ui.ink().text});
        tell_text(ui, ui_id(words), {text, y, room, height}, words);
        y += std::max(height, ui.px(26)) + ui.px(16);
    }
    return draw_words(ui, box, y, ui.text(family + ".note"), ui.ink().muted, type::small) + ui.px(20);
}

}  // namespace

float draw_welcome(Ui& ui, Box box, AppState&, ShellChoices& shell) {
    float y = box.y + ui.px(pad);
    draw_logo(ui, {box.x + ui.px(pad), y, ui.px(28), ui.px(28)});
    y += ui.px(42);
    y = draw_title(ui, box, y, ui.text("welcome.headline")) + ui.px(6);
    y = draw_words(ui, box, y, ui.text("welcome.lead"), ui.ink().muted) + ui.px(18);
    if (draw_choice(ui, box, y, ui.look.touch ? "welcome.choose" : "welcome.drop", icon::upload, true)) shell.choices.deed(Deed::PickFiles);
    if (draw_choice(ui, box, y, "welcome.paste", icon::clipboard_paste, false)) shell.choices.deed(Deed::ShowPasteHelp);
    if (draw_choice(ui, box, y, "welcome.sample", icon::sparkles, false)) shell.keep_sample = true;
    const float line = ui.px(ui.look.touch ? 44 : 30);
    y += ui.px(ui.look.touch ? 0 : 4);
    const auto link = [&](std::string_view key, float x, Deed deed) {
        const std::string words = ui.text(key);
        if (text_link(ui, ui_id(key), x, y + line / 2, words)) shell.choices.deed(deed);
        return x + text_link_width(ui, words, type::body, nullptr) + ui.px(24);
    };
    const float left = box.x + ui.px(pad), next = link("welcome.by_hand", left, Deed::NewReceived);
    const bool beside = next + text_link_width(ui, ui.text("welcome.help"), type::body, nullptr) <= box.right() - ui.px(pad);
    if (!beside) y += line;
    link("welcome.help", beside ? next : left, Deed::ShowArchiveHelp);
    y += line + ui.px(ui.look.touch ? 4 : 8);
    draw_icon(ui, box.x + ui.px(pad + 8), y + ui.px(10), icon::lock, 14, ui.ink().accept);
    const std::string promise = ui.text("welcome.promise");
    const float height = draw_paragraph(ui, box.x + ui.px(pad + 24), y, box.width - ui.px(2 * pad + 24), promise, {.size = type::small, .ink = ui.ink().muted});
    tell_text(ui, ui_id("welcome.promise"), {box.x, y, box.width, height}, promise);
    return y + height + ui.px(pad) - box.y;
}

float draw_archive_help(Ui& ui, Box box, AppState&, ShellChoices& shell) {
    const float y = draw_steps(ui, box, "archive");
    Box foot = foot_of(ui, box, y);
    if (const auto pressed = draw_foot(ui, ui_id("archive"), foot, {{"archive.open_page", ButtonKind::Primary}, {"archive.have_it"}, {"dialog.close", ButtonKind::Plain}})) {
        if (*pressed == 0) shell.choices.link = "https://www.linkedin.com/mypreferences/d/download-my-data";
        else if (*pressed == 1) shell.choices.deed(Deed::PickFiles);
        else shell.close_dialog = true;
    }
    return foot.bottom() + ui.px(pad) - box.y;
}

float draw_paste_help(Ui& ui, Box box, AppState& state, ShellChoices& shell) {
    float y = draw_steps(ui, box, "paste");
    // A finger cannot paste anywhere: phones offer it in a field.
    const bool has_text = ui.look.touch && !state.pasted.text.empty();
    if (ui.look.touch) {
        const Box field = {box.x + ui.px(pad), y, box.width - ui.px(2 * pad), ui.px(96)};
        text_field(ui, ui_id("paste.field"), field, ui.text("paste.field"), state.pasted, {.placeholder = ui.text("paste.field_hint"), .multiline = true});
        y = field.bottom() + ui.px(16);
    }
    Box foot = foot_of(ui, box, y);
    const auto open = FootButton{"paste.open_page", has_text ? ButtonKind::Quiet : ButtonKind::Primary}, close = FootButton{"dialog.close", ButtonKind::Plain};
    auto pressed = has_text ? draw_foot(ui, ui_id("paste"), foot, {{"paste.read", ButtonKind::Primary}, open, close}) : draw_foot(ui, ui_id("paste"), foot, {open, close});
    if (pressed && !has_text) ++*pressed;
    if (pressed) {
        if (*pressed == 0) shell.read_pasted = true;
        else if (*pressed == 1) shell.choices.link = "https://www.linkedin.com/mynetwork/invitation-manager/";
        else shell.close_dialog = true;
    }
    return foot.bottom() + ui.px(pad) - box.y;
}

float draw_importing(Ui& ui, Box box, AppState& state, ShellChoices& shell) {
    const ImportState& import = state.import;
    float y = box.y + ui.px(pad);
    y = draw_title(ui, box, y, ui.text("import.title")) + ui.px(14);
    const double share = import.bytes_total > 0 ? static_cast<double>(import.bytes_done) / static_cast<double>(import.bytes_total) : 0;
    const Box bar = {box.x + ui.px(pad), y, box.width - ui.px(2 * pad), ui.px(6)};
    draw_share_bar(ui, bar, share, ui.ink().accent);
    y += ui.px(16);
    const std::string stage = import.judging ? ui.text("import.judging")
                              : import.stage.empty() ? ui.text("import.starting")
                              : import.rows_done > 0 ? ui.strings.text("import.stage_rows", {import.stage, grouped(import.rows_done)})
                                                     : ui.strings.text("import.stage", {import.stage});
    const std::string amount = import.bytes_total > 0 ? ui.strings.text("import.amount", {megabytes(import.bytes_done), megabytes(import.bytes_total)}) : std::string();
    const Pen quiet = {.size = type::small, .ink = ui.ink().muted};
    draw_text(ui, bar.x, y + ui.px(8), stage, quiet, bar.width * 0.66f);
    draw_text_right(ui, bar.right(), y + ui.px(8), amount, quiet);
    Told told = {.role = Role::Status, .name = amount.empty() ? stage : ui.strings.text("text.pair", {stage, amount})};
    tell(ui, ui_id("import.progress"), bar, std::move(told));
    y += ui.px(40);
    if (import.first && import.first_is_judged) y = draw_first_look(ui, box, y, *import.first, ui.px(pad));
    Box foot = foot_of(ui, box, y);
    if (draw_foot(ui, ui_id("importing"), foot, {{"import.cancel"}})) shell.cancel_import = true;
    return foot.bottom() + ui.px(pad) - box.y;
}

float draw_import_summary(Ui& ui, Box box, AppState& state, ShellChoices& shell) {
    const ImportState& import = state.import;
    const ImportReport& report = import.report;
    const Strings& strings = ui.strings;
    float y = box.y + ui.px(pad);
    y = draw_title(ui, box, y, ui.text("import.done")) + ui.px(12);
    const std::array<Figure, 3> figures = {{
        {report.connections, strings.counted(report.connections_hidden > 0 ? "import.connections_hidden" : "import.connections", report.connections, {grouped(report.connections_hidden)})},
        {report.invitations_incoming, strings.text("import.received", {grouped(report.incoming_open())})},
        {report.messages, strings.counted("import.messages", report.messages)},
    }};
    const Box tiles = {box.x + ui.px(pad), y, box.width - ui.px(2 * pad), 0};
    y = draw_figures(ui, tiles.x, y, tiles.width, figures);
    tell(ui, ui_id("import.summary"), {tiles.x, tiles.y, tiles.width, y - tiles.y}, {.role = Role::Status, .name = import_words(report, strings)});
    y += ui.px(16);
    if (!import.onto_sample) y = draw_changed(ui, box, y, import.changes, ui.px(pad));
    if (import.questions > 0) {
        const std::string words = strings.counted("import.questions", import.questions);
        if (text_link(ui, ui_id("import.questions"), box.x + ui.px(pad), y + ui.px(10), words, type::small, icon::users)) shell.choices.deed(Deed::SamePerson);
        y += ui.px(30);
    }
    for (const Problem& warning : report.warnings) {
        draw_icon(ui, box.x + ui.px(pad + 8), y + ui.px(10), icon::info, 14, ui.ink().ask);
        const std::string words = problem_sentence(warning, strings);
        const float height = draw_paragraph(ui, box.x + ui.px(pad + 24), y, box.width - ui.px(2 * pad + 24), words, {.size = type::small, .ink = ui.ink().text});
        tell_text(ui, ui_id(words), {box.x, y, box.width, height}, words);
        y += height + ui.px(8);
    }
    if (report.skipped_total == 0) {
        y = draw_words(ui, box, y, ui.text("import.all_rows_used"), ui.ink().muted, type::small) + ui.px(8);
    } else {
        const std::string title = strings.counted("import.skipped", report.skipped_total);
        tell_heading(ui, ui_id("import.skipped"), {box.x, y, box.width, ui.px(20)}, title, 3);
        draw_text(ui, box.x + ui.px(pad), y + ui.px(10), title, {.size = type::small, .weight = Weight::Semibold, .ink = ui.ink().muted});
        y += ui.px(26);
        constexpr std::size_t most = 200;
        const std::size_t shown = std::min(report.skipped.size(), most);
        for (std::size_t place = 0; place < shown; ++place) {
            const SkippedRow& row = report.skipped[place];
            const std::string where = place_words({row.file, row.row}, strings), reason = problem_words(row.reason, strings);
            const float left = box.x + ui.px(pad), room = box.width - ui.px(2 * pad);
            const std::vector<Span> spans = {{where, {.size = type::small, .weight = Weight::Semibold, .ink = ui.ink().text}}, {"  " + reason, {.size = type::small, .ink = ui.ink().muted}}};
            const float height = draw_spans(ui, left, y, room, spans);
            tell_text(ui, ui_id(place, ui_id("skipped")), {left, y, room, height}, strings.text("text.labelled", {where, reason}));
            y += height + ui.px(4);
        }
        if (report.skipped_total > shown)
            y = draw_words(ui, box, y, strings.counted("import.more_skipped", report.skipped_total - shown), ui.ink().muted, type::small);
    }
    y += ui.px(18);
    Box foot = foot_of(ui, box, y);
    if (const auto pressed = draw_foot(ui, ui_id("summary"), foot, {{"import.to_received", ButtonKind::Primary}, {"import.to_goals"}})) {
        shell.close_dialog = true;
        shell.choices.deed(*pressed == 0 ? Deed::GoReceived : Deed::GoGoals);
    }
    return foot.bottom() + ui.px(pad) - box.y;
}

float draw_trouble(Ui& ui, Box box, AppState& state, ShellChoices& shell) {
    const Problem problem = in_words(state.trouble.value_or(Problem{}), ui.strings);
    float y = box.y + ui.px(pad);
    draw_icon(ui, box.x + ui.px(pad + 12), y + ui.px(12), icon::circle_alert, 24, ui.ink().report);
    y += ui.px(36);
    y = draw_title(ui, box, y, problem.what) + ui.px(8);
    if (!problem.where.file.empty()) {
        y = draw_words(ui, box, y, place_words(problem.where, ui.strings), ui.ink().muted, type::small) + ui.px(6);
    }
    if (!problem.mend.empty()) y = draw_words(ui, box, y, problem.mend, ui.ink().text);
    tell(ui, ui_id("trouble"), box, {.role = Role::Alert, .name = problem_sentence(problem, ui.strings)});
    y += ui.px(22);
    Box foot = foot_of(ui, box, y);
    if (const auto pressed = draw_foot(ui, ui_id("trouble"), foot, {{"dialog.close", ButtonKind::Primary}, {"trouble.archive_help"}})) {
        shell.close_dialog = true;
        if (*pressed == 1) shell.choices.deed(Deed::ShowArchiveHelp);
    }
    return foot.bottom() + ui.px(pad) - box.y;
}

float draw_confirm_erase(Ui& ui, Box box, AppState&, ShellChoices& shell) {
    float y = box.y + ui.px(pad);
    y = draw_title(ui, box, y, ui.text("erase.title")) + ui.px(8);
    y = draw_words(ui, box, y, ui.text("erase.more"), ui.ink().muted) + ui.px(22);
    Box foot = foot_of(ui, box, y);
    if (const auto pressed = draw_foot(ui, ui_id("erase"), foot, {{"erase.do", ButtonKind::Danger}, {"dialog.cancel"}, {"erase.save_first", ButtonKind::Plain}})) {
        if (*pressed == 2) {
            shell.choices.deed(Deed::SaveFile);
        } else {
            shell.close_dialog = true;
            shell.erase = *pressed == 0;
        }
    }
    return foot.bottom() + ui.px(pad) - box.y;
}

float draw_confirm_open(Ui& ui, Box box, AppState&, ShellChoices& shell) {
    float y = box.y + ui.px(pad);
    y = draw_title(ui, box, y, ui.text("open.title")) + ui.px(8);
    y = draw_words(ui, box, y, ui.text("open.more"), ui.ink().muted) + ui.px(22);
    Box foot = foot_of(ui, box, y);
    if (const auto pressed = draw_foot(ui, ui_id("open"), foot, {{"open.do", ButtonKind::Primary}, {"dialog.cancel"}, {"erase.save_first", ButtonKind::Plain}})) {
        if (*pressed == 2) {
            shell.choices.deed(Deed::SaveFile);
        } else {
            shell.close_dialog = true;
            shell.open_over = *pressed == 0;
        }
    }
    return foot.bottom() + ui.px(pad) - box.y;
}

}  // namespace discern
