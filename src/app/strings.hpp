// The words of the interface by key, with slots and counts. A thin hand over base/string_table, so that views stay short.
#pragma once

#include "app/language.hpp"
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
    // All must outlive this. Without a language: English, plainly. `english` are the same words in English where `table`
    // holds another language's.
    explicit Strings(const StringTable& table, const Language* language = nullptr, const StringTable* english = nullptr)
        : table_(&table), language_(language), english_(english) {}

    // A missing key comes back as itself, so that it is seen and tests find it.
    [[nodiscard]] std::string text(std::string_view key) const;
    [[nodiscard]] std::string text(std::string_view key, std::initializer_list<std::string> slots) const;
    [[nodiscard]] std::string text(std::string_view key, const std::vector<std::string>& slots) const;
    // The grouped number is {0}; further slots follow. The form is the language's own for that count: `key`.one, `key`.few,
    // ... where the table has it, else `key`.
    [[nodiscard]] std::string counted(std::string_view key, std::uint64_t count,
                                      std::initializer_list<std::string> slots = {}) const;
    [[nodiscard]] std::string day(Day day) const { return language().day(day); }                // "8 Feb 2026"
    [[nodiscard]] std::string day_of_year(Day day) const { return language().day_of_year(day); }  // "8 Feb"
    [[nodiscard]] std::string week_day(Day day) const { return language().week_day(day); }      // "Sun, 8 Feb"
    [[nodiscard]] std::string list(std::span<const std::string> parts) const { return language().list(parts); }
    // Whole sentences one after the other; empty ones are left out.
    [[nodiscard]] std::string sentences(std::initializer_list<std::string> each) const;
    [[nodiscard]] const Language& language() const;
    [[nodiscard]] bool has(std::string_view key) const { return table_->contains(key); }
    [[nodiscard]] const StringTable& table() const { return *table_; }
    [[nodiscard]] const StringTable& english() const { return english_ != nullptr ? *english_ : *table_; }

private:
    const StringTable* table_;
    const Language* language_;
    const StringTable* english_;
};

}  // namespace discern
