// What is known about a person, each fact with where it came from. The codes are the vocabulary of the product:
// relations and evidence that a user can tick, boundaries the user sets, and what the archive shows by itself.
#pragma once

#include "base/date.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace discern {

// Where a fact was read: an index into PersonBook::files and a data row from 1 (0 = the file as a whole).
// file 0 is always "you": what the user told us by hand.
struct SourceRef {
    std::uint16_t file = 0;
    std::uint32_t row = 0;
    bool operator==(const SourceRef&) const = default;
};

// Codes are listed in people/fact_codes.def as FACT(name, group): relation, profile, checked, history, note,
// boundary, archive, answer. The name is the stable word used in files.
enum class FactGroup : std::uint8_t { Relation, Profile, Checked, History, Note, Boundary, Archive, Answer };

enum class FactCode : std::uint16_t {
#define FACT(name, group) name,
#define FACT_AS(enumerator, name, group) enumerator,
#include "people/fact_codes.def"
#undef FACT
#undef FACT_AS
};

[[nodiscard]] std::string_view name_of(FactCode code);
[[nodiscard]] FactGroup group_of(FactCode code);
[[nodiscard]] std::optional<FactCode> fact_code_from_name(std::string_view name);
[[nodiscard]] std::size_t fact_code_count();

struct Fact {
    FactCode code{};
    double amount = 1;         // a count or years where the code says so, else 1
    std::optional<Day> when;   // the latest day that it speaks of
    std::string quote;         // words that the user gave us, verbatim; may be empty
    SourceRef source;
    bool operator==(const Fact&) const = default;
};

}  // namespace discern
