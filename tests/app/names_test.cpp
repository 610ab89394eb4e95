#include "app/names.hpp"

#include "knowledge/knowledge.hpp"

#include <gtest/gtest.h>

namespace discern {
namespace {

TEST(InitialsOf, takes_the_first_letters_of_first_and_last_word) {
    EXPECT_EQ(initials_of("Ingrid Nakamura-Boye"), "IN");
    EXPECT_EQ(initials_of("maria del mar ortega"), "MO");
    EXPECT_EQ(initials_of("Plato"), "P");
}

TEST(InitialsOf, keeps_letters_of_other_scripts_and_passes_over_emoji) {
    EXPECT_EQ(initials_of("\xe5\xad\x99 \xe9\x9b\x85\xe5\xa9\xb7"), "\xe5\xad\x99");
    EXPECT_EQ(initials_of("\xc3\xa9lodie \xc3\xa5sen"), "\xc3\x89\xc3\x85");
    EXPECT_EQ(initials_of("\xf0\x9f\x9a\x80 Bo Li"), "BL");
}

TEST(InitialsOf, shows_a_question_mark_where_there_is_no_letter) {
    EXPECT_EQ(initials_of(""), "?");
    EXPECT_EQ(initials_of("\xf0\x9f\x9a\x80 !"), "?");
}

TEST(Ages, are_told_in_the_unit_that_fits) {
    const Strings strings(embedded_strings());
    const Day today{20000};
    EXPECT_EQ(short_age(strings, Day{20000}, today), "today");
    EXPECT_EQ(short_age(strings, Day{19998}, today), "2 d");
    EXPECT_EQ(short_age(strings, Day{19990}, today), "1 w");
    EXPECT_EQ(long_age(strings, Day{19999}, today), "yesterday");
    EXPECT_EQ(long_age(strings, Day{19000}, today), "2 years ago");
    EXPECT_EQ(long_age(strings, std::nullopt, today), "");
}

}  // namespace
}  // namespace discern
