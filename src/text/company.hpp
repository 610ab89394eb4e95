// Names of companies and schools as keys.
#pragma once

#include <string>
#include <string_view>

namespace discern {

// Folded words without legal forms ("Inc.", "GmbH", "S.A.") and without what stands in quotes or brackets:
// "Acme Foods, Inc." and "ACME Foods GmbH" are one. Empty only when no letter or digit is left.
[[nodiscard]] std::string company_key(std::string_view name);

}  // namespace discern
