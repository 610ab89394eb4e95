#include "judgement/flags.hpp"

#include <algorithm>

namespace discern {
namespace {

// The first words that show one of the signals the rule speaks of.
std::string quote_for(const FlagRule& rule, const Situation& situation) {
    SignalSet wanted = rule.when.all;
    for (const auto& any : rule.when.any_of) wanted |= any;
    for (const Signal& signal : situation.signals)
        if (signal.amount > 0 && !signal.quote.empty() && wanted.test(signal.id.index)) return std::string(signal.quote);
    return {};
}

}  // namespace

std::vector<Flag> flags_of(const Situation& situation, const JudgementKnowledge& knowledge) {
    std::vector<Flag> flags;
    const ConditionSet candidates = situation.called_for(knowledge.flag_index);
    for (std::size_t i = 0; i < knowledge.flags.size(); ++i) {
        const FlagRule& rule = knowledge.flags[i];
        if (!candidates.test(i) || !rule.when.holds(situation.present)) continue;
        const bool raised = std::any_of(flags.begin(), flags.end(), [&](const Flag& f) { return f.code == rule.flag; });
        if (!raised) flags.push_back({rule.flag, quote_for(rule, situation), rule.advice, rule.harmless});
    }
    return flags;
}

}  // namespace discern
