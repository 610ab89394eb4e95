#include "judgement/signal.hpp"
#include "judgement/verdict.hpp"

#include <gtest/gtest.h>

namespace discern {
namespace {

TEST(Signal, has_one_name_and_finds_its_way_back) {
    ASSERT_LE(signal_count(), signal_capacity);
    for (std::size_t i = 0; i < signal_count(); ++i) {
        const SignalId id{static_cast<std::uint16_t>(i)};
        const auto found = signal_from_name(name_of(id));
        ASSERT_TRUE(found.has_value()) << name_of(id);
        EXPECT_EQ(*found, id) << name_of(id);
    }
    EXPECT_FALSE(signal_from_name("met_twice").has_value());
}

TEST(Signal, keeps_facts_cues_and_note_flags_apart) {
    EXPECT_EQ(name_of(signal_of(FactCode::friend_)), "friend");
    EXPECT_EQ(name_of(signal_of(Cue::tie_close)), "tie.close");
    EXPECT_EQ(name_of(signal_of(NoteFlag::urgency)), "sign.urgency");
}

TEST(Action, is_written_with_the_word_of_the_vocabulary) {
    EXPECT_EQ(name_of(Action::AskFirst), "ask_first");
    EXPECT_EQ(action_from_name("leave_pending"), Action::LeavePending);
    EXPECT_FALSE(action_from_name("decline").has_value());
}

}  // namespace
}  // namespace discern
