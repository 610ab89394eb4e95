#include "archive/csv.hpp"

#include "archive/encoding.hpp"
#include "archive/limits.hpp"
#include "base/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>

using namespace discern;
using namespace std::string_literals;

namespace {

using Rows = std::vector<std::vector<std::string>>;

struct Reading {
    Rows rows;
    std::size_t mended = 0, oversized = 0;
};

Reading read(std::string_view text, char separator = ',', std::size_t columns = 0, std::size_t piece = 1u << 20) {
    Reading reading;
    const auto take = [&](const CsvRow& row) {
        auto& cells = reading.rows.emplace_back();
        for (std::size_t i = 0; i < row.size(); ++i) cells.push_back(row.value(i));
        reading.mended += row.mended();
        reading.oversized += row.oversized();
        return true;
    };
    CsvScanner scanner(separator, columns);
    for (std::size_t at = 0; at < text.size(); at += piece) EXPECT_TRUE(scanner.feed(text.substr(at, piece), take));
    EXPECT_TRUE(scanner.finish(take));
    return reading;
}

Rows rows_of(std::string_view text, char separator = ',') { return read(text, separator).rows; }

}  // namespace

TEST(CsvScanner, reads_plain_and_quoted_fields) {
    EXPECT_EQ(rows_of("a,b,c\n1,\"2,3\",\"say \"\"hi\"\"\"\n"), (Rows{{"a", "b", "c"}, {"1", "2,3", "say \"hi\""}}));
    EXPECT_EQ(rows_of("\"\",\"\"\n,\n"), (Rows{{"", ""}, {"", ""}}));
    EXPECT_EQ(rows_of("a\tb\n\"c\td\"\te", '\t'), (Rows{{"a", "b"}, {"c\td", "e"}}));
}

TEST(CsvScanner, ends_rows_at_any_kind_of_line_break_and_at_the_end) {
    for (const char* text : {"a,b\nc,d", "a,b\r\nc,d\r\n", "a,b\rc,d\r", "a,b\n\n\r\nc,d\n\n"})
        EXPECT_EQ(rows_of(text), (Rows{{"a", "b"}, {"c", "d"}}));
    EXPECT_EQ(rows_of("a,"), (Rows{{"a", ""}}));
    EXPECT_EQ(rows_of(""), Rows{});
    EXPECT_EQ(rows_of("\n\n"), Rows{});
}

TEST(CsvScanner, keeps_line_breaks_inside_quoted_fields) {  // formats, pitfall 4
    EXPECT_EQ(rows_of("id,text\n\"1\",\"two\n\nlines, \"\"quoted\"\"\r\nthree\"\n2,x\n"),
              (Rows{{"id", "text"}, {"1", "two\n\nlines, \"quoted\"\r\nthree"}, {"2", "x"}}));
}

TEST(CsvScanner, reads_the_same_rows_however_the_text_is_cut_into_pieces) {
    std::string text = "from,to,text\r\n";
    Random random(5);
    for (int i = 0; i < 300; ++i) {
        const auto field = [&] {
            std::string cell;
            for (auto n = random.below(12); n > 0; --n) cell += "ab,\"\n\r ;x"[random.below(9)];
            if (cell.find_first_of(",\"\n\r") == std::string::npos && random.below(2)) return cell;
            std::string quoted = "\"";
            for (const char c : cell) quoted += c == '"' ? "\"\""s : std::string(1, c);
            return quoted + "\"";
        };
        text += "r" + field() + "," + field() + "," + field() + (random.below(2) ? "\n" : "\r\n");
    }
    const Reading whole = read(text, ',', 3);
    EXPECT_GE(whole.rows.size(), 200u);
    for (const std::size_t piece : {1u, 2u, 3u, 7u, 64u, 1'000u})
        EXPECT_EQ(read(text, ',', 3, piece).rows, whole.rows) << piece;
}

TEST(CsvScanner, leaves_a_quotation_mark_in_the_middle_of_a_field_alone) {
    EXPECT_EQ(rows_of("5\" disk,b\n"), (Rows{{"5\" disk", "b"}}));
    EXPECT_EQ(rows_of("\"say \\\"hi\\\" now\",b\n"), (Rows{{"say \\\"hi\\\" now", "b"}}));  // formats, pitfall 15
}

TEST(CsvScanner, mends_a_field_that_is_never_closed) {
    const Reading reading = read("a,b,c\n1,\"open,3\n4,5,6\n7,8,9\n", ',', 3);
    EXPECT_EQ(reading.rows, (Rows{{"a", "b", "c"}, {"1", "\"open", "3"}, {"4", "5", "6"}, {"7", "8", "9"}}));
    EXPECT_EQ(reading.mended, 1u);
}

TEST(CsvScanner, mends_a_field_that_a_later_rows_mark_would_close) {
    const Reading reading = read("a,b,c\n1,\"open,3\n4,\"5,5\",6\n7,8,9\n", ',', 3);
    EXPECT_EQ(reading.rows, (Rows{{"a", "b", "c"}, {"1", "\"open", "3"}, {"4", "5,5", "6"}, {"7", "8", "9"}}));
    EXPECT_EQ(reading.mended, 1u);
}

TEST(CsvScanner, says_so_when_a_field_is_larger_than_it_may_be) {
    const std::string large(csv_field_bytes_at_most + 1, 'x');
    const std::string fits(csv_field_bytes_at_most, 'x');
    for (const char* quote : {"", "\""}) {
        const Reading reading =
            read("a,"s + quote + large + quote + "\nb,"s + quote + fits + quote + "\nc,d\n", ',', 2, piece_bytes);
        ASSERT_EQ(reading.rows.size(), 3u);
        EXPECT_EQ(reading.oversized, 1u);
        EXPECT_EQ(reading.rows[1][1].size(), fits.size());
        EXPECT_EQ(reading.rows[2], (std::vector<std::string>{"c", "d"}));
    }
}

TEST(CsvScanner, goes_on_line_by_line_after_too_many_stray_marks) {
    std::string text = "a,b\n";
    for (int i = 0; i < 3'000; ++i) text += "x,\"never closed " + std::to_string(i) + "\n";
    const Reading reading = read(text, ',', 2, piece_bytes);
    EXPECT_EQ(reading.rows.size(), 3'001u);
    EXPECT_EQ(reading.rows.back()[1], "\"never closed 2999");
}

TEST(CsvScanner, stops_when_the_sink_says_so) {
    int rows = 0;
    CsvScanner scanner(',');
    EXPECT_FALSE(scanner.feed("a\nb\nc\n", [&](const CsvRow&) { return ++rows < 2; }));
    EXPECT_EQ(rows, 2);
}

TEST(CsvScanner, bounds_the_number_of_columns) {
    EXPECT_EQ(rows_of(std::string(csv_columns_at_most * 3, ',')).front().size(), csv_columns_at_most);
}

TEST(GuessEncoding, goes_by_the_byte_order_mark_or_by_zeros) {
    EXPECT_EQ(guess_encoding("\xEF\xBB\xBF"
                             "a,b"),
              (EncodingGuess{Encoding::Utf8, 3}));
    EXPECT_EQ(guess_encoding("\xFF\xFE"
                             "a\0"s),
              (EncodingGuess{Encoding::Utf16LittleEndian, 2}));
    EXPECT_EQ(guess_encoding("\xFE\xFF"
                             "\0a"s),
              (EncodingGuess{Encoding::Utf16BigEndian, 2}));
    EXPECT_EQ(guess_encoding("D\0a\0t\0e\0,\0"s), (EncodingGuess{Encoding::Utf16LittleEndian, 0}));
    EXPECT_EQ(guess_encoding("\0D\0a\0t\0e\0,"s), (EncodingGuess{Encoding::Utf16BigEndian, 0}));
    EXPECT_EQ(guess_encoding("Date,\0b"s), EncodingGuess{});
}

TEST(Decoder, keeps_pairs_together_that_are_cut_between_pieces) {  // formats, pitfall 16
    const std::string bytes =
        "\xFF\xFE"
        "A\0\x3D\xD8\x80\xDE"
        "B\0"s;
    for (std::size_t piece = 4; piece <= bytes.size(); ++piece) {
        Decoder decoder;
        std::string text;
        for (std::size_t at = 0; at < bytes.size(); at += piece)
            text += decoder.decode(std::string_view(bytes).substr(at, piece));
        EXPECT_EQ(text, "A🚀B") << piece;
    }
}
