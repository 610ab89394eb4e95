// Numbers found by the hash of what they stand for, which is kept elsewhere: one flat table, nothing allocated an entry.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace discern {

class HashIndex {
public:
    // The number under this hash for which `is_it(number)` holds. Different things may have one hash.
    template <class IsIt>
    [[nodiscard]] std::optional<std::uint32_t> find(std::uint64_t hash, IsIt&& is_it) const {
        if (slots_.empty()) return std::nullopt;
        for (std::size_t at = place_of(hash);; at = next(at)) {
            const Slot& slot = slots_[at];
            if (slot.number_after == 0) return std::nullopt;
            if (slot.hash == short_of(hash) && is_it(slot.number_after - 1)) return slot.number_after - 1;
        }
    }
    // `number` (below 2^32 - 1) must not be there yet.
    void put(std::uint64_t hash, std::uint32_t number) {
        if (2 * (used_ + 1) > slots_.size()) grow(2 * (used_ + 1));
        place({short_of(hash), number + 1});
        ++used_;
    }
    // Room for so many in all.
    void expect(std::size_t count) {
        if (2 * count > slots_.size()) grow(2 * count);
    }

private:
    struct Slot {
        std::uint32_t hash = 0, number_after = 0;  // 0 = free
    };

    // The upper half, which multiplying mixes best; it also tells where the entry belongs when the table grows.
    static std::uint32_t short_of(std::uint64_t hash) { return static_cast<std::uint32_t>((hash * 0x9E3779B97F4A7C15u) >> 32); }
    [[nodiscard]] std::size_t place_of(std::uint64_t hash) const { return short_of(hash) & (slots_.size() - 1); }
    [[nodiscard]] std::size_t next(std::size_t at) const { return (at + 1) & (slots_.size() - 1); }
    void place(Slot slot) {
        std::size_t at = slot.hash & (slots_.size() - 1);
        while (slots_[at].number_after != 0) at = next(at);
        slots_[at] = slot;
    }
    void grow(std::size_t slots_at_least) {
        const std::vector<Slot> before = std::move(slots_);
        slots_.assign(std::bit_ceil(slots_at_least < 16 ? std::size_t{16} : slots_at_least), {});
        for (const Slot& slot : before)
            if (slot.number_after != 0) place(slot);
    }

    std::vector<Slot> slots_;  // a power of two of them, half free at least
    std::size_t used_ = 0;
};

}  // namespace discern
