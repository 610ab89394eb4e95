// Flags of one invitation with the words that show them.
#pragma once

#include "judgement/situation.hpp"
#include "judgement/verdict.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace discern {

// `places` in knowledge.flags are those that hold (Assessment::flags).
[[nodiscard]] std::vector<Flag> flags_from(std::span<const std::uint16_t> places, const Situation& situation,
                                           const JudgementKnowledge& knowledge);

}  // namespace discern
