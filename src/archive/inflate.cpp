#include "archive/inflate.hpp"

#include "archive/limits.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <memory>
#include <span>

namespace discern {
namespace {

static_assert(std::endian::native == std::endian::little);

constexpr std::size_t window_bytes = 32'768;
constexpr std::size_t longest_match = 258;
constexpr std::size_t copy_slack = 16;  // copies run up to 15 bytes past the end of a match
constexpr unsigned longest_code = 15;

// An entry of a decoding table tells, in its low 8 bits, how many bits to take from the stream. The others:
//   a literal        bit 31 set; the byte in bits 16 to 23
//   a length         base in bits 16 to 24; length of the code alone in bits 8 to 11
//   a distance       base in bits 16 to 30; length of the code alone in bits 8 to 11
//   exceptional      bit 15 set: with bit 14 another table (its index in bits 16 to 30), with bit 13 the end of the
//                    block, else a code that does not exist
using Entry = std::uint32_t;
constexpr Entry literal_flag = 1u << 31;
constexpr Entry exceptional_flag = 1u << 15;
constexpr Entry table_flag = 1u << 14;
constexpr Entry end_flag = 1u << 13;

// Each second table spans the rest of the longest code; a complete code needs one for every two long symbols at most.
template <unsigned Bits, std::size_t Symbols>
struct Table {
    static constexpr unsigned bits = Bits;
    static constexpr unsigned second_bits = longest_code - Bits;
    std::array<Entry, (std::size_t{1} << Bits) + (Symbols / 2 << second_bits)> entries;
};
using SymbolTable = Table<11, 288>;  // literals, lengths, end
using DistanceTable = Table<9, 32>;
using CodeLengthTable = Table<7, 19>;

// RFC 1951, 3.2.5.
constexpr std::array<std::uint16_t, 29> length_base = {3,  4,  5,  6,  7,  8,  9,  10, 11,  13,  15,  17,  19,  23, 27,
                                                       31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258};
constexpr std::array<std::uint8_t, 29> length_extra = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2,
                                                       2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0};
constexpr std::array<std::uint16_t, 30> distance_base = {1,    2,    3,    4,    5,    7,    9,    13,    17,    25,
                                                         33,   49,   65,   97,   129,  193,  257,  385,   513,   769,
                                                         1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577};
constexpr std::array<std::uint8_t, 30> distance_extra = {0, 0, 0, 0, 1, 1, 2, 2,  3,  3,  4,  4,  5,  5,  6,
                                                         6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13};

// The entry of a symbol without its lengths in bits; `extra` is the number of bits that follow the code.
struct Symbol {
    Entry entry = exceptional_flag;
    unsigned extra = 0;
};
Symbol literal_or_length(unsigned symbol) {
    if (symbol < 256) return {literal_flag | symbol << 16, 0};
    if (symbol == 256) return {exceptional_flag | end_flag, 0};
    if (symbol - 257 >= length_base.size()) return {};
    return {Entry{length_base[symbol - 257]} << 16, length_extra[symbol - 257]};
}
Symbol distance(unsigned symbol) {
    if (symbol >= distance_base.size()) return {};
    return {Entry{distance_base[symbol]} << 16, distance_extra[symbol]};
}
Symbol code_length(unsigned symbol) { return {symbol << 16, 0}; }

std::uint32_t reversed(std::uint32_t code, unsigned length) {
    std::uint32_t result = 0;
    for (unsigned i = 0; i < length; ++i) result |= (code >> i & 1u) << (length - 1 - i);
    return result;
}

// Canonical codes from their lengths (RFC 1951, 3.2.2). False for a set of lengths that is no prefix code; like zlib,
// a single code of one bit may leave the other unused.
template <class AnyTable, class Describe>
bool build(AnyTable& table, std::span<const std::uint8_t> lengths, bool may_be_single, Describe describe) {
    std::array<std::uint32_t, longest_code + 2> next_code{};
    std::array<std::uint32_t, longest_code + 1> count{};
    for (const std::uint8_t length : lengths) ++count[length];
    count[0] = 0;
    std::int32_t left = 1;
    for (unsigned length = 1; length <= longest_code; ++length) {
        left = left * 2 - static_cast<std::int32_t>(count[length]);
        if (left < 0) return false;
        next_code[length + 1] = (next_code[length] + count[length]) << 1;
    }
    const std::size_t used = lengths.size() - static_cast<std::size_t>(std::count(lengths.begin(), lengths.end(), 0));
    if (left > 0 && !(may_be_single && used <= 1 && count[1] == used)) return false;

    constexpr std::size_t main_size = std::size_t{1} << AnyTable::bits;
    std::fill_n(table.entries.begin(), main_size, exceptional_flag | 1u);
    std::size_t next_table = main_size;
    for (unsigned symbol = 0; symbol < lengths.size(); ++symbol) {
        const unsigned length = lengths[symbol];
        if (length == 0) continue;
        const std::uint32_t code = reversed(next_code[length]++, length);
        const auto [described, extra] = describe(symbol);
        const auto entry_for = [&](unsigned code_bits) {
            const Entry bits = code_bits + extra;
            return (described & exceptional_flag) || (described & literal_flag) ? described | code_bits
                                                                                : described | code_bits << 8 | bits;
        };
        if (length <= AnyTable::bits) {
            for (std::size_t i = code; i < main_size; i += std::size_t{1} << length)
                table.entries[i] = entry_for(length);
            continue;
        }
        Entry& main_entry = table.entries[code & (main_size - 1)];
        if (!(main_entry & table_flag)) {
            main_entry = exceptional_flag | table_flag | static_cast<Entry>(next_table) << 16 | AnyTable::bits;
            next_table += std::size_t{1} << AnyTable::second_bits;
        }
        Entry* second = table.entries.data() + (main_entry >> 16 & 0x7FFF);
        const unsigned rest = length - AnyTable::bits;
        for (std::size_t i = code >> AnyTable::bits; i < (std::size_t{1} << AnyTable::second_bits);
             i += std::size_t{1} << rest)
            second[i] = entry_for(rest);
    }
    return true;
}

// Up to 63 bits of the stream ahead. After `refill` there are at least 56; bits above `count` are either zero or the
// right ones already, so that eight bytes can be or-ed in at once.
struct Bits {
    const char* next;
    const char* end;
    std::uint64_t buffer = 0;
    unsigned count = 0;
    unsigned beyond_end = 0;  // zero bytes taken for bytes behind the end

    void refill() {
        if (end - next >= 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, next, 8);
            buffer |= word << count;
            next += (63 - count) >> 3;
            count |= 56;
            return;
        }
        for (; count < 56; count += 8) {
            if (next == end)
                ++beyond_end;
            else
                buffer |= std::uint64_t{static_cast<std::uint8_t>(*next++)} << count;
        }
    }
    void drop(unsigned bits) {
        buffer >>= bits;
        count -= bits;
    }
    unsigned take(unsigned bits) {
        const auto value = static_cast<unsigned>(buffer & ((std::uint64_t{1} << bits) - 1));
        drop(bits);
        return value;
    }
    // More was taken than there was.
    bool overrun() const { return beyond_end * 8 > count; }
    // Gives whole bytes back, so that `next` is the byte after the one last taken from.
    void to_byte_boundary() {
        const unsigned whole = count >> 3;
        next -= whole > beyond_end ? whole - beyond_end : 0;
        buffer = 0;
        count = beyond_end = 0;
    }
};

class Inflater {
public:
    Inflater(std::string_view packed, ByteSink take)
        : bits_{packed.data(), packed.data() + packed.size()},
          take_(take),
          buffer_(std::make_unique_for_overwrite<char[]>(window_bytes + piece_bytes + copy_slack)),
          out_(buffer_.get() + window_bytes),
          oldest_(out_),
          unsent_(out_) {}

    Inflated run() {
        for (bool is_last = false; !is_last;) {
            bits_.refill();
            is_last = bits_.take(1) != 0;
            const unsigned type = bits_.take(2);
            bool good = false;
            if (type == 0)
                good = stored_block();
            else if (type == 1)
                good = fixed_codes() && coded_block();
            else if (type == 2)
                good = dynamic_codes() && coded_block();
            if (!good) return stopped_ ? Inflated::Stopped : Inflated::Damaged;
        }
        return send() ? Inflated::Whole : Inflated::Stopped;
    }

private:
    char* room_end() const { return buffer_.get() + window_bytes + piece_bytes; }

    bool send() {
        if (out_ != unsent_ && !take_({unsent_, static_cast<std::size_t>(out_ - unsent_)})) {
            stopped_ = true;
            return false;
        }
        // What matches may still refer to moves to the front.
        const auto kept = std::min<std::size_t>(static_cast<std::size_t>(out_ - oldest_), window_bytes);
        char* const begin = buffer_.get() + window_bytes;
        std::memmove(begin - kept, out_ - kept, kept);
        oldest_ = begin - kept;
        out_ = unsent_ = begin;
        return true;
    }

    bool stored_block() {
        bits_.to_byte_boundary();
        if (bits_.end - bits_.next < 4) return false;
        const auto byte = [this](int i) { return static_cast<unsigned>(static_cast<std::uint8_t>(bits_.next[i])); };
        std::size_t length = byte(0) | byte(1) << 8;
        if ((length ^ 0xFFFF) != (byte(2) | byte(3) << 8)) return false;
        bits_.next += 4;
        if (static_cast<std::size_t>(bits_.end - bits_.next) < length) return false;
        while (length > 0) {
            if (out_ == room_end() && !send()) return false;
            const std::size_t step = std::min(length, static_cast<std::size_t>(room_end() - out_));
            std::memcpy(out_, bits_.next, step);
            out_ += step;
            bits_.next += step;
            length -= step;
        }
        return true;
    }

    bool fixed_codes() {
        std::array<std::uint8_t, 288> symbols;
        std::fill_n(symbols.begin(), 144, std::uint8_t{8});
        std::fill_n(symbols.begin() + 144, 112, std::uint8_t{9});
        std::fill_n(symbols.begin() + 256, 24, std::uint8_t{7});
        std::fill_n(symbols.begin() + 280, 8, std::uint8_t{8});
        std::array<std::uint8_t, 32> distances;
        distances.fill(5);
        return build(symbols_, symbols, false, literal_or_length) && build(distances_, distances, false, distance);
    }

    bool dynamic_codes() {
        const std::size_t symbols = bits_.take(5) + 257;
        const std::size_t distances = bits_.take(5) + 1;
        const std::size_t code_lengths = bits_.take(4) + 4;
        if (symbols > 286 || distances > 30) return false;
        static constexpr std::array<std::uint8_t, 19> order = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                                               11, 4,  12, 3, 13, 2, 14, 1, 15};
        std::array<std::uint8_t, 19> of_code{};
        for (std::size_t i = 0; i < code_lengths; ++i) {
            bits_.refill();
            of_code[order[i]] = static_cast<std::uint8_t>(bits_.take(3));
        }
        if (!build(code_lengths_, of_code, false, code_length)) return false;
        std::array<std::uint8_t, 286 + 30> lengths{};
        for (std::size_t i = 0; i < symbols + distances;) {
            bits_.refill();
            const Entry entry = code_lengths_.entries[bits_.buffer & 127];
            if ((entry & exceptional_flag) || bits_.overrun()) return false;
            bits_.drop(entry & 0xFF);
            const unsigned symbol = entry >> 16;
            if (symbol < 16) {
                lengths[i++] = static_cast<std::uint8_t>(symbol);
                continue;
            }
            if (symbol == 16 && i == 0) return false;
            const std::uint8_t repeated = symbol == 16 ? lengths[i - 1] : 0;
            const std::size_t times = symbol == 16   ? 3 + bits_.take(2)
                                      : symbol == 17 ? 3 + bits_.take(3)
                                                     : 11 + bits_.take(7);
            if (times > symbols + distances - i) return false;
            std::fill_n(lengths.begin() + static_cast<std::ptrdiff_t>(i), times, repeated);
            i += times;
        }
        if (lengths[256] == 0) return false;
        const std::span all(lengths);
        return build(symbols_, all.first(symbols), true, literal_or_length)
               && build(distances_, all.subspan(symbols, distances), true, distance);
    }

    // Locals keep the hot loop in registers.
    bool coded_block() {
        Bits bits = bits_;
        char* out = out_;
        const char* oldest = oldest_;
        char* const full = room_end() - longest_match - 2;  // room for two literals and the longest match
        const Entry* const symbols = symbols_.entries.data();
        const Entry* const distances = distances_.entries.data();
        for (;;) {
            if (out > full) {
                out_ = out;
                if (!send()) return false;
                out = out_;
                oldest = oldest_;
            }
            bits.refill();
            Entry entry = symbols[bits.buffer & ((1u << SymbolTable::bits) - 1)];
            if (entry & literal_flag) {
                bits.drop(entry & 0xFF);
                *out++ = static_cast<char>(entry >> 16);
                entry = symbols[bits.buffer & ((1u << SymbolTable::bits) - 1)];
                if (entry & literal_flag) {
                    bits.drop(entry & 0xFF);
                    *out++ = static_cast<char>(entry >> 16);
                    entry = symbols[bits.buffer & ((1u << SymbolTable::bits) - 1)];
                    if (entry & literal_flag) {
                        bits.drop(entry & 0xFF);
                        *out++ = static_cast<char>(entry >> 16);
                        if (bits.overrun()) return false;
                        continue;
                    }
                }
            }
            if ((entry & exceptional_flag) && (entry & table_flag)) {
                bits.drop(SymbolTable::bits);
                entry = symbols[(entry >> 16 & 0x7FFF) + (bits.buffer & ((1u << SymbolTable::second_bits) - 1))];
                if (entry & literal_flag) {
                    bits.drop(entry & 0xFF);
                    *out++ = static_cast<char>(entry >> 16);
                    if (bits.overrun()) return false;
                    continue;
                }
            }
            if (entry & exceptional_flag) {
                if (!(entry & end_flag)) return false;
                bits.drop(entry & 0xFF);
                if (bits.overrun()) return false;
                break;
            }
            const auto value_of = [&bits](Entry of) {
                const std::uint64_t before = bits.buffer;
                bits.drop(of & 0xFF);
                return (of >> 16 & 0x7FFF)
                       + static_cast<std::uint32_t>((before & ((std::uint64_t{1} << (of & 0xFF)) - 1))
                                                    >> (of >> 8 & 15));
            };
            const std::size_t length = value_of(entry);
            bits.refill();
            entry = distances[bits.buffer & ((1u << DistanceTable::bits) - 1)];
            if (entry & exceptional_flag) {
                if (!(entry & table_flag)) return false;
                bits.drop(DistanceTable::bits);
                entry = distances[(entry >> 16 & 0x7FFF) + (bits.buffer & ((1u << DistanceTable::second_bits) - 1))];
                if (entry & exceptional_flag) return false;
            }
            const std::size_t back = value_of(entry);
            if (back > static_cast<std::size_t>(out - oldest) || bits.overrun()) return false;
            copy_match(out, back, length);
            out += length;
        }
        bits_ = bits;
        out_ = out;
        return true;
    }

    static void copy_match(char* out, std::size_t back, std::size_t length) {
        const char* from = out - back;
        char* const end = out + length;
        if (back >= 8) {
            do {
                std::memcpy(out, from, 8);
                out += 8;
                from += 8;
            } while (out < end);
        } else if (back == 1) {
            std::memset(out, *from, length);
        } else {
            while (out < end) *out++ = *from++;
        }
    }

    Bits bits_;
    ByteSink take_;
    std::unique_ptr<char[]> buffer_;  // the window, then the piece that is being made
    char* out_;
    char* oldest_;  // matches may not reach back beyond it
    char* unsent_;
    bool stopped_ = false;
    SymbolTable symbols_;
    DistanceTable distances_;
    CodeLengthTable code_lengths_;
};

}  // namespace

Inflated inflate(std::string_view packed, ByteSink take) { return std::make_unique<Inflater>(packed, take)->run(); }

}  // namespace discern
