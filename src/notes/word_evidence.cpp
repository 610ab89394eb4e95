#include "notes/word_evidence.hpp"

#include "notes/note_fold.hpp"
#include "notes/note_tokens.hpp"
#include "notes/word_table.hpp"
#include "text/utf8.hpp"

#include <bit>
#include <utility>

namespace discern {

namespace {

constexpr std::uint32_t beginning_letters = 5, letters_of_long_words = 7, han_characters_together = 3;

// Words one after another: "daily_profit".
[[nodiscard]] constexpr std::uint64_t joined(std::uint64_t before, std::uint64_t word) {
    return (before ^ word) * 0x9e3779b97f4a7c15ULL;  // 2^64 over the golden ratio
}

template <class Codes>
[[nodiscard]] std::uint64_t hash_of(const Codes& codes) {
    WordHash hash;
    for (const char32_t code : codes) hash.add(code);
    return hash.value();
}

[[nodiscard]] std::uint32_t check_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32) | 1U; }
[[nodiscard]] std::size_t place_of(std::uint64_t hash, std::size_t size) { return static_cast<std::size_t>(hash >> 8) & (size - 1); }

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

// Hands each feature of a note to `take`.
template <class Take>
void for_each_feature(const FoldedNote& note, const NoteTokens& tokens, Take take) {
    static const std::uint64_t number = hash_of(std::u32string_view(U"#"));
    const auto count = static_cast<std::uint32_t>(tokens.tokens.size());
    const auto hash_in_row = [&](std::uint32_t i, Stuff stuff) { return stuff == Stuff::Number ? number : tokens.tokens[i].hash; };
    Stuff stuff = count > 0 ? stuff_of(tokens.tokens[0], note) : Stuff::None, next_stuff = Stuff::None;
    for (std::uint32_t i = 0; i < count; ++i, stuff = next_stuff) {
        const NoteToken& token = tokens.tokens[i];
        next_stuff = i + 1 < count ? stuff_of(tokens.tokens[i + 1], note) : Stuff::None;
        if (stuff == Stuff::None) continue;
        if (stuff != Stuff::Number) take(WordFeature{i, i, false, token.hash});
        if (stuff == Stuff::Word && token.last_char - token.first_char + 1 >= letters_of_long_words) {
            WordHash beginning;
            for (std::uint32_t k = 0; k < beginning_letters; ++k) beginning.add(note.chars[token.first_char + k].code);
            beginning.add(U'*');
            take(WordFeature{i, i, true, beginning.value()});
        }
        const std::uint32_t together = stuff == Stuff::Han ? han_characters_together : 2;
        auto hash = hash_in_row(i, stuff);
        for (std::uint32_t last = i + 1; last < count && last < i + together; ++last) {
            const NoteToken& next = tokens.tokens[last];
            const auto its_stuff = last == i + 1 ? next_stuff : stuff_of(next, note);
            const bool fits = stuff == Stuff::Han ? its_stuff == Stuff::Han : its_stuff == Stuff::Word || its_stuff == Stuff::Number;
            if (!fits || next.sentence != token.sentence) break;
            hash = joined(hash, hash_in_row(last, its_stuff));
            take(WordFeature{i, last, false, hash});
        }
    }
}

}  // namespace

void find_word_features(const FoldedNote& note, const NoteTokens& tokens, std::vector<WordFeature>& features) {
    features.clear();
    for_each_feature(note, tokens, [&](const WordFeature& feature) { features.push_back(feature); });
}

std::string words_of(const WordFeature& feature, const FoldedNote& note, const NoteTokens& tokens) {
    std::string words;
    spell(feature, note, tokens, [&](char32_t code) { append_utf8(words, code); });
    return words;
}

namespace {

// The hash that a feature has in a note, from how it is written.
[[nodiscard]] std::uint64_t hash_of_words(std::string_view words) {
    std::uint64_t hash = 0;
    bool any = false;
    const auto add = [&](const WordHash& word) {
        hash = any ? joined(hash, word.value()) : word.value();
        any = true;
    };
    WordHash word;
    bool has_letters = false;
    for (std::size_t at = 0; at < words.size();) {
        const auto code = next_code_point(words, at);
        if (is_han(code)) {
            WordHash character;
            character.add(code);
            add(character);
        } else if (code == U'_') {
            add(std::exchange(word, {}));
            has_letters = false;
        } else {
            word.add(code);
            has_letters = true;
        }
    }
    if (has_letters) add(word);
    return hash;
}

}  // namespace

WordEvidence::WordEvidence(std::span<const NoteWordWeight> weights) {
    slots_.resize(std::bit_ceil(weights.size() + 2));
    std::vector<std::uint32_t> numbers;  // of the feature, by weight
    numbers.reserve(weights.size());
    std::uint32_t features = 0;
    std::string_view words;
    for (const NoteWordWeight& weight : weights) {
        if (weight.words.data() == words.data() && weight.words.size() == words.size() && !numbers.empty()) {  // the same words, for another kind
            numbers.push_back(numbers.back());
            continue;
        }
        words = weight.words;
        const auto hash = hash_of_words(weight.words);
        auto at = place_of(hash, slots_.size());
        while (slots_[at].check != 0 && slots_[at].check != check_of(hash)) at = (at + 1) & (slots_.size() - 1);
        if (slots_[at].check == 0) slots_[at] = {check_of(hash), features++};
        numbers.push_back(slots_[at].number);
    }
    begins_.assign(features + 1U, 0);
    for (const auto number : numbers) ++begins_[number + 1];
    for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
    auto next = begins_;
    weights_.resize(weights.size());
    for (std::size_t i = 0; i < weights.size(); ++i) weights_[next[numbers[i]]++] = {weights[i].kind, weights[i].weight};
}

std::optional<std::uint32_t> WordEvidence::find(const WordFeature& feature) const {
    if (slots_.empty()) return std::nullopt;
    const auto check = check_of(feature.hash);
    for (auto at = place_of(feature.hash, slots_.size()); slots_[at].check != 0; at = (at + 1) & (slots_.size() - 1)) {
        if (slots_[at].check == check) return slots_[at].number;
    }
    return std::nullopt;
}

void WordEvidence::find_all(const FoldedNote& note, const NoteTokens& tokens, std::vector<LearnedWords>& learned) const {
    learned.clear();
    for_each_feature(note, tokens, [&](const WordFeature& feature) {
        if (const auto number = find(feature)) learned.push_back({*number, feature});
    });
}

double WordEvidence::weight(std::uint32_t number, NoteKind kind) const {
    double sum = 0;
    for (const auto& each : weights(number)) sum += each.kind == kind ? static_cast<double>(each.weight) : 0.0;
    return sum;
}

}  // namespace discern
