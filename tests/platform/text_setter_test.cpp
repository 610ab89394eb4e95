#include "platform/display_text.hpp"
#include "platform/headless.hpp"
#include "platform/scripts.hpp"
#include "platform/semantics.hpp"

#include <gtest/gtest.h>
#include <imgui.h>

#include <algorithm>
#include <cstring>

namespace discern {
namespace {

// Runs `use` inside a frame with the regular face at 15 pixels.
class InFrame final : public App {
public:
    explicit InFrame(std::function<void()>& use) : use_(use) {}
    void start(Platform&) override {}
    double frame() override {
        ImGui::Begin("text");
        ImGui::PushFont(fonts().regular, 15);
        use_();
        ImGui::PopFont();
        ImGui::End();
        return -1;
    }

private:
    std::function<void()>& use_;
};

struct Text : testing::Test {
    std::function<void()> use = [] {};
    std::unique_ptr<Headless> page = std::make_unique<Headless>(std::make_unique<InFrame>(use));
    void in_frame(std::function<void()> work) {
        use = std::move(work);
        page->frames(1);
        use = [] {};
    }
};

std::vector<char32_t> code_points(std::string_view utf8) {
    std::vector<char32_t> all;
    for (std::size_t at = 0; at < utf8.size();) all.push_back(decode_next(utf8, at));
    return all;
}
std::size_t runs_in(std::string_view utf8) {
    return static_cast<std::size_t>(std::ranges::count_if(code_points(utf8), RunTable::is_run));
}
float width(std::string_view text) { return ImGui::CalcTextSize(text.data(), text.data() + text.size()).x; }

TEST_F(Text, gives_plain_text_back_without_a_copy) {
    in_frame([] {
        for (const std::string_view plain : {"Zoë Ångström", "Ελένη", "孙 雅婷", "Nguyễn Thị Hương", "김민준", ""}) {
            EXPECT_EQ(display_text(plain).data(), plain.data()) << plain;
        }
    });
}

TEST_F(Text, makes_one_run_of_what_must_be_shaped_together) {
    in_frame([] {
        EXPECT_EQ(code_points(display_text("سارة منصور")).size(), 1u) << "a right-to-left line";
        EXPECT_EQ(runs_in(display_text("राजेश कुमार")), 2u) << "one a word";
        EXPECT_EQ(code_points(display_text("👩‍🚀 Ada")).size(), 5u) << "the emoji is one";
        EXPECT_EQ(runs_in(display_text("Ada 🇨🇭")), 1u);
        EXPECT_EQ(code_points(display_text("Jose\u0301 B")).size(), 6u) << "a mark takes its base along";
        EXPECT_EQ(runs_in(display_text("Ada (محمد علي) Byron")), 1u) << "right-to-left words inside a left-to-right line";
    });
}

TEST_F(Text, never_draws_private_characters_of_others) {
    in_frame([] {
        EXPECT_EQ(display_text("a\uE012b"), "a\uFFFDb");
        EXPECT_EQ(display_text("a\u0007b"), "ab");
        EXPECT_EQ(runs_in(display_text("\uF000")), 0u);
    });
}

TEST_F(Text, answers_the_same_place_for_the_same_run) {
    in_frame([] {
        const std::string first(display_text("סבא"));
        EXPECT_EQ(display_text("סבא"), first);
        EXPECT_NE(display_text("סבתא"), first);
    });
}

TEST_F(Text, reuses_places_but_never_those_in_use) {
    std::string kept;
    in_frame([&] { kept = display_text("שלום 0"); });
    for (int round = 0; round < 8; ++round) {
        in_frame([&] {
            EXPECT_EQ(display_text("שלום 0"), kept);
            for (int i = 0; i < 1000; ++i) (void)display_text("אב" + std::to_string(round * 1000 + i));
        });
    }
    in_frame([] { EXPECT_EQ(runs_in(display_text("אחרון")), 1u) << "8,000 runs went through 5,888 places"; });
}

TEST_F(Text, fits_a_line_into_its_width_with_an_ellipsis) {
    in_frame([] {
        const std::string_view plain = "A headline that is far too long for its place";
        EXPECT_EQ(display_fitted(plain, 10'000).data(), plain.data());
        const std::string_view cut = display_fitted(plain, 150);
        EXPECT_TRUE(cut.ends_with("…")) << cut;
        EXPECT_LE(width(cut), 150);
        EXPECT_GT(width(cut), 120) << "as much as fits";
        const std::string_view hindi = display_fitted("राजेश कुमार शर्मा और उनके सहयोगी", 100);
        EXPECT_LE(width(hindi), 100.5f);
        EXPECT_EQ(display_fitted(plain, 1), "");
    });
}

TEST_F(Text, breaks_lines_where_their_script_allows) {
    in_frame([] {
        const auto lines = display_lines("one two three four five six seven eight nine ten", 100);
        ASSERT_GT(lines.size(), 2u);
        for (const std::string_view line : lines) {
            EXPECT_LE(width(line), 100);
            EXPECT_FALSE(line.starts_with(' ') || line.ends_with(' ')) << line;
        }
        const auto han = display_lines("您好，我在会议上听了您关于电网定价的演讲。", 60);
        EXPECT_GT(han.size(), 2u);
        for (const std::string_view line : han) EXPECT_FALSE(line.starts_with("，") || line.starts_with("。"));
        EXPECT_EQ(display_lines("a\n\nb\r\n", 100).size(), 4u);
        EXPECT_GT(display_lines("aVeryLongWordWithoutAnySpaceThatMustBeBrokenSomewhere", 60).size(), 3u);
        EXPECT_EQ(display_lines("", 100).size(), 1u);
    });
}

TEST(Scripts, read_broken_utf8_as_replacement_characters) {
    EXPECT_EQ(code_points("a\xC3"), (std::vector<char32_t>{'a', 0xFFFD}));
    EXPECT_EQ(code_points("\xED\xA0\x80").front(), 0xFFFDu) << "a surrogate";
    EXPECT_EQ(code_points("\xC0\x80").front(), 0xFFFDu) << "overlong";
    EXPECT_EQ(code_points("😀"), (std::vector<char32_t>{0x1F600}));
}

TEST(Scripts, know_which_way_a_text_reads) {
    EXPECT_TRUE(reads_right_to_left("محمد (Mohamed)"));
    EXPECT_FALSE(reads_right_to_left("Mohamed (محمد)"));
    EXPECT_TRUE(reads_right_to_left("123 — שלום"));
    EXPECT_FALSE(reads_right_to_left(""));
}

TEST(Semantics, are_written_as_the_mirror_reads_them) {
    SemanticNode node;
    node.id = 0xFFFF0001;
    node.role = Role::Slider;
    node.name = "Ziel";
    node.focused = true;
    node.rect = {1, 2, 3, 4};
    const Bytes bytes = bytes_from(std::vector{node}, 2);
    ASSERT_EQ(bytes.size(), 8u + 56u + 4u);
    std::uint32_t id = 0;
    std::memcpy(&id, &bytes[8], 4);
    EXPECT_EQ(id, node.id);
    EXPECT_EQ(bytes[8 + 10], 1 << 4) << "focused";
    EXPECT_EQ(std::string(bytes.end() - 4, bytes.end()), "Ziel");
}

TEST(Semantics, tell_moving_from_changing) {
    std::vector<SemanticNode> before(2), after(2);
    after[1].rect.y = 10;
    EXPECT_TRUE(equal_but_for_places(before, after));
    after[1].name = "new";
    EXPECT_FALSE(equal_but_for_places(before, after));
}

}  // namespace
}  // namespace discern
