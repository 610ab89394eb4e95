#include "judgement/flags.hpp"

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

std::vector<Flag> flags_from(std::span<const std::uint16_t> places, const Situation& situation,
                             const JudgementKnowledge& knowledge) {
    std::vector<Flag> flags;
    for (const std::uint16_t place : places) {
        const FlagRule& rule = knowledge.flags[place];
        flags.push_back({rule.flag, quote_for(rule, situation), rule.advice, rule.harmless});
    }
    return flags;
}

}  // namespace discern
