// Any bytes as the clipboard's plain text and HTML (a NUL parts them): what is read is valid text within bounds.
#include "intake/page_reader.hpp"
#include "text/utf8.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace discern;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::size_t parting = std::min(bytes.find('\0'), bytes.size());
    const auto page =
        read_page(bytes.substr(0, parting), bytes.substr(std::min(parting + 1, bytes.size())), Instant{1'800'000'000});
    if (!page) return 0;
    for (const SeenPerson& person : page->people) {
        if (person.name.empty() || !is_valid_utf8(person.name) || !is_valid_utf8(person.profile.headline)) std::abort();
        if (person.invitation && !is_valid_utf8(person.invitation->note)) std::abort();
    }
    return 0;
}
