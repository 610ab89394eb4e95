// The little language of phrases in the lexicon (note_lexicon.hpp says what it has), read into steps.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace discern {

// Classes of tokens; in patterns written <num>, <money>, ...
enum class TokenClass : std::uint8_t { Number, Money, Percent, Year, Clock, Times, Name, Link, Handle, Phone, Email, File };
inline constexpr std::size_t token_class_count = 12;

struct PatternElement {
    enum class Kind : std::uint8_t { Word, Prefix, Class, Any, Gap } kind = Kind::Word;
    std::string word;  // folded, UTF-8; for Word and Prefix
    TokenClass token_class{};
    bool operator==(const PatternElement&) const = default;
};

struct PhrasePattern;

// One step of a phrase: an element, or a choice between phrases (one of which may be empty).
struct PatternStep {
    PatternElement element;
    std::vector<PhrasePattern> choices;  // not empty: a choice, and `element` says nothing
};

struct PhrasePattern {
    std::vector<PatternStep> steps;
};

// Nothing when it cannot be read: unbalanced brackets, an unknown class, a gap at either end.
[[nodiscard]] std::optional<PhrasePattern> read_phrase(std::string_view phrase);

}  // namespace discern
