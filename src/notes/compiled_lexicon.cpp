#include "notes/compiled_lexicon.hpp"

#include <algorithm>
#include <map>

namespace discern {

namespace {

constexpr std::array<std::string_view, built_in_count> built_in_names{
    "link", "short_link", "messenger_link", "fake_link", "email", "handle", "phone", "risky_file", "harmless_file",
    "placeholder", "proper_name", "number", "money", "percent", "year", "loud", "question", "disguised",
    "repeated_name", "greeted_by_name", "no_greeting", "words_0_2", "words_3_6", "words_7_12", "words_13_up", "emoji",
    "one_sentence", "many_sentences"};

[[nodiscard]] int letter_index(char32_t code) {
    if (code >= U'a' && code <= U'z') return static_cast<int>(code - U'a');
    if (is_digit(code)) return static_cast<int>(code - U'0') + 26;
    return -1;
}

class Compiler {
public:
    explicit Compiler(const NoteTables& tables) : tables_(tables) {}

    NoteLexicon::Compiled compile() {
        for (const auto name : built_in_names) concept_id(std::string(name));
        out_.greeting = concept_id("greeting");
        out_.sign_off = concept_id("sign_off");
        out_.negator = concept_id("negator");
        out_.place_claim = concept_id("place_claim");
        out_.function_root = new_node();
        out_.common_root = new_node();
        for (const auto& language : tables_.languages) {
            const auto root = root_of(language);
            for (const auto& phrases : language.concepts) {
                const auto id = concept_id(phrases.concept_name);
                for (const auto& phrase : phrases.phrases) add_phrase(phrase, id, root);
            }
            if (language.function_words.empty()) continue;
            const auto id = concept_id("language " + language.code);
            out_.language_concepts.emplace_back(id, language.code);
            for (const auto& word : language.function_words) add_phrase(word, id, out_.function_root);
            add_words(out_.function_words, language.function_words);
        }
        hint_at_next_words();
        index_root(out_.function_root);
        index_root(out_.common_root);
        if (out_.han_root != 0) index_root(out_.han_root);
        for (const auto& root : out_.language_roots) index_root(root.node);
        for (const auto& rule : tables_.signs) add_sign(rule);
        for (const auto& name : tables_.negatable) negatable_.push_back(concept_id(name));
        out_.negatable.assign(out_.concept_names.size(), false);
        for (const auto id : negatable_) out_.negatable[id] = true;
        out_.prior = tables_.prior;
        add_what_was_learned();
        out_.unsafe_threshold = tables_.unsafe_threshold;
        add_words(out_.watchwords, tables_.watchwords);
        add_words(out_.currency, tables_.currency_words);
        add_words(out_.magnitudes, tables_.magnitude_words);
        add_words(out_.abbreviations, tables_.abbreviations);
        add_words(out_.digit_words, tables_.digit_words);
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
    std::uint32_t root_of(const NoteLanguageTable& language) {
        if (language.code == "zh") return out_.han_root = new_node();
        if (language.code == "en" || language.function_words.empty()) return out_.common_root;
        const auto root = new_node();
        out_.language_roots.push_back({root, static_cast<std::uint32_t>(out_.language_concepts.size())});
        return root;
    }

    static void add_words(WordTrie& trie, const std::vector<std::string>& words) {
        for (const auto& word : words) {
            auto folded = folded_word(word);
            const bool is_prefix = !folded.empty() && folded.back() == U'*';
            if (is_prefix) folded.pop_back();
            trie.add(folded, 0, is_prefix);
        }
    }

    Symbol symbol_of(const PatternElement& element) {
        if (element.kind == PatternElement::Kind::Class) return static_cast<Symbol>(element.token_class);
        const bool is_prefix = element.kind == PatternElement::Kind::Prefix;
        const auto [at, is_new] = symbols_.try_emplace({element.word, is_prefix}, next_symbol_);
        if (!is_new) return at->second;
        const bool plain = std::all_of(element.word.begin(), element.word.end(), is_ascii_alnum);
        if (plain) {
            out_.words.add(element.word, next_symbol_, is_prefix);
        } else {
            out_.single_chars.emplace(element.word.front(), next_symbol_);
        }
        return next_symbol_++;
    }

    std::uint32_t new_node() {
        out_.phrases.emplace_back();
        return static_cast<std::uint32_t>(out_.phrases.size() - 1);
    }

    // Leads from `node` to `target` by one element.
    void lead(std::uint32_t node, const PatternElement& element, std::uint32_t target) {
        switch (element.kind) {
            case PatternElement::Kind::Any: out_.phrases[node].any.push_back(target); break;
            case PatternElement::Kind::Gap: out_.phrases[node].gaps.push_back({no_symbol, false, target, 0}); break;
            default: out_.phrases[node].next.push_back({symbol_of(element), false, target, 0}); break;
        }
    }

    // The nodes reached from `nodes` by the steps. Every phrase has nodes of its own below the root, so that choices
    // can meet again in one node.
    std::vector<std::uint32_t> lead_all(std::vector<std::uint32_t> nodes, const PhrasePattern& pattern) {
        for (const auto& step : pattern.steps) {
            std::vector<std::uint32_t> reached;
            if (step.choices.empty()) {
                const auto target = new_node();
                for (const auto node : nodes) lead(node, step.element, target);
                reached.push_back(target);
            } else {
                const auto meeting = new_node();
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
            }
            nodes = std::move(reached);
        }
        return nodes;
    }

    [[nodiscard]] std::uint64_t wanted_at_once(const PhraseNode& node) const {
        std::uint64_t wanted = node.concepts.empty() && node.any.empty() ? 0 : any_symbol_bit;
        for (const auto& edge : node.next) wanted |= symbol_bit(edge.symbol);
        return wanted;
    }

    [[nodiscard]] std::uint64_t wanted_after_gap(std::uint32_t target) const {
        const auto& node = out_.phrases[target];
        return node.gaps.empty() ? wanted_at_once(node) : any_symbol_bit;
    }

    void hint_at_next_words() {
        for (auto& node : out_.phrases) {
            for (auto& edge : node.next) {
                const auto& target = out_.phrases[edge.target];
                edge.wanted = wanted_at_once(target);
                edge.far = !target.gaps.empty();
                for (const auto& gap : target.gaps) edge.wanted |= wanted_after_gap(gap.target);
            }
            for (auto& gap : node.gaps) gap.wanted = wanted_after_gap(gap.target);
            std::sort(node.next.begin(), node.next.end());
        }
    }

    void index_root(std::uint32_t root) {
        const auto& edges = out_.phrases[root].next;  // sorted by symbol
        auto& begins = out_.root_edges[root];
        begins.assign(static_cast<std::size_t>(next_symbol_) + 1, 0);
        std::size_t edge = 0;
        for (std::size_t symbol = 0; symbol <= next_symbol_; ++symbol) {
            while (edge < edges.size() && edges[edge].symbol < symbol) ++edge;
            begins[symbol] = static_cast<std::uint32_t>(edge);
        }
    }

    [[nodiscard]] static bool takes_symbol(const PatternElement& element) {
        return element.kind != PatternElement::Kind::Any && element.kind != PatternElement::Kind::Gap;
    }

    void add_phrase(const std::string& phrase, ConceptId id, std::uint32_t root) {
        const auto pattern = read_phrase(phrase);
        if (!pattern) return out_.problems.push_back(phrase);
        const auto ends = lead_all({root}, *pattern);
        if (std::find(ends.begin(), ends.end(), root) != ends.end()) return out_.problems.push_back(phrase);
        for (const auto node : ends) {
            auto& concepts = out_.phrases[node].concepts;
            if (std::find(concepts.begin(), concepts.end(), id) == concepts.end()) concepts.push_back(id);
        }
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
    std::map<std::string, ConceptId> concepts_;
    std::map<std::pair<std::u32string, bool>, Symbol> symbols_;
    std::vector<ConceptId> negatable_;
    Symbol next_symbol_ = static_cast<Symbol>(token_class_count);
};

}  // namespace

WordTrie::WordTrie() : nodes_(1) {}

void WordTrie::add(std::u32string_view word, Symbol symbol, bool is_prefix) {
    std::size_t node = 0;
    for (const auto code : word) {
        const int index = letter_index(code);
        if (index < 0) return;
        const auto slot = static_cast<std::size_t>(index);
        if (nodes_[node].next[slot] == 0) {
            nodes_.emplace_back();
            nodes_[node].next[slot] = static_cast<std::uint16_t>(nodes_.size() - 1);
        }
        node = nodes_[node].next[slot];
    }
    (is_prefix ? nodes_[node].prefix : nodes_[node].word) = symbol;
}

void WordTrie::find(const FoldedChar* begin, const FoldedChar* end, std::vector<Symbol>& symbols) const {
    std::size_t node = 0;
    for (const auto* c = begin; c != end; ++c) {
        const int index = letter_index(c->code);
        if (index < 0) return;
        node = nodes_[node].next[static_cast<std::size_t>(index)];
        if (node == 0) return;
        if (nodes_[node].prefix != no_symbol) symbols.push_back(nodes_[node].prefix);
    }
    if (nodes_[node].word != no_symbol) symbols.push_back(nodes_[node].word);
}

template <class Reached>
bool WordTrie::walk(std::u32string_view word, Reached stop) const {
    std::size_t node = 0;
    for (const auto code : word) {
        const int index = letter_index(code);
        if (index < 0) return false;
        node = nodes_[node].next[static_cast<std::size_t>(index)];
        if (node == 0) return false;
        if (stop(nodes_[node])) return true;
    }
    return nodes_[node].word != no_symbol;
}

bool WordTrie::contains(std::u32string_view word) const {
    return walk(word, [](const Node& node) { return node.prefix != no_symbol; });
}

bool WordTrie::has_word(std::u32string_view word) const {
    return walk(word, [](const Node&) { return false; });
}

NoteLexicon NoteLexicon::from_tables(const NoteTables& tables) {
    NoteLexicon lexicon;
    lexicon.compiled_ = std::make_shared<const Compiled>(Compiler(tables).compile());
    return lexicon;
}

const std::vector<std::string>& NoteLexicon::problems() const {
    return compiled_->problems;
}

}  // namespace discern
