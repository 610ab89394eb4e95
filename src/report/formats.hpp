// A work sheet as a file. Names and notes come from strangers, so each form keeps them from being more than text:
// no formula in a spreadsheet, no mark-up in a page, no line of its own in a calendar.
#pragma once

#include "report/work_sheet.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace discern {

// Days as the reader's language says them. Tables and calendars, which programs read, keep the ISO form.
using DayWords = std::function<std::string(Day)>;
[[nodiscard]] inline std::string day_in_iso(Day day) { return iso_text(day); }

// RFC 4180 with CRLF and a byte order mark (without it spreadsheets take UTF-8 for something else). A field that a
// spreadsheet would calculate (it begins with = + - @, their full-width forms, tab or CR) gets an apostrophe before it
// (OWASP, "CSV Injection").
[[nodiscard]] std::string csv_from(const WorkSheet& sheet, const StringTable& strings);

// GitHub Markdown: one heading an action, one list item a person.
[[nodiscard]] std::string markdown_from(const WorkSheet& sheet, const StringTable& strings, const DayWords& day_words = day_in_iso);

// One page without scripts or anything to load, fit for printing.
[[nodiscard]] std::string html_from(const WorkSheet& sheet, const StringTable& strings, const DayWords& day_words = day_in_iso);

// The same as a piece of a page that prints it in its own style (classes tick, box, quiet): one table an action, with a
// box to tick.
[[nodiscard]] std::string print_html_from(const WorkSheet& sheet, const StringTable& strings, const DayWords& day_words);

// RFC 5545: an all-day event for every row with a day not to act before. `now` stamps them; the same invitation keeps the
// same UID, so that importing again moves the event.
[[nodiscard]] std::string calendar_from(const WorkSheet& sheet, const StringTable& strings, Instant now);

// ---- one field each, for tests and other writers ----
[[nodiscard]] std::string csv_field(std::string_view text);
[[nodiscard]] std::string markdown_text(std::string_view text);
[[nodiscard]] std::string html_text(std::string_view text);
[[nodiscard]] std::string calendar_line(std::string_view name, std::string_view text);  // escaped, folded, with CRLF

}  // namespace discern
