#include "judgement/signal.hpp"

#include "base/sorted.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace discern {
namespace {

constexpr auto cue_names = std::to_array<std::string_view>({
#define CUE(enumerator, name) name,
#include "judgement/cues.def"
#undef CUE
});

constexpr auto flag_signal_names = std::to_array<std::string_view>({
#define NOTE_FLAG(name) "sign." #name,
#include "judgement/note_flags.def"
#undef NOTE_FLAG
});

constexpr std::string_view flag_prefix = "sign.";

struct NamedSignal {
    std::string_view name;
    std::uint16_t index;
};

std::vector<NamedSignal> sorted_names() {
    std::vector<NamedSignal> names;
    names.reserve(signal_count());
    for (std::size_t i = 0; i < signal_count(); ++i) {
        const SignalId id{static_cast<std::uint16_t>(i)};
        names.push_back({name_of(id), id.index});
    }
    sort_stably(names, [](const auto& a, const auto& b) { return a.name < b.name; });
    return names;
}

}  // namespace

SignalId signal_of(FactCode code) { return {static_cast<std::uint16_t>(code)}; }

SignalId signal_of(Cue cue) {
    return {static_cast<std::uint16_t>(fact_code_count() + static_cast<std::size_t>(cue))};
}

SignalId signal_of(NoteFlag flag) {
    return {static_cast<std::uint16_t>(fact_code_count() + cue_names.size() + static_cast<std::size_t>(flag))};
}

std::size_t signal_count() { return fact_code_count() + cue_names.size() + flag_signal_names.size(); }

std::string_view name_of(SignalId signal) {
    std::size_t index = signal.index;
    if (index < fact_code_count()) return name_of(static_cast<FactCode>(index));
    index -= fact_code_count();
    if (index < cue_names.size()) return cue_names[index];
    index -= cue_names.size();
    return index < flag_signal_names.size() ? flag_signal_names[index] : std::string_view{};
}

std::optional<SignalId> signal_from_name(std::string_view name) {
    static const std::vector<NamedSignal> names = sorted_names();
    const auto found = std::lower_bound(names.begin(), names.end(), name,
                                        [](const NamedSignal& a, std::string_view b) { return a.name < b; });
    if (found == names.end() || found->name != name) return std::nullopt;
    return SignalId{found->index};
}

std::optional<NoteFlag> note_flag_from_name(std::string_view name) {
    for (std::size_t i = 0; i < flag_signal_names.size(); ++i)
        if (flag_signal_names[i].substr(flag_prefix.size()) == name) return static_cast<NoteFlag>(i);
    return std::nullopt;
}

}  // namespace discern
