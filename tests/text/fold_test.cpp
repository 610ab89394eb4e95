#include "text/fold.hpp"

#include <gtest/gtest.h>

using namespace discern;

TEST(Folded, drops_case_marks_emoji_and_invisible_characters) {
    EXPECT_EQ(folded("José"), "jose");
    EXPECT_EQ(folded("Jose\u0301"), "jose");
    EXPECT_EQ(folded("ŁUKASZ Größe Øvergård Þóra ÆGIR Yılmaz İnci Đorđe"),
              "lukasz grosse overgard thora aegir yilmaz inci dorde");
    EXPECT_EQ(folded("  Ana\u200B  Sample ✨🚀 "), "ana sample");
    EXPECT_EQ(folded("Пётр Йович"), "петр иович");
    EXPECT_EQ(folded("أحمد"), "احمد");
}

TEST(Folded, makes_styled_letters_plain) {
    EXPECT_EQ(folded("𝓐𝓷𝓪"), "ana");
    EXPECT_EQ(folded("Ａｎａ"), "ana");
    EXPECT_EQ(folded("ﬁne"), "fine");
}

TEST(Folded, keeps_marks_that_are_sounds_of_their_own) {
    EXPECT_NE(folded("ガ"), folded("カ"));
    EXPECT_EQ(folded("ガ"), folded("カ\u3099"));
    EXPECT_NE(folded("कुमार"), folded("कमार"));
    EXPECT_EQ(folded("한"), folded("\u1112\u1161\u11AB"));
    EXPECT_EQ(folded("하\u11AB"), folded("한")) << "a letter that ends the syllable before it";
}

TEST(Folded, gives_the_same_for_text_that_is_folded_already) {
    for (const char* text : {"José", "Größe", "ガ", "한국", "أحمد", "कुमार", "a b"})
        EXPECT_EQ(folded(folded(text)), folded(text));
}

TEST(Tokens, keeps_where_each_word_stood) {
    const std::string text = "Hi, O’Brien: 20% off!";
    const auto found = tokens(text);
    ASSERT_EQ(found.size(), 4u);
    EXPECT_EQ(found[1].folded, "o'brien");
    EXPECT_EQ(text.substr(found[1].begin, found[1].end - found[1].begin), "O’Brien");
    EXPECT_EQ(found[2].folded, "20");
}
