#include "knowledge/note_lexicon_reader.hpp"

#include "knowledge/json_walk.hpp"

#include <algorithm>
#include <array>
#include <optional>
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

using Texts = std::vector<std::string_view>;

void append_texts(JsonWalk& walk, Texts& texts) {
    for (walk.open('['); walk.next(']');) texts.push_back(walk.text());
}

Texts texts_of(JsonWalk& walk) {
    Texts texts;
    append_texts(walk, texts);
    return texts;
}

// Lists of words that are common to all languages, by their names in the files.
Texts* common_list(std::string_view name, NoteTables& tables) {
    const std::pair<std::string_view, Texts*> lists[] = {
        {"watchwords", &tables.watchwords}, {"currency_words", &tables.currency_words}, {"magnitude_words", &tables.magnitude_words},
        {"digit_words", &tables.digit_words}, {"abbreviations", &tables.abbreviations}, {"placeholder_words", &tables.placeholder_words},
        {"shorteners", &tables.shorteners}, {"messenger_hosts", &tables.messenger_hosts}, {"brands", &tables.brands},
        {"brand_hosts", &tables.brand_hosts}, {"top_domains", &tables.top_domains}, {"risky_endings", &tables.risky_endings},
        {"file_endings", &tables.file_endings}, {"negatable", &tables.negatable}};
    for (const auto& [known, list] : lists)
        if (known == name) return list;
    return nullptr;
}

void read_concepts(JsonWalk& walk, NoteLanguageTable& language) {
    for (walk.open('{'); walk.next('}');) {
        auto& phrases = language.concepts.emplace_back();
        phrases.concept_name = walk.name();
        append_texts(walk, phrases.phrases);
    }
}

// {"sales_pitch": 1.5, ...}; false when a kind is unknown.
bool read_weights(JsonWalk& walk, std::array<double, note_kind_count>& weights) {
    bool all_known = true;
    for (walk.open('{'); walk.next('}');) {
        const auto kind = note_kind_from_name(walk.name());
        const double weight = walk.number();
        if (kind) weights[static_cast<std::size_t>(*kind)] = weight;
        all_known = all_known && kind;
    }
    return all_known;
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
bool read_word_weights(JsonWalk& walk, std::vector<NoteWordWeight>& weights) {
    std::vector<NoteKind> kinds;
    std::string_view words, says;
    for (walk.open('{'); walk.next('}');) {
        const auto name = walk.name();
        if (name == "list") words = walk.text();
        else if (name == "says") says = walk.text();
        else if (name != "kinds") walk.skip();
        else
            for (const auto each : texts_of(walk)) {
                const auto kind = note_kind_from_name(each);
                if (!kind || static_cast<std::size_t>(*kind) >= weighed_kind_count) return false;
                kinds.push_back(*kind);
            }
    }
    weights.reserve(says.size() / 2);
    while (!words.empty()) {
        const auto word = next_word(words), said = next_word(says);
        if (word.empty() || said.empty() || said.size() % 2 != 0) return false;
        for (std::size_t at = 0; at < said.size(); at += 2) {
            const auto kind = static_cast<std::size_t>(said[at] - 'A');
            const char steps = said[at + 1];
            if (kind >= kinds.size() || steps < 'a' || steps > 'z') return false;
            weights.push_back({word, kinds[kind], static_cast<float>(steps - 'n') / 5});
        }
    }
    return says.empty();
}

bool read_learned(JsonWalk& walk, LearnedNoteWeights& learned) {
    bool all_known = true;
    for (walk.open('{'); walk.next('}');) {
        const auto name = walk.name();
        if (name == "stated_share") learned.stated_share = walk.number();
        else if (name == "prior") all_known = read_weights(walk, learned.prior) && all_known;
        else if (name == "words") all_known = read_word_weights(walk, learned.words) && all_known;
        else if (name != "signs") walk.skip();
        else
            for (walk.open('{'); walk.next('}');) {
                auto& [sign, weights] = learned.signs.emplace_back();
                sign = walk.name();
                all_known = read_weights(walk, weights) && all_known;
            }
    }
    return all_known;
}

// "a|b" is one term of which a or b suffices.
std::vector<std::string> choices_of(std::string_view term) {
    std::vector<std::string> choices;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= term.size(); ++i) {
        if (i < term.size() && term[i] != '|') continue;
        choices.emplace_back(term.substr(begin, i - begin));
        begin = i + 1;
    }
    return choices;
}

Result<NoteSignRule> sign_from(JsonWalk& walk, const std::string& file) {
    NoteSignRule rule;
    bool all_known = true;
    for (walk.open('{'); walk.next('}');) {
        const auto name = walk.name();
        if (name == "name") {
            rule.name = walk.text();
        } else if (name == "when") {
            for (const auto term : texts_of(walk)) rule.all.push_back(choices_of(term));
        } else if (name == "not") {
            for (const auto term : texts_of(walk)) rule.none.emplace_back(term);
        } else if (name == "within" && walk.peek() != '"') {
            rule.reach = NoteSignRule::Reach::Near;
            const double words = walk.number();
            if (!(words >= 0 && words <= 1000)) return problem_in(file, "A sign reaches over an impossible number of words.");
            rule.near_words = static_cast<std::uint32_t>(words);
        } else if (name == "within") {
            if (walk.text() == "sentence") rule.reach = NoteSignRule::Reach::Sentence;
        } else if (name == "weights") {
            all_known = read_weights(walk, rule.weights);
        } else if (name == "facts") {
            for (const auto fact : texts_of(walk)) {
                const auto code = fact_code_from_name(fact);
                if (!code) return problem_in(file, "The sign " + rule.name + " names an unknown fact.");
                rule.facts.push_back(*code);
            }
        } else if (name == "flags") {
            for (const auto flag : texts_of(walk)) rule.flags.emplace_back(flag);
        } else {
            walk.skip();
        }
    }
    if (rule.name.empty()) return problem_in(file, "A sign has no name.");
    if (!all_known) return problem_in(file, "The weights of the sign " + rule.name + " name an unknown kind.");
    return rule;
}

std::optional<Problem> read_text(const LexiconText& text, NoteTables& tables) {
    JsonWalk walk(text.json);
    NoteLanguageTable language;
    for (walk.open('{'); walk.next('}');) {
        const auto name = walk.name();
        if (name == "language") {
            language.code = walk.text();
        } else if (name == "function_words") {
            append_texts(walk, language.function_words);
        } else if (name == "concepts") {
            read_concepts(walk, language);
        } else if (auto* list = common_list(name, tables)) {
            append_texts(walk, *list);
        } else if (name == "unsafe_threshold") {
            tables.unsafe_threshold = walk.number();
        } else if (name == "prior") {
            if (!read_weights(walk, tables.prior)) return problem_in(text.file, "The prior names an unknown kind.").error();
        } else if (name == "learned") {
            if (!read_learned(walk, tables.learned)) return problem_in(text.file, "The learned weights name an unknown kind.").error();
        } else if (name == "signs") {
            for (walk.open('['); walk.next(']');) {
                auto rule = sign_from(walk, text.file);
                if (!rule) return std::move(rule.error());
                tables.signs.push_back(std::move(*rule));
            }
        } else {
            walk.skip();
        }
    }
    if (!language.code.empty()) tables.languages.push_back(std::move(language));
    if (!walk.is_whole()) return problem_in(text.file, "The file is not a table of words.").error();
    return std::nullopt;
}

}  // namespace

std::span<const std::string_view> note_lexicon_paths() {
    return lexicon_paths;
}

Result<NoteTables> note_tables_from_json(std::span<const LexiconText> texts) {
    NoteTables tables;
    for (const auto& text : texts)
        if (auto problem = read_text(text, tables)) return std::unexpected(std::move(*problem));
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
