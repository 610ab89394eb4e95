// The short phrases of LinkedIn's pages that say how long ago, how many, and who is known to both.
#include "intake/page_reader.hpp"

#include "base/numbers.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>

namespace discern {
namespace {

struct Unit {
    std::string_view name;
    std::int64_t seconds;
};
constexpr auto units = std::to_array<Unit>(
    {{"minute", 60}, {"hour", 3'600}, {"day", 86'400}, {"week", 604'800}, {"month", 2'592'000}, {"year", 31'536'000}});

bool remove_suffix(std::string_view& text, std::string_view suffix) {
    if (!text.ends_with(suffix)) return false;
    text.remove_suffix(suffix.size());
    return true;
}

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

// Names before the number: "A", "A, B", "A and B", "A, B and C". A comma within a name ("Doe, PhD") makes one more.
std::vector<std::string> names_in(std::string_view text) {
    std::vector<std::string> names;
    const auto add = [&](std::string_view name) {
        name = trimmed(name);
        if (!name.empty()) names.emplace_back(name);
    };
    while (!text.empty()) {
        const std::size_t comma = text.find(", "), both = text.find(" and "), ampersand = text.find(" & ");
        const std::size_t end = std::min({comma, both, ampersand, text.size()});
        add(text.substr(0, end));
        const std::size_t gap = end == text.size() ? 0 : end == both ? 5 : end == ampersand ? 3 : 2;
        text.remove_prefix(end + gap);
    }
    return names;
}

}  // namespace

std::optional<std::int64_t> age_from_text(std::string_view text) {
    const std::string small = folded(text);
    std::string_view rest = small;
    if (rest.starts_with("sent ")) rest.remove_prefix(5);
    if (rest == "today" || rest == "just now" || rest == "now") return 0;
    if (rest == "yesterday") return 86'400;
    if (!remove_suffix(rest, " ago")) return std::nullopt;
    const std::size_t blank = rest.find(' ');
    if (blank == std::string_view::npos) return std::nullopt;
    const std::string_view number = rest.substr(0, blank);
    std::string_view unit = rest.substr(blank + 1);
    if (unit.ends_with('s')) unit.remove_suffix(1);
    const auto count = number == "a" || number == "an" ? std::optional<std::uint64_t>(1) : count_from_text(number);
    const auto known = std::find_if(units.begin(), units.end(), [&](const Unit& one) { return one.name == unit; });
    if (!count || *count > 1'000 || known == units.end()) return std::nullopt;
    return static_cast<std::int64_t>(*count) * known->seconds;
}

std::optional<MutualLine> mutuals_from_text(std::string_view text) {
    MutualLine line;
    std::string_view rest = text;
    if (remove_suffix(rest, " is a mutual connection") || remove_suffix(rest, " are mutual connections")) {
        line.names = names_in(rest);
        line.count = static_cast<std::uint32_t>(line.names.size());
        return line.names.empty() ? std::nullopt : std::optional(line);
    }
    const bool others = remove_suffix(rest, " other mutual connections")
                        || remove_suffix(rest, " other mutual connection") || remove_suffix(rest, " others");
    if (!others && !remove_suffix(rest, " mutual connections") && !remove_suffix(rest, " mutual connection"))
        return std::nullopt;
    const std::size_t number_at = rest.find_last_of(' ') == std::string_view::npos ? 0 : rest.find_last_of(' ') + 1;
    const auto count = shown_count_from_text(rest.substr(number_at));
    if (!count) return std::nullopt;
    rest = rest.substr(0, number_at);
    if (!others) return rest.empty() ? std::optional(MutualLine{{}, *count}) : std::nullopt;
    if (!remove_suffix(rest, " and ") && !remove_suffix(rest, " & ")) return std::nullopt;
    line.names = names_in(rest);
    line.count = *count + static_cast<std::uint32_t>(line.names.size());
    return line.names.empty() ? std::nullopt : std::optional(line);
}

std::optional<std::uint32_t> shown_count_from_text(std::string_view text) {
    text = trimmed(text);
    remove_suffix(text, "+");
    double factor = 1;
    if (remove_suffix(text, "K") || remove_suffix(text, "k"))
        factor = 1'000;
    else if (remove_suffix(text, "M") || remove_suffix(text, "m"))
        factor = 1'000'000;
    if (text.empty() || text.front() < '0' || text.front() > '9') return std::nullopt;
    std::string digits;
    for (const char c : text) {
        if (c == ',') continue;
        if ((c < '0' || c > '9') && c != '.') return std::nullopt;
        digits += c;
    }
    const auto value = double_from_text(digits);
    if (!value || *value * factor > 4e9) return std::nullopt;
    return static_cast<std::uint32_t>(*value * factor);
}

}  // namespace discern
