// What words by themselves say of a note's kind: weights learned from invented notes (scripts/learn-note-weights), added to
// those of the stated signs. They catch what no phrase of the lexicon foresaw. Internal to notes/, except NoteWordWeight.
#pragma once

#include "notes/note_kind.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace discern {

// One weight, in natural-log odds. `words` is a word folded as the lexicon's are ("guaranteed"), the beginning of one
// ("guara*": five letters, of words with seven or more), two that follow each other ("daily_profit", a number is "#"),
// or one to three Chinese characters ("带单").
struct NoteWordWeight {
    std::string_view words;  // stays where it is until the evidence is made
    NoteKind kind{};
    float weight = 0;
};

struct FoldedNote;
struct NoteTokens;

// Where a feature stands: tokens first to last; `is_beginning` for the first letters of a word only.
struct WordFeature {
    std::uint32_t first_token = 0, last_token = 0;
    bool is_beginning = false;
    std::uint64_t hash = 0;  // of its words; the same wherever it stands
    bool operator==(const WordFeature&) const = default;
};

// A feature of which something was learned.
struct LearnedWords {
    std::uint32_t number = 0;  // of the feature among those learned
    WordFeature feature;
};

// All features of a note, each place once, in order of their first token. `features` is filled anew.
void find_word_features(const FoldedNote& note, const NoteTokens& tokens, std::vector<WordFeature>& features);

// The feature as it is written in NoteWordWeight::words (UTF-8).
[[nodiscard]] std::string words_of(const WordFeature& feature, const FoldedNote& note, const NoteTokens& tokens);

class WordEvidence {
public:
    struct Weight {
        NoteKind kind{};
        float weight = 0;  // log odds
    };

    WordEvidence() = default;
    explicit WordEvidence(std::span<const NoteWordWeight> weights);

    // The number of a feature, from 0, or nothing when nothing was learned of it. A feature that stands in the note twice
    // counts once: the caller sees to that.
    [[nodiscard]] std::optional<std::uint32_t> find(const WordFeature& feature) const;
    // The features of a note of which something was learned, as find_word_features has them. `learned` is filled anew.
    void find_all(const FoldedNote& note, const NoteTokens& tokens, std::vector<LearnedWords>& learned) const;
    [[nodiscard]] std::span<const Weight> weights(std::uint32_t number) const {
        return std::span(weights_).subspan(begins_[number], begins_[number + 1] - begins_[number]);
    }
    [[nodiscard]] double weight(std::uint32_t number, NoteKind kind) const;  // 0 when there is none
    [[nodiscard]] bool empty() const { return weights_.empty(); }
    [[nodiscard]] std::size_t size() const { return begins_.empty() ? 0 : begins_.size() - 1; }  // features

private:
    struct Slot {
        std::uint32_t check = 0;  // of the hash; 0 = free
        std::uint32_t number = 0;
    };

    std::vector<Slot> slots_;  // open addressing, a power of two
    std::vector<std::uint32_t> begins_;  // of a feature's weights; one more at the end
    std::vector<Weight> weights_;
};

}  // namespace discern
