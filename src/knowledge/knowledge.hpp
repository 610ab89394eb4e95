// Reads assets/*.json into the plain tables that judgement and the views take. Every unknown word in an asset is a
// Problem with its place, so that a mistyped code cannot pass in silence.
#pragma once

#include "base/result.hpp"
#include "base/string_table.hpp"
#include "judgement/knowledge_tables.hpp"

#include <functional>
#include <string_view>

namespace discern {

// Gives the bytes of an asset by its path ("assets/evidence.json"), empty when there is none.
using AssetReader = std::function<std::string_view(std::string_view path)>;

// The assets built into this program (base/embedded.hpp).
[[nodiscard]] std::string_view embedded_asset(std::string_view path);

[[nodiscard]] Result<JudgementKnowledge> read_judgement_knowledge(const AssetReader& read);

// All of assets/strings/<language>/*.json in one table; or of assets/strings/<language>.json, where the page fetched it.
[[nodiscard]] Result<StringTable> read_embedded_strings(std::string_view language);

// The tables built into this program; they are read once and kept. A damaged asset is a broken build: a test reads every
// asset, and here the tables would then be empty.
[[nodiscard]] const JudgementKnowledge& embedded_knowledge();
[[nodiscard]] const StringTable& embedded_strings();  // English

}  // namespace discern
