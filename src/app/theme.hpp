// The only place where colours, sizes and type live. Tokens are CSS pixels of the design (look.md); `Look::px` turns them
// into whole canvas pixels, so hairlines stay hairlines at any device pixel ratio.
#pragma once

#include "judgement/verdict.hpp"
#include "platform/fonts.hpp"
#include "platform/platform.hpp"

#include <imgui.h>

#include <cstddef>
#include <cstdint>

namespace discern {

// 8 bits a channel, not premultiplied.
struct Rgba {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    bool operator==(const Rgba&) const = default;
};

[[nodiscard]] constexpr Rgba rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8), static_cast<std::uint8_t>(hex), 255};
}
[[nodiscard]] Rgba with_alpha(Rgba colour, float alpha);        // alpha 0 to 1 times what it has
[[nodiscard]] Rgba mixed(Rgba under, Rgba over, float share);   // share 0 = under, 1 = over; opaque
[[nodiscard]] ImU32 packed(Rgba colour);
// WCAG 2 contrast ratio of two opaque colours, 1 to 21.
[[nodiscard]] double contrast_of(Rgba one, Rgba other);

struct Palette {
    Rgba ground, rail, pane, card, line, line_strong, text, muted, faint, selection, hover, accent, on_accent;
    Rgba accept, ask, ignore, report, follow, wait, on_verdict;
    Rgba keycap, keycap_line, shade, toast, on_toast;
    float chip_tint = 0.18f;  // a verdict's chip is its colour at this share over the pane
};
[[nodiscard]] const Palette& palette_of(Theme scheme, bool more_contrast);
// Forced colours: the system's own, verdicts told by icon and word alone.
[[nodiscard]] Palette forced_palette(const SystemColors& colors);

inline constexpr std::size_t avatar_hue_count = 6;
struct AvatarColours {
    Rgba ground, ink;
};

// Sizes in CSS pixels.
namespace space {
inline constexpr float s4 = 4, s8 = 8, s12 = 12, s16 = 16, s24 = 24, s32 = 32;
}
namespace radius {
inline constexpr float control = 6, card = 10;
}
namespace type {
inline constexpr float tiny = 11, caption = 13, small = 14, body = 15, verdict = 16, card = 18, screen = 20, name = 24;
}

enum class Weight : std::uint8_t { Regular, Semibold, Icon };

enum class Layout : std::uint8_t { Wide, Medium, Phone };
inline constexpr float wide_from = 1100, medium_from = 700;  // CSS pixels of page width
[[nodiscard]] Layout layout_for(float page_width_css);

struct Look {
    Palette palette;
    Fonts fonts;
    Theme scheme = Theme::Dark;
    float scale = 1;      // canvas pixels a CSS pixel, the user's text size included
    float text_scale = 1; // the user's text size alone
    bool compact = false; // more rows in the same space
    bool touch = false;   // coarse pointer: targets of at least 44 px
    bool calm = false;    // reduced motion: things appear at their place

    // CSS pixels to whole canvas pixels.
    [[nodiscard]] float px(float css) const;
    // Never thinner than one canvas pixel.
    [[nodiscard]] float hairline() const;
    [[nodiscard]] ImFont* font(Weight weight) const;
    [[nodiscard]] float row_height() const { return px((touch ? 76.0f : 70.0f) - (compact ? 14.0f : 0.0f)); }
    [[nodiscard]] float target() const { return px(touch ? 44 : 36); }  // height of a control

    [[nodiscard]] Rgba of(Action action) const;
    [[nodiscard]] Rgba chip_ground(Rgba colour) const { return mixed(palette.pane, colour, palette.chip_tint); }
    // Muted colours for initials; which one depends on the name only, so a person keeps theirs.
    [[nodiscard]] AvatarColours avatar(std::size_t hue) const;
};

}  // namespace discern
