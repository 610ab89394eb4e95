// The receipt's further parts: numbers on demand, what was said before, and shared people who accept everyone.
#include "app/receipt_words.hpp"
#include "knowledge/knowledge.hpp"
#include "tests/app/bench.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

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

HeadlessOptions phone() {
    HeadlessOptions options;
    options.width = 390;
    options.height = 844;
    options.preferences.coarse_pointer = true;
    return options;
}

bool lie_apart(const RectInCanvas& a, const RectInCanvas& b) {
    return a.x + a.width <= b.x + 0.5f || b.x + b.width <= a.x + 0.5f || a.y + a.height <= b.y + 0.5f || b.y + b.height <= a.y + 0.5f;
}

TEST(Numbers, lie_over_nothing_on_a_phone) {
    Page page = open_page(phone());
    page->key("Enter");
    page->key("e");
    page->key("b");
    page->settle();
    std::vector<SemanticNode> texts;
    for (const SemanticNode& node : page->nodes())
        if (node.role == Role::Text && node.rect.height > 0) texts.push_back(node);
    std::size_t numbers = 0;
    for (const SemanticNode& one : texts) {
        if (one.name.find("weight ") == std::string::npos) continue;
        ++numbers;
        for (const SemanticNode& other : texts)
            if (other.id != one.id) EXPECT_TRUE(lie_apart(one.rect, other.rect)) << one.name << " / " << other.name;
    }
    EXPECT_GE(numbers, 2u);
}

TEST(DecisionBar, gives_long_words_more_room_and_keeps_all_buttons_in_sight_on_a_phone) {
    for (const char* language : {"en", "es", "de"}) {
        HeadlessOptions options = phone();
        options.preferences.language = language;
        Page page = open_page(options);
        page->key("Enter");
        page->settle();
        const auto& nodes = page->nodes();
        const auto bar = std::find_if(nodes.begin(), nodes.end(), [](const SemanticNode& node) {
            return node.role == Role::Group && node.rect.y > 600 && node.rect.width == 390;
        });
        ASSERT_NE(bar, nodes.end()) << language;
        std::vector<SemanticNode> buttons;
        for (const SemanticNode& node : nodes)
            if (node.role == Role::Button && node.parent == bar - nodes.begin()) buttons.push_back(node);
        ASSERT_EQ(buttons.size(), 4u) << language;
        const auto width = [&](std::string_view name) {
            const SemanticNode* button = page->find(Role::Button, name);
            return button ? button->rect.width : 0;
        };
        if (language == std::string_view("es")) EXPECT_GT(width("Preguntar antes"), width("Ignorar") + 20);
        if (language == std::string_view("en")) EXPECT_FLOAT_EQ(width("Ask first"), width("Ignore"));
        for (const SemanticNode& one : buttons) {
            EXPECT_GE(one.rect.x, 0) << one.name;
            EXPECT_LE(one.rect.x + one.rect.width, 390) << one.name;
            for (const SemanticNode& other : buttons)
                if (other.id != one.id) EXPECT_TRUE(lie_apart(one.rect, other.rect)) << one.name << " / " << other.name;
        }
    }
}

TEST(DialogFeet, keep_their_buttons_within_the_dialog_on_a_phone) {
    Page page = open_page(phone(), small_document(), true);
    ASSERT_TRUE(page->press(Role::Button, "How do I get my archive?"));
    page->settle();
    ASSERT_EQ(page.state().dialog, Dialog::ArchiveHelp);
    const SemanticNode* dialog = nullptr;
    for (const SemanticNode& node : page->nodes())
        if (node.role == Role::Dialog) dialog = &node;
    ASSERT_NE(dialog, nullptr);
    for (const char* name : {"Open that page", "I have the file", "Close"}) {
        const SemanticNode* button = page->find(Role::Button, name);
        ASSERT_NE(button, nullptr) << name;
        EXPECT_GE(button->rect.x, dialog->rect.x + 20) << name;
        EXPECT_LE(button->rect.x + button->rect.width, dialog->rect.x + dialog->rect.width - 20) << name;
        EXPECT_LE(button->rect.y + button->rect.height, dialog->rect.y + dialog->rect.height) << name;
    }
}

TEST(Receipt, of_somebody_to_report_offers_no_way_to_accept) {
    Page page = open_page();
    const Strings strings(embedded_strings());
    ListedInvitation listed = page.workspace().listed({1}).value();
    Verdict verdict = *listed.verdict;
    listed.verdict = &verdict;
    verdict.already_connected = false;
    verdict.flip = Flip{Action::Accept, "flip.benefit.up", Criterion::Benefit};
    for (const Action action : {Action::Ignore, Action::Report}) {
        verdict.action = action;
        verdict.flip->becomes = Action::Accept;
        const ReceiptWords words = receipt_words(page.workspace(), listed, strings);
        EXPECT_EQ(words.flip.empty(), action == Action::Report) << words.flip;
        EXPECT_EQ(words.flips_to.has_value(), action != Action::Report);
    }
    verdict.flip->becomes = Action::Ignore;
    EXPECT_FALSE(receipt_words(page.workspace(), listed, strings).flip.empty());
    verdict.flip.reset();
    verdict.pair_flip = PairFlip{Action::Accept, Criterion::Benefit, Criterion::Content, true, true};
    EXPECT_TRUE(receipt_words(page.workspace(), listed, strings).flip.empty());
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
