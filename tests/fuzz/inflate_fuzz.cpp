// Any bytes as a deflate stream: the same result as zlib's, good or bad.
#include "archive/inflate.hpp"

#include <zlib.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t enough = 1'000'000;
    std::string expected(enough, '\0');
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return 0;
    stream.next_in = const_cast<Bytef*>(data);
    stream.avail_in = static_cast<uInt>(size);
    stream.next_out = reinterpret_cast<Bytef*>(expected.data());
    stream.avail_out = static_cast<uInt>(enough);
    const int status = inflate(&stream, Z_FINISH);
    const std::size_t length = stream.total_out;
    inflateEnd(&stream);
    if (length == enough) return 0;

    std::string unpacked;
    const auto end = discern::inflate({reinterpret_cast<const char*>(data), size}, [&](std::string_view piece) {
        unpacked += piece;
        return unpacked.size() < 2 * enough;
    });
    const bool whole = end == discern::Inflated::Whole;
    if (whole != (status == Z_STREAM_END)) std::abort();
    if (whole && unpacked.compare(0, std::string::npos, expected, 0, length) != 0) std::abort();
    return 0;
}
