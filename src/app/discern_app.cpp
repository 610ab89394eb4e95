#include "app/discern_app.hpp"

#include "platform/fonts.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace discern {
namespace {

constexpr ImGuiWindowFlags page_flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                        ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBringToFrontOnFocus |
                                        ImGuiWindowFlags_NoScrollWithMouse;

struct ViewHash {
    View view{};
    std::string_view hash;
};
constexpr ViewHash view_hashes[] = {{View::Received, "received"}, {View::Plan, "plan"}, {View::Goals, "goals"}, {View::Journal, "journal"}, {View::Settings, "settings"}};

}  // namespace

DiscernApp::DiscernApp(Parts parts) : strings_(parts.strings), workspace_(std::move(parts.workspace)), sample_(std::move(parts.sample)) {}

void DiscernApp::start(Platform& platform) {
    platform_ = &platform;
    ImGui::GetIO().ConfigFlags &= ~ImGuiConfigFlags_NavEnableKeyboard;
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.WindowMinSize = {1, 1};
    style.AntiAliasedLinesUseTex = false;
    platform.set_language("en");
    load_stored();
}

Ui DiscernApp::begin_frame(Inbox& inbox) {
    const Preferences preferences = platform_->preferences();
    const ThemeChoice choice = state_.settings.theme;
    look_.scheme = choice == ThemeChoice::Dark ? Theme::Dark : choice == ThemeChoice::Light ? Theme::Light : preferences.theme;
    look_.palette = palette_of(look_.scheme, preferences.more_contrast || preferences.forced_colors);
    look_.fonts = fonts();
    look_.scale = platform_->pixel_ratio();
    look_.touch = preferences.coarse_pointer;
    look_.calm = preferences.reduced_motion;
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    Ui ui{*platform_, look_, strings_};
    ui.page = {0, 0, size.x, size.y};
    ui.layout = layout_for(size.x / look_.scale);
    ui.seconds = platform_->seconds_since_start();
    for (const SemanticAction& action : inbox.actions)
        if (action.kind == SemanticAction::Kind::Focus) {
            focused_ = action.id;
            ui.reveal_focus = true;
        }
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) focused_ = 0;
    ui.actions = std::move(inbox.actions);
    ui.field_events = std::move(inbox.field_events);
    ui.focused = focused_;
    return ui;
}

double DiscernApp::frame() {
    Inbox inbox = platform_->take_inbox();
    Ui ui = begin_frame(inbox);
    take_inbox(inbox);
    if (!loaded_) {
        fill_page(ui);
        platform_->show_semantics({});
        return -1;
    }
    take_keys(ui);
    if (std::exchange(reveal_, false)) ui.scroll_to = ui_id(state_.view == View::Plan ? "plan.list" : "received.list");
    state_.keeping = keeper_.state(*platform_);
    state_.kept_at = keeper_.kept_at();

    ShellChoices shell;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::Begin("page", nullptr, page_flags);
    ui.under_dialog = state_.dialog != Dialog::None;
    draw_shell(ui, workspace_, state_, shell);
    ui.under_dialog = false;
    ImGui::End();
    draw_overlays(ui, workspace_, state_, shell);
    platform_->show_semantics(ui.nodes);

    carry_out(ui, shell);
    if (const auto problem = keeper_.take_problem()) trouble(*problem);
    const double keep_in = keeper_.tick(*platform_, workspace_.document(), ui.seconds, std::exchange(leaving_, false));
    if (keep_in >= 0) ui.draw_again_in(keep_in);
    update_title();
    return ui.next_frame_in;
}

void DiscernApp::take_keys(Ui&) {
    // Tab walks the lanes once somebody works the list by keys; Escape or the mirror's focus gives it back to the browser.
    const bool listening = keyboard_last_ && (state_.view == View::Received || state_.view == View::Plan) && state_.dialog == Dialog::None && focused_ == 0;
    platform_->claim_tab(listening);
    const bool field_edited = state_.received.filter.editing || state_.plan.filter.editing;
    if (state_.dialog != Dialog::None) {
        if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) back();
        return;
    }
    if (field_edited && !ImGui::IsKeyPressed(ImGuiKey_Escape, false)) return;
    if (const auto deed = pressed_deed(state_.view)) {
        keyboard_last_ = *deed != Deed::Back;
        perform(*deed);
    }
}

void DiscernApp::take_inbox(Inbox& inbox) {
    state_.files_hover = inbox.files_hover;
    if (inbox.leaving) leaving_ = true;
    if (inbox.location_changed)
        for (const ViewHash& each : view_hashes)
            if (each.hash == inbox.location_hash && each.view != state_.view) {
                state_.view = each.view;
                if (each.view == View::Goals) enter_goals(workspace_, state_.goals);
            }
    if (inbox.store_state_changed && platform_->store_state() == StoreState::Writer && loaded_) load_stored();
    if (!inbox.dropped_files.empty()) take_files(std::move(inbox.dropped_files));
    if (!inbox.pasted_text.empty() || !inbox.pasted_html.empty()) take_paste(inbox.pasted_text, inbox.pasted_html);
    const Day day = today();
    if (day != workspace_.today()) workspace_.set_today(day);
}

void DiscernApp::carry_out(Ui& ui, ShellChoices& shell) {
    const bool anything = !shell.choices.commands.empty() || !shell.choices.deeds.empty() || shell.choices.show_invitation ||
                          shell.close_dialog || shell.cancel_import || shell.undo_toast || shell.erase || shell.keep_sample ||
                          shell.take_over || shell.open_over;
    if (shell.keep_sample || shell.close_dialog) close_dialog();
    for (const Command& command : shell.choices.commands) apply(command);
    if (shell.cancel_import) cancel_import();
    if (shell.undo_toast) undo(false);
    if (shell.erase) erase_everything();
    if (shell.take_over) platform_->take_over_store();
    if (shell.open_over && waiting_document_) {
        replace_document(std::move(*waiting_document_), true);
        waiting_document_.reset();
    }
    for (const Deed deed : shell.choices.deeds) perform(deed);
    if (!shell.choices.link.empty()) platform_->open_link(shell.choices.link);
    if (shell.choices.show_invitation) show_invitation(*shell.choices.show_invitation);
    if (settings_.theme != state_.settings.theme) {
        settings_.theme = state_.settings.theme;
        keep_settings();
        ui.draw_again_in(0);
    }
    if (anything) ui.draw_again_in(0);
}

void DiscernApp::update_title() {
    const std::uint32_t open = workspace_.lane_counts()[static_cast<std::size_t>(Lane::All)];
    const std::string title = open > 0 ? strings_.text("app.title_count", {grouped(open)}) : strings_.text("app.name");
    if (title == title_) return;
    title_ = title;
    platform_->set_title(title);
}

}  // namespace discern
