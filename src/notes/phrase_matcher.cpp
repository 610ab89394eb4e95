#include "notes/phrase_matcher.hpp"

#include <algorithm>
#include <bit>
#include <span>

namespace discern {

namespace {

constexpr std::uint32_t longest_gap = 4;       // words that ".." may skip
constexpr std::uint32_t longest_han_gap = 8;   // characters, where the text is Chinese
constexpr std::uint32_t negation_reach = 3;    // words between a negation and what it takes away

}  // namespace

void PhraseFinder::find(const NoteTokens& tokens, const NoteLexicon::Compiled& lexicon, std::vector<ConceptHit>& hits) {
    in_ = &tokens;
    lexicon_ = &lexicon;
    hits_ = &hits;
    hits.clear();
    note_symbols();
    find_from(1U << function_words_root);
    find_from(spoken_roots());
    for (const auto& found : tokens.found) hits.push_back({static_cast<ConceptId>(found.concept_name), found.first_token, found.last_token});
    sort_hits();
    drop_negated();
}

// The bits of the symbols of each token, and of the tokens that a gap from there may reach.
void PhraseFinder::note_symbols() {
    const auto count = in_->tokens.size();
    coming_.assign(count + 1, any_symbol_bit);
    bool han = false;
    for (std::size_t i = 0; i < count; ++i) {
        const auto& token = in_->tokens[i];
        han = han || token.han;
        for (auto s = token.symbols_begin; s < token.symbols_end; ++s) coming_[i] |= symbol_bit(in_->symbols[s]);
    }
    coming_soon_ = coming_;
    const auto reach = han ? longest_han_gap : longest_gap;
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t k = i + 1; k <= i + reach && k < count; ++k) coming_soon_[i] |= coming_[k];
    }
}

void PhraseFinder::walk(std::uint32_t node, std::uint32_t at) {
    const auto& graph = lexicon_->phrases;
    for (const auto concept_id : graph.concepts(node)) hits_->push_back({concept_id, start_, at - 1});
    if (at >= in_->tokens.size()) return;
    const auto& token = in_->tokens[at];
    if (at != start_ && token.sentence != in_->tokens[start_].sentence) return;
    const auto words = graph.words(node);
    if (!words.empty()) {
        for (auto s = token.symbols_begin; s < token.symbols_end; ++s) {
            const auto symbol = in_->symbols[s];
            const auto next = std::lower_bound(words.begin(), words.end(), symbol, [](const PhraseStep& step, Symbol wanted) { return step.symbol < wanted; });
            for (auto step = next; step != words.end() && step->symbol == symbol; ++step) follow(*step, at + 1);
        }
    }
    for (const auto& step : graph.any(node)) follow(step, at + 1);
    const auto gaps = graph.gaps(node);
    if (gaps.empty()) return;
    const auto reach = token.han ? longest_han_gap : longest_gap;
    for (std::uint32_t skip = 0; skip <= reach && at + skip < in_->tokens.size(); ++skip) {
        if (in_->tokens[at + skip].sentence != in_->tokens[start_].sentence) break;
        for (const auto& gap : gaps) {
            if ((gap.wanted & coming_[at + skip]) != 0) walk(gap.target, at + skip);
        }
    }
}

void PhraseFinder::follow(const PhraseStep& step, std::uint32_t at) {
    if ((step.wanted & (step.far ? coming_soon_ : coming_)[at]) != 0) walk(step.target, at);
}

// As walk from the roots, but most first words begin no phrase: one look says in which roots they do.
void PhraseFinder::find_from(RootSet roots) {
    const auto& graph = lexicon_->phrases;
    const auto& roots_of_symbol = lexicon_->roots_of_symbol;
    const unsigned roots_of_any = roots & lexicon_->roots_of_any;
    const auto count = static_cast<std::uint32_t>(in_->tokens.size());
    for (start_ = 0; start_ < count; ++start_) {
        const auto next = coming_[start_ + 1], soon = coming_soon_[start_ + 1];
        const auto follow_all = [&](std::span<const PhraseStep> steps) {
            for (const auto& step : steps) {
                if ((step.wanted & (step.far ? soon : next)) != 0) walk(step.target, start_ + 1);
            }
        };
        const auto& token = in_->tokens[start_];
        for (auto s = token.symbols_begin; s < token.symbols_end; ++s) {
            const auto symbol = in_->symbols[s];
            if (symbol >= roots_of_symbol.size()) continue;
            for (unsigned begins = roots_of_symbol[symbol] & roots; begins != 0; begins &= begins - 1) {
                const auto& root = lexicon_->roots[static_cast<std::size_t>(std::countr_zero(begins))];
                const auto first = root.first_step[symbol], last = root.first_step[symbol + 1U];
                follow_all(graph.words(root.node).subspan(first, last - first));
            }
        }
        for (unsigned left = roots_of_any; left != 0; left &= left - 1) {
            follow_all(graph.any(lexicon_->roots[static_cast<std::size_t>(std::countr_zero(left))].node));
        }
    }
}

// Phrases are looked for in the languages that the note is written in, as far as its function words (the hits so far)
// tell. A language with more than half as many of them as the best one counts too, since people mix; and where there are
// hardly any, all do.
RootSet PhraseFinder::spoken_roots() {
    const auto& languages = lexicon_->languages;
    language_words_.assign(languages.size(), 0);
    for (auto hit = hits_->begin(); hit != hits_->end(); ++hit) {
        bool again = false;  // hits come word by word: the same one, by another phrase, is near
        for (auto before = hit; !again && before != hits_->begin() && (before - 1)->first_token == hit->first_token; --before) again = *(before - 1) == *hit;
        if (again) continue;
        for (std::size_t i = 0; i < languages.size(); ++i) language_words_[i] += languages[i].function_words == hit->concept_id ? 1U : 0U;
    }
    RootSet roots = 1U << common_root;
    if (std::any_of(in_->tokens.begin(), in_->tokens.end(), [](const NoteToken& token) { return token.han; })) roots |= lexicon_->han_roots;
    const auto most = languages.empty() ? 0 : *std::max_element(language_words_.begin(), language_words_.end());
    for (std::size_t i = 0; i < languages.size(); ++i) {
        if (most < 2 || language_words_[i] * 2 > most) roots |= languages[i].roots;
    }
    return roots;
}

void PhraseFinder::sort_hits() {
    std::sort(hits_->begin(), hits_->end());
    hits_->erase(std::unique(hits_->begin(), hits_->end()), hits_->end());
}

void PhraseFinder::drop_negated() {
    negators_.clear();
    for (const auto& hit : *hits_) {
        if (hit.concept_id == lexicon_->negator) negators_.push_back(hit);
    }
    if (negators_.empty()) return;
    std::erase_if(*hits_, [&](const ConceptHit& hit) {
        if (!lexicon_->negatable[hit.concept_id]) return false;
        return std::any_of(negators_.begin(), negators_.end(), [&](const ConceptHit& negator) {
            return negator.last_token < hit.first_token && hit.first_token - negator.last_token <= negation_reach &&
                   in_->tokens[negator.last_token].sentence == in_->tokens[hit.first_token].sentence;
        });
    });
}

}  // namespace discern
