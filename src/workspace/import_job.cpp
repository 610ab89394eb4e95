#include "workspace/import_job.hpp"

#include "base/hash.hpp"
#include "intake/archive_files.hpp"
#include "intake/contacts_reader.hpp"
#include "workspace/save_binary.hpp"
#include "workspace/save_reading.hpp"

#include <algorithm>
#include <iterator>

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

// Only what address books fill in.
template <class V>
void fields(V& visit, Is<SeenPerson> auto& value) {
    visit("name", value.name);
    visit("profile_key", value.profile_key);
    visit("profile", value.profile);
    visit("in_address_book", value.in_address_book);
    visit("line", value.line);
}

// All of a snapshot but people and invitations, and how many of these follow.
struct SnapshotHead {
    PersonBook book;
    ImportReport report;
    std::vector<SeenPerson> seen;
    std::uint64_t people = 0, invitations = 0;
};
struct PeoplePart {
    std::vector<Person> people;
};
struct InvitationsPart {
    std::vector<Invitation> invitations;
    std::vector<std::optional<NoteReading>> readings;  // of each: what is saved of an invitation leaves it out
};

template <class V>
void fields(V& visit, Is<SnapshotHead> auto& value) {
    visit("book", value.book);
    visit("report", value.report);
    visit("seen", value.seen);
    visit("people", value.people);
    visit("invitations", value.invitations);
}
template <class V>
void fields(V& visit, Is<PeoplePart> auto& value) {
    visit("people", value.people);
}
template <class V>
void fields(V& visit, Is<InvitationsPart> auto& value) {
    visit("invitations", value.invitations);
    visit("readings", value.readings);
}

}  // namespace save

namespace {
constexpr std::string_view head_kind = "DSCI", people_kind = "DSCP", invitations_kind = "DSCV";
// About a millisecond of the page's time each.
constexpr std::size_t people_in_a_part = 250, invitations_in_a_part = 100;

template <class T>
void append_blob(std::vector<std::uint8_t>& bytes, const T& value, std::string_view kind) {
    save::BinaryWriter writer;
    writer.write(value);
    const auto blob = writer.finish(kind);
    bytes.insert(bytes.end(), blob.begin(), blob.end());
}

template <class T>
std::vector<T> slice_of(std::vector<T>& all, std::size_t begin, std::size_t size) {
    const auto first = all.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = first + static_cast<std::ptrdiff_t>(std::min(size, all.size() - begin));
    return {std::make_move_iterator(first), std::make_move_iterator(last)};
}

template <class T>
void append_all(std::vector<T>& into, std::vector<T>& from) {
    into.insert(into.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

std::vector<std::uint8_t> bytes_of_import(ArchiveImport import, const NotesOfBook& read_notes) {
    if (read_notes) read_notes(import.book);
    return bytes_from({std::move(import.book), std::move(import.report), {}});
}

BeforeMessages before_messages(const FirstLook& look) {
    if (!look.tell) return {};
    return {.tell = [&look](BookBuilder& builder, const Owner& owner) { look.tell(first_look_bytes(builder, owner, look.read)); },
            .messages_at_least = look.messages_at_least};
}

save::InvitationsPart part_of(std::vector<Invitation> invitations) {
    save::InvitationsPart part{.invitations = std::move(invitations), .readings = {}};
    for (Invitation& invitation : part.invitations) part.readings.push_back(std::exchange(invitation.reading, std::nullopt));
    return part;
}

// False when they are not as many.
bool put_back(save::InvitationsPart& part) {
    if (part.readings.size() != part.invitations.size()) return false;
    for (std::size_t i = 0; i < part.readings.size(); ++i) part.invitations[i].reading = std::move(part.readings[i]);
    return true;
}
}  // namespace

Result<std::vector<std::uint8_t>> run_import_job(std::span<const InputFile> files, const ProgressSink& progress,
                                                 const NotesOfBook& read_notes, const FirstLook& first_look) {
    std::vector<SeenPerson> seen;
    const bool all_contacts = !files.empty() && std::ranges::all_of(files, [](const InputFile& file) {
        if (looks_like_vcard(file.bytes)) return true;
        // LinkedIn's own files have columns like an address book's.
        return looks_like_contacts_csv(file.bytes) &&
               shape_of(file.name, file.bytes.substr(0, beginning_bytes)).kind == FileKind::NotUsed;
    });
    if (all_contacts) {
        for (const InputFile& file : files) {
            auto people = read_contacts_file(file.bytes, file.name);
            if (!people) return std::unexpected(std::move(people.error()));
            std::ranges::move(*people, std::back_inserter(seen));
        }
        return bytes_from({{}, {}, std::move(seen)});
    }
    auto imported = import_archive(files, progress, before_messages(first_look));
    if (!imported) return std::unexpected(std::move(imported.error()));
    return bytes_of_import(std::move(*imported), read_notes);
}

Result<ImportInPieces> ImportInPieces::begin(std::span<const InputFile> files, const ProgressSink& progress,
                                             const FirstLook& first_look) {
    auto reading = ArchiveReading::begin(files, progress, before_messages(first_look));
    if (!reading) return std::unexpected(std::move(reading.error()));
    return ImportInPieces(std::move(*reading));
}

Result<std::vector<std::uint8_t>> ImportInPieces::finish(const NotesOfBook& read_notes) {
    auto imported = reading_.finish();
    if (!imported) return std::unexpected(std::move(imported.error()));
    return bytes_of_import(std::move(*imported), read_notes);
}

std::vector<std::uint8_t> bytes_from(ImportSnapshot snapshot) {
    std::vector<Person> people = std::move(snapshot.book.people);
    std::vector<Invitation> invitations = std::move(snapshot.book.invitations);
    snapshot.book.people.clear();
    snapshot.book.invitations.clear();
    std::vector<std::uint8_t> bytes;
    append_blob(bytes, save::SnapshotHead{std::move(snapshot.book), std::move(snapshot.report), std::move(snapshot.seen),
                                          people.size(), invitations.size()}, head_kind);
    for (std::size_t at = 0; at < people.size(); at += people_in_a_part)
        append_blob(bytes, save::PeoplePart{slice_of(people, at, people_in_a_part)}, people_kind);
    for (std::size_t at = 0; at < invitations.size(); at += invitations_in_a_part)
        append_blob(bytes, part_of(slice_of(invitations, at, invitations_in_a_part)), invitations_kind);
    return bytes;
}

void SnapshotReading::add(std::vector<std::uint8_t> blobs) {
    if (!blobs.empty()) waiting_.push_back(std::move(blobs));
}

bool SnapshotReading::take_next() {
    if (waiting_.empty() || failed_) return false;
    const auto rest = std::span<const std::uint8_t>(waiting_.front()).subspan(taken_);
    const auto size = save::BinaryReader::size_of_blob(rest);
    if (!size || *size > rest.size()) {
        failed_ = true;
        return false;
    }
    take_one(rest.first(*size));
    taken_ += *size;
    if (taken_ == waiting_.front().size()) {
        waiting_.pop_front();
        taken_ = 0;
    }
    return !waiting_.empty();
}

void SnapshotReading::take_one(std::span<const std::uint8_t> blob) {
    const auto read = [&](auto& value, std::string_view kind) {
        save::BinaryReader reader(blob, kind);
        reader.read(value);
        failed_ = failed_ || !reader.finished();
        const std::uint64_t sum = reader.sum();
        sum_ = fnv1a({reinterpret_cast<const char*>(&sum), sizeof sum}, sum_ == 0 ? fnv_offset : sum_);
    };
    if (!has_head_) {
        save::SnapshotHead head;
        read(head, head_kind);
        has_head_ = true;
        snapshot_ = {std::move(head.book), std::move(head.report), std::move(head.seen)};
        people_ = head.people;
        invitations_ = head.invitations;
        constexpr std::uint64_t most_reserved = 100'000;
        snapshot_.book.people.reserve(std::min(people_, most_reserved));
        snapshot_.book.invitations.reserve(std::min(invitations_, most_reserved));
    } else if (snapshot_.book.people.size() < people_) {
        save::PeoplePart part;
        read(part, people_kind);
        append_all(snapshot_.book.people, part.people);
    } else {
        save::InvitationsPart part;
        read(part, invitations_kind);
        failed_ = failed_ || !put_back(part);
        append_all(snapshot_.book.invitations, part.invitations);
    }
}

Result<ImportSnapshot> SnapshotReading::finish() {
    while (take_next()) {}
    if (failed_ || !has_head_ || snapshot_.book.people.size() != people_ || snapshot_.book.invitations.size() != invitations_)
        return std::unexpected(Problem{.what = "What was read did not reach the page whole.",
                                       .where = {},
                                       .mend = "Reload the page and hand the archive in again."});
    snapshot_.book.archive_sum = sum_;
    return std::move(snapshot_);
}

Result<ImportSnapshot> import_snapshot_from(std::span<const std::uint8_t> bytes) {
    SnapshotReading reading;
    reading.add({bytes.begin(), bytes.end()});
    return reading.finish();
}

}  // namespace discern
