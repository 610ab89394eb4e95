#include "intake/page_lines.hpp"

#include "text/profile_key.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace discern {
namespace {

constexpr auto inline_tags =
    std::to_array<std::string_view>({"a", "abbr", "b", "bdi", "code", "em", "font", "i", "mark", "s", "small", "span",
                                     "strong", "sub", "sup", "time", "u"});
constexpr auto unread_tags =
    std::to_array<std::string_view>({"head", "noscript", "script", "style", "svg", "template", "title"});

struct Entity {
    std::string_view name;
    char32_t character;
};
constexpr auto entities = std::to_array<Entity>({{"amp", '&'},
                                                 {"apos", '\''},
                                                 {"bull", 0x2022},
                                                 {"gt", '>'},
                                                 {"hellip", 0x2026},
                                                 {"lt", '<'},
                                                 {"mdash", 0x2014},
                                                 {"middot", 0xB7},
                                                 {"nbsp", ' '},
                                                 {"ndash", 0x2013},
                                                 {"quot", '"'},
                                                 {"rsquo", 0x2019}});

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lowered(std::string_view text) {
    std::string result(text);
    for (char& c : result) c = lower(c);
    return result;
}

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

// The character that "&name;" or "&#123;" stands for; `size` is its length including both marks.
std::optional<char32_t> entity_at(std::string_view text, std::size_t& size) {
    const std::size_t end = text.substr(0, 12).find(';');
    if (end == std::string_view::npos || end < 2) return std::nullopt;
    size = end + 1;
    std::string_view name = text.substr(1, end - 1);
    if (name.front() != '#') {
        for (const Entity& entity : entities)
            if (entity.name == name) return entity.character;
        return std::nullopt;
    }
    name.remove_prefix(1);
    const bool is_hex = !name.empty() && lower(name.front()) == 'x';
    if (is_hex) name.remove_prefix(1);
    if (name.empty()) return std::nullopt;
    char32_t value = 0;
    for (const char c : name) {
        const int digit = c >= '0' && c <= '9'                           ? c - '0'
                          : is_hex && lower(c) >= 'a' && lower(c) <= 'f' ? lower(c) - 'a' + 10
                                                                         : -1;
        if (digit < 0) return std::nullopt;
        value = value * (is_hex ? 16 : 10) + static_cast<char32_t>(digit);
        if (value > 0x10FFFF) return std::nullopt;
    }
    return value;
}

std::string without_entities(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t size = 0;
        const auto character = text[i] == '&' ? entity_at(text.substr(i), size) : std::nullopt;
        if (character) {
            append_utf8(plain, *character);
            i += size;
        } else {
            plain += text[i++];
        }
    }
    return plain;
}

// The value of an attribute within the text of a tag ("a href='x' class=y"); empty when it has none.
std::string attribute(std::string_view tag, std::string_view name) {
    for (std::size_t at = tag.find('='); at != std::string_view::npos; at = tag.find('=', at)) {
        std::size_t name_end = at;
        while (name_end > 0 && tag[name_end - 1] == ' ') --name_end;
        std::size_t name_begin = name_end;
        while (name_begin > 0 && tag[name_begin - 1] != ' ' && tag[name_begin - 1] != '"'
               && tag[name_begin - 1] != '\'')
            --name_begin;
        std::size_t begin = at + 1;
        while (begin < tag.size() && tag[begin] == ' ') ++begin;
        const bool is_quoted = begin < tag.size() && (tag[begin] == '"' || tag[begin] == '\'');
        const std::size_t end =
            std::min(is_quoted ? tag.find(tag[begin], begin + 1) : tag.find(' ', begin), tag.size());
        const std::size_t value_begin = begin + (is_quoted ? 1 : 0);
        if (lowered(tag.substr(name_begin, name_end - name_begin)) == name)
            return without_entities(tag.substr(std::min(value_begin, end), end - std::min(value_begin, end)));
        at = end;
    }
    return {};
}

// Collects text until a block ends.
class LineMaker {
public:
    void add_text(std::string_view text) { text_ += text; }
    void add_link(std::string key) {
        if (!key.empty() && key_.empty()) key_ = std::move(key);
    }
    void end_line() {
        std::string line = clean_line(text_);
        if (!line.empty()) {
            lines_.push_back({std::move(line), std::move(key_), static_cast<std::uint32_t>(lines_.size()) + 1});
        }
        text_.clear();
        key_.clear();
    }
    void add_line(std::string_view text) {
        end_line();
        add_text(text);
        end_line();
    }
    std::vector<PageLine> take() {
        end_line();
        return std::move(lines_);
    }

private:
    std::string text_, key_;
    std::vector<PageLine> lines_;
};

}  // namespace

std::vector<PageLine> lines_of_text(std::string_view text) {
    text = text.substr(0, page_bytes_at_most);
    std::vector<PageLine> lines;
    std::uint32_t number = 0;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        ++number;
        std::string line = clean_line(text.substr(begin, end - begin));
        if (!line.empty()) lines.push_back({std::move(line), {}, number});
        begin = end + 1;
    }
    return lines;
}

std::vector<PageLine> lines_of_html(std::string_view html) {
    html = html.substr(0, page_bytes_at_most);
    LineMaker maker;
    std::string open_link;  // key of the link that the text stands in
    for (std::size_t at = 0; at < html.size();) {
        const std::size_t tag_at = std::min(html.find('<', at), html.size());
        if (tag_at > at) {
            maker.add_text(without_entities(html.substr(at, tag_at - at)));
            maker.add_link(open_link);
        }
        if (tag_at == html.size()) break;
        if (html.substr(tag_at).starts_with("<!--")) {
            const std::size_t end = html.find("-->", tag_at + 4);
            at = end == std::string_view::npos ? html.size() : end + 3;
            continue;
        }
        const std::size_t tag_end = std::min(html.find('>', tag_at), html.size());
        std::string_view tag = html.substr(tag_at + 1, tag_end - tag_at - 1);
        at = std::min(tag_end + 1, html.size());
        const bool is_closing = tag.starts_with('/');
        if (is_closing) tag.remove_prefix(1);
        const std::string name = lowered(tag.substr(0, tag.find_first_of(" \t\n\r/")));
        if (name.empty()) continue;
        if (!is_closing && is_one_of(unread_tags, name)) {
            // An icon may say what it means only in its label.
            if (const std::string label = attribute(tag, "aria-label"); !label.empty()) maker.add_line(label);
            const bool is_empty = tag.ends_with('/');
            const std::size_t closing = is_empty ? at : html.find("</" + name, at);
            const std::size_t behind = closing == std::string_view::npos ? html.size() : closing;
            at = is_empty ? at : std::min(html.find('>', behind), html.size());
            if (at < html.size() && !is_empty) ++at;
            continue;
        }
        if (!is_one_of(inline_tags, name)) maker.end_line();
        if (is_closing) {
            if (name == "a") open_link.clear();
            continue;
        }
        if (name == "a") open_link = profile_key(attribute(tag, "href"));
        if (name == "img") maker.add_line(attribute(tag, "alt"));
    }
    return maker.take();
}

}  // namespace discern
