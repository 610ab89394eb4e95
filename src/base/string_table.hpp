// Sentences by key, with slots and plurals, so that no text stands in code. Filled from assets/strings by knowledge/.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace discern {

// A template has slots "{0}", "{1}", ... filled in order; "{{" is a brace. A key may have a form for exactly one thing:
// "key.one" beside "key" (English and its like; languages with more forms add "key.few", see filled()).
class StringTable {
public:
    struct Entry {
        std::string key, text;
    };

    StringTable() = default;
    explicit StringTable(std::vector<Entry> entries);  // a later entry of the same key wins

    // Adds or replaces entries (a second language over English).
    void merge(const StringTable& other);

    [[nodiscard]] bool contains(std::string_view key) const;
    // The template of a key; the key itself where there is none, so that a gap is seen and not silent.
    [[nodiscard]] std::string_view text(std::string_view key) const;
    // The template with its slots filled. Slots without a word are left out.
    [[nodiscard]] std::string filled(std::string_view key, std::span<const std::string> words) const;
    // As above; with count 1 the form "key.one" is taken where it exists.
    [[nodiscard]] std::string filled(std::string_view key, std::uint64_t count,
                                     std::span<const std::string> words) const;
    [[nodiscard]] std::span<const Entry> entries() const { return entries_; }

private:
    std::vector<Entry> entries_;  // sorted by key
    [[nodiscard]] const Entry* find(std::string_view key) const;
};

// Fills "{0}" ... of `pattern` with `words`.
[[nodiscard]] std::string fill_slots(std::string_view pattern, std::span<const std::string> words);

}  // namespace discern
