// A copied web page as lines of text with what belongs to each: the profile it links to, and what only pictures and
// labels say. The clipboard gives a page twice, as plain text and as HTML; both end up in this form.
#pragma once

#include "archive/limits.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace discern {

struct PageLine {
    std::string text;          // cleaned, never empty
    std::string profile_key;   // of a link to a profile within the line; empty = none
    std::uint32_t number = 0;  // in the source, from 1
    bool operator==(const PageLine&) const = default;
};

[[nodiscard]] std::vector<PageLine> lines_of_text(std::string_view text);

// Tags that begin a block begin a line; scripts, styles and comments are left out; `alt` of pictures and `aria-label`
// of links, buttons and icons count as lines of their own. Nothing of the HTML is kept or run.
[[nodiscard]] std::vector<PageLine> lines_of_html(std::string_view html);

}  // namespace discern
