#include "notes/book_signs.hpp"

#include "base/sorted.hpp"
#include "notes/near_duplicates.hpp"
#include "text/name.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>

namespace discern {

namespace {

constexpr std::size_t many = 3;  // two may have asked one friend for words

void find_templates(const PersonBook& book, Direction direction, BookSignKind kind, std::vector<BookSign>& signs) {
    std::vector<std::string_view> notes;
    std::vector<std::uint32_t> invitations;
    for (std::uint32_t i = 0; i < book.invitations.size(); ++i) {
        const auto& invitation = book.invitations[i];
        const bool is_default = invitation.reading && invitation.reading->kind == "generic_default";
        if (invitation.direction != direction || invitation.note.empty() || is_default) continue;
        notes.push_back(invitation.note);
        invitations.push_back(i);
    }
    for (const auto& group : near_duplicate_notes(notes, {})) {
        std::set<PersonId> people;
        for (const auto member : group) people.insert(book.invitations[invitations[member]].person);
        if (people.size() < many) continue;
        for (const auto member : group) signs.push_back({kind, invitations[member], static_cast<std::uint32_t>(group.size()), {}});
    }
}

void find_known_names(const PersonBook& book, std::vector<BookSign>& signs) {
    std::unordered_map<std::string, PersonId> connected;  // looked up only
    for (std::uint32_t i = 0; i < book.people.size(); ++i) {
        const auto& person = book.people[i];
        if (!person.ties.connected_on || person.profile_key.empty()) continue;
        const auto parts = name_parts(person.name);
        if (parts.words.size() >= 2) connected.try_emplace(unordered_name_key(parts), PersonId{i});
    }
    for (std::uint32_t i = 0; i < book.invitations.size(); ++i) {
        const auto& invitation = book.invitations[i];
        if (invitation.direction != Direction::Incoming) continue;
        const auto& person = book.at(invitation.person);
        // With somebody whom the user writes with it is no matter of the name.
        const bool known = person.ties.connected_on || (person.ties.messages_from_them > 0 && person.ties.messages_to_them > 0);
        if (known || person.profile_key.empty()) continue;
        const auto found = connected.find(unordered_name_key(person.name));
        if (found == connected.end() || book.at(found->second).profile_key == person.profile_key) continue;
        signs.push_back({BookSignKind::KnownNameAgain, i, 1, found->second});
    }
}

}  // namespace

std::vector<BookSign> find_book_signs(const PersonBook& book) {
    std::vector<BookSign> signs;
    find_templates(book, Direction::Incoming, BookSignKind::SameNoteFromMany, signs);
    find_templates(book, Direction::Outgoing, BookSignKind::OwnTemplate, signs);
    find_known_names(book, signs);
    sort_stably(signs, [](const BookSign& a, const BookSign& b) {
        return a.invitation != b.invitation ? a.invitation < b.invitation : a.kind < b.kind;
    });
    return signs;
}

}  // namespace discern
