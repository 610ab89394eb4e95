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
        for (start_ = 0; start_ < in_.tokens.size(); ++start_) walk(0, start_);
        for (const auto& found : in_.found) {
            hits_.push_back({static_cast<ConceptId>(found.concept_name), found.first_token, found.last_token});
        }
        sort_hits();
        keep_spoken_languages();
        sort_hits();
        drop_negated();
        return std::move(hits_);
    }

private:
    void walk(std::uint32_t node_index, std::uint32_t at) {
        const auto& node = lexicon_.phrases[node_index];
        for (const auto concept_id : node.concepts) hits_.push_back({concept_id, start_, at - 1});
        if (at >= in_.tokens.size()) return;
        const auto& token = in_.tokens[at];
        if (at != start_ && token.sentence != in_.tokens[start_].sentence) return;
        for (auto s = token.symbols_begin; s < token.symbols_end; ++s) {
            const auto symbol = in_.symbols[s];
            const auto next = std::lower_bound(node.next.begin(), node.next.end(), symbol,
                                               [](const auto& entry, Symbol wanted) { return entry.first < wanted; });
            for (auto at_edge = next; at_edge != node.next.end() && at_edge->first == symbol; ++at_edge) walk(at_edge->second, at + 1);
        }
        for (const auto target : node.any) walk(target, at + 1);
        if (!node.gaps.empty()) {
            const auto reach = token.han ? longest_han_gap : longest_gap;
            for (std::uint32_t skip = 0; skip <= reach && at + skip < in_.tokens.size(); ++skip) {
                if (in_.tokens[at + skip].sentence != in_.tokens[start_].sentence) break;
                for (const auto target : node.gaps) walk(target, at + skip);
            }
        }
    }

    void sort_hits() {
        std::sort(hits_.begin(), hits_.end());
        hits_.erase(std::unique(hits_.begin(), hits_.end()), hits_.end());
    }

    // Drops words of languages that the note is not written in, as far as its function words tell; a language with
    // more than half as many of them as the best one stays, since people mix.
    void keep_spoken_languages() {
        std::vector<std::size_t> counts;
        for (const auto& [id, code] : lexicon_.language_concepts) {
            counts.push_back(static_cast<std::size_t>(std::count_if(hits_.begin(), hits_.end(), [id = id](const ConceptHit& hit) { return hit.concept_id == id; })));
        }
        const auto most = counts.empty() ? 0 : *std::max_element(counts.begin(), counts.end());
        std::erase_if(hits_, [&](const ConceptHit& hit) {
            const auto language = lexicon_.meaning[hit.concept_id].language;
            return language != no_language && most >= 2 && counts[language] * 2 <= most;
        });
        for (auto& hit : hits_) hit.concept_id = lexicon_.meaning[hit.concept_id].base;
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
    std::vector<ConceptHit> hits_;
};

}  // namespace

std::vector<ConceptHit> find_concepts(const NoteTokens& tokens, const NoteLexicon::Compiled& lexicon) {
    return Finder(tokens, lexicon).find();
}

}  // namespace discern
