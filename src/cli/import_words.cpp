#include "cli/import_words.hpp"

#include "base/numbers.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace discern {
namespace {

using Json = nlohmann::ordered_json;

// Names in an archive are the user's files' own and may hold any bytes.
std::string line_from(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace

std::string json_from(const ImportReport& report) {
    Json json;
    json["connections"] = report.connections;
    json["connections_hidden"] = report.connections_hidden;
    json["invitations"] = {{"incoming", report.invitations_incoming}, {"outgoing", report.invitations_outgoing}};
    json["messages"] = report.messages;
    json["people"] = report.people;
    json["skipped"] = Json::array();
    for (const SkippedRow& row : report.skipped)
        json["skipped"].push_back({{"file", row.file}, {"row", row.row}, {"reason", row.reason}});
    if (report.skipped_total > report.skipped.size()) json["skipped_total"] = report.skipped_total;
    json["files"] = Json::object();
    for (const FileReport& file : report.files)
        json["files"][file.name] = {{"kind", file.kind}, {"rows", file.rows}, {"skipped", file.skipped}};
    return line_from(json) + "\n";
}

std::string match_lines_from(std::span<const InvitationMatch> matches) {
    std::string lines;
    for (std::size_t row = 0; row < matches.size(); ++row)
        lines += fmt::format("{{\"invitation\": {}, \"connection\": {}, \"certain\": {}}}\n", row,
                             matches[row].connection ? std::to_string(*matches[row].connection) : "null",
                             matches[row].certain);
    return lines;
}

std::string summary_from(const ImportReport& report) {
    std::string text = fmt::format("{} connections, {} hidden; {} received, {} still open; {} sent, {} still open; {} "
                                   "messages; {} skipped\n",
                                   grouped(report.connections), grouped(report.connections_hidden),
                                   grouped(report.invitations_incoming), grouped(report.incoming_open()),
                                   grouped(report.invitations_outgoing), grouped(report.outgoing_open()),
                                   grouped(report.messages),
                                   report.skipped_total == 1 ? "1 row" : grouped(report.skipped_total) + " rows");
    for (const SkippedRow& row : report.skipped)
        text += fmt::format("  {}, row {}: {}\n", row.file, row.row, row.reason);
    return text;
}

}  // namespace discern
