// Flags of one invitation: what the note's reader raised and what the rules of assets/flags.json see, each once.
#pragma once

#include "judgement/situation.hpp"
#include "judgement/verdict.hpp"

#include <vector>

namespace discern {

// In the order of the table, so that the receipt does not flicker.
[[nodiscard]] std::vector<Flag> flags_of(const Situation& situation, const JudgementKnowledge& knowledge);

}  // namespace discern
