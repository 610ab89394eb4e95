// One vocabulary of everything that rules and tables can speak of: fact codes, cues read off numbers and texts, and the
// flags a note can raise. A set of signals is a bitset, so a rule is three mask tests.
#pragma once

#include "people/fact.hpp"

#include <bitset>
#include <cstdint>
#include <optional>
#include <string_view>

namespace discern {

enum class Cue : std::uint8_t {
#define CUE(enumerator, name) enumerator,
#include "judgement/cues.def"
#undef CUE
};

// Flags of the vocabulary that a reader of notes may raise ("urgency", "phishing_link", ...), listed in note_flags.def.
enum class NoteFlag : std::uint8_t {
#define NOTE_FLAG(name) name,
#include "judgement/note_flags.def"
#undef NOTE_FLAG
};

// A dense number: facts first, then cues, then note flags.
struct SignalId {
    std::uint16_t index = 0;
    auto operator<=>(const SignalId&) const = default;
};

inline constexpr std::size_t signal_capacity = 384;
using SignalSet = std::bitset<signal_capacity>;

[[nodiscard]] SignalId signal_of(FactCode code);
[[nodiscard]] SignalId signal_of(Cue cue);
[[nodiscard]] SignalId signal_of(NoteFlag flag);
[[nodiscard]] std::size_t signal_count();

// "met_once", "profile.few_connections", "sign.urgency".
[[nodiscard]] std::string_view name_of(SignalId signal);
[[nodiscard]] std::optional<SignalId> signal_from_name(std::string_view name);
[[nodiscard]] std::optional<NoteFlag> note_flag_from_name(std::string_view name);  // without "sign."

}  // namespace discern
