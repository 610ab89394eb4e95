// Limits, budget and signs over the whole book.
#include "knowledge/limits_reader.hpp"
#include "notes/book_signs.hpp"
#include "notes/note_budget.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace discern {

TEST(SiteLimits, come_with_source_and_date) {
    const auto limits = read_site_limits(embedded_asset);
    ASSERT_TRUE(limits.has_value()) << sentence_from(limits.error());
    for (const auto& limit : limits->limits) {
        EXPECT_GT(limit.value, 0U);
        EXPECT_FALSE(limit.source.empty());
        EXPECT_GT(limit.dated, valid_day(2015, 1, 1).value());
    }
    EXPECT_EQ(limits->note_chars(false), 200U);
    EXPECT_EQ(limits->note_chars(true), 300U);
}

TEST(SiteLimits, refuse_a_file_that_leaves_one_out) {
    EXPECT_FALSE(read_site_limits([](std::string_view) -> std::string_view { return R"({"limits": []})"; }).has_value());
    EXPECT_FALSE(read_site_limits([](std::string_view) -> std::string_view { return ""; }).has_value());
}

TEST(NoteBudget, gives_notes_to_strangers_of_worth_with_a_reason) {
    const std::vector<NoteCandidate> candidates{{{0}, 0.9, 5, true}, {{1}, 0.1, 1, true}, {{2}, 0.1, 3, true}, {{3}, 0.1, 9, false}, {{4}, 0.1, 2, true}};
    const auto lines = share_out_notes(candidates, 2);
    ASSERT_EQ(lines.size(), 5U);
    EXPECT_EQ(lines[0].person, PersonId{2});
    EXPECT_EQ(lines[0].use, NoteUse::Note);
    EXPECT_EQ(lines[1].person, PersonId{4});
    EXPECT_EQ(lines[1].use, NoteUse::Note);
    EXPECT_EQ(lines[2].person, PersonId{1});
    EXPECT_EQ(lines[2].use, NoteUse::NoteLater);
    EXPECT_EQ(std::find_if(lines.begin(), lines.end(), [](const auto& l) { return l.person == PersonId{0}; })->use, NoteUse::NotNeeded);
    EXPECT_EQ(std::find_if(lines.begin(), lines.end(), [](const auto& l) { return l.person == PersonId{3}; })->use, NoteUse::NothingToSay);
}

TEST(NoteBudget, counts_the_notes_of_the_last_thirty_days) {
    PersonBook book;
    book.people.resize(1);
    const auto add = [&](Direction direction, std::int32_t day, const char* note) {
        Invitation invitation;
        invitation.direction = direction;
        invitation.sent_at = instant_from_day(Day{day});
        invitation.note = note;
        book.invitations.push_back(invitation);
    };
    add(Direction::Outgoing, 20000, "a note");
    add(Direction::Outgoing, 19971, "a note");
    add(Direction::Outgoing, 19970, "too long ago");
    add(Direction::Outgoing, 19999, "");
    add(Direction::Incoming, 19999, "not mine");
    EXPECT_EQ(notes_sent_lately(book, Day{20000}), 2U);
}

namespace {

PersonBook book_of(const std::vector<std::pair<Direction, std::string>>& notes) {
    PersonBook book;
    for (const auto& [direction, note] : notes) {
        Invitation invitation;
        invitation.direction = direction;
        invitation.person = {static_cast<std::uint32_t>(book.people.size())};
        invitation.note = note;
        book.people.emplace_back();
        book.invitations.push_back(invitation);
    }
    return book;
}

constexpr auto template_text = "Hello, your profile stood out among many and we can grow together in our industry through shared ideas.";

}  // namespace

TEST(BookSigns, show_one_note_from_many_senders) {
    const auto in = Direction::Incoming;
    const auto signs = find_book_signs(book_of({{in, template_text}, {in, "We met at the weir in May and spoke about eels."}, {in, template_text}, {in, template_text}}));
    ASSERT_EQ(signs.size(), 3U);
    EXPECT_EQ(signs[1], (BookSign{BookSignKind::SameNoteFromMany, 2, 3, {}}));
    EXPECT_EQ(signs[1].fact(), FactCode::copied_across_many);
    EXPECT_TRUE(find_book_signs(book_of({{in, template_text}, {in, template_text}})).empty());
}

TEST(BookSigns, leave_the_default_text_alone) {
    auto book = book_of({{Direction::Incoming, template_text}, {Direction::Incoming, template_text}, {Direction::Incoming, template_text}});
    for (auto& invitation : book.invitations) {
        invitation.reading.emplace();
        invitation.reading->kind = "generic_default";
    }
    EXPECT_TRUE(find_book_signs(book).empty());
}

TEST(BookSigns, show_the_users_own_template) {
    const auto out = Direction::Outgoing;
    const auto signs = find_book_signs(book_of({{out, template_text}, {out, template_text}, {out, template_text}}));
    ASSERT_EQ(signs.size(), 3U);
    EXPECT_EQ(signs[0].kind, BookSignKind::OwnTemplate);
    EXPECT_EQ(signs[0].fact(), std::nullopt);
}

TEST(BookSigns, ask_about_a_second_account_under_a_known_name) {
    auto book = book_of({{Direction::Incoming, ""}, {Direction::Incoming, ""}});
    book.people.resize(3);
    book.people[0].name = "Holm Lena";
    book.people[0].profile_key = "lena-holm-2";
    book.people[1].name = "Lena Holm";  // has not been told apart: no address
    book.people[2].name = "Lena Holm";
    book.people[2].profile_key = "lena-holm";
    book.people[2].ties.connected_on = Day{20000};
    const auto signs = find_book_signs(book);
    ASSERT_EQ(signs.size(), 1U);
    EXPECT_EQ(signs[0], (BookSign{BookSignKind::KnownNameAgain, 0, 1, PersonId{2}}));
    EXPECT_EQ(signs[0].fact(), FactCode::real_person_already_connected);
}

}  // namespace discern
