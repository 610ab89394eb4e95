#include "judgement/situation.hpp"

#include "tests/judgement/people_of_the_tests.hpp"

#include <gtest/gtest.h>

namespace discern {
namespace {

// The situation of one person whose profile says `headline`, for a user with these goals.
Situation situation_of(const std::string& headline, const Goals& goals, const std::string& company = {}) {
    static PersonBook book;  // quotes point into it
    book = {};
    book.people.resize(1);
    book.people[0].profile.headline = headline;
    book.people[0].profile.company = company;
    Situation situation;
    ReadingDesk desk;
    const auto& knowledge = embedded_knowledge();
    read_situation(book, {}, stance_from(goals, {}, knowledge).words, knowledge, test_day, desk, situation);
    return situation;
}

TEST(Words, finds_roles_in_five_languages) {
    for (const char* headline : {"Senior Recruiter, cloud teams", "Personalberaterin für IT", "Chargée de recrutement",
                                 "Reclutadora de talento digital", "Analista de Recrutamento e Seleção"})
        EXPECT_TRUE(situation_of(headline, grower).has(Cue::role_recruiter)) << headline;
    for (const char* headline : {"Vorständin der Muster Stiftung", "Directrice générale", "Consejera delegada", "Diretora geral",
                                 "Chief Executive"})
        EXPECT_TRUE(situation_of(headline, grower).has(Cue::role_executive)) << headline;
}

TEST(Words, does_not_find_a_role_inside_another_word) {
    EXPECT_FALSE(situation_of("Chairlift mechanic", grower).has(Cue::role_trustee));
    EXPECT_FALSE(situation_of("Salesforce of nature", grower).has(Cue::role_seller));
}

TEST(Words, knows_the_same_field_a_neighbour_and_a_far_one) {
    Goals goals = grower;
    goals.role = "Backend developer";
    EXPECT_TRUE(situation_of("Ingénieur logiciel", goals).has(Cue::same_field_words));
    EXPECT_TRUE(situation_of("Data scientist", goals).has(Cue::neighbour_field_words));
    EXPECT_TRUE(situation_of("Tierpflege und Landwirtschaft", goals).has(Cue::other_field_words));
    EXPECT_FALSE(situation_of("Enthusiast", goals).has(Cue::other_field_words));
}

TEST(Words, quotes_the_words_as_they_stand_in_the_profile) {
    Goals goals = grower;
    goals.target_companies = {"hoshino seed"};
    goals.target_topics = {"Énergie solaire"};
    const Situation situation = situation_of("Cheffe de projet, ÉNERGIE SOLAIRE", goals, "Hoshino Seed Ltd");
    bool company = false, topic = false;
    for (const Signal& signal : situation.signals) {
        company = company || (signal.id == signal_of(Cue::target_company) && signal.quote == "Hoshino Seed");
        topic = topic || (signal.id == signal_of(Cue::topic_match) && signal.quote == "ÉNERGIE SOLAIRE");
    }
    EXPECT_TRUE(company);
    EXPECT_TRUE(topic);
}

TEST(Words, keep_signs_of_trades_and_folds_letters) {
    Words words;
    split_words("C++ & C#, Straße; Łódź!", words);
    EXPECT_EQ(words.folded, "c++ c# strasse lodz ");
    split_words("🚀 東京 データ", words);
    ASSERT_EQ(words.words.size(), 2u);
}

TEST(Trust, grows_with_letters_and_ends_at_people_who_accept_everyone) {
    Person person;
    EXPECT_EQ(trust_in(person), 0);
    person.ties.messages_from_them = person.ties.messages_to_them = 1;
    const double few = trust_in(person);
    person.ties.messages_from_them = person.ties.messages_to_them = 20;
    const double many = trust_in(person);
    EXPECT_GT(few, 0);
    EXPECT_GT(many, few);
    EXPECT_LT(many, 1);
    person.facts.push_back(told("open_networker_stated"));
    EXPECT_EQ(trust_in(person), 0);
}

}  // namespace
}  // namespace discern
