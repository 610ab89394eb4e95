#include "notes/phrase_graph.hpp"

#include <algorithm>

namespace discern {

namespace {

// Bits of what may come at a node: next, or after the gap that leads on from it.
[[nodiscard]] std::uint64_t wanted_at_once(const PhraseGraph& graph, std::uint32_t node) {
    std::uint64_t wanted = graph.concepts(node).empty() && graph.any(node).empty() ? 0 : any_symbol_bit;
    for (const auto& step : graph.words(node)) wanted |= symbol_bit(step.symbol);
    return wanted;
}

[[nodiscard]] std::uint64_t wanted_after_gap(const PhraseGraph& graph, std::uint32_t node) {
    return graph.gaps(node).empty() ? wanted_at_once(graph, node) : any_symbol_bit;
}

}  // namespace

PhraseGraph PhraseGraphBuilder::build(std::span<PhraseRoot> roots, std::size_t symbol_count) {
    PhraseGraph graph;
    graph.nodes_.resize(node_count_ + 1U);
    // Counted into their places: by node, then kind; then by symbol within.
    std::vector<std::uint32_t> next(node_count_ * std::size_t{3} + 1);
    for (const auto& link : links_) ++next[link.from * std::size_t{3} + link.kind + 1];
    for (std::size_t i = 1; i < next.size(); ++i) next[i] += next[i - 1];
    for (std::size_t i = 0; i < next.size(); ++i) graph.nodes_[i / 3].steps[i % 3] = next[i];
    for (std::size_t kind = 1; kind < 3; ++kind) graph.nodes_[node_count_].steps[kind] = next.back();
    graph.steps_.resize(links_.size());
    for (const auto& link : links_) graph.steps_[next[link.from * std::size_t{3} + link.kind]++] = {link.symbol, false, link.to, 0};
    std::vector<std::uint64_t> keys;  // what is sorted as numbers needs no sort of its own
    for (std::uint32_t node = 0; node < node_count_; ++node) {
        const auto words = std::span(graph.steps_).subspan(graph.nodes_[node].steps[0], graph.nodes_[node].steps[1] - graph.nodes_[node].steps[0]);
        if (words.size() < 2) continue;
        keys.clear();
        for (const auto& step : words) keys.push_back(std::uint64_t{step.symbol} << 32 | step.target);
        std::sort(keys.begin(), keys.end());
        for (std::size_t i = 0; i < keys.size(); ++i) words[i] = {static_cast<Symbol>(keys[i] >> 32), false, static_cast<std::uint32_t>(keys[i]), 0};
    }
    std::sort(ends_.begin(), ends_.end());
    ends_.erase(std::unique(ends_.begin(), ends_.end()), ends_.end());
    std::size_t end = 0;
    for (std::uint32_t node = 0; node <= node_count_; ++node) {
        while (end < ends_.size() && ends_[end] >> 16 < node) ++end;
        graph.nodes_[node].concepts = static_cast<std::uint32_t>(end);
    }
    for (const auto each : ends_) graph.concepts_.push_back(static_cast<ConceptId>(each & 0xffff));

    for (std::uint32_t node = 0; node < node_count_; ++node) {
        const auto& place = graph.nodes_[node];
        for (auto i = place.steps[0]; i < place.steps[2]; ++i) {  // by a word, and after any one word
            auto& step = graph.steps_[i];
            step.wanted = wanted_at_once(graph, step.target);
            step.far = !graph.gaps(step.target).empty();
            for (const auto& gap : graph.gaps(step.target)) step.wanted |= wanted_after_gap(graph, gap.target);
        }
        for (auto i = place.steps[2]; i < graph.nodes_[node + 1].steps[0]; ++i) graph.steps_[i].wanted = wanted_after_gap(graph, graph.steps_[i].target);
    }
    for (auto& root : roots) {
        const auto steps = graph.words(root.node);
        root.first_step.assign(symbol_count + 1, 0);
        std::uint32_t step = 0;
        for (std::size_t symbol = 0; symbol <= symbol_count; ++symbol) {
            while (step < steps.size() && steps[step].symbol < symbol) ++step;
            root.first_step[symbol] = step;
        }
    }
    return graph;
}

}  // namespace discern
