// Reads assets/limits.json.
#pragma once

#include "knowledge/knowledge.hpp"
#include "notes/site_limits.hpp"

namespace discern {

// A Problem when the file is damaged, names an unknown limit or leaves one out.
[[nodiscard]] Result<SiteLimits> read_site_limits(const AssetReader& read);

[[nodiscard]] const SiteLimits& embedded_site_limits();

}  // namespace discern
