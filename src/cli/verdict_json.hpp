// A verdict as one JSON line of the command line's contract.
#pragma once

#include "base/string_table.hpp"
#include "judgement/verdict.hpp"
#include "people/person.hpp"

#include <string>
#include <string_view>

namespace discern {

// {"id", "action", "confidence", "flags": ["no_note"], "factors": [{"name", "contribution", "unknown", "evidence":
// [sentence]}], "flip": sentence or null, "ask": sentence or null, "reason", "advice": ["R14"], "worth", "scam_chance"}.
[[nodiscard]] std::string verdict_json_line(std::string_view id, const Verdict& verdict, const PersonBook& book,
                                            const StringTable& strings);

}  // namespace discern
