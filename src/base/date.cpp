#include "base/date.hpp"

#include <array>
#include <cstdio>

namespace discern {
namespace {

constexpr std::int64_t seconds_per_day = 86'400;
constexpr std::int64_t pacific_standard_seconds = -8 * 3'600;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

// Reads a text from left to right; every step says whether it found what it was asked for.
class Scanner {
public:
    explicit Scanner(std::string_view text) : rest_(text) {}

    bool at_end() const { return rest_.empty(); }
    bool starts_with_digit() const { return !rest_.empty() && is_digit(rest_.front()); }

    bool literal(char c) {
        if (rest_.empty() || rest_.front() != c) return false;
        rest_.remove_prefix(1);
        return true;
    }
    bool word(std::string_view expected) {
        if (!rest_.starts_with(expected)) return false;
        rest_.remove_prefix(expected.size());
        return true;
    }
    // One to `max_digits` digits; more than that is no number of a date.
    std::optional<std::int32_t> number(std::size_t max_digits, std::size_t* digits_read = nullptr) {
        std::size_t count = 0;
        std::int32_t value = 0;
        while (count < rest_.size() && is_digit(rest_[count])) {
            if (count == max_digits) return std::nullopt;
            value = value * 10 + (rest_[count] - '0');
            ++count;
        }
        if (count == 0) return std::nullopt;
        if (digits_read) *digits_read = count;
        rest_.remove_prefix(count);
        return value;
    }
    // "Feb", "feb", "February": 1 to 12. Only English: the archive's months stay English in every language.
    std::optional<std::int32_t> month_name() {
        static constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                                    "may",       "june",     "july",     "august",
                                                                    "september", "october",  "november", "december"};
        std::size_t letters = 0;
        std::array<char, 9> lower{};
        while (letters < rest_.size()) {
            const char c = rest_[letters];
            const char folded = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            if (folded < 'a' || folded > 'z') break;
            if (letters == lower.size()) return std::nullopt;
            lower[letters++] = folded;
        }
        if (letters < 3) return std::nullopt;
        const std::string_view written(lower.data(), letters);
        for (std::size_t i = 0; i < months.size(); ++i) {
            const bool sept = i == 8 && written == "sept";  // how some spreadsheets shorten it
            if (written == months[i] || written == months[i].substr(0, 3) || sept) {
                rest_.remove_prefix(letters);
                return static_cast<std::int32_t>(i) + 1;
            }
        }
        return std::nullopt;
    }
    // Blank, or one of the narrow and hard blanks that newer Unicode data puts before AM/PM.
    bool blank() { return literal(' ') || word("\xE2\x80\xAF") || word("\xC2\xA0"); }

private:
    std::string_view rest_;
};

// "26" is 2026, "98" is 1998: nobody's archive reaches back before 1970 or beyond 2069.
std::int32_t full_year(std::int32_t year, std::size_t digits) {
    if (digits > 2) return year;
    return year < 70 ? 2000 + year : 1900 + year;
}

struct ClockTime {
    std::int32_t hour = 0, minute = 0, second = 0;
    std::int64_t seconds() const { return hour * 3'600 + minute * 60 + second; }
};

// "14:05:06" or "14:05".
std::optional<ClockTime> clock_24(Scanner& scan) {
    const auto hour = scan.number(2);
    if (!hour || *hour > 23 || !scan.literal(':')) return std::nullopt;
    const auto minute = scan.number(2);
    if (!minute || *minute > 59) return std::nullopt;
    std::int32_t second = 0;
    if (scan.literal(':')) {
        const auto read = scan.number(2);
        if (!read || *read > 60) return std::nullopt;
        second = *read == 60 ? 59 : *read;
    }
    return ClockTime{*hour, *minute, second};
}

// "2:37 PM", also without the blank and in lower case; a plain 24-hour time when neither AM nor PM follows.
std::optional<ClockTime> clock_12(Scanner& scan) {
    auto time = clock_24(scan);
    if (!time) return std::nullopt;
    scan.blank();
    const bool am = scan.word("AM") || scan.word("am");
    const bool pm = !am && (scan.word("PM") || scan.word("pm"));
    if (am || pm) {
        if (time->hour < 1 || time->hour > 12) return std::nullopt;
        time->hour = time->hour % 12 + (pm ? 12 : 0);
    }
    return time;
}

// "1/29/26" in the American order.
std::optional<Day> slashed_american_day(Scanner& scan) {
    const auto month = scan.number(2);
    if (!month || !scan.literal('/')) return std::nullopt;
    const auto day = scan.number(2);
    if (!day || !scan.literal('/')) return std::nullopt;
    std::size_t digits = 0;
    const auto year = scan.number(4, &digits);
    if (!year || digits == 1 || digits == 3) return std::nullopt;
    return valid_day(full_year(*year, digits), *month, *day);
}

// "8.2.2026" with '.', "8/2/2026" with '/': the order of most of the world.
std::optional<Day> day_first_day(Scanner& scan, char separator) {
    const auto day = scan.number(2);
    if (!day || !scan.literal(separator)) return std::nullopt;
    const auto month = scan.number(2);
    if (!month || !scan.literal(separator)) return std::nullopt;
    std::size_t digits = 0;
    const auto year = scan.number(4, &digits);
    if (!year || digits == 1 || digits == 3) return std::nullopt;
    return valid_day(full_year(*year, digits), *month, *day);
}

// "2026-02-08" or "2026/02/08".
std::optional<Day> year_first_day(Scanner& scan) {
    std::size_t digits = 0;
    const auto year = scan.number(4, &digits);
    if (!year || digits != 4) return std::nullopt;
    const char separator = scan.literal('-') ? '-' : '/';
    if (separator == '/' && !scan.literal('/')) return std::nullopt;
    const auto month = scan.number(2);
    if (!month || !scan.literal(separator)) return std::nullopt;
    const auto day = scan.number(2);
    if (!day) return std::nullopt;
    return valid_day(*year, *month, *day);
}

// "08 Feb 2026", "8-Feb-26".
std::optional<Day> day_month_name_year(Scanner& scan) {
    const auto day = scan.number(2);
    if (!day || !(scan.literal(' ') || scan.literal('-'))) return std::nullopt;
    const auto month = scan.month_name();
    if (!month || !(scan.literal(' ') || scan.literal('-'))) return std::nullopt;
    std::size_t digits = 0;
    const auto year = scan.number(4, &digits);
    if (!year || digits == 1 || digits == 3) return std::nullopt;
    return valid_day(full_year(*year, digits), *month, *day);
}

// 0 = Sunday. 1970-01-01 was a Thursday.
std::int32_t weekday_of(Day day) { return static_cast<std::int32_t>(((day.days_since_epoch % 7) + 11) % 7); }

Day nth_sunday(std::int32_t year, std::int32_t month, std::int32_t nth) {
    const Day first = day_from_civil({year, month, 1});
    const std::int32_t until_sunday = (7 - weekday_of(first)) % 7;
    return Day{first.days_since_epoch + until_sunday + 7 * (nth - 1)};
}

// Energy Policy Act of 2005, in force since 2007: from 2:00 on the second Sunday of March to 2:00 on the first Sunday
// of November, both by the wall clock. The hour that autumn repeats is taken as the first, still daylight saving.
bool is_pacific_daylight(Day day, const ClockTime& time) {
    const std::int32_t year = civil_from_day(day).year;
    const Day begins = nth_sunday(year, 3, 2);
    const Day ends = nth_sunday(year, 11, 1);
    if (day == begins) return time.hour >= 2;
    if (day == ends) return time.hour < 2;
    return begins < day && day < ends;
}

// "Tue Mar 03 14:05:06 UTC 2026", as Java prints a date.
std::optional<Instant> instant_from_java_text(std::string_view text) {
    if (text.size() < 8 || text[3] != ' ') return std::nullopt;
    Scanner scan(text.substr(4));
    const auto month = scan.month_name();
    if (!month || !scan.literal(' ')) return std::nullopt;
    const auto day_number = scan.number(2);
    if (!day_number || !scan.literal(' ')) return std::nullopt;
    const auto time = clock_24(scan);
    if (!time || !(scan.word(" UTC ") || scan.word(" GMT "))) return std::nullopt;
    const auto year = scan.number(4);
    if (!year || !scan.at_end()) return std::nullopt;
    const auto day = valid_day(*year, *month, *day_number);
    if (!day) return std::nullopt;
    return Instant{instant_from_day(*day).seconds_since_epoch + time->seconds()};
}

}  // namespace

Day day_from_civil(const CivilDate& date) {
    const std::int32_t year = date.year - (date.month <= 2);
    const std::int32_t era = (year >= 0 ? year : year - 399) / 400;
    const std::int32_t year_of_era = year - era * 400;
    const std::int32_t day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
    const std::int32_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return Day{era * 146'097 + day_of_era - 719'468};
}

CivilDate civil_from_day(Day day) {
    const std::int32_t shifted = day.days_since_epoch + 719'468;
    const std::int32_t era = (shifted >= 0 ? shifted : shifted - 146'096) / 146'097;
    const std::int32_t day_of_era = shifted - era * 146'097;
    const std::int32_t year_of_era =
        (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
    const std::int32_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int32_t month_from_march = (5 * day_of_year + 2) / 153;
    const std::int32_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    return {year_of_era + era * 400 + (month <= 2), month, day_of_year - (153 * month_from_march + 2) / 5 + 1};
}

std::optional<Day> valid_day(std::int32_t year, std::int32_t month, std::int32_t day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    const CivilDate date{year, month, day};
    const Day result = day_from_civil(date);
    if (!(civil_from_day(result) == date)) return std::nullopt;
    return result;
}

Day utc_day_of(Instant instant) {
    const std::int64_t seconds = instant.seconds_since_epoch;
    const std::int64_t days = seconds / seconds_per_day - (seconds % seconds_per_day < 0);
    return Day{static_cast<std::int32_t>(days)};
}

Instant instant_from_day(Day day) { return Instant{day.days_since_epoch * seconds_per_day}; }

std::optional<Day> day_from_text(std::string_view text) {
    text = trimmed(text);
    Scanner year_first(text);
    if (const auto day = year_first_day(year_first); day && year_first.at_end()) return day;
    Scanner named(text);
    if (const auto day = day_month_name_year(named); day && named.at_end()) return day;
    Scanner dotted(text);
    if (const auto day = day_first_day(dotted, '.'); day && dotted.at_end()) return day;
    Scanner slashed(text);
    if (const auto day = slashed_american_day(slashed)) {
        if (slashed.at_end()) return day;
        slashed.literal(',');
        if (slashed.blank() && clock_12(slashed) && slashed.at_end()) return day;
    }
    return std::nullopt;
}

std::optional<Day> day_from_day_first_text(std::string_view text) {
    Scanner scan(trimmed(text));
    const auto day = day_first_day(scan, '/');
    return day && scan.at_end() ? day : std::nullopt;
}

std::optional<Day> month_or_year_from_text(std::string_view text) {
    text = trimmed(text);
    Scanner scan(text);
    std::size_t digits = 0;
    if (scan.starts_with_digit()) {
        const auto year = scan.number(4, &digits);
        if (year && digits == 4 && scan.at_end()) return valid_day(*year, 1, 1);
        return day_from_text(text);
    }
    const auto month = scan.month_name();
    if (!month) return std::nullopt;
    if (!scan.literal(' ') && !scan.literal('-')) return std::nullopt;
    const auto first = scan.number(4, &digits);
    if (!first) return std::nullopt;
    if (scan.at_end()) {
        if (digits != 4 && digits != 2) return std::nullopt;
        return valid_day(full_year(*first, digits), *month, 1);
    }
    if (digits > 2 || !scan.literal(',') || !scan.literal(' ')) return std::nullopt;
    const auto year = scan.number(4, &digits);
    if (!year || digits != 4 || !scan.at_end()) return std::nullopt;
    return valid_day(*year, *month, *first);
}

std::optional<Instant> instant_from_pacific_text(std::string_view text) {
    Scanner scan(trimmed(text));
    const auto day = slashed_american_day(scan);
    if (!day) return std::nullopt;
    scan.literal(',');
    if (!scan.blank()) return std::nullopt;
    const auto time = clock_12(scan);
    if (!time || !scan.at_end()) return std::nullopt;
    const std::int64_t offset = pacific_standard_seconds + (is_pacific_daylight(*day, *time) ? 3'600 : 0);
    return Instant{instant_from_day(*day).seconds_since_epoch + time->seconds() - offset};
}

std::optional<Instant> instant_from_utc_text(std::string_view text) {
    text = trimmed(text);
    if (text.empty()) return std::nullopt;
    if (!is_digit(text.front())) return instant_from_java_text(text);
    Scanner scan(text);
    const auto day = year_first_day(scan);
    if (!day || !(scan.literal(' ') || scan.literal('T'))) return std::nullopt;
    const auto time = clock_24(scan);
    if (!time) return std::nullopt;
    if (!scan.at_end() && !scan.word(" UTC") && !scan.word("Z")) return std::nullopt;
    if (!scan.at_end()) return std::nullopt;
    return Instant{instant_from_day(*day).seconds_since_epoch + time->seconds()};
}

std::string iso_text(Day day) {
    const CivilDate date = civil_from_day(day);
    std::array<char, 48> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
    return buffer.data();
}

std::string iso_text(Instant instant) {
    const Day day = utc_day_of(instant);
    const auto rest = static_cast<int>(instant.seconds_since_epoch - instant_from_day(day).seconds_since_epoch);
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d:%02dZ", rest / 3'600, rest / 60 % 60, rest % 60);
    return iso_text(day) + buffer.data();
}

std::optional<Day> day_from_iso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-') return std::nullopt;
    Scanner scan(text);
    const auto day = year_first_day(scan);
    return day && scan.at_end() ? day : std::nullopt;
}

std::optional<Instant> instant_from_iso(std::string_view text) {
    if (text.size() != 20 || text[4] != '-' || text[10] != 'T' || text.back() != 'Z') return std::nullopt;
    return instant_from_utc_text(text);
}

}  // namespace discern
