#include "app/ui.hpp"

#include <algorithm>
#include <utility>

namespace discern {
namespace {

constexpr UiId fnv_start = 2166136261u, fnv_prime = 16777619u;

UiId hashed(UiId hash, std::uint8_t byte) { return (hash ^ byte) * fnv_prime; }
UiId not_zero(UiId id) { return id == 0 ? 1 : id; }

}  // namespace

UiId ui_id(std::string_view name, UiId parent) {
    UiId hash = fnv_start ^ parent;
    for (const char letter : name) hash = hashed(hash, static_cast<std::uint8_t>(letter));
    return not_zero(hash);
}

UiId ui_id(std::uint64_t number, UiId parent) {
    UiId hash = fnv_start ^ parent;
    for (int shift = 0; shift < 64; shift += 8) hash = hashed(hash, static_cast<std::uint8_t>(number >> shift));
    return not_zero(hash);
}

void Ui::draw_again_in(double after_seconds) {
    next_frame_in = next_frame_in < 0 ? after_seconds : std::min(next_frame_in, after_seconds);
}

bool Ui::take_action(UiId id, SemanticAction::Kind kind, SemanticAction* taken) {
    const auto found = std::find_if(actions.begin(), actions.end(), [&](const SemanticAction& action) {
        return action.id == id && action.kind == kind;
    });
    if (found == actions.end()) return false;
    if (taken != nullptr) *taken = std::move(*found);
    actions.erase(found);
    return true;
}

void tell(Ui& ui, UiId id, const Box& box, Told told) {
    if (ui.under_dialog) return;
    SemanticNode node;
    node.id = id;
    node.parent = ui.parents.empty() ? -1 : ui.parents.back();
    node.role = told.role;
    node.name = std::move(told.name);
    node.value = std::move(told.value);
    node.rect = {box.x, box.y, box.width, box.height};
    node.level = told.level;
    node.position = told.position;
    node.set_size = told.set_size;
    node.number = told.number;
    node.minimum = told.minimum;
    node.maximum = told.maximum;
    node.disabled = told.disabled;
    node.checked = told.checked;
    node.selected = told.selected;
    node.current = told.current;
    node.focused = ui.focused == id;
    node.expandable = told.expandable;
    node.expanded = told.expanded;
    node.plain = told.plain;
    ui.nodes.push_back(std::move(node));
}

void tell_text(Ui& ui, UiId id, const Box& box, std::string_view name) {
    tell(ui, id, box, {.role = Role::Text, .name = std::string(name)});
}

void tell_heading(Ui& ui, UiId id, const Box& box, std::string_view name, int level) {
    tell(ui, id, box, {.role = Role::Heading, .name = std::string(name), .level = static_cast<std::uint8_t>(level)});
}

TellGroup::TellGroup(Ui& ui, UiId id, const Box& box, Told told) : ui_(ui) {
    const std::size_t before = ui.nodes.size();
    tell(ui, id, box, std::move(told));
    // Under a dialog nothing is told; the stack still grows so that the destructor may pop.
    ui.parents.push_back(ui.nodes.size() > before ? static_cast<std::int32_t>(before) : -1);
}

TellGroup::~TellGroup() { ui_.parents.pop_back(); }

Press press_untold(Ui& ui, UiId id, const Box& box, bool named) {
    Press result;
    if (box.width < 1 || box.height < 1 || ui.under_dialog) return result;
    if (ui.covered.width > 0 && ui.covered.contains(ImGui::GetIO().MousePos)) return result;
    ui.pressables.push_back({id, box, named});
    ImGui::SetCursorScreenPos(box.low());
    ImGui::PushID(static_cast<int>(id));
    result.clicked = ImGui::InvisibleButton("##press", {box.width, box.height});
    ImGui::PopID();
    result.hovered = ImGui::IsItemHovered();
    result.held = ImGui::IsItemActive();
    result.held_long = ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) && ImGui::IsMouseClicked(ImGuiMouseButton_Right);
    return result;
}

Press press(Ui& ui, UiId id, const Box& box, Told told) {
    if (ui.under_dialog) return {};
    const bool disabled = told.disabled;
    tell(ui, id, box, std::move(told));
    Press result;
    if (!disabled) {
        result = press_untold(ui, id, box);
        if (ui.take_action(id, SemanticAction::Kind::Activate)) result.clicked = true;
        if (result.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    result.focused = ui.focused == id;
    return result;
}

Press press_told(Ui& ui, UiId id, const Box& box) {
    if (ui.under_dialog) return {};
    Press result = press_untold(ui, id, box);
    if (ui.take_action(id, SemanticAction::Kind::Activate)) result.clicked = true;
    if (result.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    result.focused = ui.focused == id;
    return result;
}

void draw_focus_ring(Ui& ui, const Box& box, float radius_css) {
    const float gap = ui.px(2);
    const Box ring = {box.x - gap, box.y - gap, box.width + 2 * gap, box.height + 2 * gap};
    ui.draw().AddRect(ring.low(), ring.high(), packed(ui.ink().accent), ui.px(radius_css) + gap, 0, ui.px(2));
}

}  // namespace discern
