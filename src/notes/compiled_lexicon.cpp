#include "notes/compiled_lexicon.hpp"

#include "base/hash.hpp"
#include "base/hash_index.hpp"
#include "notes/note_fold.hpp"

#include <algorithm>
#include <map>

namespace discern {

namespace {

constexpr std::array<std::string_view, built_in_count> built_in_names{
    "link", "short_link", "messenger_link", "fake_link", "email", "handle", "phone", "risky_file", "harmless_file",
    "placeholder", "proper_name", "number", "money", "percent", "year", "loud", "question", "disguised",
    "repeated_name", "greeted_by_name", "no_greeting", "words_0_2", "words_3_6", "words_7_12", "words_13_up", "emoji",
    "one_sentence", "many_sentences"};

class Compiler {
public:
    explicit Compiler(const NoteTables& tables) : tables_(tables) {}

    NoteLexicon::Compiled compile() {
        for (const auto name : built_in_names) concept_id(name);
        out_.greeting = concept_id("greeting");
        out_.sign_off = concept_id("sign_off");
        out_.negator = concept_id("negator");
        out_.place_claim = concept_id("place_claim");
        for (auto& root : out_.roots) root.node = graph_.new_node();
        std::vector<std::string_view> function_words;
        for (const auto& language : tables_.languages) {
            const auto root = root_of(language);
            for (const auto& phrases : language.concepts) {
                const auto id = concept_id(phrases.concept_name);
                for (const auto& phrase : phrases.phrases) add_phrase(phrase, id, root);
            }
            if (language.function_words.empty()) continue;
            const auto id = concept_id("language " + std::string(language.code));
            out_.languages.push_back({id, std::string(language.code), root > han_root ? static_cast<RootSet>(1U << root) : RootSet{0}});
            for (const auto& word : language.function_words) add_phrase(word, id, function_words_root);
            append(function_words, language.function_words);
        }
        out_.function_words = table_of(function_words);
        finish_phrases();
        for (const auto& rule : tables_.signs) add_sign(rule);
        for (const auto& name : tables_.negatable) negatable_.push_back(concept_id(name));
        out_.negatable.assign(out_.concept_names.size(), false);
        for (const auto id : negatable_) out_.negatable[id] = true;
        list_candidates();
        out_.prior = tables_.prior;
        add_what_was_learned();
        out_.unsafe_threshold = tables_.unsafe_threshold;
        out_.watchwords = table_of(tables_.watchwords);
        out_.currency = table_of(tables_.currency_words);
        out_.magnitudes = table_of(tables_.magnitude_words);
        out_.abbreviations = table_of(tables_.abbreviations);
        out_.digit_words = table_of(tables_.digit_words);
        fill(out_.shorteners, tables_.shorteners);
        fill(out_.messenger_hosts, tables_.messenger_hosts);
        fill(out_.brand_hosts, tables_.brand_hosts);
        fill(out_.top_domains, tables_.top_domains);
        fill(out_.risky_endings, tables_.risky_endings);
        fill(out_.file_endings, tables_.file_endings);
        out_.brands.assign(tables_.brands.begin(), tables_.brands.end());
        out_.placeholder_words.assign(tables_.placeholder_words.begin(), tables_.placeholder_words.end());
        return std::move(out_);
    }

private:
    ConceptId concept_id(std::string_view name) {
        const auto hash = fnv1a(name);
        if (const auto number = concepts_.find(hash, [&](std::uint32_t each) { return out_.concept_names[each] == name; })) return static_cast<ConceptId>(*number);
        const auto number = static_cast<std::uint32_t>(out_.concept_names.size());
        concepts_.put(hash, number);
        out_.concept_names.emplace_back(name);
        return static_cast<ConceptId>(number);
    }

    static void fill(std::unordered_set<std::string>& set, const std::vector<std::string_view>& texts) {
        for (const auto text : texts) set.emplace(text);
    }

    // English words are understood in notes of every language, those of another language only beside others of it
    // ("no" and "hier" mean different things in two languages).
    std::size_t root_of(const NoteLanguageTable& language) {
        if (language.code == "zh") {
            out_.han_roots = 1U << han_root;
            return han_root;
        }
        if (language.code == "en" || language.function_words.empty() || out_.roots.size() == 16) return common_root;
        out_.roots.push_back({graph_.new_node(), {}});
        return out_.roots.size() - 1;
    }

    static void append(std::vector<std::string_view>& to, const std::vector<std::string_view>& from) { to.insert(to.end(), from.begin(), from.end()); }

    static WordEntry entry_of(std::string_view word) {
        WordEntry entry;
        entry.is_prefix = word.ends_with('*');
        if (entry.is_prefix) word.remove_suffix(1);
        if (std::all_of(word.begin(), word.end(), [](char c) { return is_ascii_alnum(static_cast<unsigned char>(c)); })) {
            for (const char c : word) entry.add(static_cast<unsigned char>(c));  // folded as it is
        } else {
            for (const auto code : folded_word(word)) entry.add(code);
        }
        return entry;
    }

    static WordTable table_of(const std::vector<std::string_view>& words) {
        std::vector<WordEntry> entries;
        entries.reserve(words.size());
        for (const auto word : words) entries.push_back(entry_of(word));
        return WordTable(entries);
    }

    void finish_phrases() {
        out_.words = writer_.words();
        out_.phrases = graph_.build(out_.roots, writer_.symbol_count());
        out_.roots_of_symbol.assign(writer_.symbol_count(), 0);
        for (std::size_t root = 0; root < out_.roots.size(); ++root) {
            const auto bit = static_cast<RootSet>(1U << root);
            for (const auto& step : out_.phrases.words(out_.roots[root].node)) out_.roots_of_symbol[step.symbol] |= bit;
            if (!out_.phrases.any(out_.roots[root].node).empty()) out_.roots_of_any |= bit;
        }
    }

    void add_phrase(std::string_view phrase, ConceptId id, std::size_t root) {
        if (!writer_.add(phrase, out_.roots[root].node, id)) out_.problems.emplace_back(phrase);
    }

    void add_sign(const NoteSignRule& rule) {
        CompiledSign sign;
        sign.name = rule.name;
        if (rule.all.empty()) {
            sign.all = {{concept_id(rule.name)}};
        } else {
            for (const auto& term : rule.all) {
                auto& ids = sign.all.emplace_back();
                for (const auto& name : term) ids.push_back(concept_id(name));
            }
        }
        for (const auto& name : rule.none) sign.none.push_back(concept_id(name));
        sign.reach = rule.reach;
        sign.near_words = rule.near_words;
        sign.weights = rule.weights;
        sign.facts = rule.facts;
        sign.flags = rule.flags;
        out_.signs.push_back(std::move(sign));
    }

    // A sign needs one of its first concepts: only these can make it.
    void list_candidates() {
        out_.sign_words = (out_.signs.size() + 63) / 64;
        out_.candidates.assign(out_.concept_names.size() * out_.sign_words, 0);
        for (std::size_t s = 0; s < out_.signs.size(); ++s) {
            for (const auto id : out_.signs[s].all.front()) out_.candidates[id * out_.sign_words + s / 64] |= std::uint64_t{1} << (s % 64);
        }
    }

    void add_what_was_learned() {
        using Weights = std::array<double, note_kind_count>;
        const LearnedNoteWeights& learned = tables_.learned;
        const auto move = [&](Weights& stated, const Weights& by) {
            for (std::size_t k = 0; k < stated.size(); ++k) stated[k] = stated[k] * learned.stated_share + by[k];
        };
        const std::map<std::string, Weights> moves(learned.signs.begin(), learned.signs.end());
        move(out_.prior, learned.prior);
        for (auto& sign : out_.signs) {
            const auto found = moves.find(sign.name);
            move(sign.weights, found == moves.end() ? Weights{} : found->second);
        }
        out_.word_evidence = WordEvidence(learned.words);
    }

    const NoteTables& tables_;
    NoteLexicon::Compiled out_;
    HashIndex concepts_;  // places in out_.concept_names
    PhraseGraphBuilder graph_;
    PhraseWriter writer_{graph_};
    std::vector<ConceptId> negatable_;
};

}  // namespace

NoteLexicon NoteLexicon::from_tables(const NoteTables& tables) {
    NoteLexicon lexicon;
    lexicon.compiled_ = std::make_shared<const Compiled>(Compiler(tables).compile());
    return lexicon;
}

const std::vector<std::string>& NoteLexicon::problems() const {
    return compiled_->problems;
}

}  // namespace discern
