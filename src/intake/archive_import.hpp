// Reads a LinkedIn data archive of any era (linkedin-formats in the design notes) into a PersonBook and a report of what
// was understood; also the JSON of the EU's Member Data Portability API, which holds the same rows. Files are known by
// their header, not by their name; rows that cannot be used are reported.
#pragma once

#include "archive/package.hpp"
#include "base/progress.hpp"
#include "base/result.hpp"
#include "people/book_builder.hpp"
#include "people/person.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace discern {

struct SkippedRow {
    std::string file;       // "Invitations.csv"
    std::uint64_t row = 0;  // data rows from 1
    std::string reason;     // one sentence, without the row's own words
    bool operator==(const SkippedRow&) const = default;
};

// A file of the archive and what became of it. `kind` is "connections", "invitations", "messages", "positions",
// "education", "profile", "skills", "endorsements_received", "endorsements_given", "recommendations_received",
// "recommendations_given", "company_follows", "member_follows", "job_applications", "contacts", "assistant_messages" (chats with LinkedIn's AI: counted, not
// used) or "not_used".
struct FileReport {
    std::string name;
    std::string kind;
    std::uint64_t rows = 0;     // data rows, hidden and skipped ones included; 0 where the file is not used
    std::uint64_t skipped = 0;  // of these, rows that could not be used
    bool operator==(const FileReport&) const = default;
};

// Counts are of rows as the files hold them.
struct ImportReport {
    std::uint64_t connections = 0;         // all rows of Connections.csv, hidden ones included
    std::uint64_t connections_hidden = 0;  // of these: only a date (the member left or hides)
    std::uint64_t invitations_incoming = 0;
    std::uint64_t invitations_outgoing = 0;
    std::uint64_t incoming_accepted = 0;  // of these: the other side is a connection; the others are open
    std::uint64_t outgoing_accepted = 0;
    std::uint64_t messages = 0;          // all rows of messages.csv
    std::uint64_t messages_counted = 0;  // of these: between the user and a known address; not drafts, spam, adverts
    std::uint64_t people = 0;            // book.people
    std::vector<SkippedRow> skipped;     // the first `skipped_shown_at_most` of them
    std::uint64_t skipped_total = 0;
    std::vector<FileReport> files;  // in the order of the archive
    std::vector<Problem> warnings;  // nothing is lost without one: files not used, doubtful encodings
    static constexpr std::size_t skipped_shown_at_most = 1'000;
    bool operator==(const ImportReport&) const = default;

    [[nodiscard]] std::uint64_t incoming_open() const { return invitations_incoming - incoming_accepted; }
    [[nodiscard]] std::uint64_t outgoing_open() const { return invitations_outgoing - outgoing_accepted; }
};

struct ArchiveImport {
    PersonBook book;
    ImportReport report;
    std::vector<InvitationMatch> invitation_matches;  // one per data row of Invitations.csv, skipped rows included
};

// Told once all files but the messages are read, where these are so large that somebody would wait for them. What the
// builder holds by then may be looked at.
struct BeforeMessages {
    std::function<void(BookBuilder& builder, const Owner& owner)> tell = {};
    std::uint64_t messages_at_least = 0;  // bytes, unpacked
};

// One import under way, for where the largest file is unpacked by somebody else: begin() reads all files but the one that
// is left out of a ZIP (InputFile::hole; it must be the messages, and who the user is must be known without them), then
// feed() takes its unpacked bytes, and finish() gives the whole. Problems are those of import_archive; when it fails for
// an archive with a hole, the whole archive may still be readable.
class ArchiveReading {
public:
    // `files` must stay alive as long as this.
    [[nodiscard]] static Result<ArchiveReading> begin(std::span<const InputFile> files, const ProgressSink& progress = {},
                                                      const BeforeMessages& before_messages = {});
    ArchiveReading(ArchiveReading&&) noexcept;
    ~ArchiveReading();
    [[nodiscard]] bool wants_pieces() const;
    bool feed(std::string_view piece);  // false: no more is wanted, finish() says why
    [[nodiscard]] Result<ArchiveImport> finish();

private:
    struct State;
    explicit ArchiveReading(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

// Fails with one Problem, and nothing else happens, when the input is no archive, damaged, encrypted, too large (limits
// in archive/limits.hpp), holds no file of LinkedIn's, or when `progress` says stop.
[[nodiscard]] Result<ArchiveImport> import_archive(std::span<const InputFile> files, const ProgressSink& progress = {},
                                                   const BeforeMessages& before_messages = {});

}  // namespace discern
