// A verdict in words: sentences from assets/strings, filled with what the user gave. No formula is visible; every quote is
// a piece of the user's own material, and every line names its source.
#pragma once

#include "base/string_table.hpp"
#include "judgement/verdict.hpp"
#include "people/person.hpp"

#include <string>
#include <vector>

namespace discern {

// "12 messages went back and forth, last in March 2026." For counts the form for one is taken.
[[nodiscard]] std::string evidence_sentence(const EvidenceLine& line, const StringTable& strings);
// "messages.csv", "Invitations.csv, row 12", "you".
[[nodiscard]] std::string source_words(const SourceRef& source, const PersonBook& book, const StringTable& strings);

// "Accept: you know each other well."
[[nodiscard]] std::string headline_sentence(const Verdict& verdict, const StringTable& strings);
// What carries that answer, at most two whole sentences, the stronger first: "You worked together at ...". Empty where
// the headline says all by itself (a rule, a danger, a question).
[[nodiscard]] std::vector<std::string> headline_evidence(const Verdict& verdict, const StringTable& strings);
// How sure, in words that are true of the number: "Nearly certain", "Likely", "A close call".
[[nodiscard]] std::string confidence_words(double confidence, const StringTable& strings);
[[nodiscard]] std::string flip_sentence(const Flip& flip, const StringTable& strings);
// "It would become “Ignore” only if ... and ..."
[[nodiscard]] std::string pair_flip_sentence(const PairFlip& flip, const StringTable& strings);
// What the unsureness is made of: missing facts, or goals that leave open how much things count.
[[nodiscard]] std::string doubt_sentence(const Doubt& doubt, const StringTable& strings);
// How far the weight of one factor can move before the worth changes sides. Means something where the worth decides.
[[nodiscard]] std::string stability_sentence(const Factor& factor, const StringTable& strings);
[[nodiscard]] std::string question_sentence(const Question& question, const StringTable& strings);
[[nodiscard]] std::string factor_name(Criterion criterion, const StringTable& strings);  // "How you know them"
[[nodiscard]] std::string action_name(Action action, const StringTable& strings);        // "Accept"
[[nodiscard]] std::string flag_words(const Flag& flag, const StringTable& strings);

}  // namespace discern
