// The part of a document that the user made: taken out of it and put (back) onto a book, also another, newer one.
#pragma once

#include "workspace/save_fields.hpp"

#include <string>
#include <vector>

namespace discern::save {

[[nodiscard]] SavedState state_of(const Document& document);

// Whose answer this is in `book`: the same place if key and name fit, else the only person with this profile key, else
// the only one with this name. Nothing when nobody or more than one fits.
class PersonFinder {
public:
    explicit PersonFinder(const PersonBook& book);
    [[nodiscard]] std::optional<PersonId> find(const SavedAnswer& answer) const;

private:
    using Entry = std::pair<std::string, std::uint32_t>;
    [[nodiscard]] static std::optional<PersonId> only_one(const std::vector<Entry>& entries, std::string_view word);

    const PersonBook& book_;
    std::vector<Entry> by_key_, by_name_;  // sorted
};

// An answer about somebody who is not in the book brings the person along (name and key only): no answer is lost.
[[nodiscard]] Document document_from(PersonBook book, SavedState state);

// What does not fit together in a book or a state that was read, in words without any person's data; empty = sound.
[[nodiscard]] std::string fault_in(const PersonBook& book);
[[nodiscard]] std::string fault_in(const SavedState& state);

}  // namespace discern::save
