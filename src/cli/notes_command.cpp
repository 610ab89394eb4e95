#include "cli/notes_command.hpp"

#include "notes/read_note.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <string>

namespace discern {

namespace {

using Json = nlohmann::ordered_json;

[[nodiscard]] double rounded(double value) { return std::round(value * 1e4) / 1e4; }

Json line_from(const std::string& id, const std::string& text, const NoteAnalysis& analysis) {
    Json line;
    line["id"] = id;
    line["label"] = analysis.reading.kind;
    line["unsafe"] = analysis.reading.is_unsafe;
    line["good_note"] = analysis.good_note;
    line["reason"] = analysis.names_reason;
    line["certainty"] = rounded(analysis.reading.certainty);
    line["unsafe_chance"] = rounded(analysis.unsafe_chance);
    line["language"] = analysis.language;
    line["sentences"] = analysis.sentences;
    line["facts"] = Json::array();
    for (const auto& fact : analysis.reading.facts) line["facts"].push_back({{"code", name_of(fact.code)}, {"quote", fact.quote}});
    line["flags"] = Json::array();
    for (const auto& sign : analysis.reading.signs) line["flags"].push_back({{"flag", sign.flag}, {"quote", sign.quote}});
    line["spans"] = Json::array();
    for (const auto& span : analysis.spans) {
        line["spans"].push_back({{"begin", span.begin},
                                 {"end", span.end},
                                 {"words", text.substr(span.begin, span.end - span.begin)},
                                 {"sign", span.sign},
                                 {"weight", rounded(span.weight)},
                                 {"alarming", span.alarming}});
    }
    return line;
}

}  // namespace

CommandAnswer run_notes_command(std::string_view messages_json, const NoteLexicon& lexicon, bool show_features) {
    CommandAnswer answer;
    const auto messages = Json::parse(messages_json, nullptr, false);
    if (messages.is_discarded() || !messages.is_array()) {
        answer.err = "notes: The file is not a JSON list of objects with \"id\" and \"text\".\n";
        answer.exit_code = 2;
        return answer;
    }
    const NoteContext context;
    for (const auto& message : messages) {
        if (!message.is_object() || !message.contains("text") || !message["text"].is_string()) continue;
        const auto text = message["text"].get<std::string>();
        const std::string id = message.contains("id") && message["id"].is_string() ? message["id"].get<std::string>() : std::string();
        auto line = line_from(id, text, analyse_note(text, lexicon, context));
        if (show_features) {
            const auto features = features_of_note(text, lexicon);
            line["signs"] = features.signs;
            line["words"] = features.words;
        }
        answer.out += line.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
    }
    return answer;
}

}  // namespace discern
