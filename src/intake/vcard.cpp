#include "intake/vcard.hpp"

#include "archive/limits.hpp"

#include <algorithm>

namespace discern {
namespace {

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char small = lower(c);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

// RFC 2045, 6.7.
std::string from_quoted_printable(std::string_view text) {
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = text[i] == '=' && i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
        const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
        if (low < 0) {
            decoded += text[i];
            continue;
        }
        decoded += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return decoded;
}

std::string_view next_line(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

VCardProperty property_from(const std::string& line, std::size_t colon) {
    VCardProperty property;
    const std::string_view head = std::string_view(line).substr(0, colon);
    std::string_view name = head.substr(0, head.find(';'));
    if (const std::size_t dot = name.rfind('.'); dot != std::string_view::npos) name.remove_prefix(dot + 1);
    for (const char c : name) property.name += upper(c);
    if (const std::size_t semicolon = head.find(';'); semicolon != std::string_view::npos)
        for (const char c : head.substr(semicolon + 1)) property.parameters += lower(c);
    property.value = line.substr(colon + 1);
    return property;
}

// The colon before the value: not one inside quotes of a parameter.
std::size_t colon_of(std::string_view line) {
    bool in_quotes = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"') in_quotes = !in_quotes;
        if (line[i] == ':' && !in_quotes) return i;
    }
    return std::string_view::npos;
}

}  // namespace

void for_each_vcard_property(std::string_view text, const std::function<void(const VCardProperty&)>& take) {
    while (!text.empty()) {
        std::string line(next_line(text));
        const std::size_t colon = colon_of(line);
        if (colon == std::string::npos) continue;
        VCardProperty property = property_from(line, colon);
        const bool is_printable = property.parameters.find("quoted-printable") != std::string::npos;
        // Soft breaks of quoted-printable, then lines that begin with a blank, belong to the one before.
        while (is_printable && property.value.ends_with('=') && !text.empty()) {
            property.value.pop_back();
            property.value += next_line(text);
        }
        while (text.starts_with(' ') || text.starts_with('\t')) {
            const std::string_view more = next_line(text).substr(1);
            if (property.value.size() < vcard_value_bytes_at_most) property.value += more;
        }
        if (is_printable) property.value = from_quoted_printable(property.value);
        take(property);
    }
}

std::string without_vcard_escapes(std::string_view value) {
    std::string plain;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] == '\\' && i + 1 < value.size()) {
            ++i;
            plain += value[i] == 'n' || value[i] == 'N' ? ' ' : value[i];
        } else {
            plain += value[i];
        }
    }
    return plain;
}

}  // namespace discern
