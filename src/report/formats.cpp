#include "report/formats.hpp"

#include "base/filled.hpp"
#include "base/numbers.hpp"
#include "judgement/receipt.hpp"

#include <array>
#include <cmath>

namespace discern {
namespace {

std::string day_text(const std::optional<Day>& day) { return day ? iso_text(*day) : ""; }
std::string percent_text(double share, const StringTable& strings) {
    return strings.filled("report.percent", std::array{std::to_string(std::lround(share * 100))});
}

std::string intro_of(const WorkSheet& sheet, const StringTable& strings, const DayWords& day_words) {
    const std::array<std::string, 1> words{day_words(sheet.made_on)};
    return strings.filled(sheet.with_proposals ? "report.intro_proposed" : "report.intro", words);
}

// Calls `heading` before the first row of each action and `row` for every row.
template <class Heading, class Row>
void by_action(const WorkSheet& sheet, Heading heading, Row row) {
    for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
        if (i == 0 || sheet.rows[i].action != sheet.rows[i - 1].action) heading(sheet.rows[i].action);
        row(sheet.rows[i]);
    }
}

// "Head of product, Halden · 1 Mar 2026", parts that are empty left out.
std::string about(const WorkSheetRow& row, const DayWords& day_words) {
    std::string text = row.headline;
    const auto append = [&text](std::string_view part, std::string_view joint) {
        if (part.empty()) return;
        if (!text.empty()) text += joint;
        text += part;
    };
    if (row.headline.find(row.company) == std::string::npos) append(row.company, ", ");
    if (row.invited_on) append(day_words(*row.invited_on), " · ");
    return text;
}

}  // namespace

std::string csv_field(std::string_view text) {
    std::string field;
    static constexpr auto starts = std::to_array<std::string_view>({"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"});
    for (const std::string_view start : starts)
        if (text.starts_with(start)) {
            field += '\'';
            break;
        }
    field += text;
    if (field.find_first_of("\",\r\n;") == std::string::npos) return field;
    std::string quoted = "\"";
    for (const char c : field) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string markdown_text(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '\n' || c == '\r') {
            escaped += ' ';
            continue;
        }
        if (std::string_view("\\`*_{}[]()<>#+-.!|~&:@").find(c) != std::string_view::npos) escaped += '\\';
        escaped += c;
    }
    return escaped;
}

std::string html_text(std::string_view text) {
    std::string escaped;
    for (const char c : text) switch (c) {
            case '&': escaped += "&amp;"; break;
            case '<': escaped += "&lt;"; break;
            case '>': escaped += "&gt;"; break;
            case '"': escaped += "&quot;"; break;
            case '\'': escaped += "&#39;"; break;
            default: escaped += c;
        }
    return escaped;
}

std::string calendar_line(std::string_view name, std::string_view text) {
    std::string line(name);
    line += ':';
    for (const char c : text) switch (c) {
            case '\r': break;
            case '\n': line += "\\n"; break;
            case '\\': case ',': case ';': line += '\\'; [[fallthrough]];
            default: line += c;
        }
    // At most 75 bytes a line, never within a character; a continued line begins with a blank.
    std::string folded;
    std::size_t length = 0;
    for (std::size_t i = 0; i < line.size();) {
        std::size_t size = 1;
        while (i + size < line.size() && (static_cast<unsigned char>(line[i + size]) & 0xC0) == 0x80) ++size;
        if (length + size > 75) {
            folded += "\r\n ";
            length = 1;
        }
        folded.append(line, i, size);
        length += size;
        i += size;
    }
    return folded + "\r\n";
}

std::string csv_from(const WorkSheet& sheet, const StringTable& strings) {
    std::string text = "\xEF\xBB\xBF";
    const auto add = [&text](const auto& fields) {
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (i > 0) text += ',';
            text += csv_field(fields[i]);
        }
        text += "\r\n";
    };
    std::vector<std::string> fields;
    for (const std::string_view column : {"action", "name", "headline", "company", "profile", "invited", "decided",
                                          "certainty", "why", "reason", "later", "note"})
        fields.emplace_back(strings.text("report.column." + std::string(column)));
    add(fields);
    for (const WorkSheetRow& row : sheet.rows)
        add(std::to_array<std::string>({action_name(row.action, strings), row.name, row.headline, row.company,
                                        row.profile_url, day_text(row.invited_on),
                                        row.decided ? day_text(row.decided_on) : std::string(strings.text("report.proposed")),
                                        percent_text(row.certainty, strings), row.why, row.reason, day_text(row.not_before),
                                        row.note}));
    return text;
}

std::string markdown_from(const WorkSheet& sheet, const StringTable& strings, const DayWords& day_words) {
    std::string text = filled("# {}\n\n{}\n", {strings.text("report.title"), markdown_text(intro_of(sheet, strings, day_words))});
    if (sheet.rows.empty()) text += filled("\n{}\n", {strings.text("report.empty")});
    by_action(
        sheet, [&](Action action) { text += filled("\n## {}\n\n", {markdown_text(action_name(action, strings))}); },
        [&](const WorkSheetRow& row) {
            const std::string name = markdown_text(row.name);
            text += row.profile_url.empty() ? filled("- [ ] **{}**", {name})
                                            : filled("- [ ] [**{}**](<{}>)", {name, row.profile_url});
            if (const auto words = about(row, day_words); !words.empty()) text += ", " + markdown_text(words);
            if (!row.decided) text += filled(" ({}, {})", {strings.text("report.proposed"), percent_text(row.certainty, strings)});
            if (row.not_before)
                text += filled(" · {} {}", {strings.text("report.column.later"), day_words(*row.not_before)});
            text += "\n  " + markdown_text(row.reason.empty() ? row.why : row.reason) + "\n";
        });
    return text;
}

std::string html_from(const WorkSheet& sheet, const StringTable& strings, const DayWords& day_words) {
    const std::string title = html_text(strings.text("report.title"));
    std::string text = filled(
        "<!doctype html>\n<html lang=\"{2}\"><meta charset=\"utf-8\"><title>{0}</title>\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<style>body{{font:15px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}}"
        "li{{margin:.6rem 0;break-inside:avoid}}small{{color:#586174}}h2{{break-after:avoid}}</style>\n"
        "<h1>{0}</h1>\n<p>{1}</p>\n", {title, html_text(intro_of(sheet, strings, day_words)), strings.text("report.language")});
    if (sheet.rows.empty()) text += filled("<p>{}</p>\n", {html_text(strings.text("report.empty"))});
    bool open = false;
    by_action(
        sheet,
        [&](Action action) {
            text += filled("{}<h2>{}</h2>\n<ul>\n", {open ? "</ul>\n" : "", html_text(action_name(action, strings))});
            open = true;
        },
        [&](const WorkSheetRow& row) {
            const std::string name = html_text(row.name);
            text += row.profile_url.empty()
                        ? filled("<li><b dir=\"auto\">{}</b>", {name})
                        : filled("<li><a href=\"{}\" rel=\"noopener noreferrer\"><b dir=\"auto\">{}</b></a>", {html_text(row.profile_url), name});
            if (const auto words = about(row, day_words); !words.empty()) text += filled(" <span dir=\"auto\">{}</span>", {html_text(words)});
            if (!row.decided)
                text += filled(" <small>({}, {})</small>", {html_text(strings.text("report.proposed")),
                                    percent_text(row.certainty, strings)});
            if (row.not_before)
                text += filled(" <small>{} {}</small>", {html_text(strings.text("report.column.later")),
                                    html_text(day_words(*row.not_before))});
            text += filled("<br><small>{}</small></li>\n", {html_text(row.reason.empty() ? row.why : row.reason)});
        });
    if (open) text += "</ul>\n";
    return text + "</html>\n";
}

std::string print_html_from(const WorkSheet& sheet, const StringTable& strings, const DayWords& day_words) {
    std::string text = filled("<h1>{}</h1>\n<p>{}</p>\n", {html_text(strings.text("report.title")),
                                   html_text(intro_of(sheet, strings, day_words))});
    if (sheet.rows.empty()) text += filled("<p>{}</p>\n", {html_text(strings.text("report.empty"))});
    const auto heading = [&](std::string_view column) { return html_text(strings.text("report.column." + std::string(column))); };
    bool open = false;
    by_action(
        sheet,
        [&](Action action) {
            text += filled("{}<h2>{}</h2>\n<table><thead><tr><th class=\"tick\"></th><th>{}</th><th>{}</th></tr></thead><tbody>\n",
                                {open ? "</tbody></table>\n" : "", html_text(action_name(action, strings)), heading("name"), heading("why")});
            open = true;
        },
        [&](const WorkSheetRow& row) {
            text += filled("<tr><td class=\"tick\"><span class=\"box\"></span></td><td><b dir=\"auto\">{}</b>", {html_text(row.name)});
            const auto line = [&text](const std::string& words) {
                if (!words.empty()) text += filled("<br><span class=\"quiet\" dir=\"auto\">{}</span>", {html_text(words)});
            };
            line(row.headline.empty() ? row.company : row.headline);
            line(row.profile_url);
            text += filled("</td><td>{}", {html_text(row.reason.empty() ? row.why : row.reason)});
            if (!row.decided) line(filled("{} · {}", {strings.text("report.proposed"), percent_text(row.certainty, strings)}));
            if (row.not_before) line(filled("{} {}", {strings.text("report.column.later"), day_words(*row.not_before)}));
            text += "</td></tr>\n";
        });
    if (open) text += "</tbody></table>\n";
    return text;
}

std::string calendar_from(const WorkSheet& sheet, const StringTable& strings, Instant now) {
    const auto compact = [](std::string iso) {
        std::erase_if(iso, [](char c) { return c == '-' || c == ':'; });
        return iso;
    };
    std::string text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Discern//Work sheet//EN\r\nCALSCALE:GREGORIAN\r\n";
    text += calendar_line("X-WR-CALNAME", strings.text("report.calendar"));
    for (const WorkSheetRow& row : sheet.rows) {
        if (!row.not_before) continue;
        const std::array<std::string, 2> words{action_name(row.action, strings), row.name};
        text += "BEGIN:VEVENT\r\n";
        text += "UID:" + hex_text(row.invitation.value) + "@discern\r\n";
        text += "DTSTAMP:" + compact(iso_text(now)) + "\r\n";
        text += "DTSTART;VALUE=DATE:" + compact(iso_text(*row.not_before)) + "\r\n";
        text += calendar_line("SUMMARY", strings.filled("report.wake", words));
        text += calendar_line("DESCRIPTION", row.why + (row.profile_url.empty() ? "" : "\n" + row.profile_url));
        text += "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n";
    }
    return text + "END:VCALENDAR\r\n";
}

}  // namespace discern
