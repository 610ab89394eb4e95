#include "notes/word_table.hpp"

#include <algorithm>
#include <bit>

namespace discern {

namespace {

[[nodiscard]] char32_t code_of(const FoldedChar& c) { return c.code; }
[[nodiscard]] char32_t code_of(char32_t code) { return code; }

[[nodiscard]] std::size_t letter_index(char32_t code) {
    if (code >= U'a' && code <= U'z') return code - U'a';
    if (is_digit(code)) return code - U'0' + 26;
    return 36;
}

// Never 0, which means a free slot.
[[nodiscard]] std::uint32_t check_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32) | 1U; }

}  // namespace

WordTable::WordTable(std::span<const WordEntry> entries) {
    slots_.resize(std::bit_ceil(entries.size() * 2 + 2));
    const auto mask = slots_.size() - 1;
    for (const auto& entry : entries) {
        if (entry.length == 0) continue;
        const auto hash = entry.hash.value();
        auto at = static_cast<std::size_t>(hash) & mask;
        while (slots_[at].check != 0 && slots_[at].check != check_of(hash)) at = (at + 1) & mask;
        auto& slot = slots_[at];
        slot.check = check_of(hash);
        (entry.is_prefix ? slot.prefix : slot.word) = entry.symbol;
        if (!entry.is_prefix) continue;
        const auto length = std::min<std::size_t>(entry.length, longest_beginning);
        const auto first = letter_index(entry.first[0]);
        if (length >= 2) {
            beginnings_[first * letter_count + letter_index(entry.first[1])] |= 1U << length;
        } else {
            for (std::size_t second = 0; second < letter_count; ++second) beginnings_[first * letter_count + second] |= 1U << length;
        }
    }
}

const WordTable::Slot* WordTable::slot_of(std::uint64_t hash) const {
    const auto mask = slots_.size() - 1;
    for (auto at = static_cast<std::size_t>(hash) & mask; slots_[at].check != 0; at = (at + 1) & mask) {
        if (slots_[at].check == check_of(hash)) return &slots_[at];
    }
    return nullptr;
}

template <class Code, class Found>
const WordTable::Slot* WordTable::walk(std::span<const Code> word, std::uint64_t& whole, Found found) const {
    if (word.empty()) return nullptr;
    const auto first = letter_index(code_of(word[0]));
    auto lengths = word.size() > 1 ? beginnings_[first * letter_count + letter_index(code_of(word[1]))] : beginnings_[first * letter_count + 36];
    WordHash hash;
    std::size_t length = 0;
    for (const auto& c : word) {
        hash.add(code_of(c));
        ++length;
        if (length > longest_beginning || ((lengths >> length) & 1U) == 0) continue;
        const auto* slot = slot_of(hash.value());
        if (slot != nullptr && slot->prefix != no_symbol && found(*slot)) return slot;
    }
    whole = hash.value();
    return slot_of(whole);
}

std::uint64_t WordTable::find(std::span<const FoldedChar> token, std::vector<Symbol>& symbols) const {
    std::uint64_t hash = 0;
    const auto* slot = walk(token, hash, [&](const Slot& beginning) {
        symbols.push_back(beginning.prefix);
        return false;
    });
    if (slot != nullptr && slot->word != no_symbol) symbols.push_back(slot->word);
    return hash;
}

bool WordTable::contains(std::span<const FoldedChar> token) const {
    bool begins = false;
    std::uint64_t hash = 0;
    const auto* slot = walk(token, hash, [&](const Slot&) { return begins = true; });
    return begins || (slot != nullptr && slot->word != no_symbol);
}

bool WordTable::contains(std::u32string_view word) const {
    bool begins = false;
    std::uint64_t hash = 0;
    const auto* slot = walk(std::span(word), hash, [&](const Slot&) { return begins = true; });
    return begins || (slot != nullptr && slot->word != no_symbol);
}

bool WordTable::has_word(std::u32string_view word) const {
    std::uint64_t hash = 0;
    const auto* slot = walk(std::span(word), hash, [](const Slot&) { return false; });
    return slot != nullptr && slot->word != no_symbol;
}

}  // namespace discern
