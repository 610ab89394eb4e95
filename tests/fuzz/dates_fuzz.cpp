// Every reader of dates on any text: a day that was read is a real one, and survives its own ISO form.
#include "base/date.hpp"

#include <cstdlib>

using namespace discern;

namespace {

void check(std::optional<Day> day) {
    if (!day) return;
    const CivilDate date = civil_from_day(*day);
    if (day_from_civil(date) != *day || valid_day(date.year, date.month, date.day) != day) std::abort();
    if (date.year >= 1000 && date.year <= 9999 && day_from_iso(iso_text(*day)) != day) std::abort();
}

void check(std::optional<Instant> instant) {
    if (!instant) return;
    const std::int32_t year = civil_from_day(utc_day_of(*instant)).year;
    if (year >= 1000 && year <= 9999 && instant_from_iso(iso_text(*instant)) != instant) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check(day_from_text(text));
    check(day_from_day_first_text(text));
    check(month_or_year_from_text(text));
    check(day_from_iso(text));
    check(instant_from_pacific_text(text));
    check(instant_from_utc_text(text));
    check(instant_from_iso(text));
    return 0;
}
