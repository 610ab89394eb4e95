// What a piece of text with dots, slashes or an @ is: link, e-mail address, handle or file, and whether the link hides
// its target. Nothing is ever opened. Internal to notes/.
#pragma once

#include "notes/compiled_lexicon.hpp"

#include <cstddef>
#include <string_view>

namespace discern {

struct HostSign {
    enum class Kind : std::uint8_t { None, Link, Email, Handle, File, RiskyFile } kind = Kind::None;
    bool shortened = false;  // a shortener's host
    bool messenger = false;  // a messenger's host
    bool fake = false;       // borrows a brand's name, or a bare number address
    std::size_t skip = 0;    // characters before the thing itself ("(", a dash)
};

// `text` is folded and has no blanks and no signs at its end.
[[nodiscard]] HostSign host_sign_of(std::string_view text, const NoteLexicon::Compiled& lexicon);

}  // namespace discern
