// What the archive alone shows about two people, one fact at a time: each must reach the evidence, with its file, its day
// or its words, on the criterion that it speaks of.
#include "tests/judgement/people_of_the_tests.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

namespace discern {
namespace {

constexpr SourceRef some_row{3, 17};

Instant noon_of(Day day) { return {day.days_since_epoch * std::int64_t{86'400} + 43'200}; }

Day days_ago(int days) { return {test_day.days_since_epoch - days}; }

struct Inbox {
    PersonBook book;

    Inbox() {
        book.files.resize(5);
        Person person;
        person.name = "Imre Vadas";
        book.people.push_back(person);
        add(Direction::Incoming, days_ago(4));
    }
    Invitation& add(Direction direction, std::optional<Day> sent, std::uint32_t person = 0) {
        Invitation invitation;
        invitation.id = {book.invitations.size() + 1};
        invitation.direction = direction;
        invitation.person = {person};
        if (sent) invitation.sent_at = noon_of(*sent);
        invitation.source = some_row;
        book.invitations.push_back(invitation);
        return book.invitations.back();
    }
    Verdict judged(const Goals& goals, std::size_t index = 0) const {
        return judge_case(book, book.invitations[index], goals, embedded_knowledge(), test_day);
    }
};

bool says(const EvidenceLine& line, std::string_view signal) { return line.reason == "evidence." + std::string(signal); }

const EvidenceLine* line_of(const Verdict& verdict, std::string_view signal) {
    for (const Factor& factor : verdict.factors)
        for (const EvidenceLine& line : factor.evidence)
            if (says(line, signal)) return &line;
    return nullptr;
}

struct ArchiveFact {
    std::string_view signal;
    Criterion criterion;
    std::function<void(Person&)> tell;
    bool speaks_for = true;
};

const std::vector<ArchiveFact>& archive_facts() {
    using enum Criterion;
    const auto place = [](SharedPlace::Kind kind, std::optional<bool> overlap) {
        return [=](Person& person) { person.shared_places.push_back({kind, "Harbour Works", overlap, some_row}); };
    };
    const auto fact = [](FactCode code) {
        return [=](Person& person) {
            person.facts.push_back({.code = code, .when = std::nullopt, .quote = {}, .source = some_row});
        };
    };
    const auto ties = [](std::function<void(Ties&)> set) { return [=](Person& person) { set(person.ties); }; };
    static const std::vector<ArchiveFact> facts = {
        {"messages_two_way", Known, ties([](Ties& t) {
             t.messages_from_them = t.messages_to_them = 6;
             t.messages_source = some_row;
         })},
        {"messages_to_them_only", Known, ties([](Ties& t) { t.messages_to_them = 2, t.messages_source = some_row; }), false},
        {"endorsed_user", Known, ties([](Ties& t) { t.endorsements_received = 3, t.endorsed_source = some_row; })},
        {"endorsed_by_user", Known, ties([](Ties& t) { t.endorsements_given = 3, t.endorsed_source = some_row; })},
        {"recommended_user", Known, ties([](Ties& t) { t.recommendations_received = 1, t.recommended_source = some_row; })},
        {"recommended_by_user", Known, ties([](Ties& t) { t.recommendations_given = 1, t.recommended_source = some_row; })},
        {"shared_employer_overlap", Known, place(SharedPlace::Kind::Employer, true)},
        {"shared_school_overlap", Known, place(SharedPlace::Kind::School, true)},
        {"imported_contact", Known, fact(FactCode::imported_contact)},
        {"user_follows_them", Relevance, fact(FactCode::user_follows_them)},
    };
    return facts;
}

TEST(ArchiveFacts, each_becomes_evidence_on_its_criterion_with_its_file_and_row) {
    for (const ArchiveFact& each : archive_facts()) {
        Inbox inbox;
        each.tell(inbox.book.people[0]);
        const Verdict verdict = inbox.judged(seeker);
        const Factor& factor = verdict.factors[static_cast<std::size_t>(each.criterion)];
        const auto line = std::find_if(factor.evidence.begin(), factor.evidence.end(),
                                       [&](const EvidenceLine& l) { return says(l, each.signal); });
        ASSERT_NE(line, factor.evidence.end()) << each.signal;
        EXPECT_EQ(line->source, some_row) << each.signal;
    }
}

TEST(ArchiveFacts, a_tie_raises_the_worth_and_one_sided_writing_does_not) {
    for (const ArchiveFact& each : archive_facts()) {
        Inbox without, with;
        each.tell(with.book.people[0]);
        if (each.speaks_for) EXPECT_GT(with.judged(seeker).worth, without.judged(seeker).worth) << each.signal;
        else EXPECT_LE(with.judged(seeker).worth, without.judged(seeker).worth + 0.5) << each.signal;
    }
}

struct Headline {
    std::string_view headline, company;
    bool speaks = true;
};

TEST(ArchiveFacts, companies_that_the_user_follows_or_applied_to_are_found_on_the_profile) {
    constexpr Headline shown[] = {
        {"Recruiter at Harbour Lanterns GmbH", ""},
        {"Lamps | HARBOUR LANTERNS | Hiring", ""},
        {"", "Harbour Lanterns, Inc."},
        {"Harbour master", "", false},
        {"Engineer at Quayside", ""},
        {"Engineer @Quayside", ""},
        {"", "Quayside"},
        {"Painter of quayside scenes", "", false},  // a name of one word is a common word too
    };
    for (const Headline& each : shown) {
        Inbox inbox;
        Owner& owner = inbox.book.owner;
        owner.followed_companies = {"Harbour Lanterns Ltd", "Quayside"};
        owner.applications = {{"Harbour Lanterns", "Lamp engineer", days_ago(20), some_row}, {"Quayside", "", {}, some_row}};
        inbox.book.people[0].profile.headline = each.headline;
        inbox.book.people[0].profile.company = each.company;
        const Verdict verdict = inbox.judged(seeker);
        const EvidenceLine* applied = line_of(verdict, "user_applied_to_company");
        EXPECT_EQ(applied != nullptr, each.speaks) << each.headline << each.company;
        EXPECT_EQ(line_of(verdict, "user_follows_company") != nullptr, each.speaks) << each.headline << each.company;
        if (!applied) continue;
        EXPECT_EQ(applied->source, some_row);
        EXPECT_NE((std::string(each.headline) + std::string(each.company)).find(applied->quote), std::string::npos);
        EXPECT_FALSE(applied->quote.empty());
    }
}

TEST(ArchiveFacts, who_was_invited_by_the_user_is_accepted) {
    Inbox inbox;
    const Verdict before = inbox.judged(grower);
    inbox.add(Direction::Outgoing, days_ago(30));
    const Verdict after = inbox.judged(grower);
    EXPECT_NE(before.action, Action::Accept);
    EXPECT_EQ(after.action, Action::Accept);
    const EvidenceLine* line = line_of(after, "user_invited_them");
    ASSERT_NE(line, nullptr);
    EXPECT_EQ(line->source, some_row);
}

TEST(ArchiveFacts, an_own_invitation_does_not_make_a_scam_welcome) {
    Inbox inbox;
    inbox.add(Direction::Outgoing, days_ago(30));
    for (const auto code : {"asks_fee", "asks_off_platform", "promises_unlikely_gain"})
        inbox.book.people[0].facts.push_back(told(code));
    EXPECT_NE(inbox.judged(grower).action, Action::Accept);
}

TEST(ArchiveFacts, nobody_is_invited_whose_own_invitation_waits) {
    Inbox inbox;
    inbox.add(Direction::Outgoing, std::nullopt);  // a plan, not yet sent
    inbox.book.people[0].facts.push_back(told("former_colleague"));
    EXPECT_EQ(inbox.judged(grower, 1).action, Action::DontSend);
    inbox.book.invitations[0].accepted = true;
    EXPECT_NE(inbox.judged(grower, 1).action, Action::DontSend);
}

TEST(ArchiveFacts, a_plan_to_invite_says_nothing_about_their_invitation) {
    Inbox inbox;
    inbox.add(Direction::Outgoing, std::nullopt);
    EXPECT_EQ(line_of(inbox.judged(grower), "user_invited_them"), nullptr);
}

TEST(ArchiveFacts, an_own_invitation_is_left_when_theirs_came_too) {
    Inbox inbox;
    inbox.add(Direction::Outgoing, days_ago(60));
    EXPECT_EQ(inbox.judged(grower, 1).action, Action::LeavePending);
}

TEST(ArchiveFacts, invitations_of_others_say_nothing) {
    Inbox inbox;
    inbox.book.people.push_back(inbox.book.people[0]);
    inbox.add(Direction::Outgoing, days_ago(30), 1);
    EXPECT_EQ(line_of(inbox.judged(grower), "user_invited_them"), nullptr);
}

TEST(ArchiveFacts, an_inbox_judged_at_once_says_the_same_as_one_by_one) {
    Inbox inbox;
    inbox.book.people.push_back(inbox.book.people[0]);
    inbox.add(Direction::Outgoing, days_ago(30));
    inbox.add(Direction::Incoming, days_ago(3), 1);
    InboxJudge judge(embedded_knowledge());
    const std::vector<std::uint32_t> all{0, 1, 2};
    const auto outlines = judge.outlines(inbox.book, all, grower, test_day, 1);
    for (const std::uint32_t i : all) EXPECT_EQ(outlines[i].action, inbox.judged(grower, i).action) << i;
    EXPECT_EQ(outlines[0].action, Action::Accept);
    EXPECT_NE(outlines[2].action, Action::Accept);
}

}  // namespace
}  // namespace discern
