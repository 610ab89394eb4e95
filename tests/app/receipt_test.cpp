// The receipt's further parts: numbers on demand, what was said before, and shared people who accept everyone.
#include "tests/app/bench.hpp"

#include <gtest/gtest.h>

namespace discern::testing {
namespace {

TEST(Numbers, stand_behind_the_bars_for_those_who_ask) {
    Page page = open_page();
    EXPECT_FALSE(page->shows("weight "));
    page->key("b");
    page->settle();
    const Factor& known = page.workspace().verdict_of(page.workspace().rows()[0]).factors[0];
    EXPECT_TRUE(page->shows("weight ")) << known.weight;
    EXPECT_TRUE(page->shows("Everybody starts at "));
    ASSERT_TRUE(page->press(Role::Button, "Hide the numbers"));
    page->settle();
    EXPECT_FALSE(page->shows("weight "));
}

TEST(FavorTest, remembers_what_was_said_and_when) {
    Page page = open_page();
    page->key("f");
    page->key("y");
    page->settle();
    EXPECT_TRUE(page->shows("You said today that you would do them one."));
    page->key("z");
    page->settle();
    EXPECT_FALSE(page->shows("You said"));
}

// Amparo shares one person by name with the user, who recommended the user and writes with them.
Document document_with_a_shared_friend() {
    Document document = small_document();
    Person shared;
    shared.name = "Maria Kestrel";
    shared.ties.connected_on = Day{document.book.exported_on->days_since_epoch - 900};
    shared.ties.messages_from_them = 20;
    shared.ties.messages_to_them = 20;
    shared.ties.last_message = instant_from_day({document.book.exported_on->days_since_epoch - 10});
    shared.ties.recommendations_received = 1;
    document.book.people.push_back(std::move(shared));
    Mutuals& mutuals = document.book.people[6].mutuals;
    mutuals.named = {{static_cast<std::uint32_t>(document.book.people.size() - 1)}};
    mutuals.count = 4;
    return document;
}

TEST(SharedPeople, count_nothing_when_they_accept_everyone) {
    Page page = open_page({}, document_with_a_shared_friend());
    for (int i = 0; i < 6; ++i) page->key("j");
    page->settle();
    ASSERT_NE(page->find(Role::Group, "Receipt: Amparo B\xc3\xa9langer"), nullptr);
    EXPECT_TRUE(page->shows("Maria Kestrel"));
    EXPECT_TRUE(page->shows("and 3 more"));
    const auto linked = [&] { return page.workspace().verdict_of(page.workspace().rows()[6]).factors[static_cast<std::size_t>(Criterion::Linked)].contribution; };
    const double before = linked();
    const std::string control = "Maria Kestrel accepts everyone: the link counts for nothing";
    ASSERT_TRUE(page->press(Role::Checkbox, control));
    page->settle();
    EXPECT_LT(linked(), before);
    ASSERT_TRUE(page->press(Role::Checkbox, control));
    page->settle();
    EXPECT_DOUBLE_EQ(linked(), before);
}

}  // namespace
}  // namespace discern::testing
