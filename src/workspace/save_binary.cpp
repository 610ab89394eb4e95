#include "workspace/save_binary.hpp"

#include "base/hash.hpp"

#include <algorithm>
#include <limits>

namespace discern::save {
namespace {

constexpr std::size_t kind_size = 4, header_size = kind_size + 4 + 8 + 8;

// Finds a flipped or missing byte; it is no protection against intent.
std::uint64_t checksum(std::span<const std::uint8_t> bytes) {
    return fnv1a({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

void append_little_endian(std::vector<std::uint8_t>& bytes, std::uint64_t value, int size) {
    for (int i = 0; i < size; ++i) bytes.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

std::uint64_t little_endian(std::span<const std::uint8_t> bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = bytes.size(); i-- > 0;) value = value << 8 | bytes[i];
    return value;
}

}  // namespace

BinaryWriter::BinaryWriter() : bytes_(header_size), sum_(fnv_offset), summed_(header_size) {
    write_unsigned(fact_code_count());
    for (std::size_t i = 0; i < fact_code_count(); ++i) write(std::string(name_of(static_cast<FactCode>(i))));
}

void BinaryWriter::sum_up() {
    const auto fresh = std::span<const std::uint8_t>(bytes_).subspan(summed_);
    sum_ = fnv1a({reinterpret_cast<const char*>(fresh.data()), fresh.size()}, sum_);
    summed_ = bytes_.size();
}

std::vector<std::uint8_t> BinaryWriter::finish(std::string_view kind) {
    sum_up();
    std::vector<std::uint8_t> head(kind.begin(), kind.begin() + kind_size);
    append_little_endian(head, version(), 4);
    append_little_endian(head, bytes_.size() - header_size, 8);
    append_little_endian(head, sum_, 8);
    std::ranges::copy(head, bytes_.begin());
    return std::move(bytes_);
}

std::optional<std::size_t> BinaryReader::size_of_blob(std::span<const std::uint8_t> bytes) {
    if (bytes.size() < header_size) return std::nullopt;
    const std::uint64_t payload = little_endian(bytes.subspan(kind_size + 4, 8));
    if (payload > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
    return header_size + static_cast<std::size_t>(payload);
}

BinaryReader::BinaryReader(std::span<const std::uint8_t> blob, std::string_view kind) {
    if (blob.size() < kind_size || !std::ranges::equal(blob.first(kind_size), kind)) {
        fault_ = BlobFault::NotOurs;
        return;
    }
    if (blob.size() < header_size) {
        fail();
        return;
    }
    version_ = static_cast<std::uint32_t>(little_endian(blob.subspan(kind_size, 4)));
    if (version_ > Document::current_version) {
        fault_ = BlobFault::FromTheFuture;
        return;
    }
    const auto payload = blob.subspan(header_size);
    if (version_ == 0 || little_endian(blob.subspan(kind_size + 4, 8)) != payload.size() ||
        little_endian(blob.subspan(kind_size + 12, 8)) != checksum(payload)) {
        fail();
        return;
    }
    sum_ = little_endian(blob.subspan(kind_size + 12, 8));
    rest_ = payload;
    std::vector<std::string> names;
    read(names);
    for (const std::string& name : names) {
        const auto code = fact_code_from_name(name);
        // A word that this build does not know is harmless until a fact uses it.
        codes_.push_back(code.value_or(static_cast<FactCode>(fact_code_count())));
    }
}

void BinaryReader::read(std::string& value) {
    const std::uint64_t size = take_unsigned();
    if (size > rest_.size()) return fail();
    const auto text = rest_.first(static_cast<std::size_t>(size));
    value.assign(text.begin(), text.end());
    rest_ = rest_.subspan(text.size());
}

void BinaryReader::read(bool& value) {
    const std::uint8_t byte = take_byte();
    if (byte > 1) return fail();
    value = byte == 1;
}

void BinaryReader::read(Day& value) {
    const std::int64_t days = take_signed();
    if (days < std::numeric_limits<std::int32_t>::min() || days > std::numeric_limits<std::int32_t>::max())
        return fail();
    value.days_since_epoch = static_cast<std::int32_t>(days);
}

void BinaryReader::read(FactCode& value) {
    const std::uint64_t number = take_unsigned();
    if (number >= codes_.size()) return fail();
    const FactCode code = codes_[static_cast<std::size_t>(number)];
    if (static_cast<std::size_t>(code) >= fact_code_count()) return fail();
    value = code;
}

std::uint8_t BinaryReader::take_byte() {
    if (rest_.empty()) {
        fail();
        return 0;
    }
    const std::uint8_t byte = rest_.front();
    rest_ = rest_.subspan(1);
    return byte;
}

std::uint64_t BinaryReader::take_unsigned() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
        const std::uint8_t byte = take_byte();
        value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
        if ((byte & 0x80) == 0) return value;
    }
    fail();
    return 0;
}

std::int64_t BinaryReader::take_signed() {
    const std::uint64_t value = take_unsigned();
    return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}

std::uint64_t BinaryReader::take_fixed() {
    if (rest_.size() < 8) {
        fail();
        return 0;
    }
    const std::uint64_t value = little_endian(rest_.first(8));
    rest_ = rest_.subspan(8);
    return value;
}

}  // namespace discern::save
