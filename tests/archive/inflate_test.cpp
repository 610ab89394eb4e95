#include "archive/inflate.hpp"

#include "archive/limits.hpp"
#include "base/random.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>
#include <string>

using namespace discern;
using namespace std::string_literals;

namespace {

std::string packed_by_zlib(std::string_view bytes, int level, int strategy) {
    z_stream stream{};
    EXPECT_EQ(deflateInit2(&stream, level, Z_DEFLATED, -MAX_WBITS, 9, strategy), Z_OK);
    std::string packed(deflateBound(&stream, static_cast<uLong>(bytes.size())) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

struct Unpacked {
    std::string bytes;
    Inflated end = Inflated::Damaged;
};
Unpacked unpacked(std::string_view packed) {
    Unpacked result;
    result.end = inflate(packed, [&](std::string_view piece) {
        EXPECT_LE(piece.size(), piece_bytes);
        result.bytes += piece;
        return true;
    });
    return result;
}

// Text with repetitions near and far, of every length, and stretches that do not repeat at all.
std::string text_of(std::size_t size, std::uint64_t seed) {
    Random random(seed);
    std::string text;
    while (text.size() < size) {
        const auto kind = random.below(10);
        if (kind < 6 && !text.empty()) {
            const std::size_t back = 1 + random.below(std::min<std::uint64_t>(text.size(), kind < 3 ? 40 : 32'768));
            const std::size_t length = 3 + random.below(kind == 5 ? 400 : 20);
            for (std::size_t i = 0; i < length; ++i) text += text[text.size() - back];
        } else if (kind < 9) {
            for (auto n = random.below(30); n > 0; --n) text += "etaoin shrdlu,\n"[random.below(15)];
        } else {
            for (auto n = random.below(60); n > 0; --n) text += static_cast<char>(random.below(256));
        }
    }
    return text;
}

}  // namespace

TEST(Inflate, unpacks_what_zlib_packs_at_every_level_and_with_every_kind_of_block) {
    for (const std::size_t size : {0u, 1u, 2u, 300u, 70'000u, 1'000'000u}) {
        const std::string text = text_of(size, size + 1);
        for (const int level : {0, 1, 6, 9})
            for (const int strategy : {Z_DEFAULT_STRATEGY, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE}) {
                const Unpacked result = unpacked(packed_by_zlib(text, level, strategy));
                EXPECT_EQ(result.end, Inflated::Whole);
                EXPECT_TRUE(result.bytes == text) << size << " " << level << " " << strategy;
            }
    }
}

TEST(Inflate, unpacks_what_does_not_repeat_and_what_only_repeats) {
    Random random(9);
    std::string noise(600'000, '\0');
    for (char& c : noise) c = static_cast<char>(random.next());
    for (const std::string& bytes : {noise, std::string(3'000'000, 'x'), std::string(1, '\0')})
        EXPECT_TRUE(unpacked(packed_by_zlib(bytes, 6, Z_DEFAULT_STRATEGY)).bytes == bytes);
}

TEST(Inflate, ignores_bytes_behind_the_stream) {
    EXPECT_EQ(unpacked(packed_by_zlib("hello hello hello", 6, Z_DEFAULT_STRATEGY) + "more").bytes, "hello hello hello");
}

TEST(Inflate, calls_a_stream_damaged_wherever_it_is_cut_off) {
    const std::string packed = packed_by_zlib(text_of(3'000, 4), 6, Z_DEFAULT_STRATEGY);
    for (std::size_t size = 0; size < packed.size(); ++size)
        EXPECT_EQ(unpacked(std::string_view(packed).substr(0, size)).end, Inflated::Damaged) << size;
}

TEST(Inflate, stops_when_the_sink_says_so) {
    int pieces = 0;
    EXPECT_EQ(inflate(packed_by_zlib(text_of(2'000'000, 5), 6, Z_DEFAULT_STRATEGY),
                      [&](std::string_view) { return ++pieces < 3; }),
              Inflated::Stopped);
    EXPECT_EQ(pieces, 3);
}

TEST(Inflate, refuses_what_the_format_forbids) {
    const std::string_view forbidden[] = {
        {"\x07", 1},  // a block of the fourth type
        {"\x01\x05\x00\xFB\xFF"
         "abc",
         8},  // a stored block that ends too early
        {"\x01\x05\x00\x00\x00"
         "abcde",
         10},                                     // a stored length that its complement contradicts
        {"\x03\x02\x00", 3},                      // a match before the beginning
        {"\xFD\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 8},  // too many codes
    };
    for (const auto packed : forbidden) EXPECT_EQ(unpacked(packed).end, Inflated::Damaged);
}

TEST(Inflate, agrees_with_zlib_about_streams_with_random_faults) {
    const std::string packed = packed_by_zlib(text_of(5'000, 6), 6, Z_DEFAULT_STRATEGY);
    Random random(17);
    for (int round = 0; round < 3'000; ++round) {
        std::string faulty = packed;
        for (auto n = 1 + random.below(3); n > 0; --n)
            faulty[random.below(faulty.size())] ^= static_cast<char>(1u << random.below(8));
        std::string expected(1'000'000, '\0');
        z_stream stream{};
        ASSERT_EQ(inflateInit2(&stream, -MAX_WBITS), Z_OK);
        stream.next_in = reinterpret_cast<Bytef*>(faulty.data());
        stream.avail_in = static_cast<uInt>(faulty.size());
        stream.next_out = reinterpret_cast<Bytef*>(expected.data());
        stream.avail_out = static_cast<uInt>(expected.size());
        const int status = ::inflate(&stream, Z_FINISH);
        expected.resize(stream.total_out);
        inflateEnd(&stream);
        const Unpacked result = unpacked(faulty);
        ASSERT_EQ(result.end == Inflated::Whole, status == Z_STREAM_END) << round;
        if (status == Z_STREAM_END) ASSERT_TRUE(result.bytes == expected) << round;
    }
}
