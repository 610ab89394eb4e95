#include "archive/zip.hpp"

#include "archive/limits.hpp"
#include "base/numbers.hpp"
#include "text/utf8.hpp"

#include <zlib.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace discern {
namespace {

constexpr std::string_view local_signature("PK\x03\x04", 4);
constexpr std::string_view directory_signature("PK\x01\x02", 4);
constexpr std::string_view end_signature("PK\x05\x06", 4);
constexpr std::string_view zip64_locator_signature("PK\x06\x07", 4);
constexpr std::size_t local_header_size = 30;
constexpr std::size_t directory_header_size = 46;
constexpr std::size_t end_size = 22;
constexpr std::size_t longest_comment = 65'535;
constexpr std::size_t zip64_locator_size = 20;

constexpr std::string_view get_it_again = "Download the archive again and drop the new file.";
constexpr std::string_view unpack_it = "Unpack it on your computer and drop the folder instead.";

std::uint32_t little_endian(std::string_view bytes, std::size_t at, std::size_t width) {
    std::uint32_t value = 0;
    for (std::size_t i = width; i-- > 0;) value = value << 8 | static_cast<std::uint8_t>(bytes[at + i]);
    return value;
}
std::uint32_t u16(std::string_view bytes, std::size_t at) { return little_endian(bytes, at, 2); }
std::uint32_t u32(std::string_view bytes, std::size_t at) { return little_endian(bytes, at, 4); }

bool has_at(std::string_view bytes, std::size_t at, std::string_view signature) {
    return at <= bytes.size() && bytes.substr(at).starts_with(signature);
}

std::unexpected<Problem> problem(std::string_view file, std::string what, std::string_view mend) {
    return std::unexpected(Problem{std::move(what), {std::string(file), 0}, std::string(mend)});
}

// The end record is the last thing in the file but for a comment of up to 64 KB.
std::optional<std::size_t> find_end_record(std::string_view bytes) {
    if (bytes.size() < end_size) return std::nullopt;
    const std::size_t last = bytes.size() - end_size;
    const std::size_t first = last > longest_comment ? last - longest_comment : 0;
    for (std::size_t at = last + 1; at-- > first;)
        if (has_at(bytes, at, end_signature) && at + end_size + u16(bytes, at + 20) <= bytes.size()) return at;
    return std::nullopt;
}

std::string base_name(std::string_view path) {
    const std::size_t slash = path.find_last_of("/\\");
    return clean_line(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

// Where the local header of an entry ends; nothing when it is not where the directory says.
std::optional<std::uint64_t> header_end(std::string_view bytes, const ZipEntry& entry) {
    const std::uint64_t at = entry.local_header_at;
    if (at > bytes.size() || bytes.size() - at < local_header_size) return std::nullopt;
    if (!has_at(bytes, at, local_signature)) return std::nullopt;
    return at + local_header_size + u16(bytes, at + 26) + u16(bytes, at + 28);
}

// Where the packed bytes of an entry begin; nothing when they are not there.
std::optional<std::size_t> data_begin(std::string_view bytes, const ZipEntry& entry) {
    const auto begin = header_end(bytes, entry);
    if (entry.left_out || !begin || *begin > bytes.size() || bytes.size() - *begin < entry.packed_size) return std::nullopt;
    return *begin;
}

std::string size_text(std::uint64_t bytes) { return grouped(bytes / 1'048'576) + " MB"; }

bool packs_suspiciously_well(std::uint64_t packed, std::uint64_t unpacked) {
    return unpacked > zip_ratio_from_bytes && unpacked / zip_ratio_at_most > packed;
}

std::unexpected<Problem> too_large(const ZipEntry& entry) {
    return problem(entry.name,
                   "The file would unpack to more than " + size_text(zip_entry_bytes_at_most)
                       + " or packs more tightly than text can, as in a ZIP bomb.",
                   "Check where the ZIP comes from; LinkedIn's own archive is much smaller.");
}

std::unexpected<Problem> damaged(const ZipEntry& entry) {
    return problem(entry.name, "The file is damaged inside the ZIP.", get_it_again);
}

Result<bool> hand_out_stored(std::string_view packed, const ZipEntry& entry, ByteSink take) {
    if (packed.size() != entry.size) return damaged(entry);
    uLong crc = ::crc32(0, nullptr, 0);
    for (std::size_t at = 0; at < packed.size(); at += piece_bytes) {
        const std::string_view piece = packed.substr(at, piece_bytes);
        crc = ::crc32(crc, reinterpret_cast<const Bytef*>(piece.data()), static_cast<uInt>(piece.size()));
        if (!take(piece)) return false;
    }
    if (crc != entry.crc32) return damaged(entry);
    return true;
}

struct InflateEnd {
    void operator()(z_stream* stream) const {
        inflateEnd(stream);
        delete stream;
    }
};

Result<bool> hand_out_deflated(std::string_view packed, const ZipEntry& entry, ByteSink take) {
    std::unique_ptr<z_stream, InflateEnd> stream(new z_stream{});
    if (inflateInit2(stream.get(), -MAX_WBITS) != Z_OK)
        return problem(entry.name, "There is not enough memory to unpack the file.",
                       "Close other pages and try again.");
    // zlib's input pointer is not const although it only reads; packed sizes are below 4 GB (no ZIP64).
    stream->next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream->avail_in = static_cast<uInt>(packed.size());
    const auto piece = std::make_unique_for_overwrite<char[]>(piece_bytes);
    uLong crc = ::crc32(0, nullptr, 0);
    std::uint64_t unpacked = 0;
    for (;;) {
        stream->next_out = reinterpret_cast<Bytef*>(piece.get());
        stream->avail_out = piece_bytes;
        const int status = inflate(stream.get(), Z_NO_FLUSH);
        const std::size_t length = piece_bytes - stream->avail_out;
        unpacked += length;
        if (unpacked > entry.size) {
            if (unpacked > zip_entry_bytes_at_most || packs_suspiciously_well(packed.size(), unpacked))
                return too_large(entry);
            return damaged(entry);
        }
        crc = ::crc32(crc, reinterpret_cast<const Bytef*>(piece.get()), static_cast<uInt>(length));
        if (length > 0 && !take({piece.get(), length})) return false;
        if (status == Z_STREAM_END) break;
        if (status != Z_OK) return damaged(entry);  // Z_BUF_ERROR: the input ended too early
    }
    if (unpacked != entry.size || crc != entry.crc32) return damaged(entry);
    return true;
}

}  // namespace

bool looks_like_zip(std::string_view bytes) {
    return bytes.starts_with(local_signature) || bytes.starts_with(end_signature);
}

Result<std::vector<ZipEntry>> read_zip_directory(std::string_view bytes, std::string_view archive_name, ZipHole hole) {
    const auto end = find_end_record(bytes);
    if (!end) {
        if (!looks_like_zip(bytes)) return problem(archive_name, "It is not a ZIP file.", get_it_again);
        return problem(archive_name, "The ZIP file is cut off: its table of contents is missing.", get_it_again);
    }
    const std::uint32_t count = u16(bytes, *end + 10);
    const std::uint64_t size = u32(bytes, *end + 12);
    const std::uint64_t offset = u32(bytes, *end + 16);
    const bool has_locator =
        *end >= zip64_locator_size && has_at(bytes, *end - zip64_locator_size, zip64_locator_signature);
    if (has_locator || count == 0xFFFF || size == 0xFFFFFFFF || offset == 0xFFFFFFFF)
        return problem(archive_name,
                       "The ZIP file is of the ZIP64 kind for very large files, which LinkedIn does not send.",
                       unpack_it);
    if (u16(bytes, *end + 4) != 0 || u16(bytes, *end + 6) != 0 || u16(bytes, *end + 8) != count)
        return problem(archive_name, "The ZIP file is split into several parts.", unpack_it);
    if (count > zip_entries_at_most)
        return problem(
            archive_name,
            "The ZIP file holds more than " + grouped(zip_entries_at_most) + " files; LinkedIn's holds about 50.",
            "Check that it is the archive that LinkedIn sent.");
    if (size > *end)
        return problem(archive_name, "The ZIP file is damaged: its table of contents does not fit in it.",
                       get_it_again);
    // Bytes put in front of a ZIP shift everything by the same distance.
    const std::uint64_t begin = *end - size, begin_in_file = begin + hole.size;
    if (offset > begin_in_file)
        return problem(archive_name, "The ZIP file is cut off: a part at its beginning or middle is missing.",
                       get_it_again);
    const std::uint64_t shift = begin_in_file - offset;

    std::vector<ZipEntry> entries;
    entries.reserve(count);
    std::size_t at = begin;
    for (std::uint32_t i = 0; i < count; ++i) {
        if (*end - at < directory_header_size || !has_at(bytes, at, directory_signature))
            return problem(archive_name, "The ZIP file is damaged: its table of contents cannot be read.",
                           get_it_again);
        const std::size_t name_size = u16(bytes, at + 28);
        const std::size_t total = directory_header_size + name_size + u16(bytes, at + 30) + u16(bytes, at + 32);
        if (*end - at < total)
            return problem(archive_name, "The ZIP file is damaged: its table of contents cannot be read.",
                           get_it_again);
        const std::string_view path = bytes.substr(at + directory_header_size, name_size);
        ZipEntry entry{.name = base_name(path),
                       .packed_size = u32(bytes, at + 20),
                       .size = u32(bytes, at + 24),
                       .local_header_at = u32(bytes, at + 42) + shift,
                       .crc32 = u32(bytes, at + 16),
                       .method = static_cast<std::uint16_t>(u16(bytes, at + 10)),
                       .encrypted = (u16(bytes, at + 8) & 0x2041) != 0};
        at += total;
        if (hole.size > 0) {
            if (entry.local_header_at >= hole.at + hole.size) entry.local_header_at -= hole.size;
            entry.left_out = entry.packed_size == hole.size && header_end(bytes, entry) == hole.at;
        }
        const bool is_folder = path.ends_with('/') || path.ends_with('\\');
        const bool is_macos_double = path.starts_with("__MACOSX") || entry.name.starts_with("._");
        if (!is_folder && !is_macos_double && !entry.name.empty()) entries.push_back(std::move(entry));
    }
    return entries;
}

bool ZipEntryCheck::is_allowed() const {
    return !entry_.encrypted && entry_.method == Z_DEFLATED && entry_.size <= zip_entry_bytes_at_most &&
           !packs_suspiciously_well(entry_.packed_size, entry_.size);
}

bool ZipEntryCheck::take(std::string_view piece) {
    unpacked_ += piece.size();
    crc_ = static_cast<std::uint32_t>(
        ::crc32(crc_, reinterpret_cast<const Bytef*>(piece.data()), static_cast<uInt>(piece.size())));
    return unpacked_ <= entry_.size;
}

bool ZipEntryCheck::is_whole() const { return unpacked_ == entry_.size && crc_ == entry_.crc32; }

Result<bool> read_zip_entry(std::string_view bytes, const ZipEntry& entry, ByteSink take) {
    if (entry.encrypted) return problem(entry.name, "The file is locked with a password.", unpack_it);
    if (entry.method != Z_DEFLATED && entry.method != 0)
        return problem(entry.name, "The file is packed in a way that only other programs know.", unpack_it);
    if (entry.size > zip_entry_bytes_at_most || packs_suspiciously_well(entry.packed_size, entry.size))
        return too_large(entry);
    const auto begin = data_begin(bytes, entry);
    if (!begin) return damaged(entry);
    const std::string_view packed = bytes.substr(*begin, entry.packed_size);
    return entry.method == 0 ? hand_out_stored(packed, entry, take) : hand_out_deflated(packed, entry, take);
}

}  // namespace discern
