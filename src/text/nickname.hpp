// Short forms of given names, folded: whether two words may be one name of one person. Common ones of the Latin
// alphabet's languages, from general knowledge; a pair that is missing only means one question less for the user.
#pragma once

#include <string_view>

namespace discern {

// "bill" and "william", "liz" and "beth"; not two spellings of one word.
[[nodiscard]] bool may_be_nicknames(std::string_view one, std::string_view other);

}  // namespace discern
