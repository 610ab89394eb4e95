// What the note desk's choices do: open and leave it, insert a draft, keep a claim, copy.
#include "app/discern_app.hpp"
#include "text/profile_key.hpp"
#include "workspace/change.hpp"

#include <imgui.h>

#include <algorithm>
#include <utility>

namespace discern {

void DiscernApp::open_desk(const DeskRequest& request) {
    const Invitation* invitation = invitation_in(workspace_.document().book, request.invitation);
    if (invitation == nullptr) return;
    if (state_.received.filter.editing || state_.plan.filter.editing) platform_->end_field();
    DeskState& desk = state_.desk;
    const std::uint32_t gesture = desk.gesture + 1;
    desk = {};
    desk.open = true;
    desk.invitation = request.invitation;
    desk.gesture = gesture;
    desk.note.use = request.use;
    refresh(workspace_, desk, strings_);
    platform_->announce(strings_.text("desk.opened", {workspace_.document().book.at(invitation->person).name}), false);
    platform_->wake();
}

void DiscernApp::open_desk_for_shown() {
    if (state_.view != View::Received && state_.view != View::Plan) return;
    const auto listed = shown_invitation();
    if (!listed) return;
    const InvitationId id = listed->invitation->id;
    if (!listed->incoming()) return open_desk({id, DraftUse::Invite});
    const auto& decisions = workspace_.document().decisions;
    const auto decision = decisions.find(id);
    const Action action = decision != decisions.end() ? decision->second.action : listed->verdict->action;
    const bool declines = action == Action::Ignore || action == Action::Follow || action == Action::Report;
    open_desk({id, declines ? DraftUse::Decline : DraftUse::AskFirst});
}

void DiscernApp::leave_desk() {
    if (state_.desk.field.editing) platform_->end_field();
    const std::uint32_t gesture = state_.desk.gesture;
    state_.desk = {};
    state_.desk.gesture = gesture;
    platform_->wake();
}

void DiscernApp::take_desk_keys() {
    DeskState& desk = state_.desk;
    const ImGuiIO& io = ImGui::GetIO();
    const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key, false); };
    if (desk.field.editing && pressed(ImGuiKey_Escape)) {  // leaves the field first, then the desk
        platform_->end_field();
        desk.field.editing = false;
        return;
    }
    if (desk.field.editing || io.KeyAlt) return;
    if (io.KeyCtrl || io.KeySuper || io.KeyShift) {
        if (const auto deed = pressed_deed(View::Settings)) perform(*deed);
        return;
    }
    constexpr ImGuiKey digits[] = {ImGuiKey_1, ImGuiKey_2, ImGuiKey_3};
    for (std::size_t place = 0; place < std::size(digits); ++place)
        if (pressed(digits[place]) && place < desk.drafts.size()) desk.chosen.insert = place;
    if (pressed(ImGuiKey_C)) desk.chosen.copy = true;
    if ((pressed(ImGuiKey_Enter) && focused_ == 0) || pressed(ImGuiKey_E)) desk.field.wanted = true;
    if (pressed(ImGuiKey_O)) desk.chosen.open_profile = true;
    if (pressed(ImGuiKey_K)) {
        for (std::size_t place = 0; place < desk.reading.findings.size() && !desk.chosen.keep; ++place)
            if (desk.reading.findings[place].issue == DeskIssue::ClaimNotOnRecord && !is_kept(desk, desk.reading.findings[place])) desk.chosen.keep = place;
    }
    if (pressed(ImGuiKey_Escape)) desk.chosen.leave = true;
    if (pressed(ImGuiKey_Z)) undo(false);
    if (desk.chosen != DeskChoices{}) carry_out_desk();
}

void DiscernApp::carry_out_desk() {
    DeskState& desk = state_.desk;
    const DeskChoices chosen = std::exchange(desk.chosen, {});
    DeskNote note = desk.note;
    note.text = desk.field.text;
    bool copies = chosen.copy && !note.text.empty();
    if (chosen.insert && *chosen.insert < desk.drafts.size()) note.text = desk.drafts[*chosen.insert].text;
    if (chosen.keep && *chosen.keep < desk.reading.findings.size()) {
        const DeskFinding& finding = desk.reading.findings[*chosen.keep];
        note.kept.push_back(desk.checked.substr(finding.begin, finding.end - finding.begin));
    }
    if (chosen.use) note.use = *chosen.use;
    if (chosen.language) note.language = *chosen.language;
    if (note.text != desk.note.text || chosen.not_copied) note.copied_at.reset();  // what was copied is another text
    if (copies) {
        platform_->copy_text(note.text);
        note.copied_at = platform_->now();
    }
    const bool changed = note != desk.note;
    if (changed) {
        desk.note = note;
        desk.generation = 0;
        apply(DeskNoteCommand{desk.invitation, note, chosen.insert || chosen.keep ? 0 : desk.gesture});
        // Choices about an empty note are no part of the document yet, but hold while the desk is open.
        const bool kept = workspace_.document().desk_notes.contains(desk.invitation);
        refresh(workspace_, desk, strings_);
        if (!kept) desk.field.text = note.text;
        platform_->wake();
    }
    if (copies) toast(strings_.text("desk.copied"), true);
    if (chosen.insert) platform_->announce(strings_.text("desk.inserted"), false);
    if (chosen.open_profile) {
        const Person& person = workspace_.document().book.at(desk.person);
        if (!person.profile_key.empty()) platform_->open_link(profile_url(person.profile_key));
    }
    if (chosen.leave) leave_desk();
}

}  // namespace discern
