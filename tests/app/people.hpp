// Invented people for tests of the interface: a small inbox in which every lane, script and kind of receipt occurs.
#pragma once

#include "workspace/document.hpp"

#include <cstddef>

namespace discern::testing {

[[nodiscard]] Document small_document();
// And two whom the user thinks of inviting, two who have not answered, and a second lens.
[[nodiscard]] Document document_with_plans();
// The same kind of people, `count` invitations long, for lists.
[[nodiscard]] Document large_document(std::size_t count);

}  // namespace discern::testing
