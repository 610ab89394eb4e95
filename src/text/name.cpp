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
    std::string letters;
    bool after_comma = false;
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

// Quick looks that spare most names the closer ones. The bytes begin the brackets and separators beyond ASCII.
bool may_hold_brackets(std::string_view name) {
    return std::any_of(name.begin(), name.end(), [](char c) {
        return c == '(' || c == '[' || c == '"' || c == '\xE2' || c == '\xC2' || c == '\xEF';
    });
}
bool may_hold_slogans(std::string_view name) {
    // Every promotion holds "hir" or "pen", every separator one of the others.
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        if ((c == '-' && i > 0 && name[i - 1] == ' ') || c == '|' || c == '@' || c == '#' || c == '\xE2' || c == '\xC2')
            return true;
        const std::string_view three = name.substr(i, 3);
        if ((c | 0x20) == 'h' && three.size() == 3 && (three[1] | 0x20) == 'i' && (three[2] | 0x20) == 'r') return true;
        if ((c | 0x20) == 'p' && three.size() == 3 && (three[1] | 0x20) == 'e' && (three[2] | 0x20) == 'n') return true;
    }
    return false;
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

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    bool after_comma = false;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" ,;/\t\n", i), text.size());
        if (end > i) {
            const std::string_view written = text.substr(i, end - i);
            std::string small = folded(written);
            std::string letters = letters_of(small);
            if (!letters.empty()) words.push_back({written, std::move(small), std::move(letters), after_comma});
        }
        if (end < text.size() && (text[end] == ',' || text[end] == ';')) after_comma = true;
        i = end + 1;
    }
    return words;
}

bool is_appended(const Word& word, bool whole_name_in_capitals) {
    if (is_one_of(sorted_appended_words, word.letters)) return true;
    const bool abbreviated = capitals_in(word.written) >= 2 && !whole_name_in_capitals;
    if (is_one_of(sorted_short_degrees, word.letters)) return abbreviated;
    // After a comma any abbreviation is a degree or membership: "Ana Sample, XYZ-1".
    return word.after_comma && abbreviated && word.letters.size() <= 6;
}

}  // namespace

NameParts name_parts(std::string_view name) {
    NameParts parts;
    Pieces pieces = may_hold_brackets(name) ? taken_from_brackets(name) : Pieces{std::string(name), {}, {}};
    const std::string plain =
        may_hold_slogans(pieces.plain) ? without_slogans(std::move(pieces.plain)) : std::move(pieces.plain);
    const std::vector<Word> words = words_of(plain);
    const bool in_capitals = !has_small_letters(plain);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool is_title = i == 0 && words.size() > 2 && is_one_of(sorted_titles, words[i].letters);
        const bool is_dotted_title =
            is_one_of(sorted_titles, words[i].letters) && words[i].written.ends_with('.') && words.size() > 1;
        if (is_title || is_dotted_title || is_appended(words[i], in_capitals)) continue;
        split_folded(words[i].folded, parts.words);
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
