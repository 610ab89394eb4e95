// Any text as CSV: cut into pieces in two ways, it must give the same rows.
#include "archive/csv.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

std::vector<std::string> cells_of(std::string_view text, char separator, std::size_t columns, std::size_t piece) {
    std::vector<std::string> cells;
    const auto take = [&](const discern::CsvRow& row) {
        for (std::size_t i = 0; i < row.size(); ++i) cells.push_back(row.value(i));
        cells.push_back(row.mended() ? "mended" : "row");
        return true;
    };
    discern::CsvScanner scanner(separator, columns);
    for (std::size_t at = 0; at < text.size(); at += piece) scanner.feed(text.substr(at, piece), take);
    scanner.finish(take);
    return cells;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 3) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data) + 3, size - 3);
    const char separator = ",;\t"[data[0] % 3];
    const std::size_t columns = data[1] % 8;
    const std::size_t piece = 1 + data[2];
    if (cells_of(text, separator, columns, piece) != cells_of(text, separator, columns, text.size() + 1)) std::abort();
    return 0;
}
