// Undoing disguises of whole words. Order matters: spaced-out letters are joined before dots and digits are read.
#include "notes/compiled_lexicon.hpp"
#include "notes/note_fold.hpp"

#include <algorithm>
#include <array>

namespace discern {

namespace {

using Chars = std::vector<FoldedChar>;

// A stretch of the text without blanks.
struct Chunk {
    std::size_t begin = 0, end = 0;
    [[nodiscard]] std::size_t size() const { return end - begin; }
};

std::vector<Chunk> chunks_of(const Chars& chars) {
    std::vector<Chunk> chunks;
    for (std::size_t i = 0; i < chars.size();) {
        if (is_blank(chars[i].code)) {
            ++i;
            continue;
        }
        const auto begin = i;
        while (i < chars.size() && !is_blank(chars[i].code)) ++i;
        chunks.push_back({begin, i});
    }
    return chunks;
}

std::u32string text_of(const Chars& chars, Chunk chunk) {
    std::u32string text;
    for (auto i = chunk.begin; i < chunk.end; ++i) text.push_back(chars[i].code);
    return text;
}

std::string ascii_of(std::u32string_view text) {
    std::string ascii;
    for (const auto code : text) ascii.push_back(code < 0x80 ? static_cast<char>(code) : '?');
    return ascii;
}

[[nodiscard]] bool is_letter(char32_t code) { return code >= U'a' && code <= U'z'; }

class Undoer {
public:
    Undoer(FoldedNote& note, const NoteLexicon::Compiled& lexicon) : note_(note), lexicon_(lexicon) {}

    void undo() {
        const auto needed = passes_needed();
        if ((needed & pass_pictures) != 0) read_pictures_in_words();
        if ((needed & pass_letters) != 0) {
            join_spaced_letters();
            join_divided_letters();
        }
        if ((needed & pass_dots) != 0) write_out_dots();
        if ((needed & pass_digits) != 0) write_out_digits();
    }

private:
    // Passes, as bits. What one pass writes out may be work for those after it.
    static constexpr unsigned pass_pictures = 8, pass_letters = 4, pass_dots = 2, pass_digits = 1;

    // One look at the characters: nearly every note is clean, and no pass can then find anything.
    [[nodiscard]] unsigned passes_needed() const {
        const auto& chars = note_.chars;
        unsigned needed = 0;
        std::size_t singles = 0, begin = 0;  // single characters in a row; where the chunk begins
        const auto count = chars.size();
        for (std::size_t i = 0; i <= count; ++i) {
            const auto code = i < count ? chars[i].code : U' ';
            if (is_letter(code)) continue;  // nothing to see: what stands between letters is looked at below
            const auto before = i > 0 ? chars[i - 1].code : U' ', after = i + 1 < count ? chars[i + 1].code : U' ';
            if (is_blank(code)) {
                const auto size = i - begin;
                if (size == 1 && is_single(before)) {
                    if (++singles == 3 || before == U'.') needed |= pass_letters | pass_dots | pass_digits;
                } else if (size > 0) {
                    singles = 0;
                    const auto first = chars[begin].code;
                    if (size <= 5 && (first == U'd' || first == U'p' || first == U'点') && is_dot_word(text_of(chars, {begin, i}))) needed |= pass_dots | pass_digits;
                }
                begin = i + 1;
            } else {
                if (code == U'[' || code == U'{' || (code == U'(' && (after == U'.' || after == U'd' || after == U'a'))) needed |= pass_dots | pass_digits;
                if (is_divider(code) && is_ascii_alnum(before) && is_ascii_alnum(after) && (i < 2 || !is_ascii_alnum(chars[i - 2].code))) needed |= pass_letters | pass_dots | pass_digits;
                if (is_leet(code)) {
                    const bool stands_for_letter = code != U'!' && code != U'|';
                    if (is_letter(after) || (stands_for_letter && is_letter(before))) needed |= pass_digits;
                } else if (code >= 0x2600 && is_letter(before) && is_letter(after)) {
                    needed |= pass_pictures | pass_letters | pass_dots | pass_digits;
                }
            }
        }
        return needed;
    }

    void drop(const std::vector<bool>& dropped) {
        Chars kept;
        kept.reserve(note_.chars.size());
        for (std::size_t i = 0; i < note_.chars.size(); ++i) {
            if (!dropped[i]) kept.push_back(note_.chars[i]);
        }
        note_.chars = std::move(kept);
    }

    void report(Disguise disguise, std::size_t first, std::size_t last) {
        note_.disguises.push_back({note_.chars[first].begin, note_.chars[last].end, disguise});
    }

    // "pr🔥file": a picture in the place of a letter, or between letters, of a word that the lexicon knows.
    void read_pictures_in_words() {
        auto& chars = note_.chars;
        for (std::size_t i = 1; i + 1 < chars.size(); ++i) {
            const auto code = chars[i].code;
            const bool picture = (code >= 0x1f300 && code <= 0x1faff) || (code >= 0x2600 && code <= 0x27bf);
            if (!picture || !is_letter(chars[i - 1].code) || !is_letter(chars[i + 1].code)) continue;
            auto begin = i, end = i + 1;
            while (begin > 0 && is_letter(chars[begin - 1].code)) --begin;
            while (end < chars.size() && is_letter(chars[end].code)) ++end;
            const auto before = text_of(chars, {begin, i}), after = text_of(chars, {i + 1, end});
            for (const char32_t letter : {U'\0', U'o', U'a', U'i', U'e', U'u'}) {
                const auto word = letter == U'\0' ? before + after : before + letter + after;
                if (word.size() < 4 || (!lexicon_.words.has_word(word) && !lexicon_.watchwords.contains(word))) continue;
                report(Disguise::FancyLetters, begin, end - 1);
                if (letter == U'\0') chars.erase(chars.begin() + static_cast<std::ptrdiff_t>(i));
                else chars[i].code = letter;
                break;
            }
        }
    }

    // "W a t s a p p", "B T C", "b i t . l y": single characters with blanks between them.
    void join_spaced_letters() {
        const auto chunks = chunks_of(note_.chars);
        std::vector<bool> dropped(note_.chars.size(), false);
        bool any = false;
        for (std::size_t i = 0; i < chunks.size();) {
            std::size_t end = i;
            std::u32string word;
            while (end < chunks.size() && chunks[end].size() == 1 && is_single(note_.chars[chunks[end].begin].code)) {
                const auto code = note_.chars[chunks[end].begin].code;
                if (is_ascii_alnum(code)) word.push_back(code);
                ++end;
            }
            const auto letters = std::count_if(word.begin(), word.end(), is_letter);
            const bool joined = letters >= 4 || (letters == 0 && word.size() >= 7) ||
                                (word.size() >= 3 && lexicon_.watchwords.contains(word));
            if (joined) {
                const auto first = chunks[i].begin, last = chunks[end - 1].begin;
                for (auto k = first; k < last; ++k) dropped[k] = is_blank(note_.chars[k].code);
                if (note_.chars[last].code == U'/' && end < chunks.size()) {
                    for (auto k = last + 1; k < chunks[end].begin; ++k) dropped[k] = true;
                }
                report(Disguise::SpacedOut, first, last);
                any = true;
            }
            i = std::max(end, i + 1);
        }
        if (any) drop(dropped);
    }

    [[nodiscard]] static bool is_single(char32_t code) {
        return is_ascii_alnum(code) || code == U'.' || code == U'/' || code == U':' || code == U'@';
    }

    // "T.e.l.e.g.r.a.m", "w-h-a-t-s": single characters with signs between them. Capitals alone are an abbreviation.
    void join_divided_letters() {
        const auto chunks = chunks_of(note_.chars);
        std::vector<bool> dropped(note_.chars.size(), false);
        bool any = false;
        for (const auto chunk : chunks) {
            std::size_t i = chunk.begin;
            while (i < chunk.end && !is_ascii_alnum(note_.chars[i].code)) ++i;
            std::size_t end = i;
            std::u32string word;
            bool only_capitals = true;
            while (end < chunk.end && is_ascii_alnum(note_.chars[end].code)) {
                const bool lonely = end + 1 >= chunk.end || !is_ascii_alnum(note_.chars[end + 1].code);
                if (!lonely) break;
                word.push_back(note_.chars[end].code);
                only_capitals = only_capitals && note_.chars[end].capital;
                ++end;
                if (end + 1 < chunk.end && is_divider(note_.chars[end].code) && is_ascii_alnum(note_.chars[end + 1].code)) ++end;
            }
            const auto letters = std::count_if(word.begin(), word.end(), is_letter);
            const bool watched = word.size() >= 3 && lexicon_.watchwords.contains(word);
            if (!watched && (letters < 4 || only_capitals)) continue;
            for (auto k = i; k < end; ++k) dropped[k] = !is_ascii_alnum(note_.chars[k].code);
            report(Disguise::SpacedOut, i, end - 1);
            any = true;
        }
        if (any) drop(dropped);
    }

    [[nodiscard]] static bool is_divider(char32_t code) {
        return code == U'.' || code == U'-' || code == U'_' || code == U'*' || code == U'~' || code == U'|' || code == 0xb7;
    }

    // "name dot com", "tinyurl[.]com", "t . me / x", "me (at) mail dot com".
    void write_out_dots() {
        write_out_bracketed();
        auto chunks = chunks_of(note_.chars);
        std::vector<bool> dropped(note_.chars.size(), false);
        bool any = false;
        for (std::size_t i = 1; i + 1 < chunks.size(); ++i) {
            if (chunks[i].size() > 5) continue;
            const auto middle = text_of(note_.chars, chunks[i]);
            const bool sign = middle == U".";
            if (!sign && !is_dot_word(middle)) continue;
            auto after = text_of(note_.chars, chunks[i + 1]);
            const auto stop = std::find_if(after.begin(), after.end(), [](char32_t c) { return !is_ascii_alnum(c); });
            const auto ending = ascii_of(std::u32string(after.begin(), stop));
            const auto before = text_of(note_.chars, chunks[i - 1]);
            if (!joins_to_host(ascii_of(before), ending, sign)) continue;
            const auto first = chunks[i].begin;
            note_.chars[first].code = U'.';
            for (auto k = chunks[i - 1].end; k < chunks[i + 1].begin; ++k) dropped[k] = k != first;
            report(Disguise::DotWord, chunks[i - 1].begin, chunks[i + 1].end - 1);
            any = true;
            if (i + 3 < chunks.size() && text_of(note_.chars, chunks[i + 2]) == U"/") {  // "t . me / name"
                for (auto k = chunks[i + 1].end; k < chunks[i + 3].begin; ++k) dropped[k] = is_blank(note_.chars[k].code);
            }
        }
        if (any) drop(dropped);
    }

    [[nodiscard]] bool joins_to_host(const std::string& before, const std::string& ending, bool is_plain_stop) const {
        if (lexicon_.shorteners.contains(before + "." + ending) || lexicon_.messenger_hosts.contains(before + "." + ending)) return true;
        if (before.size() < 2 || !is_ascii_alnum(static_cast<char32_t>(before.back()))) return false;
        if (is_plain_stop) return ending == "com" || ending == "net" || ending == "org" || ending == "io";
        const std::u32string word(before.begin(), before.end());
        return lexicon_.top_domains.contains(ending) && !lexicon_.function_words.contains(word);
    }

    [[nodiscard]] static bool is_dot_word(std::u32string_view word) {
        return word == U"dot" || word == U"punkt" || word == U"punto" || word == U"ponto" || word == U"point" || word == U"点";
    }

    void write_out_bracketed() {
        struct Bracketed {
            std::u32string_view written;
            char32_t meant;
        };
        static constexpr std::array forms{
            Bracketed{U"[.]", U'.'},   Bracketed{U"(.)", U'.'},  Bracketed{U"{.}", U'.'},  Bracketed{U"[dot]", U'.'},
            Bracketed{U"(dot)", U'.'}, Bracketed{U"[at]", U'@'}, Bracketed{U"(at)", U'@'}, Bracketed{U"{at}", U'@'}};
        auto& chars = note_.chars;
        for (std::size_t i = 0; i < chars.size(); ++i) {
            if (chars[i].code != U'[' && chars[i].code != U'(' && chars[i].code != U'{') continue;
            for (const auto& form : forms) {
                const auto size = form.written.size();
                if (i + size >= chars.size()) continue;
                bool same = true;
                for (std::size_t k = 0; k < size && same; ++k) same = chars[i + k].code == form.written[k];
                if (!same) continue;
                auto begin = i, end = i + size;
                while (begin > 0 && chars[begin - 1].code == U' ') --begin;
                while (end < chars.size() && chars[end].code == U' ') ++end;
                if (begin == 0 || end >= chars.size()) continue;
                if (!is_ascii_alnum(chars[begin - 1].code) || !is_ascii_alnum(chars[end].code)) continue;
                report(Disguise::DotWord, i, i + size - 1);
                chars[begin].code = form.meant;
                chars.erase(chars.begin() + static_cast<std::ptrdiff_t>(begin) + 1, chars.begin() + static_cast<std::ptrdiff_t>(end));
                i = begin;
                break;
            }
        }
    }

    // "w@tsapp", "prof1ts", "U$DT": only where the word meant is on the watch list.
    void write_out_digits() {
        auto& chars = note_.chars;
        for (const auto chunk : chunks_of(chars)) {
            // What stands in an address is spelled as the address wants it.
            const bool address = std::any_of(chars.begin() + static_cast<std::ptrdiff_t>(chunk.begin), chars.begin() + static_cast<std::ptrdiff_t>(chunk.end),
                                             [](const FoldedChar& c) { return c.code == U'/'; });
            for (auto i = chunk.begin; i < chunk.end;) {
                if (!is_leet(chars[i].code)) {
                    ++i;
                    continue;
                }
                auto end = i;
                bool has_letter = false, has_other = false;
                while (end < chunk.end && is_leet(chars[end].code)) {
                    (is_letter(chars[end].code) ? has_letter : has_other) = true;
                    ++end;
                }
                if (has_letter && has_other) write_out_piece(i, end, !address);
                i = end;
            }
        }
    }

    [[nodiscard]] static bool is_leet(char32_t code) {
        return is_ascii_alnum(code) || code == U'@' || code == U'$' || code == U'!' || code == U'|' || code == 0x20ac;
    }

    [[nodiscard]] static char32_t letter_meant(char32_t code, bool one_is_i) {
        switch (code) {
            case U'0': return U'o';
            case U'1':
            case U'|':
            case U'!': return one_is_i ? U'i' : U'l';
            case U'3':
            case 0x20ac: return U'e';
            case U'4':
            case U'@': return U'a';
            case U'5':
            case U'$': return U's';
            case U'7': return U't';
            case U'8': return U'b';
            default: return code;
        }
    }

    void write_out_piece(std::size_t begin, std::size_t end, bool any_word) {
        auto& chars = note_.chars;
        while (begin < end && chars[begin].code == U'@') ++begin;  // a handle's sign
        while (end > begin && chars[end - 1].code == U'!') --end;
        if (end - begin < 3) return;
        bool has_other = false;
        for (auto k = begin; k < end; ++k) has_other = has_other || !is_letter(chars[k].code);
        if (!has_other) return;
        for (const bool one_is_i : {false, true}) {
            std::u32string word;
            for (auto k = begin; k < end; ++k) word.push_back(letter_meant(chars[k].code, one_is_i));
            // Any word of the lexicon will do where at least half of it is letters: "interv!ew", "lik3".
            const auto letters = static_cast<std::size_t>(std::count_if(chars.begin() + static_cast<std::ptrdiff_t>(begin), chars.begin() + static_cast<std::ptrdiff_t>(end),
                                                                        [](const FoldedChar& c) { return is_letter(c.code); }));
            const bool known = any_word && word.size() >= 4 && letters * 2 >= word.size() && lexicon_.words.has_word(word);
            if (!known && !lexicon_.watchwords.contains(word)) continue;
            report(Disguise::DigitForLetter, begin, end - 1);
            for (auto k = begin; k < end; ++k) chars[k].code = word[k - begin];
            return;
        }
    }

    FoldedNote& note_;
    const NoteLexicon::Compiled& lexicon_;
};

}  // namespace

void undo_disguised_words(FoldedNote& note, const NoteLexicon::Compiled& lexicon) {
    Undoer(note, lexicon).undo();
}

}  // namespace discern
