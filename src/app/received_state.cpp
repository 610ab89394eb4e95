#include "app/received_state.hpp"

#include "base/sorted.hpp"

#include <algorithm>
#include <numeric>

namespace discern {
namespace {

const ReceivedRow& row_at(const Workspace& workspace, const ReceivedState& state, std::size_t place) {
    return workspace.rows()[state.rows[place]];
}

// The invitation of an element of ReceivedState::rows.
auto id_in(const Workspace& workspace) {
    return [&workspace](std::uint32_t row) { return workspace.invitation_of(workspace.rows()[row]).id; };
}

void refresh_kinds(const Workspace& workspace, ReceivedState& state) {
    const auto rows = workspace.rows();
    if (state.kinds.size() != rows.size() || state.kinds_generation != workspace.verdict_generation()) {
        state.kinds.resize(rows.size());
        const FlagBits seller_flags = seller_flags_of(workspace.flag_codes());
        std::transform(rows.begin(), rows.end(), state.kinds.begin(), [&](const ReceivedRow& row) {
            return kind_of(workspace.person_of(row), workspace.invitation_of(row), workspace.outline_of(row), seller_flags);
        });
        state.kinds_generation = workspace.verdict_generation();
        state.kind_counts_generation = 0;
    }
    if (state.kind_counts_generation == workspace.generation()) return;
    state.kind_counts = {};
    for (std::size_t row = 0; row < rows.size(); ++row)
        if (workspace.is_open(rows[row])) ++state.kind_counts[static_cast<std::size_t>(state.kinds[row])];
    state.kind_counts_generation = workspace.generation();
}

void refresh_name_ranks(const Workspace& workspace, ReceivedState& state) {
    const auto rows = workspace.rows();
    if (state.name_ranks.size() == rows.size() && state.name_ranks_generation == workspace.book_generation()) return;
    // Most names differ in their first eight letters, which compare as one number.
    const auto names = workspace.folded_names();
    std::vector<std::uint64_t> begins(names.size());
    for (std::size_t row = 0; row < names.size(); ++row)
        for (std::size_t letter = 0; letter < 8; ++letter)
            begins[row] = begins[row] << 8 | (letter < names[row].size() ? static_cast<unsigned char>(names[row][letter]) : 0U);
    std::vector<std::uint32_t> by_name(names.size());
    std::iota(by_name.begin(), by_name.end(), 0U);
    sort_places_by(by_name, begins);
    for (auto same = by_name.begin(); same != by_name.end();) {
        const auto end = std::find_if(same, by_name.end(), [&](std::uint32_t row) { return begins[row] != begins[*same]; });
        std::stable_sort(same, end, [&](std::uint32_t a, std::uint32_t b) { return names[a] < names[b]; });
        same = end;
    }
    state.name_ranks.resize(rows.size());
    for (std::uint32_t place = 0; place < by_name.size(); ++place) state.name_ranks[by_name[place]] = place;
    state.name_ranks_generation = workspace.book_generation();
}

// Sorts by a number of each row, the smallest first. The numbers are looked up once, not at each comparison.
void sort_by(std::vector<std::uint32_t>& rows, std::size_t all_rows, FunctionRef<double(std::uint32_t)> number_of) {
    std::vector<std::uint64_t> keys(all_rows);
    for (const std::uint32_t row : rows) keys[row] = sort_key(number_of(row));
    sort_places_by(rows, keys);
}

void put_in_order(const Workspace& workspace, ReceivedState& state) {
    std::vector<std::uint32_t>& rows = state.rows;
    const auto all = workspace.rows();
    switch (state.order) {
        case ListOrder::Newest: break;  // as they come
        case ListOrder::Oldest: std::reverse(rows.begin(), rows.end()); break;
        case ListOrder::MostWorth:
            sort_by(rows, all.size(), [&](std::uint32_t row) { return -workspace.outline_of(all[row]).worth; });
            break;
        case ListOrder::LeastSure:
            sort_by(rows, all.size(), [&](std::uint32_t row) { return workspace.outline_of(all[row]).confidence; });
            break;
        case ListOrder::Name:
            refresh_name_ranks(workspace, state);
            sort_by(rows, all.size(), [&](std::uint32_t row) { return state.name_ranks[row]; });
            break;
    }
}

}  // namespace

void refresh(const Workspace& workspace, ReceivedState& state) {
    if (state.by_kind) refresh_kinds(workspace, state);
    const bool same = state.rows_known && state.rows_generation == workspace.generation() && state.rows_lane == state.lane &&
                      state.rows_kind == state.kind && state.rows_order == state.order && state.rows_filter == state.filter.text;
    if (!same) {
        // A tab that has become empty is hidden, so it cannot stay the one that is shown.
        const auto counts = workspace.lane_counts();
        if (state.lane != Lane::All && counts[static_cast<std::size_t>(state.lane)] == 0) state.lane = Lane::All;
        if (state.kind && state.kind_counts[static_cast<std::size_t>(*state.kind)] == 0) state.kind.reset();
        state.rows = workspace.rows_in(state.lane, state.filter.text);
        if (state.kind) std::erase_if(state.rows, [&](std::uint32_t row) { return state.kinds[row] != *state.kind; });
        put_in_order(workspace, state);
        state.rows_generation = workspace.generation();
        state.rows_lane = state.lane;
        state.rows_kind = state.kind;
        state.rows_order = state.order;
        state.rows_filter = state.filter.text;
        state.rows_known = true;
        std::erase_if(state.ticked, [&](InvitationId id) { return !workspace.row_of(id).has_value(); });
    }
    if (!selected_place(workspace, state)) fall_back_to_first(state, id_in(workspace));
}

std::optional<std::size_t> selected_place(const Workspace& workspace, const ReceivedState& state) {
    return state.selected ? place_of(state, workspace.row_of(*state.selected)) : std::nullopt;
}

const ReceivedRow* selected_row(const Workspace& workspace, const ReceivedState& state) {
    const auto place = selected_place(workspace, state);
    return place ? &row_at(workspace, state, *place) : nullptr;
}

void select_place(const Workspace& workspace, ReceivedState& state, std::size_t place) {
    select_nearest(state, place, id_in(workspace));
}

std::vector<InvitationId> targets_of(const Workspace& workspace, const ReceivedState& state) {
    if (!state.ticked.empty()) return {state.ticked.begin(), state.ticked.end()};
    if (selected_row(workspace, state) != nullptr) return {*state.selected};
    return {};
}

std::vector<ReceivedTab> shown_tabs(const Workspace& workspace, const ReceivedState& state) {
    const auto counts = workspace.lane_counts();
    const auto lane_tab = [&](Lane lane) { return ReceivedTab{lane, std::nullopt, counts[static_cast<std::size_t>(lane)]}; };
    std::vector<ReceivedTab> tabs = {lane_tab(Lane::All)};
    const auto add = [&tabs](const ReceivedTab& tab) {
        if (tab.count > 0) tabs.push_back(tab);
    };
    if (!state.by_kind) {
        for (std::size_t lane = 1; lane < lane_count; ++lane) add(lane_tab(static_cast<Lane>(lane)));
        return tabs;
    }
    for (const Kind kind : {Kind::Known, Kind::Alumni, Kind::Recruiters, Kind::Field, Kind::Sellers, Kind::Suspicious, Kind::Others})
        add({Lane::All, kind, state.kind_counts[static_cast<std::size_t>(kind)]});
    add(lane_tab(Lane::Snoozed));
    add(lane_tab(Lane::Decided));
    return tabs;
}

bool is_chosen(const ReceivedTab& tab, const ReceivedState& state) { return tab.lane == state.lane && tab.kind == state.kind; }

void choose_tab(const Workspace& workspace, ReceivedState& state, const ReceivedTab& tab) {
    state.lane = tab.lane;
    state.kind = tab.kind;
    state.list_scroll.offset = 0;
    refresh(workspace, state);
    select_place(workspace, state, 0);
}

void step_lane(const Workspace& workspace, ReceivedState& state, int by) {
    const std::vector<ReceivedTab> tabs = shown_tabs(workspace, state);
    const auto found = std::find_if(tabs.begin(), tabs.end(), [&](const ReceivedTab& tab) { return is_chosen(tab, state); });
    const std::size_t at = found == tabs.end() ? 0 : static_cast<std::size_t>(found - tabs.begin());
    choose_tab(workspace, state, tabs[stepped(at, by, tabs.size())]);
}

void switch_lanes(const Workspace& workspace, ReceivedState& state) {
    state.by_kind = !state.by_kind;
    choose_tab(workspace, state, {});
}

void tick_range(const Workspace& workspace, ReceivedState& state, std::size_t place) {
    if (state.rows.empty()) return;
    place = std::min(place, state.rows.size() - 1);
    std::size_t from = selected_place(workspace, state).value_or(place);
    if (state.anchor) from = place_of(state, workspace.row_of(*state.anchor)).value_or(from);
    state.anchor = workspace.invitation_of(row_at(workspace, state, from)).id;
    for (std::size_t each = std::min(from, place); each <= std::max(from, place); ++each)
        state.ticked.insert(workspace.invitation_of(row_at(workspace, state, each)).id);
}

void tick_all(const Workspace& workspace, ReceivedState& state) {
    std::vector<InvitationId> all;
    all.reserve(state.rows.size());
    for (std::size_t place = 0; place < state.rows.size(); ++place) all.push_back(workspace.invitation_of(row_at(workspace, state, place)).id);
    sort_stably(all);
    state.ticked = std::set<InvitationId>(all.begin(), all.end());  // sorted: in linear time
}

}  // namespace discern
