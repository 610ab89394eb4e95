// What lies over the views: a dialog with its shade, the toast, the drop target.
#include "app/app_state.hpp"

#include <icons.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace discern {
namespace {

constexpr ImGuiWindowFlags overlay_flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                           ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse;

class OverlayWindow {
public:
    OverlayWindow(const char* name, const Box& box, ImGuiWindowFlags more = 0) {
        ImGui::SetNextWindowPos(box.low());
        ImGui::SetNextWindowSize({box.width, box.height});
        ImGui::Begin(name, nullptr, overlay_flags | more);
    }
    ~OverlayWindow() { ImGui::End(); }
    OverlayWindow(const OverlayWindow&) = delete;
    OverlayWindow& operator=(const OverlayWindow&) = delete;
};

struct DialogShape {
    std::string_view name;  // strings key
    float width = 520;
    bool can_close = true;
    bool from_top = false;  // the palette opens near the top, where the eye is
    bool popover = false;   // hangs below what opened it, without a shade
    float height = 0;       // a pane of its own, which scrolls inside; on a phone the whole page
};

DialogShape shape_of(Dialog dialog) {
    switch (dialog) {
        case Dialog::Welcome: return {"welcome.title", 560};
        case Dialog::Keys: return {"keys.title", 980};
        case Dialog::Palette: return {"palette.title", 560, true, true};
        case Dialog::ArchiveHelp: return {"archive.title", 560};
        case Dialog::PasteHelp: return {"paste.title", 560};
        case Dialog::Importing: return {"import.title", 480, false};
        case Dialog::ImportSummary: return {"import.done", 560};
        case Dialog::Trouble: return {"trouble.title", 520};
        case Dialog::ConfirmErase: return {"erase.title", 480};
        case Dialog::ConfirmOpen: return {"open.title", 480};
        case Dialog::Snooze: return {"snooze.title", 420};
        case Dialog::Reason: return {"reason.title", 480};
        case Dialog::ListOptions: return {"list.options", 260, true, false, true};
        case Dialog::MoreDeeds: return {"deed.more", 240, true, false, true};
        case Dialog::WorkSheet: return {"report.title", 720};
        case Dialog::Licences: return {"licences.title", 560};
        case Dialog::Entry: return {.name = "entry.dialog", .width = 940, .height = 720};
        case Dialog::Compare: return {.name = "compare.title", .width = 720, .height = 720};
        case Dialog::SamePerson: return {"same.title", 760};
        case Dialog::Understood: return {"understood.title", 560};
        case Dialog::None: break;
    }
    return {""};
}

float draw_body(Ui& ui, Box box, const Workspace& workspace, AppState& state, ShellChoices& shell) {
    switch (state.dialog) {
        case Dialog::Welcome: return draw_welcome(ui, box, state, shell);
        case Dialog::Keys: return draw_key_sheet(ui, box, state, shell);
        case Dialog::Palette: return draw_palette(ui, box, workspace, state, shell);
        case Dialog::ArchiveHelp: return draw_archive_help(ui, box, state, shell);
        case Dialog::PasteHelp: return draw_paste_help(ui, box, state, shell);
        case Dialog::Importing: return draw_importing(ui, box, state, shell);
        case Dialog::ImportSummary: return draw_import_summary(ui, box, state, shell);
        case Dialog::Trouble: return draw_trouble(ui, box, state, shell);
        case Dialog::ConfirmErase: return draw_confirm_erase(ui, box, state, shell);
        case Dialog::ConfirmOpen: return draw_confirm_open(ui, box, state, shell);
        case Dialog::Snooze: return draw_snooze(ui, box, workspace, state, shell);
        case Dialog::Reason: return draw_reason(ui, box, workspace, state, shell);
        case Dialog::ListOptions: return draw_list_options(ui, box, state, shell);
        case Dialog::MoreDeeds: return draw_more_deeds(ui, box, shell);
        case Dialog::WorkSheet: return draw_work_sheet(ui, box, workspace, state, shell);
        case Dialog::Licences: return draw_licences(ui, box, state, shell);
        case Dialog::SamePerson: return draw_same_person(ui, box, workspace, state, shell);
        case Dialog::Understood: return draw_understood(ui, box, state, shell);
        case Dialog::Entry:
        case Dialog::Compare:
        case Dialog::None: break;
    }
    return 0;
}

// Where a dialog stands: in the middle, near the top, or below what opened it; never outside the page.
Box place_of(Ui& ui, const DialogShape& shape, const Box& popover_at, float width, float height) {
    const bool phone = ui.layout == Layout::Phone;
    if (shape.popover && popover_at.width > 0) {
        const float margin = ui.px(8);
        const float x = std::clamp(popover_at.right() - width, ui.safe.x + margin, std::max(margin, ui.safe.right() - width - margin));
        const bool below = popover_at.bottom() + ui.px(4) + height <= ui.safe.bottom() - margin;
        const float y = below ? popover_at.bottom() + ui.px(4) : std::max(ui.safe.y + margin, popover_at.y - ui.px(4) - height);
        return {std::round(x), std::round(y), width, height};
    }
    const float y = shape.from_top && !phone ? ui.safe.y + std::round(ui.safe.height * 0.14f) : std::round(ui.safe.middle() - height / 2);
    return {std::round(ui.safe.centre() - width / 2), y, width, height};
}

bool pressed_outside(const Box& box) {
    return ImGui::IsMouseReleased(ImGuiMouseButton_Left) && !box.contains(ImGui::GetIO().MouseClickedPos[0]) && !box.contains(ImGui::GetIO().MousePos);
}

// A dialog that is as large as it may be and lays itself out inside.
void draw_pane(Ui& ui, const Workspace& workspace, AppState& state, const DialogShape& shape, ShellChoices& shell) {
    const bool phone = ui.layout == Layout::Phone;
    Box box = ui.safe;
    if (!phone) {
        const float width = std::min(ui.px(shape.width), ui.safe.width - ui.px(64)), height = std::min(ui.px(shape.height), ui.safe.height - ui.px(48));
        box = {std::round(ui.safe.centre() - width / 2), std::round(ui.safe.middle() - height / 2), width, height};
        shadow(ui, box, 14);
    }
    const TellGroup group(ui, ui_id("dialog"), box, {.role = Role::Dialog, .name = ui.text(shape.name)});
    fill(ui, phone ? ui.page : box, ui.ink().pane, phone ? 0 : 14);
    if (!phone) outline(ui, box, ui.ink().line_strong, 14);
    if (state.dialog == Dialog::Entry) draw_entry(ui, state.entry, box, shell.entry);
    else draw_comparison(ui, workspace, state.compare, box, shell.choices, shell.close_dialog);
    if (!phone && pressed_outside(box)) shell.close_dialog = true;
}

void draw_dialog(Ui& ui, const Workspace& workspace, AppState& state, ShellChoices& shell) {
    const DialogShape shape = shape_of(state.dialog);
    const OverlayWindow window("dialog", ui.page);
    if (!shape.popover || state.popover_at.width == 0) fill(ui, ui.page, ui.ink().shade);
    if (shape.height > 0) return draw_pane(ui, workspace, state, shape, shell);
    const bool phone = ui.layout == Layout::Phone;
    const float width = std::min(ui.px(shape.width), ui.safe.width - ui.px(phone ? 24 : 64));
    const float most = ui.safe.height - ui.px(phone ? 24 : 80);
    // The height of the frame before; the first frame of a dialog measures it unseen.
    const bool measured = state.dialog_scroll.content > 0;
    const float content = static_cast<float>(state.dialog_scroll.content);
    const float height = std::min(content, most);
    const Box box = place_of(ui, shape, state.popover_at, width, measured ? height : most);
    Told told = {.role = Role::Dialog, .name = ui.text(shape.name)};
    const TellGroup group(ui, ui_id("dialog"), box, std::move(told));
    if (measured) {
        const float round = shape.popover ? radius::card : 14;
        shadow(ui, box, round);
        fill(ui, box, ui.ink().pane, round);
        outline(ui, box, ui.look.scheme == Theme::Dark ? ui.ink().line_strong : ui.ink().line, round);
    } else {
        ui.draw_again_in(0);
    }
    const Box nowhere = {0, 0, 0, 0};
    ScrollArea scroll(ui, ui_id("dialog.scroll"), state.dialog_scroll, measured ? box : nowhere);
    const float top = measured ? scroll.top() : 0;
    const float used = draw_body(ui, {box.x, top, box.width, most}, workspace, state, shell);
    scroll.ends_at(top + used);
    const bool outside = measured && pressed_outside(box);
    if (outside && shape.can_close && state.dialog != Dialog::Trouble && state.dialog != Dialog::ImportSummary && state.dialog != Dialog::Understood) shell.close_dialog = true;
}

void draw_toast(Ui& ui, AppState& state, ShellChoices& shell) {
    if (!state.toast) return;
    const double left = state.toast->until - ui.seconds;
    if (left <= 0) {
        state.toast.reset();
        return;
    }
    ui.draw_again_in(left);
    const bool phone = ui.layout == Layout::Phone;
    const std::string undo = ui.text("deed.undo"), why = ui.text("toast.reason");
    const Pen pen = {.size = type::small, .ink = ui.ink().on_toast};
    const Pen deed_pen = {.size = type::small, .weight = Weight::Semibold, .ink = pen.ink};
    const float key_room = ui.px(ui.look.touch ? 20 : 36);
    const auto deed_width = [&](const std::string& words) { return text_width(ui, words, deed_pen) + key_room; };
    const bool asks = !state.toast->decided.empty();
    const float undo_width = (state.toast->can_undo ? deed_width(undo) : 0) + (asks ? deed_width(why) : 0);
    const float room = ui.safe.width - ui.px(32);
    const float width = std::min(room, text_width(ui, state.toast->text, pen) + ui.px(32) + undo_width);
    const float height = ui.px(ui.look.touch ? 52 : 44);
    const double shown = ui.seconds - state.toast->since;
    const float rise = ui.look.calm || shown > 0.14 ? 0 : static_cast<float>(std::pow(1 - shown / 0.14, 3.0)) * ui.px(12);
    if (rise > 0) ui.draw_again_in(0);
    const float foot = phone ? ui.px(60 + ((state.view == View::Received && state.received.receipt_open) || (state.view == View::Plan && state.plan.receipt_open) ? 64 : 0)) : ui.px(31 + 62);
    const Box box = {std::round(phone ? ui.safe.centre() - width / 2 : ui.safe.right() - width - ui.px(20)),
                     std::round(ui.safe.bottom() - foot - height - ui.px(12) + rise), width, height};
    const OverlayWindow window("toast", box);
    ImGui::PushClipRect(ui.page.low(), ui.page.high(), false);
    shadow(ui, box, radius::card);
    ImGui::PopClipRect();
    fill(ui, box, ui.ink().toast, radius::card);
    outline(ui, box, with_alpha(ui.ink().on_toast, 0.14f), radius::card);
    tell(ui, ui_id("toast"), box, {.role = Role::Status, .name = state.toast->text});
    draw_text(ui, box.x + ui.px(16), box.middle(), state.toast->text, pen, box.width - ui.px(32) - undo_width);
    const bool dark = ui.look.scheme == Theme::Dark;
    const Rgba ink = dark ? ui.ink().accent : rgb(0xaab4ff);
    float right = box.right() - ui.px(4);
    const auto deed = [&](std::string_view name, const std::string& words, std::string_view cap) {
        const float room_for = deed_width(words);
        right -= room_for;
        const Box key = {right, box.y + ui.px(4), room_for, box.height - ui.px(8)};
        const Press pressed = press(ui, ui_id(name), key, {.role = Role::Button, .name = words});
        if (pressed.hovered) fill(ui, key, with_alpha(ui.ink().on_toast, 0.10f), radius::control);
        const float used = draw_text(ui, key.x + ui.px(10), key.middle(), words, {.size = type::small, .weight = Weight::Semibold, .ink = ink});
        if (!ui.look.touch) draw_text(ui, key.x + ui.px(17) + used, key.middle(), cap, {.size = type::tiny, .ink = with_alpha(ui.ink().on_toast, 0.7f)});
        if (pressed.focused) draw_focus_ring(ui, key);
        return pressed.clicked;
    };
    if (state.toast->can_undo && deed("toast.undo", undo, cap_of(Deed::Undo))) shell.undo_toast = true;
    if (asks && deed("toast.reason", why, cap_of(Deed::Reason))) shell.toast_reason = true;
}

void draw_drop_target(Ui& ui) {
    const OverlayWindow window("drop", ui.page, ImGuiWindowFlags_NoInputs);
    fill(ui, ui.page, ui.ink().shade);
    const Box box = ui.page.inset(ui.px(24));
    dashed_outline(ui, box, ui.ink().accent, 14);
    draw_icon(ui, box.centre(), box.middle() - ui.px(30), icon::upload, 36, rgb(0xffffff));
    const std::string words = ui.text("drop.here");
    draw_text_centred(ui, box.centre(), box.middle() + ui.px(14), words, {.size = type::card, .weight = Weight::Semibold, .ink = rgb(0xffffff)});
    draw_text_centred(ui, box.centre(), box.middle() + ui.px(40), ui.text("drop.stays"), {.size = type::small, .ink = rgb(0xd5dae4)});
    tell(ui, ui_id("drop"), box, {.role = Role::Status, .name = words});
}

}  // namespace

std::optional<std::size_t> draw_foot(Ui& ui, UiId id, Box& row, std::initializer_list<FootButton> buttons) {
    const float gap = ui.px(8), height = row.height;
    float all = -gap;
    for (const FootButton& each : buttons) all += button_width(ui, ui.text(each.key), {.kind = each.kind}) + gap;
    const bool stacked = all > row.width;
    if (stacked) row.height += static_cast<float>(buttons.size() - 1) * (height + gap);
    std::optional<std::size_t> pressed;
    float right = row.right(), y = row.y;
    std::size_t place = 0;
    for (const FootButton& each : buttons) {
        const std::string label = ui.text(each.key);
        const ButtonLook look = {.kind = each.kind};
        const float width = stacked ? row.width : button_width(ui, label, look);
        if (button(ui, ui_id(each.key, id), {right - width, y, width, height}, label, look)) pressed = place;
        if (stacked) y += height + gap;
        else right -= width + gap;
        ++place;
    }
    return pressed;
}

void draw_overlays(Ui& ui, const Workspace& workspace, AppState& state, ShellChoices& shell) {
    if (state.dialog != Dialog::None)
        draw_dialog(ui, workspace, state, shell);
    else
        state.dialog_scroll = {};
    draw_toast(ui, state, shell);
    if (state.files_hover) draw_drop_target(ui);
}

}  // namespace discern
