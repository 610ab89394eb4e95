// What the desk says about the note: one line a check, what is found first, each claim against the record.
#include "app/desk_parts.hpp"

#include <icons.hpp>

#include <algorithm>
#include <cmath>

namespace discern {
namespace {

struct CheckLine {
    const char* icon = nullptr;
    Rgba colour;
    std::string title, more;
    std::optional<std::size_t> finding;  // may be pointed at
    bool can_keep = false;
};

// The checks that are told as passed when nothing is found, in this order.
constexpr DeskIssue told_when_well[] = {DeskIssue::NoReason, DeskIssue::Generic, DeskIssue::ManySentences, DeskIssue::Pitch, DeskIssue::AsksFavour, DeskIssue::LinkOrFile};

std::vector<CheckLine> lines_of(DeskScene& scene) {
    Ui& ui = scene.ui;
    const DeskState& state = scene.state;
    const auto& findings = state.reading.findings;
    std::vector<CheckLine> lines;
    for (std::size_t place = 0; place < findings.size(); ++place) {
        const DeskFinding& finding = findings[place];
        const std::string key = "desk.issue." + std::string(name_of(finding.issue));
        const std::string words = words_of(state, finding);
        const bool kept = is_kept(state, finding);
        CheckLine line{.icon = kept ? icon::check : finding.issue == DeskIssue::ClaimNotOnRecord ? icon::circle_help : icon::circle_alert,
                       .colour = kept ? ui.ink().muted : colour_of(ui, finding), .title = {}, .more = {}, .finding = place,
                       .can_keep = finding.issue == DeskIssue::ClaimNotOnRecord && !kept};
        if (finding.issue == DeskIssue::ClaimNotOnRecord) line.title = ui.strings.text(kept ? "desk.claim_kept" : key, {words});
        else if (finding.issue == DeskIssue::ManySentences) line.title = ui.strings.text(key, {std::to_string(state.reading.sentences)});
        else line.title = ui.text(key);
        if (finding.issue != DeskIssue::ClaimNotOnRecord && finding.issue != DeskIssue::TooLong && !words.empty()) line.more = ui.strings.text("received.quote", {words});
        // Several places with one issue are one line with several quotes.
        const bool same = !lines.empty() && lines.back().finding && finding.issue != DeskIssue::ClaimNotOnRecord && findings[*lines.back().finding].issue == finding.issue;
        if (same) {
            if (!line.more.empty()) lines.back().more += " " + line.more;
        } else {
            lines.push_back(std::move(line));
        }
    }
    const auto found = [&](DeskIssue issue) { return std::any_of(findings.begin(), findings.end(), [&](const DeskFinding& each) { return each.issue == issue; }); };
    for (const ClaimOnRecord& claim : state.reading.borne_out) {
        const std::string words = state.checked.substr(claim.begin, claim.end - claim.begin);
        const auto& files = scene.workspace.document().book.files;
        const bool by_user = claim.evidence.source.file == 0 || claim.evidence.source.file >= files.size();
        const std::string source = by_user ? ui.text("desk.source_you") : files[claim.evidence.source.file];
        lines.push_back({.icon = icon::badge_check, .colour = ui.ink().accept, .title = ui.strings.text("desk.claim_on_record", {words}),
                         .more = ui.strings.text("desk.claim_source", {source}), .finding = std::nullopt});
    }
    for (const DeskIssue issue : told_when_well) {
        if (found(issue) || (scene.state.note.use != DraftUse::Invite && (issue == DeskIssue::NoReason || issue == DeskIssue::AsksFavour))) continue;
        lines.push_back({.icon = icon::check, .colour = ui.ink().accept, .title = ui.text("desk.well." + std::string(name_of(issue))), .more = {}, .finding = std::nullopt});
    }
    return lines;
}

}  // namespace

float draw_desk_heading(DeskScene& scene, float y, std::string_view key) {
    Ui& ui = scene.ui;
    const std::string words = ui.text(key);
    tell_heading(ui, ui_id(key), {scene.column.x, y, scene.column.width, ui.px(20)}, words, 3);
    draw_text(ui, scene.column.x, y + ui.px(9), words, {.size = type::small, .weight = Weight::Semibold, .ink = ui.ink().muted});
    return y + ui.px(28);
}

float draw_desk_checks(DeskScene& scene, float y) {
    Ui& ui = scene.ui;
    DeskState& state = scene.state;
    const Box& column = scene.column;
    if (state.reading.chars == 0) {
        const std::string words = ui.text("desk.checks_empty");
        tell_text(ui, ui_id("desk.checks_empty"), {column.x, y, column.width, ui.px(40)}, words);
        return y + draw_paragraph(ui, column.x, y, column.width, words, {.size = type::small, .ink = ui.ink().muted}) + ui.px(16);
    }
    const auto lines = lines_of(scene);
    const std::size_t open = standing_findings(state).size();
    const std::string summary = open == 0 ? ui.text("desk.all_well") : ui.strings.counted("desk.to_look_at", open);
    tell(ui, ui_id("desk.summary"), {column.x, y, column.width, ui.px(22)}, {.role = Role::Status, .name = summary});
    draw_text(ui, column.x, y + ui.px(9), summary, {.size = type::small, .weight = Weight::Semibold, .ink = open == 0 ? ui.ink().accept : ui.ink().text});
    y += ui.px(28);
    const TellGroup list(ui, ui_id("desk.checks"), {column.x, y, column.width, ui.px(40)}, {.role = Role::List, .name = ui.text("desk.checks")});
    const float text = column.x + ui.px(28);
    std::uint64_t place = 0;
    for (const CheckLine& line : lines) {
        const UiId id = ui_id(place++, ui_id("desk.check"));
        const std::string keep = ui.text("desk.keep");
        const ButtonLook look = {.key = ui.look.touch ? std::string_view{} : "K", .text_size = type::small};
        const float button_room = line.can_keep ? button_width(ui, keep, look) + ui.px(12) : 0;
        const float room = column.right() - text - button_room;
        std::vector<Span> spans = {{line.title, {.size = type::body, .ink = ui.ink().text}}};
        if (!line.more.empty()) spans.push_back({"  " + line.more, {.size = type::small, .ink = ui.ink().muted}});
        const float words = spans_height(ui, room, spans);
        const float height = std::max(words, line.can_keep ? ui.look.target() : 0.0f);
        const Box row = {column.x, y, column.width, height};
        const bool pointed = line.finding && state.pointed == line.finding;
        if (pointed) fill(ui, {row.x - ui.px(6), row.y - ui.px(3), row.width + ui.px(12), row.height + ui.px(6)}, ui.ink().hover, radius::control);
        const float top = y + (height - words) / 2;
        draw_icon(ui, column.x + ui.px(9), top + ui.px(11), line.icon, 17, line.colour);
        draw_spans(ui, text, top, room, spans);
        const bool has_words = line.finding && !words_of(state, state.reading.findings[*line.finding]).empty();
        const TellGroup item(ui, id, row, {.role = Role::ListItem, .name = ui.strings.sentences({line.title, line.more}), .plain = !has_words});
        if (has_words) {
            // To the words that are meant: the field is edited with them selected.
            const Press pressed = press_told(ui, id, {row.x, row.y, row.width - button_room, row.height});
            if (pressed.hovered) state.pointed = line.finding;
            if (pressed.focused) draw_focus_ring(ui, row, 4);
            if (pressed.clicked) {
                const DeskFinding& finding = state.reading.findings[*line.finding];
                state.pointed = line.finding;
                state.field.select = std::pair(finding.begin, finding.end);
                state.field.wanted = true;
                ui.draw_again_in(0);
            }
        }
        if (line.can_keep) {
            const float width = button_width(ui, keep, look), tall = ui.look.target();
            const std::string told = ui.strings.text("desk.keep_told", {words_of(state, state.reading.findings[*line.finding])});
            if (button(ui, ui_id("keep", id), {column.right() - width, std::round(row.middle() - tall / 2), width, tall}, keep,
                       {.key = look.key, .text_size = type::small, .told_name = told}))
                state.chosen.keep = line.finding;
        }
        y += height + ui.px(9);
    }
    return y + ui.px(10);
}

}  // namespace discern
