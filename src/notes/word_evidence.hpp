// What words by themselves say of a note's kind: weights learned from invented notes (scripts/learn-note-weights), added to
// those of the stated signs. They catch what no phrase of the lexicon foresaw. Internal to notes/, except NoteWordWeight.
#pragma once

#include "notes/note_kind.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace discern {

// One weight, in natural-log odds. `words` is a word folded as the lexicon's are ("guaranteed"), the beginning of one
// ("guara*": five letters, of words with seven or more), two that follow each other ("daily_profit", a number is "#"),
// or one to three Chinese characters ("带单").
struct NoteWordWeight {
    std::string words;
    NoteKind kind{};
    float weight = 0;
};

struct FoldedNote;
struct NoteTokens;

// Where a feature stands: tokens first to last; `is_beginning` for the first letters of a word only.
struct WordFeature {
    std::uint32_t first_token = 0, last_token = 0;
    bool is_beginning = false;
    bool operator==(const WordFeature&) const = default;
};

// All features of a note, each place once, in order of their first token.
[[nodiscard]] std::vector<WordFeature> word_features(const FoldedNote& note, const NoteTokens& tokens);

// The feature as it is written in NoteWordWeight::words (UTF-8).
[[nodiscard]] std::string words_of(const WordFeature& feature, const FoldedNote& note, const NoteTokens& tokens);

class WordEvidence {
public:
    using Row = std::array<float, weighed_kind_count>;  // log odds by kind

    WordEvidence() = default;
    explicit WordEvidence(std::span<const NoteWordWeight> weights);

    // The row of a feature, or null when nothing was learned of it. A feature that stands in the note twice counts once:
    // the caller sees to that.
    [[nodiscard]] const Row* find(const WordFeature& feature, const FoldedNote& note, const NoteTokens& tokens) const;
    [[nodiscard]] bool empty() const { return rows_.empty(); }

private:
    struct Slot {
        std::uint64_t hash = 0;
        std::uint32_t row = 0;  // counted from 1; 0 = free
    };
    [[nodiscard]] Slot& slot_of(std::uint64_t hash);

    std::vector<Slot> slots_;  // open addressing, a power of two
    std::vector<Row> rows_;
};

}  // namespace discern
