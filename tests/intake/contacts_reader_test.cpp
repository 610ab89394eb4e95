#include "intake/contacts_reader.hpp"

#include "tests/support/fixtures.hpp"

#include <gtest/gtest.h>

using namespace discern;
using namespace discern::test;

namespace {

std::vector<SeenPerson> contacts_in(std::string_view name) {
    auto people = read_contacts_file(fixture("contacts/" + std::string(name)), name);
    EXPECT_TRUE(people.has_value()) << name;
    return people ? std::move(*people) : std::vector<SeenPerson>{};
}

}  // namespace

TEST(ReadContactsFile, reads_vcard_3_with_folded_lines_groups_and_escapes) {
    const auto people = contacts_in("three.vcf");
    ASSERT_EQ(people.size(), 2u);
    EXPECT_EQ(people[0].name, "Bram J. Sedley");
    EXPECT_EQ(people[0].profile.email, "bram@example.com");
    EXPECT_EQ(people[0].profile.company, "Tidemill, Ltd");
    EXPECT_EQ(people[0].profile.position, "Pilot");
    EXPECT_EQ(people[0].profile_key, "bram-sedley");
    EXPECT_TRUE(people[0].in_address_book);
    EXPECT_EQ(people[1].name, "Ottilie Quandt");
    EXPECT_EQ(people[1].line, 2u);
}

TEST(ReadContactsFile, reads_vcard_4_and_2_1) {
    const auto four = contacts_in("four.vcf");
    ASSERT_EQ(four.size(), 1u);
    EXPECT_EQ(four[0].name, "Zoé Hallström");
    EXPECT_EQ(four[0].profile_key, "zoé-h");
    const auto older = contacts_in("two-point-one.vcf");
    ASSERT_EQ(older.size(), 1u);
    EXPECT_EQ(older[0].name, "Zoé Hallström");
}

TEST(ReadContactsFile, reads_the_csv_of_google_and_outlook_of_all_times) {
    for (const auto name : {"google.csv", "google-older.csv", "outlook.csv"}) {
        const auto people = contacts_in(name);
        ASSERT_EQ(people.size(), 1u) << name;
        EXPECT_EQ(people[0].name, "Bram Sedley") << name;
        EXPECT_EQ(people[0].profile.email, "bram@example.com") << name;
        EXPECT_EQ(people[0].profile.company, "Tidemill") << name;
        EXPECT_EQ(people[0].profile.position, "Pilot") << name;
    }
    EXPECT_EQ(contacts_in("google.csv")[0].profile_key, "bram-sedley");
    EXPECT_EQ(contacts_in("outlook-semicolons.csv").at(0).name, "Zoé Hallström");
}

TEST(ReadContactsFile, says_what_is_wrong_with_other_files) {
    for (const std::string_view bytes : {"", "hello", "a,b\n1,2\n", "From,To,Sent At,Message,Direction\n"}) {
        const auto people = read_contacts_file(bytes, "x.csv");
        ASSERT_FALSE(people.has_value());
        EXPECT_EQ(people.error().where.file, "x.csv");
        EXPECT_FALSE(people.error().mend.empty());
    }
    EXPECT_FALSE(read_contacts_file("BEGIN:VCARD\nEND:VCARD\n", "x.vcf").has_value());
}

TEST(LooksLikeContacts, goes_by_content) {
    EXPECT_TRUE(looks_like_vcard(fixture("contacts/three.vcf")));
    EXPECT_FALSE(looks_like_vcard("Name,E-mail"));
    EXPECT_TRUE(looks_like_contacts_csv(fixture("contacts/outlook.csv")));
    EXPECT_FALSE(looks_like_contacts_csv(fixture("archive/03-seven-columns-Invitations.csv")));
    for (const auto name :
         {"01-preamble-Connections.csv", "02-no-preamble-2018-Connections.csv", "ImportedContacts-2025.csv"})
        EXPECT_FALSE(looks_like_contacts_csv(fixture("archive/" + std::string(name)))) << name;
}
