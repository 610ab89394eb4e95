#include "text/name.hpp"

#include <gtest/gtest.h>

using namespace discern;

TEST(NameKey, is_one_for_all_spellings_of_a_name) {
    for (const char* spelling :
         {"Zoë Béranger", "ZOË BÉRANGER", "Zoe Beranger", "  Zoë   Béranger ", "Zoë Béranger, PhD", "Zoë Béranger ✨",
          "Zoë Béranger (she/her)", "Zoë Béranger - We are hiring!", "Zoë Béranger Ph.D.", "Dr. Zoë Béranger",
          "Zoë Béranger, PMP, CSM", "Zoë Béranger 🇺🇦", "Zoë\u200B Béranger", "Zoë Béranger | Open to work",
          "Zoë Béranger, XYZ-1"})
        EXPECT_EQ(name_key(spelling), "zoe beranger") << spelling;
}

TEST(NameKey, keeps_names_that_look_like_degrees) {
    EXPECT_EQ(name_key("Ma Do"), "ma do");
    EXPECT_EQ(name_key("Md Rahman"), "md rahman");
    EXPECT_EQ(name_key("SMITH, JAMES"), "smith james");
    EXPECT_EQ(name_key("Null None"), "null none");
    EXPECT_EQ(name_key("MBA"), "mba");
    EXPECT_EQ(name_key("Ms Lee"), "ms lee");
}

TEST(NameKey, keeps_generations_apart) { EXPECT_NE(name_key("James Smith Jr."), name_key("James Smith")); }

TEST(NameKey, reads_hyphens_as_blanks_and_drops_apostrophes) {
    EXPECT_EQ(name_key("Anne-Marie O’Neill"), "anne marie oneill");
    EXPECT_EQ(name_key("Anne Marie O'Neill"), "anne marie oneill");
}

TEST(NameKey, is_empty_only_when_no_letter_is_left) {
    EXPECT_EQ(name_key(""), "");
    EXPECT_EQ(name_key("🚀"), "");
    EXPECT_EQ(name_key("王 伟"), "王 伟");
}

TEST(UnorderedNameKey, does_not_depend_on_which_name_comes_first) {
    EXPECT_EQ(unordered_name_key("Sample Ana"), unordered_name_key("Ana Sample"));
    EXPECT_EQ(unordered_name_key("Sample, MBA Ana"), unordered_name_key("Ana Sample"));
    EXPECT_EQ(unordered_name_key("Sample (she/her) Ana"), unordered_name_key("Ana Sample"));
    EXPECT_EQ(unordered_name_key("Sample - We are hiring! Ana"), unordered_name_key("Ana Sample"));
    EXPECT_NE(unordered_name_key("Ana Samples"), unordered_name_key("Ana Sample"));
}

TEST(NameParts, keeps_maiden_names_and_nicknames_apart_from_the_name) {
    const NameParts parts = name_parts("Ana (Muster) \"Annie\" Sample");
    EXPECT_EQ(parts.words, (std::vector<std::string>{"ana", "sample"}));
    EXPECT_EQ(parts.bracketed, (std::vector<std::string>{"annie", "muster"}));
}

TEST(NameParts, reads_a_quoted_first_name_as_a_name) { EXPECT_EQ(unordered_name_key("\"Ana\" Sample"), "ana sample"); }
