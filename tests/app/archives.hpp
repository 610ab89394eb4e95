// Small archives of invented people as loose files, to be dropped on the page.
#pragma once

#include "platform/platform.hpp"

#include <string_view>
#include <vector>

namespace discern::testing {

[[nodiscard]] NamedBytes loose_file(std::string_view name, std::string_view text);
// Seven connections and ten invitations; four of them raise a question each, one is joined by its name.
[[nodiscard]] std::vector<NamedBytes> archive_with_questions();
// The same with so many messages that first verdicts come before them; nobody who waits for an answer wrote one.
[[nodiscard]] std::vector<NamedBytes> archive_with_many_messages();
// The same some days later: one has been accepted, one is gone, two are new.
[[nodiscard]] std::vector<NamedBytes> archive_some_days_later();
// An address book of three people, one of them a connection of that archive.
[[nodiscard]] NamedBytes address_book();
// A copied page with three invitations; one of them is in the archive.
[[nodiscard]] std::string_view copied_page();

}  // namespace discern::testing
