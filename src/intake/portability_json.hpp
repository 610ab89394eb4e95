// The JSON of LinkedIn's Member Data Portability API (EU, "memberSnapshotData"): the same rows as the archive's files,
// with the same column names. It is turned into those files, so that one reader serves both.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace discern {

struct ConvertedFile {
    std::string name;  // "Connections.csv"
    std::string bytes;
    bool operator==(const ConvertedFile&) const = default;
};

[[nodiscard]] bool looks_like_portability_json(std::string_view bytes);

// One answer, or several one after another or in an array, as people save the pages; rows that pages repeat are kept
// once. A Problem when it is no such JSON, is damaged, nests too deeply, or holds none of the domains that Discern
// uses.
[[nodiscard]] Result<std::vector<ConvertedFile>> files_from_portability_json(std::string_view bytes,
                                                                             std::string_view file_name);

}  // namespace discern
