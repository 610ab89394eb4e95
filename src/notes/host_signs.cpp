#include "notes/host_signs.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace discern {

namespace {

[[nodiscard]] bool is_label_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

std::vector<std::string_view> split_at(std::string_view text, std::string_view dividers) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && dividers.find(text[i]) == std::string_view::npos) continue;
        parts.push_back(text.substr(begin, i - begin));
        begin = i + 1;
    }
    return parts;
}

[[nodiscard]] bool looks_like_host(std::string_view host, bool with_scheme, bool with_path, const NoteLexicon::Compiled& lexicon) {
    const auto labels = split_at(host, ".");
    if (labels.size() < 2) return false;
    for (const auto label : labels) {
        if (label.empty() || !std::all_of(label.begin(), label.end(), is_label_char)) return false;
    }
    if (with_scheme || labels.front() == "www") return true;
    const auto ending = labels.back();
    const bool all_letters = std::all_of(ending.begin(), ending.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!all_letters || ending.size() < 2) return false;
    if (host == "asp.net" || host == "vb.net" || host == "ado.net") return false;
    if (labels.size() == 2 && labels.front().size() < 2 && !with_path) return false;
    if (lexicon.top_domains.contains(std::string(ending))) return true;
    return with_path && ending.size() == 2;
}

[[nodiscard]] bool is_or_belongs_to(std::string_view host, const std::unordered_set<std::string>& hosts) {
    for (;;) {
        if (hosts.contains(std::string(host))) return true;
        const auto dot = host.find('.');
        if (dot == std::string_view::npos) return false;
        host.remove_prefix(dot + 1);
    }
}

[[nodiscard]] bool borrows_brand(std::string_view host, const NoteLexicon::Compiled& lexicon) {
    if (is_or_belongs_to(host, lexicon.brand_hosts)) return false;
    for (const auto part : split_at(host, ".-_0123456789")) {
        for (const auto& brand : lexicon.brands) {
            if (part == brand || (brand.size() >= 6 && part.starts_with(brand))) return true;
        }
    }
    return false;
}

}  // namespace

HostSign host_sign_of(std::string_view text, const NoteLexicon::Compiled& lexicon) {
    HostSign sign;
    while (sign.skip < text.size() && !is_label_char(text[sign.skip]) && text[sign.skip] != '@') ++sign.skip;
    text.remove_prefix(sign.skip);
    if (text.empty()) return sign;
    if (text.front() == '@') {
        if (text.size() >= 4 && std::all_of(text.begin() + 1, text.end(), [](char c) { return is_label_char(c) || c == '.'; })) {
            sign.kind = HostSign::Kind::Handle;
        }
        return sign;
    }
    bool with_scheme = false;
    for (const std::string_view scheme : {"https://", "http://", "hxxps://", "hxxp://"}) {
        if (!text.starts_with(scheme)) continue;
        text.remove_prefix(scheme.size());
        with_scheme = true;
        break;
    }
    const auto at = text.find('@');
    if (at != std::string_view::npos && !with_scheme) {
        const auto host = text.substr(at + 1);
        if (at > 0 && host.find('.') != std::string_view::npos && host.find('/') == std::string_view::npos) sign.kind = HostSign::Kind::Email;
        return sign;
    }
    const auto path = text.find_first_of("/:?#");
    const auto host = text.substr(0, path);
    const bool with_path = path != std::string_view::npos && text[path] == '/';
    if (!with_scheme && path == std::string_view::npos) {
        const auto dot = text.rfind('.');
        if (dot != std::string_view::npos && dot > 0) {
            const std::string ending(text.substr(dot + 1));
            if (lexicon.risky_endings.contains(ending)) sign.kind = HostSign::Kind::RiskyFile;
            if (lexicon.file_endings.contains(ending)) sign.kind = HostSign::Kind::File;
            if (sign.kind != HostSign::Kind::None) return sign;
        }
    }
    if (!looks_like_host(host, with_scheme, with_path, lexicon)) return sign;
    sign.kind = HostSign::Kind::Link;
    const bool only_numbers = host.find_first_not_of("0123456789.") == std::string_view::npos;
    sign.shortened = is_or_belongs_to(host, lexicon.shorteners);
    sign.messenger = is_or_belongs_to(host, lexicon.messenger_hosts);
    sign.fake = only_numbers || borrows_brand(host, lexicon);
    if (only_numbers && !with_scheme) sign.kind = HostSign::Kind::None;
    return sign;
}

}  // namespace discern
