#include "notes/near_duplicates.hpp"

#include "tests/notes/note_fixtures.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace discern {

namespace {

using Groups = std::vector<std::vector<std::uint32_t>>;

Groups groups_of(const std::vector<std::string>& notes) {
    const std::vector<std::string_view> views(notes.begin(), notes.end());
    return near_duplicate_notes(views, {});
}

}  // namespace

TEST(NearDuplicates, finds_one_template_under_different_names) {
    EXPECT_EQ(groups_of({"Hi Anna, I came across your profile and would love to exchange ideas about the future of our industry.",
                         "We sat next to each other at the mill restoration day in Aarhus and spoke about gears.",
                         "Hi Bartholomew, I came across your profile and would love to exchange ideas about the future of our industry!"}),
              (Groups{{0, 2}}));
}

TEST(NearDuplicates, finds_them_in_chinese_and_under_disguise) {
    EXPECT_EQ(groups_of({"王女士您好，看到您的资料非常优秀，希望能与您建立联系，互相学习，共同进步，期待未来有合作的机会。",
                         "李先生您好，看到您的资料非常优秀，希望能与您建立联系，互相学习，共同进步，期待未来有合作的机会。"}),
              (Groups{{0, 1}}));
    EXPECT_EQ(groups_of({"Write to my manager on telegram to start earning from your own phone today",
                         "Write to my manager on t\xD0\xB5l\xD0\xB5gram to start earning from your own phone today"}),
              (Groups{{0, 1}}));
}

TEST(NearDuplicates, leaves_short_notes_and_different_ones_alone) {
    EXPECT_TRUE(groups_of({"Hi there", "Hi there", "", "Hi there"}).empty());
    EXPECT_TRUE(groups_of({}).empty());
    EXPECT_TRUE(groups_of({"I enjoyed your talk about tide mills and use your checklist at work.",
                           "Thank you for the coffee; the drawings of the old weir are on their way to you."}).empty());
}

TEST(NearDuplicates, takes_no_two_of_the_invented_notes_for_one_template) {
    std::vector<std::string> texts;
    for (const auto* file : {"held-out.json", "second-set.json", "third-set.json"}) {
        for (const auto& note : labelled_notes(file)) texts.push_back(note.text);
    }
    ASSERT_GT(texts.size(), 200U);
    EXPECT_TRUE(groups_of(texts).empty());
}

TEST(NearDuplicates, does_not_depend_on_the_order) {
    std::vector<std::string> texts;
    for (const auto& note : labelled_notes("held-out.json")) {
        texts.push_back(note.text);
        if (note.text.size() > 80) texts.push_back("Hi again! " + note.text);
    }
    const auto groups = groups_of(texts);
    ASSERT_GT(groups.size(), 50U);
    const std::vector<std::string> reversed(texts.rbegin(), texts.rend());
    auto back = groups_of(reversed);
    for (auto& group : back) {
        for (auto& i : group) i = static_cast<std::uint32_t>(texts.size()) - 1 - i;
        std::sort(group.begin(), group.end());
    }
    std::sort(back.begin(), back.end());
    EXPECT_EQ(back, groups);
}

}  // namespace discern
