// Streams the rows of one file of an archive to a reader, with progress and cancelling, and gives the reader cleaned
// fields by column.
#pragma once

#include "archive/csv.hpp"
#include "archive/encoding.hpp"
#include "base/progress.hpp"
#include "intake/archive_files.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace discern {

// Progress over the whole job. Once cancelled it stays so.
struct Watch {
    explicit Watch(const ProgressSink& progress) : sink(progress) {}

    const ProgressSink& sink;
    std::uint64_t bytes_done = 0;
    std::uint64_t bytes_total = 0;
    bool cancelled = false;

    // False when the user cancelled.
    bool tell(const std::string& stage, std::uint64_t rows);
};

[[nodiscard]] Problem cancelled_problem();

// Finds the data rows in the pieces of one file as they come.
class TableFeed {
public:
    TableFeed(std::string file_name, const TableShape& shape, Watch& watch);
    using Take = FunctionRef<bool(const CsvRow& row, std::uint32_t number)>;
    // False when `take` stopped it or the user cancelled.
    bool feed(std::string_view piece, Take take);
    bool finish(Take take);

private:
    bool pass(const CsvRow& row, Take take);

    std::string file_name_;
    CsvScanner scanner_;
    Decoder decoder_;
    std::size_t to_skip_;
    std::uint32_t number_ = 0;
    Watch& watch_;
};

// Calls `take(row, number)` with each data row, numbered from 1; `take` returns false to stop early. True when the file
// was read to its end; a Problem when it cannot be unpacked or the user cancelled.
using DataRowSink = FunctionRef<bool(const CsvRow& row, std::uint32_t number)>;
[[nodiscard]] Result<bool> read_table(const PackedFile& file, const TableShape& shape, Watch& watch, DataRowSink take);

// One row's fields, cleaned (text/utf8.hpp). A column that the file does not have gives empty text.
class Fields {
public:
    explicit Fields(const CsvRow& row) : row_(row) {}
    [[nodiscard]] std::string line(std::size_t column) const;  // of one line
    [[nodiscard]] std::string text(std::size_t column) const;  // line breaks kept
    [[nodiscard]] std::string first_and_last(std::size_t first, std::size_t last) const;
    // As written, only blanks at both ends cut; for addresses, dates and words of a fixed list.
    [[nodiscard]] std::string_view word(std::size_t column) const;
    [[nodiscard]] bool all_empty() const;
    [[nodiscard]] bool has_nul() const;

private:
    const CsvRow& row_;
    mutable std::string scratch_;
};

}  // namespace discern
