#include "workspace/open_job.hpp"

#include "workspace/save_file.hpp"

namespace discern {

// The answer: the length of the state (8 bytes, little endian), the state, the book; both as they are stored.
Result<std::vector<std::uint8_t>> run_open_job(std::string_view bytes, std::string_view name) {
    const auto document = document_from_save_file(bytes, name);
    if (!document) return std::unexpected(document.error());
    const std::string state = state_text_from(*document);
    const auto book = book_blob_from(document->book);
    std::vector<std::uint8_t> answer;
    answer.reserve(8 + state.size() + book.size());
    for (int shift = 0; shift < 64; shift += 8) answer.push_back(static_cast<std::uint8_t>(std::uint64_t{state.size()} >> shift));
    answer.insert(answer.end(), state.begin(), state.end());
    answer.insert(answer.end(), book.begin(), book.end());
    return answer;
}

Result<Document> opened_document_from(std::span<const std::uint8_t> bytes) {
    std::uint64_t state_size = 0;
    for (std::size_t i = 0; i < 8 && i < bytes.size(); ++i) state_size |= std::uint64_t{bytes[i]} << (8 * i);
    if (bytes.size() < 8 || state_size > bytes.size() - 8)
        return std::unexpected(Problem{.what = "What was read did not reach the page whole.",
                                       .where = {},
                                       .mend = "Reload the page and open the file again."});
    const auto state = bytes.subspan(8, static_cast<std::size_t>(state_size));
    return document_from_storage(bytes.subspan(8 + state.size()),
                                 {reinterpret_cast<const char*>(state.data()), state.size()});
}

}  // namespace discern
