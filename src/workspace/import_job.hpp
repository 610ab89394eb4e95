// The job "import": reads an archive in the worker and hands one compact snapshot to the page.
// The page decodes it, merges it (workspace/merge.hpp) and saves; nothing changes before that.
#pragma once

#include "base/progress.hpp"
#include "base/result.hpp"
#include "intake/archive_import.hpp"
#include "people/person.hpp"
#include "people/records.hpp"
#include "workspace/first_look.hpp"

#include <cstdint>
#include <deque>
#include <functional>
#include <span>
#include <vector>

namespace discern {

// Either an archive, or (then the book is empty) the people of address books: those are joined with the open document.
struct ImportSnapshot {
    PersonBook book;
    ImportReport report;
    std::vector<SeenPerson> seen;
    bool operator==(const ImportSnapshot&) const = default;
};

// Fills in what the notes of a book show; without it the page reads them.
using NotesOfBook = std::function<void(PersonBook& book)>;

// Worker side: import_archive or, where all files are address books, read_contacts_file; then the snapshot's bytes. Problems
// are those of the two.
[[nodiscard]] Result<std::vector<std::uint8_t>> run_import_job(std::span<const InputFile> files,
                                                               const ProgressSink& progress, const NotesOfBook& read_notes = {},
                                                               const FirstLook& first_look = {});

// The same for an archive with a hole (ZipHole), whose largest file comes in pieces.
class ImportInPieces {
public:
    [[nodiscard]] static Result<ImportInPieces> begin(std::span<const InputFile> files, const ProgressSink& progress,
                                                      const FirstLook& first_look = {});
    bool feed(std::string_view piece) { return reading_.feed(piece); }
    [[nodiscard]] Result<std::vector<std::uint8_t>> finish(const NotesOfBook& read_notes = {});

private:
    explicit ImportInPieces(ArchiveReading reading) : reading_(std::move(reading)) {}
    ArchiveReading reading_;
};

// Several blobs (save_binary.hpp), one behind the other: first all but people and invitations, then these, some thousand
// hundred each. The page can take them in one by one.
[[nodiscard]] std::vector<std::uint8_t> bytes_from(ImportSnapshot snapshot);

// Page side.
class SnapshotReading {
public:
    // One or several whole blobs, in their order: they wait until they are taken.
    void add(std::vector<std::uint8_t> blobs);
    // Takes one of them, which is about a millisecond's work; false when none waits.
    bool take_next();
    // Takes what still waits. Fails only if the worker is of another build than the page (a page that was updated while open), or something was
    // lost on the way.
    [[nodiscard]] Result<ImportSnapshot> finish();

private:
    void take_one(std::span<const std::uint8_t> blob);

    std::deque<std::vector<std::uint8_t>> waiting_;
    std::size_t taken_ = 0;  // bytes of the first of them
    ImportSnapshot snapshot_;
    std::uint64_t people_ = 0, invitations_ = 0;  // as many are to come
    std::uint64_t sum_ = 0;
    bool has_head_ = false, failed_ = false;
};
[[nodiscard]] Result<ImportSnapshot> import_snapshot_from(std::span<const std::uint8_t> bytes);

}  // namespace discern
