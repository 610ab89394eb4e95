#include "workspace/first_look.hpp"

#include "notes/near_duplicates.hpp"
#include "workspace/note_reading.hpp"
#include "workspace/save_binary.hpp"
#include "workspace/save_reading.hpp"

#include <algorithm>
#include <set>

namespace discern {
namespace save {

// What is saved of an invitation leaves its reading out.
struct FirstLookPart {
    PersonBook book;
    std::vector<std::optional<NoteReading>> readings;
};

template <class V>
void fields(V& visit, Is<FirstLookPart> auto& value) {
    visit("book", value.book);
    visit("readings", value.readings);
}

}  // namespace save

namespace {

constexpr std::string_view first_look_kind = "DSCF";

// The same signs as find_book_signs gives for the whole book, but only for the invitations that are shown: looking up all
// names again would take longer than everything else here.
void add_signs(NewestInvitations& newest, BookBuilder& builder, const std::vector<Invitation>& all) {
    constexpr std::size_t many = 3;
    std::vector<std::uint32_t> shown(all.size(), 0);  // place among the newest, from 1
    for (std::uint32_t i = 0; i < newest.places.size(); ++i) shown[newest.places[i]] = i + 1;
    const auto reading_of = [&](std::uint32_t i) -> const std::optional<NoteReading>* {
        return shown[i] > 0 ? &newest.book.invitations[shown[i] - 1].reading : nullptr;
    };
    std::vector<std::string_view> notes;
    std::vector<std::uint32_t> places;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        if (all[i].direction != Direction::Incoming || all[i].note.empty()) continue;
        if (const auto* reading = reading_of(i); reading && *reading && (*reading)->kind == "generic_default") continue;
        notes.push_back(all[i].note);
        places.push_back(i);
    }
    for (const auto& group : near_duplicate_notes(notes, {})) {
        std::set<PersonId> people;
        for (const std::uint32_t member : group) people.insert(all[places[member]].person);
        if (people.size() < many) continue;
        for (const std::uint32_t member : group)
            if (const std::uint32_t place = shown[places[member]]; place > 0)
                add_sign(newest.book.invitations[place - 1], FactCode::copied_across_many);
    }
    for (Invitation& invitation : newest.book.invitations) {
        const Person& person = newest.book.at(invitation.person);
        if (invitation.direction != Direction::Incoming || person.ties.connected_on || person.profile_key.empty()) continue;
        const auto known = builder.find_known_name(person.name);
        if (known && builder.at(*known).profile_key != person.profile_key)
            add_sign(invitation, FactCode::real_person_already_connected);
    }
}

}  // namespace

std::vector<std::uint8_t> first_look_bytes(BookBuilder& builder, const Owner& owner, const Workspace::NoteReader& read) {
    NewestInvitations newest = builder.newest_invitations(owner, first_look_people_at_most);
    for (Invitation& invitation : newest.book.invitations)
        if (read && invitation.direction == Direction::Incoming) invitation.reading = read(newest.book, invitation);
    if (read) add_signs(newest, builder, builder.invitations());
    save::FirstLookPart part;
    for (Invitation& invitation : newest.book.invitations) part.readings.push_back(std::exchange(invitation.reading, std::nullopt));
    part.book = std::move(newest.book);
    save::BinaryWriter writer;
    writer.write(part);
    return writer.finish(first_look_kind);
}

Result<Document> first_look_from(std::span<const std::uint8_t> bytes, const Document& open) {
    save::FirstLookPart part;
    save::BinaryReader reader(bytes, first_look_kind);
    reader.read(part);
    if (!reader.finished() || part.readings.size() != part.book.invitations.size())
        return std::unexpected(Problem{.what = "What was read did not reach the page whole.",
                                       .where = {},
                                       .mend = "Reload the page and hand the archive in again."});
    for (std::size_t i = 0; i < part.readings.size(); ++i) part.book.invitations[i].reading = std::move(part.readings[i]);
    if (!open.sample) {
        std::set<InvitationId> known;
        for (const Invitation& invitation : open.book.invitations) known.insert(invitation.id);
        std::erase_if(part.book.invitations, [&](const Invitation& invitation) { return known.contains(invitation.id); });
    }
    Document document;
    document.book = std::move(part.book);
    document.lenses = open.lenses;
    document.active_lens = open.active_lens;
    return document;
}

}  // namespace discern
