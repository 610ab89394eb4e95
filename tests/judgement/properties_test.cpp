// Properties that must hold for every input: 10,000 random draws each, seeded.
#include "base/random.hpp"
#include "judgement/assess.hpp"
#include "judgement/explanation.hpp"
#include "judgement/normal.hpp"
#include "judgement/posterior.hpp"
#include "judgement/sets.hpp"
#include "judgement/value_of_information.hpp"

#include "tests/judgement/random_people.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace discern {
namespace {

TEST(Property, contributions_and_intercept_add_up_to_the_worth) {
    Random random(11);
    for (int i = 0; i < draws; ++i) {
        const Verdict v = judge(random_person(random), random_goals(random),
                                random.below(2) ? Direction::Incoming : Direction::Outgoing);
        double sum = v.intercept;
        for (const Factor& factor : v.factors) sum += factor.contribution;
        ASSERT_NEAR(sum, v.worth, 1e-12 * (1 + std::fabs(v.worth)));
        ASSERT_GE(v.confidence, 0);
        ASSERT_LE(v.confidence, 1);
    }
}

TEST(Property, the_order_of_facts_is_irrelevant) {
    Random random(12);
    for (int i = 0; i < draws; ++i) {
        const Goals goals = random_goals(random);
        Person person = random_person(random);
        const Verdict before = judge(person, goals);
        random.shuffle(person.facts);
        const Verdict after = judge(person, goals);
        ASSERT_EQ(before.action, after.action);
        ASSERT_NEAR(before.worth, after.worth, 1e-12);
    }
}

TEST(Property, a_veto_is_never_undone_by_merit) {
    Random random(13);
    const char* merits[] = {"same_field", "potential_business", "employer_on_target_list", "work_admired", "alumni",
                            "note_names_specific_reason", "charity_or_board_role", "opening_fits_user", "journalist",
                            "creator_with_audience"};
    for (int i = 0; i < draws; ++i) {
        const Goals goals = random_goals(random);
        Person person = person_with({"none_known", "asks_fee"});
        if (random.below(2)) person.facts.push_back(told("asks_personal_data"));
        const std::uint64_t count = random.below(6);
        for (std::uint64_t k = 0; k < count; ++k) person.facts.push_back(told(merits[random.below(std::size(merits))]));
        const Action action = judge(person, goals).action;
        ASSERT_TRUE(action == Action::Report || action == Action::Ignore) << name_of(action);
    }
}

TEST(Property, a_better_fact_never_lowers_the_chance_for_a_weight_that_is_not_negative) {
    Random random(14);
    for (int i = 0; i < draws; ++i) {
        WeightCloud cloud;
        Vector centred{}, variance{};
        cloud.mean[0] = random.normal();
        centred[0] = 1;
        for (std::size_t k = 1; k <= criterion_count; ++k) {
            cloud.mean[k] = 3 * random.unit();
            centred[k] = random.unit() - 0.5;
            variance[k] = 0.05 * random.unit();
        }
        const auto chance = [&] {
            const Worth worth = worth_of(cloud, centred, variance);
            return mackay_probability(worth.mean, worth.variance());
        };
        const double before = chance();
        centred[1 + random.below(criterion_count)] += 0.3 * random.unit();
        ASSERT_GE(chance(), before - 1e-15);
    }
}

TEST(Property, no_evidence_leaves_the_base_rate_and_twice_the_evidence_narrows_it) {
    Random random(15);
    for (int i = 0; i < draws; ++i) {
        const double rate = 0.02 + 0.96 * random.unit();
        Beta none = beta_from_base_rate(rate, 2);
        ASSERT_NEAR(none.mean(), rate, 1e-12);
        // The same mean with twice the counts: the variance shrinks.
        const double counts = 0.1 + 5 * random.unit(), score = random.unit();
        Beta once{counts * score + 0.01, counts * (1 - score) + 0.01};
        Beta twice{2 * once.alpha, 2 * once.beta};
        ASSERT_LT(twice.variance(), once.variance());
    }
}

TEST(Property, a_fact_is_worth_at_most_what_perfect_knowledge_is) {
    Random random(16);
    for (int i = 0; i < draws; ++i) {
        const double z = 3 * random.normal();
        double all = 0, each = 0;
        for (int k = 0; k < 5; ++k) {
            const double sd = random.unit();
            all += sd * sd;
            each = std::max(each, value_of_perfect_fact(z, sd));
        }
        const double perfect = value_of_perfect_fact(z, std::sqrt(all));
        ASSERT_GE(each, 0);
        ASSERT_LE(each, perfect + 1e-15);
        // Two lines are the same question.
        const double sd = 0.1 + random.unit();
        const double intercepts[] = {0, z}, slopes[] = {0, sd};
        ASSERT_NEAR(value_over_lines(intercepts, slopes), value_of_perfect_fact(z, sd), 1e-12);
    }
}

TEST(Property, greedy_gains_never_rise_and_stay_within_the_exact_choice) {
    Random random(17);
    for (int i = 0; i < draws / 10; ++i) {
        const std::size_t n = 4 + random.below(8), goals = 1 + random.below(4);
        std::vector<double> values(n * goals), own(n);
        for (double& v : values) v = random.unit();
        for (double& v : own) v = random.unit() - 0.7;
        SetWorth worth(SetWorth::Kind::SquareRoot, values, n, goals);
        worth.set_own_worth(own);
        const std::size_t limit = 1 + random.below(5);
        const SetChoice greedy = choose_greedily(worth, limit);
        for (std::size_t k = 1; k < greedy.gains.size(); ++k) ASSERT_LE(greedy.gains[k], greedy.gains[k - 1] + 1e-12);
        for (const double gain : greedy.gains) ASSERT_GT(gain, 0);
        const SetChoice exact = choose_exactly(worth, limit);
        ASSERT_GE(exact.worth, greedy.worth - 1e-12);
        ASSERT_LE(exact.worth, greedy.upper_bound + 1e-9);
        double best = 0;  // every set there is
        for (std::size_t mask = 0; mask < std::size_t{1} << n; ++mask) {
            if (static_cast<std::size_t>(std::popcount(mask)) > limit) continue;
            worth.clear();
            for (std::size_t j = 0; j < n; ++j)
                if (mask >> j & 1u) worth.add(j);
            best = std::max(best, worth.worth());
        }
        ASSERT_NEAR(exact.worth, best, 1e-9);
    }
}

TEST(Property, histories_of_one_answer_and_separable_ones_stay_finite) {
    Random random(18);
    const Stance stance = stance_from(grower, {}, embedded_knowledge());
    const WeightCloud prior = cloud_from_stance(stance, 0.8);
    for (int i = 0; i < draws / 10; ++i) {
        std::vector<PastDecision> decisions(1 + random.below(12));
        const bool one_answer = random.below(2);
        for (auto& d : decisions) {
            d.features[0] = 1;
            for (std::size_t k = 1; k <= criterion_count; ++k) {
                d.features[k] = random.unit() - 0.5;
                d.variance[k] = 0.05 * random.unit();
            }
            d.yes = one_answer || d.features[1] > 0;
        }
        const LaplaceFit fit = fit_decisions(prior, decisions);
        ASSERT_TRUE(fit.converged);
        for (std::size_t k = 0; k < prior.unknowns(); ++k) {
            ASSERT_TRUE(std::isfinite(fit.cloud.mean[k]));
            ASSERT_GT(fit.cloud.covariance[k][k], 0);
            if (k > 0) ASSERT_GE(fit.cloud.mean[k], 0);
        }
        auto shuffled = decisions;
        random.shuffle(shuffled);
        const LaplaceFit again = fit_decisions(prior, shuffled);
        for (std::size_t k = 0; k < prior.unknowns(); ++k) ASSERT_NEAR(fit.cloud.mean[k], again.cloud.mean[k], 1e-8);
    }
}

TEST(Property, without_decisions_the_stated_goals_stand) {
    Random random(19);
    for (int i = 0; i < draws; ++i) {
        const Stance stance = stance_from(random_goals(random), {}, embedded_knowledge());
        const WeightCloud prior = cloud_from_stance(stance, 0.8);
        const LaplaceFit fit = fit_decisions(prior, {});
        for (std::size_t k = 0; k < prior.unknowns(); ++k) ASSERT_NEAR(fit.cloud.mean[k], prior.mean[k], 1e-12);
    }
}

TEST(Property, every_quote_is_a_piece_of_what_the_user_gave) {
    Random random(20);
    const char* headlines[] = {"Head of Data | Speaker", "Leiterin Einkauf, Maschinenbau", "Étudiante en génie civil",
                               "Angel investor & board member", "Recrutadora · Talentos", "Sales Director at Corvo"};
    for (int i = 0; i < draws; ++i) {
        Person person = random_person(random);
        person.profile.headline = headlines[random.below(std::size(headlines))];
        person.profile.company = "Data Recruitment Trust";
        Goals goals = random_goals(random);
        goals.target_topics = {"data", "génie civil"};
        goals.target_companies = {"Corvo"};
        goals.role = "Data engineer";
        const Verdict verdict = judge(person, goals);
        for (const Factor& factor : verdict.factors)
            for (const EvidenceLine& line : factor.evidence)
                ASSERT_TRUE(line.quote.empty() || person.profile.headline.find(line.quote) != std::string::npos ||
                            person.profile.company.find(line.quote) != std::string::npos)
                    << line.quote;
    }
}

}  // namespace
}  // namespace discern
