#include "workspace/save_json.hpp"

namespace discern::save {

std::optional<std::uint64_t> number_from_hex(std::string_view text) {
    if (text.size() != 16) return std::nullopt;
    std::uint64_t value = 0;
    for (const char c : text) {
        const bool is_digit = c >= '0' && c <= '9';
        if (!is_digit && !(c >= 'a' && c <= 'f')) return std::nullopt;
        value = value * 16 + static_cast<std::uint64_t>(is_digit ? c - '0' : c - 'a' + 10);
    }
    return value;
}

}  // namespace discern::save
