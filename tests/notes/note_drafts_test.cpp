#include "notes/note_drafts.hpp"

#include "base/random.hpp"
#include "knowledge/drafts_reader.hpp"
#include "notes/note_desk.hpp"
#include "notes/note_length.hpp"
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

}  // namespace

TEST(NoteDrafts, say_what_is_on_record) {
    PersonBook book;
    book.people.resize(1);
    book.people[0].name = "Ines Falk";
    SharedPlace place;
    place.name = "Tide Mill";
    place.overlap = true;
    book.people[0].shared_places.push_back(place);
    const auto drafts = compose_drafts(templates(), DraftUse::Invite, note_evidence(book, book.people[0]), 200, 3);
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
    EXPECT_TRUE(compose_drafts(templates(), DraftUse::Invite, evidence, 300, 3).empty());
    EXPECT_FALSE(compose_drafts(templates(), DraftUse::AskFirst, evidence, 300, 3).empty());
    EXPECT_FALSE(compose_drafts(templates(), DraftUse::Decline, evidence, 300, 3).empty());
}

// Every draft is its template with every slot replaced by words of the record, all needs are met, none is too long.
TEST(NoteDrafts, never_contain_a_fact_that_is_not_on_record) {
    Random random(20261123);
    std::size_t seen = 0;
    for (int round = 0; round < 10000; ++round) {
        const auto book = book_by_chance(random);
        const auto evidence = note_evidence(book, book.people[0]);
        const auto limit = static_cast<std::uint32_t>(random.below(2) != 0 ? 200 : random.below(300));
        const auto use = static_cast<DraftUse>(random.below(3));
        for (const auto& draft : compose_drafts(templates(), use, evidence, limit, 3)) {
            ++seen;
            EXPECT_LE(note_length(draft.text), limit);
            const auto pattern = std::find_if(templates().begin(), templates().end(), [&](const auto& t) { return t.key == draft.key; });
            ASSERT_NE(pattern, templates().end());
            EXPECT_EQ(pattern->use, use);
            for (const auto& need : pattern->needs) EXPECT_NE(find_evidence(evidence, need), nullptr) << draft.key;
            // Walk the template along the draft: fixed words are equal, slots hold words of the record of that name.
            std::size_t at = 0;
            const std::string& text = pattern->text;
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

TEST(NoteDrafts, pass_the_checks_of_the_desk) {
    PersonBook book;
    book.owner.name = "Otto Fern";
    book.people.resize(2);
    book.people[1].name = "Mara Quist";
    book.people[1].ties.connected_on = Day{20000};
    auto& person = book.people[0];
    person.name = "Ines Falk";
    person.profile.company = "Harbour Works";
    person.mutuals.named.push_back({1});
    for (const auto kind : {SharedPlace::Kind::Employer, SharedPlace::Kind::School}) {
        SharedPlace place;
        place.kind = kind;
        place.name = kind == SharedPlace::Kind::Employer ? "Tide Mill" : "Lund College";
        place.overlap = true;
        person.shared_places.push_back(place);
    }
    for (const auto code : {FactCode::met_once, FactCode::event, FactCode::mutual_intro, FactCode::messaged, FactCode::online_exchange, FactCode::work_admired,
                            FactCode::same_project, FactCode::same_team, FactCode::former_colleague, FactCode::mentor}) {
        Fact fact;
        fact.code = code;
        if (code == FactCode::event) fact.quote = "the open day in Lund";
        person.facts.push_back(fact);
    }
    const auto evidence = note_evidence(book, person);
    const auto drafts = compose_drafts(templates(), DraftUse::Invite, evidence, 300, 100);
    EXPECT_EQ(drafts.size(), static_cast<std::size_t>(std::count_if(templates().begin(), templates().end(), [](const auto& t) { return t.use == DraftUse::Invite; })));
    for (const auto& draft : drafts) {
        for (const auto& finding : check_note_at_desk(draft.text, evidence, test_lexicon(), 200).findings) {
            // That a reason is there, in which words ever, is what the record says; the reader knows not every wording.
            if (finding.issue == DeskIssue::NoReason) continue;
            ADD_FAILURE() << draft.key << ": " << name_of(finding.issue) << ' ' << draft.text.substr(finding.begin, finding.end - finding.begin);
        }
    }
}

}  // namespace discern
