#include "workspace/note_reading.hpp"

#include "notes/book_signs.hpp"
#include "notes/read_note.hpp"
#include "text/name.hpp"

#include <algorithm>
#include <utility>

namespace discern {
namespace {

// A place of one's own history is named in the words.
bool names_own_place(std::string_view words, const Owner& owner) {
    const std::string said = " " + name_key(words) + " ";
    const auto is_said = [&](const std::string& place) {
        const std::string key = name_key(place);
        if (key.size() < 3) return false;
        // "Harbour" says enough of "Harbour Works Ltd": the first word of a name is how people call it.
        const std::string first = key.substr(0, key.find(' '));
        return said.find(" " + key + " ") != std::string::npos || (first.size() > 3 && said.find(" " + first + " ") != std::string::npos);
    };
    // "We worked together in Bergen" names no employer, and need not.
    return std::ranges::any_of(owner.positions, is_said, &Employment::company) || std::ranges::any_of(owner.education, is_said, &Schooling::school) ||
           std::ranges::any_of(owner.positions, is_said, &Employment::place) || is_said(owner.place);
}

// They claim a shared employer or school that the user's own history does not have. Where that history is not known,
// or other sources show the tie, nothing is said: a missing row proves nothing.
std::optional<Fact> unconfirmed_claim(const PersonBook& book, const Invitation& invitation, const NoteAnalysis& analysis) {
    const Owner& owner = book.owner;
    if (analysis.place_claims.empty() || owner.positions.empty() || owner.education.empty()) return std::nullopt;
    const Person& person = book.at(invitation.person);
    if (!person.shared_places.empty() || person.ties.messages_to_them > 0 || person.ties.connected_on) return std::nullopt;
    for (const PlaceClaim& claim : analysis.place_claims) {
        const auto words = std::string_view(invitation.note).substr(claim.begin, std::min<std::size_t>(claim.end - claim.begin + 40, invitation.note.size() - claim.begin));
        if (names_own_place(words, owner)) continue;
        Fact fact;
        fact.code = FactCode::claim_unconfirmed;
        fact.quote = invitation.note.substr(claim.begin, claim.end - claim.begin);
        fact.source = invitation.source;
        return fact;
    }
    return std::nullopt;
}

}  // namespace

void add_sign(Invitation& invitation, FactCode code) {
    if (!invitation.reading) return;
    auto& facts = invitation.reading->facts;
    if (std::ranges::find(facts, code, &Fact::code) != facts.end()) return;
    Fact fact;
    fact.code = code;
    fact.source = invitation.source;
    if (code == FactCode::copied_across_many) fact.quote = invitation.note;
    facts.insert(std::ranges::upper_bound(facts, code, {}, &Fact::code), std::move(fact));
}

void add_book_signs(PersonBook& book) {
    for (const BookSign& sign : find_book_signs(book)) {
        Invitation& invitation = book.invitations[sign.invitation];
        if (const auto code = sign.fact(); code && invitation.direction == Direction::Incoming) add_sign(invitation, *code);
    }
}

void read_incoming_notes(PersonBook& book, const Workspace::NoteReader& reader) {
    for (Invitation& invitation : book.invitations)
        if (invitation.direction == Direction::Incoming) invitation.reading = reader(book, invitation);
    add_book_signs(book);
}

Workspace::NoteReader note_reader_with(NoteLexicon lexicon) {
    return [lexicon = std::move(lexicon)](const PersonBook& book, const Invitation& invitation) {
        NoteAnalysis analysis = analyse_note(invitation.note, lexicon, {.source = invitation.source, .spans = false});
        if (invitation.direction == Direction::Incoming) {
            if (auto claim = unconfirmed_claim(book, invitation, analysis)) {
                auto& facts = analysis.reading.facts;
                facts.insert(std::ranges::upper_bound(facts, claim->code, {}, &Fact::code), std::move(*claim));
            }
        }
        return std::move(analysis.reading);
    };
}

}  // namespace discern
