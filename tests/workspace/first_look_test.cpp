// The first look is right for what has been read when it is taken.
#include "workspace/first_look.hpp"

#include "knowledge/knowledge.hpp"
#include "knowledge/note_lexicon_reader.hpp"
#include "workspace/import_job.hpp"
#include "workspace/note_reading.hpp"

#include <gtest/gtest.h>

#include <algorithm>

using namespace discern;

namespace {

constexpr Day today{20490};

// Connections with a company of the user's own, one name that comes back under another address, a note that four sent,
// somebody who is followed, and somebody whom the user invited as well.
std::vector<std::pair<std::string, std::string>> archive() {
    std::string connections = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";
    for (int i = 0; i < 12; ++i)
        connections += "Kari" + std::to_string(i) + ",Nordvik,https://www.linkedin.com/in/kari-" + std::to_string(i) + ",," +
                       (i % 2 ? "Halden Energy" : "Northwind") + ",Analyst,08 Feb 2025\n";
    connections += "Ines,Prado,https://www.linkedin.com/in/ines-prado,,Northwind,Engineer,03 Jan 2025\n";
    std::string invitations = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n";
    const auto add = [&](const std::string& name, const std::string& slug, int day, const std::string& note, bool incoming = true) {
        const std::string me = "Alma Okonedo", mine = "https://www.linkedin.com/in/alma-okonedo", theirs = "https://www.linkedin.com/in/" + slug;
        invitations += (incoming ? name + "," + me : me + "," + name) + ",\"1/" + std::to_string(day) + "/26, 2:37 PM\"," + note + "," +
                       (incoming ? "INCOMING," + theirs + "," + mine : "OUTGOING," + mine + "," + theirs) + "\n";
    };
    const std::string pitch = "I help teams like yours to find thirty new customers every month without any cold calls at all";
    for (int i = 0; i < 4; ++i) add("Seller " + std::to_string(i) + " Quick", "seller-" + std::to_string(i), 10 + i, pitch);
    add("Ines Prado", "ines-prado-2", 20, "Hello again");
    add("Odo Marsh", "odo-marsh", 21, "We met at the grid workshop");
    add("Runa Telle", "runa-telle", 22, "");
    add("Runa Telle", "runa-telle", 23, "", false);
    add("Kari3 Nordvik", "kari-3", 24, "Thank you");
    for (int i = 0; i < 6; ++i) add("Guest " + std::to_string(i) + " Berg", "guest-" + std::to_string(i), 1 + i, i % 2 ? "" : "Loved your talk");
    return {{"Connections.csv", connections},
            {"Invitations.csv", invitations},
            {"Positions.csv", "Company Name,Title,Description,Location,Started On,Finished On\nHalden Energy,Engineer,,Halden,Jan 2020,\n"},
            {"Member_Follows.csv", "Date,FullName,Status\n2025/03/01 10:00:00 UTC,Odo Marsh,Active\n"}};
}

struct Looked {
    std::vector<std::uint8_t> first, whole;
};

Looked import(const std::vector<std::pair<std::string, std::string>>& texts) {
    const auto read = note_reader_with(embedded_note_lexicon());
    std::vector<InputFile> files;
    for (const auto& [name, text] : texts) files.push_back({name, text});
    Looked looked;
    const FirstLook look = {.read = read, .tell = [&](std::vector<std::uint8_t> bytes) { looked.first = std::move(bytes); }, .messages_at_least = 0};
    auto whole = run_import_job(files, {}, [&](PersonBook& book) { read_incoming_notes(book, read); }, look);
    if (whole) looked.whole = std::move(*whole);
    return looked;
}

Workspace judged(Document document) {
    Workspace workspace(embedded_knowledge(), today);
    workspace.replace(std::move(document));
    return workspace;
}

}  // namespace

TEST(FirstLook, says_of_the_newest_what_the_whole_archive_says_where_no_message_comes) {
    const Looked looked = import(archive());
    ASSERT_FALSE(looked.first.empty());
    auto first = first_look_from(looked.first, Document{});
    auto snapshot = import_snapshot_from(looked.whole);
    ASSERT_TRUE(first && snapshot);
    Document document;
    document.book = std::move(snapshot->book);
    const Workspace early = judged(std::move(*first)), late = judged(std::move(document));
    const auto open = early.rows_in(Lane::All, "");
    ASSERT_EQ(open.size(), late.rows_in(Lane::All, "").size());
    ASSERT_GT(open.size(), 10U);
    std::size_t copied = 0, known = 0, followed = 0;
    for (const std::uint32_t row : open) {
        const Invitation& invitation = early.invitation_of(early.rows()[row]);
        const auto same = late.row_of(invitation.id);
        ASSERT_TRUE(same.has_value());
        const Invitation& whole = late.invitation_of(late.rows()[*same]);
        EXPECT_EQ(invitation.note, whole.note);
        EXPECT_EQ(invitation.reading, whole.reading) << invitation.note;
        const Person &person = early.person_of(early.rows()[row]), &same_person = late.person_of(late.rows()[*same]);
        EXPECT_EQ(person, same_person) << person.name;
        const Outline &one = early.outline_of(early.rows()[row]), &other = late.outline_of(late.rows()[*same]);
        EXPECT_EQ(one.action, other.action);
        EXPECT_EQ(one.confidence, other.confidence);
        EXPECT_EQ(one.flags, other.flags);
        const auto has = [](const std::vector<Fact>& facts, FactCode code) { return std::ranges::find(facts, code, &Fact::code) != facts.end(); };
        copied += invitation.reading && has(invitation.reading->facts, FactCode::copied_across_many);
        known += invitation.reading && has(invitation.reading->facts, FactCode::real_person_already_connected);
        followed += has(person.facts, FactCode::user_follows_them);
    }
    EXPECT_EQ(copied, 4U);
    EXPECT_EQ(known, 1U);
    EXPECT_EQ(followed, 1U);
}

TEST(FirstLook, lists_the_newest_first_and_nothing_that_is_settled) {
    auto first = first_look_from(import(archive()).first, Document{});
    ASSERT_TRUE(first.has_value());
    const Workspace early = judged(std::move(*first));
    const auto open = early.rows_in(Lane::All, "");
    EXPECT_EQ(early.person_of(early.rows()[open.front()]).name, "Runa Telle");
    for (const std::uint32_t row : open) EXPECT_NE(early.person_of(early.rows()[row]).name, "Kari3 Nordvik") << "a connection";
}

TEST(FirstLook, leaves_out_what_the_open_document_lists_and_takes_its_goals) {
    const Looked looked = import(archive());
    Document open;
    open.book = import_snapshot_from(looked.whole)->book;
    std::erase_if(open.book.invitations, [&](const Invitation& each) { return open.book.at(each.person).name == "Odo Marsh"; });
    open.lenses.front().goals.purposes[0] = 5;
    const auto first = first_look_from(looked.first, open);
    ASSERT_TRUE(first.has_value());
    ASSERT_EQ(first->book.invitations.size(), 1U);
    EXPECT_EQ(first->book.at(first->book.invitations.front().person).name, "Odo Marsh");
    EXPECT_EQ(first->lenses, open.lenses);
}

TEST(FirstLook, is_not_taken_where_few_messages_follow_or_a_byte_is_missing) {
    const auto texts = archive();
    std::vector<InputFile> files;
    for (const auto& [name, text] : texts) files.push_back({name, text});
    bool told = false;
    const FirstLook look = {.tell = [&](std::vector<std::uint8_t>) { told = true; }};
    EXPECT_TRUE(run_import_job(files, {}, {}, look).has_value());
    EXPECT_FALSE(told);
    auto bytes = import(texts).first;
    bytes.pop_back();
    EXPECT_FALSE(first_look_from(bytes, Document{}).has_value());
}
