#include "intake/address_table.hpp"

#include <cstring>

namespace discern {

// Eight bytes a step, multiplied and folded; only ever compared within one run, so it may differ between machines.
std::uint64_t AddressTable::hash_of(std::string_view address) {
    std::uint64_t hash = address.size() * 0x9e3779b97f4a7c15u;
    std::size_t at = 0;
    const auto mix = [&hash](std::uint64_t word) {
        hash = (hash ^ word) * 0xd6e8feb86659fd93u;
        hash ^= hash >> 32;
    };
    for (; at + 8 <= address.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, address.data() + at, 8);
        mix(word);
    }
    std::uint64_t rest = 0;
    if (at < address.size()) {
        std::memcpy(&rest, address.data() + at, address.size() - at);
        mix(rest);
    }
    return hash;
}

}  // namespace discern
