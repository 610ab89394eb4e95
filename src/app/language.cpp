#include "app/language.hpp"

#include "base/numbers.hpp"

#include <algorithm>

namespace discern {
namespace {

constexpr std::size_t most_kept = 20'000;

// What stands between the digits of a number that the platform wrote; empty where it has other digits or nothing there.
std::string between(std::string_view words, std::string_view before, std::string_view after) {
    const auto from = words.find(before);
    if (from == words.npos) return {};
    const auto rest = words.substr(from + before.size());
    const auto to = rest.find(after);
    return to == rest.npos || to > 4 ? std::string() : std::string(rest.substr(0, to));
}

NumberStyle style_from(const std::string& thousand, const std::string& ten_thousand, const std::string& half) {
    NumberStyle style;
    const std::string group = between(ten_thousand, "12", "345"), decimal = between(half, "1", "5");
    if (!group.empty()) style.group = group;
    if (!decimal.empty()) style.decimal = decimal;
    style.grouped_from = between(thousand, "1", "234").empty() ? 10'000 : 1000;
    return style;
}

}  // namespace

std::string_view nearest_language(std::string_view bcp47) {
    const std::string_view language = bcp47.substr(0, bcp47.find_first_of("-_"));
    for (const Spoken& each : spoken_languages)
        if (each.code == language) return each.code;
    return spoken_languages.front().code;
}

void Language::use(std::string_view code, Platform& platform) {
    code_ = code;
    const std::string browser = platform.preferences().language;
    region_ = nearest_language(browser) == code ? browser : code_;
    // "en" for a browser that speaks none of ours must stay English.
    if (!region_.starts_with(code_)) region_ = code_;
    platform_ = &platform;
    kept_.clear();
    set_number_style(style_from(platform.worded(Wording::Number, region_, 1234, {}), platform.worded(Wording::Number, region_, 12345, {}),
                                platform.worded(Wording::Number, region_, 1.5, {})));
}

std::string Language::worded(Wording kind, double number) const {
    const auto key = std::pair(kind, static_cast<std::int64_t>(number));
    if (const auto found = kept_.find(key); found != kept_.end()) return found->second;
    if (kept_.size() >= most_kept) kept_.clear();
    std::string words = platform_ != nullptr ? platform_->worded(kind, region_, number, {}) : plain_wording(kind, region_, number, {});
    return kept_.emplace(key, std::move(words)).first->second;
}

std::string Language::plural_form(std::uint64_t count) const { return worded(Wording::PluralForm, static_cast<double>(count)); }
std::string Language::day(Day day) const { return worded(Wording::Day, day.days_since_epoch); }
std::string Language::day_of_year(Day day) const { return worded(Wording::DayOfYear, day.days_since_epoch); }
std::string Language::week_day(Day day) const { return worded(Wording::WeekDay, day.days_since_epoch); }

std::string Language::list(std::span<const std::string> parts) const {
    if (platform_ == nullptr) return plain_wording(Wording::List, region_, 0, parts);
    return platform_->worded(Wording::List, region_, 0, parts);
}

}  // namespace discern
