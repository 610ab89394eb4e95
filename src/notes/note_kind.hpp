// The kinds of notes: the labels of the vocabulary, with "other" in two halves while reading (harmless and not).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace discern {

enum class NoteKind : std::uint8_t {
    PersonalGood,
    GenericDefault,
    MassTemplate,
    SalesPitch,
    RecruiterGenuine,
    Other,
    ScamJob,
    ScamCrypto,
    PhishingLink,
    Romance,
    OtherUnsafe,
    TooLong,  // by length alone, never weighed
    Empty     // by absence of letters and digits, never weighed
};
inline constexpr std::size_t note_kind_count = 13;
inline constexpr std::size_t weighed_kind_count = 11;

// The label of the vocabulary: "personal_good", ...; both halves of other are "other".
[[nodiscard]] std::string_view label_of(NoteKind kind);
// The name in the lexicon's weights: as label_of, but "other_unsafe" for the second half.
[[nodiscard]] std::string_view name_of(NoteKind kind);
[[nodiscard]] std::optional<NoteKind> note_kind_from_name(std::string_view name);
[[nodiscard]] bool is_unsafe_kind(NoteKind kind);

}  // namespace discern
