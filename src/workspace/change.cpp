#include "workspace/change.hpp"

#include <algorithm>

namespace discern {
namespace {

// Exchanges the value under `id`; an empty optional stands for "no entry".
template <class Value>
void exchange_entry(std::map<InvitationId, Value>& entries, InvitationId id, std::optional<Value>& other) {
    std::optional<Value> now;
    if (const auto found = entries.find(id); found != entries.end()) now = std::move(found->second);
    if (other)
        entries.insert_or_assign(id, std::move(*other));
    else
        entries.erase(id);
    other = std::move(now);
}

struct Exchange {
    Document& document;

    void operator()(DecisionsChange& change) const {
        for (auto& [id, other] : change.other) exchange_entry(document.decisions, id, other);
    }
    void operator()(SnoozesChange& change) const {
        for (auto& [id, other] : change.other) exchange_entry(document.snoozed_until, id, other);
    }
    void operator()(AnswerChange& change) const {
        change.other = exchange_answer(document.book.at(change.person), change.code, std::move(change.other));
    }
    void operator()(GoalsChange& change) const {
        if (Lens* lens = lens_of(document, change.lens)) std::swap(lens->goals, change.other);
    }
};

std::vector<Fact>::iterator answer_place(Person& person, FactCode code) {
    return std::ranges::find_if(person.facts, [code](const Fact& fact) { return is_answer(fact) && fact.code >= code; });
}

}  // namespace

void exchange(Document& document, Change& change) { std::visit(Exchange{document}, change); }

bool touches_verdicts(const Change& change) {
    return std::holds_alternative<AnswerChange>(change) || std::holds_alternative<GoalsChange>(change);
}

bool is_answer(const Fact& fact) { return fact.source.file == 0; }

const Fact* answer_of(const Person& person, FactCode code) {
    const auto found =
        std::ranges::find_if(person.facts, [code](const Fact& fact) { return is_answer(fact) && fact.code == code; });
    return found == person.facts.end() ? nullptr : &*found;
}

std::optional<Fact> exchange_answer(Person& person, FactCode code, std::optional<Fact> answer) {
    const auto place = answer_place(person, code);
    const bool stands = place != person.facts.end() && place->code == code;
    std::optional<Fact> before;
    if (stands) before = std::move(*place);
    if (stands && answer)
        *place = std::move(*answer);
    else if (stands)
        person.facts.erase(place);
    else if (answer)
        person.facts.insert(place, std::move(*answer));
    return before;
}

const Lens* lens_of(const Document& document, std::uint32_t id) {
    const auto found = std::ranges::find(document.lenses, id, &Lens::id);
    return found == document.lenses.end() ? nullptr : &*found;
}

Lens* lens_of(Document& document, std::uint32_t id) {
    return const_cast<Lens*>(lens_of(static_cast<const Document&>(document), id));
}

}  // namespace discern
