// Reads assets/drafts: one file a language.
#pragma once

#include "knowledge/knowledge.hpp"
#include "notes/note_drafts.hpp"

#include <vector>

namespace discern {

// A Problem when the file is damaged or names an unknown use or tone.
[[nodiscard]] Result<std::vector<DraftTemplate>> read_draft_templates(const AssetReader& read);

[[nodiscard]] const std::vector<DraftTemplate>& embedded_draft_templates();

}  // namespace discern
