// How a document is kept. In the browser's storage as two blobs that are written together: `book` (who is who; changes
// with an import only; bytes, because it may be large) and `state` (goals, decisions, answers, snoozes; JSON, small,
// written after every change). And as one readable JSON file that the user holds: {"format": "discern", "version": 3,
// "saved_at": ..., "state": {...}, "book": {...}}.
//
// Verdicts and readings of notes are never saved: they are computed. A file of a later version, a damaged one, or one
// that is not ours gives one Problem; nothing is half read.
#pragma once

#include "base/result.hpp"
#include "workspace/document.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace discern {

inline constexpr std::string_view save_file_extension = ".discern.json";
// A larger file is refused before it is read: 30,000 people and 10,000 invitations take about a tenth of it.
inline constexpr std::size_t largest_save_file = 128U << 20;

// ---- storage ----
[[nodiscard]] std::vector<std::uint8_t> book_blob_from(const PersonBook& book);  // without the user's answers
// The same, written in steps between which only the user's answers may change.
class BookBlob {
public:
    BookBlob();
    ~BookBlob();
    BookBlob(BookBlob&&) noexcept;
    BookBlob& operator=(BookBlob&&) noexcept;
    // At most so many people and invitations more; true when all is written.
    bool write_some(const PersonBook& book, std::size_t records_at_most);
    [[nodiscard]] std::vector<std::uint8_t> finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};
[[nodiscard]] std::string state_text_from(const Document& document);
[[nodiscard]] Result<Document> document_from_storage(std::span<const std::uint8_t> book, std::string_view state);

// ---- one file ----
// True for anything that begins like a save file, so that a dropped file can be told from an archive.
[[nodiscard]] bool looks_like_save_file(std::string_view bytes);
[[nodiscard]] std::string save_file_from(const Document& document, Instant saved_at);
// `name` is the file's name as the user knows it, for the Problem.
[[nodiscard]] Result<Document> document_from_save_file(std::string_view bytes, std::string_view name);

// ---- goals alone, for `discern judge --goals FILE` and for handing a lens to somebody else ----
// {"format": "discern-goals", "version": 1, "name": ..., "goals": {...}}; the first two may be missing.
[[nodiscard]] std::string goals_text_from(const Lens& lens);
[[nodiscard]] Result<Lens> goals_from_text(std::string_view text, std::string_view name);

}  // namespace discern
