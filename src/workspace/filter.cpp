#include "workspace/filter.hpp"

#include "judgement/goals.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>
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

bool SearchIndex::matches(std::size_t row, const std::vector<FilterTerm>& terms, const Outline* outline,
                          std::span<const std::string> flag_codes) const {
    const Row& place = rows_[row];
    const auto holds = [this](std::size_t from, std::size_t to, std::string_view word) {
        return std::string_view(text_).substr(from, to - from).find(word) != std::string_view::npos;
    };
    const auto matches_term = [&](const FilterTerm& term) {
        switch (term.field) {
            case FilterTerm::Field::Anything: return holds(place.name, place.end, term.text);
            case FilterTerm::Field::From: return holds(place.name, place.headline, term.text);
            case FilterTerm::Field::Company: return holds(place.headline, place.position, term.text);
            case FilterTerm::Field::Flag: return outline != nullptr && has_flag(*outline, term.text, flag_codes);
            case FilterTerm::Field::Goal: return outline != nullptr && serves_goal(*outline, term.text);
        }
        return false;
    };
    return std::ranges::all_of(terms, [&](const FilterTerm& term) { return matches_term(term) != term.excluded; });
}

bool needs_verdicts(const std::vector<FilterTerm>& terms) {
    return std::ranges::any_of(terms, [](const FilterTerm& term) {
        return term.field == FilterTerm::Field::Flag || term.field == FilterTerm::Field::Goal;
    });
}

}  // namespace discern
