// One reader for each kind of file in LinkedIn's archive. They fill the book builder and the report; columns are found
// by name, so every era's order and number of columns will do.
#pragma once

#include "intake/archive_import.hpp"
#include "intake/table_reader.hpp"
#include "people/book_builder.hpp"

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace discern {

struct ArchiveFile {
    const PackedFile* packed = nullptr;
    TableShape shape;
    std::size_t report = 0;  // index into ImportReport::files
};

// What is under way during one import.
struct Import {
    explicit Import(const ProgressSink& progress) : watch{progress} {}

    BookBuilder builder;
    ImportReport report;
    Owner owner;
    std::vector<InvitationMatch> invitation_matches;
    Watch watch;
    bool warned_of_nul = false;
    // Rows of files that there are several of (a split file, the partial archive beside the complete one): the file that
    // each was seen in first. The same row in another file counts once.
    std::vector<FileKind> several;
    std::unordered_map<std::uint64_t, std::size_t> seen_rows;
    std::unordered_map<std::size_t, std::uint64_t> doubles;  // of each file (index into report.files)

    void skip(const ArchiveFile& file, std::uint32_t row, std::string_view reason);
    void warn(const ArchiveFile& file, std::string what, std::string mend);
    // Counts the row. False when no reader can use it, which is reported: empty, too few columns, a field that is too
    // large, or torn by a stray quotation mark; or when another file of the same kind held it already.
    [[nodiscard]] std::uint64_t rows_of(const ArchiveFile& file) const {  // without doubles
        const auto found = doubles.find(file.report);
        return report.files[file.report].rows - (found == doubles.end() ? 0 : found->second);
    }
    bool accepts(const ArchiveFile& file, const CsvRow& row, std::uint32_t number, std::size_t columns_needed);
};

// Each reads one file to its end. The only Problems are those of the file as a whole, and cancelling.
[[nodiscard]] Result<bool> read_connections(Import& import, const ArchiveFile& file);
[[nodiscard]] Result<bool> read_invitations(Import& import, const ArchiveFile& file);
[[nodiscard]] Result<bool> read_messages(Import& import, const ArchiveFile& file);
// The same in pieces that come from elsewhere; who the user is must be known, or no message counts.
class MessagesFeed {
public:
    MessagesFeed(Import& import, const ArchiveFile& file);  // both must outlive it
    ~MessagesFeed();
    bool feed(std::string_view piece);  // false: cancelled
    void finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};
[[nodiscard]] Result<bool> read_trust(Import& import, const ArchiveFile& file);  // endorsements and recommendations
[[nodiscard]] Result<bool> read_member_follows(Import& import, const ArchiveFile& file);
[[nodiscard]] Result<bool> read_contacts(Import& import, const ArchiveFile& file);
[[nodiscard]] Result<bool> read_own_profile(Import& import,
                                            const ArchiveFile& file);  // profile, positions, education, ...
[[nodiscard]] Result<bool> count_rows(Import& import, const ArchiveFile& file);

}  // namespace discern
