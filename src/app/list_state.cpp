#include "app/list_state.hpp"

namespace discern {

std::optional<std::size_t> place_of(const ListState& state, std::optional<std::uint32_t> row) {
    if (!row) return std::nullopt;
    const auto found = std::find(state.rows.begin(), state.rows.end(), *row);
    if (found == state.rows.end()) return std::nullopt;
    return static_cast<std::size_t>(found - state.rows.begin());
}

std::size_t stepped(std::size_t at, int by, std::size_t count) {
    const auto ring = static_cast<int>(count);
    return static_cast<std::size_t>(((static_cast<int>(at) + by) % ring + ring) % ring);
}

}  // namespace discern
