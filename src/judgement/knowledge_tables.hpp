// What judgement knows about the world, as plain tables: evidence, goals, safety, rules, flags, word lists, advice.
// knowledge/ fills them from assets/*.json; nothing here reads a file, and every number has its reason in the asset.
#pragma once

#include "judgement/goals.hpp"
#include "judgement/signal.hpp"
#include "judgement/verdict.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace discern {

using CriterionValues = std::array<double, criterion_count>;
using PurposeValues = std::array<double, purpose_count>;

// Holds when every signal of `all` is there, none of `none`, and at least one of each set in `any_of`.
struct Condition {
    SignalSet all, none;
    std::vector<SignalSet> any_of;

    [[nodiscard]] bool holds(const SignalSet& signals) const;
    // What can be said before the signals of `late` are known: No and Yes stand whatever they turn out to be.
    enum class Early : std::uint8_t { No, Open, Yes };
    [[nodiscard]] Early foreseen(const SignalSet& signals, const SignalSet& late) const;
};

// Signals that an invitation does not show by itself: the user's goals and boundaries, and what judging finds on the way
// (how close the tie is, how the worth and the safety layer stand).
[[nodiscard]] const SignalSet& late_signals();

// Which conditions of a table can hold at all: each is filed under the signals of which it needs one, so that judging
// tests only those that what is present calls for.
inline constexpr std::size_t condition_capacity = 192;
using ConditionSet = std::bitset<condition_capacity>;
class ConditionIndex {
public:
    void add(const Condition& condition, std::size_t place);  // place < condition_capacity
    [[nodiscard]] const ConditionSet& of(SignalId signal) const { return by_signal_[signal.index]; }

private:
    std::array<ConditionSet, signal_capacity> by_signal_{};
};

// One signal's evidence on one criterion (assets/evidence.json). A signal may have several.
struct EvidenceRule {
    SignalId signal;
    Criterion criterion{};
    double score = 0.5;             // 0 against, 1 for
    double strength = 0;            // pseudo-counts
    double reliability = 1;         // 0 to 1, scales the strength
    std::uint16_t group = 0;        // of one group and criterion only the strongest counts; 0 = stands alone
    // Goals and boundaries can move the score to `pulled_score`: by the largest of importance(purpose) * pull[purpose]
    // and, for signals of `pulled_by` that are present, 1.
    std::optional<double> pulled_score;
    PurposeValues pull{};
    SignalSet pulled_by;
    SignalSet unless;               // explained away: no evidence when one of these is present
    SignalSet with;                 // evidence only when one of these is present; empty = always
    double amount_half = 0;         // counts: strength * n / (n + amount_half); 0 = the count does not matter
    double half_life_days = 0;      // dated facts fade: strength * 0.5^(age / half life); 0 = never
    bool against = false;           // on `known`: speaks against it however much else is told (see Weighing)
    std::string reason;             // strings key: "evidence.met_once"
    std::uint16_t echo = 0;         // rules with the same number are echoes of one another (index_knowledge fills it)
};

// One sign of bad intent (assets/safety.json): weight of evidence ln(P(sign|bad)/P(sign|good)).
struct SafetySign {
    std::string key;                // strings key: "safety.asks_fee"
    Condition when;
    double chance_if_bad = 0.5, chance_if_good = 0.5;
    std::uint16_t group = 0;        // correlated signs: only the largest of a group counts; 0 = stands alone
    bool abusive = false;           // such a sign makes `report` the answer in the red zone, else `ignore`
    std::string advice;             // key into advice.json
    // ln(chance_if_bad / chance_if_good), and the same where the sign was only read off a text, which is wrong at times
    // (index_knowledge fills them).
    double nats = 0, nats_if_read = 0;
};

// Rules of duty, timing and manner (assets/rules.json), tried in order after the worth has proposed an action.
struct ActionRule {
    std::string key;                // also its strings key: "rule.patient"
    Condition when;
    std::vector<Action> from;       // applies to these proposed actions only; empty = any
    Action action{};
    double certainty = 0.9;         // chance that the action is one that the advice accepts
    std::vector<std::string> advice;
    std::optional<std::int32_t> wait_days;  // for Wait: from today
};

struct FlagRule {
    std::string flag;               // a word of the vocabulary's flags
    Condition when;
    std::string advice;
    bool harmless = false;
    std::uint16_t code = 0;         // index into flag_codes (index_knowledge fills it)
};

// How goals become weights and openness (assets/goals.json).
struct GoalsTable {
    std::array<double, 6> importance{};                             // of a purpose set to 0..5
    std::array<CriterionValues, purpose_count> matrix{};            // what matters for a purpose, any scale
    CriterionValues always{};                                       // what matters whatever the goals
    double openness_base = 0.35;                                    // stated share of open invitations to accept
    PurposeValues openness_of_purpose{};
    std::vector<std::pair<SignalId, double>> openness_of_boundary;
};

struct JudgementParameters {
    double weight_scale = 28;            // L of judgement.md 2.4
    double weight_spread = 0.65;         // c
    double intercept_sd = 0.8;
    double base_strength = 2;            // k0: pseudo-counts of the base rate
    CriterionValues base_rate{};         // q_i for single cases; an inbox uses its own means, pulled towards these
    double inbox_strength = 20;          // how many invitations' worth of trust the tables' base rates get
    double worth_sd = 1;                 // spread of a stranger's worth over an inbox: turns openness into an intercept
    double question_counts = 6;          // pseudo-counts that an answer of the sender is worth
    double ask_cost = 0.1;               // log-odds: what asking costs
    double follow_gain = 0.25, follow_slope = 0.35;  // follow line f + rho z
    double safety_prior = 0.03, safety_report = 0.5, safety_red = 0.2, safety_amber = 0.05;
    double reading_error = 0.005;        // share of harmless texts in which a sign of danger is read by mistake
    double send_cost = 0.3, accept_chance_known = 0.9, accept_chance_stranger = 0.35;
    double tie_faint = 0.2, tie_acquainted = 0.4, tie_known = 0.6, tie_close = 0.85;  // lines on the mean of `known`
    double confidence_floor = 0.5, confidence_ceiling = 0.98;
    double worth_margin = 1;             // |worth| from which cues worth.high and worth.low hold
};

// Word lists (assets/lexicon/<language>.json): phrases of one to five folded words, each with a cue or a field of work.
struct LexiconEntry {
    std::uint64_t hash = 0;              // of the folded words joined by one space
    std::optional<Cue> cue;
    std::int16_t field = -1;             // index into fields, or -1
    std::uint64_t first_word = 0;        // hash of the phrase's first word
    std::uint32_t words = 1;             // 1 to 5
};
struct FieldOfWork {
    std::string name;                    // "software", "health_care"
    std::uint64_t neighbours = 0;        // bit mask over fields, itself included
};
struct Lexicon {
    std::vector<LexiconEntry> entries;   // sorted by hash; equal hashes stand together
    // Open addressing over entries and over the first words of phrases (see index_lexicon).
    struct Slot {
        std::uint64_t hash = 0;
        std::uint32_t entry = 0;         // first entry of that hash + 1; 0 = no phrase of its own
        std::uint32_t longest = 0;       // words of the longest phrase that begins with this word; 0 = empty slot
    };
    std::vector<Slot> slots;             // a power of two
    [[nodiscard]] const Slot* find(std::uint64_t hash) const;
    std::vector<FieldOfWork> fields;     // at most 64
    std::vector<std::uint64_t> stop_words;  // sorted hashes of words that never count as a match
};

struct AdviceEntry {
    std::string key;                     // "R14"; its words are the string "advice.R14"
    std::vector<std::string> sources;    // titles
};

struct JudgementKnowledge {
    JudgementParameters parameters;
    GoalsTable goals;
    std::vector<EvidenceRule> evidence;                  // sorted by signal
    std::vector<std::uint32_t> evidence_start;           // signal index -> first rule; signal_count() + 1 entries
    std::vector<SafetySign> safety;
    std::vector<ActionRule> incoming_rules, outgoing_rules;
    std::vector<FlagRule> flags;
    Lexicon lexicon;
    std::vector<AdviceEntry> advice;                     // sorted by key
    ConditionIndex safety_index, incoming_index, outgoing_index, flag_index;
    std::vector<std::string> flag_codes;                 // every flag once, in the order of the alphabet
    std::uint16_t echoes = 0;                            // how many different EvidenceRule::echo there are
    // Conditions that a signal of late_signals() alone may call for, by table.
    ConditionSet late_safety, late_incoming, late_outgoing, late_flags;

    [[nodiscard]] const AdviceEntry* advice_of(std::string_view key) const;
};

// Sorts `evidence` (stable), fills `evidence_start`, the condition indices, the lexicon's slots and what else is derived;
// call once after filling the tables. False when a table of rules holds more than condition_capacity or there are more
// flags than flag_capacity.
bool index_knowledge(JudgementKnowledge& knowledge);

}  // namespace discern
