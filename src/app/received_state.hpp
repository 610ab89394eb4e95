// What the Received view remembers between frames. None of it is part of the document, none of it is undone.
#pragma once

#include "app/list_state.hpp"
#include "workspace/kinds.hpp"
#include "workspace/workspace.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace discern {

enum class ListOrder : std::uint8_t { Newest, Oldest, MostWorth, LeastSure, Name };
inline constexpr std::size_t list_order_count = 5;

// A tab over the list: a lane by verdict, or (then `lane` is All) a kind of person among the open rows.
struct ReceivedTab {
    Lane lane = Lane::All;
    std::optional<Kind> kind;
    std::uint32_t count = 0;
};

// What could follow in the filter field: an operator, or a value of the one that is being typed.
struct Completion {
    std::string text;   // the whole filter once it is chosen
    std::string label;  // "flag:", "Sales pitch"
    std::string more;   // what it does, or how many rows
};

// Small lessons under the list, one at a time; each leaves for good once it was used or closed.
enum class Hint : std::uint8_t { Decide, Filter, Batch, Palette, Hold };
[[nodiscard]] constexpr std::uint32_t bit_of(Hint hint) { return 1u << static_cast<unsigned>(hint); }

struct ReceivedState : ListState {  // `rows` index Workspace::rows()
    std::uint32_t hints_used = 0;  // bits of Hint
    Lane lane = Lane::All;
    bool by_kind = false;
    std::optional<Kind> kind;  // with by_kind; nothing = all of them, or a lane
    ListOrder order = ListOrder::Newest;
    std::set<InvitationId> ticked;
    std::optional<InvitationId> anchor;  // from where Shift selects

    // A verdict took a row out: those below it glide up from where they were.
    double glide_started = -1;
    std::size_t glide_from = 0, glide_rows = 0;

    // Derived; made anew when what they are made from differs.
    std::uint64_t rows_generation = 0;
    Lane rows_lane = Lane::All;
    std::optional<Kind> rows_kind;
    ListOrder rows_order = ListOrder::Newest;
    std::string rows_filter;
    bool rows_known = false;
    std::vector<Kind> kinds;  // of Workspace::rows(); empty until somebody asks for lanes by kind
    std::uint64_t kinds_generation = 0, kind_counts_generation = 0;
    std::array<std::uint32_t, kind_count> kind_counts{};
    std::vector<std::uint32_t> name_ranks;  // by row, the place of its name among all; empty until somebody sorts by it
    std::uint64_t name_ranks_generation = 0;
    std::vector<Completion> completions;
    std::string completions_of;
    std::uint64_t completions_generation = 0;
    std::optional<std::size_t> completion;  // the chosen one
};

// Brings `rows` up to date and keeps the selection on a row of the lane; call before drawing and before reading.
void refresh(const Workspace& workspace, ReceivedState& state);
// Place of the selected row in `rows`, if there is one.
[[nodiscard]] std::optional<std::size_t> selected_place(const Workspace& workspace, const ReceivedState& state);
[[nodiscard]] const ReceivedRow* selected_row(const Workspace& workspace, const ReceivedState& state);
// Selects a row by its place, at the nearest there is.
void select_place(const Workspace& workspace, ReceivedState& state, std::size_t place);
// The invitations that a verdict goes to: the ticked ones, or the selected one.
[[nodiscard]] std::vector<InvitationId> targets_of(const Workspace& workspace, const ReceivedState& state);
// Those with rows, and All; by verdict or by kind, as the state says.
[[nodiscard]] std::vector<ReceivedTab> shown_tabs(const Workspace& workspace, const ReceivedState& state);
[[nodiscard]] bool is_chosen(const ReceivedTab& tab, const ReceivedState& state);
void choose_tab(const Workspace& workspace, ReceivedState& state, const ReceivedTab& tab);
void step_lane(const Workspace& workspace, ReceivedState& state, int by);
void switch_lanes(const Workspace& workspace, ReceivedState& state);  // by verdict, by kind
// Ticks everything between the row where Shift began and this one.
void tick_range(const Workspace& workspace, ReceivedState& state, std::size_t place);
void tick_all(const Workspace& workspace, ReceivedState& state);

// What could follow in the filter (received_filter.cpp).
void refresh_completions(const Workspace& workspace, ReceivedState& state, const Strings& strings);

}  // namespace discern
