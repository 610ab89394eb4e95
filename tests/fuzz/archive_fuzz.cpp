// Any bytes as a dropped file: a ZIP, or one loose CSV. What comes out is counted soundly or refused with a reason.
#include "intake/archive_import.hpp"

#include <cstdlib>

using namespace discern;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const InputFile file{.name = looks_like_zip(bytes) ? "archive.zip" : "file.csv", .bytes = bytes};
    const auto read = import_archive(std::span(&file, 1));
    if (!read) {
        if (read.error().what.empty()) std::abort();
        return 0;
    }
    const ImportReport& report = read->report;
    if (report.people != read->book.people.size() || report.connections_hidden > report.connections
        || report.incoming_accepted > report.invitations_incoming
        || report.outgoing_accepted > report.invitations_outgoing || report.messages_counted > report.messages
        || report.skipped.size() > report.skipped_total)
        std::abort();
    for (const FileReport& one : report.files)
        if (one.skipped > one.rows) std::abort();
    return 0;
}
