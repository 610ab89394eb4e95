// Visitors of save_fields.hpp for bytes: compact and quick, for storage and for the worker's answer.
//
// A blob is: four letters of kind, version (u32), payload length (u64), FNV-1a of the payload (u64), payload; numbers
// are little endian. The payload begins with the names of all fact codes, because their numbers may change from one
// build to the next. Then fields follow in the order of save_fields.hpp, without names: unsigned numbers as LEB128,
// signed ones zigzag, texts and lists with their length before them, optionals with a byte 0 or 1.
#pragma once

#include "base/result.hpp"
#include "workspace/save_fields.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace discern::save {

class BinaryWriter {
public:
    BinaryWriter();  // writes the names of the fact codes
    [[nodiscard]] static std::uint32_t version() { return Document::current_version; }

    template <class T>
    void operator()(std::string_view, const T& value) {
        write(value);
    }
    template <class T>
    void operator()(std::string_view, const T& value, const T&) {
        write(value);
    }

    // The blob around what was written; `kind` has four letters. Nothing can be written afterwards.
    [[nodiscard]] std::vector<std::uint8_t> finish(std::string_view kind);
    // Takes what was written so far into the sum, so that finish() has less to do.
    void sum_up();
    void write_count(std::size_t count) { write_unsigned(count); }  // of a list whose elements follow
    void expect(std::size_t bytes) { bytes_.reserve(bytes); }  // so many in all, about

    void write(const std::string& value) {
        write_unsigned(value.size());
        bytes_.insert(bytes_.end(), value.begin(), value.end());
    }
    void write(bool value) { bytes_.push_back(value ? 1 : 0); }
    void write(std::uint8_t value) { bytes_.push_back(value); }
    void write(std::uint16_t value) { write_unsigned(value); }
    void write(std::uint32_t value) { write_unsigned(value); }
    void write(std::uint64_t value) { write_fixed(value); }
    void write(double value) { write_fixed(std::bit_cast<std::uint64_t>(value)); }
    void write(Day value) { write_signed(value.days_since_epoch); }
    void write(Instant value) { write_signed(value.seconds_since_epoch); }
    void write(PersonId value) { write_unsigned(value.index); }
    void write(InvitationId value) { write_fixed(value.value); }
    void write(FactCode value) { write_unsigned(static_cast<std::uint64_t>(value)); }
    template <WordedEnum T>
    void write(T value) {
        bytes_.push_back(static_cast<std::uint8_t>(value));
    }
    template <class T>
    void write(const std::optional<T>& value) {
        write(value.has_value());
        if (value) write(*value);
    }
    void write(const std::vector<Fact>& facts) {
        write_unsigned(static_cast<std::uint64_t>(std::ranges::count_if(facts, belongs_to_book)));
        for (const Fact& fact : facts)
            if (belongs_to_book(fact)) fields(*this, fact);
    }
    template <class T>
    void write(const std::vector<T>& values) {
        write_unsigned(values.size());
        for (const T& value : values) write(value);
    }
    template <class T>
    void write(const T& value)
        requires requires(BinaryWriter& self) { fields(self, value); }
    {
        fields(*this, value);
    }

private:
    void write_unsigned(std::uint64_t value) {
        while (value >= 0x80) {
            bytes_.push_back(static_cast<std::uint8_t>(value | 0x80));
            value >>= 7;
        }
        bytes_.push_back(static_cast<std::uint8_t>(value));
    }
    void write_signed(std::int64_t value) {
        write_unsigned((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
    }
    void write_fixed(std::uint64_t value) {
        for (int shift = 0; shift < 64; shift += 8) bytes_.push_back(static_cast<std::uint8_t>(value >> shift));
    }

    std::vector<std::uint8_t> bytes_;  // with room for the head
    std::uint64_t sum_;
    std::size_t summed_;
};

// Writes a book as fields(PersonBook) does, a part at a time.
struct PartsOfBook {
    std::size_t people = 0, invitations = 0;
    bool begun = false, invitations_begun = false;

    // True when all is written.
    bool write_some(BinaryWriter& writer, const PersonBook& book, std::size_t records_at_most) {
        const auto& [owner, all_people, all_invitations, files, exported_on, joins, doubts, archive_sum] = book;
        if (!std::exchange(begun, true)) {
            writer.write(owner);
            writer.write(files);
            writer.write(exported_on);
            writer.write_count(all_people.size());
        }
        for (; people < all_people.size() && records_at_most > 0; --records_at_most) writer.write(all_people[people++]);
        if (people < all_people.size() || records_at_most == 0) return false;
        if (!std::exchange(invitations_begun, true)) writer.write_count(all_invitations.size());
        for (; invitations < all_invitations.size() && records_at_most > 0; --records_at_most)
            writer.write(all_invitations[invitations++]);
        if (invitations < all_invitations.size() || records_at_most == 0) return false;
        writer.write(joins);
        writer.write(doubts);
        writer.write(archive_sum);
        return true;
    }
};

// What is wrong with a blob, if anything.
enum class BlobFault : std::uint8_t { None, NotOurs, FromTheFuture, Damaged };

// Reads a blob that BinaryWriter finished. After the first fault nothing more is read and values keep their defaults.
class BinaryReader {
public:
    BinaryReader(std::span<const std::uint8_t> blob, std::string_view kind);
    // Of the blob that begins here, as its head says; nothing when not even the head is there.
    [[nodiscard]] static std::optional<std::size_t> size_of_blob(std::span<const std::uint8_t> bytes);
    [[nodiscard]] std::uint32_t version() const { return version_; }
    [[nodiscard]] BlobFault fault() const { return fault_; }
    [[nodiscard]] std::uint64_t sum() const { return sum_; }  // of the payload, as the blob states it
    // True when all was read and nothing is left over.
    [[nodiscard]] bool finished() const { return fault_ == BlobFault::None && rest_.empty(); }

    template <class T>
    void operator()(std::string_view, T& value) {
        read(value);
    }
    template <class T>
    void operator()(std::string_view, T& value, const T&) {
        read(value);
    }

    void read(std::string& value);
    void read(bool& value);
    void read(std::uint8_t& value) { value = take_byte(); }
    void read(std::uint16_t& value) { read_unsigned(value); }
    void read(std::uint32_t& value) { read_unsigned(value); }
    void read(std::uint64_t& value) { value = take_fixed(); }
    void read(double& value) { value = std::bit_cast<double>(take_fixed()); }
    void read(Day& value);
    void read(Instant& value) { value.seconds_since_epoch = take_signed(); }
    void read(PersonId& value) { read_unsigned(value.index); }
    void read(InvitationId& value) { value.value = take_fixed(); }
    void read(FactCode& value);
    template <WordedEnum T>
    void read(T& value) {
        const std::uint8_t number = take_byte();
        if (number >= words_of(T{}).size()) return fail();
        value = static_cast<T>(number);
    }
    template <class T>
    void read(std::optional<T>& value) {
        bool present = false;
        read(present);
        if (present) read(value.emplace());
    }
    template <class T>
    void read(std::vector<T>& values) {
        const std::uint64_t count = take_unsigned();
        if (count > rest_.size()) return fail();  // every element takes at least a byte
        values.clear();
        values.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(count, most_reserved)));
        for (std::uint64_t i = 0; i < count && fault_ == BlobFault::None; ++i) read(values.emplace_back());
    }
    template <class T>
    void read(T& value)
        requires requires(BinaryReader& self) { fields(self, value); }
    {
        fields(*this, value);
    }

private:
    static constexpr std::uint64_t most_reserved = 32768;  // a damaged length must not take all memory at once

    void fail() {
        if (fault_ == BlobFault::None) fault_ = BlobFault::Damaged;
        rest_ = {};
    }
    std::uint8_t take_byte();
    std::uint64_t take_unsigned();
    std::int64_t take_signed();
    std::uint64_t take_fixed();
    template <class T>
    void read_unsigned(T& value) {
        const std::uint64_t number = take_unsigned();
        if (number > std::numeric_limits<T>::max()) return fail();
        value = static_cast<T>(number);
    }

    std::span<const std::uint8_t> rest_;
    std::uint32_t version_ = 0;
    std::uint64_t sum_ = 0;
    BlobFault fault_ = BlobFault::None;
    std::vector<FactCode> codes_;  // of the numbers in this blob
};

}  // namespace discern::save
