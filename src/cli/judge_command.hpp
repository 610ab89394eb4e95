// `discern judge`: verdicts as JSON lines, over an archive, a save file, or a file of cases.
#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "workspace/document.hpp"

#include <string>
#include <string_view>

namespace discern {

// The open incoming invitations of a document, newest first, judged as the page judges them. One line each
// (cli/verdict_json.hpp); the id is the InvitationId as 16 hexadecimal digits, as in save files.
[[nodiscard]] Result<std::string> judge_document(Document document, Day today);

// The cases of a file, in its order (cli/judge_cases.hpp).
[[nodiscard]] Result<std::string> judge_case_file(std::string_view json_text, bool withhold_note_codes, Day today);

}  // namespace discern
