#include "workspace/sample.hpp"

#include "base/embedded.hpp"
#include "knowledge/knowledge.hpp"
#include "knowledge/note_lexicon_reader.hpp"
#include "workspace/change.hpp"
#include "workspace/note_reading.hpp"
#include "workspace/save_file.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

using namespace discern;

namespace {

constexpr Instant now{1'790'000'000};

Document sample() {
    auto document = sample_document_from(embedded_file(sample_asset), now);
    EXPECT_TRUE(document.has_value()) << sentence_from(document.error());
    return document.value_or(Document{});
}

const Person* person_named(const Document& document, std::string_view name) {
    const Person* found = nullptr;
    for (const Person& person : document.book.people)
        if (person.name == name) found = &person;
    return found;
}

// The sample under one of its sets of goals, judged as the page judges it.
Workspace judged_sample(std::uint32_t lens) {
    const auto lexicon = read_note_lexicon(embedded_asset);
    EXPECT_TRUE(lexicon.has_value());
    Workspace workspace(embedded_knowledge(), utc_day_of(now));
    workspace.set_note_reader(note_reader_with(*lexicon));
    Document document = sample();
    document.active_lens = lens;
    workspace.replace(std::move(document));
    return workspace;
}

}  // namespace

TEST(Sample, is_marked_as_one_and_has_several_sets_of_goals) {
    const Document document = sample();
    EXPECT_TRUE(document.sample);
    EXPECT_GE(document.lenses.size(), 3U);
    EXPECT_NE(lens_of(document, document.active_lens), nullptr);
    EXPECT_FALSE(document.book.owner.positions.empty());
}

TEST(Sample, opens_with_the_dilemmas_of_the_advice) {
    const Document document = sample();
    const auto& invitations = document.book.invitations;
    ASSERT_GE(invitations.size(), 40U);
    // Received is listed newest first: follower, gym, boss' girlfriend stand on top; the three others are outgoing.
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(invitations[i].direction, Direction::Incoming);
        EXPECT_LT(now.seconds_since_epoch - invitations[i].sent_at->seconds_since_epoch, 86'400);
    }
    for (std::size_t i = 3; i < 6; ++i) {
        EXPECT_EQ(invitations[i].direction, Direction::Outgoing);
        EXPECT_FALSE(invitations[i].sent_at.has_value()) << "planned, not sent";
    }
}

TEST(Sample, shows_every_lane) {
    std::array<std::uint32_t, lane_count> most{};
    for (const Lens& lens : sample().lenses) {
        const auto counts = judged_sample(lens.id).lane_counts();
        for (std::size_t lane = 0; lane < lane_count; ++lane) most[lane] = std::max(most[lane], counts[lane]);
    }
    for (std::size_t lane = 0; lane < lane_count; ++lane) EXPECT_GT(most[lane], 0U) << "lane " << lane;
}

TEST(Sample, shows_every_flag_that_an_invitation_can_carry) {
    std::set<std::string> shown;
    for (const Lens& lens : sample().lenses) {
        const Workspace workspace = judged_sample(lens.id);
        for (const ReceivedRow& row : workspace.rows())
            for (const Flag& flag : workspace.verdict_of(row).flags) shown.insert(flag.code);
        const Document& document = workspace.document();
        for (const Invitation& invitation : document.book.invitations)
            if (invitation.direction == Direction::Outgoing)
                for (const Flag& flag : judge_case(document.book, invitation, lens.goals, embedded_knowledge(),
                                                   utc_day_of(now)).flags)
                    shown.insert(flag.code);
    }
    for (const std::string flag :
         {"generic_note", "no_note", "mass_template", "sales_pitch", "sales_role", "mass_connector", "link", "mlm",
          "pay_to_play", "asks_favour", "unprofessional", "no_photo", "thin_profile", "few_connections", "stock_photo",
          "company_as_person", "inconsistent_profile", "unverifiable", "misrepresentation", "impersonation", "crypto",
          "investment", "job_scam", "upfront_payment", "advance_fee", "personal_data_request", "off_platform", "urgency",
          "too_good", "flattery", "romance", "harassment", "phishing_link", "malware_file", "obfuscation", "espionage",
          "confidentiality", "paid_consulting", "competitor", "job_search_privacy", "too_soon", "no_relation",
          "bulk_invite", "pending", "resend_lock", "note_quota", "boundary"})
        EXPECT_TRUE(shown.contains(flag)) << flag;
}

TEST(Sample, gives_another_answer_to_some_people_when_the_goals_are_others) {
    const Workspace next_role = judged_sample(1), board_seat = judged_sample(3);
    int different = 0;
    for (std::size_t i = 0; i < next_role.rows().size(); ++i)
        if (next_role.verdict_of(next_role.rows()[i]).action != board_seat.verdict_of(board_seat.rows()[i]).action)
            ++different;
    EXPECT_GE(different, 4);
}

TEST(Sample, is_as_fresh_as_the_day_it_is_opened) {
    auto later = sample_document_from(embedded_file(sample_asset), Instant{now.seconds_since_epoch + 10 * 86'400});
    ASSERT_TRUE(later.has_value());
    EXPECT_EQ(later->book.invitations[0].sent_at->seconds_since_epoch,
              sample().book.invitations[0].sent_at->seconds_since_epoch + 10 * 86'400);
}

TEST(Sample, leads_to_nobody_real) {
    for (const Person& person : sample().book.people) {
        EXPECT_EQ(person.profile_key, "") << person.name;
        EXPECT_EQ(person.profile.email, "");
    }
}

TEST(Sample, names_are_of_many_scripts) {
    const Document document = sample();
    for (const std::string_view name : {"孙 雅澜", "فاطمة الزيداني", "आरव देशमाने", "נועה בן־שחרון", "長谷岡 みなみ",
                                        "Олена Савицька-Гайдар", "한 지우림", "🌊 Kai Marlowe-Tindall ⚡"})
        EXPECT_NE(person_named(document, name), nullptr) << name;
}

TEST(Sample, ids_are_unique_and_every_mutual_is_somebody_else) {
    const Document document = sample();
    std::vector<InvitationId> ids;
    for (const Invitation& invitation : document.book.invitations) ids.push_back(invitation.id);
    std::ranges::sort(ids);
    EXPECT_EQ(std::ranges::adjacent_find(ids), ids.end());
    for (std::uint32_t i = 0; i < document.book.people.size(); ++i)
        for (const PersonId mutual : document.book.people[i].mutuals.named) EXPECT_NE(mutual.index, i);
}

TEST(Sample, can_be_saved_and_opened_like_any_document) {
    const Document document = sample();
    const auto opened = document_from_save_file(save_file_from(document, now), "sample.discern.json");
    ASSERT_TRUE(opened.has_value()) << sentence_from(opened.error());
    EXPECT_TRUE(*opened == document);
}

TEST(SampleReader, refuses_a_word_that_it_does_not_know) {
    const std::string_view goals = R"("files": ["you", "Invitations.csv", "Profile pages, pasted"], "lenses": [{"name": "A"}])";
    for (const std::string_view people :
         {R"([{"name": "A", "told": ["dances"]}])", R"([{"name": "A", "profile": {"photo": "blurred"}}])",
          R"([{"name": "A", "mutuals": {"named": ["Nobody"]}}])", R"([{"name": ""}])", R"([{"name": "A", "connected_days_ago": 3}])",
          R"([{"name": "A", "invitation": {"days_ago": "x"}}])", R"([{"name": "A", "invitation": {}, "decided": {"action": "x"}}])",
          R"("people")"}) {
        const auto document =
            sample_document_from("{" + std::string(goals) + ", \"people\": " + std::string(people) + "}", now);
        ASSERT_FALSE(document.has_value()) << people;
        EXPECT_TRUE(document.error().what.starts_with("The sample is broken: "));
    }
    EXPECT_FALSE(sample_document_from("", now).has_value());
    EXPECT_FALSE(sample_document_from("{}", now).has_value());
}
