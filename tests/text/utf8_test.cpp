#include "text/utf8.hpp"

#include <gtest/gtest.h>

using namespace discern;
using namespace std::string_literals;

TEST(IsValidUtf8, knows_good_sequences_from_overlong_surrogate_and_cut_ones) {
    EXPECT_TRUE(is_valid_utf8("plain text that is longer than eight bytes"));
    EXPECT_TRUE(is_valid_utf8("Zoë 王 🚀"));
    for (const char* bad :
         {"\xC0\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE2\x82", "\x80", "abcdefgh\xFF", "\xF0\x80\x80\x80"})
        EXPECT_FALSE(is_valid_utf8(bad));
}

TEST(RepairedUtf8, reads_stray_bytes_as_windows_1252_and_keeps_the_rest) {
    EXPECT_EQ(repaired_utf8("Jos\xE9 \x93quoted\x94 Zo\xC3\xAB"), "José “quoted” Zoë");
    EXPECT_TRUE(is_valid_utf8(repaired_utf8("\x81\xFE\xC3")));
}

TEST(Utf8FromUtf16, joins_surrogate_pairs_in_both_byte_orders) {
    EXPECT_EQ(utf8_from_utf16("Z\0o\0\xEB\0"s, false), "Zoë");
    EXPECT_EQ(utf8_from_utf16("\0Z\0o\0\xEB"s, true), "Zoë");
    EXPECT_EQ(utf8_from_utf16("\x3D\xD8\x80\xDE"s, false), "🚀");
    EXPECT_EQ(utf8_from_utf16("\x3D\xD8"s, false), "\uFFFD");
}

TEST(CleanText, removes_controls_and_direction_tricks_but_keeps_lines_and_joiners) {
    EXPECT_EQ(clean_text("  a\r\nb\rc\td\0e  "s), "a\nb\nc de");
    EXPECT_EQ(clean_text("\u202Egnp.exe\u202C"), "gnp.exe");
    EXPECT_EQ(clean_text("👩\u200D🔬"), "👩\u200D🔬");
}

TEST(CleanLine, makes_one_line_with_single_blanks) {
    EXPECT_EQ(clean_line("  Ana \n  Maria\u00A0Sample  "), "Ana Maria Sample");
    EXPECT_EQ(clean_line("Ana"), "Ana");
    EXPECT_EQ(clean_line(" \n "), "");
}

TEST(CleanLine, finds_what_must_go_wherever_it_stands) {
    for (std::size_t before = 1; before < 20; ++before) {
        const std::string front(before, 'a'), end(20 - before, 'b');
        EXPECT_EQ(clean_line(front + "  " + end), front + " " + end) << before;
        EXPECT_EQ(clean_line(front + " c " + end), front + " c " + end) << before;
        EXPECT_EQ(clean_line(front + "\n" + end), front + " " + end) << before;
        EXPECT_EQ(clean_text(front + "\n" + end), front + "\n" + end) << before;
        EXPECT_EQ(clean_text(front + "\x1F" + end), front + end) << before;
        EXPECT_EQ(clean_line(front + "\x7F" + end), front + end) << before;
    }
}

TEST(NextCodePoint, gives_the_replacement_for_each_stray_byte) {
    const std::string text = "a\xFF\xC3\xA9";
    std::size_t position = 0;
    EXPECT_EQ(next_code_point(text, position), U'a');
    EXPECT_EQ(next_code_point(text, position), U'\uFFFD');
    EXPECT_EQ(next_code_point(text, position), U'é');
    EXPECT_EQ(position, text.size());
}
