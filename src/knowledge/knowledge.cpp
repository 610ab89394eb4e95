#include "knowledge/knowledge.hpp"

#include "base/embedded.hpp"
#include "knowledge/json_reader.hpp"
#include "knowledge/read_tables.hpp"

#include <array>

namespace discern {
namespace {

constexpr std::array<std::string_view, 5> lexicon_languages = {"en", "es", "fr", "de", "pt"};

}  // namespace

std::string_view embedded_asset(std::string_view path) { return embedded_file(path); }

Result<JudgementKnowledge> read_judgement_knowledge(const AssetReader& read) {
    JudgementKnowledge knowledge;
    const auto file = [&](const std::string& path) { return JsonFile(path, read(path)); };
    std::optional<Problem> problem;
    const auto note = [&](std::optional<Problem> found) {
        if (!problem) problem = std::move(found);
    };
    note(read_model(file("assets/model.json"), knowledge));
    note(read_goals(file("assets/goals.json"), knowledge));
    note(read_evidence(file("assets/evidence.json"), knowledge));
    note(read_safety_signs(file("assets/safety.json"), knowledge));
    note(read_rules(file("assets/rules.json"), knowledge));
    note(read_flags(file("assets/flags.json"), knowledge));
    note(read_advice(file("assets/advice.json"), knowledge));
    note(read_fields(file("assets/lexicon/fields.json"), knowledge));
    for (const auto language : lexicon_languages)
        note(read_word_lists(file("assets/lexicon/" + std::string(language) + ".json"), knowledge));
    if (problem) return std::unexpected(*problem);
    sort_word_lists(knowledge.lexicon);
    if (!index_knowledge(knowledge))
        return std::unexpected(Problem{"A table holds more rules than the index has room for.", {"assets/rules.json", 0},
                                       "Raise condition_capacity."});
    return knowledge;
}

Result<StringTable> read_embedded_strings(std::string_view language) {
    const std::string folder = "assets/strings/" + std::string(language) + "/";
    const std::string whole = "assets/strings/" + std::string(language) + ".json";  // all in one, as the page fetches it
    std::vector<std::string_view> paths;
    for (const std::string_view path : embedded_paths())
        if (path.starts_with(folder)) paths.push_back(path);
    if (paths.empty() && !embedded_file(whole).empty()) paths.push_back(whole);
    std::vector<StringTable::Entry> entries;
    for (const std::string_view path : paths) {
        JsonFile file(std::string(path), embedded_file(path));
        for (const auto& [key, text] : file.root().items()) {
            if (text.is_string()) entries.push_back({key, text.get<std::string>()});
            else file.complain("\"" + key + "\" is not text.");
        }
        if (file.problem()) return std::unexpected(*file.problem());
    }
    return StringTable(std::move(entries));
}

const JudgementKnowledge& embedded_knowledge() {
    static const JudgementKnowledge knowledge = [] {
        auto read = read_judgement_knowledge(embedded_asset);
        JudgementKnowledge empty;
        index_knowledge(empty);
        return read ? std::move(*read) : std::move(empty);
    }();
    return knowledge;
}

const StringTable& embedded_strings() {
    static const StringTable strings = [] {
        auto read = read_embedded_strings("en");
        return read ? std::move(*read) : StringTable();
    }();
    return strings;
}

}  // namespace discern
