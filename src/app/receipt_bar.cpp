// The bar of decisions at the foot of a receipt: verdicts for those who invited, what became of it for those whom the user
// invites. The one that Discern proposes, or that was taken, stands out.
#include "app/receipt_parts.hpp"

#include <icons.hpp>

#include <algorithm>
#include <cmath>

namespace discern {
namespace {

struct BarButton {
    Deed deed{};
    std::string label;
    std::optional<Action> action;  // whose colour it wears when it leads
    bool leads = false;
    bool also_on_phone = true;     // there is room for four
};

std::vector<BarButton> incoming_buttons(const ReceiptScene& scene, Action lead, std::size_t ticked) {
    const Ui& ui = scene.ui;
    std::vector<BarButton> buttons;
    for (const Deed deed : {Deed::Accept, Deed::Ask, Deed::Ignore, Deed::Report, Deed::Follow}) {
        const Action action = *action_of(deed);
        const std::string word = word_of(ui, action);
        buttons.push_back({.deed = deed, .label = ticked > 1 ? ui.strings.text("receipt.many", {word, grouped(ticked)}) : word,
                           .action = action, .leads = action == lead, .also_on_phone = deed != Deed::Follow});
    }
    buttons.push_back({.deed = Deed::Snooze, .label = ui.text("receipt.snooze"), .action = {}, .also_on_phone = false});
    return buttons;
}

std::vector<BarButton> planned_buttons(const ReceiptScene& scene, Action lead) {
    const Ui& ui = scene.ui;
    const bool sends = lead == Action::Send || lead == Action::SendWithNote;
    const bool waits = lead == Action::Wait || lead == Action::AskIntroduction;
    return {{.deed = Deed::MarkSent, .label = ui.text("plan.sent_it"), .action = sends ? lead : Action::Send, .leads = sends},
            {.deed = Deed::NotNow, .label = ui.text("plan.not_now"), .action = waits ? lead : Action::Wait, .leads = waits},
            {.deed = Deed::DontSend, .label = word_of(ui, Action::DontSend), .action = Action::DontSend, .leads = lead == Action::DontSend},
            {.deed = Deed::Follow, .label = ui.text("plan.follow"), .action = Action::Follow, .leads = lead == Action::Follow}};
}

std::vector<BarButton> pending_buttons(const ReceiptScene& scene, Action lead) {
    const Ui& ui = scene.ui;
    const bool waits = lead == Action::LeavePending || lead == Action::Wait;
    return {{.deed = Deed::NotNow, .label = ui.text("plan.leave_it"), .action = Action::LeavePending, .leads = waits},
            {.deed = Deed::MarkWithdrawn, .label = ui.text("plan.withdrawn"), .action = Action::Withdraw, .leads = lead == Action::Withdraw}};
}

ButtonLook look_of(Ui& ui, const BarButton& entry, bool with_key, float size) {
    return {.kind = entry.leads ? ButtonKind::Primary : ButtonKind::Quiet,
            .key = with_key ? cap_of(entry.deed) : std::string_view{},
            .colour = entry.action ? std::optional(ui.look.of(*entry.action)) : std::nullopt,
            .text_size = size};
}

void draw_for_thumbs(ReceiptScene& scene, UiId id, std::vector<BarButton> buttons, const Box& bar) {
    Ui& ui = scene.ui;
    std::erase_if(buttons, [](const BarButton& entry) { return !entry.also_on_phone; });
    const Box inner = {bar.x + ui.px(10), bar.y + ui.px(8), bar.width - ui.px(20), ui.px(48)};
    const auto count = static_cast<float>(buttons.size());
    const float gap = ui.px(8), room = inner.width - (count - 1) * gap;
    // Alike, or, where a word is too long for that, each as wide as its word and the same more.
    float widest = 0, all = 0;
    const auto needs = [&](const BarButton& entry) {
        return text_width(ui, entry.label, {.size = type::small, .weight = Weight::Semibold, .ink = {}}) + ui.px(10);
    };
    for (const BarButton& entry : buttons) {
        widest = std::max(widest, needs(entry));
        all += needs(entry);
    }
    const bool alike = widest <= room / count;
    float x = inner.x;
    for (const BarButton& entry : buttons) {
        const float width = std::floor(alike ? room / count : needs(entry) + (room - all) / count);
        if (button(ui, ui_id(words_key(entry.deed), id), {x, inner.y, width, inner.height}, entry.label, look_of(ui, entry, false, type::small)))
            scene.choices.deed(entry.deed);
        x += width + gap;
    }
}

}  // namespace

void draw_decision_bar(ReceiptScene& scene, std::size_t ticked, Box bar) {
    Ui& ui = scene.ui;
    const UiId id = ui_id("verdict.bar");
    fill(ui, bar, ui.ink().pane);
    line_across(ui, bar.x, bar.y, bar.width, ui.ink().line);
    const TellGroup group(ui, id, bar, {.role = Role::Group, .name = ui.text("receipt.verdicts")});
    const Action lead = scene.listed.decision ? scene.listed.decision->action : scene.listed.verdict->action;
    std::vector<BarButton> buttons = scene.listed.incoming()  ? incoming_buttons(scene, lead, ticked)
                                           : scene.listed.planned() ? planned_buttons(scene, lead)
                                                                    : pending_buttons(scene, lead);
    if (ui.layout == Layout::Phone) return draw_for_thumbs(scene, id, buttons, bar);
    const bool tight = bar.width < ui.px(760), keys = bar.width >= ui.px(620);
    const float gap = ui.px(tight ? 6 : 8), height = ui.px(38);
    const auto total_width = [&] {
        float total = -gap;
        for (const BarButton& entry : buttons)
            total += button_width(ui, entry.label, look_of(ui, entry, keys && !(tight && !entry.action), type::body)) + gap;
        return total;
    };
    // What a narrow pane has no room for stands behind one button more.
    const float room = bar.width - ui.px(16), more = height + gap;
    bool has_more = false;
    while (!buttons.empty() && !buttons.back().also_on_phone && total_width() + (has_more ? more : 0) > room) {
        buttons.pop_back();
        has_more = true;
    }
    const float total = total_width() + (has_more ? more : 0);
    if (total > room) return draw_for_thumbs(scene, id, buttons, bar);
    float x = std::round(bar.centre() - total / 2);
    const float y = std::round(bar.middle() - height / 2);
    for (const BarButton& entry : buttons) {
        const ButtonLook look = look_of(ui, entry, keys && !(tight && !entry.action), type::body);
        const float width = button_width(ui, entry.label, look);
        if (button(ui, ui_id(words_key(entry.deed), id), {x, y, width, height}, entry.label, look)) scene.choices.deed(entry.deed);
        x += width + gap;
    }
    if (has_more) draw_more_button(scene, {x, y, height, height});
}

void draw_more_button(ReceiptScene& scene, Box box) {
    if (!icon_button(scene.ui, ui_id("receipt.more"), box, icon::ellipsis, scene.ui.text("deed.more"))) return;
    scene.choices.popover_at = box;
    scene.choices.deed(Deed::MoreDeeds);
}

}  // namespace discern
