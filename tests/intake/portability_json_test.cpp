#include "intake/portability_json.hpp"

#include "tests/support/fixtures.hpp"

#include <gtest/gtest.h>

using namespace discern;
using namespace discern::test;

namespace {

const std::string connections_page =
    R"({"paging":{"start":0,"count":10,"links":[]},"elements":[{"snapshotDomain":"CONNECTIONS","snapshotData":[
    {"Connected On":"08 Feb 2026","First Name":"Ottilie","Last Name":"Quandt, \"O\"","URL":"https://www.linkedin.com/in/ottilie-quandt-4f1","Email Address":"","Company":"Brackwater","Position":"Buyer"},
    {"First Name":"Bram","Last Name":"Sedley","URL":"https://www.linkedin.com/in/bram-sedley","Connected On":"02 Oct 2025"}]}]})";
const std::string invitations_page =
    R"({"elements":[{"snapshotDomain":"INVITATIONS","snapshotData":[{"Direction":"INCOMING","Sent At":"1/29/26, 2:37 PM","Message":"Hello\nthere",
    "inviterProfileUrl":"https://www.linkedin.com/in/ottilie-quandt-4f1","inviteeProfileUrl":"https://www.linkedin.com/in/mirela-oduya"}]}]})";

}  // namespace

TEST(PortabilityJson, is_read_like_the_archive_it_mirrors) {
    const auto result =
        import({{"snapshot.json", connections_page + "\n" + invitations_page + "\n" + connections_page}});
    ASSERT_TRUE(result.has_value()) << sentence_from(result.error());
    EXPECT_EQ(result->report.connections, 2u);  // the page that was saved twice counts once
    EXPECT_EQ(result->report.invitations_incoming, 1u);
    EXPECT_EQ(result->report.incoming_accepted, 1u);
    EXPECT_EQ(result->book.invitations.at(0).note, "Hello\nthere");
    EXPECT_EQ(result->book.owner.profile_key, "mirela-oduya");
    EXPECT_EQ(person_named(result->book, "Ottilie Quandt, \"O\"").profile.company, "Brackwater");
}

TEST(PortabilityJson, takes_pages_in_an_array_as_well) {
    const auto files = files_from_portability_json("[" + connections_page + "," + invitations_page + "]", "x.json");
    ASSERT_TRUE(files.has_value());
    ASSERT_EQ(files->size(), 2u);
    EXPECT_EQ((*files)[0].name, "Connections.csv");
    EXPECT_EQ((*files)[1].name, "Invitations.csv");
}

TEST(PortabilityJson, says_what_is_wrong_with_other_json) {
    const std::string deep = "{\"snapshotDomain\":" + std::string(100'000, '[');
    for (const std::string& bytes : {connections_page.substr(0, connections_page.size() / 2), deep,
                                     std::string(R"({"snapshotDomain":"RECEIPTS","snapshotData":[{"a":"b"}]})"),
                                     std::string(R"([{"snapshotDomain":1,"snapshotData":{}}])")}) {
        const auto files = files_from_portability_json(bytes, "x.json");
        ASSERT_FALSE(files.has_value());
        EXPECT_EQ(files.error().where.file, "x.json");
        EXPECT_FALSE(import({{"x.json", bytes}}).has_value());
    }
}

TEST(PortabilityJson, is_known_by_its_content) {
    EXPECT_TRUE(looks_like_portability_json("\n " + connections_page));
    EXPECT_FALSE(looks_like_portability_json("{\"version\": 1}"));
    EXPECT_FALSE(looks_like_portability_json(""));
}
