#include "intake/table_reader.hpp"

#include "text/utf8.hpp"

namespace discern {

bool Watch::tell(const std::string& stage, std::uint64_t rows) {
    if (!cancelled && sink && !sink({stage, bytes_done, bytes_total, rows})) cancelled = true;
    return !cancelled;
}

Problem cancelled_problem() {
    return {"Reading was cancelled; nothing has changed.", {}, "Drop the archive again whenever you like."};
}

TableFeed::TableFeed(std::string file_name, const TableShape& shape, Watch& watch)
    : file_name_(std::move(file_name)),
      scanner_(shape.separator, shape.columns.size()),
      to_skip_(shape.header_row + 1),
      watch_(watch) {}

bool TableFeed::pass(const CsvRow& row, Take take) {
    if (to_skip_ > 0) {
        --to_skip_;
        return true;
    }
    return take(row, ++number_);
}

bool TableFeed::feed(std::string_view piece, Take take) {
    watch_.bytes_done += piece.size();
    if (!watch_.tell(file_name_, number_)) return false;
    const auto pass_on = [&](const CsvRow& row) { return pass(row, take); };
    return scanner_.feed(decoder_.decode(piece), pass_on);
}

bool TableFeed::finish(Take take) {
    const auto pass_on = [&](const CsvRow& row) { return pass(row, take); };
    return scanner_.finish(pass_on);
}

Result<bool> read_table(const PackedFile& file, const TableShape& shape, Watch& watch, DataRowSink take) {
    TableFeed table(file.name, shape, watch);
    bool going_on = true;
    const auto read = read_file(file, [&](std::string_view piece) { return going_on = table.feed(piece, take); });
    if (!read) return std::unexpected(read.error());
    if (watch.cancelled) return std::unexpected(cancelled_problem());
    return going_on && table.finish(take);
}

std::string Fields::line(std::size_t column) const { return clean_line(row_.value(column, scratch_)); }

std::string Fields::text(std::size_t column) const { return clean_text(row_.value(column, scratch_)); }

std::string Fields::first_and_last(std::size_t first, std::size_t last) const {
    std::string name = line(first);
    const std::string family = line(last);
    if (!name.empty() && !family.empty()) name += ' ';
    return name + family;
}

std::string_view Fields::word(std::size_t column) const {
    const std::string_view value = row_.value(column, scratch_);
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t begin = value.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return value.substr(begin, value.find_last_not_of(blanks) - begin + 1);
}

bool Fields::all_empty() const {
    for (std::size_t i = 0; i < row_.size(); ++i)
        if (row_.raw(i).find_first_not_of(" \t") != std::string_view::npos) return false;
    return true;
}

bool Fields::has_nul() const {
    for (std::size_t i = 0; i < row_.size(); ++i)
        if (row_.raw(i).find('\0') != std::string_view::npos) return true;
    return false;
}

}  // namespace discern
