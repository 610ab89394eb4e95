#include "workspace/carry_over.hpp"

#include "people/joining.hpp"
#include "text/fold.hpp"
#include "text/name.hpp"
#include "workspace/change.hpp"

#include <algorithm>
#include <set>

namespace discern {
namespace {

// What only a page or an address book can have shown: archives know names, companies and positions.
bool is_seen_on_a_page(const Profile& profile) {
    return !profile.headline.empty() || !profile.place.empty() || !profile.about.empty() || profile.connections ||
           profile.followers || profile.premium || profile.photo != Photo::Unknown ||
           profile.completeness != Completeness::Unknown || profile.verified != Verification::Unknown;
}

}  // namespace

CarryOver::CarryOver(const Document& current, PersonBook& newer)
    : current_(current), newer_(newer), archive_files_(newer.files.size()), finder_(newer) {}

void CarryOver::run(save::SavedState& state) {
    match_people();
    match_pasted_invitations();
    carry_facts();
    carry_rulings(state.rulings);
    carry_invitations();
    carry_doubts();
    for (save::SavedAnswer& answer : state.answers)
        if (const auto place = place_of(answer.person)) {
            answer.person = *place;
            answer.profile_key = newer_.at(*place).profile_key;
            answer.name = newer_.at(*place).name;
        }
    const auto rename = [&](InvitationId& id) {
        if (const auto found = renamed_.find(id); found != renamed_.end()) id = found->second;
    };
    for (save::SavedDecision& saved : state.decisions) rename(saved.invitation);
    for (save::SavedSnooze& saved : state.snoozed) rename(saved.invitation);
    for (save::SavedNote& saved : state.notes) rename(saved.invitation);
}

const Person& CarryOver::record_of(PersonId older) const {
    for (const Join& join : current_.book.joins)  // the first join of a person remembers them alone
        if (join.into == older && !join.before.empty()) return join.before.front();
    return current_.book.at(older);
}

bool CarryOver::is_foreign(const SourceRef& source) const {
    if (source.file == 0) return false;
    const auto end = newer_.files.begin() + static_cast<std::ptrdiff_t>(archive_files_);
    return std::find(newer_.files.begin(), end, current_.book.files[source.file]) == end;
}

void CarryOver::move_source(SourceRef& source) {
    const std::string& name = current_.book.files[source.file];
    const auto found = std::ranges::find(newer_.files, name);
    source.file = static_cast<std::uint16_t>(found - newer_.files.begin());
    if (found == newer_.files.end()) newer_.files.push_back(name);
}

// By the invitations that both books hold.
void CarryOver::match_people() {
    std::map<InvitationId, PersonId> moved_from, after;
    for (const Join& join : current_.book.joins)
        if (join.from)
            for (const MovedInvitation& moved : join.moved) moved_from.try_emplace(moved.id, *join.from);
    for (const Invitation& invitation : newer_.invitations) after.try_emplace(invitation.id, invitation.person);
    for (const Invitation& invitation : current_.book.invitations) {
        const auto moved = moved_from.find(invitation.id);
        owner_.push_back(moved == moved_from.end() ? invitation.person : moved->second);
        if (const auto found = after.find(invitation.id); found != after.end())
            same_.try_emplace(owner_.back(), found->second);
    }
}

// A page gives no addresses as plain text, so its invitations go by name. The one new invitation of that name and
// direction in the archive is the same.
void CarryOver::match_pasted_invitations() {
    std::set<InvitationId> before, after;
    for (const Invitation& invitation : current_.book.invitations) before.insert(invitation.id);
    for (const Invitation& invitation : newer_.invitations) after.insert(invitation.id);
    std::map<std::pair<Direction, std::string>, std::vector<const Invitation*>> arrived;
    bool indexed = false;
    for (std::size_t i = 0; i < owner_.size(); ++i) {
        const Invitation& pasted = current_.book.invitations[i];
        const Person& person = current_.book.at(owner_[i]);
        if (!is_foreign(pasted.source) || after.contains(pasted.id) || !person.profile_key.empty()) continue;
        if (!indexed)
            for (const Invitation& invitation : newer_.invitations)
                if (!before.contains(invitation.id))
                    arrived[{invitation.direction, unordered_name_key(newer_.at(invitation.person).name)}].push_back(
                        &invitation);
        indexed = true;
        const auto found = arrived.find({pasted.direction, unordered_name_key(person.name)});
        if (found == arrived.end() || found->second.size() != 1) continue;
        renamed_.emplace(pasted.id, found->second.front()->id);
        same_.try_emplace(owner_[i], found->second.front()->person);
    }
}

std::optional<PersonId> CarryOver::place_of(PersonId older) {
    if (const auto known = same_.find(older); known != same_.end()) return known->second;
    const Person& person = current_.book.at(older);
    const auto found = finder_.find({older, person.profile_key, person.name, {}});
    if (found) same_.emplace(older, *found);
    return found;
}

PersonId CarryOver::bring(PersonId older) {
    if (const auto place = place_of(older)) return *place;
    Person person = record_of(older);
    std::erase_if(person.facts, is_answer);  // answers come with the state
    person.mutuals.named.clear();            // they stand elsewhere now
    for (Fact& fact : person.facts) move_source(fact.source);
    for (SharedPlace& shared : person.shared_places) move_source(shared.source);
    for (SourceRef* source : {&person.ties.connected_source, &person.ties.messages_source,
                              &person.ties.endorsed_source, &person.ties.recommended_source})
        move_source(*source);
    newer_.people.push_back(std::move(person));
    return same_[older] = {static_cast<std::uint32_t>(newer_.people.size() - 1)};
}

void CarryOver::carry_facts() {
    for (std::uint32_t i = 0; i < current_.book.people.size(); ++i) {
        const Person& older = record_of({i});
        const bool has_foreign_facts =
            std::ranges::any_of(older.facts, [&](const Fact& fact) { return is_foreign(fact.source); });
        if (!has_foreign_facts && !is_seen_on_a_page(older.profile) && older.mutuals == Mutuals{}) continue;
        const auto place = place_of({i});
        if (place) add_facts(newer_.at(*place), older);
    }
    // Somebody whose profile was pasted, and who is in no archive.
    std::vector<bool> invited(current_.book.people.size(), false);
    for (const PersonId owner : owner_) invited[owner.index] = true;
    for (std::uint32_t i = 0; i < current_.book.people.size(); ++i)
        if (!invited[i] && is_seen_on_a_page(record_of({i}).profile) && !place_of({i})) (void)bring({i});
}

void CarryOver::add_facts(Person& into, const Person& older) {
    fill_profile(into.profile, older.profile);
    if (!into.mutuals.count) into.mutuals.count = older.mutuals.count;
    if (!into.mutuals.known) into.mutuals.known = older.mutuals.known;
    for (const PersonId mutual : older.mutuals.named)
        if (const auto place = place_of(mutual); place && std::ranges::find(into.mutuals.named, *place) == into.mutuals.named.end())
            into.mutuals.named.push_back(*place);
    for (const Fact& fact : older.facts) {
        if (!is_foreign(fact.source) || std::ranges::find(into.facts, fact.code, &Fact::code) != into.facts.end()) continue;
        move_source(into.facts.emplace_back(fact).source);
    }
}

// The archive joined a mere name once more; the user had said that these are two.
std::optional<PersonId> CarryOver::part_name(PersonId older_one, PersonId newer_other) {
    const Person& one = current_.book.at(older_one);
    if (!one.profile_key.empty()) return std::nullopt;
    for (std::size_t i = 0; i < newer_.joins.size(); ++i) {
        const Join& join = newer_.joins[i];
        if (join.from || join.into != newer_other || folded(join.name) != folded(one.name)) continue;
        (void)part_people(newer_, i);
        return same_[older_one] = {static_cast<std::uint32_t>(newer_.people.size() - 1)};
    }
    return std::nullopt;
}

void CarryOver::carry_rulings(std::vector<save::SavedRuling>& rulings) {
    rulings.clear();
    for (const Ruling& ruling : current_.rulings) {
        const PersonId other = bring(ruling.other);
        const auto parted = ruling.same ? std::nullopt : part_name(ruling.one, other);
        const PersonId one = parted ? *parted : bring(ruling.one);
        if (one == other) continue;  // the newer archive shows that they are one
        const auto mark = [&](PersonId id) { return save::PersonMark{id, newer_.at(id).profile_key, newer_.at(id).name}; };
        rulings.push_back({mark(one), mark(other), ruling.same, ruling.why});
        if (!ruling.same) continue;
        PersonId into = person_of_record(newer_, other), from = person_of_record(newer_, one);
        if (into == from) continue;
        const auto is_connected = [&](PersonId id) { return newer_.at(id).ties.connected_on.has_value(); };
        if (is_connected(from) != is_connected(into) ? is_connected(from) : from < into) std::swap(into, from);
        join_people(newer_, {.into = into, .from = from, .name = newer_.at(from).name, .why = ruling.why, .by_user = true,
                             .moved = {}, .before = {}, .answers = {}});
    }
}

bool CarryOver::must_stay(const Invitation& invitation) const {
    if (is_by_hand(invitation) || current_.decisions.contains(invitation.id) ||
        current_.snoozed_until.contains(invitation.id) || current_.awaited.contains(invitation.id) ||
        current_.desk_notes.contains(invitation.id))
        return true;
    if (!is_foreign(invitation.source)) return false;
    // An archive that was made after the invitation came would hold it, were it still there.
    const bool is_newer_archive = newer_.exported_on && (!current_.book.exported_on || *current_.book.exported_on < *newer_.exported_on);
    return !is_newer_archive || !invitation.sent_at || *newer_.exported_on < utc_day_of(*invitation.sent_at);
}

void CarryOver::carry_invitations() {
    std::set<InvitationId> after;
    for (const Invitation& invitation : newer_.invitations) after.insert(invitation.id);
    for (std::size_t i = 0; i < owner_.size(); ++i) {
        Invitation invitation = current_.book.invitations[i];
        if (after.contains(invitation.id) || renamed_.contains(invitation.id) || !must_stay(invitation)) continue;
        if (!is_by_hand(invitation) && !is_foreign(invitation.source)) kept_though_gone_.insert(invitation.id);
        invitation.person = person_of_record(newer_, bring(owner_[i]));
        if (newer_.at(invitation.person).ties.connected_on && !is_planned(invitation)) invitation.accepted = true;
        move_source(invitation.source);
        newer_.invitations.push_back(std::move(invitation));
    }
}

void CarryOver::carry_doubts() {
    for (const PersonDoubt& doubt : current_.book.doubts) {
        const auto one = same_.find(doubt.one), other = same_.find(doubt.other);
        if (one == same_.end() || other == same_.end() || one->second == other->second) continue;
        const bool is_known = std::ranges::any_of(newer_.doubts, [&](const PersonDoubt& known) {
            return known.one == one->second && known.other == other->second;
        });
        if (!is_known) newer_.doubts.push_back({one->second, other->second, doubt.why, doubt.same_company});
    }
}

}  // namespace discern
