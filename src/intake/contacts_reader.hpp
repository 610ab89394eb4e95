// Reads an address book: vCard 2.1, 3.0 and 4.0, and the CSV of Google and Outlook. It is no tie on LinkedIn, but says
// whom the user knows. Only names, addresses and LinkedIn profiles are taken; everything else is left where it is.
#pragma once

#include "base/result.hpp"
#include "people/records.hpp"

#include <string_view>
#include <vector>

namespace discern {

// What the file seems to be, by its content.
[[nodiscard]] bool looks_like_vcard(std::string_view bytes);
[[nodiscard]] bool looks_like_contacts_csv(std::string_view bytes);

// Cards in the order of the file; those without a name are left out. `file_name` is for the Problem: no address book,
// or not a single name in it. Outlook writes its header in the user's language; only English ones are known.
[[nodiscard]] Result<std::vector<SeenPerson>> read_contacts_file(std::string_view bytes, std::string_view file_name);

}  // namespace discern
