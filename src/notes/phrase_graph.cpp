#include "notes/phrase_graph.hpp"

#include <algorithm>
#include <utility>

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
    // First by symbol, then counted into their places by node and kind: so the words of a node stand by symbol.
    std::vector<std::uint32_t> next(symbol_count + 2);
    const auto rank = [&](const Link& link) { return std::min<std::size_t>(link.symbol, symbol_count); };
    for (const auto& link : links_) ++next[rank(link) + 1];
    for (std::size_t i = 1; i < next.size(); ++i) next[i] += next[i - 1];
    std::vector<std::uint32_t> by_symbol(links_.size());
    for (std::uint32_t i = 0; i < links_.size(); ++i) by_symbol[next[rank(links_[i])]++] = i;
    for (const auto& link : links_) ++graph.nodes_[link.from].steps[link.kind];
    std::uint32_t begin = 0;
    for (auto& node : graph.nodes_)
        for (auto& steps : node.steps) begin += std::exchange(steps, begin);
    auto places = graph.nodes_;
    graph.steps_.resize(links_.size());
    for (const auto i : by_symbol) {
        const Link& link = links_[i];
        graph.steps_[places[link.from].steps[link.kind]++] = {link.symbol, false, link.to, 0};
    }
    for (const auto& end : ends_) ++graph.nodes_[end.node].concepts;
    begin = 0;
    for (auto& node : graph.nodes_) begin += std::exchange(node.concepts, begin);
    graph.concepts_.resize(ends_.size());
    for (std::size_t i = 0; i < places.size(); ++i) places[i].concepts = graph.nodes_[i].concepts;
    for (const auto& end : ends_) graph.concepts_[places[end.node].concepts++] = end.id;

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
