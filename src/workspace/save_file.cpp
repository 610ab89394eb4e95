#include "workspace/save_file.hpp"

#include "workspace/save_binary.hpp"
#include "workspace/save_json.hpp"
#include "workspace/saved_state.hpp"

namespace discern {
namespace {

constexpr std::string_view book_kind = "DSCB";
constexpr std::string_view file_format = "discern", state_format = "discern-state", goals_format = "discern-goals";
constexpr std::string_view storage_name = "Saved work";

Problem damaged(std::string_view name, std::string_view detail) {
    return {.what = "It is damaged" + (detail.empty() ? std::string() : ": " + std::string(detail)) + ".",
            .where = {std::string(name), 0},
            .mend = "Open another copy of it, or read your LinkedIn archive again."};
}

Problem from_the_future(std::string_view name, std::uint64_t version) {
    return {.what = "It was saved by a newer Discern (format " + std::to_string(version) + "; this one reads up to " +
                    std::to_string(Document::current_version) + ").",
            .where = {std::string(name), 0},
            .mend = "Load the newest Discern, then open it again."};
}

Problem not_ours(std::string_view name) {
    return {.what = "It is not a file that Discern saved.",
            .where = {std::string(name), 0},
            .mend = "Choose a file whose name ends in " + std::string(save_file_extension) + "."};
}

// The outer object of a JSON file of ours: format and version are looked at before anything else.
Result<Json> outer_object(std::string_view text, std::string_view format, std::string_view name, bool format_may_miss) {
    if (text.size() > largest_save_file)
        return std::unexpected(Problem{.what = "It is larger than " + std::to_string(largest_save_file >> 20) + " MB.",
                                       .where = {std::string(name), 0},
                                       .mend = "Choose a file that Discern saved."});
    Json json = Json::parse(text);
    if (json.is_discarded()) {
        if (format == file_format && !looks_like_save_file(text)) return std::unexpected(not_ours(name));
        return std::unexpected(damaged(name, "it breaks off or holds bytes that do not belong there"));
    }
    if (!json.is_object()) return std::unexpected(not_ours(name));
    const auto stated_format = json.find("format");
    const auto version = json.find("version");
    if (format_may_miss && stated_format == json.end() && version == json.end()) return json;
    if (stated_format == json.end() || stated_format->text() != format) return std::unexpected(not_ours(name));
    if (version == json.end() || version->count() == 0)
        return std::unexpected(damaged(name, "its version is missing"));
    if (const auto number = version->count(); number > Document::current_version)
        return std::unexpected(from_the_future(name, number));
    return json;
}

// Reads `value` from a JSON value; the Problem names the path that did not fit, never its content.
template <class T>
std::optional<Problem> read_json(const Json& json, T& value, std::string_view part, std::string_view name) {
    save::JsonReader reader(json);
    reader.read_object(value);
    if (!reader.failed()) return std::nullopt;
    return damaged(name, std::string(part) + " (" + reader.fault() + ") cannot be read");
}

Result<Document> checked_document(PersonBook book, save::SavedState state, std::string_view name) {
    if (const auto fault = save::fault_in(book); !fault.empty()) return std::unexpected(damaged(name, fault));
    if (const auto fault = save::fault_in(state); !fault.empty()) return std::unexpected(damaged(name, fault));
    return save::document_from(std::move(book), std::move(state));
}

std::string opening(std::string_view format) {
    return "{\"format\":\"" + std::string(format) + "\",\"version\":" + std::to_string(Document::current_version);
}

}  // namespace

std::vector<std::uint8_t> book_blob_from(const PersonBook& book) {
    save::BinaryWriter writer;
    writer.write(book);
    return writer.finish(book_kind);
}

struct BookBlob::State {
    save::BinaryWriter writer;
    save::PartsOfBook parts;
};

BookBlob::BookBlob() : state_(std::make_unique<State>()) {}
BookBlob::~BookBlob() = default;
BookBlob::BookBlob(BookBlob&&) noexcept = default;
BookBlob& BookBlob::operator=(BookBlob&&) noexcept = default;

bool BookBlob::write_some(const PersonBook& book, std::size_t records_at_most) {
    constexpr std::size_t bytes_a_record = 160;  // rather too many: growing copies all that stands
    if (!state_->parts.begun) state_->writer.expect((book.people.size() + book.invitations.size()) * bytes_a_record);
    const bool done = state_->parts.write_some(state_->writer, book, records_at_most);
    state_->writer.sum_up();
    return done;
}

std::vector<std::uint8_t> BookBlob::finish() { return state_->writer.finish(book_kind); }

std::string state_text_from(const Document& document) {
    std::string text = opening(state_format) + ",\"state\":";
    save::JsonWriter(text).write_object(save::state_of(document));
    return text + "}\n";
}

Result<Document> document_from_storage(std::span<const std::uint8_t> book_blob, std::string_view state_text) {
    save::BinaryReader reader(book_blob, book_kind);
    PersonBook book;
    reader.read(book);
    if (reader.fault() == save::BlobFault::FromTheFuture)
        return std::unexpected(from_the_future(storage_name, reader.version()));
    if (!reader.finished()) return std::unexpected(damaged(storage_name, ""));

    const auto json = outer_object(state_text, state_format, storage_name, false);
    if (!json) return std::unexpected(json.error());
    save::SavedState state;
    const auto found = json->find("state");
    if (found == json->end()) return std::unexpected(damaged(storage_name, "a part is missing"));
    if (auto problem = read_json(*found, state, "state", storage_name)) return std::unexpected(std::move(*problem));
    return checked_document(std::move(book), std::move(state), storage_name);
}

bool looks_like_save_file(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 256);
    const auto brace = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    return brace != head.npos && head[brace] == '{' && head.find("\"discern\"") != head.npos;
}

std::string save_file_from(const Document& document, Instant saved_at) {
    std::string text = opening(file_format) + ",\"saved_at\":\"" + iso_text(saved_at) + "\",\n\"state\":";
    save::JsonWriter(text).write_object(save::state_of(document));
    text += ",\n\"book\":";
    save::JsonWriter(text).write_object(document.book);
    return text + "}\n";
}

Result<Document> document_from_save_file(std::string_view bytes, std::string_view name) {
    const auto json = outer_object(bytes, file_format, name, false);
    if (!json) return std::unexpected(json.error());
    const auto state_json = json->find("state"), book_json = json->find("book");
    if (state_json == json->end() || book_json == json->end())
        return std::unexpected(damaged(name, "a part is missing"));
    save::SavedState state;
    if (auto problem = read_json(*state_json, state, "state", name)) return std::unexpected(std::move(*problem));
    PersonBook book;
    if (auto problem = read_json(*book_json, book, "book", name)) return std::unexpected(std::move(*problem));
    return checked_document(std::move(book), std::move(state), name);
}

std::string goals_text_from(const Lens& lens) {
    std::string text = opening(goals_format) + ",\"name\":";
    append_json_string(text, lens.name);
    text += ",\"goals\":";
    save::JsonWriter(text).write_object(lens.goals);
    return text + "}\n";
}

Result<Lens> goals_from_text(std::string_view text, std::string_view name) {
    const auto json = outer_object(text, goals_format, name, true);
    if (!json) {
        Problem problem = json.error();
        problem.mend = "See \"Goals\" under \"File formats\" in the README.";
        return std::unexpected(std::move(problem));
    }
    const auto goals = json->find("goals");
    save::SavedState state;
    Lens& lens = state.lenses.emplace_back();
    if (auto problem = read_json(goals == json->end() ? *json : *goals, lens.goals, "goals", name))
        return std::unexpected(std::move(*problem));
    if (const auto stated = json->find("name"); stated != json->end() && stated->is_string())
        lens.name = stated->text();
    if (const auto fault = save::fault_in(state); !fault.empty()) return std::unexpected(damaged(name, fault));
    return lens;
}

}  // namespace discern
