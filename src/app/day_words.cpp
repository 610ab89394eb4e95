#include "app/day_words.hpp"

#include "text/fold.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace discern {
namespace {

constexpr std::int32_t farthest_days = 3660;

// The words of a list in the strings table, folded: "monday tuesday ..." by blanks.
std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> words;
    for (const Token& token : tokens(text)) words.push_back(token.folded);
    return words;
}

bool begins(std::string_view typed, std::string_view word, std::size_t least) { return typed.size() >= std::min(least, word.size()) && word.starts_with(typed); }

std::optional<std::int32_t> month_from(std::string_view word, const Strings& strings) {
    for (std::int32_t month = 1; month <= 12; ++month)
        if (begins(word, folded(strings.text("month." + std::to_string(month))), 3)) return month;
    return std::nullopt;
}

std::optional<Day> weekday_from(std::string_view word, Day today, const Strings& strings) {
    const std::vector<std::string> names = words_in(strings.text("day.weekdays"));  // from Monday
    for (std::size_t place = 0; place < names.size(); ++place) {
        if (!begins(word, names[place], 2)) continue;
        const std::int32_t now = ((today.days_since_epoch + 3) % 7 + 7) % 7;  // Monday is 0
        const std::int32_t ahead = (static_cast<std::int32_t>(place) - now + 7) % 7;
        return Day{today.days_since_epoch + (ahead == 0 ? 7 : ahead)};
    }
    return std::nullopt;
}

std::optional<Day> ahead_by(std::int32_t number, std::string_view unit, Day today, const Strings& strings) {
    const auto is = [&](std::string_view key) {
        const std::vector<std::string> names = words_in(strings.text(key));
        return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return begins(unit, name, 1); });
    };
    if (unit.empty() || is("day.units.days")) return Day{today.days_since_epoch + number};
    if (is("day.units.weeks")) return Day{today.days_since_epoch + 7 * number};
    if (is("day.units.months")) return same_day_next_month(today, number);
    if (is("day.units.years")) return same_day_next_month(today, 12 * number);
    return std::nullopt;
}

// Without a year: this year's, or next year's where that is past.
std::optional<Day> next_such(std::int32_t month, std::int32_t day, Day today) {
    const std::int32_t year = civil_from_day(today).year;
    for (const std::int32_t each : {year, year + 1})
        if (const auto found = valid_day(each, month, day); found && *found > today) return found;
    return std::nullopt;
}

std::optional<std::int32_t> number_from(std::string_view word) {
    const auto count = count_from_text(word);
    if (!count || *count > 9999) return std::nullopt;
    return static_cast<std::int32_t>(*count);
}

std::optional<Day> understood(std::string_view text, Day today, const Strings& strings) {
    if (const auto day = day_from_iso(text)) return day;
    const std::string plain = folded(text);
    std::vector<std::string> words = words_in(plain);
    // "3w": a number and its unit without a blank.
    if (words.size() == 1) {
        const auto letters = words[0].find_first_not_of("0123456789");
        if (letters != std::string::npos && letters > 0) words = {words[0].substr(0, letters), words[0].substr(letters)};
    }
    const std::vector<std::string> fillers = words_in(strings.text("day.fillers"));
    std::erase_if(words, [&](const std::string& word) { return std::find(fillers.begin(), fillers.end(), word) != fillers.end(); });
    if (words.empty()) return std::nullopt;
    const bool dotted = plain.find('.') != plain.npos && words.size() >= 2;
    const auto first = number_from(words[0]);
    if (words.size() == 1) {
        if (first) return ahead_by(*first, {}, today, strings);
        if (begins(words[0], folded(strings.text("day.tomorrow")), 3)) return Day{today.days_since_epoch + 1};
        return weekday_from(words[0], today, strings);
    }
    const auto second = number_from(words[1]);
    const auto year = words.size() > 2 ? number_from(words[2]) : std::nullopt;
    const auto full_year = year && *year < 100 ? std::optional(*year + 2000) : year;
    if (first && second && dotted) return full_year ? valid_day(*full_year, *second, *first) : next_such(*second, *first, today);
    const auto month = first ? month_from(words[1], strings) : month_from(words[0], strings);
    const auto day = first ? first : second;
    const bool is_unit = first && words.size() == 2 && words[1].size() < 3;
    if (month && day && !is_unit) return full_year ? valid_day(*full_year, *month, *day) : next_such(*month, *day, today);
    if (first && words.size() == 2) return ahead_by(*first, words[1], today, strings);
    return std::nullopt;
}

}  // namespace

std::optional<Day> day_from_words(std::string_view text, Day today, const Strings& strings) {
    const auto day = understood(text, today, strings);
    if (!day || *day <= today || day->days_since_epoch > today.days_since_epoch + farthest_days) return std::nullopt;
    return day;
}

Day next_monday(Day today) {
    const std::int32_t weekday = ((today.days_since_epoch + 3) % 7 + 7) % 7;  // Monday is 0
    return {today.days_since_epoch + 7 - weekday};
}

Day same_day_next_month(Day today, int months) {
    const CivilDate date = civil_from_day(today);
    const std::int32_t index = date.year * 12 + date.month - 1 + months;
    for (std::int32_t day = date.day; day > 28; --day)
        if (const auto found = valid_day(index / 12, index % 12 + 1, day)) return *found;
    return day_from_civil({index / 12, index % 12 + 1, std::min(date.day, 28)});
}

}  // namespace discern
