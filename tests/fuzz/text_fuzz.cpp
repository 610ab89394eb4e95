// Any bytes as a name, an address or a note: what is kept is valid UTF-8, and doing a thing twice changes nothing.
#include "text/company.hpp"
#include "text/fold.hpp"
#include "text/name.hpp"
#include "text/profile_key.hpp"
#include "text/utf8.hpp"

#include <cstdlib>

using namespace discern;

namespace {

void must(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::string clean = clean_text(text), line = clean_line(text), repaired = repaired_utf8(text);
    must(is_valid_utf8(clean) && is_valid_utf8(line) && is_valid_utf8(repaired));
    must(is_valid_utf8(utf8_from_utf16(text, true)) && is_valid_utf8(utf8_from_utf16(text, false)));
    must(clean_text(clean) == clean && clean_line(line) == line && repaired_utf8(repaired) == repaired);

    const std::string fold = folded(clean);
    must(is_valid_utf8(fold) && folded(fold) == fold);
    std::size_t last = 0;
    for (const Token& token : tokens(clean)) {
        must(last <= token.begin && token.begin < token.end && token.end <= clean.size());
        last = token.end;
    }
    must(is_valid_utf8(name_key(clean)) && is_valid_utf8(unordered_name_key(clean)) && is_valid_utf8(company_key(clean)));

    const std::string key = profile_key(clean);
    if (!key.empty()) must(profile_key(profile_url(key)) == key);
    return 0;
}
