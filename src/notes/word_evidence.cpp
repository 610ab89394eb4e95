#include "notes/word_evidence.hpp"

#include "notes/note_fold.hpp"
#include "notes/note_tokens.hpp"
#include "text/utf8.hpp"

#include <bit>

namespace discern {

namespace {

constexpr std::uint32_t beginning_letters = 5, letters_of_long_words = 7, han_characters_together = 3;

// FNV-1a over code points, Fowler, Noll and Vo 1991.
class Hash {
public:
    void add(char32_t code) { value_ = (value_ ^ code) * 0x100000001b3ULL; }
    [[nodiscard]] std::uint64_t value() const { return value_; }

private:
    std::uint64_t value_ = 0xcbf29ce484222325ULL;
};

enum class Stuff : std::uint8_t { None, Word, Number, Han };

// Links, addresses, handles and files are the signs' business: their letters are not words.
Stuff stuff_of(const NoteToken& token, const FoldedNote& note) {
    constexpr auto no_words = static_cast<std::uint16_t>(class_bit(TokenClass::Link) | class_bit(TokenClass::Email) |
                                                         class_bit(TokenClass::Handle) | class_bit(TokenClass::File));
    if ((token.classes & no_words) != 0) return Stuff::None;
    if (token.han) return Stuff::Han;
    if ((token.classes & class_bit(TokenClass::Number)) != 0) return Stuff::Number;
    return is_ascii_alnum(note.chars[token.first_char].code) ? Stuff::Word : Stuff::None;
}

// Hands the code points of a feature to `take`, one by one.
template <class Take>
void spell(const WordFeature& feature, const FoldedNote& note, const NoteTokens& tokens, Take take) {
    for (auto i = feature.first_token; i <= feature.last_token; ++i) {
        const NoteToken& token = tokens.tokens[i];
        const bool is_number = stuff_of(token, note) == Stuff::Number;
        if (i > feature.first_token && !token.han) take(U'_');
        if (is_number) {
            take(U'#');
            continue;
        }
        const auto end = feature.is_beginning ? token.first_char + beginning_letters : token.last_char + 1;
        for (auto k = token.first_char; k < end; ++k) take(note.chars[k].code);
    }
    if (feature.is_beginning) take(U'*');
}

}  // namespace

std::vector<WordFeature> word_features(const FoldedNote& note, const NoteTokens& tokens) {
    std::vector<WordFeature> features;
    features.reserve(tokens.tokens.size() * 3);
    const auto count = static_cast<std::uint32_t>(tokens.tokens.size());
    for (std::uint32_t i = 0; i < count; ++i) {
        const NoteToken& token = tokens.tokens[i];
        const Stuff stuff = stuff_of(token, note);
        if (stuff == Stuff::None) continue;
        if (stuff != Stuff::Number) features.push_back({i, i, false});
        if (stuff == Stuff::Word && token.last_char - token.first_char + 1 >= letters_of_long_words) features.push_back({i, i, true});
        const std::uint32_t together = stuff == Stuff::Han ? han_characters_together : 2;
        for (std::uint32_t last = i + 1; last < count && last < i + together; ++last) {
            const NoteToken& next = tokens.tokens[last];
            const Stuff next_stuff = stuff_of(next, note);
            const bool fits = stuff == Stuff::Han ? next_stuff == Stuff::Han : next_stuff == Stuff::Word || next_stuff == Stuff::Number;
            if (!fits || next.sentence != token.sentence) break;
            features.push_back({i, last, false});
        }
    }
    return features;
}

std::string words_of(const WordFeature& feature, const FoldedNote& note, const NoteTokens& tokens) {
    std::string words;
    spell(feature, note, tokens, [&](char32_t code) { append_utf8(words, code); });
    return words;
}

WordEvidence::WordEvidence(std::span<const NoteWordWeight> weights) {
    slots_.resize(std::bit_ceil(weights.size() * 2 + 2));
    for (const NoteWordWeight& weight : weights) {
        Hash hash;
        for (std::size_t at = 0; at < weight.words.size();) hash.add(next_code_point(weight.words, at));
        Slot& slot = slot_of(hash.value());
        if (slot.row == 0) {
            rows_.emplace_back();
            slot = {hash.value(), static_cast<std::uint32_t>(rows_.size())};
        }
        rows_[slot.row - 1][static_cast<std::size_t>(weight.kind)] += weight.weight;
    }
}

WordEvidence::Slot& WordEvidence::slot_of(std::uint64_t hash) {
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].row != 0 && slots_[at].hash != hash) at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
}

const WordEvidence::Row* WordEvidence::find(const WordFeature& feature, const FoldedNote& note, const NoteTokens& tokens) const {
    if (rows_.empty()) return nullptr;
    Hash hash;
    spell(feature, note, tokens, [&](char32_t code) { hash.add(code); });
    std::size_t at = hash.value() & (slots_.size() - 1);
    while (slots_[at].row != 0 && slots_[at].hash != hash.value()) at = (at + 1) & (slots_.size() - 1);
    return slots_[at].row == 0 ? nullptr : &rows_[slots_[at].row - 1];
}

}  // namespace discern
