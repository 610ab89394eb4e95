// A small invented world for the tests of this room: people, invitations, and a judge that counts its calls.
#pragma once

#include "workspace/workspace.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

namespace discern::testing {

inline constexpr Day today{20000};
inline constexpr Instant now{20000LL * 86400 + 3600};

inline PersonId add_person(PersonBook& book, std::string name, std::string headline = "", std::string company = "") {
    Person person;
    person.name = std::move(name);
    person.profile_key = "key-" + std::to_string(book.people.size());
    person.profile.headline = std::move(headline);
    person.profile.company = std::move(company);
    book.people.push_back(std::move(person));
    return {static_cast<std::uint32_t>(book.people.size() - 1)};
}

inline InvitationId add_incoming(PersonBook& book, PersonId person, int days_ago, std::string note = "") {
    Invitation invitation;
    invitation.id = {0x9e3779b97f4a7c15ULL * (book.invitations.size() + 1)};
    invitation.person = person;
    invitation.sent_at = Instant{now.seconds_since_epoch - 86400LL * days_ago};
    invitation.note = std::move(note);
    book.invitations.push_back(invitation);
    return invitation.id;
}

// Five people who wrote 3, 1, 2, 9 and 4 days ago; the last is a connection already.
struct World {
    Document document;
    InvitationId marit, tomas, sofia, shop, old_friend;

    World() {
        PersonBook& book = document.book;
        marit = add_incoming(book, add_person(book, "Marit Sólveig Aune", "Head of product at Kvitfjell Energi"), 3,
                             "We met at the grid workshop.");
        tomas = add_incoming(book, add_person(book, "Tomás Iriarte", "", "Cedar & Loom"), 1);
        sofia = add_incoming(book, add_person(book, "Sofia Lindqvist", "Recruiter"), 2);
        shop = add_incoming(book, add_person(book, "Best Deals Shop", "Crypto profit every day"), 9, "Earn fast");
        old_friend = add_incoming(book, add_person(book, "Old Friend"), 4);
        book.invitations.back().accepted = true;
    }
};

// Accepts whom the first goal wants, by a rule simple enough to see through in a test: person 0 accept, 1 ask,
// 2 accept once attracting recruiters matters (else ignore), 3 report, others follow.
struct CountingJudge {
    int calls = 0;

    std::vector<Verdict> operator()(const PersonBook& book, std::span<const std::uint32_t> which, const Goals& goals,
                                    Day) {
        ++calls;
        std::vector<Verdict> verdicts;
        for (const std::uint32_t i : which) {
            Verdict verdict;
            const std::uint32_t person = book.invitations[i].person.index;
            verdict.confidence = person == 1 ? 0.6 : 0.9;
            switch (person) {
                case 0: verdict.action = Action::Accept; break;
                case 1: verdict.action = Action::AskFirst; break;
                case 2:
                    verdict.action =
                        goals.purposes[static_cast<std::size_t>(Purpose::Recruiters)] > 2 ? Action::Accept : Action::Ignore;
                    verdict.purpose_fit[static_cast<std::size_t>(Purpose::Recruiters)] = 0.9;
                    break;
                case 3:
                    verdict.action = Action::Report;
                    verdict.flags.push_back({.code = "scam_crypto", .quote = "", .advice = ""});
                    break;
                default: verdict.action = Action::Follow; break;
            }
            verdicts.push_back(std::move(verdict));
        }
        return verdicts;
    }
};

inline Workspace workspace_with(CountingJudge& judge, Document document) {
    Workspace workspace([&judge](const PersonBook& book, std::span<const std::uint32_t> which, const Goals& goals,
                                 Day day) { return judge(book, which, goals, day); },
                        today);
    workspace.replace(std::move(document));
    return workspace;
}

inline std::vector<std::string> names_in(const Workspace& workspace, Lane lane, std::string_view filter = "") {
    std::vector<std::string> names;
    for (const std::uint32_t row : workspace.rows_in(lane, filter))
        names.push_back(workspace.person_of(workspace.rows()[row]).name);
    return names;
}

inline Goals goals_with_recruiters(std::uint8_t importance) {
    Goals goals;
    goals.purposes[static_cast<std::size_t>(Purpose::Recruiters)] = importance;
    return goals;
}

// A workspace of the five, and how its document was before the test.
class WorldOfFive : public ::testing::Test {
protected:
    World world;
    CountingJudge judge;
    Workspace workspace = workspace_with(judge, world.document);
    Document before = workspace.document();
};

}  // namespace discern::testing
