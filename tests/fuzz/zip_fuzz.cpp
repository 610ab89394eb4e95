// Any bytes as a ZIP: the directory is read, then every entry.
#include "archive/zip.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto entries = discern::read_zip_directory(bytes, "archive.zip");
    if (!entries) return 0;
    std::uint64_t unpacked = 0;
    for (const auto& entry : *entries) {
        const auto read = discern::read_zip_entry(bytes, entry, [&](std::string_view piece) {
            unpacked += piece.size();
            return unpacked < 8'000'000;  // enough to find faults; more would only be slow
        });
        if (unpacked >= 8'000'000) break;
        static_cast<void>(read);
    }
    return 0;
}
