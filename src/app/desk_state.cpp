#include "app/desk_state.hpp"

#include "app/desk_budget.hpp"
#include "knowledge/drafts_reader.hpp"
#include "knowledge/limits_reader.hpp"
#include "knowledge/note_lexicon_reader.hpp"
#include "notes/read_note.hpp"
#include "workspace/change.hpp"

#include <algorithm>

namespace discern {
namespace {

constexpr std::size_t drafts_shown = 3;

// The user's choice, else the language of the note that is answered, else English.
std::string language_for(const DeskState& state, const Invitation& invitation) {
    const auto languages = draft_languages(embedded_draft_templates());
    const auto has = [&](const std::string& code) { return std::find(languages.begin(), languages.end(), code) != languages.end(); };
    if (has(state.note.language)) return state.note.language;
    if (invitation.direction == Direction::Incoming && !invitation.note.empty()) {
        const std::string theirs = analyse_note(invitation.note, embedded_note_lexicon(), {}).language;
        if (has(theirs)) return theirs;
    }
    return "en";
}

}  // namespace

std::uint32_t note_limit(const Document& document) { return site_limits_of(document).note_chars(document.own_limits.premium); }

SiteLimits site_limits_of(const Document& document) {
    SiteLimits limits = embedded_site_limits();
    for (const auto& [key, value] : document.own_limits.values) limits.set(key, value);
    return limits;
}

bool is_kept(const DeskState& state, const DeskFinding& finding) {
    if (finding.issue != DeskIssue::ClaimNotOnRecord || finding.end > state.checked.size()) return false;
    const auto words = std::string_view(state.checked).substr(finding.begin, finding.end - finding.begin);
    return std::find(state.note.kept.begin(), state.note.kept.end(), words) != state.note.kept.end();
}

void refresh(const Workspace& workspace, DeskState& state, const Strings& strings) {
    const Document& document = workspace.document();
    const Invitation* invitation = invitation_in(document.book, state.invitation);
    if (invitation == nullptr) {
        state.open = false;
        return;
    }
    const std::uint32_t limit = note_limit(document);
    if (state.generation != workspace.generation()) {
        state.generation = workspace.generation();
        state.person = invitation->person;
        if (const auto kept = document.desk_notes.find(state.invitation); kept != document.desk_notes.end()) {
            state.note = kept->second;
        } else {
            state.note = {.use = state.note.use, .text = std::string(note_to_send(document, *invitation)), .language = state.note.language, .kept = {}, .copied_at = std::nullopt};
        }
        state.field.text = state.note.text;
        state.language = language_for(state, *invitation);
        NoteWishes wishes{workspace.goals().target_topics, workspace.goals().target_companies, nullptr};
        if (invitation->direction == Direction::Incoming) wishes.their_note = invitation;
        state.evidence = note_evidence(document.book, document.book.at(state.person), wishes);
        state.drafts = compose_drafts(embedded_draft_templates(), state.note.use, state.language, state.evidence, limit, drafts_shown);
        state.budget = budget_words(workspace, state.invitation, strings);
        state.checked_known = false;
    }
    if (!state.checked_known || state.checked != state.field.text || state.reading.limit_chars != limit) {
        state.checked = state.field.text;
        state.checked_known = true;
        state.reading = check_note_at_desk(state.checked, state.evidence, embedded_note_lexicon(), limit, state.note.use);
        state.pointed.reset();
    }
}

}  // namespace discern
