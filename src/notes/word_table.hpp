// Words by a hash of their letters: one walk along a token finds the word itself and every listed beginning of it.
// Internal to notes/.
#pragma once

#include "notes/note_fold.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace discern {

using Symbol = std::uint16_t;  // classes of tokens first, then words and beginnings of words
inline constexpr Symbol no_symbol = 0xffff;

// FNV-1a over code points (Fowler, Noll and Vo, 1991), with the bits mixed once more where they are used.
class WordHash {
public:
    constexpr void add(char32_t code) { value_ = (value_ ^ code) * 0x100000001b3ULL; }
    [[nodiscard]] constexpr std::uint64_t value() const { return value_ ^ (value_ >> 29); }

private:
    std::uint64_t value_ = 0xcbf29ce484222325ULL;
};

// A folded word, put together letter by letter: only what finding it needs is kept.
struct WordEntry {
    WordHash hash;
    std::array<char32_t, 2> first{};  // letters
    std::uint32_t length = 0;
    Symbol symbol = 0;
    bool is_prefix = false;  // stands for every word with this beginning

    void add(char32_t code) {
        if (length < first.size()) first[length] = code;
        hash.add(code);
        ++length;
    }
};

// Two words share a slot's 32 check bits and its place once in some hundred thousand million: never, for a lexicon.
class WordTable {
public:
    WordTable() : WordTable(std::span<const WordEntry>{}) {}
    explicit WordTable(std::span<const WordEntry> entries);

    // Appends the symbols of a token, of its beginnings first; answers the hash of the whole.
    std::uint64_t find(std::span<const FoldedChar> token, std::vector<Symbol>& symbols) const;
    [[nodiscard]] bool contains(std::span<const FoldedChar> token) const;  // as a whole or by a listed beginning
    [[nodiscard]] bool contains(std::u32string_view word) const;
    [[nodiscard]] bool has_word(std::u32string_view word) const;  // as a whole

private:
    struct Slot {
        std::uint32_t check = 0;  // 0 = free
        Symbol word = no_symbol, prefix = no_symbol;
    };
    static constexpr std::size_t letter_count = 37;  // a to z, 0 to 9, anything else
    static constexpr std::size_t longest_beginning = 31;

    [[nodiscard]] const Slot* slot_of(std::uint64_t hash) const;
    // Hands every listed beginning to `found` (which may stop the walk), then the whole word's slot, if any, to the caller.
    template <class Code, class Found>
    const Slot* walk(std::span<const Code> word, std::uint64_t& hash, Found found) const;

    std::vector<Slot> slots_;  // open addressing, a power of two
    std::array<std::uint32_t, letter_count * letter_count> beginnings_{};  // by first two letters: lengths that are listed
};

}  // namespace discern
