// The user's side of every judgement, prepared once for a whole inbox: weights, openness, boundaries and words.
#pragma once

#include "judgement/knowledge_tables.hpp"
#include "judgement/words.hpp"
#include "people/person.hpp"

#include <vector>

namespace discern {

// A thing that the user named, as word hashes in order, and what it is ("words.target_company", ...).
struct NamedTarget {
    std::vector<std::uint64_t> words;
    Cue cue{};
    bool operator==(const NamedTarget&) const = default;
};

// A company that the user follows or has applied to, as word hashes.
struct TiedCompany {
    std::vector<std::uint64_t> words;
    FactCode tie{};
    std::optional<Day> since;
    SourceRef source;
    bool operator==(const TiedCompany&) const = default;
};

// What the user named and does, as words: all that reading an invitation needs of the goals.
struct StatedWords {
    std::vector<NamedTarget> targets;
    std::vector<TiedCompany> companies;   // by first word
    std::vector<std::uint64_t> company;   // the user's own employer, as word hashes
    std::vector<std::uint64_t> place;     // words of the user's place
    std::uint64_t fields = 0;             // bit mask over lexicon.fields
    std::uint64_t near_fields = 0;        // those and their neighbours
    bool operator==(const StatedWords&) const = default;
};

struct Stance {
    CriterionValues weights{};       // L w_half: prior mean of each criterion's weight, log-odds per unit of value
    CriterionValues weight_sd{};     // and its standard deviation
    double intercept = 0;            // prior mean of b0; its deviation is parameters.intercept_sd
    double openness = 0.5;
    PurposeValues importance{};      // 0 to 1
    std::vector<SignalId> own_signals;  // boundary codes and goal cues: added to what each invitation shows
    StatedWords words;
};

// `owner` fills what the goals leave empty (role, industry, company, place).
[[nodiscard]] Stance stance_from(const Goals& goals, const Owner& owner, const JudgementKnowledge& knowledge);

}  // namespace discern
