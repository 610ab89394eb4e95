#include "intake/table_reader.hpp"

#include "archive/encoding.hpp"
#include "text/utf8.hpp"

namespace discern {

bool Watch::tell(const std::string& stage, std::uint64_t rows) {
    if (!cancelled && sink && !sink({stage, bytes_done, bytes_total, rows})) cancelled = true;
    return !cancelled;
}

Problem cancelled_problem() {
    return {"Reading was cancelled; nothing has changed.", {}, "Drop the archive again whenever you like."};
}

Result<bool> read_table(const PackedFile& file, const TableShape& shape, Watch& watch, DataRowSink take) {
    CsvScanner scanner(shape.separator, shape.columns.size());
    Decoder decoder;
    std::size_t to_skip = shape.header_row + 1;
    std::uint32_t number = 0;
    bool going_on = true;
    const auto take_row = [&](const CsvRow& row) {
        if (to_skip > 0) {
            --to_skip;
            return true;
        }
        return going_on = take(row, ++number);
    };
    const auto read = read_file(file, [&](std::string_view piece) {
        watch.bytes_done += piece.size();
        return watch.tell(file.name, number) && scanner.feed(decoder.decode(piece), take_row);
    });
    if (!read) return std::unexpected(read.error());
    if (watch.cancelled) return std::unexpected(cancelled_problem());
    if (going_on) going_on = scanner.finish(take_row);
    return going_on;
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
