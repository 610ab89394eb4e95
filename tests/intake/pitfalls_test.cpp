// One test for each pitfall of parsers of LinkedIn archives that concerns the importer. The numbers in the names of the
// fixtures are those of the project's list of pitfalls; the people in them are invented.
#include "tests/support/fixtures.hpp"

#include "base/date.hpp"

#include <gtest/gtest.h>

using namespace discern;
using namespace discern::test;

namespace {

constexpr std::string_view ottilie = "ottilie-quandt-4f1";

Handed archive_file(std::string_view fixture_name, std::string_view as = {}) {
    return {std::string(as.empty() ? fixture_name : as), fixture("archive/" + std::string(fixture_name))};
}

ArchiveImport imported(const std::vector<Handed>& files) {
    auto result = import(files);
    EXPECT_TRUE(result.has_value()) << (result ? "" : sentence_from(result.error()));
    return result ? std::move(*result) : ArchiveImport{};
}

ArchiveImport imported(std::initializer_list<std::string_view> fixtures) {
    std::vector<Handed> files;
    for (const auto name : fixtures) files.push_back(archive_file(name));
    return imported(files);
}

Day day(int year, int month, int number) { return day_from_civil({year, month, number}); }

const Person& ottilie_in(const ArchiveImport& result) { return person_named(result.book, "Ottilie Quandt"); }

}  // namespace

TEST(Pitfall01, the_notes_before_the_header_are_no_header_and_no_people) {
    const auto result = imported({"01-preamble-Connections.csv"});
    EXPECT_EQ(result.report.connections, 2u);
    EXPECT_EQ(result.book.people.size(), 2u);
    const Person& person = ottilie_in(result);
    EXPECT_EQ(person.profile_key, ottilie);
    EXPECT_EQ(person.profile.company, "Brackwater, Inc.");
    EXPECT_EQ(person.ties.connected_on, day(2026, 2, 8));
    EXPECT_EQ(person.ties.connected_source.row, 1u);
    EXPECT_EQ(result.book.files.at(person.ties.connected_source.file), "01-preamble-Connections.csv");
    const Person& bram = person_named(result.book, "Bram Sedley, PhD");
    EXPECT_EQ(bram.profile.email, "bram@example.com");
    EXPECT_EQ(bram.ties.connected_on, day(2025, 10, 2));
}

TEST(Pitfall02, the_header_is_found_wherever_it_stands) {
    EXPECT_EQ(ottilie_in(imported({"02-no-preamble-2018-Connections.csv"})).ties.connected_on, day(2018, 2, 8));
    EXPECT_EQ(ottilie_in(imported({"02-hand-trimmed-Connections.csv"})).ties.connected_on, day(2026, 2, 8));
    const auto oldest = imported({"02-columns-of-2017-Connections.csv"});
    EXPECT_EQ(ottilie_in(oldest).ties.connected_on, day(2017, 2, 8));
    EXPECT_EQ(ottilie_in(oldest).profile.email, "o@example.com");
}

TEST(Pitfall03, invitations_of_every_era_say_who_and_when) {
    for (const auto name :
         {"03-five-columns-Invitations.csv", "03-seven-columns-Invitations.csv", "03-date-sent-Invitations.csv"}) {
        const auto result = imported({"01-preamble-Connections.csv", name});
        const Invitation& invitation = result.book.invitations.at(0);
        EXPECT_EQ(result.book.at(invitation.person).name, "Ottilie Quandt") << name;
        EXPECT_EQ(invitation.direction, Direction::Incoming) << name;
        EXPECT_EQ(invitation.sent_at, instant_from_iso("2026-01-29T22:37:00Z")) << name;
        EXPECT_TRUE(invitation.accepted) << name;
        EXPECT_EQ(result.book.owner.name, "Mirela Oduya") << name;
    }
}

TEST(Pitfall03, messages_of_every_era_count_for_the_right_people) {
    for (const auto name :
         {"03-ten-columns-messages.csv", "03-attachments-messages.csv", "03-draft-column-messages.csv",
          "03-twelve-columns-messages.csv", "03-two-draft-columns-messages.csv"}) {
        const auto result = imported({"01-preamble-Connections.csv", "03-seven-columns-Invitations.csv", name});
        const Ties& ties = ottilie_in(result).ties;
        EXPECT_EQ(result.report.messages, 3u) << name;
        EXPECT_EQ(ties.messages_from_them, 1u) << name;
        EXPECT_EQ(ties.messages_to_them, 1u) << name;
        EXPECT_EQ(ties.last_message, instant_from_iso("2026-02-10T09:00:00Z")) << name;
        EXPECT_EQ(person_named(result.book, "Bram Sedley, PhD").ties.messages_to_them, 1u) << name;
        EXPECT_EQ(result.book.people.size(), 2u) << name;
    }
}

TEST(Pitfall03, messages_without_recipients_addresses_still_count_what_was_received) {
    const auto result = imported({"01-preamble-Connections.csv", "Profile.csv", "03-nine-columns-messages.csv"});
    EXPECT_EQ(result.book.owner.profile_key, "mirela-oduya");
    EXPECT_EQ(ottilie_in(result).ties.messages_from_them, 1u);
    EXPECT_EQ(result.report.messages, 2u);
}

TEST(Pitfall03, messages_of_2018_count_for_names_that_one_connection_bears) {
    const auto result = imported({"02-no-preamble-2018-Connections.csv", "Profile.csv", "03-year-2018-Messages.csv"});
    EXPECT_EQ(ottilie_in(result).ties.messages_from_them, 1u);
    EXPECT_EQ(ottilie_in(result).ties.messages_to_them, 1u);
    EXPECT_EQ(result.report.messages, 3u);
    EXPECT_EQ(result.report.messages_counted, 2u);
    EXPECT_EQ(result.book.people.size(), 2u);
}

TEST(Pitfall04, quoted_headers_and_line_breaks_in_messages_make_no_extra_rows) {
    const auto result = imported(
        {"01-preamble-Connections.csv", "03-seven-columns-Invitations.csv", "04-every-field-quoted-messages.csv"});
    EXPECT_EQ(result.report.messages, 2u);
    EXPECT_EQ(result.report.skipped_total, 0u);
    EXPECT_EQ(ottilie_in(result).ties.messages_from_them, 1u);
    EXPECT_EQ(ottilie_in(result).ties.messages_to_them, 1u);
}

TEST(Pitfall05, hidden_members_are_counted_and_never_become_people) {
    const auto result = imported({"05-hidden-rows-Connections.csv"});
    EXPECT_EQ(result.report.connections, 5u);
    EXPECT_EQ(result.report.connections_hidden, 2u);
    EXPECT_EQ(result.book.people.size(), 2u);
    ASSERT_EQ(result.report.skipped.size(), 1u);  // the row without even a date
    EXPECT_EQ(result.report.skipped.front(), (SkippedRow{"05-hidden-rows-Connections.csv", 3, "It is empty."}));
}

TEST(Pitfall06, names_are_never_split_at_commas) {
    const auto result = imported(
        {"01-preamble-Connections.csv", "03-seven-columns-Invitations.csv", "06-commas-in-names-messages.csv"});
    EXPECT_EQ(ottilie_in(result).ties.messages_to_them, 1u);
    const Ties& bram = person_named(result.book, "Bram Sedley, PhD").ties;
    EXPECT_EQ(bram.messages_to_them, 1u);
    EXPECT_EQ(bram.messages_from_them, 1u);
    EXPECT_EQ(person_named(result.book, "Lark Vane, MBA").profile_key, "lark-vane");
    EXPECT_EQ(result.report.messages_counted, 3u);
}

TEST(Pitfall07, endorsements_join_though_their_addresses_lack_the_scheme) {
    const auto result = imported({"01-preamble-Connections.csv", "07-no-scheme-Endorsement_Received_Info.csv"});
    EXPECT_EQ(ottilie_in(result).ties.endorsements_received, 2u);
    EXPECT_EQ(result.book.people.size(), 2u);
}

TEST(Pitfall07, endorsements_without_an_address_join_by_a_name_that_one_connection_bears) {
    const auto result = imported({"01-preamble-Connections.csv", "07-no-address-Endorsement_Given_Info.csv"});
    EXPECT_EQ(person_named(result.book, "Bram Sedley, PhD").ties.endorsements_given, 1u);
    EXPECT_EQ(result.report.skipped_total, 1u);
    EXPECT_EQ(result.book.people.size(), 2u);
}

TEST(Pitfall08, encoded_and_decoded_addresses_are_one_person) {
    const auto result = imported({"08-percent-encoding-Connections.csv", "08-percent-encoding-Invitations.csv"});
    EXPECT_EQ(result.book.people.size(), 1u);
    EXPECT_EQ(result.invitation_matches.at(0), (InvitationMatch{0, true}));
}

TEST(Pitfall10, an_unknown_address_with_a_known_name_is_a_doubt_and_no_join) {
    const auto result = imported({"01-preamble-Connections.csv", "10-changed-address-Invitations.csv"});
    EXPECT_EQ(result.invitation_matches.at(0), (InvitationMatch{0, false}));
    EXPECT_EQ(result.book.people.size(), 3u);
    EXPECT_FALSE(result.book.invitations.at(0).accepted);
}

TEST(Pitfall11, the_constant_address_of_december_2023_merges_nobody) {
    const auto result = imported({"01-preamble-Connections.csv", "11-constant-address-Invitations.csv"});
    ASSERT_EQ(result.book.invitations.size(), 3u);
    EXPECT_EQ(result.book.people.size(), 4u);
    EXPECT_EQ(result.invitation_matches.at(0), (InvitationMatch{0, true}));
    EXPECT_EQ(result.invitation_matches.at(1), (InvitationMatch{std::nullopt, true}));
    EXPECT_NE(result.book.invitations[1].id, result.book.invitations[2].id);
    EXPECT_EQ(result.book.owner.profile_key, "");
}

TEST(Pitfall12, sent_at_is_los_angeles_and_connected_on_is_a_utc_day) {
    const auto result = imported({"01-preamble-Connections.csv", "03-seven-columns-Invitations.csv"});
    EXPECT_EQ(result.book.invitations.at(1).sent_at, instant_from_iso("2026-01-28T17:00:00Z"));
    EXPECT_EQ(result.book.exported_on, day(2026, 2, 8));
}

TEST(Pitfall13, only_invitations_whose_other_side_is_no_connection_are_open) {
    const auto result = imported({"01-preamble-Connections.csv", "13-accepted-and-open-Invitations.csv"});
    EXPECT_EQ(result.report.invitations_incoming, 2u);
    EXPECT_EQ(result.report.incoming_accepted, 1u);
    EXPECT_EQ(result.report.incoming_open(), 1u);
    EXPECT_EQ(result.report.invitations_outgoing, 1u);
    EXPECT_EQ(result.report.outgoing_open(), 1u);
}

TEST(Pitfall14, notes_said_again_drafts_spam_and_adverts_are_no_contact) {
    const auto result = imported(
        {"01-preamble-Connections.csv", "03-seven-columns-Invitations.csv", "14-what-is-no-contact-messages.csv"});
    EXPECT_EQ(result.report.messages, 6u);
    EXPECT_EQ(result.report.messages_counted, 1u);
    EXPECT_EQ(ottilie_in(result).ties.messages_from_them, 1u);
    EXPECT_EQ(ottilie_in(result).ties.last_message, instant_from_iso("2026-02-12T09:00:00Z"));
    const Ties& bram = person_named(result.book, "Bram Sedley, PhD").ties;
    EXPECT_EQ(bram.messages_from_them + bram.messages_to_them, 0u);
    EXPECT_EQ(result.book.people.size(), 2u);
}

TEST(Pitfall14, chats_with_an_assistant_are_not_with_people) {
    const auto result = imported(
        {"01-preamble-Connections.csv", "03-seven-columns-Invitations.csv", "14-assistant-coach_messages.csv"});
    EXPECT_EQ(result.report.messages, 0u);
    EXPECT_EQ(result.book.people.size(), 2u);
    EXPECT_EQ(result.report.files.at(2), (FileReport{"14-assistant-coach_messages.csv", "assistant_messages", 1, 0}));
}

TEST(Pitfall15, files_that_are_not_used_are_named) {
    const auto result = imported({"01-preamble-Connections.csv", "15-ad-targeting-Ad_Targeting.csv"});
    EXPECT_EQ(result.report.files.at(1), (FileReport{"15-ad-targeting-Ad_Targeting.csv", "not_used", 0, 0}));
}

TEST(Pitfall16, utf16_files_with_tabs_read_like_any_other) {
    for (const auto name : {"16-utf16-tabs-Connections.csv", "16-utf16-big-endian-Connections.csv"}) {
        const auto result = imported({name});
        EXPECT_EQ(person_named(result.book, "Zoé Hallström").profile.company, "Tidemill 🚀") << name;
        EXPECT_EQ(person_named(result.book, "Bram Sedley").ties.connected_on, day(2017, 10, 2)) << name;
    }
}

TEST(Pitfall19, what_spreadsheets_save_is_read) {
    const auto semicolons = imported({"19-excel-semicolons-Connections.csv"});
    EXPECT_EQ(ottilie_in(semicolons).profile.company, "Brackwater; Inc.");
    EXPECT_EQ(ottilie_in(semicolons).ties.connected_on, day(2026, 2, 8));
    EXPECT_EQ(person_named(semicolons.book, "Bram Sedley").ties.connected_on, day(2025, 10, 2));
    EXPECT_EQ(ottilie_in(imported({"19-excel-day-first-Connections.csv"})).ties.connected_on, day(2026, 2, 8));
    EXPECT_EQ(person_named(imported({"19-excel-windows-1252-Connections.csv"}).book, "Zoé Hallström").profile.company,
              "Café „Tidemill“");
}

TEST(Pitfall21, names_that_other_programs_take_for_nothing_are_names) {
    const auto result = imported({"21-names-that-mean-nothing-Connections.csv"});
    EXPECT_EQ(person_named(result.book, "Null None").profile.company, "NA");
    EXPECT_EQ(person_named(result.book, "None").profile.position, "null");
    EXPECT_EQ(result.report.connections_hidden, 0u);
}

TEST(Pitfall23, emoji_invisible_characters_and_blanks_do_not_hinder_a_match) {
    const auto result = imported({"23-emoji-names-Connections.csv", "23-emoji-names-Invitations.csv"});
    EXPECT_EQ(result.invitation_matches.at(0), (InvitationMatch{0, true}));
    EXPECT_EQ(result.invitation_matches.at(1), (InvitationMatch{1, true}));
    EXPECT_EQ(result.book.people.at(0).name, "Ottilie Quandt 🚀✨");  // shown as it is written
}

TEST(Pitfall24, headers_that_no_real_export_has_are_not_understood) {
    const auto result = import({archive_file("24-french-header-Connexions.csv")});
    ASSERT_FALSE(result.has_value());
    EXPECT_FALSE(result.error().mend.empty());
}
