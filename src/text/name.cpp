#include "text/name.hpp"

#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace discern {
namespace {

// Written without dots and folded. In any place of a name these are never a name themselves.
constexpr auto appended_words = std::to_array<std::string_view>({
    "phd",  "dphil", "edd",  "dba",  "mba",  "emba", "msc",     "bsc",    "mphil", "llm",  "llb",   "beng",  "meng",
    "mpa",  "mph",   "pmp",  "pgmp", "csm",  "cspo", "psm",     "cfa",    "cpa",   "acca", "cma",   "cissp", "cism",
    "cisa", "ceng",  "cima", "frm",  "shrm", "sphr", "phr",     "cipd",   "pmi",   "cpcu", "mrics", "frcs",  "facs",
    "ccna", "ccie",  "itil", "pe",   "rn",   "dds",  "dvm",     "pharmd", "psyd",  "mbbs", "lmft",  "lcsw",  "esq",
    "lion", "hons",  "dipl", "ing",  "dott", "mag",  "prince2", "cfp",    "cfe",   "cebs", "safe",  "spc",
});
// Only when written as an abbreviation ("MD", "M.D.", "BA"): as "Ma" or "Do" they are names.
constexpr auto short_degrees =
    std::to_array<std::string_view>({"md", "ma", "ba", "bs", "ms", "jd", "do", "rd", "pt", "ed", "cs", "ca", "aca",
                                     "bcom", "btech", "mtech", "mca", "bca"});
constexpr auto titles = std::to_array<std::string_view>(
    {"dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "herr", "frau", "dra", "ir", "er"});
constexpr auto promotions =
    std::to_array<std::string_view>({"we are hiring", "we're hiring", "were hiring", "i am hiring", "i'm hiring",
                                     "hiring", "open to work", "opentowork", "#opentowork", "#hiring"});
constexpr auto pronouns =
    std::to_array<std::string_view>({"she", "her", "hers", "he", "him", "his", "they", "them", "theirs", "ze", "hir",
                                     "elle", "ella", "el", "lui", "ele", "ela"});

// The lists are asked about every word of every name: sorted, they take a few comparisons each.
template <std::size_t N>
constexpr std::array<std::string_view, N> sorted(std::array<std::string_view, N> list) {
    std::sort(list.begin(), list.end());
    return list;
}
constexpr auto sorted_appended_words = sorted(appended_words);
constexpr auto sorted_short_degrees = sorted(short_degrees);
constexpr auto sorted_titles = sorted(titles);
constexpr auto sorted_pronouns = sorted(pronouns);

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& sorted_list, std::string_view word) {
    return std::binary_search(sorted_list.begin(), sorted_list.end(), word);
}

// A piece of the name between blanks: as written (for its capitals), folded, and only the folded letters and digits.
struct Word {
    std::string_view written;
    std::string folded;
    std::string letters;  // empty when `folded` holds nothing else
    bool after_comma = false;

    [[nodiscard]] const std::string& only_letters() const { return letters.empty() ? folded : letters; }
};

std::size_t capitals_in(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; }));
}
bool has_small_letters(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Lower-case letters and digits of a folded text; hyphens and other marks end a word, apostrophes and dots do not.
void split_folded(std::string_view text, std::vector<std::string>& into) {
    std::string word;
    const auto finish = [&] {
        if (!word.empty()) into.push_back(std::move(word));
        word.clear();
    };
    for (std::size_t position = 0; position < text.size();) {
        const std::size_t begin = position;
        const char32_t c = next_code_point(text, position);
        if (is_letter_or_digit(c))
            word += text.substr(begin, position - begin);
        else if (c != '\'' && c != '.')
            finish();
    }
    finish();
}

std::string letters_of(std::string_view folded_text) {
    std::string letters;
    letters.reserve(folded_text.size());
    for (std::size_t position = 0; position < folded_text.size();) {
        const std::size_t begin = position;
        if (is_letter_or_digit(next_code_point(folded_text, position)))
            letters += folded_text.substr(begin, position - begin);
    }
    return letters;
}

struct Bracket {
    std::string_view open, close;
    bool is_quote;
};
constexpr auto brackets = std::to_array<Bracket>({{"(", ")", false},
                                                  {"[", "]", false},
                                                  {"\"", "\"", true},
                                                  {"\xE2\x80\x9C", "\xE2\x80\x9D", true},     // curly quotes
                                                  {"\xC2\xAB", "\xC2\xBB", true},             // guillemets
                                                  {"\xEF\xBC\x88", "\xEF\xBC\x89", false}});  // full-width brackets

// What a quick look says of a name; it spares most names the closer ones. True may still be no.
struct Hints {
    bool brackets = false, slogans = false;
};

enum : std::uint8_t { may_be_bracket = 1, may_be_separator = 2, may_begin_promotion = 4 };

// By the first byte: brackets and separators beyond ASCII begin with E2, C2 or EF; every promotion holds "hir" or "pen".
constexpr auto hints_of_bytes = [] {
    std::array<std::uint8_t, 256> hints{};
    for (const char c : std::string_view("([\"\xE2\xC2\xEF")) hints[static_cast<unsigned char>(c)] |= may_be_bracket;
    for (const char c : std::string_view("-|@#\xE2\xC2")) hints[static_cast<unsigned char>(c)] |= may_be_separator;
    for (const char c : std::string_view("hHpP")) hints[static_cast<unsigned char>(c)] |= may_begin_promotion;
    return hints;
}();

bool follows_in_any_case(std::string_view text, std::size_t at, std::string_view two_small_letters) {
    return at + 2 < text.size() && (text[at + 1] | 0x20) == two_small_letters[0] && (text[at + 2] | 0x20) == two_small_letters[1];
}

Hints hints_of(std::string_view name) {
    Hints hints;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const std::uint8_t hint = hints_of_bytes[static_cast<unsigned char>(name[i])];
        if (hint == 0) continue;
        hints.brackets = hints.brackets || (hint & may_be_bracket) != 0;
        if (hint & may_be_separator) hints.slogans = hints.slogans || name[i] != '-' || (i > 0 && name[i - 1] == ' ');
        if (hint & may_begin_promotion)
            hints.slogans = hints.slogans || follows_in_any_case(name, i, (name[i] | 0x20) == 'h' ? "ir" : "en");
    }
    return hints;
}

struct Pieces {
    std::string plain;                // the name without what stood in brackets
    std::vector<std::string> quoted;  // between quotes
    std::vector<std::string> bracketed;
};

Pieces taken_from_brackets(std::string_view name) {
    Pieces pieces;
    for (std::size_t position = 0; position < name.size();) {
        const Bracket* opened = nullptr;
        for (const Bracket& bracket : brackets)
            if (name.substr(position).starts_with(bracket.open)) opened = &bracket;
        const std::size_t inside = opened ? position + opened->open.size() : position;
        const std::size_t closing = opened ? name.find(opened->close, inside) : std::string_view::npos;
        if (closing == std::string_view::npos) {
            pieces.plain += opened ? ' ' : name[position];
            position = opened ? inside : position + 1;
            continue;
        }
        const std::string_view content = name.substr(inside, closing - inside);
        (opened->is_quote ? pieces.quoted : pieces.bracketed).emplace_back(content);
        pieces.plain += ' ';
        position = closing + opened->close.size();
    }
    return pieces;
}

// Cuts slogans: known promotions anywhere, and everything after " - ", " | " and the like when two words stand before.
std::string without_slogans(std::string text) {
    const std::string small = [&] {
        std::string lowered = text;
        for (char& c : lowered) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        return lowered;
    }();
    for (const auto promotion : promotions) {
        const std::size_t at = small.find(promotion);
        const bool begins =
            at != std::string::npos && (at == 0 || !is_letter_or_digit(static_cast<unsigned char>(small[at - 1])));
        const std::size_t end = at + promotion.size();
        if (begins && (end == small.size() || !is_letter_or_digit(static_cast<unsigned char>(small[end])))) {
            for (std::size_t i = at; i < end; ++i) text[i] = ' ';
            break;
        }
    }
    for (const std::string_view separator :
         {" - ", " | ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " \xE2\x80\xA2 ", " \xC2\xB7 ", " @ "}) {
        const std::size_t at = text.find(separator);
        if (at == std::string::npos) continue;
        std::vector<std::string> before;
        split_folded(folded(std::string_view(text).substr(0, at)), before);
        if (before.size() >= 2) text.resize(at);
    }
    return text;
}

bool ends_word(char c) { return c == ' ' || c == ',' || c == ';' || c == '/' || c == '\t' || c == '\n'; }

bool holds_only_letters(std::string_view folded_text) {
    for (std::size_t position = 0; position < folded_text.size();)
        if (!is_letter_or_digit(next_code_point(folded_text, position))) return false;
    return true;
}

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    words.reserve(4);
    bool after_comma = false;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        while (end < text.size() && !ends_word(text[end])) ++end;
        if (end > i) {
            Word word{.written = text.substr(i, end - i), .folded = folded(text.substr(i, end - i)), .letters = {}, .after_comma = after_comma};
            const bool plain = holds_only_letters(word.folded);
            if (!plain) word.letters = letters_of(word.folded);
            if (plain ? !word.folded.empty() : !word.letters.empty()) words.push_back(std::move(word));
        }
        if (end < text.size() && (text[end] == ',' || text[end] == ';')) after_comma = true;
        i = end + 1;
    }
    return words;
}

bool is_appended(const Word& word, bool whole_name_in_capitals) {
    const std::string& letters = word.only_letters();
    if (is_one_of(sorted_appended_words, letters)) return true;
    const bool abbreviated = capitals_in(word.written) >= 2 && !whole_name_in_capitals;
    if (is_one_of(sorted_short_degrees, letters)) return abbreviated;
    // After a comma any abbreviation is a degree or membership: "Ana Sample, XYZ-1".
    return word.after_comma && abbreviated && letters.size() <= 6;
}

}  // namespace

NameParts name_parts(std::string_view name) {
    NameParts parts;
    const Hints hints = hints_of(name);
    Pieces pieces;
    if (hints.brackets) pieces = taken_from_brackets(name);
    if (hints.slogans) pieces.plain = without_slogans(hints.brackets ? std::move(pieces.plain) : std::string(name));
    const std::string_view plain = hints.brackets || hints.slogans ? std::string_view(pieces.plain) : name;
    std::vector<Word> words = words_of(plain);
    const bool in_capitals = !has_small_letters(plain);
    parts.words.reserve(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        Word& word = words[i];
        const bool title = is_one_of(sorted_titles, word.only_letters());
        const bool is_title = title && i == 0 && words.size() > 2;
        const bool is_dotted_title = title && word.written.ends_with('.') && words.size() > 1;
        if (is_title || is_dotted_title || is_appended(word, in_capitals)) continue;
        if (word.letters.empty()) parts.words.push_back(std::move(word.folded));
        else split_folded(word.folded, parts.words);
    }
    for (const std::string& quoted : pieces.quoted) {  // a name that stands in quotes as a whole is no nickname
        auto& into = parts.words.size() < 2 ? parts.words : parts.bracketed;
        split_folded(folded(quoted), into);
    }
    for (const std::string& bracketed : pieces.bracketed) {
        std::vector<std::string> inside;
        split_folded(folded(bracketed), inside);
        for (auto& word : inside)
            if (!is_one_of(sorted_pronouns, word) && !is_one_of(sorted_appended_words, word))
                parts.bracketed.push_back(std::move(word));
    }
    if (parts.words.empty()) split_folded(folded(name), parts.words);
    return parts;
}

std::string name_key(std::string_view name) {
    std::string key;
    for (const std::string& word : name_parts(name).words) {
        if (!key.empty()) key += ' ';
        key += word;
    }
    return key;
}

std::string unordered_name_key(const NameParts& parts) {
    std::vector<std::string_view> sorted(parts.words.begin(), parts.words.end());
    std::sort(sorted.begin(), sorted.end());
    std::string key;
    for (const std::string_view word : sorted) {
        if (!key.empty()) key += ' ';
        key += word;
    }
    return key;
}

std::string unordered_name_key(std::string_view name) { return unordered_name_key(name_parts(name)); }

}  // namespace discern
