#include "notes/note_drafts.hpp"

#include "base/random.hpp"
#include "knowledge/drafts_reader.hpp"
#include "notes/note_desk.hpp"
#include "notes/note_length.hpp"
#include "notes/read_note.hpp"
#include "tests/notes/note_fixtures.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace discern {

namespace {

const std::vector<DraftTemplate>& templates() {
    static const auto read = read_draft_templates(embedded_asset);
    EXPECT_TRUE(read.has_value()) << (read ? "" : sentence_from(read.error()));
    static const std::vector<DraftTemplate> none;
    return read ? *read : none;
}

// A book of the user, a connection and a stranger with whatever the dice give, hostile words included.
PersonBook book_by_chance(Random& random) {
    static const std::vector<std::string> names{"Ada Brook", "Dr. Jos\xC3\xA9 M\xC3\xA1rquez", "X", "", "\xE7\x8E\x8B\xE8\x8A\xB3", "{mutual} Smith", "Lena Holm-Ek (she/her)", "Otto \xF0\x9F\x98\x80 Fern"};
    static const std::vector<std::string> places{"Harbour Works", "", "{school}", "M\xC3\xBChlenbau S\xC3\xBC" "d", std::string(300, 'w'), "Line\nBreak Ltd", "Tide Mill"};
    const auto pick = [&](const auto& list) { return list[static_cast<std::size_t>(random.below(list.size()))]; };
    PersonBook book;
    book.owner.name = pick(names);
    book.people.resize(2);
    book.people[1].name = pick(names);
    if (random.below(2) != 0) book.people[1].ties.connected_on = Day{20000};
    auto& person = book.people[0];
    person.name = pick(names);
    person.profile.company = pick(places);
    if (random.below(2) != 0) person.mutuals.named.push_back({1});
    for (auto n = random.below(3); n > 0; --n) {
        SharedPlace place;
        place.kind = random.below(2) != 0 ? SharedPlace::Kind::Employer : SharedPlace::Kind::School;
        place.name = pick(places);
        if (random.below(2) != 0) place.overlap = random.below(2) != 0;
        person.shared_places.push_back(place);
    }
    for (auto n = random.below(4); n > 0; --n) {
        Fact fact;
        fact.code = static_cast<FactCode>(random.below(fact_code_count()));
        if (random.below(3) == 0) fact.code = FactCode::event;
        fact.quote = pick(places);
        person.facts.push_back(fact);
    }
    person.ties.messages_from_them = static_cast<std::uint32_t>(random.below(2));
    person.ties.messages_to_them = static_cast<std::uint32_t>(random.below(2));
    return book;
}

// A template with its greeting, or without it where nobody can be greeted by name; the sentence then begins with a capital.
std::string without_brackets(const std::string& text, const std::vector<NoteEvidence>& evidence) {
    const auto open = text.find('['), close = text.find(']');
    if (open == std::string::npos) return text;
    const auto greeting = text.substr(open + 1, close - open - 1);
    const auto slot = greeting.substr(greeting.find('{') + 1, greeting.find('}') - greeting.find('{') - 1);
    const bool greets = find_evidence(evidence, slot) != nullptr;
    std::string rest = text.substr(close + 1);
    if (open == 0 && !greets) {
        if (rest[0] >= 'a' && rest[0] <= 'z') rest[0] = static_cast<char>(rest[0] - 32);
        if (rest[0] == '\xc3') rest[1] = static_cast<char>(rest[1] - 32);
    }
    return text.substr(0, open) + (greets ? greeting : "") + rest;
}

}  // namespace

TEST(NoteDrafts, say_what_is_on_record) {
    PersonBook book;
    book.people.resize(1);
    book.people[0].name = "Ines Falk";
    SharedPlace place;
    place.name = "Tide Mill";
    place.overlap = true;
    book.people[0].shared_places.push_back(place);
    const auto drafts = compose_drafts(templates(), DraftUse::Invite, "en", note_evidence(book, book.people[0]), 200, 3);
    ASSERT_EQ(drafts.size(), 3U);
    for (const auto& draft : drafts) {
        EXPECT_NE(draft.text.find("Tide Mill"), std::string::npos);
        EXPECT_NE(draft.text.find("Ines"), std::string::npos);
    }
    EXPECT_NE(drafts[0].tone, drafts[1].tone);
}

TEST(NoteDrafts, stay_silent_about_strangers) {
    PersonBook book;
    book.people.resize(1);
    book.people[0].name = "Ines Falk";
    const auto evidence = note_evidence(book, book.people[0]);
    EXPECT_TRUE(compose_drafts(templates(), DraftUse::Invite, "en", evidence, 300, 3).empty());
    EXPECT_FALSE(compose_drafts(templates(), DraftUse::AskFirst, "en", evidence, 300, 3).empty());
    EXPECT_FALSE(compose_drafts(templates(), DraftUse::Decline, "en", evidence, 300, 3).empty());
}

// Every draft is its template with every slot replaced by words of the record, all needs are met, none is too long.
TEST(NoteDrafts, never_contain_a_fact_that_is_not_on_record) {
    Random random(20261123);
    std::size_t seen = 0;
    const auto languages = draft_languages(templates());
    EXPECT_EQ(languages.size(), 5U);
    for (int round = 0; round < 10000; ++round) {
        const auto book = book_by_chance(random);
        const auto evidence = note_evidence(book, book.people[0]);
        const auto limit = static_cast<std::uint32_t>(random.below(2) != 0 ? 200 : random.below(300));
        const auto use = static_cast<DraftUse>(random.below(3));
        const auto language = languages[static_cast<std::size_t>(random.below(languages.size()))];
        for (const auto& draft : compose_drafts(templates(), use, language, evidence, limit, 3)) {
            ++seen;
            EXPECT_LE(note_length(draft.text), limit);
            const auto pattern = std::find_if(templates().begin(), templates().end(), [&](const auto& t) { return t.key == draft.key && t.language == language; });
            ASSERT_NE(pattern, templates().end());
            EXPECT_EQ(pattern->use, use);
            for (const auto& need : pattern->needs) EXPECT_NE(find_evidence(evidence, need), nullptr) << draft.key;
            // Walk the template along the draft: fixed words are equal, slots hold words of the record of that name.
            std::size_t at = 0;
            const std::string text = without_brackets(pattern->text, evidence);
            for (std::size_t i = 0; i < text.size();) {
                if (text[i] != '{') {
                    ASSERT_LT(at, draft.text.size());
                    ASSERT_EQ(draft.text[at++], text[i++]);
                    continue;
                }
                const auto close = text.find('}', i);
                const auto slot = text.substr(i + 1, close - i - 1);
                const bool on_record = std::any_of(evidence.begin(), evidence.end(), [&](const NoteEvidence& item) {
                    if (item.name != slot || item.value.empty() || draft.text.compare(at, item.value.size(), item.value) != 0) return false;
                    at += item.value.size();
                    return true;
                });
                ASSERT_TRUE(on_record) << draft.key << ' ' << slot;
                i = close + 1;
            }
            EXPECT_EQ(at, draft.text.size());
        }
    }
    EXPECT_GT(seen, 5000U);
}

// Everybody who may be met in a test: somebody with whom everything there is to say is on record.
struct Acquaintance {
    PersonBook book;
    std::vector<std::string> topics{"water utilities"}, companies{"Harbour Works"};
    std::vector<NoteEvidence> evidence;

    Acquaintance() {
        book.owner.name = "Otto Fern";
        book.people.resize(2);
        book.people[1].name = "Mara Quist";
        book.people[1].ties.connected_on = Day{20000};
        auto& person = book.people[0];
        person.name = "Ines Falk";
        person.profile.company = "Harbour Works";
        person.profile.headline = "Engineer for water utilities";
        person.mutuals.named.push_back({1});
        for (const auto kind : {SharedPlace::Kind::Employer, SharedPlace::Kind::School}) {
            SharedPlace place;
            place.kind = kind;
            place.name = kind == SharedPlace::Kind::Employer ? "Tide Mill" : "Lund College";
            place.overlap = true;
            person.shared_places.push_back(place);
        }
        for (const auto code : {FactCode::met_once, FactCode::event, FactCode::mutual_intro, FactCode::messaged, FactCode::online_exchange, FactCode::work_admired,
                                FactCode::same_project, FactCode::same_team, FactCode::former_colleague, FactCode::mentor, FactCode::interviewed_user}) {
            Fact fact;
            fact.code = code;
            if (code == FactCode::event) fact.quote = "Lund Open Day";
            person.facts.push_back(fact);
        }
        evidence = note_evidence(book, person, {topics, companies, nullptr});
    }
};

TEST(NoteDrafts, pass_the_checks_of_the_desk_in_every_language) {
    const Acquaintance known;
    for (const auto& language : draft_languages(templates())) {
        const auto drafts = compose_drafts(templates(), DraftUse::Invite, language, known.evidence, 300, 100);
        EXPECT_EQ(drafts.size(), static_cast<std::size_t>(std::count_if(templates().begin(), templates().end(), [&](const auto& t) { return t.use == DraftUse::Invite && t.language == language; })));
        for (const auto& draft : drafts) {
            EXPECT_LE(note_length(draft.text), 200U) << draft.text;
            for (const auto& finding : check_note_at_desk(draft.text, known.evidence, test_lexicon(), 200).findings) {
                // That a reason is there, in which words ever, is what the record says; the reader knows not every wording.
                if (finding.issue == DeskIssue::NoReason) continue;
                ADD_FAILURE() << language << ' ' << draft.key << ": " << name_of(finding.issue) << ' ' << draft.text.substr(finding.begin, finding.end - finding.begin);
            }
        }
    }
}

TEST(NoteDrafts, lean_on_the_targets_of_the_user_and_on_the_words_of_the_note_that_is_answered) {
    Acquaintance known;
    const auto topic = compose_drafts(templates(), DraftUse::Invite, "en", known.evidence, 300, 100);
    EXPECT_TRUE(std::any_of(topic.begin(), topic.end(), [](const NoteDraft& draft) { return draft.text.find("water utilities") != std::string::npos; }));
    Invitation theirs;
    theirs.note = "We met at the Lund Open Day.";
    theirs.reading = read_note(theirs.note, test_lexicon(), {});
    const auto evidence = note_evidence(known.book, known.book.people[0], {{}, {}, &theirs});
    const auto asks = compose_drafts(templates(), DraftUse::AskFirst, "en", evidence, 300, 100);
    EXPECT_TRUE(std::any_of(asks.begin(), asks.end(), [](const NoteDraft& draft) { return draft.key == "ask.their_words"; }));
}

TEST(NoteDrafts, greet_nobody_whose_name_is_not_known) {
    PersonBook book;
    book.people.resize(1);
    book.people[0].name = "X";
    const auto asks = compose_drafts(templates(), DraftUse::AskFirst, "fr", note_evidence(book, book.people[0]), 300, 3);
    ASSERT_FALSE(asks.empty());
    EXPECT_TRUE(asks.front().text.starts_with("Merci")) << asks.front().text;
}

}  // namespace discern
