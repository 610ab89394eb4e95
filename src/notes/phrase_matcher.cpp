#include "notes/phrase_matcher.hpp"

#include <algorithm>

namespace discern {

namespace {

constexpr std::uint32_t longest_gap = 4;       // words that ".." may skip
constexpr std::uint32_t longest_han_gap = 8;   // characters, where the text is Chinese
constexpr std::uint32_t negation_reach = 3;    // words between a negation and what it takes away

class Finder {
public:
    Finder(const NoteTokens& tokens, const NoteLexicon::Compiled& lexicon) : in_(tokens), lexicon_(lexicon) {}

    std::vector<ConceptHit> find() {
        note_symbols();
        find_from(lexicon_.function_words_root);
        sort_hits();
        find_spoken();
        for (const auto& found : in_.found) {
            hits_.push_back({static_cast<ConceptId>(found.concept_name), found.first_token, found.last_token});
        }
        sort_hits();
        drop_negated();
        return std::move(hits_);
    }

private:
    // The bits of the symbols of each token, and of the tokens that a gap from there may reach.
    void note_symbols() {
        const auto count = in_.tokens.size();
        coming_.assign(count + 1, any_symbol_bit);
        for (std::size_t i = 0; i < count; ++i) {
            for (auto s = in_.tokens[i].symbols_begin; s < in_.tokens[i].symbols_end; ++s) coming_[i] |= symbol_bit(in_.symbols[s]);
        }
        coming_soon_ = coming_;
        for (std::size_t i = 0; i < count; ++i) {
            for (std::size_t k = i + 1; k <= i + longest_han_gap && k < count; ++k) coming_soon_[i] |= coming_[k];
        }
    }

    void walk(std::uint32_t node, std::uint32_t at) {
        const auto& graph = lexicon_.phrases;
        for (const auto concept_id : graph.concepts(node)) hits_.push_back({concept_id, start_, at - 1});
        if (at >= in_.tokens.size()) return;
        const auto& token = in_.tokens[at];
        if (at != start_ && token.sentence != in_.tokens[start_].sentence) return;
        const auto words = graph.words(node);
        for (auto s = token.symbols_begin; s < token.symbols_end; ++s) {
            const auto symbol = in_.symbols[s];
            const auto next = std::lower_bound(words.begin(), words.end(), symbol, [](const PhraseStep& step, Symbol wanted) { return step.symbol < wanted; });
            for (auto step = next; step != words.end() && step->symbol == symbol; ++step) follow(*step, at + 1);
        }
        for (const auto& step : graph.any(node)) walk(step.target, at + 1);
        const auto gaps = graph.gaps(node);
        if (gaps.empty()) return;
        const auto reach = token.han ? longest_han_gap : longest_gap;
        for (std::uint32_t skip = 0; skip <= reach && at + skip < in_.tokens.size(); ++skip) {
            if (in_.tokens[at + skip].sentence != in_.tokens[start_].sentence) break;
            for (const auto& gap : gaps) {
                if ((gap.wanted & coming_[at + skip]) != 0) walk(gap.target, at + skip);
            }
        }
    }

    void follow(const PhraseStep& step, std::uint32_t at) {
        if ((step.wanted & (step.far ? coming_soon_ : coming_)[at]) != 0) walk(step.target, at);
    }

    void sort_hits() {
        std::sort(hits_.begin(), hits_.end());
        hits_.erase(std::unique(hits_.begin(), hits_.end()), hits_.end());
    }

    // As walk, but most first words begin no phrase: the root's steps are found by one look-up a symbol.
    void find_from(const PhraseRoot& root) {
        const auto words = lexicon_.phrases.words(root.node);
        const auto any = lexicon_.phrases.any(root.node);
        for (start_ = 0; start_ < in_.tokens.size(); ++start_) {
            const auto& token = in_.tokens[start_];
            for (auto s = token.symbols_begin; s < token.symbols_end; ++s) {
                const auto symbol = in_.symbols[s];
                for (auto e = root.first_step[symbol]; e < root.first_step[symbol + 1U]; ++e) follow(words[e], start_ + 1);
            }
            for (const auto& step : any) walk(step.target, start_ + 1);
        }
    }

    // Phrases of the languages that the note is written in, as far as its function words (the hits so far) tell. A
    // language with more than half as many of them as the best one counts too, since people mix; and where there are
    // hardly any, all do.
    void find_spoken() {
        const auto counts = words_of_languages();
        find_from(lexicon_.common_root);
        const bool han = std::any_of(in_.tokens.begin(), in_.tokens.end(), [](const NoteToken& token) { return token.han; });
        if (han && lexicon_.han_root.node != 0) find_from(lexicon_.han_root);
        const auto most = counts.empty() ? 0 : *std::max_element(counts.begin(), counts.end());
        for (const auto& root : lexicon_.language_roots) {
            if (most < 2 || counts[root.language] * 2 > most) find_from(root);
        }
    }

    // How many function words of each language the hits so far are.
    [[nodiscard]] std::vector<std::uint32_t> words_of_languages() const {
        std::vector<std::uint32_t> counts(lexicon_.language_concepts.size(), 0);
        for (const auto& hit : hits_) {
            for (std::size_t i = 0; i < counts.size(); ++i) counts[i] += lexicon_.language_concepts[i].first == hit.concept_id ? 1U : 0U;
        }
        return counts;
    }

    void drop_negated() {
        std::vector<ConceptHit> negators;
        for (const auto& hit : hits_) {
            if (hit.concept_id == lexicon_.negator) negators.push_back(hit);
        }
        if (negators.empty()) return;
        std::erase_if(hits_, [&](const ConceptHit& hit) {
            if (!lexicon_.negatable[hit.concept_id]) return false;
            return std::any_of(negators.begin(), negators.end(), [&](const ConceptHit& negator) {
                return negator.last_token < hit.first_token && hit.first_token - negator.last_token <= negation_reach &&
                       in_.tokens[negator.last_token].sentence == in_.tokens[hit.first_token].sentence;
            });
        });
    }

    const NoteTokens& in_;
    const NoteLexicon::Compiled& lexicon_;
    std::uint32_t start_ = 0;
    std::vector<std::uint64_t> coming_, coming_soon_;  // by token, and one past the end
    std::vector<ConceptHit> hits_;
};

}  // namespace

std::vector<ConceptHit> find_concepts(const NoteTokens& tokens, const NoteLexicon::Compiled& lexicon) {
    return Finder(tokens, lexicon).find();
}

}  // namespace discern
