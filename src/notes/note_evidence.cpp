#include "notes/note_evidence.hpp"

#include "text/name.hpp"

#include <algorithm>
#include <array>

namespace discern {

namespace {

constexpr std::size_t longest_words = 60;  // of a slot; longer ones make no sentence

// Words that can stand in a sentence: short, one line, nothing that would open a slot.
[[nodiscard]] bool can_stand_in_a_sentence(std::string_view words) {
    return !words.empty() && words.size() <= longest_words && words.find_first_of("\n\r{}<>") == std::string_view::npos &&
           words.front() != ' ' && words.back() != ' ';
}

// Ticked relations and the fact that a draft or a claim asks for.
struct Meaning {
    FactCode code;
    std::string_view name;
};
constexpr auto meanings = std::to_array<Meaning>({
    {FactCode::met_briefly, "met"},           {FactCode::met_once, "met"},
    {FactCode::met_repeatedly, "met"},        {FactCode::works_with_daily, "met"},
    {FactCode::same_team, "colleagues"},      {FactCode::same_company, "colleagues"},
    {FactCode::same_project, "project"},      {FactCode::former_colleague, "former_colleagues"},
    {FactCode::classmate, "classmates"},      {FactCode::alumni, "alumni"},
    {FactCode::former_student, "student"},    {FactCode::mentor, "mentor"},
    {FactCode::client, "client"},             {FactCode::vendor, "vendor"},
    {FactCode::messaged, "talked"},           {FactCode::online_exchange, "online"},
    {FactCode::mutual_intro, "introduced"},   {FactCode::introduced_by_trusted, "introduced"},
    {FactCode::social, "social"},             {FactCode::friend_, "social"},
    {FactCode::volunteers_together, "volunteers"}, {FactCode::work_admired, "work_admired"},
    {FactCode::applied, "applied"},           {FactCode::interviewed_user, "interview"},
});

}  // namespace

std::string greeting_name(std::string_view name) {
    const auto parts = name_parts(name);
    if (parts.words.size() < 2) return {};
    // The word as written whose folding is the first of the name: "Dr. José Márquez" gives "José".
    for (std::size_t i = 0; i < name.size();) {
        const auto end = std::min(name.find(' ', i), name.size());
        const auto word = name.substr(i, end - i);
        if (!word.empty() && name_key(word) == parts.words.front() && can_stand_in_a_sentence(word) && parts.words.front().size() > 1) {
            return std::string(word);
        }
        i = end + 1;
    }
    return {};
}

std::vector<NoteEvidence> note_evidence(const PersonBook& book, const Person& person, const NoteWishes& wishes) {
    std::vector<NoteEvidence> evidence;
    const auto add = [&](std::string_view name, std::string_view value, SourceRef source) {
        if (can_stand_in_a_sentence(value)) evidence.push_back({std::string(name), std::string(value), source});
    };
    const auto mark = [&](std::string_view name, SourceRef source) { evidence.push_back({std::string(name), {}, source}); };
    add("their_name", greeting_name(person.name), {});
    if (name_parts(person.name).words.size() >= 2) add("their_full_name", person.name, {});
    add("my_name", greeting_name(book.owner.name), {});
    add("their_company", person.profile.company, {});
    for (const auto& place : person.shared_places) {
        const bool employer = place.kind == SharedPlace::Kind::Employer;
        add(employer ? "employer" : "school", place.name, place.source);
        if (place.overlap == true && can_stand_in_a_sentence(place.name)) {
            add(employer ? "employer_same_years" : "school_same_years", place.name, place.source);
        }
    }
    for (const auto id : person.mutuals.named) {
        if (id.index < book.people.size() && book.at(id).ties.connected_on) add("mutual", book.at(id).name, book.at(id).ties.connected_source);
    }
    const auto works_on = name_key(person.profile.headline + " " + person.profile.position);
    for (const auto& topic : wishes.topics) {
        const auto wanted = name_key(topic);
        if (wanted.size() > 2 && (" " + works_on + " ").find(" " + wanted + " ") != std::string::npos) add("topic", topic, {});
    }
    const auto company = name_key(person.profile.company);
    for (const auto& each : wishes.companies) {
        if (!company.empty() && name_key(each) == company) add("target_company", person.profile.company, {});
    }
    if (wishes.their_note != nullptr && wishes.their_note->reading) {
        for (const auto& fact : wishes.their_note->reading->facts) {
            if (fact.code == FactCode::note_names_specific_reason) add("their_words", fact.quote, fact.source);
        }
    }
    for (const auto& fact : person.facts) {
        for (const auto& meaning : meanings) {
            if (meaning.code == fact.code && fact.amount > 0) mark(meaning.name, fact.source);
        }
        if (fact.code == FactCode::event && fact.amount > 0) {
            mark("at_event", fact.source);
            add("event", fact.quote, fact.source);
        }
    }
    if (person.ties.messages_from_them > 0 && person.ties.messages_to_them > 0) mark("talked", person.ties.messages_source);
    if (person.ties.recommendations_received > 0) mark("recommended_me", person.ties.recommended_source);
    return evidence;
}

const NoteEvidence* find_evidence(const std::vector<NoteEvidence>& evidence, std::string_view name) {
    const auto found = std::find_if(evidence.begin(), evidence.end(), [&](const NoteEvidence& item) { return item.name == name; });
    return found == evidence.end() ? nullptr : &*found;
}

}  // namespace discern
