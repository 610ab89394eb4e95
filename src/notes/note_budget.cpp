#include "notes/note_budget.hpp"

#include "base/sorted.hpp"

#include <algorithm>

namespace discern {

namespace {
constexpr double placed_without_words = 0.6;  // the line of a known tie in assets/model.json
constexpr std::int32_t month_days = 30;
}  // namespace

std::string_view name_of(NoteUse use) {
    switch (use) {
        case NoteUse::Note: return "note";
        case NoteUse::NoteLater: return "note_later";
        case NoteUse::NotNeeded: return "not_needed";
        case NoteUse::NothingToSay: return "nothing_to_say";
    }
    return "";
}

std::vector<NoteBudgetLine> share_out_notes(std::span<const NoteCandidate> candidates, std::uint32_t notes_left) {
    std::vector<NoteBudgetLine> lines;
    for (const auto& candidate : candidates) {
        NoteBudgetLine line{candidate.person, NoteUse::NoteLater, 0};
        if (candidate.known >= placed_without_words) {
            line.use = NoteUse::NotNeeded;
        } else if (!candidate.has_reason) {
            line.use = NoteUse::NothingToSay;
        } else {
            line.gain = std::max(0.0, candidate.worth) * (1 - std::clamp(candidate.known, 0.0, 1.0));
        }
        lines.push_back(line);
    }
    sort_stably(lines, [](const NoteBudgetLine& a, const NoteBudgetLine& b) { return a.gain > b.gain; });
    for (auto& line : lines) {
        if (line.use != NoteUse::NoteLater || line.gain <= 0 || notes_left == 0) continue;
        line.use = NoteUse::Note;
        --notes_left;
    }
    return lines;
}

std::uint32_t notes_sent_lately(const PersonBook& book, Day today) {
    std::uint32_t count = 0;
    for (const auto& invitation : book.invitations) {
        if (invitation.direction != Direction::Outgoing || invitation.note.empty() || !invitation.sent_at) continue;
        const auto age = today.days_since_epoch - utc_day_of(*invitation.sent_at).days_since_epoch;
        if (age >= 0 && age < month_days) ++count;
    }
    return count;
}

}  // namespace discern
