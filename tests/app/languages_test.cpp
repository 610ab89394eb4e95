// The words of all languages: nothing that English does not have, the same slots, every plural form that is needed.
#include "app/language.hpp"
#include "app/strings.hpp"
#include "knowledge/knowledge.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>

namespace discern {
namespace {

// Turn it on when a language is meant to be whole: from then on a missing word fails the build.
constexpr bool languages_are_complete = true;

constexpr std::array<std::string_view, 5> plural_forms = {".one", ".two", ".few", ".many", ".zero"};

std::set<std::string> slots_in(std::string_view text) {
    std::set<std::string> slots;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '{') continue;
        if (at + 1 < text.size() && text[at + 1] == '{') {
            ++at;
            continue;
        }
        slots.insert(std::string(text.substr(at, text.find('}', at) - at + 1)));
    }
    return slots;
}

std::string without_form(std::string_view key) {
    for (const std::string_view form : plural_forms)
        if (key.ends_with(form)) return std::string(key.substr(0, key.size() - form.size()));
    return std::string(key);
}

StringTable words_of(std::string_view language) {
    const auto read = read_embedded_strings(language);
    EXPECT_TRUE(read.has_value()) << language;
    return read.value_or(StringTable());
}

class EveryLanguage : public testing::TestWithParam<Spoken> {};

TEST_P(EveryLanguage, has_no_key_that_english_lacks) {
    const StringTable& english = embedded_strings();
    const StringTable words = words_of(GetParam().code);  // outlives the loop over its entries
    for (const auto& entry : words.entries()) EXPECT_TRUE(english.contains(entry.key) || english.contains(without_form(entry.key))) << entry.key;
}

TEST_P(EveryLanguage, fills_the_same_slots_as_english) {
    const StringTable& english = embedded_strings();
    const StringTable words = words_of(GetParam().code);  // outlives the loop over its entries
    for (const auto& entry : words.entries()) {
        const std::set<std::string> own = slots_in(entry.text);
        std::set<std::string> theirs = slots_in(english.contains(entry.key) ? english.text(entry.key) : english.text(without_form(entry.key)));
        // A form for one thing may say the number in words; no form may ask for what is not given.
        if (english.contains(without_form(entry.key))) theirs.merge(slots_in(english.text(without_form(entry.key))));
        EXPECT_TRUE(std::includes(theirs.begin(), theirs.end(), own.begin(), own.end())) << entry.key << ": " << entry.text;
        const bool is_form = without_form(entry.key) != entry.key;
        if (!is_form) EXPECT_EQ(own, slots_in(english.text(entry.key))) << entry.key << ": " << entry.text;
    }
}

TEST_P(EveryLanguage, has_the_forms_for_one_and_many_of_what_it_translates) {
    const StringTable& english = embedded_strings();
    const StringTable words = words_of(GetParam().code);
    for (const auto& entry : english.entries()) {
        const std::string key = without_form(entry.key);
        if (key == entry.key || !words.contains(key)) continue;
        EXPECT_TRUE(words.contains(entry.key)) << GetParam().code << " says " << key << " but not " << entry.key;
    }
}

TEST_P(EveryLanguage, says_everything_once_it_is_declared_complete) {
    const StringTable words = words_of(GetParam().code);
    std::size_t missing = 0;
    std::string first;
    for (const auto& entry : embedded_strings().entries())
        if (!words.contains(entry.key)) {
            if (missing++ == 0) first = entry.key;
        }
    if (languages_are_complete) EXPECT_EQ(missing, 0u) << GetParam().code << " lacks " << first;
    else RecordProperty("missing", static_cast<int>(missing));
}

TEST_P(EveryLanguage, writes_no_blank_at_an_end_and_no_straight_quotes) {
    const StringTable words = words_of(GetParam().code);  // outlives the loop over its entries
    for (const auto& entry : words.entries()) {
        EXPECT_FALSE(entry.text.starts_with(' ') || entry.text.ends_with(' ')) << entry.key;
        EXPECT_EQ(entry.text.find('"'), std::string::npos) << entry.key;
    }
}

INSTANTIATE_TEST_SUITE_P(All, EveryLanguage, testing::ValuesIn(spoken_languages), [](const auto& of) { return std::string(of.param.code); });

TEST(NearestLanguage, takes_the_language_and_not_the_region) {
    EXPECT_EQ(nearest_language("de-CH"), "de");
    EXPECT_EQ(nearest_language("es-419"), "es");
    EXPECT_EQ(nearest_language("en"), "en");
    EXPECT_EQ(nearest_language("fr-FR"), "en");
    EXPECT_EQ(nearest_language(""), "en");
}

TEST(PlainWording, knows_our_languages_without_a_browser) {
    const Day day = *valid_day(2026, 2, 8);
    const auto number = static_cast<double>(day.days_since_epoch);
    EXPECT_EQ(plain_wording(Wording::Day, "en", number, {}), "8 Feb 2026");
    EXPECT_EQ(plain_wording(Wording::WeekDay, "en", number, {}), "Sun, 8 Feb");
    EXPECT_EQ(plain_wording(Wording::Day, "de", number, {}), "8. Feb. 2026");
    EXPECT_EQ(plain_wording(Wording::Day, "es", number, {}), "8 feb 2026");
    const std::array<std::string, 3> parts = {"one", "two", "three"};
    EXPECT_EQ(plain_wording(Wording::List, "en", 0, parts), "one, two and three");
    EXPECT_EQ(plain_wording(Wording::List, "de", 0, std::span(parts).first(2)), "one und two");
    EXPECT_EQ(plain_wording(Wording::Number, "de", 12345.5, {}), "12.345,5");
}

TEST(Counted, takes_the_form_of_the_language) {
    const StringTable table({{"apples", "{0} apples"}, {"apples.one", "an apple"}});
    const Strings strings(table);
    EXPECT_EQ(strings.counted("apples", 1), "an apple");
    EXPECT_EQ(strings.counted("apples", 0), "0 apples");
    EXPECT_EQ(strings.counted("apples", 1200), "1,200 apples");
}

}  // namespace
}  // namespace discern
