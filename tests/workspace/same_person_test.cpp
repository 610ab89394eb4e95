#include "people/joining.hpp"
#include "people/seen_people.hpp"
#include "tests/workspace/world.hpp"
#include "workspace/change.hpp"
#include "workspace/import_job.hpp"
#include "workspace/merge.hpp"
#include "workspace/questions.hpp"
#include "workspace/save_file.hpp"

#include <gtest/gtest.h>

using namespace discern;
using namespace discern::testing;

namespace {

constexpr std::string_view connections =
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Ana,Sample,https://www.linkedin.com/in/ana-sample,,Acme,Buyer,08 Feb 2026\n"
    "Ben,Muster,https://www.linkedin.com/in/ben-muster,,Contoso,Smith,07 Feb 2026\n";
constexpr std::string_view invitations_header =
    "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n";
constexpr std::string_view changed_address =
    "Ana Sample,Noor Vidal,\"2/6/26, 2:37 PM\",,INCOMING,https://www.linkedin.com/in/ana-acme,https://www.linkedin.com/in/noor\n";
constexpr std::string_view by_name = "Ben Muster,Noor Vidal,\"2/5/26, 2:37 PM\",,INCOMING,,\n";
constexpr std::string_view stranger =
    "Kim Third,Noor Vidal,\"2/4/26, 2:37 PM\",,INCOMING,https://www.linkedin.com/in/kim-third,https://www.linkedin.com/in/noor\n";

ImportSnapshot archive(std::string_view rows, std::string_view with_connections = connections) {
    const std::string invitations = std::string(invitations_header) + std::string(rows);
    const std::vector<InputFile> files = {{"Connections.csv", with_connections}, {"Invitations.csv", invitations}};
    const auto bytes = run_import_job(files, {});
    EXPECT_TRUE(bytes.has_value());
    auto snapshot = import_snapshot_from(*bytes);
    EXPECT_TRUE(snapshot.has_value());
    return std::move(*snapshot);
}

const std::string all_rows = std::string(changed_address) + std::string(by_name) + std::string(stranger);

struct Asked {
    CountingJudge judge;
    Workspace workspace;
    explicit Asked(std::string_view rows = all_rows) : workspace(workspace_with(judge, document_of(rows))) {}

    static Document document_of(std::string_view rows) {
        Document document;
        document.book = archive(rows).book;
        return document;
    }
    const PersonBook& book() const { return workspace.document().book; }
    PersonDoubt question() const { return book().doubts[open_doubts(workspace.document()).at(0)]; }
    std::string saved() const { return save_file_from(workspace.document(), now); }
};

PersonId named(const PersonBook& book, std::string_view key) {
    for (std::uint32_t i = 0; i < book.people.size(); ++i)
        if (book.people[i].profile_key == key) return {i};
    ADD_FAILURE() << key;
    return {};
}

}  // namespace

TEST(SamePerson, asks_about_a_changed_address_and_takes_yes_no_and_undo) {
    Asked asked;
    ASSERT_EQ(open_doubts(asked.workspace.document()).size(), 1u);
    const PersonDoubt doubt = asked.question();
    const std::string before = asked.saved();
    ASSERT_TRUE(asked.workspace.apply(RulePeopleCommand{doubt.one, doubt.other, true}, now));
    EXPECT_TRUE(open_doubts(asked.workspace.document()).empty());
    EXPECT_TRUE(asked.book().invitations[0].accepted);
    EXPECT_EQ(asked.book().invitations[0].person, named(asked.book(), "ana-sample"));
    EXPECT_FALSE(asked.workspace.apply(RulePeopleCommand{doubt.one, doubt.other, true}, now)) << "said already";
    const std::string joined = asked.saved();
    ASSERT_EQ(asked.workspace.undo()->reason, "undo.people.joined");
    EXPECT_EQ(asked.saved(), before);
    asked.workspace.redo();
    EXPECT_EQ(asked.saved(), joined);
    asked.workspace.undo();

    ASSERT_TRUE(asked.workspace.apply(RulePeopleCommand{doubt.one, doubt.other, false}, now));
    EXPECT_TRUE(open_doubts(asked.workspace.document()).empty());
    EXPECT_FALSE(asked.book().invitations[0].accepted);
    ASSERT_TRUE(asked.workspace.apply(RulePeopleCommand{doubt.one, doubt.other, std::nullopt}, now));
    EXPECT_EQ(open_doubts(asked.workspace.document()).size(), 1u);
}

TEST(SamePerson, parts_what_the_archive_joined_by_name) {
    Asked asked;
    ASSERT_EQ(asked.book().joins.size(), 1u);
    const std::string before = asked.saved();
    ASSERT_TRUE(asked.workspace.apply(PartPeopleCommand{0}, now));
    EXPECT_TRUE(asked.book().joins.empty());
    EXPECT_FALSE(asked.book().invitations[1].accepted);
    EXPECT_EQ(asked.book().at(asked.book().invitations[1].person).name, "Ben Muster");
    const std::string parted = asked.saved();
    ASSERT_EQ(asked.workspace.undo()->reason, "undo.people.parted");
    EXPECT_EQ(asked.saved(), before);
    asked.workspace.redo();
    EXPECT_EQ(asked.saved(), parted);
}

TEST(SamePerson, rulings_survive_saving_in_both_forms) {
    Asked asked;
    const PersonDoubt doubt = asked.question();
    asked.workspace.apply(RulePeopleCommand{doubt.one, doubt.other, true}, now);
    asked.workspace.apply(PartPeopleCommand{0}, now);
    const Document& document = asked.workspace.document();
    const auto kept = document_from_storage(book_blob_from(document.book), state_text_from(document));
    ASSERT_TRUE(kept.has_value()) << kept.error().what;
    EXPECT_EQ(*kept, document);
    const auto opened = document_from_save_file(asked.saved(), "x");
    ASSERT_TRUE(opened.has_value());
    EXPECT_EQ(*opened, document);
}

TEST(SamePerson, joins_and_partings_survive_a_newer_archive) {
    Asked asked;
    const PersonDoubt doubt = asked.question();
    asked.workspace.apply(RulePeopleCommand{doubt.one, doubt.other, true}, now);
    for (std::size_t i = 0; i < asked.book().joins.size(); ++i)
        if (!asked.book().joins[i].by_user) {
            asked.workspace.apply(PartPeopleCommand{i}, now);
            break;
        }
    const std::string later =
        "Lee Fourth,Noor Vidal,\"2/9/26, 2:37 PM\",,INCOMING,https://www.linkedin.com/in/lee-fourth,https://www.linkedin.com/in/noor\n" + all_rows;
    const auto merge = merged_with_archive(asked.workspace.document(), archive(later).book);
    ASSERT_TRUE(merge.has_value());
    const PersonBook& book = merge->document.book;
    EXPECT_EQ(merge->changes.arrived.size(), 1u);
    EXPECT_TRUE(merge->changes.gone.empty());
    EXPECT_EQ(merge->document.rulings.size(), 2u);
    EXPECT_TRUE(open_doubts(merge->document).empty());
    const auto from = [&](std::string_view name) -> const Invitation& {
        for (const Invitation& invitation : book.invitations)
            if (book.at(invitation.person).name == name) return invitation;
        return book.invitations.front();
    };
    EXPECT_EQ(from("Ana Sample").person, named(book, "ana-sample"));
    EXPECT_TRUE(from("Ana Sample").accepted);
    EXPECT_TRUE(book.at(from("Ben Muster").person).profile_key.empty()) << "still two people";
    EXPECT_FALSE(from("Ben Muster").accepted);
}

TEST(SamePerson, the_same_archive_again_leaves_every_byte) {
    Asked asked;
    const PersonDoubt doubt = asked.question();
    asked.workspace.apply(RulePeopleCommand{doubt.one, doubt.other, true}, now);
    asked.workspace.apply(DecideCommand{{asked.book().invitations[2].id}, Action::Ignore, "no"}, now);
    const auto merge = merged_with_archive(asked.workspace.document(), archive(all_rows).book);
    ASSERT_TRUE(merge.has_value());
    EXPECT_EQ(merge->changes, MergeChanges{});
    EXPECT_EQ(save_file_from(merge->document, now), asked.saved());
    EXPECT_EQ(book_blob_from(merge->document.book), book_blob_from(asked.book()));
    EXPECT_EQ(state_text_from(merge->document), state_text_from(asked.workspace.document()));
}

TEST(MergedWithArchive, keeps_what_pages_showed_and_gives_their_decisions_to_the_archives_own_invitation) {
    Asked asked{stranger};
    PersonBook book = asked.book();
    SeenPerson lee;
    lee.name = "Lee Fourth";
    lee.profile.headline = "Lighthouse keeper";
    lee.invitation = SeenInvitation{Direction::Incoming, Instant{1'770'600'000}, "Hello"};
    SeenPerson kim;
    kim.name = "Kim Third";
    kim.profile.headline = "Cartographer";
    kim.mutual_count = 4;
    kim.invitation = SeenInvitation{Direction::Incoming, std::nullopt, ""};
    const std::vector<SeenPerson> seen = {lee, kim};
    add_seen_people(book, seen, "Pasted page");
    ASSERT_TRUE(asked.workspace.apply(UpdateBookCommand{book, "Pasted page"}, now));
    const InvitationId pasted = asked.book().invitations[1].id;
    asked.workspace.apply(DecideCommand{{pasted}, Action::Accept, "my friend"}, now);

    const std::string later =
        "Lee Fourth,Noor Vidal,\"2/9/26, 2:37 PM\",Hello,INCOMING,https://www.linkedin.com/in/lee-fourth,https://www.linkedin.com/in/noor\n" + std::string(stranger);
    const auto merge = merged_with_archive(asked.workspace.document(), archive(later).book);
    ASSERT_TRUE(merge.has_value());
    const PersonBook& merged = merge->document.book;
    EXPECT_TRUE(merge->changes.arrived.empty()) << "it had been pasted";
    EXPECT_TRUE(merge->changes.gone.empty());
    ASSERT_EQ(merge->document.decisions.size(), 1u);
    const Invitation* decided = invitation_in(merged, merge->document.decisions.begin()->first);
    ASSERT_NE(decided, nullptr);
    EXPECT_EQ(merged.at(decided->person).profile_key, "lee-fourth");
    EXPECT_EQ(merged.at(decided->person).profile.headline, "Lighthouse keeper");
    EXPECT_EQ(merged.at(named(merged, "kim-third")).profile.headline, "Cartographer");
    EXPECT_EQ(merged.at(named(merged, "kim-third")).mutuals.count, 4u);
    EXPECT_EQ(merged.invitations.size(), 2u);
}

TEST(Paste, the_same_page_twice_changes_nothing_the_second_time) {
    Asked asked;
    PersonBook once = asked.book();
    SeenPerson ana;
    ana.name = "Ana Sample";
    ana.profile.company = "Acme";
    ana.invitation = SeenInvitation{Direction::Incoming, Instant{1'770'600'000}, ""};
    SeenPerson bill;
    bill.name = "Kimberly Third";
    bill.invitation = SeenInvitation{Direction::Incoming, Instant{1'770'600'000}, ""};
    const std::vector<SeenPerson> seen = {ana, bill};
    const SeenReport report = add_seen_people(once, seen, "Pasted page");
    EXPECT_GT(report.doubts.size(), 0u);
    PersonBook twice = once;
    const SeenReport again = add_seen_people(twice, seen, "Pasted page");
    EXPECT_EQ(twice, once);
    EXPECT_EQ(again.people_new + again.people_updated + again.invitations_new, 0u);
}
