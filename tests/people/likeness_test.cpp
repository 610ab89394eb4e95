#include "people/likeness.hpp"

#include <gtest/gtest.h>

using namespace discern;

namespace {

std::optional<Likeness> likeness(std::string_view one, std::string_view other) {
    const auto forth = likeness_of(name_parts(one), name_parts(other));
    EXPECT_EQ(forth, likeness_of(name_parts(other), name_parts(one))) << one << " / " << other;
    return forth;
}

}  // namespace

TEST(LikenessOf, knows_the_ways_in_which_one_person_is_written) {
    EXPECT_EQ(likeness("Ana Sample", "SAMPLE, Ana"), Likeness::Name);
    EXPECT_EQ(likeness("Dr. Ana Sample", "Ana Sample, MBA"), Likeness::Name);
    EXPECT_EQ(likeness("Bill Muster", "William Muster"), Likeness::Nickname);
    EXPECT_EQ(likeness("Liz Muster", "Betty Muster"), Likeness::Nickname);
    EXPECT_EQ(likeness("Ana Sample", "Ana Sampel"), Likeness::Spelling);
    EXPECT_EQ(likeness("Ana Samples", "Ana Sample"), Likeness::Spelling);
    EXPECT_EQ(likeness("Ana Muster (Sample)", "Ana Sample"), Likeness::FormerName);
    EXPECT_EQ(likeness("Ana S.", "Ana Sample"), Likeness::Initials);
    EXPECT_EQ(likeness("A. Sample", "Ana Sample"), Likeness::Initials);
    EXPECT_EQ(likeness("Ana María Sample", "Ana Sample"), Likeness::MoreNames);
    EXPECT_EQ(likeness("王伟", "伟 王"), Likeness::Unspaced);
    EXPECT_EQ(likeness("김민준", "민준 김"), Likeness::Unspaced);
}

TEST(LikenessOf, leaves_apart_what_only_sounds_alike) {
    EXPECT_EQ(likeness("Ana Sample", "Ben Sample"), std::nullopt);
    EXPECT_EQ(likeness("Ana Sample", "Ana Muster"), std::nullopt);
    EXPECT_EQ(likeness("Ana Li", "Ana Lu"), std::nullopt) << "short words are too close by themselves";
    EXPECT_EQ(likeness("Ana", "Ana Sample"), std::nullopt) << "one name is not enough";
    EXPECT_EQ(likeness("B. Sample", "Ana Sample"), std::nullopt);
    EXPECT_EQ(likeness("王伟", "李伟"), std::nullopt);
    EXPECT_EQ(likeness("", "Ana Sample"), std::nullopt);
}

TEST(LikenessIndex, finds_each_candidate_once_and_says_why) {
    LikenessIndex index;
    index.add({0}, name_parts("William Muster"));
    index.add({1}, name_parts("Ana Muster (Sample)"));
    index.add({2}, name_parts("Ben Other"));
    index.add({3}, name_parts("伟 王"));
    using Found = std::vector<LikenessIndex::Candidate>;
    EXPECT_EQ(index.alike(name_parts("Bill Muster")), (Found{{{0}, Likeness::Nickname}}));
    EXPECT_EQ(index.alike(name_parts("Ana Sample")), (Found{{{1}, Likeness::FormerName}}));
    EXPECT_EQ(index.alike(name_parts("王伟")), (Found{{{3}, Likeness::Unspaced}}));
    EXPECT_EQ(index.alike(name_parts("Ben Other")), (Found{{{2}, Likeness::Name}}));
    EXPECT_EQ(index.alike(name_parts("Nobody Known")), Found{});
}
