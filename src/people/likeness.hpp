// Who of many people may be meant by a name that is written a little differently. Finds candidates; who decides is the
// user (people/person.hpp: PersonDoubt).
#pragma once

#include "people/person.hpp"
#include "text/name.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace discern {

// How two names differ that may be one person's; nothing when they may not. The same words in any order give Name.
[[nodiscard]] std::optional<Likeness> likeness_of(const NameParts& one, const NameParts& other);

// The order in which questions are asked: what most often turns out to be one person comes first, from 0.
[[nodiscard]] int likelihood_rank(Likeness why);

class LikenessIndex {
public:
    void add(PersonId person, NameParts name);

    struct Candidate {
        PersonId person;
        Likeness why{};
        bool operator==(const Candidate&) const = default;
    };
    // The people who share at least one word with the name, or all its signs where it is written without blanks, and
    // are alike. In the order they were added, each once; those of the very same words included.
    [[nodiscard]] std::vector<Candidate> all_alike(const NameParts& name) const;
    // The first of them: more than a question can be about.
    [[nodiscard]] std::vector<Candidate> alike(const NameParts& name) const;

private:
    using Members = std::vector<std::uint32_t>;  // indices into people_
    struct Entry {
        PersonId person;
        NameParts name;
    };
    void look_in(const std::unordered_map<std::string, Members>& groups, const std::string& word,
                 const NameParts& name, std::vector<std::uint32_t>& found) const;

    std::vector<Entry> people_;
    std::unordered_map<std::string, Members> by_word_;
    std::unordered_map<std::string, Members> by_signs_;  // names that are wholly Han, kana or hangul: sorted signs
};

}  // namespace discern
