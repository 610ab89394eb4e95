#include "workspace/save_json.hpp"

namespace discern::save {

void append_json_string(std::string& text, std::string_view value) {
    const auto is_plain = [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; };
    if (std::ranges::all_of(value, is_plain)) {  // most strings: no need for the escaping below
        text += '"';
        text += value;
        text += '"';
    } else {
        text += nlohmann::json(value).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    }
}

std::string hex_text(std::uint64_t value) { return fmt::format("{:016x}", value); }

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
