#include "workspace/command_changes.hpp"

#include "base/sorted.hpp"
#include "people/book_builder.hpp"
#include "people/joining.hpp"
#include "workspace/ticked_facts.hpp"

#include <algorithm>
#include <span>

namespace discern {
namespace {

// A batch may name an invitation twice; it is changed once.
std::vector<InvitationId> once_each(std::span<const InvitationId> ids) {
    std::vector<InvitationId> unique(ids.begin(), ids.end());
    sort_stably(unique);
    unique.erase(std::ranges::unique(unique).begin(), unique.end());
    return unique;
}

std::string name_behind(const Document& document, InvitationId id) {
    const Invitation* invitation = invitation_in(document.book, id);
    return invitation == nullptr ? std::string() : document.book.at(invitation->person).name;
}

// "decided.one" with the person's name, or "decided.many" with the count.
Workspace::Done done_for(std::string_view what, const Document& document, std::vector<InvitationId> ids) {
    Workspace::Done done;
    done.reason = std::string(what) + (ids.size() == 1 ? ".one" : ".many");
    done.words.push_back(ids.size() == 1 ? name_behind(document, ids.front()) : std::to_string(ids.size()));
    done.invitations = std::move(ids);
    return done;
}

UndoEntry lens_entry(LensesChange change, std::string_view reason, std::vector<std::string> words) {
    return {std::move(change), {.reason = std::string(reason), .words = std::move(words), .invitations = {}}};
}

struct EntryMaker {
    const CommandScene& scene;
    const Document& document = scene.document;

    using Entry = std::optional<UndoEntry>;

    Entry operator()(const DecideCommand& command) const {
        DecisionsChange change;
        std::vector<InvitationId> ids;
        for (const InvitationId id : once_each(command.invitations)) {
            if (!scene.is_listed(id)) continue;
            const auto stands = document.decisions.find(id);
            if (stands != document.decisions.end() && stands->second.action == command.action &&
                stands->second.reason == command.reason)
                continue;
            const Outline& outline = scene.outline_of(id);
            change.other.emplace_back(id, Decision{.action = command.action,
                                                   .decided_at = scene.now,
                                                   .verdict = outline.action,
                                                   .confidence = outline.confidence,
                                                   .reason = command.reason});
            ids.push_back(id);
        }
        if (ids.empty()) return std::nullopt;
        Workspace::Done done = done_for("decided", document, std::move(ids));
        done.words.emplace_back(name_of(command.action));
        return UndoEntry{std::move(change), std::move(done)};
    }

    Entry operator()(const ClearDecisionCommand& command) const {
        DecisionsChange change;
        std::vector<InvitationId> ids;
        for (const InvitationId id : once_each(command.invitations))
            if (document.decisions.contains(id)) {
                change.other.emplace_back(id, std::nullopt);
                ids.push_back(id);
            }
        if (ids.empty()) return std::nullopt;
        return UndoEntry{std::move(change), done_for("cleared", document, std::move(ids))};
    }

    Entry operator()(const ReasonCommand& command) const {
        DecisionsChange change;
        std::vector<InvitationId> ids;
        for (const InvitationId id : once_each(command.invitations)) {
            const auto stands = document.decisions.find(id);
            if (stands == document.decisions.end() || stands->second.reason == command.reason) continue;
            Decision decision = stands->second;
            decision.reason = command.reason;
            change.other.emplace_back(id, std::move(decision));
            ids.push_back(id);
        }
        if (ids.empty()) return std::nullopt;
        return UndoEntry{std::move(change), done_for("reason", document, std::move(ids))};
    }

    Entry operator()(const SnoozeCommand& command) const {
        const Snooze snooze{command.until, command.until_known};
        SnoozesChange change;
        std::vector<InvitationId> ids;
        for (const InvitationId id : once_each(command.invitations)) {
            if (snooze_of(document, id) == snooze || !scene.is_listed(id)) continue;
            change.other.emplace_back(id, snooze);
            ids.push_back(id);
        }
        if (ids.empty()) return std::nullopt;
        return UndoEntry{std::move(change), done_for(snooze == Snooze{} ? "woken" : "snoozed", document, std::move(ids))};
    }

    Entry operator()(const AnswerCommand& command) const {
        if (command.person.index >= document.book.people.size()) return std::nullopt;
        Fact fact = command.fact;
        fact.source = {};
        if (!fact.when) fact.when = scene.today;
        return answer_entry("answered", command.person, fact.code, fact);
    }

    Entry operator()(const ClearAnswerCommand& command) const {
        if (command.person.index >= document.book.people.size()) return std::nullopt;
        return answer_entry("answer_cleared", command.person, command.code, std::nullopt);
    }

    Entry answer_entry(std::string_view what, PersonId person, FactCode code, std::optional<Fact> answer) const {
        const Fact* stands = answer_of(document.book.at(person), code);
        if (stands == nullptr ? !answer : answer && *stands == *answer) return std::nullopt;
        UndoEntry entry{AnswerChange{person, code, std::move(answer)}, {}};
        entry.done.reason = what;
        entry.done.words = {document.book.at(person).name, std::string(name_of(code))};
        for (const Invitation& invitation : document.book.invitations)
            if (invitation.person == person) entry.done.invitations.push_back(invitation.id);
        return entry;
    }

    Entry operator()(const SetGoalsCommand& command) const {
        const Lens* lens = lens_of(document, command.lens);
        if (lens == nullptr || lens->goals == command.goals) return std::nullopt;
        return UndoEntry{GoalsChange{command.lens, command.goals, command.gesture},
                         {.reason = "goals", .words = {lens->name}, .invitations = {}}};
    }

    LensesChange lenses_as_they_are() const { return {document.lenses, document.active_lens, document.highest_lens}; }

    Entry operator()(const AddLensCommand& command) const {
        LensesChange change = lenses_as_they_are();
        change.other_active = ++change.other_highest;
        change.other.push_back({.id = change.other_active, .name = command.name, .goals = command.goals});
        return lens_entry(std::move(change), "lens.added", {command.name});
    }

    Entry operator()(const RenameLensCommand& command) const {
        const Lens* lens = lens_of(document, command.lens);
        if (lens == nullptr || lens->name == command.name) return std::nullopt;
        LensesChange change = lenses_as_they_are();
        std::ranges::find(change.other, command.lens, &Lens::id)->name = command.name;
        return lens_entry(std::move(change), "lens.renamed", {lens->name, command.name});
    }

    Entry operator()(const RemoveLensCommand& command) const {
        const Lens* lens = lens_of(document, command.lens);
        if (lens == nullptr || document.lenses.size() == 1) return std::nullopt;
        LensesChange change = lenses_as_they_are();
        std::erase_if(change.other, [&command](const Lens& each) { return each.id == command.lens; });
        if (change.other_active == command.lens) change.other_active = change.other.front().id;
        return lens_entry(std::move(change), "lens.removed", {lens->name});
    }

    Entry operator()(const SwitchLensCommand& command) const {
        const Lens* lens = lens_of(document, command.lens);
        if (lens == nullptr || document.active_lens == command.lens) return std::nullopt;
        LensesChange change = lenses_as_they_are();
        change.other_active = command.lens;
        return lens_entry(std::move(change), "lens.switched", {lens->name});
    }

    Entry operator()(const PlanCommand& command) const {
        if (command.invitation) return edit_entry(command);
        const PersonBook& book = document.book;
        if (command.person ? command.person->index >= book.people.size() : command.name.empty()) return std::nullopt;
        if (command.person && is_open_with(*command.person, command.direction)) return std::nullopt;
        PlanChange change;
        change.with_person = !command.person;
        PlannedEntry& planned = change.other.emplace();
        planned.place = book.invitations.size();
        if (change.with_person) {
            planned.person.emplace();
            planned.person->name = command.name;
            planned.person->profile = command.profile;
            if (command.ticked) planned.person->facts = answers_with(*planned.person, *command.ticked, scene.today);
        }
        const Person& person = command.person ? book.at(*command.person) : *planned.person;
        change.id = invitation_id(command.direction, person.profile_key, person.name);
        // A namesake, or somebody invited and connected before.
        for (int number = 2; invitation_in(book, change.id) != nullptr; ++number)
            change.id = invitation_id(command.direction, person.profile_key, person.name + " #" + std::to_string(number));
        planned.invitation.id = change.id;
        planned.invitation.direction = command.direction;
        planned.invitation.person =
            command.person.value_or(PersonId{static_cast<std::uint32_t>(book.people.size())});
        planned.invitation.note = command.note;
        const bool incoming = command.direction == Direction::Incoming;
        if (incoming) planned.invitation.sent_at = scene.now;
        return UndoEntry{change,
                         {.reason = incoming ? "entry.added" : "plan.added", .words = {person.name}, .invitations = {change.id}}};
    }

    [[nodiscard]] bool is_open_with(PersonId person, Direction direction) const {
        return std::ranges::any_of(document.book.invitations, [&](const Invitation& invitation) {
            return invitation.direction == direction && invitation.person == person && !invitation.accepted;
        });
    }

    Entry edit_entry(const PlanCommand& command) const {
        const Invitation* invitation = invitation_in(document.book, *command.invitation);
        if (invitation == nullptr) return std::nullopt;
        const Person& person = document.book.at(invitation->person);
        const bool by_hand = is_by_hand(*invitation);
        PlanEditChange change{.id = invitation->id, .other_note = by_hand ? command.note : invitation->note};
        // People of the archive keep what the archive says of them.
        const bool own_person = by_hand && person.profile_key.empty() && person.ties == Ties{};
        if (own_person && !command.name.empty() && (person.name != command.name || person.profile != command.profile))
            change.other_person = {command.name, command.profile};
        if (command.ticked && *command.ticked != ticked_by_user(person))
            change.other_answers = answers_with(person, *command.ticked, scene.today);
        if (!change.other_person && !change.other_answers && invitation->note == change.other_note) return std::nullopt;
        return UndoEntry{change,
                         {.reason = by_hand ? "plan.changed" : "ticked", .words = {person.name}, .invitations = {invitation->id}}};
    }

    Entry operator()(const UpdateBookCommand& command) const {
        if (command.book == document.book) return std::nullopt;
        return UndoEntry{BookChange{command.book},
                         {.reason = "book.updated", .words = {command.source}, .invitations = {}}};
    }

    Entry operator()(const DeskNoteCommand& command) const {
        const Invitation* invitation = invitation_in(document.book, command.invitation);
        if (invitation == nullptr) return std::nullopt;
        const auto stands = document.desk_notes.find(command.invitation);
        // An emptied note stands where it covers the one that came with the plan.
        const bool covers = is_planned(*invitation) && !invitation->note.empty();
        const bool is_empty = command.note.text.empty() && !command.note.copied_at && !covers;
        if (stands == document.desk_notes.end() ? is_empty : !is_empty && stands->second == command.note) return std::nullopt;
        const bool copied_before = stands != document.desk_notes.end() && stands->second.copied_at;
        const bool copied = command.note.copied_at && !copied_before;
        DeskNoteChange change{.id = command.invitation, .other = std::nullopt, .gesture = copied ? 0 : command.gesture};
        if (!is_empty) change.other = command.note;
        return UndoEntry{std::move(change),
                         {.reason = copied ? "desk.copied" : "desk.written",
                          .words = {document.book.at(invitation->person).name},
                          .invitations = {command.invitation}}};
    }

    Entry operator()(const SetLimitsCommand& command) const {
        if (command.limits == document.own_limits) return std::nullopt;
        return UndoEntry{LimitsChange{command.limits}, {.reason = "limits", .words = {}, .invitations = {}}};
    }

    Entry operator()(const RulePeopleCommand& command) const {
        const auto& people = document.book.people;
        const PersonId one = command.one, other = command.other;
        if (one == other || one.index >= people.size() || other.index >= people.size()) return std::nullopt;
        const Ruling* stands = ruling_of(document, one, other);
        const auto join = join_of(document.book, one, other);
        if (command.same ? stands != nullptr && stands->same == *command.same : stands == nullptr) return std::nullopt;
        const Likeness why = why_alike(one, other);
        RulingChange change{.one = one, .other_one = other, .other = std::nullopt, .deed = RulingChange::Deed::Nothing,
                            .join = {}, .join_place = 0, .person_was_made = false};
        if (command.same) change.other.emplace(document.rulings.size(), Ruling{one, other, *command.same, why});
        if (join && !command.same.value_or(false)) {
            change.deed = RulingChange::Deed::Part;
            change.join_place = *join;
        } else if (!join && command.same.value_or(false)) {
            if (person_of_record(document.book, one) == person_of_record(document.book, other)) return std::nullopt;
            change.deed = RulingChange::Deed::Join;
            change.join = join_of_records(one, other, why);
            change.join_place = document.book.joins.size();
        }
        const std::string_view reason = !command.same ? "people.unruled" : *command.same ? "people.joined" : "people.parted";
        return people_entry(std::move(change), reason, one, other);
    }

    Entry operator()(const PartPeopleCommand& command) const {
        const PersonBook& book = document.book;
        if (command.join >= book.joins.size()) return std::nullopt;
        const Join& join = book.joins[command.join];
        // A mere name becomes the book's last person by being parted.
        const PersonId from = join.from.value_or(PersonId{static_cast<std::uint32_t>(book.people.size())});
        RulingChange change{.one = from, .other_one = join.into, .other = std::nullopt, .deed = RulingChange::Deed::Part,
                            .join = {}, .join_place = command.join, .person_was_made = false};
        change.other.emplace(document.rulings.size(), Ruling{from, join.into, false, join.why});
        UndoEntry entry{change, {.reason = "people.parted", .words = {join.name, book.at(join.into).name}, .invitations = {}}};
        if (join.from) entry.done.words[0] = book.at(*join.from).name;
        for (const MovedInvitation& moved : join.moved) entry.done.invitations.push_back(moved.id);
        return entry;
    }

    [[nodiscard]] Likeness why_alike(PersonId one, PersonId other) const {
        for (const PersonDoubt& doubt : document.book.doubts)
            if ((doubt.one == one && doubt.other == other) || (doubt.one == other && doubt.other == one)) return doubt.why;
        return Likeness::Name;
    }

    // A connection takes in the other record; else whoever was there first.
    [[nodiscard]] Join join_of_records(PersonId one, PersonId other, Likeness why) const {
        PersonId into = person_of_record(document.book, other), from = person_of_record(document.book, one);
        const auto is_connected = [&](PersonId id) { return document.book.at(id).ties.connected_on.has_value(); };
        if (is_connected(from) != is_connected(into) ? is_connected(from) : from < into) std::swap(into, from);
        return {.into = into, .from = from, .name = document.book.at(from).name, .why = why, .by_user = true,
                .moved = {}, .before = {}, .answers = {}};
    }

    Entry people_entry(RulingChange change, std::string_view reason, PersonId one, PersonId other) const {
        UndoEntry entry{std::move(change), {}};
        entry.done.reason = reason;
        entry.done.words = {document.book.at(one).name, document.book.at(other).name};
        for (const Invitation& invitation : document.book.invitations)
            if (invitation.person == one || invitation.person == other) entry.done.invitations.push_back(invitation.id);
        return entry;
    }

    Entry operator()(const RemovePlanCommand& command) const {
        const Invitation* invitation = invitation_in(document.book, command.invitation);
        if (invitation == nullptr || !is_by_hand(*invitation)) return std::nullopt;
        return UndoEntry{PlanChange{.id = command.invitation, .with_person = false, .other = std::nullopt},
                         {.reason = invitation->direction == Direction::Incoming ? "entry.removed" : "plan.removed",
                          .words = {document.book.at(invitation->person).name},
                          .invitations = {command.invitation}}};
    }
};

}  // namespace

std::optional<UndoEntry> entry_for(const Command& command, const CommandScene& scene) {
    return std::visit(EntryMaker{scene}, command);
}

}  // namespace discern
