// The job "open": reads a save file in the worker. Its JSON may be large (15 MB for 30,000 people, about a second); the
// page only unpacks bytes.
#pragma once

#include "base/result.hpp"
#include "workspace/document.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace discern {

// Worker side. Problems are those of document_from_save_file.
[[nodiscard]] Result<std::vector<std::uint8_t>> run_open_job(std::string_view bytes, std::string_view name);

// Page side. Fails only if the worker is of another build than the page.
[[nodiscard]] Result<Document> opened_document_from(std::span<const std::uint8_t> bytes);

}  // namespace discern
