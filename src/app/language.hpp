// The language of the page: which plural form a count takes, and how numbers, days and lists are written in it. The
// platform knows (Intl); answers are kept, because lists ask for the same ones in every frame.
#pragma once

#include "base/date.hpp"
#include "platform/platform.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace discern {

// The languages that the page speaks, each by its own name.
struct Spoken {
    std::string_view code, name;
};
inline constexpr std::array<Spoken, 3> spoken_languages = {{{"en", "English"}, {"es", "Espa\xc3\xb1ol"}, {"de", "Deutsch"}}};
// The one of them that fits a browser's language best ("de-CH" is "de"); English for all others.
[[nodiscard]] std::string_view nearest_language(std::string_view bcp47);

class Language {
public:
    // `code` is one of ours; dates and numbers follow the browser's region where it speaks the same language.
    void use(std::string_view code, Platform& platform);
    [[nodiscard]] const std::string& code() const { return code_; }

    [[nodiscard]] std::string plural_form(std::uint64_t count) const;  // "one", "other", ...
    [[nodiscard]] std::string day(Day day) const;                      // "8 Feb 2026"
    [[nodiscard]] std::string day_of_year(Day day) const;              // "8 Feb"
    [[nodiscard]] std::string week_day(Day day) const;                 // "Sun, 8 Feb"
    [[nodiscard]] std::string list(std::span<const std::string> parts) const;

private:
    [[nodiscard]] std::string worded(Wording kind, double number) const;

    std::string code_ = "en", region_ = "en";
    Platform* platform_ = nullptr;
    mutable std::map<std::pair<Wording, std::int64_t>, std::string> kept_;
};

}  // namespace discern
