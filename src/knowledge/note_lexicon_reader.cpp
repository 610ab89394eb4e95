#include "knowledge/note_lexicon_reader.hpp"

#include "base/json.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace discern {

namespace {

constexpr std::array<std::string_view, 10> lexicon_paths{
    "assets/lexicon/notes/signs.json", "assets/lexicon/notes/common.json", "assets/lexicon/notes/en.json",
    "assets/lexicon/notes/es.json",    "assets/lexicon/notes/fr.json",     "assets/lexicon/notes/de.json",
    "assets/lexicon/notes/pt.json",    "assets/lexicon/notes/hi.json",     "assets/lexicon/notes/zh.json",
    "assets/lexicon/notes/learned.json"};

[[nodiscard]] std::unexpected<Problem> problem_in(const std::string& file, std::string what) {
    return std::unexpected(Problem{std::move(what), {file, 0}, "Restore the file from the program's own copy."});
}

std::vector<std::string> strings_at(const Json& object, const char* key) {
    std::vector<std::string> strings;
    const auto found = object.find(key);
    if (found == object.end() || !found->is_array()) return strings;
    for (const auto& item : *found) {
        if (item.is_string()) strings.push_back(item.get<std::string>());
    }
    return strings;
}

void append(std::vector<std::string>& to, std::vector<std::string> from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

void read_language(const Json& json, NoteTables& tables) {
    auto& language = tables.languages.emplace_back();
    language.code = json.find("language")->text();
    language.function_words = strings_at(json, "function_words");
    const auto concepts = json.find("concepts");
    if (concepts != json.end() && concepts->is_object()) {
        for (const auto& [name, phrases] : concepts->items()) {
            language.concepts.push_back({name, strings_at(*concepts, name.c_str())});
        }
    }
    append(tables.watchwords, strings_at(json, "watchwords"));
    append(tables.currency_words, strings_at(json, "currency_words"));
    append(tables.magnitude_words, strings_at(json, "magnitude_words"));
    append(tables.digit_words, strings_at(json, "digit_words"));
    append(tables.abbreviations, strings_at(json, "abbreviations"));
    append(tables.placeholder_words, strings_at(json, "placeholder_words"));
    append(tables.shorteners, strings_at(json, "shorteners"));
    append(tables.messenger_hosts, strings_at(json, "messenger_hosts"));
    append(tables.brands, strings_at(json, "brands"));
    append(tables.brand_hosts, strings_at(json, "brand_hosts"));
    append(tables.top_domains, strings_at(json, "top_domains"));
    append(tables.risky_endings, strings_at(json, "risky_endings"));
    append(tables.file_endings, strings_at(json, "file_endings"));
}

// {"sales_pitch": 1.5, ...}; false when a kind is unknown.
bool read_weights(const Json& json, std::array<double, note_kind_count>& weights) {
    if (!json.is_object()) return false;
    for (const auto& [name, weight] : json.items()) {
        const auto kind = note_kind_from_name(name);
        if (!kind || !weight.is_number()) return false;
        weights[static_cast<std::size_t>(*kind)] = weight.get<double>();
    }
    return true;
}

// The text up to the next blank, which is taken away with it.
std::string_view next_word(std::string_view& text) {
    const auto word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    return word;
}

// {"kinds": ["personal_good", ...], "list": "signals usdt daily_profit", "says": "Ho HtFm Hp"}: words with blanks between,
// and in the same order what each says: for each kind two letters, of the kind (A is the first) and of its steps of 0.2
// (n is none, o one up, m one down). Nothing at all is no words.
bool read_word_weights(const Json& json, std::vector<NoteWordWeight>& weights) {
    if (!json.is_object()) return false;
    std::vector<NoteKind> kinds;
    for (const auto& name : strings_at(json, "kinds")) {
        const auto kind = note_kind_from_name(name);
        if (!kind || static_cast<std::size_t>(*kind) >= weighed_kind_count) return false;
        kinds.push_back(*kind);
    }
    const auto text_at = [&](std::string_view key) { return json.contains(key) ? std::string_view(json.find(key)->text()) : std::string_view(); };
    std::string_view words = text_at("list"), says = text_at("says");
    while (!words.empty()) {
        const auto word = next_word(words), said = next_word(says);
        if (word.empty() || said.empty() || said.size() % 2 != 0) return false;
        for (std::size_t at = 0; at < said.size(); at += 2) {
            const auto kind = static_cast<std::size_t>(said[at] - 'A');
            const char steps = said[at + 1];
            if (kind >= kinds.size() || steps < 'a' || steps > 'z') return false;
            weights.push_back({std::string(word), kinds[kind], static_cast<float>(steps - 'n') / 5});
        }
    }
    return says.empty();
}

bool read_learned(const Json& json, LearnedNoteWeights& learned) {
    const auto at = [&](std::string_view name) -> const Json& { return json.contains(name) ? *json.find(name) : Json::object(); };
    if (json.contains("stated_share")) learned.stated_share = at("stated_share").number();
    for (const auto& [name, weights] : at("signs").items()) {
        if (!read_weights(weights, learned.signs.emplace_back(name, std::array<double, note_kind_count>{}).second)) return false;
    }
    return json.is_object() && read_weights(at("prior"), learned.prior) && read_word_weights(at("words"), learned.words);
}

// "a|b" is one term of which a or b suffices.
std::vector<std::string> choices_of(const std::string& term) {
    std::vector<std::string> choices;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= term.size(); ++i) {
        if (i < term.size() && term[i] != '|') continue;
        choices.push_back(term.substr(begin, i - begin));
        begin = i + 1;
    }
    return choices;
}

Result<NoteSignRule> sign_from(const Json& json, const std::string& file) {
    NoteSignRule rule;
    const auto name = json.find("name");
    if (name == json.end() || !name->is_string()) return problem_in(file, "A sign has no name.");
    rule.name = name->get<std::string>();
    for (const auto& term : strings_at(json, "when")) rule.all.push_back(choices_of(term));
    rule.none = strings_at(json, "not");
    const auto within = json.find("within");
    if (within != json.end() && within->is_number_unsigned()) {
        rule.reach = NoteSignRule::Reach::Near;
        rule.near_words = within->get<std::uint32_t>();
    } else if (within != json.end() && within->text() == "sentence") {
        rule.reach = NoteSignRule::Reach::Sentence;
    }
    const auto weights = json.find("weights");
    if (weights != json.end() && !read_weights(*weights, rule.weights)) {
        return problem_in(file, "The weights of the sign " + rule.name + " name an unknown kind.");
    }
    for (const auto& fact : strings_at(json, "facts")) {
        const auto code = fact_code_from_name(fact);
        if (!code) return problem_in(file, "The sign " + rule.name + " names an unknown fact.");
        rule.facts.push_back(*code);
    }
    rule.flags = strings_at(json, "flags");
    return rule;
}

}  // namespace

std::span<const std::string_view> note_lexicon_paths() {
    return lexicon_paths;
}

Result<NoteTables> note_tables_from_json(std::span<const LexiconText> texts) {
    NoteTables tables;
    for (const auto& text : texts) {
        const auto json = Json::parse(text.json);
        if (json.is_discarded() || !json.is_object()) return problem_in(text.file, "The file is not a table of words.");
        const auto language = json.find("language");
        if (language != json.end() && language->is_string()) read_language(json, tables);
        const auto prior = json.find("prior");
        if (prior != json.end() && !read_weights(*prior, tables.prior)) return problem_in(text.file, "The prior names an unknown kind.");
        const auto threshold = json.find("unsafe_threshold");
        if (threshold != json.end() && threshold->is_number()) tables.unsafe_threshold = threshold->get<double>();
        const auto learned = json.find("learned");
        if (learned != json.end() && !read_learned(*learned, tables.learned)) return problem_in(text.file, "The learned weights name an unknown kind.");
        append(tables.negatable, strings_at(json, "negatable"));
        const auto signs = json.find("signs");
        if (signs == json.end() || !signs->is_array()) continue;
        for (const auto& item : *signs) {
            auto rule = sign_from(item, text.file);
            if (!rule) return std::unexpected(std::move(rule.error()));
            tables.signs.push_back(std::move(*rule));
        }
    }
    return tables;
}

Result<NoteLexicon> read_note_lexicon(const AssetReader& read) {
    std::vector<LexiconText> texts;
    for (const auto path : lexicon_paths) {
        texts.push_back({std::string(path), read(path)});
        if (texts.back().json.empty()) return problem_in(texts.back().file, "The table of words is missing.");
    }
    const auto tables = note_tables_from_json(texts);
    if (!tables) return std::unexpected(tables.error());
    auto lexicon = NoteLexicon::from_tables(*tables);
    if (!lexicon.problems().empty()) return problem_in("assets/lexicon/notes", "A phrase cannot be read: " + lexicon.problems().front() + ".");
    return lexicon;
}

const NoteLexicon& embedded_note_lexicon() {
    static const NoteLexicon lexicon = read_note_lexicon(embedded_asset).value_or(NoteLexicon::from_tables({}));
    return lexicon;
}

}  // namespace discern
