// From the address of a profile as it is written to a number, fast: messages.csv names the same few thousand addresses
// hundreds of thousands of times, and only the first sight of each is worth folding to a key.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace discern {

class AddressTable {
public:
    AddressTable() : slots_(1'024) {}

    // The number kept for `address`; `make()` gives it at first sight.
    template <class Make>
    std::uint32_t number_of(std::string_view address, Make&& make) {
        const std::uint64_t hash = hash_of(address);
        std::size_t at = hash & (slots_.size() - 1);
        while (slots_[at].length_and_one != 0) {
            const Slot& slot = slots_[at];
            if (slot.hash == hash && address == std::string_view(bytes_).substr(slot.begin, slot.length_and_one - 1))
                return slot.number;
            at = (at + 1) & (slots_.size() - 1);
        }
        const std::uint32_t number = make();
        slots_[at] = {hash, static_cast<std::uint32_t>(bytes_.size()), static_cast<std::uint32_t>(address.size()) + 1,
                      number};
        bytes_ += address;
        if (++count_ * 2 > slots_.size()) grow();
        return number;
    }

private:
    struct Slot {
        std::uint64_t hash = 0;
        std::uint32_t begin = 0;           // in bytes_
        std::uint32_t length_and_one = 0;  // 0 = empty
        std::uint32_t number = 0;
    };
    static std::uint64_t hash_of(std::string_view address);
    void grow();

    std::vector<Slot> slots_;  // a power of two, at most half full
    std::string bytes_;
    std::size_t count_ = 0;
};

}  // namespace discern
