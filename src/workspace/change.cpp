#include "workspace/change.hpp"

#include "people/joining.hpp"
#include "workspace/ticked_facts.hpp"

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

bool is_pair(PersonId one, PersonId other, PersonId wanted, PersonId wanted_other) {
    return (one == wanted && other == wanted_other) || (one == wanted_other && other == wanted);
}

struct Exchange {
    Document& document;

    void operator()(DecisionsChange& change) const {
        for (auto& [id, other] : change.other) exchange_entry(document.decisions, id, other);
    }
    void operator()(SnoozesChange& change) const {
        for (auto& [id, other] : change.other) {
            exchange_entry(document.snoozed_until, id, other.until);
            exchange_entry(document.awaited, id, other.until_known);
        }
    }
    void operator()(AnswerChange& change) const {
        change.other = exchange_answer(document.book.at(change.person), change.code, std::move(change.other));
    }
    void operator()(GoalsChange& change) const {
        if (Lens* lens = lens_of(document, change.lens)) std::swap(lens->goals, change.other);
    }
    void operator()(LensesChange& change) const {
        std::swap(document.lenses, change.other);
        std::swap(document.active_lens, change.other_active);
        std::swap(document.highest_lens, change.other_highest);
    }
    void operator()(PlanChange& change) const {
        auto& people = document.book.people;
        auto& invitations = document.book.invitations;
        if (change.other) {
            if (change.other->person) people.push_back(std::move(*change.other->person));
            invitations.insert(invitations.begin() + static_cast<std::ptrdiff_t>(change.other->place),
                               std::move(change.other->invitation));
            change.other.reset();
            return;
        }
        const auto found = std::ranges::find(invitations, change.id, &Invitation::id);
        if (found == invitations.end()) return;
        change.other = PlannedEntry{.invitation = std::move(*found),
                                    .place = static_cast<std::size_t>(found - invitations.begin()),
                                    .person = std::nullopt};
        invitations.erase(found);
        if (change.with_person) {
            change.other->person = std::move(people.back());
            people.pop_back();
        }
    }
    void operator()(BookChange& change) const { std::swap(document.book, change.other); }
    void operator()(DeskNoteChange& change) const { exchange_entry(document.desk_notes, change.id, change.other); }
    void operator()(LimitsChange& change) const { std::swap(document.own_limits, change.other); }
    void operator()(RulingChange& change) const {
        auto& rulings = document.rulings;
        std::optional<std::pair<std::size_t, Ruling>> stands;
        for (std::size_t i = 0; i < rulings.size() && !stands; ++i)
            if (is_pair(rulings[i].one, rulings[i].other, change.one, change.other_one)) stands.emplace(i, rulings[i]);
        if (stands) rulings.erase(rulings.begin() + static_cast<std::ptrdiff_t>(stands->first));
        if (change.other)
            rulings.insert(rulings.begin() + static_cast<std::ptrdiff_t>(std::min(change.other->first, rulings.size())),
                           change.other->second);
        change.other = std::move(stands);
        PersonBook& book = document.book;
        if (change.deed == RulingChange::Deed::Join) {
            if (change.person_was_made)
                join_again(book, std::move(change.join), change.join_place);
            else
                join_people(book, std::move(change.join), change.join_place);
            change.deed = RulingChange::Deed::Part;
        } else if (change.deed == RulingChange::Deed::Part && change.join_place < book.joins.size()) {
            change.person_was_made = !book.joins[change.join_place].from;
            change.join = part_people(book, change.join_place);
            change.deed = RulingChange::Deed::Join;
        }
    }
    void operator()(PlanEditChange& change) const {
        const auto found = std::ranges::find(document.book.invitations, change.id, &Invitation::id);
        if (found == document.book.invitations.end()) return;
        std::swap(found->note, change.other_note);
        found->reading.reset();
        Person& person = document.book.at(found->person);
        if (change.other_answers) change.other_answers = exchange_answers(person, std::move(*change.other_answers));
        if (!change.other_person) return;
        std::swap(person.name, change.other_person->first);
        std::swap(person.profile, change.other_person->second);
    }
};

std::vector<Fact>::iterator answer_place(Person& person, FactCode code) {
    return std::ranges::find_if(person.facts, [code](const Fact& fact) { return is_answer(fact) && fact.code >= code; });
}

}  // namespace

void exchange(Document& document, Change& change) { std::visit(Exchange{document}, change); }

bool touches_verdicts(const Change& change) {
    return !std::holds_alternative<DecisionsChange>(change) && !std::holds_alternative<SnoozesChange>(change) &&
           !std::holds_alternative<DeskNoteChange>(change) && !std::holds_alternative<LimitsChange>(change);
}

bool touches_book(const Change& change) {
    return std::holds_alternative<PlanChange>(change) || std::holds_alternative<PlanEditChange>(change) ||
           std::holds_alternative<BookChange>(change) || std::holds_alternative<RulingChange>(change);
}

const Ruling* ruling_of(const Document& document, PersonId one, PersonId other) {
    const auto found = std::ranges::find_if(
        document.rulings, [=](const Ruling& ruling) { return is_pair(ruling.one, ruling.other, one, other); });
    return found == document.rulings.end() ? nullptr : &*found;
}

std::optional<std::size_t> join_of(const PersonBook& book, PersonId one, PersonId other) {
    for (std::size_t i = 0; i < book.joins.size(); ++i)
        if (book.joins[i].from && is_pair(book.joins[i].into, *book.joins[i].from, one, other)) return i;
    return std::nullopt;
}

bool touches_facts(const Change& change) {
    return touches_verdicts(change) && !std::holds_alternative<GoalsChange>(change) &&
           !std::holds_alternative<LensesChange>(change);
}

bool continues_gesture(const Change& last, const Change& next) {
    const auto goals = std::get_if<GoalsChange>(&next), goals_before = std::get_if<GoalsChange>(&last);
    if (goals != nullptr && goals_before != nullptr)
        return goals->gesture != 0 && goals->gesture == goals_before->gesture && goals->lens == goals_before->lens;
    const auto note = std::get_if<DeskNoteChange>(&next), note_before = std::get_if<DeskNoteChange>(&last);
    return note != nullptr && note_before != nullptr && note->gesture != 0 && note->gesture == note_before->gesture && note->id == note_before->id;
}

Snooze snooze_of(const Document& document, InvitationId id) {
    Snooze snooze;
    if (const auto found = document.snoozed_until.find(id); found != document.snoozed_until.end())
        snooze.until = found->second;
    if (const auto found = document.awaited.find(id); found != document.awaited.end())
        snooze.until_known = found->second;
    return snooze;
}

const Invitation* invitation_in(const PersonBook& book, InvitationId id) {
    const auto found = std::ranges::find(book.invitations, id, &Invitation::id);
    return found == book.invitations.end() ? nullptr : &*found;
}

bool is_by_hand(const Invitation& invitation) { return invitation.source.file == 0; }

bool is_planned(const Invitation& invitation) {
    return invitation.direction == Direction::Outgoing && is_by_hand(invitation);
}

std::string_view note_to_send(const Document& document, const Invitation& invitation) {
    const auto found = document.desk_notes.find(invitation.id);
    if (found != document.desk_notes.end()) return found->second.text;
    return is_planned(invitation) ? std::string_view(invitation.note) : std::string_view();
}

bool is_answer(const Fact& fact) { return fact.source.file == 0; }

const Fact* answer_of(const Person& person, FactCode code) {
    const auto found =
        std::ranges::find_if(person.facts, [code](const Fact& fact) { return is_answer(fact) && fact.code == code; });
    return found == person.facts.end() ? nullptr : &*found;
}

bool is_known(const Person& person, FactCode code) {
    const Ties& ties = person.ties;
    switch (code) {
        case FactCode::connected_now: return ties.connected_on.has_value();
        case FactCode::messages_two_way: return ties.messages_from_them > 0 && ties.messages_to_them > 0;
        case FactCode::endorsed_user: return ties.endorsements_received > 0;
        case FactCode::recommended_user: return ties.recommendations_received > 0;
        default: return std::ranges::find(person.facts, code, &Fact::code) != person.facts.end();
    }
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

void order_answers(Person& person) {
    if (std::ranges::none_of(person.facts, is_answer)) return;
    std::vector<Fact> facts = std::move(person.facts);
    person.facts.clear();
    for (Fact& fact : facts)
        if (!is_answer(fact)) person.facts.push_back(std::move(fact));
    for (Fact& fact : facts)
        if (is_answer(fact)) {
            const FactCode code = fact.code;
            exchange_answer(person, code, std::move(fact));
        }
}

const Lens* lens_of(const Document& document, std::uint32_t id) {
    const auto found = std::ranges::find(document.lenses, id, &Lens::id);
    return found == document.lenses.end() ? nullptr : &*found;
}

Lens* lens_of(Document& document, std::uint32_t id) {
    return const_cast<Lens*>(lens_of(static_cast<const Document&>(document), id));
}

}  // namespace discern
