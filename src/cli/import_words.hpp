// What an import found, in the forms that `discern import` prints. These are contracts: fields are added, never renamed.
#pragma once

#include "intake/archive_import.hpp"

#include <span>
#include <string>

namespace discern {

// {"connections", "connections_hidden", "invitations": {"incoming", "outgoing"}, "messages", "people", "skipped":
// [{"file", "row", "reason"}], "files": {name: {"kind", "rows", "skipped"}}}; rows count from 1. One line.
[[nodiscard]] std::string json_from(const ImportReport& report);

// One line a data row of Invitations.csv: {"invitation": 0-based row, "connection": 0-based data row of Connections.csv
// or null, "certain": bool}.
[[nodiscard]] std::string match_lines_from(std::span<const InvitationMatch> matches);

// "4,812 connections, 37 hidden; 212 received, 96 still open; 40 sent, 12 still open; 3 rows skipped", then a line a
// skipped row.
[[nodiscard]] std::string summary_from(const ImportReport& report);

}  // namespace discern
