// The one description of everything that is saved: fields(visitor, value) names each field of a struct to a visitor,
// which writes or reads it as JSON (save_json) or as bytes (save_binary).
//
// Each description takes its struct apart with a structured binding, so a field added to the struct stops the build
// here. To add one: name it, then
//   1. JSON: nothing more; a missing field keeps its default, an unknown one is passed over.
//   2. bytes: raise Document::current_version and read it `if (visit.version() >= N)`; older blobs lack it.
// Fields whose default is not zero or empty name it as third argument: JSON leaves defaults out.
#pragma once

#include "workspace/document.hpp"

#include <array>
#include <concepts>
#include <string_view>
#include <type_traits>

namespace discern::save {

template <class T, class U>
concept Is = std::same_as<std::remove_const_t<T>, U>;

// ---- words of enumerations, in the order of their values; words are for JSON, so they must never change -------------
inline constexpr auto photo_words = std::to_array<std::string_view>({"unknown", "professional", "casual", "none"});
inline constexpr auto completeness_words =
    std::to_array<std::string_view>({"unknown", "empty", "sparse", "partial", "full"});
inline constexpr auto verification_words =
    std::to_array<std::string_view>({"unknown", "none", "verified", "workplace", "identity"});
inline constexpr auto direction_words = std::to_array<std::string_view>({"incoming", "outgoing"});
inline constexpr auto place_kind_words = std::to_array<std::string_view>({"employer", "school"});

inline constexpr auto draft_use_words = std::to_array<std::string_view>({"invite", "ask_first", "decline"});

inline constexpr const auto& words_of(DraftUse) { return draft_use_words; }
inline constexpr const auto& words_of(Photo) { return photo_words; }
inline constexpr const auto& words_of(Completeness) { return completeness_words; }
inline constexpr const auto& words_of(Verification) { return verification_words; }
inline constexpr const auto& words_of(Direction) { return direction_words; }
inline constexpr const auto& words_of(SharedPlace::Kind) { return place_kind_words; }

inline constexpr auto likeness_words = std::to_array<std::string_view>(
    {"name", "other_address", "nickname", "spelling", "former_name", "initials", "more_names", "unspaced"});
inline constexpr const auto& words_of(Likeness) { return likeness_words; }

template <class T>
concept WordedEnum = requires(T value) { words_of(value).size(); };

// The user's answers stand among a person's facts but belong to the state: writers of books leave them out.
[[nodiscard]] inline bool belongs_to_book(const Fact& fact) { return fact.source.file != 0; }

// ---- people ---------------------------------------------------------------------------------------------------------
template <class V>
void fields(V& visit, Is<SourceRef> auto& value) {
    auto& [file, row] = value;
    visit("file", file);
    visit("row", row);
}

template <class V>
void fields(V& visit, Is<Fact> auto& value) {
    auto& [code, amount, when, quote, source] = value;
    visit("code", code);
    visit("amount", amount, 1.0);
    visit("when", when);
    visit("quote", quote);
    visit("source", source);
}

template <class V>
void fields(V& visit, Is<Profile> auto& value) {
    auto& [headline, company, position, place, about, email, connections, followers, premium, photo, completeness,
           verified] = value;
    visit("headline", headline);
    visit("company", company);
    visit("position", position);
    visit("place", place);
    visit("about", about);
    visit("email", email);
    visit("connections", connections);
    visit("followers", followers);
    visit("premium", premium);
    visit("photo", photo);
    visit("completeness", completeness);
    visit("verified", verified);
}

template <class V>
void fields(V& visit, Is<Ties> auto& value) {
    auto& [connected_on, messages_from_them, messages_to_them, last_message, endorsements_received, endorsements_given,
           recommendations_received, recommendations_given, connected_source, messages_source, endorsed_source,
           recommended_source] = value;
    visit("connected_on", connected_on);
    visit("messages_from_them", messages_from_them);
    visit("messages_to_them", messages_to_them);
    visit("last_message", last_message);
    visit("endorsements_received", endorsements_received);
    visit("endorsements_given", endorsements_given);
    visit("recommendations_received", recommendations_received);
    visit("recommendations_given", recommendations_given);
    visit("connected_source", connected_source);
    visit("messages_source", messages_source);
    visit("endorsed_source", endorsed_source);
    visit("recommended_source", recommended_source);
}

template <class V>
void fields(V& visit, Is<SharedPlace> auto& value) {
    auto& [kind, name, overlap, source] = value;
    visit("kind", kind);
    visit("name", name);
    visit("overlap", overlap);
    visit("source", source);
}

template <class V>
void fields(V& visit, Is<Mutuals> auto& value) {
    auto& [count, known, named] = value;
    visit("count", count);
    visit("known", known);
    visit("named", named);
}

template <class V>
void fields(V& visit, Is<Person> auto& value) {
    auto& [name, profile_key, profile, ties, mutuals, shared_places, facts] = value;
    visit("name", name);
    visit("profile_key", profile_key);
    visit("profile", profile);
    visit("ties", ties);
    visit("mutuals", mutuals);
    visit("shared_places", shared_places);
    visit("facts", facts);
}

template <class V>
void fields(V& visit, Is<Invitation> auto& value) {
    // What reading the note shows is made anew from the note.
    auto& [id, direction, person, sent_at, note, accepted, source, not_saved_reading] = value;
    visit("id", id);
    visit("direction", direction);
    visit("person", person);
    visit("sent_at", sent_at);
    visit("note", note);
    visit("accepted", accepted);
    visit("source", source);
}

template <class V>
void fields(V& visit, Is<Employment> auto& value) {
    auto& [company, title, description, place, started, finished, source] = value;
    visit("company", company);
    visit("title", title);
    visit("description", description);
    visit("place", place);
    visit("started", started);
    visit("finished", finished);
    visit("source", source);
}

template <class V>
void fields(V& visit, Is<Schooling> auto& value) {
    auto& [school, degree, started, finished, source] = value;
    visit("school", school);
    visit("degree", degree);
    visit("started", started);
    visit("finished", finished);
    visit("source", source);
}

template <class V>
void fields(V& visit, Is<JobApplication> auto& value) {
    auto& [company, title, sent_on, source] = value;
    visit("company", company);
    visit("title", title);
    visit("sent_on", sent_on);
    visit("source", source);
}

template <class V>
void fields(V& visit, Is<Owner> auto& value) {
    auto& [name, profile_key, headline, summary, industry, place, positions, education, skills, followed_companies,
           applications] = value;
    visit("name", name);
    visit("profile_key", profile_key);
    visit("headline", headline);
    visit("summary", summary);
    visit("industry", industry);
    visit("place", place);
    visit("positions", positions);
    visit("education", education);
    visit("skills", skills);
    visit("followed_companies", followed_companies);
    if (visit.version() >= 3) visit("applications", applications);
}

template <class V>
void fields(V& visit, Is<MovedInvitation> auto& value) {
    auto& [id, was_accepted] = value;
    visit("id", id);
    visit("was_accepted", was_accepted);
}

template <class V>
void fields(V& visit, Is<Join> auto& value) {
    auto& [into, from, name, why, by_user, moved, before, answers] = value;
    visit("into", into);
    visit("from", from);
    visit("name", name);
    visit("why", why);
    visit("by_user", by_user);
    visit("moved", moved);
    visit("before", before);
    visit("answers", answers);
}

template <class V>
void fields(V& visit, Is<PersonDoubt> auto& value) {
    auto& [one, other, why, same_company] = value;
    visit("one", one);
    visit("other", other);
    visit("why", why);
    visit("same_company", same_company);
}

template <class V>
void fields(V& visit, Is<PersonBook> auto& value) {
    auto& [owner, people, invitations, files, exported_on, joins, doubts, archive_sum] = value;
    visit("owner", owner);
    visit("files", files);
    visit("exported_on", exported_on);
    visit("people", people);
    visit("invitations", invitations);
    if (visit.version() >= 2) {
        visit("joins", joins);
        visit("doubts", doubts);
        visit("archive_sum", archive_sum);
    }
}

// ---- goals and what the user did ------------------------------------------------------------------------------------
template <class V>
void fields(V& visit, Is<Goals> auto& value) {
    auto& [purposes, target_companies, target_industries, target_roles, target_topics, target_places, target_schools,
           boundaries, role, industry, company, place, factor_points, factor_ranking] = value;
    visit("purposes", purposes);
    visit("target_companies", target_companies);
    visit("target_industries", target_industries);
    visit("target_roles", target_roles);
    visit("target_topics", target_topics);
    visit("target_places", target_places);
    visit("target_schools", target_schools);
    visit("boundaries", boundaries);
    visit("role", role);
    visit("industry", industry);
    visit("company", company);
    visit("place", place);
    visit("factor_points", factor_points);
    visit("factor_ranking", factor_ranking);
}

template <class V>
void fields(V& visit, Is<Lens> auto& value) {
    auto& [id, name, goals] = value;
    visit("id", id, 0U);  // always written
    visit("name", name);
    visit("goals", goals);
}

template <class V>
void fields(V& visit, Is<Decision> auto& value) {
    auto& [action, decided_at, verdict, confidence, reason] = value;
    visit("action", action);
    visit("decided_at", decided_at);
    visit("verdict", verdict);
    visit("confidence", confidence);
    visit("reason", reason);
}

// The state's own forms of the document's maps and of the answers that stand in the book's people.
struct SavedDecision {
    InvitationId invitation;
    Decision decision;
    bool operator==(const SavedDecision&) const = default;
};
struct SavedSnooze {
    InvitationId invitation;
    std::optional<Day> until;
    std::optional<FactCode> until_known;
    bool operator==(const SavedSnooze&) const = default;
};
// `person` is valid for the book that was saved with it; key and name find the person again in another book.
struct SavedAnswer {
    PersonId person;
    std::string profile_key, name;
    Fact fact;
    bool operator==(const SavedAnswer&) const = default;
};
struct SavedNote {
    InvitationId invitation;
    DeskNote note;
    bool operator==(const SavedNote&) const = default;
};
struct SavedLimit {
    LimitKey limit{};
    std::uint32_t value = 0;
    bool operator==(const SavedLimit&) const = default;
};
// A record, valid for the book that was saved with it; address and name find it again in another.
struct PersonMark {
    PersonId person;
    std::string profile_key, name;
    bool operator==(const PersonMark&) const = default;
};
struct SavedRuling {
    PersonMark one, other;
    bool same = false;
    Likeness why = Likeness::Name;
    bool operator==(const SavedRuling&) const = default;
};
struct SavedState {
    bool sample = false;
    std::uint32_t active_lens = 1, highest_lens = 1;
    std::vector<Lens> lenses;
    std::vector<SavedDecision> decisions;
    std::vector<SavedSnooze> snoozed;
    std::vector<SavedAnswer> answers;
    std::vector<SavedNote> notes;
    bool premium = false;
    std::vector<SavedLimit> limits;
    std::vector<SavedRuling> rulings;
    bool operator==(const SavedState&) const = default;
};

template <class V>
void fields(V& visit, Is<SavedDecision> auto& value) {
    visit("invitation", value.invitation);
    fields(visit, value.decision);
}

template <class V>
void fields(V& visit, Is<SavedSnooze> auto& value) {
    visit("invitation", value.invitation);
    visit("until", value.until);
    visit("until_known", value.until_known);
}

template <class V>
void fields(V& visit, Is<SavedAnswer> auto& value) {
    visit("person", value.person);
    visit("profile_key", value.profile_key);
    visit("name", value.name);
    fields(visit, value.fact);
}

template <class V>
void fields(V& visit, Is<DeskNote> auto& value) {
    auto& [use, text, language, kept, copied_at] = value;
    visit("use", use);
    visit("text", text);
    visit("language", language);
    visit("kept", kept);
    visit("copied_at", copied_at);
}

template <class V>
void fields(V& visit, Is<SavedNote> auto& value) {
    visit("invitation", value.invitation);
    fields(visit, value.note);
}

template <class V>
void fields(V& visit, Is<SavedLimit> auto& value) {
    visit("limit", value.limit);
    visit("value", value.value);
}

template <class V>
void fields(V& visit, Is<PersonMark> auto& value) {
    visit("person", value.person);
    visit("profile_key", value.profile_key);
    visit("name", value.name);
}

template <class V>
void fields(V& visit, Is<SavedRuling> auto& value) {
    visit("one", value.one);
    visit("other", value.other);
    visit("same", value.same);
    visit("why", value.why);
}

template <class V>
void fields(V& visit, Is<SavedState> auto& value) {
    auto& [sample, active_lens, highest_lens, lenses, decisions, snoozed, answers, notes, premium, limits, rulings] = value;
    visit("sample", sample);
    visit("active_lens", active_lens);
    visit("highest_lens", highest_lens);
    visit("lenses", lenses);
    visit("decisions", decisions);
    visit("snoozed", snoozed);
    visit("answers", answers);
    visit("notes", notes);
    visit("premium", premium);
    visit("limits", limits);
    visit("rulings", rulings);
}

}  // namespace discern::save
