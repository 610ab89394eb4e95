// One property of a vCard after unfolding (RFC 2425, 2426, 6350): "item1.EMAIL;TYPE=work:ana@example.com".
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace discern {

struct VCardProperty {
    std::string name;        // upper-case, without the group: "EMAIL"
    std::string parameters;  // lower-case, as written: "type=work"
    std::string value;       // decoded where it was quoted-printable; escapes are still there
};

// Calls `take` with each property of each card, "BEGIN" and "END" included.
void for_each_vcard_property(std::string_view text, const std::function<void(const VCardProperty&)>& take);

// "Doe\, Jane\nLine" as "Doe, Jane Line".
[[nodiscard]] std::string without_vcard_escapes(std::string_view value);

}  // namespace discern
