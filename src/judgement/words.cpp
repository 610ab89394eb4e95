#include "judgement/words.hpp"

#include "base/hash.hpp"

#include <algorithm>

namespace discern {
namespace {

// Latin-1 Supplement and Latin Extended-A, U+00C0 to U+017F, to plain letters; blank = not a letter.
constexpr std::string_view latin_fold[] = {
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",  // C0
    "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "ss",  // D0
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",  // E0
    "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "y",   // F0
    "a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d",   // 100
    "d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g",   // 110
    "g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i",   // 120
    "i", "i", "ij", "ij", "j", "j", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l", // 130
    "l", "l", "l", "n", "n", "n", "n", "n", "n", "n", "n", "n", "o", "o", "o", "o",   // 140
    "o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s", // 150
    "s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u",   // 160
    "u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s"};  // 170

struct Letter {
    std::uint32_t code = 0;
    std::uint32_t bytes = 1;
};

Letter letter_at(std::string_view text, std::size_t at) {
    if (const auto plain = static_cast<unsigned char>(text[at]); plain < 0x80) return {plain, 1};
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned first = byte(at);
    const std::uint32_t length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
    if (length == 1 || at + length > text.size()) return {first, 1};
    std::uint32_t code = first & (0x7Fu >> length);
    for (std::uint32_t i = 1; i < length; ++i) code = code << 6 | (byte(at + i) & 0x3Fu);
    return {code, length};
}

bool is_word_letter(std::uint32_t code) {
    if (code < 0x80) return (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
    if (code < 0xC0) return code == 0xAA || code == 0xB5 || code == 0xBA;
    if (code == 0xD7 || code == 0xF7) return false;
    if (code >= 0x2000 && code < 0x2C00) return false;   // punctuation, arrows, signs
    if (code >= 0x3000 && code < 0x3040) return false;   // CJK punctuation
    return code < 0x1F000;                               // emoji are no words
}

void append_folded(std::uint32_t code, std::string_view bytes, std::string& out) {
    if (code >= 'A' && code <= 'Z') out += static_cast<char>(code + 32);
    else if (code >= 0xC0 && code <= 0x17F) out += latin_fold[code - 0xC0];
    else out += bytes;
}

}  // namespace

void split_words(std::string_view text, Words& out) {
    out.words.clear();
    out.folded.clear();
    std::size_t at = 0;
    while (at < text.size()) {
        Letter letter = letter_at(text, at);
        if (!is_word_letter(letter.code)) {
            at += letter.bytes;
            continue;
        }
        Word word;
        word.start = static_cast<std::uint32_t>(at);
        word.folded_start = static_cast<std::uint32_t>(out.folded.size());
        while (at < text.size()) {
            letter = letter_at(text, at);
            const bool sign = letter.code == '+' || letter.code == '#';  // c++, c#
            if (!is_word_letter(letter.code) && !sign) break;
            append_folded(letter.code, text.substr(at, letter.bytes), out.folded);
            at += letter.bytes;
        }
        word.end = static_cast<std::uint32_t>(at);
        word.folded_end = static_cast<std::uint32_t>(out.folded.size());
        word.hash = fnv1a(std::string_view(out.folded).substr(word.folded_start));
        out.folded += ' ';
        out.words.push_back(word);
    }
}

namespace {

// Nearly all phrases are written as they are folded, with one blank between the words: then nothing has to be split.
bool is_folded(std::string_view phrase) {
    bool word = false;
    for (const char c : phrase) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (!letter && !(c == ' ' && word)) return false;
        word = letter;
    }
    return word;
}

}  // namespace

LexiconEntry entry_of_phrase(std::string_view phrase) {
    if (is_folded(phrase)) {
        LexiconEntry entry;
        entry.hash = fnv1a(phrase);
        entry.first_word = fnv1a(phrase.substr(0, phrase.find(' ')));
        entry.words = static_cast<std::uint32_t>(1 + std::count(phrase.begin(), phrase.end(), ' '));
        return entry;
    }
    Words words;
    split_words(phrase, words);
    std::string_view folded = words.folded;
    if (!folded.empty()) folded.remove_suffix(1);
    LexiconEntry entry;
    entry.hash = fnv1a(folded);
    entry.words = static_cast<std::uint32_t>(words.words.size());
    if (!words.words.empty()) entry.first_word = words.words.front().hash;
    return entry;
}

void find_phrases(const Words& words, const Lexicon& lexicon, std::vector<PhraseMatch>& out) {
    const std::string_view folded = words.folded;
    std::size_t covered_until = 0;  // a shorter phrase inside a longer one says nothing new
    for (std::size_t i = 0; i < words.words.size(); ++i) {
        const Lexicon::Slot* first = lexicon.find(words.words[i].hash);
        if (!first) continue;
        for (std::size_t length = std::min<std::size_t>(first->longest, words.words.size() - i); length > 0; --length) {
            const std::size_t last = i + length - 1;
            if (last < covered_until) break;
            const auto from = words.words[i].folded_start;
            const Lexicon::Slot* whole =
                length == 1 ? first : lexicon.find(fnv1a(folded.substr(from, words.words[last].folded_end - from)));
            if (!whole || whole->entry == 0) continue;
            for (std::size_t k = whole->entry - 1;
                 k < lexicon.entries.size() && lexicon.entries[k].hash == whole->hash; ++k)
                out.push_back({lexicon.entries[k].cue, lexicon.entries[k].field, words.words[i].start,
                               words.words[last].end});
            covered_until = last + 1;
            break;
        }
    }
}

std::optional<TextRange> find_sequence(const Words& words, std::span<const std::uint64_t> phrase_words) {
    if (phrase_words.empty() || words.words.size() < phrase_words.size()) return std::nullopt;
    for (std::size_t i = 0; i + phrase_words.size() <= words.words.size(); ++i) {
        std::size_t k = 0;
        while (k < phrase_words.size() && words.words[i + k].hash == phrase_words[k]) ++k;
        if (k == phrase_words.size()) return TextRange{words.words[i].start, words.words[i + k - 1].end};
    }
    return std::nullopt;
}

}  // namespace discern
