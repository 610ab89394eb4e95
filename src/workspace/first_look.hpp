// First verdicts before the messages of an archive are read: the newest invitations by themselves, with all that the other
// files say of them. A preview: it is never stored, merged or put on the undo stack, and the whole archive replaces it.
#pragma once

#include "people/book_builder.hpp"
#include "workspace/document.hpp"
#include "workspace/workspace.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace discern {

// Worker side. `tell` gets the bytes for first_look_from; `read` reads one note.
struct FirstLook {
    Workspace::NoteReader read = {};
    std::function<void(std::vector<std::uint8_t> bytes)> tell = {};
    // Fewer messages are read before anybody has looked.
    std::uint64_t messages_at_least = 4'000'000;  // bytes, unpacked
};
inline constexpr std::size_t first_look_people_at_most = 100;
[[nodiscard]] std::vector<std::uint8_t> first_look_bytes(BookBuilder& builder, const Owner& owner,
                                                         const Workspace::NoteReader& read);

// Page side: a document to be judged beside the open one, under its goals, of what the open one does not list yet. Fails
// only if the worker is of another build than the page.
[[nodiscard]] Result<Document> first_look_from(std::span<const std::uint8_t> bytes, const Document& open);

}  // namespace discern
