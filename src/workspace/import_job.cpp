#include "workspace/import_job.hpp"

#include "workspace/save_binary.hpp"

namespace discern {
namespace save {

template <class V>
void fields(V& visit, Is<Place> auto& value) {
    auto& [file, row] = value;
    visit("file", file);
    visit("row", row);
}

template <class V>
void fields(V& visit, Is<Problem> auto& value) {
    auto& [what, where, mend] = value;
    visit("what", what);
    visit("where", where);
    visit("mend", mend);
}

template <class V>
void fields(V& visit, Is<SkippedRow> auto& value) {
    auto& [file, row, reason] = value;
    visit("file", file);
    visit("row", row);
    visit("reason", reason);
}

template <class V>
void fields(V& visit, Is<FileReport> auto& value) {
    auto& [name, kind, rows, skipped] = value;
    visit("name", name);
    visit("kind", kind);
    visit("rows", rows);
    visit("skipped", skipped);
}

template <class V>
void fields(V& visit, Is<ImportReport> auto& value) {
    auto& [connections, connections_hidden, invitations_incoming, invitations_outgoing, incoming_accepted,
           outgoing_accepted, messages, messages_counted, people, skipped, skipped_total, files, warnings] = value;
    visit("connections", connections);
    visit("connections_hidden", connections_hidden);
    visit("invitations_incoming", invitations_incoming);
    visit("invitations_outgoing", invitations_outgoing);
    visit("incoming_accepted", incoming_accepted);
    visit("outgoing_accepted", outgoing_accepted);
    visit("messages", messages);
    visit("messages_counted", messages_counted);
    visit("people", people);
    visit("skipped", skipped);
    visit("skipped_total", skipped_total);
    visit("files", files);
    visit("warnings", warnings);
}

template <class V>
void fields(V& visit, Is<ImportSnapshot> auto& value) {
    auto& [book, report] = value;
    visit("book", book);
    visit("report", report);
}

}  // namespace save

namespace {
constexpr std::string_view snapshot_kind = "DSCI";
}

Result<std::vector<std::uint8_t>> run_import_job(std::span<const InputFile> files, const ProgressSink& progress) {
    auto imported = import_archive(files, progress);
    if (!imported) return std::unexpected(std::move(imported.error()));
    return bytes_from({std::move(imported->book), std::move(imported->report)});
}

std::vector<std::uint8_t> bytes_from(const ImportSnapshot& snapshot) {
    save::BinaryWriter writer;
    writer.write(snapshot);
    return writer.finish(snapshot_kind);
}

Result<ImportSnapshot> import_snapshot_from(std::span<const std::uint8_t> bytes) {
    save::BinaryReader reader(bytes, snapshot_kind);
    ImportSnapshot snapshot;
    reader.read(snapshot);
    if (!reader.finished())
        return std::unexpected(Problem{.what = "What was read did not reach the page whole.",
                                       .where = {},
                                       .mend = "Reload the page and hand the archive in again."});
    return snapshot;
}

}  // namespace discern
