#include "cli/notes_command.hpp"

#include "notes/read_note.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <map>
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

// How the readings of one language compare with the labels that stand beside the notes.
struct Tally {
    int notes = 0, right = 0, lenient = 0, unsafe = 0, found = 0, alarms = 0, hard = 0, calm = 0;

    void add(const Json& message, const NoteAnalysis& analysis) {
        const auto says = [&](const char* key) { return message.contains(key) && message[key].is_boolean() && message[key].get<bool>(); };
        const auto& kind = analysis.reading.kind;
        const bool alarmed = analysis.reading.is_unsafe, same = message["label"] == kind;
        bool passes = same;
        if (message.contains("also_ok") && message["also_ok"].is_array())
            for (const auto& label : message["also_ok"]) passes = passes || label == kind;
        ++notes;
        right += same;
        lenient += passes;
        unsafe += says("unsafe");
        alarms += alarmed;
        found += says("unsafe") && alarmed;
        hard += says("hard_negative");
        calm += says("hard_negative") && !alarmed;
    }

    [[nodiscard]] std::string row(const std::string& name) const {
        const auto share = [](int part, int whole) { return whole == 0 ? std::string("-") : fmt::format("{:.1f} %", 100.0 * part / whole); };
        return fmt::format("{:<9}{:>6}{:>10}{:>10}{:>14}{:>14}{:>12}\n", name, notes, share(right, notes), share(lenient, notes), share(found, unsafe),
                           share(found, alarms), fmt::format("{} of {}", calm, hard));
    }
};

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
    std::map<std::string, Tally> tallies;  // by the language that the file names
    Tally all;
    for (const auto& message : messages) {
        if (!message.is_object() || !message.contains("text") || !message["text"].is_string()) continue;
        const auto text = message["text"].get<std::string>();
        const std::string id = message.contains("id") && message["id"].is_string() ? message["id"].get<std::string>() : std::string();
        const auto analysis = analyse_note(text, lexicon, context);
        auto line = line_from(id, text, analysis);
        if (message.contains("label") && !show_features) {
            const auto language = message.contains("language") && message["language"].is_string() ? message["language"].get<std::string>() : std::string("und");
            tallies[language].add(message, analysis);
            all.add(message, analysis);
        }
        if (show_features) {
            const auto features = features_of_note(text, lexicon);
            line["signs"] = features.signs;
            line["words"] = features.words;
        }
        answer.out += line.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
    }
    if (all.notes > 0) {
        answer.err = fmt::format("{:<9}{:>6}{:>10}{:>10}{:>14}{:>14}{:>12}\n", "language", "notes", "kind", "lenient", "unsafe found", "alarms right", "hard, safe");
        for (const auto& [language, tally] : tallies) answer.err += tally.row(language);
        answer.err += all.row("all");
    }
    return answer;
}

}  // namespace discern
