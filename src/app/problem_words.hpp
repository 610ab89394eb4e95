// What the rooms below report, in the language of the page. They know none: they write English sentences, and
// assets/strings/en/problems.json lists these as patterns ("The ZIP file holds more than {0} files; ..."). A sentence that
// fits one is said by the same key in the page's language; one that fits none is said as it is.
#pragma once

#include "app/strings.hpp"
#include "base/result.hpp"
#include "intake/archive_import.hpp"

#include <string>
#include <string_view>

namespace discern {

// Numbers and days among what was filled in are written as the language does ("1,024", "2026-03-14").
[[nodiscard]] std::string problem_words(std::string_view english, const Strings& strings);
// All three parts of it.
[[nodiscard]] Problem in_words(const Problem& problem, const Strings& strings);
// What an archive held, in one sentence.
[[nodiscard]] std::string import_words(const ImportReport& report, const Strings& strings);
// "Invitations.csv, row 12"; empty for no place.
[[nodiscard]] std::string place_words(const Place& place, const Strings& strings);
// "Invitations.csv, row 12: The date is not readable. Export the file again."
[[nodiscard]] std::string problem_sentence(const Problem& problem, const Strings& strings);

}  // namespace discern
