// Comma-separated text as it streams by: RFC 4180 with the liberties that exports take (any of LF, CR LF, CR; `,` `;`
// or tab; line breaks in quoted fields; stray quotation marks). Rows are views into the text given: nothing is copied.
// Of our own, because messages.csv is 158 MB for a busy member and must pass in a fraction of a second without being
// held in memory; only fields that are asked for are unquoted.
#pragma once

#include "base/function_ref.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace discern {

// One row; valid only while its sink runs.
class CsvRow {
public:
    [[nodiscard]] std::size_t size() const { return fields_.size(); }
    // The field as written, without the enclosing quotation marks; inner ones may still be doubled. Empty beyond the
    // end.
    [[nodiscard]] std::string_view raw(std::size_t column) const {
        return column < fields_.size() ? fields_[column].text : std::string_view{};
    }
    // The field's value; `scratch` holds it when it had to be unquoted.
    [[nodiscard]] std::string_view value(std::size_t column, std::string& scratch) const;
    [[nodiscard]] std::string value(std::size_t column) const;
    // A quotation mark was not closed, and the row was read as a single line instead.
    [[nodiscard]] bool mended() const { return mended_; }
    // A field is larger than `csv_field_bytes_at_most`: the row should not be used.
    [[nodiscard]] bool oversized() const { return oversized_; }

private:
    friend class CsvScanner;
    struct Field {
        std::string_view text;
        bool has_quotes = false;  // doubled or stray quotation marks inside
    };
    std::vector<Field> fields_;
    bool mended_ = false;
    bool oversized_ = false;
};

// Returns false to stop the reading.
using RowSink = FunctionRef<bool(const CsvRow&)>;

// Finds the rows of a text that arrives in pieces of any size.
class CsvScanner {
public:
    // `columns` is the number of columns of the header if known (0 = not): it helps to find unclosed quotation marks.
    explicit CsvScanner(char separator, std::size_t columns = 0) : separator_(separator), columns_(columns) {}

    // Hands out all rows that `piece` completes. Blank lines are no rows. False when the sink stopped.
    bool feed(std::string_view piece, RowSink take);
    // Hands out the last row when the text does not end with a line break.
    bool finish(RowSink take);

private:
    enum class Outcome : std::uint8_t { Row, NeedsMore, Mend };
    bool scan(std::string_view text, bool is_last, RowSink take, std::size_t& consumed);
    Outcome read_row(std::string_view text, std::size_t begin, bool is_last, std::size_t& end);
    bool read_line(std::string_view text, std::size_t begin, bool is_last, std::size_t& end);
    void add_field(std::string_view text, bool has_quotes);

    char separator_;
    std::size_t columns_;
    std::size_t mended_rows_ = 0;
    CsvRow row_;
    std::string carry_;  // the unfinished row at the end of the last piece
};

}  // namespace discern
