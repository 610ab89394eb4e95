// One key for all the ways in which the address of a LinkedIn profile is written.
#pragma once

#include <string>
#include <string_view>

namespace discern {

// The folded slug of ".../in/<slug>": percent-decoded, NFC, lower-case; without scheme, host variants (www, country,
// mobile), language, query, fragment and trailing slash. Ids of the web page ("ACoAA...") keep their case and get their
// own prefix "id:"; "/sales/lead/<id>,..." likewise. A bare slug or anything that is not a profile of linkedin.com
// gives an empty key, and so does the constant "https://www.linkedin.com/in" of December 2023.
[[nodiscard]] std::string profile_key(std::string_view url);

// The address to open, from a key; empty for an empty key.
[[nodiscard]] std::string profile_url(std::string_view key);

}  // namespace discern
