#include "archive/csv.hpp"

#include "archive/limits.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace discern {
namespace {

constexpr std::uint64_t every_byte = 0x0101010101010101u;
constexpr std::uint64_t high_bits = 0x8080808080808080u;

std::uint64_t load_8(const char* p) {
    std::uint64_t word = 0;
    std::memcpy(&word, p, 8);
    return word;
}

// High bit set in each byte that is zero (and perhaps in later ones: only the lowest is trusted). Hacker's Delight 6-1.
std::uint64_t zero_bytes(std::uint64_t word) { return (word - every_byte) & ~word & high_bits; }

// Eight bytes at a time; every target (wasm, x86-64, arm64) is little-endian, so the lowest set bit is the first byte.
static_assert(std::endian::native == std::endian::little);

std::size_t find_byte(std::string_view text, std::size_t at, char wanted) {
    const std::uint64_t pattern = every_byte * static_cast<std::uint8_t>(wanted);
    for (; at + 8 <= text.size(); at += 8)
        if (const std::uint64_t hits = zero_bytes(load_8(text.data() + at) ^ pattern))
            return at + static_cast<std::size_t>(std::countr_zero(hits) / 8);
    while (at < text.size() && text[at] != wanted) ++at;
    return at;
}

// The first separator or line break from `at` on; the size of the text if there is none.
std::size_t find_field_end(std::string_view text, std::size_t at, char separator) {
    const std::uint64_t separators = every_byte * static_cast<std::uint8_t>(separator);
    constexpr std::uint64_t feeds = every_byte * '\n';
    constexpr std::uint64_t returns = every_byte * '\r';
    for (; at + 8 <= text.size(); at += 8) {
        const std::uint64_t word = load_8(text.data() + at);
        const std::uint64_t hits =
            zero_bytes(word ^ separators) | zero_bytes(word ^ feeds) | zero_bytes(word ^ returns);
        if (hits) return at + static_cast<std::size_t>(std::countr_zero(hits) / 8);
    }
    while (at < text.size() && text[at] != separator && text[at] != '\n' && text[at] != '\r') ++at;
    return at;
}

bool is_line_break(char c) { return c == '\n' || c == '\r'; }

}  // namespace

std::string_view CsvRow::value(std::size_t column, std::string& scratch) const {
    if (column >= fields_.size()) return {};
    const Field& field = fields_[column];
    if (!field.has_quotes) return field.text;
    scratch.clear();
    for (std::size_t i = 0; i < field.text.size(); ++i) {
        scratch += field.text[i];
        if (field.text[i] == '"' && i + 1 < field.text.size() && field.text[i + 1] == '"') ++i;
    }
    return scratch;
}

std::string CsvRow::value(std::size_t column) const {
    std::string scratch;
    return std::string(value(column, scratch));
}

void CsvScanner::add_field(std::string_view text, bool has_quotes) {
    if (text.size() > csv_field_bytes_at_most) row_.oversized_ = true;
    if (row_.fields_.size() < csv_columns_at_most) row_.fields_.push_back({text, has_quotes});
}

// Reads one row from `begin`. On Row, `end` is behind its line break. A line break at the very end of an unfinished
// text needs more, because CR may be the first half of CR LF, and a quotation mark the first half of two.
CsvScanner::Outcome CsvScanner::read_row(std::string_view text, std::size_t begin, bool is_last, std::size_t& end) {
    row_.fields_.clear();
    row_.mended_ = row_.oversized_ = false;
    bool has_stray_quotes = false, has_opening_inside = false, has_inner_breaks = false;
    std::size_t at = begin;
    for (;;) {
        std::size_t field_begin = at, field_end = at;
        bool has_quotes = false;
        if (at < text.size() && text[at] == '"') {
            field_begin = ++at;
            for (;;) {
                at = find_byte(text, at, '"');
                if (at == text.size())
                    return is_last || at - begin > csv_row_bytes_at_most ? Outcome::Mend : Outcome::NeedsMore;
                if (at + 1 == text.size()) {
                    if (!is_last) return at - begin > csv_row_bytes_at_most ? Outcome::Mend : Outcome::NeedsMore;
                    break;
                }
                const char next = text[at + 1];
                if (next == separator_ || is_line_break(next)) break;
                has_quotes = true;
                if (next != '"') {
                    has_stray_quotes = true;
                    has_opening_inside |= text[at - 1] == separator_ || is_line_break(text[at - 1]);
                }
                at += next == '"' ? 2 : 1;
            }
            field_end = at++;
            // Only a row with stray quotes is in doubt; looking for breaks in all others would read the text twice.
            if (has_stray_quotes
                && text.substr(field_begin, field_end - field_begin).find('\n') != std::string_view::npos)
                has_inner_breaks = true;
        } else {
            at = field_end = find_field_end(text, at, separator_);
        }
        if (at == text.size() && !is_last)
            return at - begin > csv_row_bytes_at_most ? Outcome::Mend : Outcome::NeedsMore;
        add_field(text.substr(field_begin, field_end - field_begin), has_quotes);
        if (at < text.size() && text[at] == separator_) {
            ++at;
            continue;
        }
        if (at < text.size() && text[at] == '\r') {
            if (at + 1 == text.size() && !is_last) return Outcome::NeedsMore;
            if (at + 1 < text.size() && text[at + 1] == '\n') ++at;
        }
        end = std::min(at + 1, text.size());
        // Two rows grown together by a mark that was never closed: a mark that opens a field inside a field gives it
        // away, or too many or too few columns.
        const bool has_wrong_size = columns_ > 0 && row_.fields_.size() != columns_;
        const bool is_torn = has_stray_quotes && has_inner_breaks && (has_opening_inside || has_wrong_size);
        return is_torn ? Outcome::Mend : Outcome::Row;
    }
}

// Reads up to the next line break, whatever the quotation marks say; a field in quotes must close within the line.
bool CsvScanner::read_line(std::string_view text, std::size_t begin, bool is_last, std::size_t& end) {
    row_.fields_.clear();
    row_.mended_ = true;
    row_.oversized_ = false;
    std::size_t line_end = begin;
    while (line_end < text.size() && !is_line_break(text[line_end])) ++line_end;
    if (line_end == text.size() && !is_last && line_end - begin <= csv_row_bytes_at_most) return false;
    if (line_end + 1 >= text.size() && !is_last && line_end < text.size() && text[line_end] == '\r') return false;
    const std::string_view line = text.substr(begin, line_end - begin);
    std::size_t at = 0;
    for (;;) {
        std::size_t closing = std::string_view::npos;
        if (at < line.size() && line[at] == '"') {
            for (closing = line.find('"', at + 1); closing != std::string_view::npos;
                 closing = line.find('"', closing + 1)) {
                if (closing + 1 == line.size() || line[closing + 1] == separator_) break;
                if (line[closing + 1] == '"') ++closing;
            }
        }
        if (closing != std::string_view::npos) {
            add_field(line.substr(at + 1, closing - at - 1), true);
            at = closing + 1;
        } else {
            const std::size_t field_end = std::min(line.find(separator_, at), line.size());
            add_field(line.substr(at, field_end - at), false);
            at = field_end;
        }
        if (at >= line.size()) break;
        ++at;
    }
    end = std::min(line_end + 1, text.size());
    if (line_end + 1 < text.size() && text[line_end] == '\r' && text[line_end + 1] == '\n') ++end;
    return true;
}

bool CsvScanner::scan(std::string_view text, bool is_last, RowSink take, std::size_t& consumed) {
    consumed = 0;
    while (consumed < text.size()) {
        if (is_line_break(text[consumed])) {
            ++consumed;
            continue;
        }
        std::size_t end = consumed;
        const bool line_by_line = mended_rows_ >= csv_mended_rows_at_most;
        const Outcome outcome = line_by_line ? Outcome::Mend : read_row(text, consumed, is_last, end);
        if (outcome == Outcome::NeedsMore) return true;
        if (outcome == Outcome::Mend) {
            if (!read_line(text, consumed, is_last, end)) return true;
            if (!line_by_line) ++mended_rows_;
        }
        consumed = end;
        if (!take(row_)) return false;
    }
    return true;
}

bool CsvScanner::feed(std::string_view piece, RowSink take) {
    std::size_t consumed = 0;
    // First complete the row that the last piece left unfinished, with as little of the new piece as it takes.
    std::size_t used = 0, step = 4'096;
    while (!carry_.empty()) {
        if (used == piece.size()) return true;
        const std::size_t old_size = carry_.size();
        const std::string_view more = piece.substr(used, step);
        carry_ += more;
        if (!scan(carry_, false, take, consumed)) return false;
        if (consumed > old_size) {
            used += consumed - old_size;
            carry_.clear();
        } else {
            used += more.size();
            carry_.erase(0, consumed);
        }
        step *= 2;
    }
    const std::string_view rest = piece.substr(used);
    if (!scan(rest, false, take, consumed)) return false;
    carry_.assign(rest.substr(consumed));
    return true;
}

bool CsvScanner::finish(RowSink take) {
    std::size_t consumed = 0;
    const bool going_on = scan(carry_, true, take, consumed);
    carry_.clear();
    return going_on;
}

}  // namespace discern
