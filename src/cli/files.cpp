#include "cli/files.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>

namespace discern {
namespace {

namespace fs = std::filesystem;

struct CloseFile {
    void operator()(std::FILE* file) const {
        if (file != stdin) std::fclose(file);
    }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

Problem cannot_read(const std::string& path) {
    return {.what = "It cannot be read.", .where = {path, 0}, .mend = "Check that it exists and that you may read it."};
}

}  // namespace

Result<std::vector<std::string>> expanded_paths(const std::vector<std::string>& paths) {
    std::vector<std::string> expanded;
    for (const std::string& path : paths) {
        std::error_code error;
        if (!fs::is_directory(path, error)) {
            expanded.push_back(path);
            continue;
        }
        std::vector<std::string> inside;
        fs::recursive_directory_iterator entry(path, error), end;
        while (!error && entry != end) {
            if (entry->is_regular_file(error) && !error) inside.push_back(entry->path().string());
            entry.increment(error);
        }
        if (error) return std::unexpected(cannot_read(path));
        std::ranges::sort(inside);
        expanded.insert(expanded.end(), inside.begin(), inside.end());
    }
    return expanded;
}

Result<ReadFile> read_whole_file(const std::string& path) {
    std::error_code error;
    if (fs::is_directory(path, error)) return std::unexpected(cannot_read(path));
    const File file(path == "-" ? stdin : std::fopen(path.c_str(), "rb"));
    if (!file) return std::unexpected(cannot_read(path));
    ReadFile read{.name = path, .bytes = {}};
    const auto expected = fs::file_size(path, error);
    if (!error) read.bytes.reserve(static_cast<std::size_t>(expected));
    char buffer[1 << 16];
    for (std::size_t size = 0; (size = std::fread(buffer, 1, sizeof buffer, file.get())) > 0;)
        read.bytes.append(buffer, size);
    if (std::ferror(file.get())) return std::unexpected(cannot_read(path));
    return read;
}

Result<bool> write_whole_file(const std::string& path, std::string_view bytes) {
    const File file(std::fopen(path.c_str(), "wb"));
    const bool written = file && std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size() &&
                         std::fflush(file.get()) == 0;
    if (!written)
        return std::unexpected(Problem{.what = "It cannot be written.",
                                       .where = {path, 0},
                                       .mend = "Check that its folder exists and that there is room."});
    return true;
}

}  // namespace discern
