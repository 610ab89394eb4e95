#include "base/filled.hpp"

namespace discern {

std::string filled(std::string_view pattern, std::initializer_list<std::string_view> words) {
    std::string text;
    std::size_t next = 0;
    const auto add = [&](std::size_t place) {
        if (place < words.size()) text += words.begin()[place];
    };
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const std::string_view rest = pattern.substr(i);
        if (rest.starts_with("{{") || rest.starts_with("}}")) {
            text += pattern[i++];
        } else if (rest.starts_with("{}")) {
            add(next++);
            ++i;
        } else if (rest.size() > 2 && rest[0] == '{' && rest[1] >= '0' && rest[1] <= '9' && rest[2] == '}') {
            add(static_cast<std::size_t>(rest[1] - '0'));
            i += 2;
        } else {
            text += pattern[i];
        }
    }
    return text;
}

}  // namespace discern
