// Lists of byte strings across the border to JavaScript: each is its size as u32, little-endian, then its bytes.
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

namespace discern {

class Packer {
public:
    void add(std::span<const std::uint8_t> bytes) {
        add_number(static_cast<std::uint32_t>(bytes.size()));
        packed_.insert(packed_.end(), bytes.begin(), bytes.end());
    }
    void add(std::string_view text) { add(std::span(reinterpret_cast<const std::uint8_t*>(text.data()), text.size())); }
    void add_number(std::uint32_t number) {
        const std::size_t at = packed_.size();
        packed_.resize(at + 4);
        std::memcpy(packed_.data() + at, &number, 4);
    }
    [[nodiscard]] const std::vector<std::uint8_t>& bytes() const { return packed_; }

private:
    std::vector<std::uint8_t> packed_;
};

// Reads what Packer wrote; anything cut short reads as empty.
class Unpacker {
public:
    explicit Unpacker(std::span<const std::uint8_t> packed) : rest_(packed) {}
    [[nodiscard]] bool done() const { return rest_.size() < 4; }
    [[nodiscard]] std::span<const std::uint8_t> next() {
        std::uint32_t size = 0;
        if (done()) return {};
        std::memcpy(&size, rest_.data(), 4);
        rest_ = rest_.subspan(4);
        const std::size_t taken = size < rest_.size() ? size : rest_.size();
        const auto bytes = rest_.first(taken);
        rest_ = rest_.subspan(taken);
        return bytes;
    }
    [[nodiscard]] std::string_view next_text() {
        const auto bytes = next();
        return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    }

private:
    std::span<const std::uint8_t> rest_;
};

}  // namespace discern
