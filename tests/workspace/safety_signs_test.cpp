// The signs that stand outside a note's own words, from the book to the receipt: each with the advice it comes from.
#include "base/embedded.hpp"
#include "knowledge/knowledge.hpp"
#include "knowledge/note_lexicon_reader.hpp"
#include "tests/workspace/world.hpp"
#include "workspace/change.hpp"
#include "workspace/note_reading.hpp"

#include <gtest/gtest.h>

#include <algorithm>

using namespace discern;
using namespace discern::testing;

namespace {

// A user with a whole history, and whoever the test adds.
struct Desk {
    Document document;

    Desk() {
        auto& owner = document.book.owner;
        owner.name = "Ina Tveit";
        owner.positions.push_back({.company = "Northwick Ferries Ltd", .title = "Planner"});
        owner.education.push_back({.school = "Grimsund College", .degree = "Logistics"});
        document.lenses = {{1, "Mine", {}}};
        document.active_lens = 1;
    }

    [[nodiscard]] InvitationId invite(std::string name, std::string note) {
        auto& book = document.book;
        return add_incoming(book, add_person(book, std::move(name), "Fleet planner", "Saltmere Lines"), 2, std::move(note));
    }

    [[nodiscard]] Workspace judged() const {
        Workspace workspace(embedded_knowledge(), today);
        workspace.set_note_reader(note_reader_with(embedded_note_lexicon()));
        workspace.replace(document);
        static_cast<void>(workspace.lane_counts());  // notes are read when the first row is judged
        return workspace;
    }
};

const Fact* fact_of(const Workspace& workspace, InvitationId id, FactCode code) {
    for (const auto& invitation : workspace.document().book.invitations) {
        if (invitation.id != id || !invitation.reading) continue;
        const auto found = std::ranges::find(invitation.reading->facts, code, &Fact::code);
        if (found != invitation.reading->facts.end()) return &*found;
    }
    return nullptr;
}

// Is the advice cited on the receipt: by the action, or by a flag that warns?
bool cites(const Workspace& workspace, InvitationId id, const std::string& advice) {
    const auto row = workspace.row_of(id);
    if (!row) return false;
    const Verdict& verdict = workspace.verdict_of(workspace.rows()[*row]);
    return std::ranges::find(verdict.advice, advice) != verdict.advice.end() ||
           std::ranges::any_of(verdict.flags, [&](const Flag& flag) { return !flag.harmless && flag.advice == advice; });
}

double scam_chance(const Workspace& workspace, InvitationId id) {
    return workspace.verdict_of(workspace.rows()[workspace.row_of(id).value_or(0)]).scam_chance;
}

}  // namespace

TEST(SafetySigns, question_an_employer_that_the_users_own_history_does_not_have) {
    Desk desk;
    const auto id = desk.invite("Bror Lund", "Hi Ina, we worked together at Brackwater Shipping, good to find you here.");
    const auto workspace = desk.judged();
    const auto* fact = fact_of(workspace, id, FactCode::claim_unconfirmed);
    ASSERT_NE(fact, nullptr);
    EXPECT_NE(fact->quote.find("worked together"), std::string::npos) << fact->quote;
    EXPECT_EQ(workspace.verdict_of(workspace.rows()[0]).action, Action::AskFirst);
    EXPECT_TRUE(cites(workspace, id, "R24"));
}

TEST(SafetySigns, question_a_school_that_the_users_own_history_does_not_have) {
    Desk desk;
    const auto id = desk.invite("Bror Lund", "Hi Ina, we studied together at Oldholm University. Shall we connect?");
    const auto workspace = desk.judged();
    EXPECT_NE(fact_of(workspace, id, FactCode::claim_unconfirmed), nullptr);
    EXPECT_TRUE(cites(workspace, id, "R24"));
}

TEST(SafetySigns, believe_a_place_that_is_in_the_users_history) {
    for (const char* note : {"Hi Ina, we worked together at Northwick Ferries, good to find you here.", "Hi Ina, we studied together at Grimsund College. Shall we connect?"}) {
        Desk desk;
        const auto id = desk.invite("Bror Lund", note);
        EXPECT_EQ(fact_of(desk.judged(), id, FactCode::claim_unconfirmed), nullptr) << note;
    }
}

TEST(SafetySigns, take_no_history_of_the_sender_alone_for_a_claim) {
    for (const char* note : {"Hi Ina, I worked for Brackwater Shipping for ten years and now plan berths.", "Hi Ina, my colleague from Brackwater Shipping gave me your name.",
                             "Hallo Ina, mein Kollege bei Brackwater hat Sie empfohlen.", "Bonjour Ina, je travaille chez Brackwater et je lis vos articles."}) {
        Desk desk;
        const auto id = desk.invite("Bror Lund", note);
        EXPECT_EQ(fact_of(desk.judged(), id, FactCode::claim_unconfirmed), nullptr) << note;
    }
}

TEST(SafetySigns, question_a_shared_employer_in_other_languages) {
    for (const char* note : {"Hola Ina, trabajamos juntos en Talleres Brackwater, me alegra encontrarte.", "Hallo Ina, wir haben zusammen bei Brackwater gearbeitet.",
                             "Bonjour Ina, nous avons travaillé ensemble chez Brackwater.", "Olá Ina, trabalhamos juntos na Brackwater, que bom te achar.",
                             "Hi Ina, hum Brackwater mein saath kaam karte the."}) {
        Desk desk;
        const auto id = desk.invite("Bror Lund", note);
        EXPECT_NE(fact_of(desk.judged(), id, FactCode::claim_unconfirmed), nullptr) << note;
    }
}

TEST(SafetySigns, say_nothing_of_a_claim_when_the_users_history_is_not_known) {
    Desk desk;
    desk.document.book.owner.education.clear();
    const auto id = desk.invite("Bror Lund", "Hi Ina, we worked together at Brackwater Shipping, good to find you here.");
    EXPECT_EQ(fact_of(desk.judged(), id, FactCode::claim_unconfirmed), nullptr);
}

TEST(SafetySigns, see_one_note_from_many_senders) {
    Desk desk;
    std::vector<InvitationId> ids;
    for (const char* name : {"Ada Brook", "Ben Hale", "Cleo Marsh", "Dov Reed"})
        ids.push_back(desk.invite(name, "Hello Ina, your profile stood out while I looked for planners with vision in the ferry trade, let us exchange ideas."));
    const auto other = desk.invite("Eli Stone", "Hi Ina, you answered my question about berth plans at the harbour day in May.");
    const auto workspace = desk.judged();
    for (const auto id : ids) {
        EXPECT_NE(fact_of(workspace, id, FactCode::copied_across_many), nullptr);
        EXPECT_GT(scam_chance(workspace, id), scam_chance(workspace, other));
        EXPECT_TRUE(cites(workspace, id, "R26"));
    }
    EXPECT_EQ(fact_of(workspace, other, FactCode::copied_across_many), nullptr);
}

TEST(SafetySigns, see_the_name_of_a_connection_on_another_profile) {
    Desk desk;
    auto& book = desk.document.book;
    const auto known = add_person(book, "Mette Solvang", "Harbour pilot", "Northwick Ferries Ltd");
    book.people[known.index].ties.connected_on = Day{today.days_since_epoch - 700};
    const auto id = desk.invite("Mette Solvang", "Hi Ina, this is my new account.");
    const auto workspace = desk.judged();
    EXPECT_NE(fact_of(workspace, id, FactCode::real_person_already_connected), nullptr);
    EXPECT_TRUE(cites(workspace, id, "R32"));
}

TEST(SafetySigns, see_a_move_away_from_the_site) {
    Desk desk;
    const auto id = desk.invite("Bror Lund", "Hello, I have a good offer for you, write to me on WhatsApp at +47 000 11 222.");
    const auto workspace = desk.judged();
    EXPECT_NE(fact_of(workspace, id, FactCode::asks_off_platform), nullptr);
    EXPECT_TRUE(cites(workspace, id, "R28"));
}

TEST(SafetySigns, see_a_thin_and_a_new_profile) {
    Desk desk;
    const auto id = desk.invite("Bror Lund", "");
    const auto before = scam_chance(desk.judged(), id);
    auto& person = desk.document.book.people.back();
    person.profile.connections = 3;
    Fact fact;
    fact.code = FactCode::new_account;
    person.facts.push_back(fact);
    const auto workspace = desk.judged();
    EXPECT_GT(scam_chance(workspace, id), before);
    EXPECT_TRUE(cites(workspace, id, "R26"));
}
