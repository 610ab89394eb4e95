#include "workspace/filter.hpp"

#include "judgement/goals.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

namespace discern {
namespace {

constexpr char field_end = '\x1f';

struct Operator {
    std::string_view word;
    FilterTerm::Field field;
};
constexpr auto operators = std::to_array<Operator>({{"from:", FilterTerm::Field::From},
                                                    {"company:", FilterTerm::Field::Company},
                                                    {"flag:", FilterTerm::Field::Flag},
                                                    {"goal:", FilterTerm::Field::Goal}});

// Takes one word or one quoted part from the front of `rest`; a quote that is not closed runs to the end.
std::string_view take_word(std::string_view& rest) {
    if (rest.starts_with('"')) {
        rest.remove_prefix(1);
        const auto close = rest.find('"');
        const auto word = rest.substr(0, close);
        rest.remove_prefix(close == rest.npos ? rest.size() : close + 1);
        return word;
    }
    const auto word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(word.size());
    return word;
}

std::optional<Operator> take_operator(std::string_view& rest) {
    const auto colon = rest.substr(0, rest.find_first_of(" \"")).find(':');
    if (colon == rest.npos) return std::nullopt;
    const std::string word = folded(rest.substr(0, colon)) + ":";
    const auto found = std::ranges::find(operators, std::string_view(word), &Operator::word);
    if (found == operators.end()) return std::nullopt;
    rest.remove_prefix(colon + 1);
    return *found;
}

// Codes are written with underscores; people type blanks or hyphens.
std::string code_from_words(std::string_view folded) {
    std::string code(folded);
    std::ranges::replace_if(code, [](char letter) { return letter == ' ' || letter == '-'; }, '_');
    return code;
}

bool has_flag(const Outline& outline, std::string_view code, std::span<const std::string> flag_codes) {
    for (std::size_t i = 0; i < flag_codes.size(); ++i)
        if (outline.flags.test(i) && flag_codes[i].find(code) != std::string::npos) return true;
    return false;
}

bool serves_goal(const Outline& outline, std::string_view code) {
    for (std::size_t i = 0; i < purpose_count; ++i)
        if (outline.purpose_fit[i] >= serves_purpose_from &&
            name_of(static_cast<Purpose>(i)).find(code) != std::string_view::npos)
            return true;
    return false;
}

bool is_judged(const FilterTerm& term) {
    return term.field == FilterTerm::Field::Flag || term.field == FilterTerm::Field::Goal;
}

// Sixteen places at once: where the first letter of the word stands, and its last one as far behind it as in the word.
using Block = std::uint8_t __attribute__((vector_size(16)));

Block block_at(const char* at) {
    Block block;
    std::memcpy(&block, at, sizeof block);
    return block;
}

// The first place from `at` where `word` (not empty) stands, or `end`.
const char* find_word(const char* at, const char* end, std::string_view word) {
    const std::size_t length = word.size();
    const Block first = Block{} + static_cast<std::uint8_t>(word.front()), last = Block{} + static_cast<std::uint8_t>(word.back());
    for (; static_cast<std::size_t>(end - at) >= sizeof(Block) + length; at += sizeof(Block)) {
        const auto both = (block_at(at) == first) & (block_at(at + length - 1) == last);
        std::array<std::uint64_t, 2> any;
        std::memcpy(any.data(), &both, sizeof any);
        if ((any[0] | any[1]) == 0) continue;
        for (std::size_t i = 0; i < sizeof(Block); ++i)
            if (both[i] != 0 && std::memcmp(at + i, word.data(), length) == 0) return at + i;
    }
    const std::size_t rest = std::string_view(at, static_cast<std::size_t>(end - at)).find(word);
    return rest == std::string_view::npos ? end : at + rest;
}

}  // namespace

std::vector<FilterTerm> filter_terms_from(std::string_view text) {
    std::vector<FilterTerm> terms;
    while (!text.empty()) {
        if (text.front() == ' ') {
            text.remove_prefix(1);
            continue;
        }
        FilterTerm term;
        if (text.size() > 1 && text.front() == '-' && text[1] != ' ') {
            term.excluded = true;
            text.remove_prefix(1);
        }
        if (const auto found = take_operator(text)) term.field = found->field;
        term.text = folded(take_word(text));
        if (term.field == FilterTerm::Field::Flag || term.field == FilterTerm::Field::Goal)
            term.text = code_from_words(term.text);
        if (!term.text.empty()) terms.push_back(std::move(term));
    }
    return terms;
}

void SearchIndex::clear() {
    text_.clear();
    rows_.clear();
}

void SearchIndex::add(const Person& person, const Invitation& invitation) {
    const auto append = [this](std::string_view words) {
        const std::size_t start = text_.size();
        text_ += folded(words);
        text_ += field_end;
        return start;
    };
    Row row{};
    row.name = append(person.name);
    row.headline = append(person.profile.headline);
    append(person.profile.company);
    row.position = append(person.profile.position);
    append(invitation.note);
    row.end = text_.size();
    rows_.push_back(row);
}

std::string_view SearchIndex::name(std::size_t row) const {
    return std::string_view(text_).substr(rows_[row].name, rows_[row].headline - rows_[row].name - 1);
}

std::vector<std::uint8_t> SearchIndex::rows_that_hold(const FilterTerm& term) const {
    std::vector<std::uint8_t> holds(rows_.size());
    const char* const begin = text_.data();
    const char* const end = begin + text_.size();
    std::size_t row = 0;
    for (const char* at = find_word(begin, end, term.text); at != end;) {
        const auto place = static_cast<std::size_t>(at - begin);
        while (rows_[row].end <= place) ++row;
        const Row& fields = rows_[row];
        const std::size_t from = term.field == FilterTerm::Field::Company ? fields.headline : fields.name;
        const std::size_t to = term.field == FilterTerm::Field::From      ? fields.headline
                               : term.field == FilterTerm::Field::Company ? fields.position
                                                                          : fields.end;
        if (place >= from && place < to) holds[row] = 1;
        at = find_word(begin + (place < from ? from : fields.end), end, term.text);
    }
    return holds;
}

std::vector<std::uint8_t> SearchIndex::rows_that_hold(const std::vector<FilterTerm>& terms) const {
    std::vector<std::uint8_t> all(rows_.size(), 1);
    for (const FilterTerm& term : terms) {
        if (is_judged(term)) continue;
        const std::vector<std::uint8_t> holds = rows_that_hold(term);
        const std::uint8_t wanted = term.excluded ? 0 : 1;
        for (std::size_t row = 0; row < all.size(); ++row) all[row] = static_cast<std::uint8_t>(all[row] & (holds[row] == wanted));
    }
    return all;
}

bool holds_as_judged(const std::vector<FilterTerm>& terms, const Outline& outline, std::span<const std::string> flag_codes) {
    return std::ranges::all_of(terms, [&](const FilterTerm& term) {
        if (term.field == FilterTerm::Field::Flag) return has_flag(outline, term.text, flag_codes) != term.excluded;
        if (term.field == FilterTerm::Field::Goal) return serves_goal(outline, term.text) != term.excluded;
        return true;
    });
}

bool needs_verdicts(const std::vector<FilterTerm>& terms) { return std::ranges::any_of(terms, is_judged); }

}  // namespace discern
