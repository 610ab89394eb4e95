#include "notes/compiled_lexicon.hpp"

#include "notes/note_fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

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
        for (const auto name : built_in_names) concept_id(std::string(name));
        out_.greeting = concept_id("greeting");
        out_.sign_off = concept_id("sign_off");
        out_.negator = concept_id("negator");
        out_.place_claim = concept_id("place_claim");
        for (auto& root : out_.roots) root.node = graph_.new_node();
        std::vector<std::string> function_words;
        for (const auto& language : tables_.languages) {
            const auto root = root_of(language);
            for (const auto& phrases : language.concepts) {
                const auto id = concept_id(phrases.concept_name);
                for (const auto& phrase : phrases.phrases) add_phrase(phrase, id, root);
            }
            if (language.function_words.empty()) continue;
            const auto id = concept_id("language " + language.code);
            out_.languages.push_back({id, language.code, root > han_root ? static_cast<RootSet>(1U << root) : RootSet{0}});
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
        out_.shorteners = {tables_.shorteners.begin(), tables_.shorteners.end()};
        out_.messenger_hosts = {tables_.messenger_hosts.begin(), tables_.messenger_hosts.end()};
        out_.brand_hosts = {tables_.brand_hosts.begin(), tables_.brand_hosts.end()};
        out_.top_domains = {tables_.top_domains.begin(), tables_.top_domains.end()};
        out_.risky_endings = {tables_.risky_endings.begin(), tables_.risky_endings.end()};
        out_.file_endings = {tables_.file_endings.begin(), tables_.file_endings.end()};
        out_.brands = tables_.brands;
        out_.placeholder_words = tables_.placeholder_words;
        return std::move(out_);
    }

private:
    ConceptId concept_id(const std::string& name) {
        const auto [at, is_new] = concepts_.try_emplace(name, static_cast<ConceptId>(out_.concept_names.size()));
        if (is_new) out_.concept_names.push_back(name);
        return at->second;
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

    static void append(std::vector<std::string>& to, const std::vector<std::string>& from) { to.insert(to.end(), from.begin(), from.end()); }

    static WordTable table_of(const std::vector<std::string>& words) {
        std::vector<WordEntry> entries;
        for (const auto& word : words) {
            auto folded = folded_word(word);
            const bool is_prefix = !folded.empty() && folded.back() == U'*';
            if (is_prefix) folded.pop_back();
            entries.push_back({std::move(folded), 0, is_prefix});
        }
        return WordTable(entries);
    }

    Symbol symbol_of(const PatternElement& element) {
        if (element.kind == PatternElement::Kind::Class) return static_cast<Symbol>(element.token_class);
        const bool is_prefix = element.kind == PatternElement::Kind::Prefix;
        auto key = element.word;
        if (is_prefix) key.push_back('*');
        const auto [at, is_new] = symbols_.try_emplace(std::move(key), next_symbol_);
        if (!is_new) return at->second;
        std::u32string word;
        for (std::size_t i = 0; i < element.word.size();) word.push_back(next_code_point(element.word, i));
        words_.push_back({std::move(word), next_symbol_, is_prefix});
        return next_symbol_++;
    }

    // Leads from `node` to `target` by one element.
    void lead(std::uint32_t node, const PatternElement& element, std::uint32_t target) {
        switch (element.kind) {
            case PatternElement::Kind::Any: graph_.lead_by_any(node, target); break;
            case PatternElement::Kind::Gap: graph_.lead_by_gap(node, target); break;
            default: graph_.lead_by(node, symbol_of(element), target); break;
        }
    }

    // The nodes reached from `nodes` by the steps. Every phrase has nodes of its own below the root, so that choices
    // can meet again in one node.
    std::vector<std::uint32_t> lead_all(std::vector<std::uint32_t> nodes, const PhrasePattern& pattern) {
        for (const auto& step : pattern.steps) {
            if (step.choices.empty()) {
                const auto target = graph_.new_node();
                for (const auto node : nodes) lead(node, step.element, target);
                nodes.assign(1, target);  // the most frequent: in the memory that is there
                continue;
            }
            const auto meeting = graph_.new_node();
            std::vector<std::uint32_t> reached;
            bool any_word = false;
            for (const auto& choice : step.choices) {
                if (choice.steps.size() == 1 && choice.steps.front().choices.empty() && takes_symbol(choice.steps.front().element)) {
                    for (const auto node : nodes) lead(node, choice.steps.front().element, meeting);
                    any_word = true;
                    continue;
                }
                for (const auto node : lead_all(nodes, choice)) {
                    if (std::find(reached.begin(), reached.end(), node) == reached.end()) reached.push_back(node);
                }
            }
            if (any_word) reached.push_back(meeting);
            nodes = std::move(reached);
        }
        return nodes;
    }

    void finish_phrases() {
        out_.words = WordTable(words_);
        out_.phrases = graph_.build(out_.roots, next_symbol_);
        out_.roots_of_symbol.assign(next_symbol_, 0);
        for (std::size_t root = 0; root < out_.roots.size(); ++root) {
            const auto bit = static_cast<RootSet>(1U << root);
            for (const auto& step : out_.phrases.words(out_.roots[root].node)) out_.roots_of_symbol[step.symbol] |= bit;
            if (!out_.phrases.any(out_.roots[root].node).empty()) out_.roots_of_any |= bit;
        }
    }

    [[nodiscard]] static bool takes_symbol(const PatternElement& element) {
        return element.kind != PatternElement::Kind::Any && element.kind != PatternElement::Kind::Gap;
    }

    void add_phrase(const std::string& phrase, ConceptId id, std::size_t root) {
        const auto pattern = read_phrase(phrase);
        if (!pattern) return out_.problems.push_back(phrase);
        const auto begin = out_.roots[root].node;
        const auto ends = lead_all({begin}, *pattern);
        if (std::find(ends.begin(), ends.end(), begin) != ends.end()) return out_.problems.push_back(phrase);
        for (const auto node : ends) graph_.end_at(node, id);
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
    std::unordered_map<std::string, ConceptId> concepts_;
    std::unordered_map<std::string, Symbol> symbols_;  // looked up only, never walked
    std::vector<WordEntry> words_;
    PhraseGraphBuilder graph_;
    std::vector<ConceptId> negatable_;
    Symbol next_symbol_ = static_cast<Symbol>(token_class_count);
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
