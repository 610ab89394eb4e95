// The application and its jobs, as the platform asks for them.
#include "app/discern_app.hpp"

#include "app/keeper.hpp"
#include "knowledge/knowledge.hpp"
#include "knowledge/note_lexicon_reader.hpp"
#include "platform/app.hpp"
#include "workspace/import_job.hpp"
#include "workspace/note_reading.hpp"
#include "workspace/open_job.hpp"
#include "workspace/sample.hpp"
#include "workspace/save_file.hpp"

namespace discern {

bool prepare_app(int step) {
    switch (step) {
        case 0: static_cast<void>(embedded_strings()); return true;
        case 1: static_cast<void>(embedded_knowledge()); return true;
        case 2: static_cast<void>(embedded_note_lexicon()); return true;
        default: return false;
    }
}

std::unique_ptr<App> make_app() {
    // A test reads the sample at every build; were it damaged after all, the page would open empty.
    const auto sample = [](Instant now) { return sample_document_from(embedded_asset(sample_asset), now).value_or(Document()); };
    Workspace workspace(embedded_knowledge(), Day{});
    workspace.set_note_reader(note_reader_with(embedded_note_lexicon()));
    return std::make_unique<DiscernApp>(DiscernApp::Parts{std::move(workspace), sample, embedded_strings(), read_embedded_strings});
}

namespace {

// Made when a worker first needs it.
const Workspace::NoteReader& note_reader() {
    static const Workspace::NoteReader reader = note_reader_with(embedded_note_lexicon());
    return reader;
}

void read_notes(PersonBook& book) { read_incoming_notes(book, note_reader()); }

FirstLook first_look_for(const TellFirst& tell_first) {
    if (!tell_first) return {};
    return {.read = [](const PersonBook& book, const Invitation& invitation) { return note_reader()(book, invitation); }, .tell = tell_first};
}

// What storage holds as a file to open again: the way out after a crash. Its date is not known here.
Result<Bytes> rescued_file(const std::vector<NamedBytes>& stored) {
    std::span<const std::uint8_t> book;
    std::string_view state;
    for (const NamedBytes& pair : stored) {
        if (pair.name == stored_book) book = pair.bytes;
        if (pair.name == stored_state) state = {reinterpret_cast<const char*>(pair.bytes.data()), pair.bytes.size()};
    }
    const Result<Document> document = document_from_storage(book, state);
    if (!document) return std::unexpected(document.error());
    const std::string file = save_file_from(*document, Instant{});
    return Bytes(file.begin(), file.end());
}

}  // namespace

Result<Bytes> run_job(std::string_view kind, std::vector<NamedBytes> input, const ProgressSink& progress, const TellFirst& tell_first) {
    if (kind == "open" && input.size() == 1)
        return run_open_job({reinterpret_cast<const char*>(input[0].bytes.data()), input[0].bytes.size()}, input[0].name);
    if (kind == "rescue") return rescued_file(input);
    if (kind != "import")
        return std::unexpected(Problem{.what = "This page does not know that job.", .where = {}, .mend = "Load the page again."});
    std::vector<InputFile> files;
    for (const NamedBytes& file : input)
        files.push_back({file.name, {reinterpret_cast<const char*>(file.bytes.data()), file.bytes.size()}});
    return run_import_job(files, progress, read_notes, first_look_for(tell_first));
}

namespace {

class ImportJobInPieces final : public JobInPieces {
public:
    ImportJobInPieces(std::vector<NamedBytes> input, ImportInPieces import) : input_(std::move(input)), import_(std::move(import)) {}
    bool feed(std::string_view piece) override { return import_.feed(piece); }
    Result<Bytes> finish() override { return import_.finish(read_notes); }

private:
    std::vector<NamedBytes> input_;  // the import reads from it
    ImportInPieces import_;
};

}  // namespace

Result<std::unique_ptr<JobInPieces>> begin_job(std::string_view kind, std::vector<NamedBytes> input, const ProgressSink& progress, const TellFirst& tell_first) {
    if (kind != "import") return std::unexpected(Problem{.what = "This job takes no pieces.", .where = {}, .mend = "Load the page again."});
    std::vector<InputFile> files;
    for (const NamedBytes& file : input)
        files.push_back({file.name, {reinterpret_cast<const char*>(file.bytes.data()), file.bytes.size()}, {file.hole_at, file.hole_size}});
    auto import = ImportInPieces::begin(files, progress, first_look_for(tell_first));
    if (!import) return std::unexpected(std::move(import.error()));
    return std::make_unique<ImportJobInPieces>(std::move(input), std::move(*import));
}

}  // namespace discern
