// Signs that show only when the whole book is seen: one note from many senders, a second account under a known name, and
// the user's own mass templates. Plain comparisons; origin, language, gender and age play no part.
#pragma once

#include "people/person.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace discern {

enum class BookSignKind : std::uint8_t {
    SameNoteFromMany,  // three and more people sent what is nearly one note (advice R26)
    KnownNameAgain,    // the name of one connection stands on another profile: a namesake, or a second account (R32)
    OwnTemplate,       // the user sent nearly this note to three and more people (R36, R40)
};

struct BookSign {
    BookSignKind kind{};
    std::uint32_t invitation = 0;      // index into PersonBook::invitations
    std::uint32_t count = 0;           // notes alike, this one among them; 1 for KnownNameAgain
    std::optional<PersonId> known;     // the connection of that name
    bool operator==(const BookSign&) const = default;
    // What judgement takes as a fact. A known name on another profile leads to a question (R32), since namesakes are common.
    [[nodiscard]] std::optional<FactCode> fact() const {
        if (kind == BookSignKind::SameNoteFromMany) return FactCode::copied_across_many;
        if (kind == BookSignKind::KnownNameAgain) return FactCode::real_person_already_connected;
        return std::nullopt;
    }
};

// Ordered by invitation, then kind. The default invitation text ("generic_default" in the reading) is nobody's template.
[[nodiscard]] std::vector<BookSign> find_book_signs(const PersonBook& book);

}  // namespace discern
