// What kind of person stands behind an invitation, for a list that is grouped by kind instead of by verdict. Read from
// what is on record and from the verdict; the first kind that fits is theirs.
#pragma once

#include "judgement/verdict.hpp"
#include "people/person.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace discern {

enum class Kind : std::uint8_t { Suspicious, Known, Alumni, Recruiters, Sellers, Field, Others };
inline constexpr std::size_t kind_count = 7;
[[nodiscard]] std::string_view name_of(Kind kind);  // "suspicious", "known", ...

// Suspicious: a danger sign at least as strong as `suspicious_from`. Known: they know each other or worked at one place.
// Field: of the user's own field, or fit to grow it.
inline constexpr double suspicious_from = 0.2;
// `seller_flags`: the bits of the codes sales_pitch, sales_role and mlm (seller_flags_of).
using FlagBits = decltype(Outline::flags);
[[nodiscard]] FlagBits seller_flags_of(std::span<const std::string> flag_codes);
[[nodiscard]] Kind kind_of(const Person& person, const Invitation& invitation, const Outline& verdict, const FlagBits& seller_flags);

}  // namespace discern
