// Any bytes as a save file, as goals, and as what the browser kept. What is read can be written, and is then read the same.
#include "base/hash.hpp"
#include "workspace/save_file.hpp"

#include <cstdlib>

using namespace discern;

namespace {

void must(bool holds) {
    if (!holds) std::abort();
}

std::vector<std::uint8_t> blob_around(std::string_view payload) {
    static const std::vector<std::uint8_t> model = book_blob_from(PersonBook{});
    // The names of the fact codes come first in every book: keep the model's, vary what follows.
    static const std::size_t header = 24, names_end = [] {
        const std::string_view last = name_of(static_cast<FactCode>(fact_code_count() - 1));
        return std::string_view(reinterpret_cast<const char*>(model.data()), model.size()).rfind(last) + last.size();
    }();
    std::vector<std::uint8_t> blob(model.begin(), model.begin() + static_cast<std::ptrdiff_t>(names_end));
    blob.insert(blob.end(), payload.begin(), payload.end());
    const auto put = [&blob](std::size_t at, std::uint64_t value) {
        for (std::size_t i = 0; i < 8; ++i) blob[at + i] = static_cast<std::uint8_t>(value >> (8 * i));
    };
    put(8, blob.size() - header);
    put(16, fnv1a({reinterpret_cast<const char*>(blob.data()) + header, blob.size() - header}));
    return blob;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto document = document_from_save_file(text, "file.discern.json")) {
        const std::string once = save_file_from(*document, Instant{});
        const auto again = document_from_save_file(once, "file.discern.json");
        must(again.has_value() && save_file_from(*again, Instant{}) == once);
        const auto kept = document_from_storage(book_blob_from(document->book), state_text_from(*document));
        must(kept.has_value() && save_file_from(*kept, Instant{}) == once);
    } else {
        must(!document.error().what.empty());
    }
    if (const auto lens = goals_from_text(text, "goals.json")) {
        const std::string once = goals_text_from(*lens);
        const auto again = goals_from_text(once, "goals.json");
        must(again.has_value() && goals_text_from(*again) == once);
    }
    // Bytes of a book, in front of a state that is sound: as they are, and as the payload of a blob whose sums are right.
    static const std::string state = state_text_from(Document{});
    const auto book = document_from_storage(std::span(data, size), state);
    if (!book) must(!book.error().what.empty());
    const auto sealed = document_from_storage(blob_around(text), state);
    if (!sealed) must(!sealed.error().what.empty());
    return 0;
}
