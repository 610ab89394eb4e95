// The filter text of a list: plain words and operators, all of which must match.
//   words              in name, headline, company, position or note
//   from:word          in the name
//   company:word       in the company or the headline (the archive often has only the latter)
//   flag:word          in the code of one of the verdict's flags ("flag:scam" finds scam_job)
//   goal:word          in the name of a purpose that the person serves ("goal:board" finds board_volunteer)
//   -word, -flag:word  must not match;  "two words", company:"two words"  keep blanks
// Case, accents and width do not matter. Unknown operators are plain words (so "10:30" can be looked for).
#pragma once

#include "judgement/verdict.hpp"
#include "people/person.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace discern {

struct FilterTerm {
    enum class Field : std::uint8_t { Anything, From, Company, Flag, Goal } field = Field::Anything;
    std::string text;  // folded, not empty
    bool excluded = false;
    bool operator==(const FilterTerm&) const = default;
};

// An operator without a word yet ("flag:") is still being typed and gives no term.
[[nodiscard]] std::vector<FilterTerm> filter_terms_from(std::string_view text);

// The searchable words of many rows, folded once. Rows are added in list order.
class SearchIndex {
public:
    void clear();
    void add(const Person& person, const Invitation& invitation);
    [[nodiscard]] std::size_t size() const { return rows_.size(); }
    [[nodiscard]] std::string_view name(std::size_t row) const;  // folded; valid until the next add()
    // For each row 1 where all `terms` hold that are looked for in words (flag: and goal: are not), else 0.
    [[nodiscard]] std::vector<std::uint8_t> rows_that_hold(const std::vector<FilterTerm>& terms) const;

private:
    [[nodiscard]] std::vector<std::uint8_t> rows_that_hold(const FilterTerm& term) const;

    // One long text; a row's fields follow each other, parted by a byte that no folded word holds.
    struct Row {
        std::size_t name, headline, position, end;  // headline and company are neighbours: one search for company:
    };
    std::string text_;
    std::vector<Row> rows_;
};

// True when goal: or flag: occurs, i.e. verdicts are needed.
[[nodiscard]] bool needs_verdicts(const std::vector<FilterTerm>& terms);
// Whether all the terms flag: and goal: hold of an outline; `flag_codes` say what its flags are.
[[nodiscard]] bool holds_as_judged(const std::vector<FilterTerm>& terms, const Outline& outline,
                                   std::span<const std::string> flag_codes);

// A person serves a purpose from this fit upward (Outline::purpose_fit).
inline constexpr double serves_purpose_from = 0.5;

}  // namespace discern
