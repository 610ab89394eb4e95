// The answer for one invitation: the action, how sure, every factor's part in it with its evidence, flags, what would
// flip it and what to find out next. Plain data; words are made of it by the receipt (judgement/receipt.hpp).
#pragma once

#include "judgement/goals.hpp"
#include "people/person.hpp"

#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace discern {

enum class Action : std::uint8_t {
    Accept, AskFirst, Ignore, Report, Follow,                                    // incoming (Follow also outgoing)
    SendWithNote, Send, Wait, AskIntroduction, DontSend, Withdraw, LeavePending  // outgoing
};
// The words of files and of the command line: "accept", "ask_first", "ignore", "report", "follow", "send_with_note", ...
[[nodiscard]] std::string_view name_of(Action action);
[[nodiscard]] std::optional<Action> action_from_name(std::string_view name);

// The ten criteria of judgement.md section 0, each a value between 0 and 1.
enum class Criterion : std::uint8_t { Known, Linked, Relevance, Content, Photo, Comfort, Benefit, Favor, Note, Exposure };
inline constexpr std::size_t criterion_count = 10;
[[nodiscard]] std::string_view name_of(Criterion criterion);  // "known", "linked", ...
[[nodiscard]] std::optional<Criterion> criterion_from_name(std::string_view name);

// One piece of evidence on one criterion, as the receipt shows it.
struct EvidenceLine {
    Criterion criterion{};
    double score = 0.5;     // 0 against, 1 for
    double strength = 0;    // pseudo-counts, after reliability
    std::string reason;     // key of assets/strings: "evidence.messages_two_way", with `numbers` and `words` for its slots
    std::vector<double> numbers;
    std::vector<std::string> words;
    std::string quote;      // verbatim words of the user's own material; may be empty
    SourceRef source;
};

// Shares of all weights between which the sign of the worth stays, the other weights keeping their proportions.
struct StabilityInterval {
    double low = 0, high = 1;
};

struct Factor {
    Criterion criterion{};
    double value = 0.5;         // mean of the Beta evidence
    double sd = 0;              // its standard deviation
    double weight = 0;          // in log-odds per unit of value
    double contribution = 0;    // weight * (value - base rate): contributions and intercept add up to `worth`
    bool unknown = true;        // no evidence at all: the value is the base rate
    double weight_share = 0;    // of all weights, 0 to 1
    StabilityInterval stable;   // of weight_share; the whole of 0 to 1: no weight of this factor turns the worth over
    double question_value = 0;  // expected gain of learning it, in log-odds units of worth
    std::vector<EvidenceLine> evidence;  // strongest first
};

struct Flag {
    std::string code;      // vocabulary "flags": "no_note", "scam_job", ...
    std::string quote;     // the words that show it, verbatim; may be empty
    std::string advice;    // key into assets/advice.json: who says so; may be empty
    bool harmless = false; // shown as information, not as a warning
};

// What would change the answer: a fact that is open or a fact that carries the verdict.
struct Flip {
    Action becomes{};
    std::string reason;               // strings key: "flip.known.up", "flip.known.down", ...
    std::optional<Criterion> criterion;
};

// Two facts that turn the answer over only together: neither alone can.
struct PairFlip {
    Action becomes{};
    Criterion first{}, second{};               // the likelier change first
    bool first_rises = false, second_rises = false;
};

// What the unsureness of the worth is made of: parts of its variance, adding up to 1.
struct Doubt {
    double facts = 0;    // what is not known about the person
    double weights = 0;  // how much each factor counts for the user: the goals leave it open, decisions settle it
    double both = 0;     // the product of the two
    Criterion largest_fact{}, largest_weight{};  // the factors that add most to either part
};

// Who had the last word on the action.
enum class DecidedBy : std::uint8_t { Worth, Question, Rule, Safety };

// The one fact most worth finding out, and the answer codes that settle it.
struct Question {
    Criterion criterion{};
    std::string reason;  // strings key: "ask.known", ...
    double value = 0;    // expected gain, log-odds units
};

struct Verdict {
    Action action{};
    double confidence = 0;  // 0 to 1: share of plausible readings of the goals (and facts) that choose the same action
    double worth = 0;       // net worth in log-odds: intercept + sum of contributions
    double intercept = 0;
    double scam_chance = 0;           // safety layer, 0 to 1
    bool already_connected = false;   // accepted before: nothing to decide
    std::array<Factor, criterion_count> factors;  // in the order of Criterion
    std::array<double, purpose_count> purpose_fit{};  // 0 to 1: how far the person serves each purpose (C_ag)
    std::vector<Flag> flags;
    std::string headline_reason;      // strings key of the one-sentence answer, with its words
    std::vector<std::string> headline_words;
    std::vector<std::string> advice;  // keys into assets/advice.json that the action follows
    DecidedBy decided_by = DecidedBy::Worth;
    Doubt doubt;
    std::optional<Flip> flip;
    std::optional<PairFlip> pair_flip;  // only where the worth decides and no single fact can turn it over
    std::optional<Question> ask;
    std::optional<Day> wait_until;    // for Wait and LeavePending: counted from the dated fact that the rule is about
    std::optional<PersonId> through;  // for AskIntroduction
};

// What a list needs of a verdict, for every row of an inbox: the same numbers, none of the words.
inline constexpr std::size_t flag_capacity = 128;
struct Outline {
    double confidence = 0, worth = 0, scam_chance = 0;  // as in Verdict
    double ask_value = 0;                               // Question::value; 0 when nothing is worth asking
    std::array<float, purpose_count> purpose_fit{};
    std::bitset<flag_capacity> flags;                   // indices into flag codes, which whoever made the outline knows
    Action action{};
    Action flips_to{};                                  // Flip::becomes; the action itself when nothing turns it over
    std::optional<Criterion> flips_by, ask;             // Flip::criterion, Question::criterion
    bool warned = false;                                // one of the flags is a warning
    bool already_connected = false;
};

}  // namespace discern
