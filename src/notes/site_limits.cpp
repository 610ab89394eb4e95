#include "notes/site_limits.hpp"

namespace discern {

namespace {
constexpr std::array<std::string_view, limit_count> limit_names{
    "note_chars_free",     "note_chars_premium", "notes_per_month_free",    "invitations_per_week",
    "pending_invitations", "resend_lock_days",   "invitation_expires_days", "connections"};
}  // namespace

std::string_view name_of(LimitKey key) {
    return limit_names[static_cast<std::size_t>(key)];
}

std::optional<LimitKey> limit_key_from_name(std::string_view name) {
    for (std::size_t i = 0; i < limit_names.size(); ++i) {
        if (limit_names[i] == name) return static_cast<LimitKey>(i);
    }
    return std::nullopt;
}

}  // namespace discern
