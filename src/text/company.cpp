#include "text/company.hpp"

#include "text/fold.hpp"

#include <algorithm>
#include <array>

namespace discern {
namespace {

constexpr auto legal_forms = std::to_array<std::string_view>({
    "inc",     "incorporated", "llc", "llp", "lp",  "ltd", "limited", "plc", "corp", "corporation", "co",
    "company", "gmbh",         "ag",  "kg",  "ohg", "mbh", "se",      "sa",  "sas",  "sarl",        "srl",
    "spa",     "bv",           "nv",  "ab",  "as",  "oy",  "oyj",     "aps", "kk",   "pte",         "pty",
    "sl",      "sp",           "zoo", "kft", "zrt", "doo", "as",      "ao",  "ooo",  "the",
});

}  // namespace

std::string company_key(std::string_view name) {
    const auto joined = [](const std::vector<Token>& words, bool without_forms) {
        std::string key;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (without_forms
                && std::find(legal_forms.begin(), legal_forms.end(), words[i].folded) != legal_forms.end())
                continue;
            // "S.A." comes as two letters: both belong to the legal form.
            const bool letter = words[i].folded.size() == 1;
            const bool beside =
                (i > 0 && words[i - 1].folded.size() == 1) || (i + 1 < words.size() && words[i + 1].folded.size() == 1);
            if (without_forms && letter && beside && i > 0) continue;
            if (!key.empty()) key += ' ';
            key += words[i].folded;
        }
        return key;
    };
    std::string plain;
    bool in_quotes = false;
    int in_brackets = 0;
    for (const char c : name) {
        if (c == '"')
            in_quotes = !in_quotes;
        else if (c == '(')
            ++in_brackets;
        else if (c == ')' && in_brackets > 0)
            --in_brackets;
        else if (!in_quotes && in_brackets == 0)
            plain += c;
    }
    std::string key = joined(tokens(plain), true);
    return key.empty() ? joined(tokens(name), false) : key;
}

}  // namespace discern
