// The job "import": reads an archive in the worker and hands one compact snapshot to the page.
// The page decodes it, merges it (workspace/merge.hpp) and saves; nothing changes before that.
#pragma once

#include "base/progress.hpp"
#include "base/result.hpp"
#include "intake/archive_import.hpp"
#include "people/person.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace discern {

struct ImportSnapshot {
    PersonBook book;
    ImportReport report;
    bool operator==(const ImportSnapshot&) const = default;
};

// Worker side: import_archive, then the snapshot's bytes. Problems are those of import_archive.
[[nodiscard]] Result<std::vector<std::uint8_t>> run_import_job(std::span<const InputFile> files,
                                                               const ProgressSink& progress);

[[nodiscard]] std::vector<std::uint8_t> bytes_from(const ImportSnapshot& snapshot);
// Page side. Fails only if the worker is of another build than the page (a page that was updated while open).
[[nodiscard]] Result<ImportSnapshot> import_snapshot_from(std::span<const std::uint8_t> bytes);

}  // namespace discern
