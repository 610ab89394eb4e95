// What a receipt remembers between frames: what is open in it, how far it is scrolled, and its words. None of it is part of
// the document. Both lists, received and planned, keep one.
#pragma once

#include "app/note_card.hpp"
#include "app/receipt_words.hpp"
#include "app/scroll.hpp"

#include <array>
#include <cstdint>
#include <optional>

namespace discern {

struct ReceiptState {
    ScrollState scroll;
    std::array<bool, criterion_count> evidence_open{};
    bool favor_open = false, flip_open = false, unknown_open = false, numbers_open = false;

    // Derived; made anew for another invitation or generation.
    std::uint64_t words_generation = 0;
    std::optional<InvitationId> words_of;
    ReceiptWords words;
    NoteWords note;
};

// Another invitation is shown: everything is closed again.
inline void turn_page(ReceiptState& state) {
    state.scroll.offset = 0;
    state.evidence_open = {};
    state.favor_open = state.flip_open = state.unknown_open = false;
}

}  // namespace discern
