#include "people/book_builder.hpp"

#include "base/hash.hpp"
#include "base/sorted.hpp"
#include "text/company.hpp"
#include "text/name.hpp"

#include <algorithm>
#include <unordered_set>

namespace discern {
namespace {

std::uint64_t continued_with(std::uint64_t hash, std::int64_t number) {
    return fnv1a(std::to_string(number), fnv1a("#", hash));
}

}  // namespace

InvitationId invitation_id(Direction direction, std::string_view profile_key, std::string_view name) {
    const std::uint64_t hash = fnv1a(direction == Direction::Incoming ? "in:" : "out:");
    if (!profile_key.empty()) return {fnv1a(profile_key, hash)};
    return {fnv1a(name_key(name), fnv1a("~", hash))};
}

namespace {

// The same for the same words in any order.
std::uint64_t hash_of_words(const NameParts& name) {
    std::uint64_t hash = 0;
    for (const std::string& word : name.words) hash += std::hash<std::string_view>{}(word) * 0x9E3779B97F4A7C15u;
    return hash;
}

bool has_same_words(const NameParts& one, const NameParts& other) {
    return one.words.size() == other.words.size() && std::is_permutation(one.words.begin(), one.words.end(), other.words.begin());
}

}  // namespace

std::size_t BookBuilder::StringHash::operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
}

BookBuilder::BookBuilder() = default;

std::uint16_t BookBuilder::file_index(std::string_view name) {
    const auto found = std::find(book_.files.begin(), book_.files.end(), name);
    if (found != book_.files.end()) return static_cast<std::uint16_t>(found - book_.files.begin());
    book_.files.emplace_back(name);
    return static_cast<std::uint16_t>(book_.files.size() - 1);
}

PersonId BookBuilder::add_person(std::string name, std::string profile_key) {
    const PersonId id{static_cast<std::uint32_t>(book_.people.size())};
    if (!profile_key.empty()) by_key_.put(StringHash{}(profile_key), id.index);
    Person& person = book_.people.emplace_back();
    person.name = std::move(name);
    person.profile_key = std::move(profile_key);
    connection_row_.push_back(nobody);
    return id;
}

void BookBuilder::expect(std::size_t people) {
    book_.people.reserve(book_.people.size() + people);
    by_key_.expect(book_.people.size() + people);
}

void BookBuilder::add_connection(ConnectionRecord record, std::uint32_t connections_row) {
    const auto known = find_by_key(record.profile_key);
    const PersonId id = known ? *known : add_person(std::move(record.name), std::move(record.profile_key));
    Person& person = at(id);
    if (connection_row_[id.index] == nobody) connection_row_[id.index] = connections_row;
    person.profile.email = std::move(record.email);
    person.profile.company = std::move(record.company);
    person.profile.position = std::move(record.position);
    person.ties.connected_on = record.connected_on;
    person.ties.connected_source = record.source;
    saw(record.connected_on);
    connections_end_ = static_cast<std::uint32_t>(book_.people.size());
}

std::optional<PersonId> BookBuilder::find_by_key(std::string_view profile_key) const {
    if (profile_key.empty()) return std::nullopt;
    const auto found =
        by_key_.find(StringHash{}(profile_key), [&](std::uint32_t person) { return book_.people[person].profile_key == profile_key; });
    if (!found) return std::nullopt;
    return PersonId{*found};
}

PersonId BookBuilder::person_with_key(std::string_view profile_key) {
    if (const auto found = find_by_key(profile_key)) return *found;
    return add_person({}, std::string(profile_key));
}

// Names are indexed when the first one is looked up: an archive whose addresses all agree needs none.
void BookBuilder::index_names() {
    if (names_indexed_ == connections_end_) return;
    next_of_name_.resize(connections_end_, nobody);
    connection_names_.reserve(connections_end_);
    by_name_.expect(connections_end_);
    for (; names_indexed_ < connections_end_; ++names_indexed_) {
        const auto index = static_cast<std::uint32_t>(names_indexed_);
        const NameParts& name = connection_names_.emplace_back(name_parts(book_.people[index].name));
        if (name.words.empty()) continue;
        auto group = group_of(name);
        if (!group) {
            group = static_cast<std::uint32_t>(groups_.size());
            by_name_.put(hash_of_words(name), *group);
            groups_.emplace_back();
        }
        next_of_name_[index] = groups_[*group].first;
        groups_[*group].first = index;
        ++groups_[*group].count;
    }
}

std::optional<std::uint32_t> BookBuilder::group_of(const NameParts& name) const {
    return by_name_.find(hash_of_words(name),
                         [&](std::uint32_t group) { return has_same_words(connection_names_[groups_[group].first], name); });
}

const BookBuilder::NameGroup* BookBuilder::connections_named(std::string_view name) {
    index_names();
    const auto group = group_of(name_parts(name));
    return group ? &groups_[*group] : nullptr;
}

std::optional<PersonId> BookBuilder::find_connection_by_name(std::string_view name) {
    const NameGroup* group = connections_named(name);
    if (!group || group->count != 1) return std::nullopt;
    return PersonId{group->first};
}

InvitationMatch BookBuilder::add_invitation(InvitationRecord record) {
    InvitationMatch match;
    auto person = find_by_key(record.profile_key);
    const bool has_address = !record.profile_key.empty();
    const NameGroup* namesakes = nullptr;
    if (person && connection_row_[person->index] != nobody) {
        match.connection = connection_row_[person->index];
    } else if (namesakes = connections_named(record.name); namesakes != nullptr) {
        const bool is_only_one = namesakes->count == 1;
        if (is_only_one) match.connection = connection_row_[namesakes->first];
        match.certain = is_only_one && !has_address;
        if (match.certain) {
            person = PersonId{namesakes->first};
            join_by_name(*person, record.name);
        }
    }
    if (!person) {
        person = add_person(record.name, record.profile_key);
        if (namesakes == nullptr && !has_address) strangers_.push_back(*person);
    }
    // Two of one name and no address: the user may know which. Of more, nobody could tell.
    const bool is_question = !match.certain && (has_address ? match.connection.has_value() : namesakes->count <= 3);
    if (is_question)
        for (std::uint32_t i = namesakes->first; i != nobody; i = next_of_name_[i])
            doubt(*person, {i}, has_address ? Likeness::OtherAddress : Likeness::Name);
    if (record.sent_at) saw(utc_day_of(*record.sent_at));
    book_.invitations.push_back({.id = {},
                                 .direction = record.direction,
                                 .person = *person,
                                 .sent_at = record.sent_at,
                                 .note = std::move(record.note),
                                 .accepted = at(*person).ties.connected_on.has_value(),
                                 .source = record.source,
                                 .reading = std::nullopt});
    return match;
}

void BookBuilder::join_by_name(PersonId connection, const std::string& name) {
    joined_by_name_.emplace_back(static_cast<std::uint32_t>(book_.invitations.size()), book_.joins.size());
    book_.joins.push_back({.into = connection, .from = std::nullopt, .name = name, .why = Likeness::Name,
                           .by_user = false, .moved = {}, .before = {}, .answers = {}});
}

void BookBuilder::doubt(PersonId one, PersonId other, Likeness why) {
    book_.doubts.push_back({.one = one, .other = other, .why = why, .same_company = false});
}

// Who came without an address and under a name that nobody bears exactly may be a connection who writes it otherwise.
// Somebody with an address of their own is somebody else, unless more speaks for it than a name that is only alike.
void BookBuilder::look_for_the_alike() {
    constexpr std::size_t questions_at_most = 3;  // about one person
    if (strangers_.empty() || connections_end_ == 0) return;
    index_names();
    // The few are indexed and the many looked up. Candidates of each stand in the order of the connections all the same.
    LikenessIndex index;
    std::vector<std::vector<PersonDoubt>> doubts(strangers_.size());
    for (std::uint32_t i = 0; i < strangers_.size(); ++i) index.add({i}, name_parts(at(strangers_[i]).name));
    for (std::uint32_t i = 0; i < connections_end_; ++i)
        for (const LikenessIndex::Candidate& stranger : index.all_alike(connection_names_[i])) {
            const std::uint32_t place = stranger.person.index;
            if (doubts[place].size() > questions_at_most) continue;  // it will not be asked: thousands of one name cost no memory
            doubts[place].push_back({.one = strangers_[place], .other = {i}, .why = stranger.why, .same_company = false});
        }
    for (const std::vector<PersonDoubt>& about_one : doubts)
        if (about_one.size() <= questions_at_most) book_.doubts.insert(book_.doubts.end(), about_one.begin(), about_one.end());
}

// Ids of invitations are known only at the end.
void BookBuilder::finish_joins() {
    for (const auto& [invitation, join] : joined_by_name_)
        book_.joins[join].moved.push_back({book_.invitations[invitation].id, false});
    sort_stably(book_.doubts, [](const PersonDoubt& a, const PersonDoubt& b) {
        return likelihood_rank(a.why) < likelihood_rank(b.why);
    });
    std::vector<PersonDoubt> once;
    std::unordered_set<std::uint64_t> seen;
    for (const PersonDoubt& each : book_.doubts)
        if (seen.insert(std::uint64_t{each.one.index} << 32 | each.other.index).second) once.push_back(each);
    book_.doubts = std::move(once);
}

bool BookBuilder::add_trust(const TrustRecord& record) {
    auto person = find_by_key(record.profile_key);
    if (!person) {
        const NameGroup* group = connections_named(record.name);
        if (group && group->count == 1 && record.profile_key.empty()) person = PersonId{group->first};
        // Recommendations have no address; of several people of that name the company may tell who is meant.
        const std::string company = company_key(record.company);
        std::size_t at_company = 0;
        if (group && group->count > 1 && !company.empty())
            for (std::uint32_t i = group->first; i != nobody; i = next_of_name_[i])
                if (company_key(book_.people[i].profile.company) == company) {
                    ++at_company;
                    person = PersonId{i};
                }
        if (at_company > 1) person.reset();
    }
    if (!person && !record.profile_key.empty()) person = add_person(record.name, record.profile_key);
    if (!person) return false;
    Ties& ties = at(*person).ties;
    switch (record.kind) {
        case TrustRecord::Kind::EndorsementReceived: ++ties.endorsements_received; break;
        case TrustRecord::Kind::EndorsementGiven: ++ties.endorsements_given; break;
        case TrustRecord::Kind::RecommendationReceived: ++ties.recommendations_received; break;
        case TrustRecord::Kind::RecommendationGiven: ++ties.recommendations_given; break;
    }
    const bool endorsement =
        record.kind == TrustRecord::Kind::EndorsementReceived || record.kind == TrustRecord::Kind::EndorsementGiven;
    SourceRef& source = endorsement ? ties.endorsed_source : ties.recommended_source;
    if (source == SourceRef{}) source = record.source;
    return true;
}

bool BookBuilder::add_contact(const ContactRecord& record) {
    const auto person = find_connection_by_name(record.name);
    if (!person) return false;
    auto& facts = at(*person).facts;
    const bool is_marked = std::any_of(facts.begin(), facts.end(),
                                       [](const Fact& fact) { return fact.code == FactCode::imported_contact; });
    if (!is_marked)
        facts.push_back(
            {.code = FactCode::imported_contact, .when = std::nullopt, .quote = {}, .source = record.source});
    return true;
}

void BookBuilder::add_follow(FollowRecord record) {
    follows_.push_back(std::move(record));
}

// Follows have names only: they count for the one person outside the connections who bears the name.
std::vector<BookBuilder::Followed> BookBuilder::followed() {
    std::vector<Followed> found;
    if (follows_.empty()) return found;
    StringMap<std::vector<std::uint32_t>> bearers;
    for (std::uint32_t i = connections_end_; i < book_.people.size(); ++i)
        bearers[unordered_name_key(book_.people[i].name)].push_back(i);
    for (const FollowRecord& follow : follows_) {
        const std::string key = unordered_name_key(follow.name);
        const auto named = key.empty() ? bearers.end() : bearers.find(key);
        if (named == bearers.end() || named->second.size() != 1 || connections_named(follow.name) != nullptr) continue;
        found.push_back({named->second.front(), &follow});
        named->second.clear();  // a second row says nothing new
    }
    return found;
}

void BookBuilder::mark_followed() {
    for (const auto& [person, follow] : followed())
        book_.people[person].facts.push_back(
            {.code = FactCode::user_follows_them, .when = follow->since, .quote = {}, .source = follow->source});
}

void BookBuilder::saw(Day day) {
    if (!book_.exported_on || *book_.exported_on < day) book_.exported_on = day;
}

// The archive knows where others work today, not since when. Only when the user works there today too is it certain
// that both are there in the same years; otherwise whether the years overlap stays unknown.
void BookBuilder::share_employers(const Owner& owner, std::vector<Person>& people) {
    struct OwnPlace {
        const Employment* position = nullptr;
        bool current = false;
    };
    StringMap<OwnPlace> own_places;
    for (const Employment& position : owner.positions) {
        std::string key = company_key(position.company);
        if (key.empty()) continue;
        OwnPlace& place = own_places[std::move(key)];
        if (!place.position) place.position = &position;
        place.current = place.current || !position.finished;
    }
    if (own_places.empty()) return;
    StringMap<std::string> keys;  // many people share a company: fold each spelling once
    for (Person& person : people) {
        if (person.profile.company.empty()) continue;
        auto key = keys.find(person.profile.company);
        if (key == keys.end()) key = keys.emplace(person.profile.company, company_key(person.profile.company)).first;
        const auto place = own_places.find(key->second);
        if (place == own_places.end()) continue;
        person.shared_places.push_back({.kind = SharedPlace::Kind::Employer,
                                        .name = place->second.position->company,
                                        .overlap = place->second.current ? std::optional(true) : std::nullopt,
                                        .source = person.ties.connected_source});
    }
}

// The first invitation in time between two people keeps the plain id, which any later archive gives it too; further
// ones (declined and sent again) are told apart by their time.
void BookBuilder::give_ids() {
    std::unordered_map<std::uint64_t, std::size_t> first_with;
    const auto earlier = [](const Invitation& a, const Invitation& b) {
        return a.sent_at.value_or(Instant{}) < b.sent_at.value_or(Instant{});
    };
    for (std::size_t i = 0; i < book_.invitations.size(); ++i) {
        Invitation& invitation = book_.invitations[i];
        const Person& person = book_.at(invitation.person);
        invitation.id = invitation_id(invitation.direction, person.profile_key, person.name);
        const auto [known, is_new] = first_with.emplace(invitation.id.value, i);
        if (!is_new && earlier(invitation, book_.invitations[known->second])) known->second = i;
    }
    std::unordered_set<std::uint64_t> taken;
    for (const auto& [id, index] : first_with) taken.insert(id);
    for (std::size_t i = 0; i < book_.invitations.size(); ++i) {
        Invitation& invitation = book_.invitations[i];
        if (first_with.at(invitation.id.value) == i) continue;
        std::uint64_t id =
            continued_with(invitation.id.value, invitation.sent_at.value_or(Instant{}).seconds_since_epoch);
        while (!taken.insert(id).second) id = continued_with(id, 1);
        invitation.id.value = id;
    }
}

PersonBook BookBuilder::finish(Owner owner) {
    share_employers(owner, book_.people);
    mark_followed();
    look_for_the_alike();
    give_ids();
    finish_joins();
    book_.owner = std::move(owner);
    PersonBook finished = std::move(book_);
    *this = BookBuilder();
    return finished;
}

}  // namespace discern
