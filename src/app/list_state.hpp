// What every list of invitations remembers between frames: its filter, who is selected, how far it is scrolled, the
// receipt beside it, and the rows of the lane in sight. Nothing of it is part of the document, nothing is undone.
#pragma once

#include "app/receipt_state.hpp"
#include "app/widgets.hpp"
#include "people/person.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace discern {

struct ListState {
    FieldState filter;
    std::optional<InvitationId> selected;
    bool receipt_open = false;  // on a phone the receipt is a screen of its own
    ScrollState list_scroll;
    ReceiptState receipt;
    float lanes_offset = 0;
    std::vector<std::uint32_t> rows;  // derived: indices into the workspace's rows of this list
};

// Where `row` stands in the list, if it does.
[[nodiscard]] std::optional<std::size_t> place_of(const ListState& state, std::optional<std::uint32_t> row);

// Selects the row at a place, at the nearest there is; `id_at` gives the invitation of an element of `rows`.
template <class IdAt>
void select_nearest(ListState& state, std::size_t place, IdAt id_at) {
    if (state.rows.empty()) {
        state.selected.reset();
        return;
    }
    const InvitationId id = id_at(state.rows[std::min(place, state.rows.size() - 1)]);
    if (state.selected == id) return;
    state.selected = id;
    turn_page(state.receipt);
}

// What was selected has left the list: the first row takes its place.
template <class IdAt>
void fall_back_to_first(ListState& state, IdAt id_at) {
    state.selected.reset();
    if (!state.rows.empty()) state.selected = id_at(state.rows.front());
}

// The place `by` steps from `at` in a ring of `count` (not 0).
[[nodiscard]] std::size_t stepped(std::size_t at, int by, std::size_t count);

}  // namespace discern
