#include "base/date.hpp"

#include <gtest/gtest.h>

using namespace discern;

namespace {
Instant utc(const char* text) { return instant_from_iso(text).value(); }
}  // namespace

TEST(DayFromCivil, agrees_with_known_days_and_is_undone_by_civil_from_day) {
    EXPECT_EQ(day_from_civil({1970, 1, 1}), Day{0});
    EXPECT_EQ(day_from_civil({2021, 3, 14}), Day{18'700});
    EXPECT_EQ(day_from_civil({1969, 12, 31}), Day{-1});
    for (std::int32_t n = -200'000; n < 200'000; n += 13) EXPECT_EQ(day_from_civil(civil_from_day(Day{n})), Day{n});
}

TEST(DayFromText, reads_every_form_that_connected_on_has_had) {
    const Day february_8{day_from_civil({2026, 2, 8})};
    for (const char* text :
         {"08 Feb 2026", "8 Feb 2026", "8-Feb-26", "08-Feb-26", "2026-02-08", "2026/02/08", "2/8/26, 3:04 PM",
          "2/8/2026", "08.02.2026", "8.2.26", " 08 Feb 2026 ", "08 February 2026"})
        EXPECT_EQ(day_from_text(text), february_8) << text;
}

TEST(DayFromText, refuses_days_that_do_not_exist_and_forms_that_could_mean_two_days) {
    for (const char* text : {"", "30 Feb 2026", "29 Feb 2025", "08 Fév 2026", "08.02", "13/13/26", "8 Feb", "Feb 2026",
                             "08 Feb 2026x", "2026-2", "1/2/3", "99999999"})
        EXPECT_EQ(day_from_text(text), std::nullopt) << text;
}

TEST(DayFromDayFirstText, reads_slashes_the_way_that_is_not_american) {
    EXPECT_EQ(day_from_day_first_text("28/02/2026"), day_from_civil({2026, 2, 28}));
    EXPECT_EQ(day_from_day_first_text("02/28/2026"), std::nullopt);
    EXPECT_EQ(day_from_day_first_text("28.02.2026"), std::nullopt);
}

TEST(MonthOrYearFromText, gives_the_first_day_of_the_period_that_profile_files_name) {
    EXPECT_EQ(month_or_year_from_text("Jan 2024"), day_from_civil({2024, 1, 1}));
    EXPECT_EQ(month_or_year_from_text("Sept 2019"), day_from_civil({2019, 9, 1}));
    EXPECT_EQ(month_or_year_from_text("2019"), day_from_civil({2019, 1, 1}));
    EXPECT_EQ(month_or_year_from_text("Jan 05, 2024"), day_from_civil({2024, 1, 5}));
    EXPECT_EQ(month_or_year_from_text("May 15"), day_from_civil({2015, 5, 1}));  // "May-15" of spreadsheets
    EXPECT_EQ(month_or_year_from_text("Present"), std::nullopt);
    EXPECT_EQ(month_or_year_from_text(""), std::nullopt);
}

TEST(InstantFromPacificText, adds_eight_hours_in_winter_and_seven_in_summer) {
    EXPECT_EQ(instant_from_pacific_text("1/29/26, 2:37 PM"), utc("2026-01-29T22:37:00Z"));
    EXPECT_EQ(instant_from_pacific_text("7/4/25, 12:05 AM"), utc("2025-07-04T07:05:00Z"));
    EXPECT_EQ(instant_from_pacific_text("12/31/25, 11:30 PM"), utc("2026-01-01T07:30:00Z"));
    EXPECT_EQ(instant_from_pacific_text("6/1/25, 12:00 PM"), utc("2025-06-01T19:00:00Z"));
}

TEST(InstantFromPacificText, accepts_the_narrow_blank_of_newer_unicode_data) {
    EXPECT_EQ(instant_from_pacific_text("1/29/26, 2:37\xE2\x80\xAFPM"), utc("2026-01-29T22:37:00Z"));
}

TEST(InstantFromPacificText, changes_the_clock_on_the_second_sunday_of_march_and_the_first_of_november) {
    EXPECT_EQ(instant_from_pacific_text("3/8/26, 1:59 AM"), utc("2026-03-08T09:59:00Z"));
    EXPECT_EQ(instant_from_pacific_text("3/8/26, 3:00 AM"), utc("2026-03-08T10:00:00Z"));
    EXPECT_EQ(instant_from_pacific_text("11/1/26, 12:59 AM"), utc("2026-11-01T07:59:00Z"));
    EXPECT_EQ(instant_from_pacific_text("11/1/26, 1:30 AM"), utc("2026-11-01T08:30:00Z"));  // the first of the two
    EXPECT_EQ(instant_from_pacific_text("11/1/26, 2:00 AM"), utc("2026-11-01T10:00:00Z"));
}

TEST(InstantFromPacificText, refuses_other_forms) {
    for (const char* text :
         {"", "1/29/26", "29/1/26, 2:37 PM", "1/29/26, 13:37 PM", "1/29/26, 2:61 PM", "2026-01-29 14:37:00"})
        EXPECT_EQ(instant_from_pacific_text(text), std::nullopt) << text;
}

TEST(InstantFromUtcText, reads_the_forms_of_messages_endorsements_and_follows) {
    for (const char* text : {"2026-02-01 08:00:05 UTC", "2026/02/01 08:00:05 UTC", "2026-02-01 08:00:05",
                             "2026-02-01T08:00:05Z", "Sun Feb 01 08:00:05 UTC 2026"})
        EXPECT_EQ(instant_from_utc_text(text), utc("2026-02-01T08:00:05Z")) << text;
    for (const char* text : {"", "2026-02-01", "2026-02-30 08:00:00 UTC", "2026-02-01 25:00:00 UTC",
                             "2026-02-01 08:00:00 CET", "Sun Feb 31 08:00:00 UTC 2026", "Sun"})
        EXPECT_EQ(instant_from_utc_text(text), std::nullopt) << text;
}

TEST(IsoText, is_read_back_as_the_same_day_and_instant) {
    EXPECT_EQ(iso_text(day_from_civil({2026, 2, 8})), "2026-02-08");
    EXPECT_EQ(iso_text(utc("2026-02-01T08:00:05Z")), "2026-02-01T08:00:05Z");
    for (std::int64_t seconds = -4'000'000'000; seconds < 4'000'000'000; seconds += 77'777'777) {
        EXPECT_EQ(instant_from_iso(iso_text(Instant{seconds})), Instant{seconds});
        EXPECT_EQ(day_from_iso(iso_text(utc_day_of(Instant{seconds}))), utc_day_of(Instant{seconds}));
    }
}

TEST(UtcDayOf, counts_back_before_1970) {
    EXPECT_EQ(utc_day_of(Instant{-1}), Day{-1});
    EXPECT_EQ(utc_day_of(Instant{86'400}), Day{1});
}
