// Names of people as keys: two spellings of one name give one key. The raw name is kept elsewhere.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace discern {

// A name taken apart. All parts are folded (text/fold.hpp); order is as written.
struct NameParts {
    std::vector<std::string> words;      // given and family names, initials without their dot
    std::vector<std::string> bracketed;  // words that stood in brackets or quotes: maiden name, nickname
    bool operator==(const NameParts&) const = default;
};

// Leaves out titles and what people append: "Dr.", "PhD", ", MBA", "(she/her)", "- We are hiring!", emoji.
[[nodiscard]] NameParts name_parts(std::string_view name);

// The words in the order written, one blank between: "jose garcia marquez". Empty when nothing of a name is left.
[[nodiscard]] std::string name_key(std::string_view name);

// The same whatever the order of given and family name: the words sorted by their bytes.
[[nodiscard]] std::string unordered_name_key(std::string_view name);
[[nodiscard]] std::string unordered_name_key(const NameParts& parts);

}  // namespace discern
