// Any bytes as what a user drops: one file, or several separated by a line "####name". The figures of the report must
// agree with one another and every index must point to something.
#include "intake/archive_import.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

std::vector<discern::InputFile> files_in(std::string_view bytes) {
    std::vector<discern::InputFile> files;
    std::string name = "archive";
    while (true) {
        const std::size_t mark = bytes.find("\n####");
        files.push_back({name, bytes.substr(0, mark)});
        if (mark == std::string_view::npos || files.size() > 16) return files;
        bytes.remove_prefix(mark + 5);
        const std::size_t line = bytes.find('\n');
        if (line == std::string_view::npos) return files;
        name = std::string(bytes.substr(0, line));
        bytes.remove_prefix(line + 1);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace discern;
    const auto files = files_in({reinterpret_cast<const char*>(data), size});
    int calls = 0;
    const auto result = import_archive(files, [&](const Progress&) { return ++calls < 2'000; });
    if (!result) {
        require(!result.error().what.empty());
        return 0;
    }
    const auto& [book, report, matches] = *result;
    require(report.people == book.people.size());
    require(report.invitations_incoming + report.invitations_outgoing == book.invitations.size());
    require(report.connections_hidden <= report.connections && report.messages_counted <= report.messages);
    require(report.skipped.size() <= report.skipped_total);
    require(report.incoming_accepted <= report.invitations_incoming
            && report.outgoing_accepted <= report.invitations_outgoing);
    for (const FileReport& file : report.files) require(file.skipped <= file.rows);
    for (const Invitation& invitation : book.invitations) {
        require(invitation.person.index < book.people.size());
        require(invitation.source.file < book.files.size());
    }
    for (const InvitationMatch& match : matches) require(!match.connection || *match.connection < report.connections);
    return 0;
}
