// A walk through JSON text from its beginning to its end, without a tree: for our largest tables, which the page reads each
// time it opens, and which the build has read whole (scripts/embed.py). Strings are handed out as they stand in the text,
// so that one with a backslash in it counts as damage. What people hand in is read by base/json.hpp instead.
#pragma once

#include <cstddef>
#include <string_view>

namespace discern {

// For an object: for (walk.open('{'); walk.next('}');) { name = walk.name(); then take its value or skip() it }.
// For an array:  for (walk.open('['); walk.next(']');) take the value or skip() it.
// After something that is not as it has to be, failed() is true, everything is empty and every loop ends.
class JsonWalk {
public:
    explicit JsonWalk(std::string_view text) : text_(text) {}

    [[nodiscard]] bool failed() const { return failed_; }
    // Nothing failed, and nothing stands behind the value that was taken.
    [[nodiscard]] bool is_whole() { return !failed_ && peek() == '\0'; }
    // The first character of the value that comes next: '{', '[', '"', a digit, ...; 0 at the end.
    [[nodiscard]] char peek();

    void open(char bracket);
    [[nodiscard]] bool next(char bracket);
    [[nodiscard]] std::string_view name();
    [[nodiscard]] std::string_view text();
    [[nodiscard]] double number();
    void skip();
    void fail();

private:
    void take(char expected);
    void take_word(std::string_view word);

    std::string_view text_;
    std::size_t at_ = 0;
    bool is_first_ = false;  // of an object or array
    bool failed_ = false;
};

}  // namespace discern
