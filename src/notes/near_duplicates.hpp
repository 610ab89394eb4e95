// Notes that say almost the same: a mass template shows among the user's own invitations, whatever its language.
// MinHash over letter 5-grams, banded, then checked against the exact resemblance.
// A. Z. Broder, "On the resemblance and containment of documents", 1997.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace discern {

struct NearDuplicateOptions {
    double resemblance = 0.6;        // 0 to 1: share of 5-grams that two notes have in common (Jaccard)
    std::uint32_t least_grams = 24;  // shorter notes resemble each other by chance and are left out
};

// Groups of two and more notes that are chained by resemblance: indices into `notes`, rising; groups by first member.
// Greetings by different names, digits, case, accents and disguises do not tell notes apart. The same for any order of
// equal inputs, on every machine.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> near_duplicate_notes(std::span<const std::string_view> notes,
                                                                           const NearDuplicateOptions& options);

}  // namespace discern
