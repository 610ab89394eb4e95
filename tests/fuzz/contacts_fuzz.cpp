// Any bytes as an address book: vCard or CSV.
#include "intake/contacts_reader.hpp"
#include "text/utf8.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace discern;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto people = read_contacts_file(bytes, "contacts");
    if (!people) return 0;
    for (const SeenPerson& person : *people)
        if (person.name.empty() || !is_valid_utf8(person.name) || !is_valid_utf8(person.profile.company)) std::abort();
    return 0;
}
