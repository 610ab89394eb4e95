// ZIP archives by their central directory; local headers are not trusted (LinkedIn writes their sizes as 0 and puts
// them behind the data). Format: PKWARE APPNOTE 6.3.3. Deflate by zlib; limits in archive/limits.hpp.
#pragma once

#include "base/function_ref.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace discern {

struct ZipEntry {
    std::string name;  // last part of the path; folders are never followed
    std::uint64_t packed_size = 0;
    std::uint64_t size = 0;  // as declared; checked while unpacking
    std::uint64_t local_header_at = 0;
    std::uint32_t crc32 = 0;
    std::uint16_t method = 0;  // 0 stored, 8 deflate
    bool encrypted = false;
    bool left_out = false;  // its packed bytes are the hole: somebody else unpacks them (ZipEntryCheck)
    bool operator==(const ZipEntry&) const = default;
};

// A stretch of an archive that was left out of its bytes, so that they need not be held in memory: all of one entry's packed
// data and nothing else. What follows has moved forward by `size`.
struct ZipHole {
    std::uint64_t at = 0, size = 0;
    bool operator==(const ZipHole&) const = default;
};

// Begins like a ZIP, whole or damaged.
[[nodiscard]] bool looks_like_zip(std::string_view bytes);

// Files in the order of the directory; folders and the "__MACOSX" doubles of macOS are left out. `archive_name` is for
// the Problem: no ZIP, cut off, ZIP64, split over disks, too many files.
[[nodiscard]] Result<std::vector<ZipEntry>> read_zip_directory(std::string_view bytes, std::string_view archive_name,
                                                               ZipHole hole = {});

// Gets consecutive pieces of at most `piece_bytes`; returns false to stop reading.
using ByteSink = FunctionRef<bool(std::string_view piece)>;

// Unpacks one entry into `take`. True when all of it was read and size and checksum agree, false when `take` stopped
// it. A Problem at the entry's name: encrypted, an unknown method, damaged, larger than declared or than the limits
// allow.
[[nodiscard]] Result<bool> read_zip_entry(std::string_view bytes, const ZipEntry& entry, ByteSink take);

// The same checks for an entry that was left out, while its unpacked bytes come from elsewhere.
class ZipEntryCheck {
public:
    explicit ZipEntryCheck(const ZipEntry& entry) : entry_(entry) {}
    // False when the limits do not allow it at all.
    [[nodiscard]] bool is_allowed() const;
    // False as soon as there is more than the directory says.
    bool take(std::string_view piece);
    // Size and checksum agree.
    [[nodiscard]] bool is_whole() const;

private:
    ZipEntry entry_;
    std::uint64_t unpacked_ = 0;
    std::uint32_t crc_ = 0;
};

}  // namespace discern
