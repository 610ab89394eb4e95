#include "judgement/receipt.hpp"

#include "tests/judgement/people_of_the_tests.hpp"

#include <gtest/gtest.h>

namespace discern {
namespace {

const StringTable& words() { return embedded_strings(); }

EvidenceLine line_of(std::string reason, std::vector<double> numbers, std::string quote = {}) {
    EvidenceLine line;
    line.reason = std::move(reason);
    line.numbers = std::move(numbers);
    line.quote = std::move(quote);
    return line;
}

TEST(Receipt, counts_messages_and_names_the_month_of_the_last) {
    const double day = day_from_civil({2026, 3, 14}).days_since_epoch;
    EXPECT_EQ(evidence_sentence(line_of("evidence.messages_two_way", {12, day}), words()),
              "12 messages went back and forth, the last in March 2026.");
    EXPECT_EQ(evidence_sentence(line_of("evidence.messages_from_them_only", {1}), words()),
              "They wrote once; you did not answer.");
}

TEST(Receipt, quotes_the_very_words) {
    EXPECT_EQ(evidence_sentence(line_of("evidence.role.recruiter", {1}, "Talent Partner"), words()),
              "A recruiter, by the headline: “Talent Partner”.");
}

TEST(Receipt, names_the_file_and_row_or_you) {
    PersonBook book;
    book.files = {"you", "messages.csv"};
    EXPECT_EQ(source_words({1, 1204}, book, words()), "messages.csv, row 1,204");
    EXPECT_EQ(source_words({1, 0}, book, words()), "messages.csv");
    EXPECT_EQ(source_words({0, 0}, book, words()), "you");
    EXPECT_EQ(source_words({9, 3}, book, words()), "you");
}

TEST(Receipt, says_what_would_change_the_answer_and_what_to_find_out) {
    const Verdict verdict = judge(complete(person_with({"alumni", "unrelated_field"})), grower);
    ASSERT_TRUE(verdict.flip.has_value());
    ASSERT_TRUE(verdict.ask.has_value());
    EXPECT_EQ(flip_sentence(*verdict.flip, words()).find("flip."), std::string::npos);
    EXPECT_EQ(question_sentence(*verdict.ask, words()).find("ask."), std::string::npos);
    EXPECT_NE(flip_sentence(*verdict.flip, words()).find(action_name(verdict.flip->becomes, words())), std::string::npos);
}

TEST(Receipt, backs_an_accept_with_the_evidence_that_carries_it) {
    const Verdict verdict = judge(complete(person_with({"works_with_daily", "same_team", "same_field"})), grower);
    ASSERT_EQ(verdict.action, Action::Accept);
    const auto sentences = headline_evidence(verdict, words());
    ASSERT_TRUE(verdict.headline_reason.starts_with("headline.")) << verdict.headline_reason;
    ASSERT_FALSE(sentences.empty());
    EXPECT_LE(sentences.size(), 2u);
    bool stands_on_the_receipt = false;
    for (const Factor& factor : verdict.factors)
        for (const EvidenceLine& line : factor.evidence)
            stands_on_the_receipt |= evidence_sentence(line, words()) == sentences.front() && factor.contribution > 0;
    EXPECT_TRUE(stands_on_the_receipt);
}

TEST(Receipt, adds_nothing_to_a_headline_that_asks_or_warns) {
    Verdict verdict = judge(complete(person_with({"works_with_daily"})), grower);
    verdict.action = Action::AskFirst;
    EXPECT_TRUE(headline_evidence(verdict, words()).empty());
    verdict.action = Action::Report;
    EXPECT_TRUE(headline_evidence(verdict, words()).empty());
}

TEST(Receipt, leaves_no_key_unsaid_on_any_verdict_of_the_vocabulary) {
    for (std::size_t i = 0; i < fact_code_count(); ++i) {
        const auto code = static_cast<FactCode>(i);
        if (group_of(code) == FactGroup::Boundary) continue;
        for (const Direction direction : {Direction::Incoming, Direction::Outgoing}) {
            Person person;
            Fact fact;
            fact.code = code;
            person.facts.push_back(fact);
            const Verdict verdict = judge(person, grower, direction);
            EXPECT_EQ(headline_sentence(verdict, words()).find("headline."), std::string::npos) << name_of(code);
            for (const Factor& factor : verdict.factors)
                for (const EvidenceLine& line : factor.evidence)
                    EXPECT_EQ(evidence_sentence(line, words()).find("evidence."), std::string::npos) << line.reason;
        }
    }
}

TEST(Receipt, is_honest_about_how_sure_it_is) {
    EXPECT_EQ(confidence_words(0.97, words()), "Nearly certain");
    EXPECT_EQ(confidence_words(0.55, words()), "A close call");
}

}  // namespace
}  // namespace discern
