#include "intake/archive_import.hpp"

#include "archive/encoding.hpp"
#include "archive/limits.hpp"
#include "base/numbers.hpp"
#include "intake/archive_readers.hpp"
#include "intake/portability_json.hpp"

#include <algorithm>
#include <array>
#include <iterator>

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
        if (may_be_table(packed.name)) {
            auto beginning = read_beginning(packed, beginning_bytes);
            if (!beginning) return std::unexpected(beginning.error());
            file.shape = shape_of(packed.name, *beginning);
        }
        import.report.files.push_back({packed.name, std::string(name_of(file.shape.kind)), 0, 0});
        if (file.shape.kind != FileKind::NotUsed) files.push_back(std::move(file));
    }
    return files;
}

// Of several files of one kind (the partial archive beside the complete one) only the largest is read.
void keep_one_of_each(std::vector<ArchiveFile>& files, Import& import) {
    for (const Step& step : steps) {
        const ArchiveFile* largest = nullptr;
        for (const ArchiveFile& file : files)
            if (file.shape.kind == step.kind && (!largest || largest->packed->size < file.packed->size))
                largest = &file;
        if (!largest || step.kind == FileKind::AssistantMessages) continue;
        const std::size_t kept = largest->report;
        std::erase_if(files, [&](const ArchiveFile& file) {
            if (file.shape.kind != step.kind || file.report == kept) return false;
            import.warn(file, "There are several files of this kind; only the largest was read.",
                        "Drop one archive at a time.");
            import.report.files[file.report].kind = name_of(FileKind::NotUsed);
            return true;
        });
    }
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

Result<ArchiveImport> import_archive(std::span<const InputFile> given, const ProgressSink& progress) {
    std::vector<ConvertedFile> converted;
    std::vector<InputFile> inputs;
    for (const InputFile& input : given) {
        if (!looks_like_portability_json(input.bytes)) {
            inputs.push_back(input);
            continue;
        }
        auto files = files_from_portability_json(input.bytes, input.name);
        if (!files) return std::unexpected(files.error());
        std::move(files->begin(), files->end(), std::back_inserter(converted));
    }
    for (const ConvertedFile& file : converted) inputs.push_back({file.name, file.bytes});
    const auto package = open_package(inputs);
    if (!package) return std::unexpected(package.error());
    Import import(progress);
    auto files = identified(*package, import);
    if (!files) return std::unexpected(files.error());
    if (files->empty()) return std::unexpected(no_known_file(*package, inputs));
    keep_one_of_each(*files, import);
    for (const ArchiveFile& file : *files) import.watch.bytes_total += file.packed->size;
    if (import.watch.bytes_total > drop_bytes_at_most)
        return std::unexpected(
            Problem{"The files would unpack to more than " + grouped(drop_bytes_at_most / 1'048'576) + " MB.",
                    {},
                    "Check that it is the archive that LinkedIn sent."});
    for (const Step& step : steps)
        for (const ArchiveFile& file : *files)
            if (file.shape.kind == step.kind)
                if (const auto read = step.read(import, file); !read) return std::unexpected(read.error());
    ArchiveImport result{.book = import.builder.finish(std::move(import.owner)),
                         .report = std::move(import.report),
                         .invitation_matches = std::move(import.invitation_matches)};
    result.report.people = result.book.people.size();
    return result;
}

}  // namespace discern
