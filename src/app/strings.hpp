// The words of the interface by key, with slots and counts. A thin hand over base/string_table, so that views stay short.
#pragma once

#include "base/numbers.hpp"
#include "base/string_table.hpp"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace discern {

class Strings {
public:
    explicit Strings(const StringTable& table) : table_(&table) {}

    // A missing key comes back as itself, so that it is seen and tests find it.
    [[nodiscard]] std::string text(std::string_view key) const;
    [[nodiscard]] std::string text(std::string_view key, std::initializer_list<std::string> slots) const;
    [[nodiscard]] std::string text(std::string_view key, const std::vector<std::string>& slots) const;
    // The grouped number is {0}; further slots follow. `key`.one for exactly one.
    [[nodiscard]] std::string counted(std::string_view key, std::uint64_t count,
                                      std::initializer_list<std::string> slots = {}) const;
    [[nodiscard]] bool has(std::string_view key) const { return table_->contains(key); }
    [[nodiscard]] const StringTable& table() const { return *table_; }

private:
    const StringTable* table_;
};

}  // namespace discern
