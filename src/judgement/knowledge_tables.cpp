#include "judgement/knowledge_tables.hpp"

#include "base/sorted.hpp"

#include <algorithm>
#include <cmath>

namespace discern {

bool Condition::holds(const SignalSet& signals) const {
    if ((all & ~signals).any() || (none & signals).any()) return false;
    return std::all_of(any_of.begin(), any_of.end(), [&](const SignalSet& set) { return (set & signals).any(); });
}

Condition::Early Condition::foreseen(const SignalSet& signals, const SignalSet& late) const {
    if ((none & signals).any()) return Early::No;
    const SignalSet missing = all & ~signals;
    if ((missing & ~late).any()) return Early::No;
    bool open = missing.any() || (none & late).any();
    for (const SignalSet& set : any_of) {
        if ((set & signals).any()) continue;
        if ((set & late).none()) return Early::No;
        open = true;
    }
    return open ? Early::Open : Early::Yes;
}

const SignalSet& late_signals() {
    static const SignalSet late = [] {
        SignalSet set;
        for (std::size_t i = 0; i < fact_code_count(); ++i)
            if (group_of(static_cast<FactCode>(i)) == FactGroup::Boundary) set.set(signal_of(static_cast<FactCode>(i)).index);
        for (std::size_t i = 0; i < signal_count(); ++i) {
            const std::string_view name = name_of(SignalId{static_cast<std::uint16_t>(i)});
            constexpr std::string_view prefixes[] = {"tie.", "goal.", "worth.", "fit.", "safety."};
            if (std::any_of(std::begin(prefixes), std::end(prefixes), [&](auto prefix) { return name.starts_with(prefix); }))
                set.set(i);
        }
        return set;
    }();
    return late;
}

const AdviceEntry* JudgementKnowledge::advice_of(std::string_view key) const {
    const auto found = std::find_if(advice.begin(), advice.end(), [&](const AdviceEntry& a) { return a.key == key; });
    return found == advice.end() ? nullptr : &*found;
}

void ConditionIndex::add(const Condition& condition, std::size_t place) {
    // One signal of `all` is enough to file it; without one, every signal of the first choice.
    SignalSet needed = condition.all;
    if (needed.none() && !condition.any_of.empty()) needed = condition.any_of.front();
    for (std::size_t signal = 0; signal < signal_capacity; ++signal) {
        if (!needed.test(signal)) continue;
        by_signal_[signal].set(place);
        if (condition.all.any()) return;
    }
}

const Lexicon::Slot* Lexicon::find(std::uint64_t hash) const {
    if (slots.empty()) return nullptr;
    const std::size_t mask = slots.size() - 1;
    for (std::size_t at = hash & mask; slots[at].longest != 0; at = (at + 1) & mask)
        if (slots[at].hash == hash) return &slots[at];
    return nullptr;
}

namespace {

void index_lexicon(Lexicon& lexicon) {
    std::size_t size = 16;
    while (size < 4 * lexicon.entries.size()) size *= 2;
    lexicon.slots.assign(size, {});
    const auto slot_of = [&](std::uint64_t hash) -> Lexicon::Slot& {
        std::size_t at = hash & (size - 1);
        while (lexicon.slots[at].longest != 0 && lexicon.slots[at].hash != hash) at = (at + 1) & (size - 1);
        lexicon.slots[at].hash = hash;
        lexicon.slots[at].longest = std::max(lexicon.slots[at].longest, 1u);
        return lexicon.slots[at];
    };
    for (std::uint32_t i = 0; i < lexicon.entries.size(); ++i) {
        const LexiconEntry& entry = lexicon.entries[i];
        auto& whole = slot_of(entry.hash);
        if (whole.entry == 0) whole.entry = i + 1;
        auto& first = slot_of(entry.first_word);
        first.longest = std::max(first.longest, entry.words);
    }
}

template <class Rules>
bool index_conditions(const Rules& rules, ConditionIndex& index, ConditionSet& late) {
    index = {};
    for (std::size_t i = 0; i < std::min(rules.size(), condition_capacity); ++i) index.add(rules[i].when, i);
    late.reset();
    for (std::uint16_t signal = 0; signal < signal_capacity; ++signal)
        if (late_signals().test(signal)) late |= index.of(SignalId{signal});
    return rules.size() <= condition_capacity;
}

// Rules of one group and criterion are echoes of one another; every other rule is the echo of itself alone.
void number_echoes(JudgementKnowledge& knowledge) {
    knowledge.echoes = 0;
    for (auto& rule : knowledge.evidence) {
        const auto same = std::find_if(knowledge.evidence.data(), &rule, [&](const EvidenceRule& other) {
            return rule.group != 0 && other.group == rule.group && other.criterion == rule.criterion;
        });
        rule.echo = same == &rule ? knowledge.echoes++ : same->echo;
    }
}

bool number_flags(JudgementKnowledge& knowledge) {
    auto& codes = knowledge.flag_codes;
    codes.clear();
    for (const FlagRule& rule : knowledge.flags) codes.push_back(rule.flag);
    sort_stably(codes);
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    for (FlagRule& rule : knowledge.flags)
        rule.code = static_cast<std::uint16_t>(std::lower_bound(codes.begin(), codes.end(), rule.flag) - codes.begin());
    return codes.size() <= flag_capacity;
}

}  // namespace

bool index_knowledge(JudgementKnowledge& knowledge) {
    sort_stably(knowledge.evidence,
                     [](const EvidenceRule& a, const EvidenceRule& b) { return a.signal < b.signal; });
    knowledge.evidence_start.assign(signal_count() + 1, 0);
    for (const auto& rule : knowledge.evidence) ++knowledge.evidence_start[rule.signal.index + 1u];
    for (std::size_t i = 1; i < knowledge.evidence_start.size(); ++i)
        knowledge.evidence_start[i] += knowledge.evidence_start[i - 1];
    index_lexicon(knowledge.lexicon);
    number_echoes(knowledge);
    const double error = knowledge.parameters.reading_error;
    for (SafetySign& sign : knowledge.safety) {
        sign.nats = std::log(sign.chance_if_bad / sign.chance_if_good);
        sign.nats_if_read = std::log((sign.chance_if_bad + error * (1 - sign.chance_if_bad)) /
                                     (sign.chance_if_good + error * (1 - sign.chance_if_good)));
    }
    const bool all[] = {
        index_conditions(knowledge.safety, knowledge.safety_index, knowledge.late_safety),
        index_conditions(knowledge.incoming_rules, knowledge.incoming_index, knowledge.late_incoming),
        index_conditions(knowledge.outgoing_rules, knowledge.outgoing_index, knowledge.late_outgoing),
        index_conditions(knowledge.flags, knowledge.flag_index, knowledge.late_flags), number_flags(knowledge)};
    return std::all_of(std::begin(all), std::end(all), [](bool fits) { return fits; });
}

}  // namespace discern
