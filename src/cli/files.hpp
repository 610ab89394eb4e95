// Files of the command line: read whole, written whole. The only room that opens files by path.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace discern {

struct ReadFile {
    std::string name;   // as the user wrote it
    std::string bytes;
};

// A folder gives the files below it, sorted by path; other paths give themselves.
[[nodiscard]] Result<std::vector<std::string>> expanded_paths(const std::vector<std::string>& paths);
[[nodiscard]] Result<ReadFile> read_whole_file(const std::string& path);  // "-" = standard input
[[nodiscard]] Result<bool> write_whole_file(const std::string& path, std::string_view bytes);

}  // namespace discern
