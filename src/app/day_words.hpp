// A day as somebody types it into a small field: a date in many forms, or how far away it is.
#pragma once

#include "app/strings.hpp"
#include "base/date.hpp"

#include <optional>
#include <string_view>

namespace discern {

// "2026-03-08", "8 Mar 2026", "8.3.2026", "8.3.", "8 Mar", "in 3 weeks", "3 w", "+10", "tomorrow", "friday". A date without
// a year is the next such day; words are those of the page's language ("day.tomorrow", "day.units.*", "day.weekdays").
// Nothing for what is not understood, and for days that are not after `today`.
[[nodiscard]] std::optional<Day> day_from_words(std::string_view text, Day today, const Strings& strings);

// Of choices in a menu: the Monday after today, and the same day of the next month (or its last).
[[nodiscard]] Day next_monday(Day today);
[[nodiscard]] Day same_day_next_month(Day today, int months = 1);

}  // namespace discern
