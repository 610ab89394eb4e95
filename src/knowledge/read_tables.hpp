// One reader an asset; each adds to the tables and returns what was wrong, if anything.
#pragma once

#include "judgement/knowledge_tables.hpp"
#include "knowledge/json_reader.hpp"

#include <optional>
#include <string>
#include <vector>

namespace discern {

// Groups of correlated things are named in assets and numbered here, from 1, in order of appearance.
class GroupNames {
public:
    std::uint16_t number_of(const std::string& name);  // 0 for the empty name
private:
    std::vector<std::string> names_;
};

[[nodiscard]] std::optional<Problem> read_model(JsonFile file, JudgementKnowledge& out);      // model.json
[[nodiscard]] std::optional<Problem> read_goals(JsonFile file, JudgementKnowledge& out);      // goals.json
[[nodiscard]] std::optional<Problem> read_evidence(JsonFile file, JudgementKnowledge& out);   // evidence.json
[[nodiscard]] std::optional<Problem> read_safety_signs(JsonFile file, JudgementKnowledge& out);  // safety.json
[[nodiscard]] std::optional<Problem> read_rules(JsonFile file, JudgementKnowledge& out);      // rules.json
[[nodiscard]] std::optional<Problem> read_flags(JsonFile file, JudgementKnowledge& out);      // flags.json
[[nodiscard]] std::optional<Problem> read_advice(JsonFile file, JudgementKnowledge& out);     // advice.json
[[nodiscard]] std::optional<Problem> read_fields(JsonFile file, JudgementKnowledge& out);     // lexicon/fields.json
[[nodiscard]] std::optional<Problem> read_word_lists(JsonFile file, JudgementKnowledge& out); // lexicon/<language>.json
// Once all word lists are read: in the order in which they are looked up, each phrase once for one cue or field.
void sort_word_lists(Lexicon& lexicon);

}  // namespace discern
