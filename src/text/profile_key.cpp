#include "text/profile_key.hpp"

#include "text/utf8.hpp"

#include <utf8proc.h>

#include <cstdint>
#include <cstdlib>
#include <optional>

namespace discern {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool equal_ignoring_case(std::string_view text, std::string_view lower_case) {
    if (text.size() != lower_case.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (lower(text[i]) != lower_case[i]) return false;
    return true;
}

bool starts_ignoring_case(std::string_view text, std::string_view lower_case) {
    return text.size() >= lower_case.size() && equal_ignoring_case(text.substr(0, lower_case.size()), lower_case);
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

bool is_linkedin_host(std::string_view host) {
    host = host.substr(0, host.find(':'));
    constexpr std::string_view domain = "linkedin.com";
    if (host.size() < domain.size() || !equal_ignoring_case(host.substr(host.size() - domain.size()), domain))
        return false;
    return host.size() == domain.size() || host[host.size() - domain.size() - 1] == '.';
}

// The path of a linkedin.com address without its leading slash; nothing for other hosts.
std::optional<std::string_view> path_of(std::string_view url) {
    if (starts_ignoring_case(url, "https://"))
        url.remove_prefix(8);
    else if (starts_ignoring_case(url, "http://"))
        url.remove_prefix(7);
    else if (url.starts_with("//"))
        url.remove_prefix(2);
    else if (url.starts_with('/'))
        return url.substr(1);
    const std::size_t slash = url.find('/');
    if (slash == std::string_view::npos || !is_linkedin_host(url.substr(0, slash))) return std::nullopt;
    return url.substr(slash + 1);
}

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char small = lower(c);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

std::string percent_decoded(std::string_view text) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = text[i] == '%' && i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
        const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
        if (low >= 0) {
            decoded += static_cast<char>(static_cast<std::uint8_t>(high * 16 + low));
            i += 2;
        } else {
            decoded += text[i];
        }
    }
    return decoded;
}

std::string lower_nfc(std::string_view text) {
    std::string lowered;
    lowered.reserve(text.size());
    for (std::size_t position = 0; position < text.size();) {
        const char32_t c = next_code_point(text, position);
        append_utf8(lowered, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))));
    }
    utf8proc_uint8_t* composed = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(lowered.data()),
                                     static_cast<utf8proc_ssize_t>(lowered.size()), &composed,
                                     static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    if (length >= 0) lowered.assign(reinterpret_cast<const char*>(composed), static_cast<std::size_t>(length));
    std::free(composed);
    return lowered;
}

// Ids of members in pages and other tools: "ACoAA..." (profile) and "ACwAA..." (Sales Navigator); case matters.
bool is_member_id(std::string_view text) {
    if (text.size() < 12 || !(text.starts_with("ACoAA") || text.starts_with("ACwAA"))) return false;
    for (const char c : text)
        if (!((c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z') || c == '-' || c == '_')) return false;
    return true;
}

std::string key_of_slug(std::string_view slug) {
    if (slug.empty()) return {};
    if (is_member_id(slug)) return "id:" + std::string(slug);
    std::string key;
    if (is_ascii(slug) && slug.find('%') == std::string_view::npos) {
        key = slug;
        for (char& c : key) c = lower(c);
    } else {
        const std::string decoded = percent_decoded(slug);
        key = lower_nfc(is_valid_utf8(decoded) ? std::string_view(decoded) : slug);
    }
    if (key.starts_with("id:")) return {};  // our own prefix; no slug holds a colon
    return key;
}

}  // namespace

std::string profile_key(std::string_view url) {
    url = trimmed(url);
    constexpr std::string_view urn = "urn:li:fsd_profile:";
    if (url.starts_with(urn)) return is_member_id(url.substr(urn.size())) ? key_of_slug(url.substr(urn.size())) : "";
    auto path = path_of(url);
    if (!path) return {};
    if (starts_ignoring_case(*path, "mwlite/")) path->remove_prefix(7);  // the mobile site of older phones
    std::string_view rest = path->substr(0, path->find_first_of("?#"));
    if (starts_ignoring_case(rest, "in/")) {
        rest.remove_prefix(3);
        return key_of_slug(rest.substr(0, rest.find('/')));
    }
    if (starts_ignoring_case(rest, "sales/lead/") || starts_ignoring_case(rest, "sales/people/")) {
        rest.remove_prefix(starts_ignoring_case(rest, "sales/lead/") ? 11 : 13);
        const std::string_view id = rest.substr(0, rest.find_first_of(",/"));
        return is_member_id(id) ? key_of_slug(id) : "";
    }
    return {};
}

std::string profile_url(std::string_view key) {
    if (key.empty()) return {};
    if (key.starts_with("id:")) key.remove_prefix(3);
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string url = "https://www.linkedin.com/in/";
    for (const char c : key) {
        const auto byte = static_cast<std::uint8_t>(c);
        const bool plain = (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z') || c == '-' || c == '_'
                           || c == '.' || c == '~';
        if (plain) {
            url += c;
        } else {
            url += '%';
            url += hex[byte >> 4];
            url += hex[byte & 15];
        }
    }
    return url;
}

}  // namespace discern
