#include "notes/note_kind.hpp"

#include <array>

namespace discern {

namespace {
constexpr std::array<std::string_view, note_kind_count> kind_names{
    "personal_good", "generic_default", "mass_template", "sales_pitch", "recruiter_genuine", "other", "scam_job",
    "scam_crypto",   "phishing_link",   "romance",       "other_unsafe", "too_long",         "empty"};
}

std::string_view name_of(NoteKind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}

std::string_view label_of(NoteKind kind) {
    return kind == NoteKind::OtherUnsafe ? name_of(NoteKind::Other) : name_of(kind);
}

std::optional<NoteKind> note_kind_from_name(std::string_view name) {
    for (std::size_t i = 0; i < kind_names.size(); ++i) {
        if (kind_names[i] == name) return static_cast<NoteKind>(i);
    }
    return std::nullopt;
}

bool is_unsafe_kind(NoteKind kind) {
    switch (kind) {
        case NoteKind::ScamJob:
        case NoteKind::ScamCrypto:
        case NoteKind::PhishingLink:
        case NoteKind::Romance:
        case NoteKind::OtherUnsafe: return true;
        default: return false;
    }
}

}  // namespace discern
