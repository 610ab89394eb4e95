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

constexpr double slow_storage_seconds = 0.6;
constexpr std::size_t rows_made_ready = 1500;  // a frame: some milliseconds

struct ViewHash {
    View view{};
    std::string_view hash;
};
constexpr ViewHash view_hashes[] = {{View::Received, "received"}, {View::Plan, "plan"}, {View::Goals, "goals"}, {View::Journal, "journal"}, {View::Settings, "settings"}};

}  // namespace

DiscernApp::DiscernApp(Parts parts)
    : english_(parts.strings), words_of_(std::move(parts.words_of)), words_(parts.strings), strings_(words_, &language_, &english_), workspace_(std::move(parts.workspace)), sample_(std::move(parts.sample)) {}

void DiscernApp::start(Platform& platform) {
    platform_ = &platform;
    ImGui::GetIO().ConfigFlags &= ~ImGuiConfigFlags_NavEnableKeyboard;
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.WindowMinSize = {1, 1};
    style.AntiAliasedLinesUseTex = false;
    speak();
    load_stored();
}

void DiscernApp::speak() {
    browser_language_ = platform_->preferences().language;
    const std::string& wish = state_.settings.taste.language;
    const std::string code(wish.empty() ? nearest_language(browser_language_) : std::string_view(wish));
    words_ = english_;
    if (code != "en" && words_of_)
        if (const auto other = words_of_(code)) words_.merge(*other);
    language_.use(code, *platform_);
    platform_->set_language(code);
    // Words that were kept for drawing are of the language before.
    state_.received.receipt.words_of.reset();
    state_.plan.receipt.words_of.reset();
    state_.received.completions_of = "\n";
    state_.palette.known = state_.work_sheet.known = false;
    title_.clear();
}

Ui DiscernApp::begin_frame(Inbox& inbox) {
    const Preferences preferences = platform_->preferences();
    const Taste& taste = state_.settings.taste;
    look_.scheme = taste.theme == ThemeChoice::Dark ? Theme::Dark : taste.theme == ThemeChoice::Light ? Theme::Light : preferences.theme;
    look_.palette = preferences.forced_colors ? forced_palette(preferences.system_colors)
                                              : palette_of(look_.scheme, preferences.more_contrast || taste.contrast == Either::Yes);
    look_.fonts = fonts();
    look_.text_scale = static_cast<float>(taste.text_percent) / 100;
    look_.scale = platform_->pixel_ratio() * look_.text_scale;
    look_.touch = preferences.coarse_pointer;
    look_.calm = preferences.reduced_motion || taste.calm == Either::Yes;
    look_.compact = taste.compact;
    if (browser_language_ != preferences.language) speak();
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    Ui ui{*platform_, look_, strings_};
    ui.shapes = &round_shapes_;
    ui.page = ui.safe = {0, 0, size.x, size.y};
    const SafeArea covered = platform_->safe_area();
    ui.safe.cut_top(covered.top);
    ui.safe.cut_bottom(covered.bottom);
    ui.safe.cut_left(covered.left);
    ui.safe.cut_right(covered.right);
    ui.layout = layout_for(size.x / look_.scale);
    ui.seconds = platform_->seconds_since_start();
    // A field that was left keeps no focus: after a dialog it would come back to it, and keys would be typed into it.
    for (const TextFieldEvent& event : inbox.field_events)
        if (event.kind != TextFieldEvent::Kind::Changed && event.id == focused_) focused_ = 0;
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
        // Storage answers in a moment; only when it takes longer is that said.
        if (ui.seconds < slow_storage_seconds) ui.draw_again_in(slow_storage_seconds - ui.seconds);
        else draw_opening(ui);
        platform_->show_semantics(ui.nodes);
        return ui.next_frame_in;
    }
    take_keys(ui);
    if (std::exchange(reveal_, false)) ui.scroll_to = ui_id(state_.view == View::Plan ? "plan.list" : "received.list");
    if (state_.dialog == Dialog::Entry) judge_entry();
    // What the filter looks through is made ready in small parts as soon as its field is entered.
    if (state_.received.filter.editing && !workspace_.prepare_search(rows_made_ready)) ui.draw_again_in(0);
    state_.keeping = keeper_.state(*platform_);
    state_.kept_at = keeper_.kept_at();
    state_.retry_at = keeper_.retry_at();
    state_.settings.kept = keeper_.kept_sizes();
    state_.requests = platform_->requests_since_load();

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
    pressables_ = std::move(ui.pressables);

    carry_out(ui, shell);
    if (std::exchange(summary_due_, false)) tell_import();
    if (const auto problem = keeper_.take_problem()) trouble(*problem);
    const double keep_in = keeper_.tick(*platform_, workspace_.document(), ui.seconds, std::exchange(leaving_, false));
    if (keep_in >= 0) ui.draw_again_in(keep_in);
    update_title();
    keep_address();
    return ui.next_frame_in;
}

void DiscernApp::keep_address() {
    const bool phone = layout_for(ImGui::GetIO().DisplaySize.x / look_.scale) == Layout::Phone;
    const std::string address = phone && state_.view == View::Received && state_.received.receipt_open ? "receipt" : "";
    if (address == std::exchange(address_, address) || state_.view != View::Received) return;
    platform_->set_location_hash(address.empty() ? "received" : address);
}

void DiscernApp::take_keys(Ui&) {
    // Tab walks the lanes once somebody works the list by keys; Escape or the mirror's focus gives it back to the browser.
    const bool listening = keyboard_last_ && !state_.desk.open && (state_.view == View::Received || state_.view == View::Plan) && state_.dialog == Dialog::None && focused_ == 0;
    platform_->claim_tab(listening);
    const bool field_edited = state_.received.filter.editing || state_.plan.filter.editing;
    if (state_.dialog != Dialog::None) {
        // Escape leaves a field of the entry first: what was typed stays.
        if (ImGui::IsKeyPressed(ImGuiKey_Escape, false) && !(state_.dialog == Dialog::Entry && is_edited(state_.entry))) back();
        return;
    }
    if (state_.desk.open) return take_desk_keys();
    if (field_edited && !ImGui::IsKeyPressed(ImGuiKey_Escape, false)) return;
    if (const auto deed = pressed_deed(state_.view)) {
        keyboard_last_ = *deed != Deed::Back;
        perform(*deed);
    }
}

void DiscernApp::take_inbox(Inbox& inbox) {
    state_.files_hover = inbox.files_hover;
    if (inbox.leaving) leaving_ = true;
    if (inbox.printing) platform_->print_html(printed_sheet());
    if (inbox.location_changed && (inbox.location_hash == "received" || inbox.location_hash == "receipt" || inbox.location_hash.empty())) {
        state_.view = View::Received;
        state_.received.receipt_open = inbox.location_hash == "receipt";
        address_ = state_.received.receipt_open ? "receipt" : "";
    }
    if (inbox.location_changed)
        for (const ViewHash& each : view_hashes)
            if (each.hash == inbox.location_hash && each.view != state_.view) {
                if (state_.desk.open) leave_desk();
                state_.view = each.view;
                if (each.view == View::Goals) enter_goals(workspace_, state_.goals);
            }
    // What was read as the writer already, when storage opened, is not read twice.
    if (inbox.store_state_changed && platform_->store_state() == StoreState::Writer && loaded_ && loaded_as_ != StoreState::Writer) load_stored();
    if (!inbox.dropped_files.empty()) take_files(std::move(inbox.dropped_files));
    if (!inbox.pasted_text.empty() || !inbox.pasted_html.empty()) take_paste(inbox.pasted_text, inbox.pasted_html);
    const Day day = today();
    if (day != workspace_.today()) {
        workspace_.set_today(day);
        if (loaded_) tell_what_woke();
    }
}

void DiscernApp::carry_out(Ui& ui, ShellChoices& shell) {
    const bool anything = shell.entry.save || shell.entry.close || shell.entry.remove || !shell.choices.commands.empty() || !shell.choices.deeds.empty() || shell.choices.show_invitation || shell.choices.open_desk ||
                          shell.close_dialog || shell.cancel_import || shell.undo_toast || shell.erase || shell.keep_sample ||
                          shell.take_over || shell.open_over || shell.toast_reason || shell.take_in || shell.read_pasted || shell.reason || shell.choices.snooze ||
                          shell.choices.lens || shell.choices.reason_for || shell.work_sheet.save || shell.work_sheet.copy || shell.work_sheet.print;
    if (shell.keep_sample || shell.close_dialog) close_dialog();
    for (const Command& command : shell.choices.commands) apply(command);
    if (shell.cancel_import) cancel_import();
    carry_out_entry(shell.entry);
    if (shell.undo_toast) undo(false);
    if (shell.erase) erase_everything();
    if (shell.take_over) platform_->take_over_store();
    if (shell.open_over && waiting_document_) {
        replace_document(std::move(*waiting_document_), true);
        waiting_document_.reset();
    }
    if (shell.take_in) take_in();
    if (shell.read_pasted) {
        platform_->end_field();
        take_paste(std::exchange(state_.pasted, {}).text, {});
    }
    if (shell.choices.popover_at.width > 0) state_.popover_at = shell.choices.popover_at;
    for (const Deed deed : shell.choices.deeds) perform(deed);
    if (shell.choices.snooze) snooze(*shell.choices.snooze);
    if (shell.choices.lens) apply(SwitchLensCommand{*shell.choices.lens});
    if (shell.choices.reason_for) give_reason(std::move(*shell.choices.reason_for));
    if (shell.toast_reason && state_.toast) give_reason(state_.toast->decided);
    if (shell.reason && apply(ReasonCommand{state_.reason.targets, *shell.reason})) toast(strings_.text("toast.reason_kept"), true);
    if (shell.work_sheet.save) save_work_sheet();
    if (shell.work_sheet.print) platform_->print_html(printed_sheet());
    if (shell.work_sheet.copy) {
        platform_->copy_text(state_.work_sheet.text);
        toast(strings_.text("toast.copied"), false);
    }
    if (!shell.choices.link.empty()) platform_->open_link(shell.choices.link);
    if (state_.desk.open) carry_out_desk();
    if (shell.choices.open_desk) open_desk(*shell.choices.open_desk);
    if (shell.choices.show_invitation) show_invitation(*shell.choices.show_invitation);
    if (settings_.taste != state_.settings.taste || settings_.hints_used != state_.received.hints_used) {
        const bool other_language = settings_.taste.language != state_.settings.taste.language;
        settings_.taste = state_.settings.taste;
        settings_.hints_used = state_.received.hints_used;
        if (other_language) speak();
        keep_settings();
        ui.draw_again_in(0);
    }
    if (anything) ui.draw_again_in(0);
}

void DiscernApp::update_title() {
    const std::uint32_t open = workspace_.lane_counts()[static_cast<std::size_t>(Lane::All)];
    if (open_count_ != open) platform_->set_open_count(open);
    open_count_ = open;
    const std::string title = open > 0 ? strings_.text("app.title_count", {grouped(open)}) : strings_.text("app.name");
    if (title == title_) return;
    title_ = title;
    platform_->set_title(title);
}

}  // namespace discern
