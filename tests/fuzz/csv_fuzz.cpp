// Rows do not depend on the pieces in which a text arrives.
#include "archive/csv.hpp"

#include <cstdlib>
#include <string>
#include <vector>

using namespace discern;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(std::string_view text, std::size_t piece_size, char separator, std::size_t columns) {
    Rows rows;
    const auto take = [&rows](const CsvRow& row) {
        std::vector<std::string>& fields = rows.emplace_back();
        for (std::size_t column = 0; column < row.size(); ++column) fields.push_back(row.value(column));
        return true;
    };
    CsvScanner scanner(separator, columns);
    for (std::size_t at = 0; at < text.size(); at += piece_size)
        if (!scanner.feed(text.substr(at, piece_size), take)) std::abort();
    if (!scanner.finish(take)) std::abort();
    return rows;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    const char separator = ",;\t"[data[0] % 3];
    const std::size_t columns = data[1] % 12, piece_size = 1 + data[1] / 12;
    const std::string_view text(reinterpret_cast<const char*>(data) + 2, size - 2);
    if (rows_of(text, text.size() + 1, separator, columns) != rows_of(text, piece_size, separator, columns)) std::abort();
    return 0;
}
