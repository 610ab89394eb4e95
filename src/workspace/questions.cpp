#include "workspace/questions.hpp"

#include "people/joining.hpp"

#include <algorithm>
#include <set>

namespace discern {

std::vector<std::uint32_t> open_doubts(const Document& document) {
    using Pair = std::pair<std::uint32_t, std::uint32_t>;
    const auto pair_of = [](PersonId one, PersonId other) -> Pair { return std::minmax(one.index, other.index); };
    std::set<Pair> ruled;
    for (const Ruling& ruling : document.rulings) ruled.insert(pair_of(ruling.one, ruling.other));
    const std::vector<bool> is_part = parts_of_others(document.book);
    std::vector<std::uint32_t> open;
    const auto& doubts = document.book.doubts;
    for (std::uint32_t i = 0; i < doubts.size(); ++i) {
        const PersonDoubt& doubt = doubts[i];
        if (ruled.contains(pair_of(doubt.one, doubt.other))) continue;
        // Whoever has become part of somebody is settled: an invitation comes from one person only.
        if (is_part[doubt.one.index] || is_part[doubt.other.index]) continue;
        open.push_back(i);
    }
    return open;
}

std::vector<std::uint32_t> joins_of(const PersonBook& book, PersonId person) {
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < book.joins.size(); ++i)
        if (book.joins[i].into == person) found.push_back(i);
    return found;
}

}  // namespace discern
