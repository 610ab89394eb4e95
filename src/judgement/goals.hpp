// What the user's profile is for: seven purposes, targets, and boundaries. Goals decide twice: they set the stated
// weights of the criteria, and they decide who is relevant and useful (design: judgement.md, section 0).
#pragma once

#include "people/fact.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace discern {

enum class Purpose : std::uint8_t { Clout, Recruiters, JobSearch, GrowNetwork, BoardVolunteer, ThoughtLeader, Presence };
inline constexpr std::size_t purpose_count = 7;

// The words of files: "clout", "recruiters", "job_search", "grow_network", "board_volunteer", "thought_leader", "presence".
[[nodiscard]] std::string_view name_of(Purpose purpose);
[[nodiscard]] std::optional<Purpose> purpose_from_name(std::string_view name);

struct Goals {
    std::array<std::uint8_t, purpose_count> purposes{};  // importance 0 (not at all) to 5 (this is what it is for)
    std::vector<std::string> target_companies, target_industries, target_roles, target_topics, target_places,
        target_schools;
    std::vector<FactCode> boundaries;  // codes of group Boundary
    // About the user, as the case files and the Goals view give it; the archive's Owner fills what is empty here.
    std::string role, industry, company, place;
    // What the user says outright of the ten factors, in the order of Criterion (verdict.hpp): swing points 0 to 100 of
    // each, or else the factors that matter most, best first (those not named share what is left). Empty = not said: the
    // purposes decide alone.
    std::vector<std::uint8_t> factor_points, factor_ranking;
    bool operator==(const Goals&) const = default;
};

}  // namespace discern
