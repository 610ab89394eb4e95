// The platform's limits in Settings: each number with where it comes from and how sure it is, and the user's own in its place.
#include "app/settings_limits.hpp"

#include "app/desk_budget.hpp"
#include "knowledge/limits_reader.hpp"

#include <icons.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace discern {
namespace {

std::string_view key_of(Sureness sure) { return sure == Sureness::High ? "limits.sure_high" : sure == Sureness::Medium ? "limits.sure_medium" : "limits.sure_low"; }

std::optional<std::uint32_t> number_in(std::string_view text) {
    std::string digits;
    for (const char c : text)
        if (c >= '0' && c <= '9') digits += c;
    std::uint32_t value = 0;
    const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (end.ec != std::errc() || value == 0 || value > 1'000'000) return std::nullopt;
    return value;
}

}  // namespace

float draw_limits(Ui& ui, const Workspace& workspace, LimitsState& state, const Box& column, float y, Choices& choices) {
    const std::string title = ui.text("limits.title"), lead = ui.text("limits.lead");
    tell_heading(ui, ui_id("limits.title"), {column.x, y, column.width, ui.px(24)}, title, 3);
    draw_text(ui, column.x, y + ui.px(12), title, {.size = type::card, .weight = Weight::Semibold, .ink = ui.ink().text, .tracking = -0.01f});
    y += ui.px(30);
    const Pen quiet = {.size = type::small, .ink = ui.ink().muted};
    const float lead_height = draw_paragraph(ui, column.x, y, column.width, lead, quiet);
    tell_text(ui, ui_id("limits.lead"), {column.x, y, column.width, lead_height}, lead);
    y += lead_height + ui.px(8);
    OwnLimits own = workspace.document().own_limits;
    const float target = ui.px(ui.look.touch ? 48 : 40);
    if (toggle(ui, ui_id("limits.premium"), {column.x, y, column.width, target}, ui.text("limits.premium"), own.premium)) {
        own.premium = !own.premium;
        choices.command(SetLimitsCommand{own});
    }
    y += target + ui.px(6);
    const SiteLimits limits = site_limits_of(workspace.document());
    const float field_width = ui.px(110), field_height = ui.px(ui.look.touch ? 44 : 36);
    for (std::size_t i = 0; i < limit_count; ++i) {
        const auto key = static_cast<LimitKey>(i);
        const SiteLimit& limit = limits.at(key);
        const bool is_own = own.values.contains(key);
        const std::string name = ui.text("limits." + std::string(name_of(key)));
        const std::string more = is_own ? ui.strings.text("limits.yours", {std::to_string(embedded_site_limits().value(key))})
                                        : ui.strings.text("limits.source", {limit.source, ui.strings.day(limit.dated), ui.text(key_of(limit.sure))});
        const float room = column.width - field_width - ui.px(20);
        const float more_height = paragraph_height(ui, room, more, quiet);
        const float height = std::max(ui.px(20) + more_height, field_height) + ui.px(22);
        const UiId id = ui_id(i, ui_id("limits.field"));
        draw_text(ui, column.x, y + ui.px(21), name, {.size = type::body, .weight = Weight::Semibold, .ink = ui.ink().text}, room);
        draw_paragraph(ui, column.x, y + ui.px(32), room, more, quiet);
        tell_text(ui, ui_id("name", id), {column.x, y, room, height}, ui.strings.text("settings.told", {name, more}));
        FieldState& field = state.fields[i];
        if (!field.editing) field.text = grouped(limit.value);
        const Box box = {column.right() - field_width, std::round(y + (height - field_height) / 2), field_width, field_height};
        const FieldAnswer answer = text_field(ui, id, box, name, field, {});
        if ((answer.committed || answer.left) && !answer.cancelled) {
            const auto value = number_in(field.text);
            OwnLimits changed = workspace.document().own_limits;
            // An empty field, or the published number, gives the published number back.
            if (!value || *value == embedded_site_limits().value(key)) changed.values.erase(key);
            else changed.values.insert_or_assign(key, *value);
            if (changed != workspace.document().own_limits) choices.command(SetLimitsCommand{std::move(changed)});
        }
        line_across(ui, column.x, y + height - ui.look.hairline(), column.width, ui.ink().line);
        y += height;
    }
    return y + ui.px(34);
}

}  // namespace discern
