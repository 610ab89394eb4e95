// Any bytes as a save file, as goals, and as what the browser kept. What is read can be written, and is then read the same.
#include "workspace/save_file.hpp"

#include <cstdlib>

using namespace discern;

namespace {

void must(bool holds) {
    if (!holds) std::abort();
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
    // Bytes of a book, in front of a state that is sound.
    static const std::string state = state_text_from(Document{});
    const auto book = document_from_storage(std::span(data, size), state);
    if (!book) must(!book.error().what.empty());
    return 0;
}
