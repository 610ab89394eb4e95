// Judges a file of cases: invented or recorded invitations with the user's goals, the person's profile and ticked codes
// (`discern judge --cases FILE`). One JSON line a case, in the order of the file.
#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "base/string_table.hpp"
#include "judgement/goals.hpp"
#include "judgement/knowledge_tables.hpp"
#include "people/person.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace discern {

// One case as the core takes it: the book holds one person and one invitation.
struct JudgementCase {
    std::string id;
    Goals goals;
    PersonBook book;
};

// A list of cases, or an object with one under "cases" or "vignettes". Codes that the vocabulary does not know are a
// Problem that names the case by its place in the file, not by its content.
[[nodiscard]] Result<std::vector<JudgementCase>> read_cases(std::string_view json_text);

// Reads the note of an invitation (notes/ provides it); an empty function leaves notes unread.
using NoteReader = std::function<NoteReading(const Invitation& invitation, const Person& person)>;

struct CaseOptions {
    Day today{};
    bool withhold_note_codes = false;  // drop ticked codes of group note: the reader must find them
};

// {"id", "action", "confidence", "flags": [], "factors": [{"name", "contribution", "unknown", "evidence": []}], "flip",
// "ask"}, one string a case, without line feeds.
[[nodiscard]] std::vector<std::string> judge_cases(const std::vector<JudgementCase>& cases, const NoteReader& read_note,
                                                   const JudgementKnowledge& knowledge, const StringTable& strings,
                                                   const CaseOptions& options);

}  // namespace discern
