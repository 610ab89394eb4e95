#include "judgement/goals.hpp"

namespace discern {
namespace {

constexpr std::array<std::string_view, purpose_count> purpose_names = {
    "clout", "recruiters", "job_search", "grow_network", "board_volunteer", "thought_leader", "presence"};

}  // namespace

std::string_view name_of(Purpose purpose) { return purpose_names[static_cast<std::size_t>(purpose)]; }

std::optional<Purpose> purpose_from_name(std::string_view name) {
    for (std::size_t i = 0; i < purpose_count; ++i)
        if (purpose_names[i] == name) return static_cast<Purpose>(i);
    return std::nullopt;
}

}  // namespace discern
