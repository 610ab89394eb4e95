#include "cli/arguments.hpp"

#include <algorithm>

namespace discern {

Result<Arguments> Arguments::parse(std::span<const std::string> words, std::span<const OptionRule> rules) {
    Arguments arguments;
    bool only_plain = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (only_plain || !word.starts_with("--")) {
            arguments.plain_.push_back(word);
            continue;
        }
        if (word == "--") {
            only_plain = true;
            continue;
        }
        const auto equals = word.find('=');
        const std::string name = word.substr(0, equals);
        const auto rule = std::ranges::find(rules, std::string_view(name), &OptionRule::name);
        if (rule == rules.end() || (equals != word.npos && !rule->takes_value))
            return std::unexpected(Problem{"There is no option " + word + " here.", {}, "See discern help."});
        std::string value;
        if (equals != word.npos) {
            value = word.substr(equals + 1);
        } else if (rule->takes_value) {
            if (i + 1 >= words.size())
                return std::unexpected(Problem{"The option " + word + " needs a value.", {}, "See discern help."});
            value = words[++i];
        }
        arguments.options_.emplace_back(name, std::move(value));
    }
    return arguments;
}

bool Arguments::has(std::string_view option) const { return value_of(option).has_value(); }

std::optional<std::string> Arguments::value_of(std::string_view option) const {
    for (auto entry = options_.rbegin(); entry != options_.rend(); ++entry)
        if (entry->first == option) return entry->second;
    return std::nullopt;
}

}  // namespace discern
