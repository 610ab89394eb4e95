// From the address of a profile as it is written to a number, fast: messages.csv names the same few thousand addresses
// hundreds of thousands of times, and only the first sight of each is worth folding to a key.
#pragma once

#include "base/hash_index.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace discern {

class AddressTable {
public:
    // The number kept for `address`; `make()` gives it at first sight.
    template <class Make>
    std::uint32_t number_of(std::string_view address, Make&& make) {
        const std::uint64_t hash = hash_of(address);
        const auto known = index_.find(hash, [&](std::uint32_t place) {
            return address == std::string_view(bytes_).substr(entries_[place].begin, entries_[place].length);
        });
        if (known) return entries_[*known].number;
        const std::uint32_t number = make();
        index_.put(hash, static_cast<std::uint32_t>(entries_.size()));
        entries_.push_back({bytes_.size(), address.size(), number});
        bytes_ += address;
        return number;
    }

private:
    struct Entry {
        std::size_t begin = 0, length = 0;  // in bytes_
        std::uint32_t number = 0;
    };
    static std::uint64_t hash_of(std::string_view address);

    HashIndex index_;  // of entries_
    std::vector<Entry> entries_;
    std::string bytes_;
};

}  // namespace discern
