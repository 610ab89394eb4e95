#include "judgement/stance.hpp"

#include "judgement/normal.hpp"
#include "base/sorted.hpp"
#include "judgement/weights.hpp"
#include "text/company.hpp"

#include <algorithm>

namespace discern {
namespace {

constexpr std::array<std::pair<Cue, Cue>, purpose_count> goal_cues = {{
    {Cue::goal_clout, Cue::goal_clout_high},
    {Cue::goal_recruiters, Cue::goal_recruiters_high},
    {Cue::goal_job_search, Cue::goal_job_search_high},
    {Cue::goal_grow_network, Cue::goal_grow_network_high},
    {Cue::goal_board_volunteer, Cue::goal_board_volunteer_high},
    {Cue::goal_thought_leader, Cue::goal_thought_leader_high},
    {Cue::goal_presence, Cue::goal_presence_high},
}};

std::vector<std::uint64_t> word_hashes(std::string_view text) {
    Words words;
    split_words(text, words);
    std::vector<std::uint64_t> hashes;
    for (const Word& word : words.words) hashes.push_back(word.hash);
    return hashes;
}

std::uint64_t fields_in(std::string_view text, const Lexicon& lexicon) {
    Words words;
    split_words(text, words);
    std::vector<PhraseMatch> matches;
    find_phrases(words, lexicon, matches);
    std::uint64_t fields = 0;
    for (const auto& match : matches)
        if (match.field >= 0) fields |= std::uint64_t{1} << match.field;
    return fields;
}

const std::string& first_of(const std::string& stated, const std::string& from_archive) {
    return stated.empty() ? from_archive : stated;
}

}  // namespace

Stance stance_from(const Goals& goals, const Owner& owner, const JudgementKnowledge& knowledge) {
    const auto& parameters = knowledge.parameters;
    Stance stance;
    const CriterionValues shares = weights_from_goals(goals, knowledge.goals);
    for (std::size_t i = 0; i < criterion_count; ++i) {
        stance.weights[i] = parameters.weight_scale * shares[i];
        stance.weight_sd[i] =
            parameters.weight_scale * parameters.weight_spread * (0.6 * shares[i] + 0.4 / criterion_count);
    }
    stance.openness = openness_from_goals(goals, knowledge.goals);
    stance.intercept = parameters.worth_sd * normal_quantile(stance.openness);

    for (std::size_t g = 0; g < purpose_count; ++g) {
        stance.importance[g] = importance(goals, static_cast<Purpose>(g), knowledge.goals);
        if (goals.purposes[g] >= 3) stance.own_signals.push_back(signal_of(goal_cues[g].first));
        if (goals.purposes[g] >= 4) stance.own_signals.push_back(signal_of(goal_cues[g].second));
    }
    for (const FactCode code : goals.boundaries)
        if (group_of(code) == FactGroup::Boundary) stance.own_signals.push_back(signal_of(code));

    const auto add_targets = [&](const std::vector<std::string>& names, Cue cue) {
        for (const auto& name : names) {
            auto words = word_hashes(name);
            if (!words.empty()) stance.words.targets.push_back({std::move(words), cue});
        }
    };
    add_targets(goals.target_companies, Cue::target_company);
    add_targets(goals.target_industries, Cue::target_industry);
    add_targets(goals.target_roles, Cue::target_role);
    add_targets(goals.target_topics, Cue::topic_match);
    add_targets(goals.target_places, Cue::target_place);
    add_targets(goals.target_schools, Cue::target_school);

    const Employment* current = nullptr;  // the newest position without an end
    for (const auto& position : owner.positions)
        if (!position.finished && (!current || position.started > current->started)) current = &position;
    const std::string none;
    stance.words.company = word_hashes(first_of(goals.company, current ? current->company : none));
    stance.words.place = word_hashes(first_of(goals.place, owner.place));

    const auto tie = [&](const std::string& name, FactCode code, std::optional<Day> since, SourceRef source) {
        if (auto words = word_hashes(company_key(name)); !words.empty())
            stance.words.companies.push_back({std::move(words), code, since, source});
    };
    for (const std::string& name : owner.followed_companies) tie(name, FactCode::user_follows_company, {}, {});
    for (const JobApplication& sent : owner.applications)
        tie(sent.company, FactCode::user_applied_to_company, sent.sent_on, sent.source);
    sort_stably(stance.words.companies,
                [](const TiedCompany& a, const TiedCompany& b) { return a.words.front() < b.words.front(); });

    std::string about_work = first_of(goals.role, current ? current->title : none);
    for (const auto* text : {&goals.industry, &owner.industry, &owner.headline}) {
        about_work += " . ";  // a word that no phrase spans
        about_work += *text;
    }
    for (const auto& topic : goals.target_topics) {
        about_work += " . ";
        about_work += topic;
    }
    stance.words.fields = fields_in(about_work, knowledge.lexicon);
    stance.words.near_fields = stance.words.fields;
    for (std::size_t f = 0; f < knowledge.lexicon.fields.size(); ++f)
        if (stance.words.fields >> f & 1u) stance.words.near_fields |= knowledge.lexicon.fields[f].neighbours;
    return stance;
}

}  // namespace discern
