// Text with places: filled("{} of {}", {"3", "5"}) is "3 of 5". For text that no language changes (formats of files);
// sentences for people stand in the string table.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace discern {

// Each {} takes the next word, {0} to {9} the word of that number; {{ and }} are braces.
[[nodiscard]] std::string filled(std::string_view pattern, std::initializer_list<std::string_view> words);

}  // namespace discern
