// Reads a copied LinkedIn page: the invitations received or sent (mynetwork/invitation-manager), or a profile. Tolerant
// by design: pages change often, so it goes by the few words that stay (buttons, "ago", "mutual connections") and by
// order.
#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "people/records.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace discern {

struct PageReading {
    enum class Kind : std::uint8_t { Received, Sent, Profile } kind = Kind::Received;
    std::vector<SeenPerson> people;
    std::uint32_t left_out = 0;  // cards that are no invitations of people: newsletters, pages, events, groups
    bool operator==(const PageReading&) const = default;
};

// `html` is the clipboard's other form of the same copy; it may be empty, and is preferred when it shows at least as
// many people, because it has the addresses of profiles. `copied_at` turns "2 weeks ago" into an instant. A Problem
// when neither form is one of the three pages, or is one in another language than English.
[[nodiscard]] Result<PageReading> read_page(std::string_view text, std::string_view html, Instant copied_at);

// "2 weeks ago", "Sent an hour ago", "Yesterday", "Today": how long before `copied_at`, in seconds; a month is 30 days.
[[nodiscard]] std::optional<std::int64_t> age_from_text(std::string_view text);

// "Ben Muster, Cleo Sand and 8 other mutual connections": names and number; nothing when the line says no such thing.
struct MutualLine {
    std::vector<std::string> names;
    std::uint32_t count = 0;
    bool operator==(const MutualLine&) const = default;
};
[[nodiscard]] std::optional<MutualLine> mutuals_from_text(std::string_view text);

// "1,234", "1K", "2.5M", "500+": the number; nothing otherwise.
[[nodiscard]] std::optional<std::uint32_t> shown_count_from_text(std::string_view text);

}  // namespace discern
