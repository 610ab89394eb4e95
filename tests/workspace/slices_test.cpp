// Work in slices ends where work in one go ends.
#include "workspace/save_file.hpp"
#include "workspace/workspace.hpp"

#include "knowledge/knowledge.hpp"
#include "knowledge/note_lexicon_reader.hpp"
#include "tests/workspace/world.hpp"
#include "workspace/note_reading.hpp"

#include <gtest/gtest.h>

using namespace discern;
using namespace discern::testing;

namespace {

constexpr std::array<std::string_view, 4> headlines = {"Head of grid planning", "Talent partner, data platforms", "Growth hacker | I 10x your leads", "Nurse"};
constexpr std::array<std::string_view, 3> notes = {"We met at the grid workshop in Bergen, thank you for the talk.", "",
                                                   "I help companies like yours book thirty more sales calls a month. Do you have time for a quick call?"};

Document many_invitations() {
    Document document;
    for (int i = 0; i < 211; ++i) {
        const auto place = static_cast<std::size_t>(i);
        const PersonId person = add_person(document.book, "Person " + std::to_string(i), std::string(headlines[place % headlines.size()]), "Loom & Co");
        add_incoming(document.book, person, i % 40, std::string(notes[place % notes.size()]));
        document.book.invitations.back().accepted = i % 9 == 0;
        if (i % 5 == 0) document.book.invitations.back().direction = Direction::Outgoing;
        if (i % 3 == 0) document.book.at(person).ties.messages_from_them = static_cast<std::uint32_t>(i % 4);
    }
    return document;
}

Workspace workspace() {
    Workspace workspace(embedded_knowledge(), today);
    workspace.set_note_reader(note_reader_with(embedded_note_lexicon()));
    return workspace;
}

void expect_same(const Outline& one, const Outline& other) {
    EXPECT_EQ(one.action, other.action);
    EXPECT_EQ(one.confidence, other.confidence);
    EXPECT_EQ(one.worth, other.worth);
    EXPECT_EQ(one.scam_chance, other.scam_chance);
    EXPECT_EQ(one.purpose_fit, other.purpose_fit);
    EXPECT_EQ(one.flags, other.flags);
    EXPECT_EQ(one.ask, other.ask);
    EXPECT_EQ(one.ask_value, other.ask_value);
    EXPECT_EQ(one.flips_to, other.flips_to);
    EXPECT_EQ(one.warned, other.warned);
}

void expect_same(const Workspace& one, const Workspace& other) {
    ASSERT_EQ(one.rows().size(), other.rows().size());
    for (std::size_t row = 0; row < one.rows().size(); ++row)
        expect_same(one.outline_of(one.rows()[row]), other.outline_of(other.rows()[row]));
    ASSERT_EQ(one.plan_rows().size(), other.plan_rows().size());
    for (std::size_t row = 0; row < one.plan_rows().size(); ++row)
        expect_same(one.outline_of(one.plan_rows()[row]), other.outline_of(other.plan_rows()[row]));
    EXPECT_EQ(one.lane_counts(), other.lane_counts());
}

}  // namespace

TEST(Slices, judge_as_one_go_does) {
    Workspace at_once = workspace();
    at_once.replace(many_invitations());
    for (const std::size_t rows : {1U, 7U, 64U, 1000U}) {
        Workspace sliced = at_once.beside();
        sliced.replace(many_invitations());
        int steps = 0;
        while (!sliced.prepare(rows)) ++steps;
        EXPECT_GE(steps, static_cast<int>(160 / rows));
        expect_same(sliced, at_once);
    }
}

TEST(Slices, begin_anew_when_what_is_judged_changes_under_way) {
    Workspace sliced = workspace();
    sliced.replace(many_invitations());
    for (int step = 0; step < 12; ++step) (void)sliced.prepare(10);
    Goals goals;
    goals.purposes[static_cast<std::size_t>(Purpose::Recruiters)] = 5;
    ASSERT_TRUE(sliced.apply(SetGoalsCommand{.goals = goals}, now));
    sliced.set_today(Day{today.days_since_epoch + 30});
    while (!sliced.prepare(10)) {}
    Workspace at_once = workspace();
    at_once.replace(sliced.document());
    at_once.set_today(sliced.today());
    expect_same(sliced, at_once);
}

TEST(Slices, a_workspace_beside_another_leaves_it_alone_until_it_takes_its_place) {
    Workspace open = workspace();
    open.replace(World().document);
    ASSERT_TRUE(open.apply(DecideCommand{{World().marit}, Action::Accept, ""}, now));
    const Document before = open.document();
    const auto counts = open.lane_counts();
    const std::uint64_t generation = open.generation();
    Workspace beside = open.beside();
    beside.replace(many_invitations());
    while (!beside.prepare(50)) {}
    EXPECT_EQ(open.document(), before);
    EXPECT_EQ(open.lane_counts(), counts);
    EXPECT_EQ(open.generation(), generation);
    EXPECT_TRUE(open.can_undo());
    open = std::move(beside);
    EXPECT_GT(open.generation(), generation) << "what is kept for an older generation is of the other document";
    EXPECT_FALSE(open.can_undo());
}

TEST(Slices, write_the_book_that_one_go_writes) {
    const Document document = many_invitations();
    const auto whole = book_blob_from(document.book);
    for (const std::size_t records : {1U, 100U, 211U, 422U, 5000U}) {
        BookBlob blob;
        while (!blob.write_some(document.book, records)) {}
        EXPECT_EQ(blob.finish(), whole) << records;
    }
    BookBlob nothing;
    while (!nothing.write_some(PersonBook{}, 10)) {}
    EXPECT_EQ(nothing.finish(), book_blob_from(PersonBook{}));
}
