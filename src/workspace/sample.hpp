// The embedded example (assets/sample/sample.json): hand-written people as a document. All days in it count back from the
// day of looking, so it never grows old. Its format is in the file itself; profile, goals and owner are written as in
// save files. Nobody in it has a profile address: it must not lead to somebody real.
#pragma once

#include "base/result.hpp"
#include "workspace/document.hpp"

#include <string_view>

namespace discern {

inline constexpr std::string_view sample_asset = "assets/sample/sample.json";

// Every word that is not known, and every mutual who is not in it, is a Problem: the sample is ours and must be sound.
[[nodiscard]] Result<Document> sample_document_from(std::string_view json_text, Instant now);

}  // namespace discern
