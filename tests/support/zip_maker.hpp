// Makes ZIP files for tests: sound ones as LinkedIn packs them, and broken or hostile ones.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace discern::test {

struct ZipPart {
    std::string name;
    std::string bytes;
    bool stored = false;                      // method 0 instead of deflate
    bool encrypted = false;                   // only the flag; the bytes stay readable
    std::uint16_t method_written = 0xFFFF;    // claim another method
    std::uint32_t size_written = 0xFFFFFFFF;  // claim another unpacked size
    std::uint32_t crc_written = 0;            // not 0: claim another checksum
};

struct ZipForm {
    bool descriptors = false;  // sizes behind the data and 0 in the local header, as LinkedIn writes them
    std::string before;        // bytes in front of the first entry
    std::string comment;
};

[[nodiscard]] std::string zip_of(const std::vector<ZipPart>& parts, const ZipForm& form = {});

}  // namespace discern::test
