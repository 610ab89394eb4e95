#include "knowledge/read_tables.hpp"

#include "base/sorted.hpp"
#include "judgement/words.hpp"

#include <algorithm>

namespace discern {
namespace {

void add_signal(JsonFile& file, SignalSet& set, const std::string& name) {
    if (const auto signal = signal_from_name(name)) set.set(signal->index);
    else file.complain("\"" + name + "\" is no fact, cue or flag.");
}

SignalSet signals_in(JsonFile& file, const Json& object, const char* key) {
    SignalSet set;
    for (const auto& name : file.list(object, key)) {
        if (name.is_string()) add_signal(file, set, name.get<std::string>());
        else file.complain(std::string("\"") + key + "\" holds something that is not a name.");
    }
    return set;
}

Condition condition_in(JsonFile& file, const Json& object) {
    Condition condition;
    condition.all = signals_in(file, object, "all");
    condition.none = signals_in(file, object, "none");
    for (const char* key : {"any", "and_any", "and_any_too"})
        if (const auto set = signals_in(file, object, key); set.any()) condition.any_of.push_back(set);
    if (condition.all.none() && condition.any_of.empty()) file.complain("A condition asks for nothing.");
    return condition;
}

std::vector<std::string> texts_in(JsonFile& file, const Json& object, const char* key) {
    std::vector<std::string> texts;
    for (const auto& text : file.list(object, key)) {
        if (text.is_string()) texts.push_back(text.get<std::string>());
        else file.complain(std::string("\"") + key + "\" holds something that is not text.");
    }
    return texts;
}

void read_criteria(JsonFile& file, const Json& object, CriterionValues& values) {
    for (const auto& [name, value] : object.items()) {
        const auto criterion = criterion_from_name(name);
        if (!criterion || !value.is_number()) file.complain("\"" + name + "\" is not a criterion with a number.");
        else values[static_cast<std::size_t>(*criterion)] = value.get<double>();
    }
}

std::vector<Action> actions_in(JsonFile& file, const Json& object, const char* key) {
    std::vector<Action> actions;
    for (const auto& name : texts_in(file, object, key)) {
        if (const auto action = action_from_name(name)) actions.push_back(*action);
        else file.complain("\"" + name + "\" is no action.");
    }
    return actions;
}

void read_pull(JsonFile& file, const Json& pulled, EvidenceRule& rule) {
    if (pulled.empty()) return;
    file.allow_only(pulled, {"to", "by"}, "\"pulled\"");
    rule.pulled_score = file.number(pulled, "to", 0.5);
    for (const auto& [name, share] : file.object(pulled, "by").items()) {
        if (const auto purpose = purpose_from_name(name); purpose && share.is_number())
            rule.pull[static_cast<std::size_t>(*purpose)] = share.get<double>();
        else add_signal(file, rule.pulled_by, name);
    }
}

}  // namespace

std::uint16_t GroupNames::number_of(const std::string& name) {
    if (name.empty()) return 0;
    auto found = std::find(names_.begin(), names_.end(), name);
    if (found == names_.end()) found = names_.insert(names_.end(), name);
    return static_cast<std::uint16_t>(found - names_.begin() + 1);
}

std::optional<Problem> read_model(JsonFile file, JudgementKnowledge& out) {
    auto& p = out.parameters;
    const std::pair<const char*, double*> numbers[] = {
        {"weight_scale", &p.weight_scale}, {"weight_spread", &p.weight_spread}, {"intercept_sd", &p.intercept_sd},
        {"base_strength", &p.base_strength}, {"worth_sd", &p.worth_sd}, {"question_counts", &p.question_counts},
        {"ask_cost", &p.ask_cost}, {"follow_gain", &p.follow_gain}, {"follow_slope", &p.follow_slope},
        {"safety_prior", &p.safety_prior}, {"safety_report", &p.safety_report}, {"reading_error", &p.reading_error}, {"safety_red", &p.safety_red}, {"safety_amber", &p.safety_amber},
        {"send_cost", &p.send_cost}, {"accept_chance_known", &p.accept_chance_known},
        {"accept_chance_stranger", &p.accept_chance_stranger}, {"tie_faint", &p.tie_faint},
        {"tie_acquainted", &p.tie_acquainted}, {"tie_known", &p.tie_known}, {"tie_close", &p.tie_close},
        {"confidence_floor", &p.confidence_floor}, {"confidence_ceiling", &p.confidence_ceiling},
        {"worth_margin", &p.worth_margin}};
    for (const auto& [name, value] : file.object(file.root(), "parameters").items()) {
        const auto found = std::find_if(std::begin(numbers), std::end(numbers),
                                        [&, key = name](const auto& n) { return key == n.first; });
        const auto number = value.is_object() ? value.find("value") : value.end();
        if (found == std::end(numbers) || !value.is_object() || number == value.end() || !number->is_number())
            file.complain("\"" + name + "\" is not a parameter with a \"value\".");
        else *found->second = number->get<double>();
    }
    read_criteria(file, file.object(file.root(), "base_rate"), p.base_rate);
    return file.problem();
}

std::optional<Problem> read_goals(JsonFile file, JudgementKnowledge& out) {
    auto& goals = out.goals;
    const Json& importance = file.list(file.root(), "importance");
    if (importance.size() != goals.importance.size()) file.complain("\"importance\" needs six numbers.");
    for (std::size_t i = 0; i < std::min(importance.size(), goals.importance.size()); ++i)
        if (importance[i].is_number()) goals.importance[i] = importance[i].get<double>();
    read_criteria(file, file.object(file.root(), "always"), goals.always);
    for (const auto& [name, entry] : file.object(file.root(), "purposes").items()) {
        file.allow_only(entry, {"weights", "openness", "why"}, "a purpose");
        const auto purpose = purpose_from_name(name);
        if (!purpose) {
            file.complain("\"" + name + "\" is no purpose.");
            continue;
        }
        const auto g = static_cast<std::size_t>(*purpose);
        read_criteria(file, file.object(entry, "weights"), goals.matrix[g]);
        goals.openness_of_purpose[g] = file.number(entry, "openness", 0);
    }
    const Json& openness = file.object(file.root(), "openness");
    goals.openness_base = file.number(openness, "base", goals.openness_base);
    for (const auto& [name, change] : file.object(openness, "boundaries").items()) {
        const auto signal = signal_from_name(name);
        if (!signal || !change.is_number()) file.complain("\"" + name + "\" is not a boundary with a number.");
        else goals.openness_of_boundary.emplace_back(*signal, change.get<double>());
    }
    return file.problem();
}

std::optional<Problem> read_evidence(JsonFile file, JudgementKnowledge& out) {
    GroupNames groups;
    out.evidence.reserve(file.list(file.root(), "evidence").size());
    for (const auto& entry : file.list(file.root(), "evidence")) {
        file.allow_only(entry, {"signal", "on", "score", "strength", "reliability", "group", "pulled", "unless", "with",
                                "amount_half", "half_life_days", "against", "reason", "why"}, "a line of evidence");
        const std::string name = file.text(entry, "signal");
        const auto signal = signal_from_name(name);
        const auto criterion = criterion_from_name(file.text(entry, "on"));
        if (!signal || !criterion) {
            file.complain("\"" + name + "\" is no signal, or its criterion is unknown.");
            continue;
        }
        EvidenceRule rule;
        rule.signal = *signal;
        rule.criterion = *criterion;
        rule.score = file.number(entry, "score", 0.5);
        rule.strength = file.number(entry, "strength", 1);
        rule.reliability = file.number(entry, "reliability", 1);
        rule.group = groups.number_of(file.text(entry, "group"));
        read_pull(file, file.object(entry, "pulled"), rule);
        rule.unless = signals_in(file, entry, "unless");
        rule.with = signals_in(file, entry, "with");
        rule.amount_half = file.number(entry, "amount_half", 0);
        rule.half_life_days = file.number(entry, "half_life_days", 0);
        rule.against = file.flag(entry, "against", false);
        rule.reason = file.text(entry, "reason", "evidence." + name);
        out.evidence.push_back(std::move(rule));
    }
    return file.problem();
}

std::optional<Problem> read_safety_signs(JsonFile file, JudgementKnowledge& out) {
    GroupNames groups;
    for (const auto& entry : file.list(file.root(), "signs")) {
        file.allow_only(entry, {"key", "all", "any", "and_any", "and_any_too", "none", "if_bad", "if_good", "group",
                                "abusive", "advice", "why"}, "a sign");
        SafetySign sign;
        sign.key = "safety." + file.text(entry, "key");
        sign.when = condition_in(file, entry);
        sign.chance_if_bad = file.number(entry, "if_bad", 0.5);
        sign.chance_if_good = file.number(entry, "if_good", 0.5);
        sign.group = groups.number_of(file.text(entry, "group"));
        sign.abusive = file.flag(entry, "abusive", false);
        sign.advice = file.text(entry, "advice");
        if (sign.chance_if_bad <= 0 || sign.chance_if_bad >= 1 || sign.chance_if_good <= 0 || sign.chance_if_good >= 1)
            file.complain("\"" + sign.key + "\" needs chances between 0 and 1.");
        out.safety.push_back(std::move(sign));
    }
    return file.problem();
}

std::optional<Problem> read_rules(JsonFile file, JudgementKnowledge& out) {
    const auto read = [&](const char* key, std::vector<ActionRule>& rules) {
        for (const auto& entry : file.list(file.root(), key)) {
            file.allow_only(entry, {"key", "all", "any", "and_any", "and_any_too", "none", "from", "action", "certainty",
                                    "advice", "wait_days", "why"}, "a rule");
            ActionRule rule;
            rule.key = file.text(entry, "key");
            rule.when = condition_in(file, entry);
            rule.from = actions_in(file, entry, "from");
            const auto action = action_from_name(file.text(entry, "action"));
            if (!action || rule.key.empty()) file.complain("Rule \"" + rule.key + "\" has no known action.");
            rule.action = action.value_or(Action::Ignore);
            rule.certainty = file.number(entry, "certainty", 0.9);
            rule.advice = texts_in(file, entry, "advice");
            if (const double days = file.number(entry, "wait_days", 0); days > 0)
                rule.wait_days = static_cast<std::int32_t>(days);
            if (rule.advice.empty()) file.complain("Rule \"" + rule.key + "\" cites no advice.");
            rules.push_back(std::move(rule));
        }
    };
    read("incoming", out.incoming_rules);
    read("outgoing", out.outgoing_rules);
    return file.problem();
}

std::optional<Problem> read_flags(JsonFile file, JudgementKnowledge& out) {
    for (const auto& entry : file.list(file.root(), "flags")) {
        file.allow_only(entry, {"flag", "all", "any", "and_any", "and_any_too", "none", "advice", "harmless"}, "a flag");
        FlagRule rule;
        rule.flag = file.text(entry, "flag");
        rule.when = condition_in(file, entry);
        rule.advice = file.text(entry, "advice");
        rule.harmless = file.flag(entry, "harmless", false);
        if (!note_flag_from_name(rule.flag)) file.complain("\"" + rule.flag + "\" is no flag.");
        out.flags.push_back(std::move(rule));
    }
    return file.problem();
}

std::optional<Problem> read_advice(JsonFile file, JudgementKnowledge& out) {
    for (const auto& [key, entry] : file.object(file.root(), "advice").items()) {
        file.allow_only(entry, {"sources"}, "a piece of advice");
        out.advice.push_back({key, texts_in(file, entry, "sources")});
        if (out.advice.back().sources.empty()) file.complain("Advice \"" + key + "\" has no source.");
    }
    sort_stably(out.advice, [](const auto& a, const auto& b) { return a.key < b.key; });
    return file.problem();
}

std::optional<Problem> read_fields(JsonFile file, JudgementKnowledge& out) {
    const Json& fields = file.object(file.root(), "fields");
    if (fields.size() > 64) file.complain("There are more than 64 fields.");
    for (const auto& [name, neighbours] : fields.items()) out.lexicon.fields.push_back({name, 0});
    const auto index_of = [&](const std::string& name) -> std::optional<std::size_t> {
        for (std::size_t i = 0; i < out.lexicon.fields.size(); ++i)
            if (out.lexicon.fields[i].name == name) return i;
        return std::nullopt;
    };
    for (const auto& [name, neighbours] : fields.items()) {
        const std::size_t self = *index_of(name);
        out.lexicon.fields[self].neighbours |= std::uint64_t{1} << self;
        for (const auto& neighbour : texts_in(file, fields, name.c_str())) {
            const auto other = index_of(neighbour);
            if (!other) file.complain("\"" + neighbour + "\" is no field.");
            else {  // to be near is mutual
                out.lexicon.fields[self].neighbours |= std::uint64_t{1} << *other;
                out.lexicon.fields[*other].neighbours |= std::uint64_t{1} << self;
            }
        }
    }
    return file.problem();
}

std::optional<Problem> read_word_lists(JsonFile file, JudgementKnowledge& out) {
    auto& entries = out.lexicon.entries;
    const auto add = [&](const std::string& phrase, std::optional<Cue> cue, std::int16_t field) {
        LexiconEntry entry = entry_of_phrase(phrase);
        if (entry.words == 0 || entry.words > 5) file.complain("\"" + phrase + "\" is not one to five words.");
        entry.cue = cue;
        entry.field = field;
        entries.push_back(entry);
    };
    file.allow_only(file.root(), {"cues", "fields", "about"}, "a word list");
    const Json& cues = file.object(file.root(), "cues");
    for (const auto& [name, phrases] : cues.items()) {
        const auto signal = signal_from_name(name);
        const auto first = signal_of(Cue{}).index;
        if (!signal || signal->index < first || signal->index >= signal_of(NoteFlag{}).index) {
            file.complain("\"" + name + "\" is no cue.");
            continue;
        }
        for (const auto& phrase : texts_in(file, cues, name.c_str()))
            add(phrase, static_cast<Cue>(signal->index - first), -1);
    }
    const Json& fields = file.object(file.root(), "fields");
    for (const auto& [name, phrases] : fields.items()) {
        std::int16_t field = -1;
        for (std::size_t i = 0; i < out.lexicon.fields.size(); ++i)
            if (out.lexicon.fields[i].name == name) field = static_cast<std::int16_t>(i);
        if (field < 0) file.complain("\"" + name + "\" is no field.");
        for (const auto& phrase : texts_in(file, fields, name.c_str()))
            add(phrase, std::nullopt, field);
    }
    return file.problem();
}

void sort_word_lists(Lexicon& lexicon) {
    auto& entries = lexicon.entries;
    sort_stably(entries, [](const auto& a, const auto& b) {
        if (a.hash != b.hash) return a.hash < b.hash;
        if (a.field != b.field) return a.field < b.field;
        return a.cue < b.cue;
    });
    const auto same = [](const LexiconEntry& a, const LexiconEntry& b) {
        return a.hash == b.hash && a.cue == b.cue && a.field == b.field;
    };
    entries.erase(std::unique(entries.begin(), entries.end(), same), entries.end());
}

}  // namespace discern
