#include "cli/sheet_command.hpp"

#include "knowledge/knowledge.hpp"
#include "knowledge/note_lexicon_reader.hpp"
#include "report/formats.hpp"
#include "workspace/note_reading.hpp"

namespace discern {

std::optional<SheetFormat> sheet_format_from_name(std::string_view name) {
    if (name == "csv") return SheetFormat::Csv;
    if (name == "md") return SheetFormat::Markdown;
    if (name == "html") return SheetFormat::Html;
    if (name == "ics") return SheetFormat::Calendar;
    return std::nullopt;
}

Result<std::string> sheet_of(Document document, SheetFormat format, bool with_proposals, Day today) {
    auto lexicon = read_note_lexicon(embedded_asset);
    if (!lexicon) return std::unexpected(std::move(lexicon.error()));
    Workspace workspace(embedded_knowledge(), today);
    workspace.set_note_reader(note_reader_with(std::move(*lexicon)));
    workspace.replace(std::move(document));
    const StringTable& strings = embedded_strings();
    const WorkSheet sheet = work_sheet_from(workspace, strings, with_proposals);
    switch (format) {
        case SheetFormat::Csv: return csv_from(sheet, strings);
        case SheetFormat::Markdown: return markdown_from(sheet, strings);
        case SheetFormat::Html: return html_from(sheet, strings);
        case SheetFormat::Calendar: return calendar_from(sheet, strings, instant_from_day(today));
    }
    return std::string();
}

}  // namespace discern
