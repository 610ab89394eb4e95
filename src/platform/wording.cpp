// Numbers, days and lists where no browser says them: tests, and the rare browser without Intl.
#include "base/date.hpp"
#include "platform/platform.hpp"

#include <array>
#include <cmath>

namespace discern {
namespace {

struct PlainLanguage {
    std::string_view code, group, decimal, last_joint, day_format;  // format: d day, m month, y year
    std::uint64_t grouped_from;
    std::array<std::string_view, 12> months;
    std::array<std::string_view, 7> weekdays;  // from Sunday
};

constexpr std::array<PlainLanguage, 3> languages = {{
    {"en", ",", ".", " and ", "d m y", 1000, {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
     {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"}},
    {"es", ".", ",", " y ", "d m y", 10000, {"ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"},
     {"dom", "lun", "mar", "mi\xc3\xa9", "jue", "vie", "s\xc3\xa1" "b"}},
    {"de", ".", ",", " und ", "d. m y", 1000, {"Jan.", "Feb.", "M\xc3\xa4rz", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."},
     {"So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"}},
}};

const PlainLanguage& language_of(std::string_view code) {
    for (const PlainLanguage& language : languages)
        if (code.starts_with(language.code)) return language;
    return languages.front();
}

std::string grouped_digits(std::uint64_t whole, const PlainLanguage& language) {
    std::string digits = std::to_string(whole);
    if (whole < language.grouped_from) return digits;
    for (std::size_t left = (digits.size() - 1) / 3, at = digits.size(); left > 0; --left) digits.insert(at -= 3, language.group);
    return digits;
}

std::string number_words(double number, const PlainLanguage& language) {
    const auto tenths = static_cast<std::uint64_t>(std::llround(std::abs(number) * 10));
    std::string words = (number < 0 ? "-" : "") + grouped_digits(tenths / 10, language);
    if (tenths % 10 != 0) words += std::string(language.decimal) + std::to_string(tenths % 10);
    return words;
}

std::string day_words(Day day, const PlainLanguage& language, bool with_year) {
    const CivilDate date = civil_from_day(day);
    std::string words;
    for (const char sign : language.day_format) {
        if (sign == 'y' && !with_year) break;
        if (sign == 'd') words += std::to_string(date.day);
        else if (sign == 'm') words += language.months[static_cast<std::size_t>(date.month - 1)];
        else if (sign == 'y') words += std::to_string(date.year);
        else words += sign;
    }
    while (words.ends_with(' ')) words.pop_back();
    return words;
}

}  // namespace

std::string plain_wording(Wording kind, std::string_view code, double number, std::span<const std::string> parts) {
    const PlainLanguage& language = language_of(code);
    const Day day{static_cast<std::int32_t>(number)};
    switch (kind) {
        case Wording::Number: return number_words(number, language);
        case Wording::Day: return day_words(day, language, true);
        case Wording::DayOfYear: return day_words(day, language, false);
        case Wording::WeekDay: {
            const auto weekday = static_cast<std::size_t>(((day.days_since_epoch + 4) % 7 + 7) % 7);
            return std::string(language.weekdays[weekday]) + ", " + day_words(day, language, false);
        }
        case Wording::PluralForm: return number == 1 ? "one" : "other";
        case Wording::List: break;
    }
    std::string words;
    for (std::size_t place = 0; place < parts.size(); ++place) {
        if (place > 0) words += place + 1 == parts.size() ? language.last_joint : std::string_view(", ");
        words += parts[place];
    }
    return words;
}

}  // namespace discern
