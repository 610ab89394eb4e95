#include "archive/package.hpp"

#include "archive/limits.hpp"
#include "base/numbers.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace discern {
namespace {

bool ends_with_ignoring_case(std::string_view text, std::string_view lower_case_end) {
    if (text.size() < lower_case_end.size()) return false;
    const std::string_view end = text.substr(text.size() - lower_case_end.size());
    return std::equal(end.begin(), end.end(), lower_case_end.begin(), [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
    });
}

std::string base_name(std::string_view path) {
    const std::size_t slash = path.find_last_of("/\\");
    return clean_line(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

Result<std::string> unpacked_zip(std::string_view bytes, const ZipEntry& entry) {
    if (entry.size > inner_zip_bytes_at_most)
        return std::unexpected(
            Problem{"The ZIP inside the ZIP is larger than " + grouped(inner_zip_bytes_at_most / 1'048'576) + " MB.",
                    {entry.name, 0},
                    "Unpack the outer one on your computer and drop the inner one."});
    std::string inner;
    inner.reserve(entry.size);
    const auto read = read_zip_entry(bytes, entry, [&inner](std::string_view piece) {
        inner += piece;
        return true;
    });
    if (!read) return std::unexpected(read.error());
    return inner;
}

Result<bool> add_zip(Package& package, std::string_view bytes, const std::string& name, bool may_hold_zips,
                     ZipHole hole = {}) {
    auto entries = read_zip_directory(bytes, name, hole);
    if (!entries) return std::unexpected(entries.error());
    package.had_zip = true;
    for (ZipEntry& entry : *entries) {
        if (may_hold_zips && ends_with_ignoring_case(entry.name, ".zip")) {
            auto inner = unpacked_zip(bytes, entry);
            if (!inner) return std::unexpected(inner.error());
            package.unpacked.push_back(std::make_shared<const std::string>(std::move(*inner)));
            if (auto added = add_zip(package, *package.unpacked.back(), entry.name, false); !added) return added;
            continue;
        }
        std::string entry_name = entry.name;
        const std::uint64_t size = entry.size;
        package.files.push_back({std::move(entry_name), size, bytes, std::move(entry)});
    }
    return true;
}

}  // namespace

Result<Package> open_package(std::span<const InputFile> inputs) {
    Package package;
    for (const InputFile& input : inputs) {
        const std::string name = base_name(input.name);
        if (looks_like_zip(input.bytes) || ends_with_ignoring_case(name, ".zip")) {
            if (auto added = add_zip(package, input.bytes, name, true, input.hole); !added) return std::unexpected(added.error());
        } else {
            package.files.push_back({name, input.bytes.size(), input.bytes, std::nullopt});
        }
    }
    return package;
}

Result<bool> read_file(const PackedFile& file, ByteSink take) {
    if (file.entry) return read_zip_entry(file.bytes, *file.entry, take);
    for (std::size_t at = 0; at < file.bytes.size(); at += piece_bytes)
        if (!take(file.bytes.substr(at, piece_bytes))) return false;
    return true;
}

Result<std::string> read_beginning(const PackedFile& file, std::size_t size) {
    std::string beginning;
    const auto read = read_file(file, [&](std::string_view piece) {
        beginning += piece.substr(0, size - beginning.size());
        return beginning.size() < size;
    });
    if (!read) return std::unexpected(read.error());
    return beginning;
}

}  // namespace discern
