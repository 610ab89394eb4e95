#include "tests/support/zip_maker.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

namespace discern::test {
namespace {

void put(std::string& out, std::uint32_t value, int width) {
    for (int i = 0; i < width; ++i) out += static_cast<char>(static_cast<std::uint8_t>(value >> (8 * i)));
}

std::string deflated(std::string_view bytes) {
    z_stream stream{};
    EXPECT_EQ(deflateInit2(&stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY), Z_OK);
    std::string packed(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

}  // namespace

std::string zip_of(const std::vector<ZipPart>& parts, const ZipForm& form) {
    std::string zip = form.before, directory;
    for (const ZipPart& part : parts) {
        const std::string packed = part.stored ? part.bytes : deflated(part.bytes);
        const auto crc = part.crc_written
                             ? part.crc_written
                             : static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(part.bytes.data()),
                                                                static_cast<uInt>(part.bytes.size())));
        const std::uint32_t size =
            part.size_written != 0xFFFFFFFF ? part.size_written : static_cast<std::uint32_t>(part.bytes.size());
        const std::uint32_t method = part.method_written != 0xFFFF ? part.method_written : part.stored ? 0 : 8;
        const std::uint32_t flags = 0x800u | (form.descriptors ? 8u : 0u) | (part.encrypted ? 1u : 0u);
        const auto offset = static_cast<std::uint32_t>(zip.size() - form.before.size());
        const auto packed_size = static_cast<std::uint32_t>(packed.size());
        const auto common = [&](std::string& out, bool with_sizes) {
            put(out, flags, 2);
            put(out, method, 2);
            put(out, 0x5ACF6000u, 4);  // some time of 2025
            put(out, with_sizes ? crc : 0, 4);
            put(out, with_sizes ? packed_size : 0, 4);
            put(out, with_sizes ? size : 0, 4);
            put(out, static_cast<std::uint32_t>(part.name.size()), 2);
            put(out, 0, 2);
        };
        zip += std::string("PK\x03\x04", 4);
        put(zip, 20, 2);
        common(zip, !form.descriptors);
        zip += part.name + packed;
        if (form.descriptors) {
            zip += std::string("PK\x07\x08", 4);
            put(zip, crc, 4);
            put(zip, packed_size, 4);
            put(zip, size, 4);
        }
        directory += std::string("PK\x01\x02", 4);
        put(directory, 20, 2);
        put(directory, 20, 2);
        common(directory, true);
        put(directory, 0, 2);
        put(directory, 0, 2);
        put(directory, 0, 2);
        put(directory, 0, 4);
        put(directory, offset, 4);
        directory += part.name;
    }
    const auto directory_at = static_cast<std::uint32_t>(zip.size() - form.before.size());
    zip += directory + std::string("PK\x05\x06", 4);
    put(zip, 0, 4);
    put(zip, static_cast<std::uint32_t>(parts.size()), 2);
    put(zip, static_cast<std::uint32_t>(parts.size()), 2);
    put(zip, static_cast<std::uint32_t>(directory.size()), 4);
    put(zip, directory_at, 4);
    put(zip, static_cast<std::uint32_t>(form.comment.size()), 2);
    return zip + form.comment;
}

}  // namespace discern::test
