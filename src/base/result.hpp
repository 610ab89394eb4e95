// Success or a Problem that a person can act on: what went wrong, where, and how to mend it.
// Every room returns these; nothing is thrown across a room's wall.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <vector>

namespace discern {

// A file and, where it makes sense, a row of it. `row` counts data rows from 1 (the header is not counted);
// 0 means the file as a whole. `file` is the name the user knows ("Invitations.csv").
struct Place {
    std::string file;
    std::uint64_t row = 0;
    bool operator==(const Place&) const = default;
};

// One sentence each, in the user's words. `mend` says what to do next and is never empty for something
// that the user can change. No name, note or address of a person may stand in any of them.
struct Problem {
    std::string what;
    Place where;
    std::string mend;
    bool operator==(const Problem&) const = default;
};

template <class T>
using Result = std::expected<T, Problem>;

// "Invitations.csv, row 12: The date is not readable. Export the file again." (parts that are empty are left out)
[[nodiscard]] std::string sentence_from(const Problem& problem);

}  // namespace discern
