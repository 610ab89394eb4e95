#include "workspace/saved_state.hpp"

#include "base/sorted.hpp"
#include "text/fold.hpp"
#include "workspace/change.hpp"

#include <algorithm>

namespace discern::save {

SavedState state_of(const Document& document) {
    SavedState state;
    state.sample = document.sample;
    state.active_lens = document.active_lens;
    state.highest_lens = document.highest_lens;
    state.lenses = document.lenses;
    for (const auto& [id, decision] : document.decisions) state.decisions.push_back({id, decision});
    std::map<InvitationId, SavedSnooze> snoozes;
    for (const auto& [id, until] : document.snoozed_until) snoozes[id].until = until;
    for (const auto& [id, code] : document.awaited) snoozes[id].until_known = code;
    for (const auto& [id, snooze] : snoozes) state.snoozed.push_back({id, snooze.until, snooze.until_known});
    for (const auto& [id, note] : document.desk_notes) state.notes.push_back({id, note});
    state.premium = document.own_limits.premium;
    for (const auto& [limit, value] : document.own_limits.values) state.limits.push_back({limit, value});
    const auto& people = document.book.people;
    for (std::uint32_t i = 0; i < people.size(); ++i)
        for (const Fact& fact : people[i].facts)
            if (is_answer(fact)) state.answers.push_back({{i}, people[i].profile_key, people[i].name, fact});
    const auto mark = [&](PersonId id) { return PersonMark{id, people[id.index].profile_key, people[id.index].name}; };
    for (const Ruling& ruling : document.rulings)
        state.rulings.push_back({mark(ruling.one), mark(ruling.other), ruling.same, ruling.why});
    return state;
}

PersonFinder::PersonFinder(const PersonBook& book) : book_(book) {
    for (std::uint32_t i = 0; i < book.people.size(); ++i) {
        const Person& person = book.people[i];
        if (!person.profile_key.empty()) by_key_.emplace_back(person.profile_key, i);
        by_name_.emplace_back(folded(person.name), i);
    }
    sort_stably(by_key_);
    sort_stably(by_name_);
}

std::optional<PersonId> PersonFinder::only_one(const std::vector<Entry>& entries, std::string_view word) {
    if (word.empty()) return std::nullopt;
    const auto first = std::ranges::lower_bound(entries, word, {}, &Entry::first);
    if (first == entries.end() || first->first != word) return std::nullopt;
    const auto next = std::next(first);
    if (next != entries.end() && next->first == word) return std::nullopt;
    return PersonId{first->second};
}

std::optional<PersonId> PersonFinder::find(const SavedAnswer& answer) const {
    if (answer.person.index < book_.people.size()) {
        const Person& person = book_.at(answer.person);
        if (person.profile_key == answer.profile_key && person.name == answer.name) return answer.person;
    }
    if (const auto found = only_one(by_key_, answer.profile_key)) return found;
    const auto found = only_one(by_name_, folded(answer.name));
    // One name with two addresses is two people.
    if (found && !answer.profile_key.empty() && !book_.at(*found).profile_key.empty()) return std::nullopt;
    return found;
}

Document document_from(PersonBook book, SavedState state) {
    Document document;
    document.sample = state.sample;
    if (!state.lenses.empty()) document.lenses = std::move(state.lenses);
    document.highest_lens = state.highest_lens;
    for (const Lens& lens : document.lenses) document.highest_lens = std::max(document.highest_lens, lens.id);
    document.active_lens = state.active_lens;
    if (lens_of(document, document.active_lens) == nullptr) document.active_lens = document.lenses.front().id;
    for (SavedDecision& saved : state.decisions)
        document.decisions.insert_or_assign(saved.invitation, std::move(saved.decision));
    for (const SavedSnooze& saved : state.snoozed) {
        if (saved.until) document.snoozed_until.insert_or_assign(saved.invitation, *saved.until);
        if (saved.until_known) document.awaited.insert_or_assign(saved.invitation, *saved.until_known);
    }
    for (SavedNote& saved : state.notes) document.desk_notes.insert_or_assign(saved.invitation, std::move(saved.note));
    document.own_limits.premium = state.premium;
    for (const SavedLimit& saved : state.limits)
        if (saved.value > 0) document.own_limits.values.insert_or_assign(saved.limit, saved.value);
    document.book = std::move(book);
    // The state alone holds answers; a book that brings some was not written by us and would be saved differently.
    for (Person& person : document.book.people)
        std::erase_if(person.facts, [](const Fact& fact) { return !belongs_to_book(fact); });

    // Rulings belong to the book that they were saved with; for another one merge.cpp has found their people already.
    for (const SavedRuling& saved : state.rulings)
        if (saved.one.person != saved.other.person && saved.one.person.index < document.book.people.size() &&
            saved.other.person.index < document.book.people.size())
            document.rulings.push_back({saved.one.person, saved.other.person, saved.same, saved.why});

    std::vector<std::optional<PersonId>> whose;
    if (!state.answers.empty()) {
        const PersonFinder finder(document.book);
        for (const SavedAnswer& answer : state.answers) whose.push_back(finder.find(answer));
    }
    for (std::size_t i = 0; i < state.answers.size(); ++i) {
        SavedAnswer& answer = state.answers[i];
        if (!whose[i]) {  // a newcomer, for this and for all later answers about them
            whose[i] = PersonId{static_cast<std::uint32_t>(document.book.people.size())};
            for (std::size_t later = i + 1; later < state.answers.size(); ++later)
                if (!whose[later] && state.answers[later].profile_key == answer.profile_key &&
                    state.answers[later].name == answer.name)
                    whose[later] = whose[i];
            Person& person = document.book.people.emplace_back();
            person.name = answer.name;
            person.profile_key = answer.profile_key;
        }
        answer.fact.source = {};
        const FactCode code = answer.fact.code;
        exchange_answer(document.book.at(*whose[i]), code, std::move(answer.fact));
    }
    return document;
}

std::string fault_in(const PersonBook& book) {
    const std::size_t people = book.people.size(), files = book.files.size();
    const auto in_files = [files](const SourceRef& source) { return source.file < files; };
    const auto all_in_files = [&](const auto& list) {
        return std::ranges::all_of(list, [&](const auto& item) { return in_files(item.source); });
    };
    if (book.files.empty() || book.files.front() != "you") return "its list of files does not begin with you";
    if (files > 65'536) return "it names too many files";
    const auto person_fault = [&](const Person& person) -> std::string {
        const Ties& ties = person.ties;
        if (!all_in_files(person.facts) || !all_in_files(person.shared_places) || !in_files(ties.connected_source) ||
            !in_files(ties.messages_source) || !in_files(ties.endorsed_source) || !in_files(ties.recommended_source))
            return "a person's source is not among its files";
        if (std::ranges::any_of(person.mutuals.named, [=](PersonId id) { return id.index >= people; }))
            return "a shared connection is not among its people";
        return "";
    };
    for (const Person& person : book.people)
        if (auto fault = person_fault(person); !fault.empty()) return fault;
    for (const Invitation& invitation : book.invitations)
        if (invitation.person.index >= people || !in_files(invitation.source))
            return "an invitation is from somebody who is not among its people";
    const auto is_nobody = [people](PersonId id) { return id.index >= people; };
    for (const Join& join : book.joins)
        if (is_nobody(join.into) || (join.from && (is_nobody(*join.from) || *join.from == join.into)) ||
            join.before.size() > 1 || (!join.from && !join.before.empty()))
            return "a join is of people who are not among its people";
    for (const Join& join : book.joins)
        for (const Person& person : join.before)
            if (auto fault = person_fault(person); !fault.empty()) return fault;
    for (const PersonDoubt& doubt : book.doubts)
        if (is_nobody(doubt.one) || is_nobody(doubt.other)) return "a question is about people who are not among its people";
    if (!all_in_files(book.owner.positions) || !all_in_files(book.owner.education))
        return "a position's source is not among its files";
    return "";
}

std::string fault_in(const SavedState& state) {
    std::vector<std::uint32_t> ids;
    for (const Lens& lens : state.lenses) {
        if (std::ranges::any_of(lens.goals.purposes, [](std::uint8_t importance) { return importance > 5; }))
            return "a goal is more important than 5";
        if (std::ranges::any_of(lens.goals.boundaries,
                                [](FactCode code) { return group_of(code) != FactGroup::Boundary; }))
            return "a boundary is not one";
        if (lens.id == 0) return "a set of goals has no number";
        ids.push_back(lens.id);
    }
    sort_stably(ids);
    if (std::ranges::adjacent_find(ids) != ids.end()) return "two sets of goals have one number";
    for (const SavedDecision& saved : state.decisions)
        if (saved.decision.confidence < 0 || saved.decision.confidence > 1) return "a confidence is not between 0 and 1";
    return "";
}

}  // namespace discern::save
