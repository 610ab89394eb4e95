#include "people/seen_people.hpp"

#include "people/book_builder.hpp"
#include "people/joining.hpp"
#include "people/likeness.hpp"
#include "text/company.hpp"
#include "text/name.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>

namespace discern {
namespace {

class Joiner {
public:
    Joiner(PersonBook& book, std::string_view source) : book_(book) {
        const auto known = std::find(book.files.begin(), book.files.end(), source);
        if (known == book.files.end()) book.files.emplace_back(source);
        file_ =
            static_cast<std::uint16_t>(std::find(book.files.begin(), book.files.end(), source) - book.files.begin());
        is_part_ = parts_of_others(book);
        for (std::uint32_t i = 0; i < book.people.size(); ++i) learn({i});
        for (std::uint32_t i = 0; i < book.invitations.size(); ++i)
            invitations_of_[book.invitations[i].person.index].push_back(i);
    }

    void add(const SeenPerson& seen, std::uint32_t index, SeenReport& report) {
        std::vector<PersonDoubt> doubts;
        std::optional<PersonId> person = by_key(seen.profile_key);
        if (!person) person = by_name(seen, doubts);
        if (!person && seen.in_address_book) {
            ++report.not_used;
            return;
        }
        const bool is_new = !person;
        if (is_new) {
            person = PersonId{static_cast<std::uint32_t>(book_.people.size())};
            Person made;
            made.name = seen.name;
            made.profile_key = seen.profile_key;
            book_.people.push_back(std::move(made));
            is_part_.push_back(false);
            learn(*person);
        }
        const Person before = book_.at(*person);
        update(book_.at(*person), seen);
        update_parts(*person, seen);
        if (!seen.profile_key.empty()) key_.try_emplace(seen.profile_key, person->index);
        const bool invited = add_invitation(*person, seen, report);
        if (is_new)
            ++report.people_new;
        else if (invited || before != book_.at(*person))
            ++report.people_updated;
        report.people.push_back(*person);
        for (PersonDoubt& doubt : doubts) {
            doubt.one = *person;
            report.doubts.push_back({index, doubt.other});
            ask(doubt);
        }
    }

private:
    void learn(PersonId id) {
        const Person& person = book_.at(id);
        const PersonId whole = is_part_[id.index] ? person_of_record(book_, id) : id;
        if (!person.profile_key.empty()) key_.emplace(person.profile_key, whole.index);
        if (whole != id) return;
        if (std::string name = unordered_name_key(person.name); !name.empty())
            name_[std::move(name)].push_back(id.index);
    }

    // What a page shows now stays with the right record when a join is undone.
    void update_parts(PersonId person, const SeenPerson& seen) {
        for (Join& join : book_.joins) {
            if (join.into != person || join.before.empty()) continue;
            const bool is_the_other = join.from && !seen.profile_key.empty() && book_.at(*join.from).profile_key == seen.profile_key;
            update(is_the_other ? book_.at(*join.from) : join.before.front(), seen);
        }
    }

    void ask(const PersonDoubt& doubt) {
        const bool is_known = std::any_of(book_.doubts.begin(), book_.doubts.end(), [&](const PersonDoubt& known) {
            return (known.one == doubt.one && known.other == doubt.other) || (known.one == doubt.other && known.other == doubt.one);
        });
        if (!is_known) book_.doubts.push_back(doubt);
    }

    [[nodiscard]] bool same_company(const SeenPerson& seen, std::uint32_t person) const {
        const std::string company = company_key(seen.profile.company);
        return !company.empty() && company == company_key(book_.people[person].profile.company);
    }

    std::optional<PersonId> by_key(const std::string& key) const {
        const auto found = key.empty() ? key_.end() : key_.find(key);
        if (found == key_.end()) return std::nullopt;
        return PersonId{found->second};
    }

    Invitation* open_invitation(std::uint32_t person, Direction direction) {
        const auto found = invitations_of_.find(person);
        if (found == invitations_of_.end()) return nullptr;
        for (const std::uint32_t i : found->second)
            if (book_.invitations[i].direction == direction && !book_.invitations[i].accepted)
                return &book_.invitations[i];
        return nullptr;
    }

    std::optional<PersonId> by_name(const SeenPerson& seen, std::vector<PersonDoubt>& doubts) {
        const auto found = name_.find(unordered_name_key(seen.name));
        if (found == name_.end()) {
            if (!seen.in_address_book) doubt_the_alike(seen, doubts);
            return std::nullopt;
        }
        std::vector<std::uint32_t> fitting, others;
        for (const std::uint32_t i : found->second) {
            const Person& person = book_.people[i];
            const bool other_address = !seen.profile_key.empty() && !person.profile_key.empty();
            (fits(seen, i) && !other_address ? fitting : others).push_back(i);
        }
        // Two people of one name are never joined without further evidence; nor is one whose address is known to be
        // another.
        if (fitting.size() == 1) return PersonId{fitting.front()};
        std::vector<std::uint32_t> colleagues;
        for (const std::uint32_t i : fitting)
            if (same_company(seen, i)) colleagues.push_back(i);
        if (colleagues.size() == 1) return PersonId{colleagues.front()};
        if (seen.in_address_book) return std::nullopt;
        fitting.insert(fitting.end(), others.begin(), others.end());
        for (const std::uint32_t i : fitting) {
            const bool two_addresses = !seen.profile_key.empty() && !book_.people[i].profile_key.empty();
            doubts.push_back({{}, {i}, two_addresses ? Likeness::OtherAddress : Likeness::Name, same_company(seen, i)});
        }
        return std::nullopt;
    }

    // An invitation goes to somebody who is no connection and has an open one; a profile may be anybody's.
    bool fits(const SeenPerson& seen, std::uint32_t i) {
        const bool connected = book_.people[i].ties.connected_on.has_value();
        if (seen.invitation) return !connected && open_invitation(i, seen.invitation->direction) != nullptr;
        return !seen.in_address_book || connected;
    }

    // Names that are written a little differently. Where both addresses are known and differ, only the same company
    // makes it worth a question.
    void doubt_the_alike(const SeenPerson& seen, std::vector<PersonDoubt>& doubts) {
        constexpr std::size_t questions_at_most = 3;
        if (!alike_) {
            alike_.emplace();
            for (std::uint32_t i = 0; i < is_part_.size(); ++i)
                if (!is_part_[i]) alike_->add({i}, name_parts(book_.people[i].name));
        }
        std::vector<PersonDoubt> found;
        for (const LikenessIndex::Candidate& candidate : alike_->alike(name_parts(seen.name))) {
            const std::uint32_t i = candidate.person.index;
            const bool two_addresses = !seen.profile_key.empty() && !book_.people[i].profile_key.empty();
            const bool colleagues = same_company(seen, i);
            if (colleagues || (!two_addresses && fits(seen, i))) found.push_back({{}, {i}, candidate.why, colleagues});
        }
        if (found.size() <= questions_at_most) doubts.insert(doubts.end(), found.begin(), found.end());
    }

    void update(Person& person, const SeenPerson& seen) {
        const auto keep = [](std::string& into, const std::string& value) {
            if (!value.empty()) into = value;
        };
        if (person.name.empty()) person.name = seen.name;
        if (person.profile_key.empty()) person.profile_key = seen.profile_key;
        Profile& profile = person.profile;
        keep(profile.headline, seen.profile.headline);
        keep(profile.company, seen.profile.company);
        keep(profile.position, seen.profile.position);
        keep(profile.place, seen.profile.place);
        keep(profile.about, seen.profile.about);
        if (profile.email.empty()) profile.email = seen.profile.email;
        if (seen.profile.connections) profile.connections = seen.profile.connections;
        if (seen.profile.followers) profile.followers = seen.profile.followers;
        if (seen.profile.premium) profile.premium = seen.profile.premium;
        if (seen.profile.photo != Photo::Unknown) profile.photo = seen.profile.photo;
        if (seen.profile.verified != Verification::Unknown) profile.verified = seen.profile.verified;
        if (seen.mutual_count) person.mutuals.count = seen.mutual_count;
        for (const std::string& name : seen.mutual_names) add_mutual(person, name);
        if (seen.in_address_book) add_fact(person, FactCode::imported_contact, seen.line);
        if (seen.follows_user) add_fact(person, FactCode::follows_user_online, seen.line);
    }

    void add_mutual(Person& person, const std::string& name) {
        const auto found = name_.find(unordered_name_key(name));
        if (found == name_.end()) return;
        std::optional<PersonId> known;
        for (const std::uint32_t i : found->second) {
            if (!book_.people[i].ties.connected_on) continue;
            if (known) return;  // two connections of that name
            known = PersonId{i};
        }
        auto& named = person.mutuals.named;
        if (known && std::find(named.begin(), named.end(), *known) == named.end()) named.push_back(*known);
    }

    void add_fact(Person& person, FactCode code, std::uint32_t line) {
        const bool has =
            std::any_of(person.facts.begin(), person.facts.end(), [&](const Fact& fact) { return fact.code == code; });
        if (!has) person.facts.push_back({.code = code, .when = std::nullopt, .quote = {}, .source = {file_, line}});
    }

    // True when something changed.
    bool add_invitation(PersonId person, const SeenPerson& seen, SeenReport& report) {
        if (!seen.invitation) return false;
        if (Invitation* known = open_invitation(person.index, seen.invitation->direction)) {
            bool changed = false;
            if (known->note.empty() && !seen.invitation->note.empty()) {
                known->note = seen.invitation->note;
                changed = true;
            }
            if (!known->sent_at && seen.invitation->sent_at) {  // an exact time is better than "2 weeks ago"
                known->sent_at = seen.invitation->sent_at;
                changed = true;
            }
            return changed;
        }
        InvitationId id =
            invitation_id(seen.invitation->direction, book_.at(person).profile_key, book_.at(person).name);
        const auto is_taken = [&] {
            return std::any_of(book_.invitations.begin(), book_.invitations.end(),
                               [&](const Invitation& one) { return one.id == id; });
        };
        while (is_taken()) ++id.value;  // accepted or removed before, and invited again
        invitations_of_[person.index].push_back(static_cast<std::uint32_t>(book_.invitations.size()));
        book_.invitations.push_back({.id = id,
                                     .direction = seen.invitation->direction,
                                     .person = person,
                                     .sent_at = seen.invitation->sent_at,
                                     .note = seen.invitation->note,
                                     .accepted = false,
                                     .source = {file_, seen.line},
                                     .reading = std::nullopt});
        ++report.invitations_new;
        return true;
    }

    PersonBook& book_;
    std::uint16_t file_ = 0;
    std::vector<bool> is_part_;
    std::optional<LikenessIndex> alike_;  // made when the first name is not found
    std::unordered_map<std::string, std::uint32_t> key_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> name_;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> invitations_of_;
};

}  // namespace

SeenReport add_seen_people(PersonBook& book, std::span<const SeenPerson> seen, std::string_view source) {
    SeenReport report;
    Joiner joiner(book, source);
    for (std::uint32_t i = 0; i < seen.size(); ++i) joiner.add(seen[i], i, report);
    return report;
}

}  // namespace discern
