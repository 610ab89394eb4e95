// Any bytes as text: decoded, mended, folded, taken for a name and for an address. What comes out is valid UTF-8, and
// mending or folding it again changes nothing.
#include "archive/encoding.hpp"
#include "text/company.hpp"
#include "text/fold.hpp"
#include "text/name.hpp"
#include "text/profile_key.hpp"
#include "text/utf8.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace discern;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    Decoder decoder;
    std::string decoded;
    for (std::size_t at = 0; at < bytes.size(); at += 97) decoded += decoder.decode(bytes.substr(at, 97));
    const std::string text = clean_text(decoded);
    require(is_valid_utf8(text) && clean_text(text) == text);
    const std::string line = clean_line(decoded);
    require(is_valid_utf8(line) && clean_line(line) == line);
    const std::string once = folded(text);
    require(is_valid_utf8(once));
    std::size_t end = 0;
    for (const Token& token : tokens(text)) {
        require(token.begin >= end && token.end > token.begin && token.end <= text.size());
        end = token.end;
    }
    require(is_valid_utf8(name_key(line)) && is_valid_utf8(unordered_name_key(line))
            && is_valid_utf8(company_key(line)));
    const std::string key = profile_key("https://www.linkedin.com/in/" + std::string(bytes));
    require(key.empty() || profile_key(profile_url(key)) == key);
    static_cast<void>(profile_key(bytes));
    return 0;
}
