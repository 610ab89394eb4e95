#include "notes/note_drafts.hpp"

#include "base/sorted.hpp"
#include "notes/note_length.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace discern {

namespace {

[[nodiscard]] bool add_need(std::vector<NoteEvidence>& says, const std::vector<NoteEvidence>& evidence, std::string_view name) {
    const auto* item = find_evidence(evidence, name);
    if (item == nullptr) return false;
    if (std::find(says.begin(), says.end(), *item) == says.end()) says.push_back(*item);
    return true;
}

[[nodiscard]] std::optional<NoteDraft> filled(const DraftTemplate& pattern, const std::vector<NoteEvidence>& evidence) {
    NoteDraft draft{pattern.key, pattern.tone, {}, {}};
    for (const auto& need : pattern.needs) {
        if (!add_need(draft.says, evidence, need)) return std::nullopt;
    }
    const std::string_view text = pattern.text;
    for (std::size_t i = 0; i < text.size();) {
        const auto open = std::min(text.find('{', i), text.size());
        draft.text += text.substr(i, open - i);
        if (open == text.size()) break;
        const auto close = text.find('}', open);
        if (close == std::string_view::npos) return std::nullopt;
        const auto name = text.substr(open + 1, close - open - 1);
        const auto* item = find_evidence(evidence, name);
        if (item == nullptr || item->value.empty() || !add_need(draft.says, evidence, name)) return std::nullopt;
        draft.text += item->value;
        i = close + 1;
    }
    return draft;
}

}  // namespace

std::vector<NoteDraft> compose_drafts(std::span<const DraftTemplate> templates, DraftUse use, const std::vector<NoteEvidence>& evidence,
                                      std::uint32_t limit_chars, std::size_t count) {
    std::vector<NoteDraft> possible;
    for (const auto& pattern : templates) {
        if (pattern.use != use) continue;
        auto draft = filled(pattern, evidence);
        if (draft && note_length(draft->text) <= limit_chars) possible.push_back(std::move(*draft));
    }
    sort_stably(possible, [](const NoteDraft& a, const NoteDraft& b) { return a.says.size() > b.says.size(); });
    std::vector<NoteDraft> chosen;
    std::array<bool, 3> tone_taken{};
    for (const bool repeat_tones : {false, true}) {
        for (auto& draft : possible) {
            if (chosen.size() == count) return chosen;
            auto& taken = tone_taken[static_cast<std::size_t>(draft.tone)];
            if (draft.text.empty() || (taken && !repeat_tones)) continue;
            taken = true;
            chosen.push_back(std::move(draft));
            draft.text.clear();  // chosen
        }
    }
    return chosen;
}

}  // namespace discern
