// Times of the judgement core (`scripts/bench judgement`): best of several runs, one line a task. The same program runs
// natively and, as WebAssembly, in Chromium; there a run is repeated until the page's coarse clock can tell it.
#include "base/random.hpp"
#include "judgement/acceptability.hpp"
#include "judgement/assess.hpp"
#include "judgement/judge.hpp"
#include "judgement/posterior.hpp"
#include "judgement/sets.hpp"
#include "knowledge/knowledge.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

namespace {

using namespace discern;

template <class Work>
double best_milliseconds(int runs, Work work, int times_each = 1) {
    using Clock = std::chrono::steady_clock;
    double best = 1e300;
    for (int i = 0; i < runs; ++i) {
        const auto start = Clock::now();
        for (int k = 0; k < times_each; ++k) work();
        best = std::min(best, std::chrono::duration<double, std::milli>(Clock::now() - start).count() / times_each);
    }
    return best;
}

void report(const char* task, double milliseconds) { std::printf("%-72s %10.3f ms\n", task, milliseconds); }

Goals goals_of_the_bench() {
    Goals goals;
    goals.purposes = {2, 3, 1, 5, 1, 4, 3};
    goals.role = "Data engineer";
    goals.industry = "Software";
    goals.company = "Corvane Freight";
    goals.target_topics = {"data engineering", "streaming", "privacy"};
    goals.target_companies = {"Hoshino Seed", "Larkstone"};
    return goals;
}

PersonBook inbox_of(std::size_t size) {
    const char* headlines[] = {"Talent Partner | Data & AI", "Head of Data at Larkstone", "Sales Director, packaging machinery",
                               "PhD student in statistics", "Founder & CEO, Twirl", "Nurse at St Anne hospital",
                               "Leiterin Einkauf, Maschinenbau", "Software engineer, streaming platforms"};
    const char* companies[] = {"Larkstone", "Corvane Freight", "Hoshino Seed", "City of Lakemont", "Independent"};
    Random random(7);
    PersonBook book;
    for (std::uint32_t i = 0; i < size; ++i) {
        Person person;
        person.name = "Person";
        person.profile.headline = headlines[random.below(std::size(headlines))];
        person.profile.headline += " | " + std::to_string(random.below(100'000));  // no two alike
        person.profile.company = companies[random.below(std::size(companies))];
        if (random.below(3) == 0) person.ties.messages_from_them = static_cast<std::uint32_t>(random.below(9));
        if (random.below(4) == 0) person.ties.messages_to_them = static_cast<std::uint32_t>(random.below(9));
        if (random.below(2)) person.mutuals.count = static_cast<std::uint32_t>(random.below(40));
        if (random.below(3)) person.profile.connections = static_cast<std::uint32_t>(random.below(9000));
        person.profile.photo = static_cast<Photo>(random.below(4));
        person.profile.completeness = static_cast<Completeness>(random.below(5));
        for (std::uint64_t k = random.below(3); k > 0; --k) {
            Fact fact;
            fact.code = static_cast<FactCode>(random.below(110));
            person.facts.push_back(fact);
        }
        book.people.push_back(std::move(person));
        Invitation invitation;
        invitation.person = {i};
        book.invitations.push_back(std::move(invitation));
    }
    return book;
}

void time_judging(std::size_t size) {
    const PersonBook book = inbox_of(size);
    const auto& knowledge = embedded_knowledge();
    std::vector<std::uint32_t> which(size);
    for (std::uint32_t i = 0; i < size; ++i) which[i] = i;
    Goals goals = goals_of_the_bench();
    const Day today{20'500};
    double sum = 0;
    InboxAssessor assessor;
    report("10,000 invitations read and assessed, the first time",
           best_milliseconds(9, [&] {
               InboxAssessor fresh;
               for (const auto& a : fresh.outline_all(book, which, goals, knowledge, today, 0)) sum += a.worth;
           }));
    report("10,000 invitations assessed: uncertainty, question, flip (a goal moved)", best_milliseconds(15, [&] {
               goals.purposes[0] = static_cast<std::uint8_t>((goals.purposes[0] + 1) % 6);
               for (const auto& a : assessor.outline_all(book, which, goals, knowledge, today, 0)) sum += a.worth;
           }));
    report("10,000 verdicts with every line of their receipts",
           best_milliseconds(5, [&] { sum += judge_invitations(book, which, goals, knowledge, today)[0].worth; }));
    std::printf("  (check %.6f)\n", sum);
}

void time_fit() {
    Random random(3);
    WeightCloud prior;
    prior.criteria = 12;
    prior.mean[0] = -0.6;
    prior.covariance[0][0] = 0.64;
    for (std::size_t i = 1; i <= 12; ++i) {
        prior.mean[i] = 20.0 / 12;
        prior.covariance[i][i] = 1.21;
    }
    std::vector<PastDecision> decisions(50);
    for (auto& d : decisions) {
        d.features[0] = 1;
        double z = -0.6;
        for (std::size_t i = 1; i <= 12; ++i) z += prior.mean[i] * (d.features[i] = random.unit() - 0.5);
        d.yes = random.unit() < 1 / (1 + std::exp(-z));
    }
    const FitOptions plain{.thin_facts_count_less = false, .keep_weights_positive = false};
    double sum = 0;
    report("fit 50 decisions x 12", best_milliseconds(40, [&] { sum += fit_decisions(prior, decisions, plain).cloud.mean[1]; }, 100));
    std::printf("  (check %.6f)\n", sum);
}

void time_bank(std::size_t draws, std::size_t people) {
    constexpr std::size_t criteria = 12;
    Random random(5);
    std::vector<float> weights(draws * criteria), facts(criteria * people);
    for (float& w : weights) w = static_cast<float>(random.unit());
    for (float& f : facts) f = static_cast<float>(random.unit());
    std::uint32_t sum = 0;
    report("weight bank 10,000 draws x 10,000 people x 12, best-of counts",
           best_milliseconds(3, [&] { sum += best_of_counts(weights, draws, facts, people, criteria)[17]; }));
    std::printf("  (check %u)\n", sum);
}

void time_choice(std::size_t people) {
    Random random(9);
    std::vector<double> x(people * 8), similar(people * people);
    for (double& v : x) v = random.unit();
    for (std::size_t i = 0; i < people; ++i)
        for (std::size_t j = 0; j < people; ++j) {
            double square = 0;
            for (std::size_t k = 0; k < 8; ++k) square += (x[i * 8 + k] - x[j * 8 + k]) * (x[i * 8 + k] - x[j * 8 + k]);
            similar[i * people + j] = std::exp(-2 * square);
        }
    SetWorth worth(SetWorth::Kind::FacilityLocation, similar, people, people);
    double sum = 0;
    report("choose 100 of 1,797 (facility location)", best_milliseconds(5, [&] { sum += choose_greedily(worth, 100).worth; }));
    std::printf("  (check %.6f)\n", sum);
}

}  // namespace

int main() {
    time_judging(10'000);
    time_fit();
    time_bank(10'000, 10'000);
    time_choice(1'797);
}
