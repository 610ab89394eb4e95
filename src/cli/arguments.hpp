// Words of a command taken apart: "--option", "--option VALUE", and everything else.
#pragma once

#include "base/result.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace discern {

struct OptionRule {
    std::string_view name;     // "--json"
    bool takes_value = false;
};

class Arguments {
public:
    // Fails on an option that is not in `rules` or that lacks its value. After "--" everything is a plain word.
    [[nodiscard]] static Result<Arguments> parse(std::span<const std::string> words, std::span<const OptionRule> rules);

    [[nodiscard]] bool has(std::string_view option) const;
    [[nodiscard]] std::optional<std::string> value_of(std::string_view option) const;  // the last one given
    [[nodiscard]] const std::vector<std::string>& plain() const { return plain_; }

private:
    std::vector<std::pair<std::string, std::string>> options_;
    std::vector<std::string> plain_;
};

}  // namespace discern
