// The work sheet in the form that was chosen, and what its file is called.
#pragma once

#include "app/app_state.hpp"
#include "report/formats.hpp"

#include <string>
#include <string_view>

namespace discern {

[[nodiscard]] inline std::string work_sheet_text(const WorkSheet& sheet, SheetFormat format, const Strings& strings, Instant now) {
    const DayWords day_words = [&](Day day) { return strings.day(day); };
    switch (format) {
        case SheetFormat::Table: return csv_from(sheet, strings.table());
        case SheetFormat::Markdown: return markdown_from(sheet, strings.table(), day_words);
        case SheetFormat::Page: return html_from(sheet, strings.table(), day_words);
        case SheetFormat::Calendar: return calendar_from(sheet, strings.table(), now);
    }
    return {};
}

[[nodiscard]] inline std::string_view media_type_of(SheetFormat format) {
    switch (format) {
        case SheetFormat::Table: return "text/csv";
        case SheetFormat::Markdown: return "text/markdown";
        case SheetFormat::Page: return "text/html";
        case SheetFormat::Calendar: return "text/calendar";
    }
    return {};
}

// "discern-work-sheet-2026-11-23.csv"
[[nodiscard]] inline std::string work_sheet_name(SheetFormat format, Day today) {
    constexpr std::string_view endings[] = {".csv", ".md", ".html", ".ics"};
    return "discern-work-sheet-" + iso_text(today) + std::string(endings[static_cast<std::size_t>(format)]);
}

}  // namespace discern
