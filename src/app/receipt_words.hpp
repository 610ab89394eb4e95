// A verdict in the words that the receipt shows, ready to draw. Words come from the strings tables; nothing is decided here.
#pragma once

#include "app/strings.hpp"
#include "workspace/workspace.hpp"

#include <optional>
#include <string>
#include <vector>

namespace discern {

struct EvidenceWords {
    std::string text;    // "Worked together at Halden 2016-2018"
    std::string quote;   // verbatim, may be empty
    std::string source;  // "Connections.csv, row 12", "you"; empty when it is of no file
};

struct FactorWords {
    Criterion criterion{};
    std::string label;
    double share = 0;  // of the longest bar, -1 to 1
    double question_value = 0;  // what learning it would be worth
    bool unknown = true;
    bool answered = false;      // the user's own answer is among the evidence
    std::string numbers;        // value, weight and what it adds, for those who ask
    std::string line;           // what stands at its right: the strongest evidence, or the question
    std::vector<EvidenceWords> evidence;
    std::optional<FactCode> answer;  // the code that a one-key answer sets
};

struct FlagWords {
    std::string title, meaning, quote;
    bool harmless = false;
};

// A rule of published advice in our own words, and where it is said.
struct CitedAdvice {
    std::string text, sources;
};

struct ReceiptWords {
    std::string headline;        // the answer in one sentence, and what carries it in one or two
    std::string agreement;       // "93 of 100 readings of your goals agree"
    std::vector<FactorWords> factors;  // longest bar first; then the unknown ones, most worth knowing first
    std::vector<FlagWords> flags;
    std::string exposure;        // what accepting gives away; may be empty
    std::optional<Action> flips_to;
    std::string flip;
    std::string doubt;           // where the unsureness comes from: facts, or how much things count; may be empty
    std::optional<Criterion> ask;
    std::string ask_text;
    std::vector<CitedAdvice> advice;  // what the answer and its flags follow, that of the answer first
    std::string favor_record;    // favors already on record; may be empty
    std::string favor_said;      // what the user answered before, and when; may be empty
    std::string total;           // the numbers of the whole
};

[[nodiscard]] ReceiptWords receipt_words(const Workspace& workspace, const ListedInvitation& listed, const Strings& strings);

// The one-key answer that settles a criterion.
[[nodiscard]] FactCode answer_code_for(Criterion criterion);

}  // namespace discern
