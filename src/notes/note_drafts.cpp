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

// True when every slot of a piece of a template is on record.
[[nodiscard]] bool can_fill(std::string_view text, const std::vector<NoteEvidence>& evidence) {
    for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
        const auto close = text.find('}', open);
        if (close == std::string_view::npos || find_evidence(evidence, text.substr(open + 1, close - open - 1)) == nullptr) return false;
    }
    return true;
}

// The first letter of a sentence, where it is a Latin one.
void capitalise(std::string& text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    // "é" and the like: U+00E0 to U+00FE lie 0x20 above their capitals.
    if (text.size() > 1 && text[0] == '\xc3' && static_cast<unsigned char>(text[1]) >= 0xa0) text[1] = static_cast<char>(text[1] - 0x20);
}

[[nodiscard]] std::optional<NoteDraft> filled(const DraftTemplate& pattern, const std::vector<NoteEvidence>& evidence) {
    NoteDraft draft{pattern.key, pattern.tone, {}, {}};
    for (const auto& need : pattern.needs) {
        if (!add_need(draft.says, evidence, need)) return std::nullopt;
    }
    std::string_view text = pattern.text;
    std::string greeted;
    if (const auto open = text.find('['); open != std::string_view::npos) {
        const auto close = text.find(']', open);
        if (close == std::string_view::npos) return std::nullopt;
        const auto greeting = text.substr(open + 1, close - open - 1);
        const bool greets = can_fill(greeting, evidence);
        greeted = text.substr(0, open);
        if (greets) greeted += greeting;
        greeted += text.substr(close + 1);
        if (open == 0 && !greets) capitalise(greeted);
        text = greeted;
    }
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

std::vector<NoteDraft> compose_drafts(std::span<const DraftTemplate> templates, DraftUse use, std::string_view language,
                                      const std::vector<NoteEvidence>& evidence, std::uint32_t limit_chars, std::size_t count) {
    std::vector<NoteDraft> possible;
    for (const auto& pattern : templates) {
        if (pattern.use != use || pattern.language != language) continue;
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

std::vector<std::string> draft_languages(std::span<const DraftTemplate> templates) {
    std::vector<std::string> languages;
    for (const auto& pattern : templates) {
        if (std::find(languages.begin(), languages.end(), pattern.language) == languages.end()) languages.push_back(pattern.language);
    }
    return languages;
}

}  // namespace discern
