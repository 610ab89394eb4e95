// The phrases of the lexicon as one graph: nodes reached word by word, each with the concepts whose phrases end there.
// Built once, then flat: all steps of all nodes stand in one row. Internal to notes/.
#pragma once

#include "notes/word_table.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace discern {

using ConceptId = std::uint16_t;

// A step by one symbol, or after any one word. `wanted` hints what may come after it (bits of symbol_bit): when neither
// the next word, nor for a `far` step one of the next few, shares a bit with it, the step leads nowhere and its node need
// not be looked at.
struct PhraseStep {
    Symbol symbol = no_symbol;
    bool far = false;
    std::uint32_t target = 0;
    std::uint64_t wanted = 0;
};
inline constexpr std::uint64_t any_symbol_bit = std::uint64_t{1} << 63;  // every word has it, and the end of the note
[[nodiscard]] constexpr std::uint64_t symbol_bit(Symbol symbol) { return std::uint64_t{1} << (symbol % 63); }

class PhraseGraph {
public:
    [[nodiscard]] std::span<const PhraseStep> words(std::uint32_t node) const { return steps_of(node, 0); }  // by symbol
    [[nodiscard]] std::span<const PhraseStep> any(std::uint32_t node) const { return steps_of(node, 1); }   // after any one word
    [[nodiscard]] std::span<const PhraseStep> gaps(std::uint32_t node) const { return steps_of(node, 2); }  // after a gap
    [[nodiscard]] std::span<const ConceptId> concepts(std::uint32_t node) const {
        return std::span(concepts_).subspan(nodes_[node].concepts, nodes_[node + 1].concepts - nodes_[node].concepts);
    }

private:
    friend class PhraseGraphBuilder;
    struct Node {
        std::uint32_t steps[3] = {0, 0, 0};  // where each kind of its steps begins
        std::uint32_t concepts = 0;
    };
    [[nodiscard]] std::span<const PhraseStep> steps_of(std::uint32_t node, std::size_t kind) const {
        const auto begin = nodes_[node].steps[kind];
        const auto end = kind < 2 ? nodes_[node].steps[kind + 1] : nodes_[node + 1].steps[0];
        return {steps_.data() + begin, end - begin};
    }

    std::vector<Node> nodes_;  // one more at the end
    std::vector<PhraseStep> steps_;
    std::vector<ConceptId> concepts_;
};

// Where the phrases of one language begin, and where its steps are by symbol: a root has thousands of them.
// `first_step` counts among words(node) and has one more entry at the end.
struct PhraseRoot {
    std::uint32_t node = 0;
    std::vector<std::uint32_t> first_step;
};

class PhraseGraphBuilder {
public:
    PhraseGraphBuilder() { links_.reserve(1 << 15); }

    [[nodiscard]] std::uint32_t new_node() { return node_count_++; }
    void lead_by(std::uint32_t from, Symbol symbol, std::uint32_t to) { links_.push_back({from, 0, symbol, to}); }
    void lead_by_any(std::uint32_t from, std::uint32_t to) { links_.push_back({from, 1, no_symbol, to}); }
    void lead_by_gap(std::uint32_t from, std::uint32_t to) { links_.push_back({from, 2, no_symbol, to}); }
    void end_at(std::uint32_t node, ConceptId id) { ends_.push_back({node, id}); }

    // `symbol_count`: symbols are smaller than it. Fills the first steps of the roots.
    [[nodiscard]] PhraseGraph build(std::span<PhraseRoot> roots, std::size_t symbol_count);

private:
    struct Link {
        std::uint32_t from = 0;
        std::uint16_t kind = 0;
        Symbol symbol = no_symbol;
        std::uint32_t to = 0;
    };

    struct End {
        std::uint32_t node = 0;
        ConceptId id = 0;
    };

    std::uint32_t node_count_ = 0;
    std::vector<Link> links_;
    std::vector<End> ends_;
};

}  // namespace discern
