// Small words about people: initials, a colour of their own, and how long ago something was.
#pragma once

#include "app/strings.hpp"
#include "base/date.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace discern {

// First letters of the first and the last word, upper case where Latin ("IN"); one for a name of one word or in Han,
// Hangul or kana. Skips titles' dots, brackets and emoji. Empty name gives "?".
[[nodiscard]] std::string initials_of(std::string_view name);
// Which of the avatar colours; the same name always gets the same.
[[nodiscard]] std::size_t hue_of(std::string_view name);

// "2 d", "3 w", "5 mo", "1 y"; "today" for the same day or later. Empty without a date.
[[nodiscard]] std::string short_age(const Strings& strings, std::optional<Day> then, Day today);
// "today", "2 days ago", "3 weeks ago".
[[nodiscard]] std::string long_age(const Strings& strings, std::optional<Day> then, Day today);

}  // namespace discern
