#include "app/theme.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace discern {
namespace {

constexpr Palette dark = {
    .ground = rgb(0x0f1115), .rail = rgb(0x12151a), .pane = rgb(0x14171d), .card = rgb(0x191d24),
    .line = rgb(0x262b34), .line_strong = rgb(0x343b47), .text = rgb(0xe8eaee), .muted = rgb(0x9aa3b2),
    .faint = rgb(0x6b7484), .selection = rgb(0x1d2230), .hover = rgb(0x181c24), .accent = rgb(0x7c8cff),
    .on_accent = rgb(0x0d0f1c),
    .accept = rgb(0x3fb68b), .ask = rgb(0xe0a83c), .ignore = rgb(0x8a93a3), .report = rgb(0xef6a6a),
    .follow = rgb(0x5aa9f5), .wait = rgb(0xa58bf0), .on_verdict = rgb(0x08130f),
    .keycap = rgb(0x1d222b), .keycap_line = rgb(0x343b47), .shade = {5, 6, 9, 168}, .toast = rgb(0x262c38),
    .on_toast = rgb(0xe8eaee), .chip_tint = 0.18f,
};

constexpr Palette light = {
    .ground = rgb(0xf6f7f9), .rail = rgb(0xfbfbfc), .pane = rgb(0xffffff), .card = rgb(0xffffff),
    .line = rgb(0xe3e6eb), .line_strong = rgb(0xcbd1da), .text = rgb(0x171a20), .muted = rgb(0x586174),
    .faint = rgb(0x7d8696), .selection = rgb(0xeef0fb), .hover = rgb(0xf4f5f8), .accent = rgb(0x4655e0),
    .on_accent = rgb(0xffffff),
    .accept = rgb(0x157f5b), .ask = rgb(0x926403), .ignore = rgb(0x626b7a), .report = rgb(0xc53a3a),
    .follow = rgb(0x1d6fc2), .wait = rgb(0x6b4fc9), .on_verdict = rgb(0xffffff),
    .keycap = rgb(0xffffff), .keycap_line = rgb(0xcbd1da), .shade = {32, 37, 48, 56}, .toast = rgb(0x20242d),
    .on_toast = rgb(0xf4f5f8), .chip_tint = 0.12f,
};

// For prefers-contrast: the quiet inks move towards the text, lines towards the inks.
constexpr Palette sharpened(Palette palette, bool is_dark) {
    palette.muted = is_dark ? rgb(0xc9d0db) : rgb(0x333a48);
    palette.faint = is_dark ? rgb(0xaab2c0) : rgb(0x4a5263);
    palette.line = is_dark ? rgb(0x5a6373) : rgb(0x8a93a3);
    palette.line_strong = is_dark ? rgb(0x8a93a3) : rgb(0x586174);
    palette.text = is_dark ? rgb(0xffffff) : rgb(0x000000);
    return palette;
}
constexpr Palette dark_sharp = sharpened(dark, true);
constexpr Palette light_sharp = sharpened(light, false);

constexpr std::array<Rgba, avatar_hue_count> avatar_dark = {rgb(0x8b97f5), rgb(0x4fb393), rgb(0xd0a04a),
                                                            rgb(0xe07a7a), rgb(0xb094ee), rgb(0x62a6e6)};
constexpr std::array<Rgba, avatar_hue_count> avatar_light = {rgb(0x4655e0), rgb(0x157f5b), rgb(0x8f6208),
                                                             rgb(0xb93b3b), rgb(0x6b4fc9), rgb(0x1d6fc2)};

double linear(std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}
double luminance(Rgba colour) {
    return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
}
std::uint8_t between(std::uint8_t from, std::uint8_t to, float share) {
    const float value = static_cast<float>(from) + (static_cast<float>(to) - static_cast<float>(from)) * share;
    return static_cast<std::uint8_t>(std::clamp(std::lround(value), 0L, 255L));
}

}  // namespace

Rgba with_alpha(Rgba colour, float alpha) {
    colour.a = between(0, colour.a, std::clamp(alpha, 0.0f, 1.0f));
    return colour;
}

Rgba mixed(Rgba under, Rgba over, float share) {
    return {between(under.r, over.r, share), between(under.g, over.g, share), between(under.b, over.b, share), 255};
}

ImU32 packed(Rgba colour) { return IM_COL32(colour.r, colour.g, colour.b, colour.a); }

double contrast_of(Rgba one, Rgba other) {
    const double a = luminance(one), b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

const Palette& palette_of(Theme scheme, bool more_contrast) {
    if (scheme == Theme::Dark) return more_contrast ? dark_sharp : dark;
    return more_contrast ? light_sharp : light;
}

Palette forced_palette(const SystemColors& colors) {
    const Rgba canvas = rgb(colors.canvas), text = rgb(colors.text), line = rgb(colors.button_line);
    Palette palette;
    palette.ground = palette.rail = palette.pane = palette.card = palette.keycap = palette.toast = canvas;
    palette.text = palette.muted = palette.faint = palette.on_toast = text;
    palette.line = palette.line_strong = palette.keycap_line = line;
    palette.selection = mixed(canvas, rgb(colors.highlight), 0.35f);
    palette.hover = mixed(canvas, text, 0.12f);
    palette.accent = rgb(colors.link);
    palette.on_accent = canvas;
    palette.accept = palette.ask = palette.ignore = palette.report = palette.follow = palette.wait = text;
    palette.on_verdict = canvas;
    palette.shade = with_alpha(canvas, 0.8f);
    palette.chip_tint = 0;
    return palette;
}

Layout layout_for(float page_width_css) {
    if (page_width_css >= wide_from) return Layout::Wide;
    return page_width_css >= medium_from ? Layout::Medium : Layout::Phone;
}

float Look::px(float css) const { return std::round(css * scale); }
float Look::hairline() const { return std::max(1.0f, std::floor(scale)); }

ImFont* Look::font(Weight weight) const {
    switch (weight) {
        case Weight::Regular: return fonts.regular;
        case Weight::Semibold: return fonts.semibold;
        case Weight::Icon: return fonts.regular;  // merged in
    }
    return fonts.regular;
}

Rgba Look::of(Action action) const {
    switch (action) {
        case Action::Accept:
        case Action::SendWithNote:
        case Action::Send: return palette.accept;
        case Action::AskFirst:
        case Action::AskIntroduction: return palette.ask;
        case Action::Report: return palette.report;
        case Action::Follow: return palette.follow;
        case Action::Wait:
        case Action::LeavePending: return palette.wait;
        case Action::Ignore:
        case Action::DontSend:
        case Action::Withdraw: return palette.ignore;
    }
    return palette.ignore;
}

AvatarColours Look::avatar(std::size_t hue) const {
    const bool is_dark = scheme == Theme::Dark;
    const Rgba ink = (is_dark ? avatar_dark : avatar_light)[hue % avatar_hue_count];
    return {mixed(palette.pane, ink, is_dark ? 0.30f : 0.16f), ink};
}

}  // namespace discern
