#include "cli/judge_cases.hpp"

#include "cli/verdict_json.hpp"
#include "judgement/judge.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace discern {
namespace {

using nlohmann::json;

const json* member(const json& object, const char* key) {
    if (!object.is_object()) return nullptr;
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

std::string text_of(const json& object, const char* key) {
    const json* value = member(object, key);
    return value && value->is_string() ? value->get<std::string>() : std::string();
}

std::optional<std::uint32_t> count_of(const json& object, const char* key) {
    const json* value = member(object, key);
    if (!value || !value->is_number() || value->get<double>() < 0) return std::nullopt;
    return static_cast<std::uint32_t>(std::min(value->get<double>(), 4e9));
}

template <class Value, std::size_t N>
Value word_of(const json& object, const char* key, const std::pair<std::string_view, Value> (&words)[N], Value otherwise) {
    const std::string text = text_of(object, key);
    for (const auto& [word, value] : words)
        if (text == word) return value;
    return otherwise;
}

// Adds the codes of a list as facts told by the user; the first unknown word is returned.
std::optional<std::string> add_facts(const json& object, const char* key, std::vector<Fact>& facts) {
    const json* list = member(object, key);
    if (!list || !list->is_array()) return std::nullopt;
    for (const json& word : *list) {
        const auto code = word.is_string() ? fact_code_from_name(word.get<std::string>()) : std::nullopt;
        if (!code) return word.dump();
        Fact fact;
        fact.code = *code;
        facts.push_back(std::move(fact));
    }
    return std::nullopt;
}

Profile profile_from(const json& person) {
    constexpr std::pair<std::string_view, Photo> photos[] = {
        {"professional", Photo::Professional}, {"casual", Photo::Casual}, {"none", Photo::None}};
    constexpr std::pair<std::string_view, Completeness> levels[] = {{"full", Completeness::Full},
                                                                    {"partial", Completeness::Partial},
                                                                    {"sparse", Completeness::Sparse},
                                                                    {"empty", Completeness::Empty}};
    constexpr std::pair<std::string_view, Verification> badges[] = {{"workplace verified", Verification::Workplace},
                                                                    {"identity verified", Verification::Identity},
                                                                    {"verified", Verification::Verified}};
    Profile profile;
    profile.headline = text_of(person, "headline");
    profile.company = text_of(person, "company");
    profile.place = text_of(person, "location");
    profile.about = text_of(person, "about");
    profile.connections = count_of(person, "connections_count");
    profile.followers = count_of(person, "followers");
    if (const json* premium = member(person, "premium"); premium && premium->is_boolean())
        profile.premium = premium->get<bool>();
    profile.photo = word_of(person, "photo", photos, Photo::Unknown);
    profile.completeness = word_of(person, "profile_completeness", levels, Completeness::Unknown);
    profile.verified = word_of(person, "verified", badges, Verification::Unknown);
    return profile;
}

std::optional<std::string> read_user(const json& user, Goals& goals) {
    if (const json* purposes = member(user, "goals"))
        for (std::size_t g = 0; g < purpose_count; ++g) {
            const auto level = count_of(*purposes, std::string(name_of(static_cast<Purpose>(g))).c_str());
            goals.purposes[g] = static_cast<std::uint8_t>(std::min(level.value_or(0), 5u));
        }
    goals.role = text_of(user, "role");
    goals.industry = text_of(user, "industry");
    goals.company = text_of(user, "company");
    goals.place = text_of(user, "location");
    if (const json* words = member(user, "focus_keywords"); words && words->is_array())
        for (const json& word : *words)
            if (word.is_string()) goals.target_topics.push_back(word.get<std::string>());
    std::vector<Fact> boundaries;
    if (auto unknown = add_facts(user, "boundaries", boundaries)) return unknown;
    for (const Fact& fact : boundaries) goals.boundaries.push_back(fact.code);
    return std::nullopt;
}

}  // namespace

Result<std::vector<JudgementCase>> read_cases(std::string_view json_text) {
    const auto wrong = [](std::string what, std::size_t row) {
        return std::unexpected(Problem{std::move(what), {"cases", row}, "Give a JSON list of cases."});
    };
    const json root = json::parse(json_text, nullptr, false);
    const json* list = &root;
    for (const char* key : {"cases", "vignettes"})
        if (const json* inner = member(root, key)) list = inner;
    if (root.is_discarded() || !list->is_array()) return wrong("This is not a JSON list of cases.", 0);

    std::vector<JudgementCase> cases;
    for (std::size_t row = 1; row <= list->size(); ++row) {
        const json& entry = (*list)[row - 1];
        const json* user = member(entry, "user");
        const json* person = member(entry, "person");
        if (!user || !person) return wrong("A case has no user or no person.", row);
        JudgementCase one;
        one.id = text_of(entry, "id");
        Person sender;
        sender.name = text_of(*person, "name");
        sender.profile = profile_from(*person);
        sender.mutuals.count = count_of(*person, "shared_connections");
        sender.mutuals.known = count_of(*person, "shared_known");
        auto unknown = read_user(*user, one.goals);
        if (!unknown) unknown = add_facts(*person, "relation_codes", sender.facts);
        if (!unknown) unknown = add_facts(entry, "evidence_codes", sender.facts);
        if (unknown) return wrong("The code " + *unknown + " is not in the vocabulary.", row);
        Invitation invitation;
        invitation.direction = text_of(entry, "direction") == "outgoing" ? Direction::Outgoing : Direction::Incoming;
        invitation.note = text_of(entry, "message");
        one.book.people.push_back(std::move(sender));
        one.book.invitations.push_back(std::move(invitation));
        cases.push_back(std::move(one));
    }
    return cases;
}

std::vector<std::string> judge_cases(const std::vector<JudgementCase>& cases, const NoteReader& read_note,
                                     const JudgementKnowledge& knowledge, const StringTable& strings,
                                     const CaseOptions& options) {
    std::vector<std::string> lines;
    for (const JudgementCase& one : cases) {
        PersonBook book = one.book;
        if (options.withhold_note_codes)
            std::erase_if(book.people[0].facts, [](const Fact& fact) { return group_of(fact.code) == FactGroup::Note; });
        Invitation& invitation = book.invitations[0];
        if (read_note && !invitation.note.empty()) invitation.reading = read_note(invitation, book.people[0]);
        const Verdict verdict = judge_case(book, invitation, one.goals, knowledge, options.today);
        lines.push_back(verdict_json_line(one.id, verdict, book, strings));
    }
    return lines;
}

}  // namespace discern
