// Everything handed in at once, as one flat list of files: loose files stay as they are, ZIPs are opened (also a ZIP
// that is wrapped in a ZIP). Names lose their folders.
#pragma once

#include "archive/zip.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace discern {

// What the user handed in: a ZIP (also a ZIP within a ZIP), a CSV, or one of a folder's files. `bytes` must stay alive
// while it is read; `name` may hold folders, which are ignored.
struct InputFile {
    std::string name;
    std::string_view bytes;
    ZipHole hole = {};  // of a ZIP: what was left out of `bytes`
};

struct PackedFile {
    std::string name;               // "Connections.csv"
    std::uint64_t size = 0;         // unpacked
    std::string_view bytes;         // of the file itself, or of the ZIP that holds it
    std::optional<ZipEntry> entry;  // set when `bytes` is a ZIP
};

struct Package {
    std::vector<PackedFile> files;
    std::vector<std::shared_ptr<const std::string>> unpacked;  // ZIPs found within ZIPs; `files` point into them
    bool had_zip = false;
};

// A Problem when one of the ZIPs cannot be read, or all together exceed the limits (archive/limits.hpp).
[[nodiscard]] Result<Package> open_package(std::span<const InputFile> inputs);

// Hands out the file's bytes in pieces. True when all were read, false when `take` stopped it.
[[nodiscard]] Result<bool> read_file(const PackedFile& file, ByteSink take);

// Its first bytes, at most `size`. A file that cannot be unpacked gives a Problem.
[[nodiscard]] Result<std::string> read_beginning(const PackedFile& file, std::size_t size);

}  // namespace discern
