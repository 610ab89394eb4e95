// The platform's limits, each with where the number comes from and how sure it is. The platform changes them, so they
// are data (assets/limits.json) that the user may correct.
#pragma once

#include "base/date.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace discern {

enum class LimitKey : std::uint8_t {
    NoteCharsFree, NoteCharsPremium, NotesPerMonthFree, InvitationsPerWeek, PendingInvitations, ResendLockDays,
    InvitationExpiresDays, Connections
};
inline constexpr std::size_t limit_count = 8;
[[nodiscard]] std::string_view name_of(LimitKey key);  // "note_chars_free", ...
[[nodiscard]] std::optional<LimitKey> limit_key_from_name(std::string_view name);

enum class Sureness : std::uint8_t { Low, Medium, High };

struct SiteLimit {
    std::uint32_t value = 0;
    std::string source;  // titles, for the reader
    Day dated;           // when that was said
    Sureness sure = Sureness::Low;
};

struct SiteLimits {
    std::array<SiteLimit, limit_count> limits{};
    [[nodiscard]] const SiteLimit& at(LimitKey key) const { return limits[static_cast<std::size_t>(key)]; }
    [[nodiscard]] std::uint32_t value(LimitKey key) const { return at(key).value; }
    // With one's own number in the place of the published one; 0 leaves it.
    void set(LimitKey key, std::uint32_t own) {
        if (own > 0) limits[static_cast<std::size_t>(key)].value = own;
    }
    // Characters that a note may have, in UTF-16 units as LinkedIn's field counts.
    [[nodiscard]] std::uint32_t note_chars(bool premium) const {
        return value(premium ? LimitKey::NoteCharsPremium : LimitKey::NoteCharsFree);
    }
};

}  // namespace discern
