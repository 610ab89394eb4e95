#include "platform/headless.hpp"
#include "platform/imgui_internals.hpp"
#include "tests/platform/trial_app.hpp"

#include <gtest/gtest.h>
#include <imgui.h>

namespace discern {
namespace {

struct Trial {
    explicit Trial(HeadlessOptions options = {}) {
        auto owned = std::make_unique<TrialApp>();
        app = owned.get();
        page = std::make_unique<Headless>(std::move(owned), options, run_trial_job);
        page->settle();
    }
    void finger(PointerPhase phase, float x, float y, double at, int id = 1) {
        page->pointer({.phase = phase, .kind = PointerKind::Touch, .id = id, .x = x, .y = y, .seconds = at});
    }
    TrialApp* app;
    std::unique_ptr<Headless> page;
};

TEST(Stage, sleeps_when_nothing_happens) {
    Trial trial;
    trial.page->advance(5);
    const auto drawn = trial.page->frames_drawn();
    trial.page->advance(60);
    EXPECT_EQ(trial.page->frames_drawn(), drawn);
}

TEST(Stage, presses_a_button_by_mouse_finger_and_mirror_alike) {
    Trial trial;
    EXPECT_TRUE(trial.page->click(Role::Button, "Accept"));
    EXPECT_EQ(trial.app->accepted, 1);
    EXPECT_TRUE(trial.page->tap(Role::Button, "Accept"));
    EXPECT_EQ(trial.app->accepted, 2);
    EXPECT_TRUE(trial.page->press(Role::Button, "Accept"));
    EXPECT_EQ(trial.app->accepted, 3);
    EXPECT_FALSE(trial.page->press(Role::Button, "No such button"));
}

TEST(Stage, tells_the_mirror_of_a_turning_wheel_now_and_then_and_of_its_end_for_sure) {
    Trial trial;
    trial.page->advance(1);
    const auto told = trial.page->mirror_told;
    for (int turn = 0; turn < 30; ++turn) {
        trial.page->wheel(400, 400, 0, 40, true);
        trial.page->frames(1);  // of 1/60 s
    }
    const auto meanwhile = trial.page->mirror_told - told;
    EXPECT_GE(meanwhile, 1u);
    EXPECT_LE(meanwhile, 6u);
    trial.page->settle();
    trial.page->advance(1);
    EXPECT_FALSE(trial.page->mirror_is_due());
}

TEST(Stage, clears_hover_after_a_tap) {
    Trial trial;
    trial.page->tap(Role::Button, "Accept");
    EXPECT_LT(ImGui::GetIO().MousePos.x, -1e30f);
}

TEST(Stage, hears_keys_and_their_repeats) {
    Trial trial;
    trial.page->key("1");
    EXPECT_EQ(trial.app->accepted, 1);
    trial.page->key("Ctrl+k");
    EXPECT_EQ(trial.app->heard, "palette");
    trial.page->key("Shift+Z");
    EXPECT_EQ(trial.app->heard, "redo");
    trial.page->key("z");
    EXPECT_EQ(trial.app->heard, "undo");
    trial.page->key("?");
    EXPECT_EQ(trial.app->heard, "keys");
    trial.page->key_down({.key = "1", .code = "Digit1"}, false);
    trial.page->settle();
    trial.page->key_down({.key = "1", .code = "Digit1"}, true);
    trial.page->settle();
    EXPECT_EQ(trial.app->accepted, 3);
}

TEST(Stage, lets_go_of_every_key_when_command_is_released) {
    Trial trial({.preferences = {.apple = true}});
    trial.page->key_down({.key = "k", .code = "KeyK", .meta = true}, false);
    trial.page->settle();
    EXPECT_EQ(trial.app->heard, "palette");
    trial.page->key_up({.key = "Meta", .code = "MetaLeft"});
    trial.page->settle();
    EXPECT_FALSE(ImGui::IsKeyDown(ImGuiKey_K));
}

TEST(Stage, scrolls_by_exact_pixels_of_a_trackpad) {
    Trial trial;
    trial.page->wheel(400, 400, 0, 123, false);
    trial.page->settle();
    EXPECT_EQ(trial.app->list_scroll, 123);
    trial.page->wheel(400, 400, 0, 0.5f, false);
    trial.page->settle();
    trial.page->wheel(400, 400, 0, 0.5f, false);
    trial.page->settle();
    EXPECT_EQ(trial.app->list_scroll, 124) << "half pixels add up";
}

TEST(Stage, glides_the_whole_way_of_a_mouse_wheel) {
    Trial trial;
    trial.page->wheel(400, 400, 0, 120, true);
    trial.page->frames(1);
    EXPECT_LT(trial.app->list_scroll, 120);
    EXPECT_LT(trial.page->settle(), 60);
    EXPECT_EQ(trial.app->list_scroll, 120);
}

TEST(Stage, jumps_instead_of_gliding_where_motion_is_unwanted) {
    Trial trial({.preferences = {.reduced_motion = true}});
    trial.page->wheel(400, 400, 0, 120, true);
    trial.page->frames(2);
    EXPECT_EQ(trial.app->list_scroll, 120);
}

TEST(Stage, scrolls_under_a_finger_and_coasts_on) {
    Trial trial;
    trial.finger(PointerPhase::Down, 400, 600, 1.0);
    trial.page->frames(1);
    for (int i = 1; i <= 10; ++i) {
        trial.finger(PointerPhase::Move, 400, 600.0f - 20.0f * static_cast<float>(i), 1.0 + 0.016 * i);
        trial.page->frames(1);
    }
    trial.finger(PointerPhase::Up, 400, 400, 1.17);
    trial.page->frames(2);
    const float at_release = trial.app->list_scroll;
    EXPECT_NEAR(at_release, 190, 30);
    const int frames = trial.page->settle(1000);
    EXPECT_GT(trial.app->list_scroll, at_release + 200);
    EXPECT_LT(frames, 400) << "momentum must end";
    EXPECT_EQ(trial.app->accepted, 0);
}

TEST(Stage, does_not_coast_when_the_finger_rested_first) {
    Trial trial;
    trial.finger(PointerPhase::Down, 400, 600, 1.0);
    trial.page->frames(1);
    for (int i = 1; i <= 5; ++i) {
        trial.finger(PointerPhase::Move, 400, 600.0f - 20.0f * static_cast<float>(i), 1.0 + 0.016 * i);
        trial.page->frames(1);
    }
    trial.finger(PointerPhase::Up, 400, 500, 1.5);
    trial.page->frames(2);
    const float at_release = trial.app->list_scroll;
    trial.page->settle();
    EXPECT_EQ(trial.app->list_scroll, at_release);
}

TEST(Stage, drags_what_asked_for_it) {
    Trial trial;
    const SemanticNode slider = *trial.page->find(Role::Slider, "Goal");
    const float y = slider.rect.y + 10;
    trial.finger(PointerPhase::Down, slider.rect.x + 10, y, 1.0);
    trial.page->frames(2);
    trial.finger(PointerPhase::Move, slider.rect.x + slider.rect.width * 0.8f, y, 1.1);
    trial.page->frames(2);
    trial.finger(PointerPhase::Up, slider.rect.x + slider.rect.width * 0.8f, y, 1.2);
    trial.page->settle();
    EXPECT_NEAR(trial.app->goal, 4, 0.05);
}

TEST(Stage, opens_the_menu_of_what_a_finger_holds) {
    Trial trial;
    const double now = trial.page->seconds_since_start();
    trial.finger(PointerPhase::Down, 400, 300, now);
    trial.page->advance(0.7);
    EXPECT_TRUE(trial.app->held_menu);
    trial.finger(PointerPhase::Up, 400, 300, now + 0.8);
    trial.page->settle();
    EXPECT_EQ(trial.app->accepted, 0);
}

TEST(Stage, measures_a_pinch) {
    Trial trial;
    trial.finger(PointerPhase::Down, 900, 500, 1.0, 1);
    trial.finger(PointerPhase::Down, 1000, 500, 1.0, 2);
    trial.finger(PointerPhase::Move, 1100, 500, 1.1, 2);
    trial.page->settle();
    EXPECT_TRUE(trial.page->shows("zoom 2.00"));
}

TEST(Stage, copies_the_selected_name_in_one_copy_event) {
    Trial trial;
    EXPECT_EQ(trial.page->copy_now(), "Ingrid Nakamura-Boye");
    EXPECT_TRUE(trial.page->clipboard.empty()) << "the event itself carries it";
    trial.page->press(Role::Button, "Copy name");
    EXPECT_EQ(trial.page->clipboard, "Ingrid Nakamura-Boye");
}

TEST(Stage, edits_a_field_in_the_host) {
    Trial trial;
    trial.page->key("/");
    ASSERT_TRUE(trial.page->field.has_value());
    EXPECT_EQ(trial.page->field->label, "Filter");
    trial.page->type_into("Filter", "Grüße 你好");
    EXPECT_EQ(trial.app->filter, "Grüße 你好");
    EXPECT_FALSE(trial.page->field.has_value());
}

TEST(Stage, runs_a_job_and_can_cancel_it) {
    Trial trial;
    trial.page->drop({{.name = "a.csv", .bytes = Bytes(250'000, 1)}});
    EXPECT_EQ(trial.app->job_state, "done: 250000 bytes in 1 files");
}

TEST(Stage, says_what_went_wrong_when_the_store_is_full) {
    Trial trial;
    trial.page->storage_full = true;
    trial.page->press(Role::Button, "Store note");
    EXPECT_EQ(trial.app->heard, "The browser has no room left to keep this. Save to a file now.");
}

TEST(Stage, survives_random_input) {
    Trial trial;
    unsigned random = 42;
    const auto below = [&](unsigned n) {
        random = random * 1664525u + 1013904223u;
        return (random >> 8) % n;
    };
    double at = 10;
    for (int i = 0; i < 3000; ++i) {
        at += 0.01;
        const auto x = static_cast<float>(below(1500)), y = static_cast<float>(below(950));
        switch (below(6)) {
            case 0: trial.page->pointer({.phase = static_cast<PointerPhase>(below(5)), .x = x, .y = y, .button = static_cast<int>(below(5)), .seconds = at}); break;
            case 1: trial.finger(static_cast<PointerPhase>(below(5)), x, y, at, static_cast<int>(below(3))); break;
            case 2: trial.page->wheel(x, y, static_cast<float>(below(200)) - 100, static_cast<float>(below(4000)) - 2000, below(2) == 0); break;
            case 3: trial.page->resize(static_cast<float>(below(2000) + 1), static_cast<float>(below(1500) + 1), 1 + static_cast<float>(below(3)) / 2); break;
            case 4: trial.page->focus(below(2) == 0); break;
            default: trial.page->key_down({.key = std::string(1, static_cast<char>(32 + below(90))), .code = "KeyA"}, below(2) == 0); break;
        }
        if (below(3) == 0) trial.page->frames(1);
    }
    trial.page->focus(false);
    for (int finger = 0; finger < 3; ++finger) trial.finger(PointerPhase::Cancel, 0, 0, at, finger);
    EXPECT_LT(trial.page->settle(2000), 2000) << "it must fall asleep again";
}

}  // namespace
}  // namespace discern
