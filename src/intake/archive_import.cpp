#include "intake/archive_import.hpp"

#include "archive/encoding.hpp"
#include "archive/limits.hpp"
#include "base/hash.hpp"
#include "base/numbers.hpp"
#include "intake/archive_readers.hpp"
#include "intake/portability_json.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace discern {
namespace {

constexpr std::string_view ask_linkedin =
    "On LinkedIn choose Settings & Privacy, Data privacy, Get a copy of your data, and drop the ZIP that you get by "
    "e-mail.";

using Reader = Result<bool> (*)(Import&, const ArchiveFile&);
struct Step {
    FileKind kind;
    Reader read;
};
// The order matters: names and addresses of connections first, then who the user is, then what refers to both.
constexpr auto steps = std::to_array<Step>({{FileKind::Connections, read_connections},
                                            {FileKind::Profile, read_own_profile},
                                            {FileKind::Invitations, read_invitations},
                                            {FileKind::Positions, read_own_profile},
                                            {FileKind::Education, read_own_profile},
                                            {FileKind::Skills, read_own_profile},
                                            {FileKind::CompanyFollows, read_own_profile},
                                            {FileKind::JobApplications, read_own_profile},
                                            {FileKind::MemberFollows, read_member_follows},
                                            {FileKind::EndorsementsReceived, read_trust},
                                            {FileKind::EndorsementsGiven, read_trust},
                                            {FileKind::RecommendationsReceived, read_trust},
                                            {FileKind::RecommendationsGiven, read_trust},
                                            {FileKind::Contacts, read_contacts},
                                            {FileKind::AssistantMessages, count_rows},
                                            {FileKind::Messages, read_messages}});

bool may_be_table(std::string_view name) {
    const std::size_t dot = name.find_last_of('.');
    if (dot == std::string_view::npos) return true;
    std::string extension(name.substr(dot + 1));
    for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return extension == "csv" || extension == "tsv" || extension == "txt" || extension == "tab";
}

// Names every file in the report and finds out what it is. A file that cannot be unpacked ends the import: the archive
// is damaged, and half of it would look like all of it.
Result<std::vector<ArchiveFile>> identified(const Package& package, Import& import) {
    std::vector<ArchiveFile> files;
    for (const PackedFile& packed : package.files) {
        ArchiveFile file{.packed = &packed, .shape = {}, .report = import.report.files.size()};
        const bool left_out = packed.entry && packed.entry->left_out;
        if (may_be_table(packed.name) && !left_out) {
            auto beginning = read_beginning(packed, beginning_bytes);
            if (!beginning) return std::unexpected(beginning.error());
            file.shape = shape_of(packed.name, *beginning);
        }
        import.report.files.push_back({packed.name, std::string(name_of(file.shape.kind)), 0, 0});
        if (file.shape.kind != FileKind::NotUsed) files.push_back(std::move(file));
    }
    return files;
}

// Which kinds there are several files of: their rows are looked at for doubles.
void find_several(const std::vector<ArchiveFile>& files, Import& import) {
    for (const Step& step : steps) {
        const auto count = std::count_if(files.begin(), files.end(),
                                         [&](const ArchiveFile& file) { return file.shape.kind == step.kind; });
        if (count > 1 && step.kind != FileKind::AssistantMessages) import.several.push_back(step.kind);
    }
}

std::uint64_t hash_of_row(const CsvRow& row, FileKind kind) {
    std::uint64_t hash = fnv1a(name_of(kind));
    for (std::size_t i = 0; i < row.size(); ++i) hash = fnv1a("\x1f", fnv1a(row.raw(i), hash));
    return hash;
}

Problem no_known_file(const Package& package, std::span<const InputFile> inputs) {
    const std::string file = inputs.size() == 1
                                 ? package.files.size() == 1 ? package.files.front().name : inputs.front().name
                                 : std::string();
    if (package.had_zip)
        return {"The ZIP file holds no file of a LinkedIn archive.", {file, 0}, std::string(ask_linkedin)};
    if (inputs.empty()) return {"No file was given.", {}, std::string(ask_linkedin)};
    return {inputs.size() == 1 ? "It is neither a ZIP file nor a file of a LinkedIn archive."
                               : "None of these files belongs to a LinkedIn archive.",
            {file, 0},
            std::string(ask_linkedin)};
}

}  // namespace

void Import::skip(const ArchiveFile& file, std::uint32_t row, std::string_view reason) {
    ++report.skipped_total;
    ++report.files[file.report].skipped;
    if (report.skipped.size() < ImportReport::skipped_shown_at_most)
        report.skipped.push_back({file.packed->name, row, std::string(reason)});
}

void Import::warn(const ArchiveFile& file, std::string what, std::string mend) {
    report.warnings.push_back({std::move(what), {file.packed->name, 0}, std::move(mend)});
}

bool Import::accepts(const ArchiveFile& file, const CsvRow& row, std::uint32_t number, std::size_t columns_needed) {
    ++report.files[file.report].rows;
    if (std::find(several.begin(), several.end(), file.shape.kind) != several.end()) {
        const auto [seen, is_new] = seen_rows.emplace(hash_of_row(row, file.shape.kind), file.report);
        if (!is_new && seen->second != file.report) {
            ++doubles[file.report];
            return false;
        }
    }
    // The text of messages is not looked at: it is not kept.
    if (file.shape.kind != FileKind::Messages && !warned_of_nul && Fields(row).has_nul()) {
        warned_of_nul = true;
        report.warnings.push_back({"The file holds NUL characters, which no text should; they were left out.",
                                   {file.packed->name, number},
                                   "If names look wrong, download the archive again."});
    }
    if (row.oversized()) {
        skip(file, number, "A field is larger than 1 MB.");
        return false;
    }
    if (row.size() < columns_needed) {
        skip(file, number, row.mended() ? "A quotation mark is not closed." : "It has too few columns.");
        return false;
    }
    if (Fields(row).all_empty()) {
        skip(file, number, "It is empty.");
        return false;
    }
    return true;
}

// All that one import holds on to; the readers keep references into it.
struct ArchiveReading::State {
    explicit State(const ProgressSink& given) : progress(given), import(progress) {}

    ProgressSink progress;
    std::vector<ConvertedFile> converted;
    std::vector<InputFile> inputs;
    Package package;
    Import import;
    std::vector<ArchiveFile> files;
    // What comes in pieces: the messages.
    ArchiveFile left_out;
    std::optional<ZipEntryCheck> check;
    std::string beginning;
    std::optional<MessagesFeed> messages;

    Result<bool> open(std::span<const InputFile> given);
    Result<bool> read_all(const BeforeMessages& before_messages);
    void tell_before_messages(const BeforeMessages& before_messages);
    Result<bool> take_left_out();
    bool begin_messages();
    bool feed(std::string_view piece);
};

namespace {
Problem must_be_whole(std::string_view file) {
    return {"The file cannot be read in pieces.", {std::string(file), 0}, "Hand in the archive as a whole."};
}
}  // namespace

Result<bool> ArchiveReading::State::open(std::span<const InputFile> given) {
    for (const InputFile& input : given) {
        if (!looks_like_portability_json(input.bytes)) {
            inputs.push_back(input);
            continue;
        }
        auto made = files_from_portability_json(input.bytes, input.name);
        if (!made) return std::unexpected(made.error());
        std::move(made->begin(), made->end(), std::back_inserter(converted));
    }
    for (const ConvertedFile& file : converted) inputs.push_back({file.name, file.bytes});
    auto opened = open_package(inputs);
    if (!opened) return std::unexpected(opened.error());
    package = std::move(*opened);
    auto known = identified(package, import);
    if (!known) return std::unexpected(known.error());
    files = std::move(*known);
    if (auto taken = take_left_out(); !taken) return taken;
    if (files.empty() && !check) return std::unexpected(no_known_file(package, inputs));
    find_several(files, import);
    for (const ArchiveFile& file : files) import.watch.bytes_total += file.packed->size;
    if (check) import.watch.bytes_total += left_out.packed->size;
    if (import.watch.bytes_total > drop_bytes_at_most)
        return std::unexpected(
            Problem{"The files would unpack to more than " + grouped(drop_bytes_at_most / 1'048'576) + " MB.",
                    {},
                    "Check that it is the archive that LinkedIn sent."});
    return true;
}

// A file that comes in pieces must be one that is read last and needs no second look.
Result<bool> ArchiveReading::State::take_left_out() {
    for (std::size_t i = 0; i < package.files.size(); ++i) {
        const PackedFile& packed = package.files[i];
        if (!packed.entry || !packed.entry->left_out) continue;
        check.emplace(*packed.entry);
        left_out = {.packed = &packed, .shape = {}, .report = i};
        const bool others = std::any_of(files.begin(), files.end(),
                                        [](const ArchiveFile& file) { return file.shape.kind == FileKind::Messages; });
        if (others || !check->is_allowed()) return std::unexpected(must_be_whole(packed.name));
    }
    const bool any_hole = std::any_of(inputs.begin(), inputs.end(), [](const InputFile& input) { return input.hole.size > 0; });
    if (any_hole && !check) return std::unexpected(must_be_whole(""));
    return true;
}

void ArchiveReading::State::tell_before_messages(const BeforeMessages& before_messages) {
    std::uint64_t bytes = check ? left_out.packed->size : 0;
    for (const ArchiveFile& file : files)
        if (file.shape.kind == FileKind::Messages) bytes += file.packed->size;
    if (before_messages.tell && bytes >= before_messages.messages_at_least)
        before_messages.tell(import.builder, import.owner);
}

Result<bool> ArchiveReading::State::read_all(const BeforeMessages& before_messages) {
    for (const Step& step : steps) {
        if (step.kind == FileKind::Messages) tell_before_messages(before_messages);
        for (const ArchiveFile& file : files)
            if (file.shape.kind == step.kind)
                if (const auto read = step.read(import, file); !read) return read;
    }
    if (check && import.owner.profile_key.empty()) return std::unexpected(must_be_whole(left_out.packed->name));
    return true;
}

bool ArchiveReading::State::begin_messages() {
    left_out.shape = shape_of(left_out.packed->name, beginning);
    if (left_out.shape.kind != FileKind::Messages) return false;
    import.report.files[left_out.report].kind = std::string(name_of(FileKind::Messages));
    messages.emplace(import, left_out);
    return messages->feed(std::exchange(beginning, {}));
}

bool ArchiveReading::State::feed(std::string_view piece) {
    if (!check || !check->take(piece)) return false;
    if (messages) return messages->feed(piece);
    beginning += piece;
    return beginning.size() < beginning_bytes || begin_messages();
}

ArchiveReading::ArchiveReading(std::unique_ptr<State> state) : state_(std::move(state)) {}
ArchiveReading::ArchiveReading(ArchiveReading&&) noexcept = default;
ArchiveReading::~ArchiveReading() = default;

Result<ArchiveReading> ArchiveReading::begin(std::span<const InputFile> files, const ProgressSink& progress,
                                             const BeforeMessages& before_messages) {
    auto state = std::make_unique<State>(progress);
    if (auto opened = state->open(files); !opened) return std::unexpected(opened.error());
    if (auto read = state->read_all(before_messages); !read) return std::unexpected(read.error());
    return ArchiveReading(std::move(state));
}

bool ArchiveReading::wants_pieces() const { return state_->check.has_value(); }

bool ArchiveReading::feed(std::string_view piece) { return state_->feed(piece); }

Result<ArchiveImport> ArchiveReading::finish() {
    Import& import = state_->import;
    if (state_->check) {
        if (!state_->messages && !state_->begin_messages()) return std::unexpected(must_be_whole(state_->left_out.packed->name));
        if (import.watch.cancelled) return std::unexpected(cancelled_problem());
        if (!state_->check->is_whole())
            return std::unexpected(Problem{"The file is damaged inside the ZIP.", {state_->left_out.packed->name, 0},
                                           "Download the archive again and drop the new file."});
        state_->messages->finish();
    }
    ArchiveImport result{.book = import.builder.finish(std::move(import.owner)),
                         .report = std::move(import.report),
                         .invitation_matches = std::move(import.invitation_matches)};
    result.report.people = result.book.people.size();
    return result;
}

Result<ArchiveImport> import_archive(std::span<const InputFile> files, const ProgressSink& progress,
                                     const BeforeMessages& before_messages) {
    auto reading = ArchiveReading::begin(files, progress, before_messages);
    if (!reading) return std::unexpected(reading.error());
    return reading->finish();
}

}  // namespace discern
