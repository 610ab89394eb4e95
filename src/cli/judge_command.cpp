#include "cli/judge_command.hpp"

#include "cli/judge_cases.hpp"
#include "cli/verdict_json.hpp"
#include "knowledge/knowledge.hpp"
#include "knowledge/note_lexicon_reader.hpp"
#include "notes/read_note.hpp"
#include "workspace/note_reading.hpp"
#include "workspace/workspace.hpp"

#include <fmt/format.h>

namespace discern {

Result<std::string> judge_document(Document document, Day today) {
    auto lexicon = read_note_lexicon(embedded_asset);
    if (!lexicon) return std::unexpected(std::move(lexicon.error()));
    Workspace workspace(embedded_knowledge(), today);
    workspace.set_note_reader(note_reader_with(std::move(*lexicon)));
    workspace.replace(std::move(document));
    std::string lines;
    for (const ReceivedRow& row : workspace.rows()) {
        if (!workspace.is_open(row)) continue;
        const std::string id = fmt::format("{:016x}", workspace.invitation_of(row).id.value);
        lines += verdict_json_line(id, workspace.verdict_of(row), workspace.document().book, embedded_strings()) + "\n";
    }
    return lines;
}

Result<std::string> judge_case_file(std::string_view json_text, bool withhold_note_codes, Day today) {
    auto cases = read_cases(json_text);
    if (!cases) return std::unexpected(std::move(cases.error()));
    auto lexicon = read_note_lexicon(embedded_asset);
    if (!lexicon) return std::unexpected(std::move(lexicon.error()));
    const NoteReader read = [&lexicon](const Invitation& invitation, const Person&) {
        return read_note(invitation.note, *lexicon, {.source = invitation.source});
    };
    std::string lines;
    for (const std::string& line : judge_cases(*cases, read, embedded_knowledge(), embedded_strings(),
                                               {.today = today, .withhold_note_codes = withhold_note_codes}))
        lines += line + "\n";
    return lines;
}

}  // namespace discern
