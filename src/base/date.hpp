// Calendar days and instants as LinkedIn's files write them, without any clock or locale.
// Today's date is always an argument; every reader says which zone its text is in.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace discern {

// Days since 1970-01-01 in the proleptic Gregorian calendar; negative before it.
struct Day {
    std::int32_t days_since_epoch = 0;
    auto operator<=>(const Day&) const = default;
};

// Seconds since 1970-01-01 00:00:00 UTC.
struct Instant {
    std::int64_t seconds_since_epoch = 0;
    auto operator<=>(const Instant&) const = default;
};

struct CivilDate {
    std::int32_t year = 1970;
    std::int32_t month = 1;  // 1 to 12
    std::int32_t day = 1;    // 1 to 31
    bool operator==(const CivilDate&) const = default;
};

// H. Hinnant, "chrono-Compatible Low-Level Date Algorithms": days_from_civil, civil_from_days.
[[nodiscard]] Day day_from_civil(const CivilDate& date);
[[nodiscard]] CivilDate civil_from_day(Day day);
// Nothing when the day does not exist ("30 Feb").
[[nodiscard]] std::optional<Day> valid_day(std::int32_t year, std::int32_t month, std::int32_t day);

[[nodiscard]] Day utc_day_of(Instant instant);
[[nodiscard]] Instant instant_from_day(Day day);  // 00:00 UTC of that day

// Connections: "08 Feb 2026"; Excel re-saves "8-Feb-26", "08-Feb-26", "08.02.2026"; "2026-02-08"; old "2/8/18, 3:04 PM"
// (date part). Numbers with slashes are read month first, as LinkedIn writes them; with dots day first, as everyone
// does.
[[nodiscard]] std::optional<Day> day_from_text(std::string_view text);
// "28/02/2026": slashes with the day first, as spreadsheets outside America save them. Only this form.
[[nodiscard]] std::optional<Day> day_from_day_first_text(std::string_view text);
// Profile files: "Jan 2024", "2019", "Jan 05, 2024": the first day of the named period.
[[nodiscard]] std::optional<Day> month_or_year_from_text(std::string_view text);
// "1/29/26, 2:37 PM" (also U+202F before AM/PM): wall clock of Los Angeles (US daylight saving rules since 2007),
// which is what Invitations.csv uses. An hour that occurs twice in autumn is read as the first.
[[nodiscard]] std::optional<Instant> instant_from_pacific_text(std::string_view text);
// "2026-02-01 08:00:00 UTC", "2026/02/01 08:00:00 UTC", the same without "UTC", "Tue Mar 03 14:05:06 UTC 2026".
[[nodiscard]] std::optional<Instant> instant_from_utc_text(std::string_view text);

[[nodiscard]] std::string iso_text(Day day);          // "2026-02-08"
[[nodiscard]] std::string iso_text(Instant instant);  // "2026-02-08T14:05:06Z"
[[nodiscard]] std::optional<Day> day_from_iso(std::string_view text);
[[nodiscard]] std::optional<Instant> instant_from_iso(std::string_view text);

}  // namespace discern
