// "Same person?": which questions about two records are still open, and which joins there are to look at.
#pragma once

#include "workspace/document.hpp"

#include <vector>

namespace discern {

// Places in book.doubts that the user has not ruled on and that no join has settled, in their order.
[[nodiscard]] std::vector<std::uint32_t> open_doubts(const Document& document);

// Places in book.joins that concern this person.
[[nodiscard]] std::vector<std::uint32_t> joins_of(const PersonBook& book, PersonId person);

}  // namespace discern
