// What published advice would do, code by code: each row is a situation in the words of the vocabulary, the goals it is
// judged under, and the answers that the advice accepts. Rules, not cases: no row has a name, a text or a number of its own.
#include "tests/judgement/people_of_the_tests.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace discern {
namespace {

using enum Action;

const Goals plain = goals_of({3, 1, 1, 2, 1, 2, 3}, {"not_looking"});
const Goals board = goals_of({1, 1, 1, 3, 5, 2, 3});
const Goals quiet = goals_of({2, 4, 4, 2, 1, 1, 2},
                             {"quiet_job_search", "boss_among_connections", "connections_list_visible"});
const Goals hidden = goals_of({2, 4, 4, 3, 1, 1, 2}, {"quiet_job_search", "hides_connections_list"});
const Goals hiring = goals_of({3, 3, 1, 4, 2, 2, 3}, {"hires_people"});
const Goals agency = goals_of({2, 2, 1, 5, 1, 2, 4}, {"hires_people", "network_is_the_job"});
const Goals cleared = goals_of({3, 2, 1, 2, 1, 1, 2}, {"security_sensitive_employer", "must_report_approaches"});
const Goals rivalled = goals_of({3, 1, 1, 5, 1, 2, 4},
                                {"clients_visible_in_network", "connections_list_visible", "network_is_the_job"});
const Goals teacher = goals_of({1, 1, 1, 2, 2, 2, 3}, {"teacher_of_minors", "employer_contact_rule"});
const Goals lecturer = goals_of({3, 1, 1, 3, 1, 4, 3}, {"teaches_adults"});
const Goals buying = goals_of({3, 1, 1, 3, 1, 1, 3}, {"running_a_purchase"});
const Goals working = goals_of({3, 1, 1, 3, 1, 2, 3}, {"work_relations_only"});
const Goals spokesless = goals_of({5, 1, 1, 3, 1, 2, 3}, {"employer_contact_rule", "large_employer"});

struct Row {
    std::vector<std::string> codes;
    std::vector<const Goals*> goals;
    std::vector<Action> accepted;
};

void check(const std::vector<Row>& rows, Direction direction) {
    for (const Row& row : rows) {
        Person person = complete(Person{});
        std::string said;
        for (const std::string& code : row.codes) {
            person.facts.push_back(told(code));
            said += code + " ";
        }
        for (std::size_t g = 0; g < row.goals.size(); ++g) {
            const Verdict verdict = judge(person, *row.goals[g], direction);
            EXPECT_NE(std::find(row.accepted.begin(), row.accepted.end(), verdict.action), row.accepted.end())
                << said << "under goals " << g << " gives " << name_of(verdict.action) << " ("
                << verdict.headline_reason << ", worth " << verdict.worth << ")";
        }
    }
}

const std::vector<const Goals*> all = {&grower, &tidy,    &seeker,   &expert,  &strict,   &plain,
                                       &board,  &quiet,   &hiring,   &cleared, &rivalled, &working};

TEST(ExpertRules, known_people_are_accepted) {  // R3, R11, R12, R16
    check({{{"same_team", "same_company", "works_with_daily"}, all, {Accept}},
           {{"former_colleague", "years_ago"}, all, {Accept}},
           {{"former_colleague", "good_terms", "messaged"}, all, {Accept}},
           {{"client", "messaged", "regular_contact"}, all, {Accept}},
           {{"classmate", "met_repeatedly"}, all, {Accept}},
           {{"mentor"}, all, {Accept}},
           {{"direct_report", "same_company"}, all, {Accept}},
           {{"manager", "same_company", "good_terms"}, all, {Accept}},
           {{"volunteers_together"}, all, {Accept}},
           {{"recruiter_placed_user", "years_ago"}, all, {Accept}},
           {{"met_once", "event", "last_two_months"}, all, {Accept}},
           {{"interviewed_user", "met_once", "decision_pending"}, all, {Accept}},
           {{"same_project", "regular_contact"}, all, {Accept}}},
          Direction::Incoming);
}

TEST(ExpertRules, missing_photo_thin_profile_and_default_note_do_not_matter_between_people_who_work_together) {
    Person person = person_with({"same_team", "works_with_daily", "new_account", "beginner_in_career"});
    person.profile.photo = Photo::None;
    person.profile.completeness = Completeness::Sparse;
    person.profile.connections = 9;
    for (const Goals* goals : all) EXPECT_EQ(judge(person, *goals).action, Accept);
}

TEST(ExpertRules, strangers_need_relevance_or_a_reason_and_the_goals_decide) {  // R1, R4, R5
    check({{{"none_known", "same_field", "note_names_specific_reason"}, {&grower, &seeker, &expert, &hiring}, {Accept}},
           {{"none_known", "same_field", "note_names_specific_reason"}, {&tidy, &strict, &plain, &cleared}, {AskFirst, Accept}},
           {{"none_known", "unrelated_field", "note_names_specific_reason"}, {&tidy, &plain, &grower}, {AskFirst, Ignore}},
           {{"none_known", "unrelated_field"}, all, {Ignore}},
           {{"none_known"}, {&tidy, &strict, &plain, &cleared}, {Ignore, AskFirst}},
           {{"none_known"}, {&grower, &expert}, {AskFirst, Ignore}},
           {{"alumni", "same_field", "note_names_specific_reason"}, {&grower, &seeker, &expert, &plain}, {Accept}},
           {{"alumni", "unrelated_field"}, {&strict}, {AskFirst, Ignore}},
           {{"maybe_met"}, all, {AskFirst}},
           {{"introduced_by_trusted", "mutual_intro", "never_met"}, {&grower, &seeker, &plain, &tidy, &board}, {Accept}},
           {{"none_known", "potential_business"}, {&strict, &tidy, &plain}, {AskFirst}},
           {{"alumni", "beginner_in_career", "note_names_specific_reason"}, {&grower, &plain, &hiring, &lecturer}, {Accept}},
           {{"none_known", "answered_with_reason", "same_field"}, {&grower, &tidy, &plain}, {Accept}},
           {{"none_known", "no_answer_when_asked", "same_field"}, all, {Ignore}},
           {{"none_known", "answered_with_pitch"}, all, {Ignore}}},
          Direction::Incoming);
}

TEST(ExpertRules, pitches_schemes_and_shops_are_ignored) {  // R7, R8, R10
    check({{{"none_known", "sells_services", "note_sells"}, all, {Ignore}},
           {{"none_known", "sells_services", "unrelated_field"}, all, {Ignore}},
           {{"none_known", "sells_services", "note_sells", "asks_favour_now"}, all, {Ignore}},
           {{"friend", "direct_seller"}, all, {Ignore}},
           {{"profile_is_a_company", "none_known"}, all, {Ignore, Follow}},
           {{"none_known", "sells_services", "note_sells", "offers_what_user_buys"}, {&buying}, {AskFirst, Accept}},
           {{"met_once", "event", "vendor", "sells_services", "note_names_specific_reason"}, {&buying}, {Accept}},
           {{"vendor", "decision_pending"}, {&buying}, {AskFirst}},
           {{"close_to_manager", "met_once", "sells_services", "note_sells", "unrelated_field"}, all, {Ignore}},
           {{"none_known", "invitees_pay_fee"}, all, {Ignore}},
           {{"none_known", "invitees_pay_fee", "same_field"}, {&lecturer}, {AskFirst, Ignore}}},
          Direction::Incoming);
}

TEST(ExpertRules, bad_history_and_duties_come_before_every_merit) {  // R6, R20, R23
    check({{{"former_colleague", "treated_people_badly", "same_field"}, all, {Ignore}},
           {{"former_colleague", "poor_work_known", "same_field"}, all, {Ignore}},
           {{"same_company", "manager", "bad_terms"}, all, {Ignore}},
           {{"same_field", "former_colleague", "posts_offensive"}, all, {Ignore}},
           {{"ex_partner"}, all, {Ignore}},
           {{"patient", "months_ago"}, all, {Ignore}},
           {{"student_current", "note_names_specific_reason"}, {&teacher}, {Ignore}},
           {{"student_current"}, {&lecturer}, {AskFirst}},
           {{"former_student", "years_ago", "note_names_specific_reason"}, {&teacher, &lecturer}, {Accept}},
           {{"friend", "social"}, {&working}, {Ignore}},
           {{"friend", "potential_business"}, {&working}, {Accept}}},
          Direction::Incoming);
}

TEST(ExpertRules, recruiters_are_judged_by_the_search_and_by_who_can_see_it) {  // R13
    check({{{"none_known", "recruiter_for_users_field", "note_names_specific_reason"}, {&seeker, &hidden}, {Accept}},
           {{"none_known", "recruiter_for_users_field", "note_names_specific_reason"}, {&quiet}, {AskFirst}},
           {{"recruiter_placed_user", "recruiter_for_users_field"}, {&quiet}, {Accept}},
           {{"none_known", "recruiter_any_field"}, {&tidy, &plain, &strict}, {Ignore}},
           {{"none_known", "recruiter_for_users_field", "opening_fits_user", "claim_unconfirmed"}, {&seeker}, {AskFirst}}},
          Direction::Incoming);
}

TEST(ExpertRules, press_competitors_and_collectors_depend_on_duty_goal_and_open_lists) {  // R9, R15, R21, R34
    check({{{"none_known", "journalist", "active_in_users_field", "note_names_specific_reason"}, {&expert}, {Accept}},
           {{"none_known", "journalist", "asks_confidential_information"}, {&spokesless}, {AskFirst, Ignore}},
           {{"competitor", "never_met", "same_field"}, {&rivalled}, {Ignore, Follow}},
           {{"competitor", "met_once", "same_field"}, {&grower, &expert}, {Accept}},
           {{"none_known", "open_networker_stated", "unrelated_field"}, {&tidy, &plain, &strict}, {Ignore}},
           {{"none_known", "open_networker_stated"}, {&agency}, {Accept}},
           {{"none_known", "charity_or_board_role", "note_names_specific_reason"}, {&board}, {Accept}},
           {{"none_known", "offers_paid_expert_work"}, {&plain, &expert}, {AskFirst, Ignore}},
           {{"none_known", "asks_confidential_information"}, {&plain, &grower}, {Ignore, AskFirst}},
           {{"none_known", "asks_favour_now", "same_field"}, {&hiring}, {AskFirst}}},
          Direction::Incoming);
}

TEST(ExpertRules, danger_is_reported_one_weak_sign_is_not) {  // R26 to R33
    check({{{"none_known", "asks_fee", "promises_unlikely_gain"}, all, {Report}},
           {{"none_known", "pushes_investment", "asks_off_platform"}, all, {Report}},
           {{"none_known", "asks_personal_data", "recruiter_any_field"}, all, {Report}},
           {{"none_known", "personal_advance"}, all, {Report}},
           {{"none_known", "remote_posting_story", "asks_off_platform"}, all, {Report}},
           {{"none_known", "famous_name_small_account"}, all, {Report}},
           {{"none_known", "cloned_profile", "real_person_already_connected"}, all, {Report}},
           {{"none_known", "sends_link_or_file", "domain_lookalike"}, all, {Report}},
           {{"none_known", "photo_is_stock", "copied_across_many", "profile_contradicts_itself"}, all, {Report}},
           {{"none_known", "offers_paid_expert_work", "asks_off_platform"}, {&cleared}, {Report}},
           {{"none_known", "asks_confidential_information", "recruiter_for_users_field"}, {&cleared}, {Report}},
           {{"real_person_already_connected", "none_known"}, all, {AskFirst}},
           {{"former_colleague", "asks_fee"}, all, {AskFirst}},
           {{"none_known", "claim_known_false"}, all, {AskFirst, Ignore}},
           {{"none_known", "organisation_unverifiable", "potential_business"}, all, {AskFirst, Ignore}},
           {{"none_known", "photo_looks_artificial", "same_field", "note_names_specific_reason"}, {&grower, &seeker}, {AskFirst}},
           {{"met_briefly", "same_company", "photo_looks_artificial", "beginner_in_career"}, {&grower, &spokesless}, {Accept}}},
          Direction::Incoming);
}

TEST(ExpertRules, sending_waits_for_interviews_introductions_locks_and_notes) {  // R14, R36 to R39
    check({{{"will_interview_user", "never_met", "decision_pending"}, all, {Wait}},
           {{"interviewed_user", "met_once", "last_week", "decision_pending"}, all, {Wait}},
           {{"interviewed_user", "met_once", "last_two_months", "decision_made"}, all, {SendWithNote}},
           {{"interviewed_user", "met_once", "they_proposed_connecting", "decision_pending"}, all, {SendWithNote}},
           {{"mutual_intro", "introduction_in_progress", "never_met"}, all, {Wait}},
           {{"invitation_withdrawn", "none_known", "same_field"}, all, {Wait}},
           {{"invitation_pending", "none_known", "last_week"}, all, {LeavePending}},
           {{"invitation_pending", "none_known", "last_two_months"}, all, {Withdraw}},
           {{"none_known", "no_notes_left", "potential_business"}, all, {Wait}},
           {{"candidate", "decision_pending"}, {&hiring}, {Wait}},
           {{"vendor", "decision_pending"}, {&buying}, {Wait}}},
          Direction::Outgoing);
}

TEST(ExpertRules, sending_goes_to_people_known_or_with_a_stated_reason) {  // R25, R35, R40, R41
    check({{{"works_with_daily", "same_team", "same_company"}, all, {Send}},
           {{"manager", "same_company", "works_with_daily", "good_terms"}, all, {Send, SendWithNote}},
           {{"former_colleague", "years_ago"}, all, {SendWithNote}},
           {{"met_once", "event", "months_ago"}, all, {SendWithNote}},
           {{"mentor", "met_repeatedly"}, all, {SendWithNote, Send}},
           {{"none_known", "same_field", "note_names_specific_reason"}, {&grower, &seeker, &expert}, {SendWithNote}},
           {{"none_known", "charity_or_board_role", "opening_fits_user", "note_names_specific_reason"}, {&board}, {SendWithNote}},
           {{"none_known", "employer_on_target_list", "note_names_specific_reason"}, {&seeker}, {SendWithNote}},
           {{"none_known", "public_figure", "work_admired"}, all, {Follow}},
           {{"none_known", "creator_with_audience", "work_admired"}, all, {Follow}},
           {{"none_known", "journalist", "note_sells"}, all, {Follow, DontSend}},
           {{"none_known", "unrelated_field"}, all, {DontSend}},
           {{"many_people_at_once", "client"}, all, {DontSend}},
           {{"competitor", "never_met", "same_field"}, {&rivalled}, {DontSend}},
           {{"patient"}, all, {DontSend}},
           {{"student_current"}, {&teacher}, {DontSend}},
           {{"former_colleague", "treated_people_badly"}, all, {DontSend}},
           {{"ex_partner"}, all, {DontSend}},
           {{"none_known", "same_field", "user_warned_by_site"}, all, {DontSend}},
           {{"none_known", "they_limit_connections", "work_admired"}, all, {Follow}},
           {{"none_known", "earlier_invitation_ignored", "same_field"}, all, {DontSend}},
           {{"online_exchange", "regular_contact", "creator_with_audience", "note_names_specific_reason"}, all, {SendWithNote}}},
          Direction::Outgoing);
}

TEST(ExpertRules, a_trusted_shared_connection_is_asked_for_an_introduction) {
    PersonBook book;
    book.people = {complete(person_with({"never_met", "potential_business"})), person_with({"friend"})};
    book.people[0].mutuals.named = {PersonId{1}};
    Invitation invitation;
    invitation.direction = Direction::Outgoing;
    const Verdict verdict = judge_case(book, invitation, grower, embedded_knowledge(), test_day);
    EXPECT_EQ(verdict.action, AskIntroduction);
    EXPECT_EQ(verdict.through, PersonId{1});
}

TEST(ExpertRules, waiting_names_the_day) {
    const Verdict verdict = judge(person_with({"interviewed_user", "met_once", "decision_pending"}), seeker, Direction::Outgoing);
    ASSERT_EQ(verdict.action, Wait);
    ASSERT_TRUE(verdict.wait_until.has_value());
    EXPECT_GT(*verdict.wait_until, test_day);
    EXPECT_EQ(verdict.advice.front(), "R14");
}

}  // namespace
}  // namespace discern
