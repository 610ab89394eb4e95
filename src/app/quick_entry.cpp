#include "app/quick_entry.hpp"

#include "judgement/receipt.hpp"
#include "workspace/change.hpp"
#include "workspace/ticked_facts.hpp"

#include <algorithm>

namespace discern {
namespace {

constexpr FactCode strength[] = {FactCode::never_met, FactCode::maybe_met, FactCode::met_briefly, FactCode::met_once, FactCode::met_repeatedly,
                                 FactCode::messaged, FactCode::regular_contact, FactCode::works_with_daily, FactCode::good_terms, FactCode::bad_terms};
constexpr FactCode recency[] = {FactCode::last_week, FactCode::last_two_months, FactCode::months_ago, FactCode::years_ago};
constexpr FactCode kinds_first[] = {FactCode::same_company, FactCode::same_team, FactCode::former_colleague, FactCode::client, FactCode::alumni,
                                    FactCode::event, FactCode::friend_, FactCode::mutual_intro, FactCode::interviewed_user, FactCode::applied,
                                    FactCode::mentor, FactCode::social, FactCode::none_known};
constexpr FactCode profile_first[] = {FactCode::same_field, FactCode::unrelated_field, FactCode::employer_on_target_list,
                                      FactCode::recruiter_for_users_field, FactCode::potential_business, FactCode::sells_services,
                                      FactCode::charity_or_board_role, FactCode::journalist, FactCode::public_figure,
                                      FactCode::work_admired, FactCode::active_in_users_field, FactCode::vague_profile};

constexpr FactCode met[] = {FactCode::never_met, FactCode::maybe_met, FactCode::met_briefly, FactCode::met_once, FactCode::met_repeatedly};
constexpr FactCode terms[] = {FactCode::good_terms, FactCode::bad_terms};
constexpr FactCode field[] = {FactCode::same_field, FactCode::unrelated_field};
constexpr FactCode decided[] = {FactCode::decision_made, FactCode::decision_pending};

bool holds(std::span<const FactCode> codes, FactCode code) { return std::ranges::find(codes, code) != codes.end(); }

// Those of a group: first the ones named, then all others as the vocabulary has them, but none of `elsewhere`.
std::vector<FactCode> codes_of(FactGroup group, std::span<const FactCode> first, std::initializer_list<std::span<const FactCode>> elsewhere = {}) {
    std::vector<FactCode> codes(first.begin(), first.end());
    for (std::size_t index = 0; index < fact_code_count(); ++index) {
        const auto code = static_cast<FactCode>(index);
        const bool taken = std::ranges::any_of(elsewhere, [code](std::span<const FactCode> other) { return holds(other, code); });
        if (group_of(code) == group && !taken && !holds(codes, code)) codes.push_back(code);
    }
    return codes;
}

}  // namespace

const std::array<ChipSection, chip_section_count>& chip_sections() {
    static const std::array<ChipSection, chip_section_count> sections = {{
        {"entry.section.kind", codes_of(FactGroup::Relation, kinds_first, {strength, recency}), std::size(kinds_first)},
        {"entry.section.strength", {std::begin(strength), std::end(strength)}, std::size(strength)},
        {"entry.section.recency", {std::begin(recency), std::end(recency)}, std::size(recency)},
        {"entry.section.profile", codes_of(FactGroup::Profile, profile_first), std::size(profile_first)},
        {"entry.section.checked", codes_of(FactGroup::Checked, {}), 4},
        {"entry.section.history", codes_of(FactGroup::History, {}), 6},
        {"entry.section.boundaries", codes_of(FactGroup::Boundary, {}), 0, true},
    }};
    return sections;
}

std::string_view chip_key(FactCode code) {
    static const std::vector<std::string> keys = [] {
        std::vector<std::string> all;
        for (std::size_t index = 0; index < fact_code_count(); ++index)
            all.push_back("chip." + std::string(name_of(static_cast<FactCode>(index))));
        return all;
    }();
    return keys[static_cast<std::size_t>(code)];
}

void flip_chip(std::set<FactCode>& ticked, FactCode code) {
    if (ticked.erase(code) > 0) return;
    for (const std::span<const FactCode> group : {std::span<const FactCode>(met), std::span<const FactCode>(recency),
                                                  std::span<const FactCode>(terms), std::span<const FactCode>(field),
                                                  std::span<const FactCode>(decided)})
        if (holds(group, code))
            for (const FactCode other : group) ticked.erase(other);
    ticked.insert(code);
}

void begin_entry(EntryState& state, const Workspace& workspace, Direction direction) {
    state = {};
    state.direction = direction;
    const auto& boundaries = workspace.goals().boundaries;
    state.boundaries = {boundaries.begin(), boundaries.end()};
    state.name.wanted = true;
}

void edit_entry(EntryState& state, const Workspace& workspace, const ListedInvitation& listed) {
    begin_entry(state, workspace, listed.invitation->direction);
    const Person& person = *listed.person;
    state.editing = listed.invitation->id;
    state.by_hand = listed.by_hand;
    state.name.text = person.name;
    state.name.wanted = false;
    state.headline.text = person.profile.headline;
    state.company.text = person.profile.company;
    state.note.text = listed.invitation->note;
    const std::vector<FactCode> own = ticked_by_user(person);
    state.ticked = {own.begin(), own.end()};
    state.known = known_from_sources(person);
    state.search.wanted = true;
}

bool is_edited(const EntryState& state) {
    return state.name.editing || state.headline.editing || state.company.editing || state.note.editing || state.search.editing;
}

bool is_blank(const EntryState& state) {
    return state.name.text.empty() && state.headline.text.empty() && state.company.text.empty() && state.note.text.empty() && state.ticked.empty();
}

PlanCommand entry_command(const EntryState& state, const Workspace& workspace, std::string_view stand_in) {
    PlanCommand command;
    command.invitation = state.editing;
    if (state.editing)
        if (const auto listed = workspace.listed(*state.editing)) command.profile = listed->person->profile;
    command.name = state.name.text.empty() ? std::string(stand_in) : state.name.text;
    command.profile.headline = state.headline.text;
    command.profile.company = state.company.text;
    command.note = state.note.text;
    command.direction = state.direction;
    command.ticked = std::vector<FactCode>(state.ticked.begin(), state.ticked.end());
    return command;
}

Goals goals_with(const EntryState& state, const Goals& goals) {
    Goals changed = goals;
    if (std::set<FactCode>(goals.boundaries.begin(), goals.boundaries.end()) != state.boundaries)
        changed.boundaries = {state.boundaries.begin(), state.boundaries.end()};
    return changed;
}

bool refresh_verdict(EntryState& state, const Workspace& workspace, const Strings& strings, Instant now) {
    std::string content = state.name.text + '\n' + state.headline.text + '\n' + state.company.text + '\n' + state.note.text + '\n' +
                          std::to_string(workspace.verdict_generation()) + (state.direction == Direction::Incoming ? "<" : ">");
    for (const std::set<FactCode>* codes : {&state.ticked, &state.boundaries}) {
        content += '\n';
        for (const FactCode code : *codes) content += std::to_string(static_cast<unsigned>(code)) + ' ';
    }
    if (content == state.judged_for) return false;
    state.judged_for = std::move(content);
    state.verdict = workspace.verdict_after(entry_command(state, workspace, strings.text("entry.somebody")), goals_with(state, workspace.goals()), now);
    state.headline_words = headline_sentence(state.verdict, strings.table());
    for (const std::string& sentence : headline_evidence(state.verdict, strings.table())) state.headline_words += " " + sentence;
    if (state.verdict.action == Action::Wait && state.verdict.wait_until)
        state.headline_words += " " + strings.text("entry.until", {strings.day(*state.verdict.wait_until)});
    if (state.verdict.action == Action::AskIntroduction && state.verdict.through)
        state.headline_words += " " + strings.text("entry.through", {workspace.document().book.at(*state.verdict.through).name});
    return true;
}

}  // namespace discern
