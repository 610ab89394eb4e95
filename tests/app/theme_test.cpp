#include "app/theme.hpp"

#include <gtest/gtest.h>

namespace discern {
namespace {

constexpr double readable = 4.5;  // WCAG 2, text of normal size

class EveryPalette : public testing::TestWithParam<std::pair<Theme, bool>> {
protected:
    const Palette& palette = palette_of(GetParam().first, GetParam().second);
};

TEST_P(EveryPalette, has_text_that_can_be_read_on_every_ground) {
    for (const Rgba ground : {palette.ground, palette.rail, palette.pane, palette.card, palette.selection, palette.hover, palette.keycap}) {
        EXPECT_GE(contrast_of(palette.text, ground), readable);
        EXPECT_GE(contrast_of(palette.muted, ground), readable);
    }
    EXPECT_GE(contrast_of(palette.on_toast, palette.toast), readable);
    EXPECT_GE(contrast_of(palette.accent, palette.ground), readable);
    EXPECT_GE(contrast_of(palette.on_accent, palette.accent), readable);
}

TEST_P(EveryPalette, has_verdict_words_that_can_be_read_on_their_chips_and_buttons) {
    for (const Rgba verdict : {palette.accept, palette.ask, palette.ignore, palette.report, palette.follow, palette.wait}) {
        EXPECT_GE(contrast_of(verdict, palette.pane), readable);
        EXPECT_GE(contrast_of(verdict, palette.ground), readable);
        EXPECT_GE(contrast_of(verdict, mixed(palette.pane, verdict, palette.chip_tint)), readable - 0.6) << "chips are semibold with an icon";
        EXPECT_GE(contrast_of(palette.on_verdict, verdict), readable);
    }
}

INSTANTIATE_TEST_SUITE_P(DarkAndLight, EveryPalette,
                         testing::Values(std::pair{Theme::Dark, false}, std::pair{Theme::Light, false}, std::pair{Theme::Dark, true}, std::pair{Theme::Light, true}));

TEST(Look, rounds_tokens_to_whole_canvas_pixels) {
    Look look;
    look.scale = 1.25f;
    EXPECT_EQ(look.px(15), 19);
    EXPECT_EQ(look.hairline(), 1);
    look.scale = 2;
    EXPECT_EQ(look.hairline(), 2);
}

TEST(LayoutFor, changes_at_the_widths_of_the_design) {
    EXPECT_EQ(layout_for(1440), Layout::Wide);
    EXPECT_EQ(layout_for(1100), Layout::Wide);
    EXPECT_EQ(layout_for(1099), Layout::Medium);
    EXPECT_EQ(layout_for(700), Layout::Medium);
    EXPECT_EQ(layout_for(390), Layout::Phone);
}

}  // namespace
}  // namespace discern
