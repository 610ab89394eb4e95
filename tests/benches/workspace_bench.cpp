// How quickly the document answers with 30,000 people and 10,000 invitations: medians of several runs, one line each.
#include "base/random.hpp"
#include "knowledge/knowledge.hpp"
#include "knowledge/note_lexicon_reader.hpp"
#include "people/book_builder.hpp"
#include "workspace/import_job.hpp"
#include "workspace/merge.hpp"
#include "workspace/note_reading.hpp"
#include "workspace/save_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>

using namespace discern;

namespace {

constexpr Day today{20500};

std::string words(Random& random, std::size_t count, std::span<const std::string_view> from) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) text += ' ';
        text += from[static_cast<std::size_t>(random.below(from.size()))];
    }
    return text;
}

Document large_document() {
    static constexpr std::string_view given[] = {"Ada", "José", "Łucja", "Tariq", "Mei", "Олена", "Noor", "Wilhelm", "Ingrid", "Zoë"};
    static constexpr std::string_view family[] = {"Marrow", "Quillby", "Østervang", "Tamarand", "Vidalsen", "Ibsenhall", "Korhola"};
    static constexpr std::string_view work[] = {"Head", "of", "product", "engineer", "energy", "recruiter", "founder", "storage",
                                                "sales", "data", "grid", "planner", "board", "charity", "research"};
    static constexpr std::string_view note[] = {"we", "met", "at", "the", "workshop", "your", "talk", "on", "grids", "was", "great",
                                                "offer", "connect", "growth", "demo", "thank", "you", "research", "free"};
    Random random(7);
    Document document;
    PersonBook& book = document.book;
    book.files = {"you", "Connections.csv", "Invitations.csv", "messages.csv"};
    for (std::uint32_t i = 0; i < 30'000; ++i) {
        Person& person = book.people.emplace_back();
        person.name = words(random, 1, given) + " " + words(random, 1, family) + " " + std::to_string(i);
        person.profile_key = "person-" + std::to_string(i);
        person.profile.company = words(random, 2, work);
        person.profile.position = words(random, 3, work);
        person.ties.connected_on = Day{static_cast<std::int32_t>(15'000 + random.below(5'000))};
        person.ties.connected_source = {1, i + 1};
        if (random.below(4) == 0) {
            person.ties.messages_from_them = person.ties.messages_to_them = 1 + static_cast<std::uint32_t>(random.below(9));
            person.ties.messages_source = {3, i + 1};
        }
    }
    for (std::uint32_t i = 0; i < 10'000; ++i) {
        Invitation& invitation = book.invitations.emplace_back();
        invitation.person = {3 * i};
        Person& person = book.at(invitation.person);
        if (i % 5 != 0) person.ties.connected_on.reset();  // four of five are open
        person.profile.headline = words(random, 4, work);
        invitation.accepted = person.ties.connected_on.has_value();
        invitation.id = invitation_id(Direction::Incoming, person.profile_key, person.name);
        invitation.sent_at = Instant{(today.days_since_epoch - static_cast<std::int64_t>(random.below(180))) * 86'400};
        if (random.below(3) > 0) invitation.note = words(random, 12, note);
        invitation.source = {2, i + 1};
    }
    Goals& goals = document.lenses[0].goals;
    goals.purposes = {2, 4, 3, 4, 1, 2, 2};
    goals.target_topics = {"energy storage", "grid"};
    return document;
}

void measure(const char* what, int runs, const std::function<void()>& prepare, const std::function<void()>& run) {
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        prepare();
        const auto start = std::chrono::steady_clock::now();
        run();
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::ranges::sort(times);
    fmt::print("{:<44}{:>9.2f} ms   (fastest {:.2f}, {} runs)\n", what, times[times.size() / 2], times.front(), runs);
}

}  // namespace

int main() {
    const auto nothing = [] {};
    const Document document = large_document();
    const auto book = book_blob_from(document.book);
    const auto state = state_text_from(document);
    const auto file = save_file_from(document, Instant{});
    const auto snapshot = bytes_from({document.book, {}});
    const auto lexicon = read_note_lexicon(embedded_asset);
    std::size_t sum = 0;  // keeps results in use
    fmt::print("30,000 people, 10,000 incoming invitations; book {:.1f} MB, save file {:.1f} MB\n", 1e-6 * static_cast<double>(book.size()),
               1e-6 * static_cast<double>(file.size()));
    measure("write the book for storage", 7, nothing, [&] { sum += book_blob_from(document.book).size(); });
    measure("write the state for storage", 7, nothing, [&] { sum += state_text_from(document).size(); });
    measure("open from storage", 7, nothing, [&] { sum += document_from_storage(book, state)->book.people.size(); });
    measure("unpack an import on the page", 7, nothing, [&] { sum += import_snapshot_from(snapshot)->book.people.size(); });
    measure("merge the same archive again", 5, nothing, [&] { sum += merged_with_archive(document, document.book)->document.book.people.size(); });
    measure("write a save file", 5, nothing, [&] { sum += save_file_from(document, Instant{}).size(); });
    measure("open a save file", 5, nothing, [&] { sum += document_from_save_file(file, "x")->book.people.size(); });

    Workspace workspace(embedded_knowledge(), today);
    measure("rows of a new document", 5, [&] { workspace.replace(document); }, [&] { sum += workspace.rows().size(); });
    measure("judge all, count lanes", 5, [&] { workspace.replace(document); }, [&] { sum += workspace.lane_counts()[0]; });
    std::size_t next = 0;
    measure("a decision, and the lanes after it", 25, nothing, [&] {
        const ReceivedRow row = workspace.rows()[next++];
        workspace.apply(DecideCommand{{workspace.invitation_of(row).id}, Action::Ignore, {}}, Instant{});
        sum += workspace.lane_counts()[0] + workspace.rows_in(Lane::All, "").size();
    });
    measure("undo, and the lanes after it", 25, nothing, [&] {
        (void)workspace.undo();
        sum += workspace.lane_counts()[0] + workspace.rows_in(Lane::All, "").size();
    });
    Goals goals = workspace.goals();
    measure("a slider move: judge all, count lanes", 9, nothing, [&] {
        goals.purposes[4] = static_cast<std::uint8_t>((goals.purposes[4] + 1) % 6);
        workspace.apply(SetGoalsCommand{1, goals, 1}, Instant{});
        sum += workspace.lane_counts()[0];
    });
    measure("first letter of a filter (folds all)", 5, [&] { workspace.replace(document); (void)workspace.lane_counts(); },
            [&] { sum += workspace.rows_in(Lane::All, "g").size(); });
    measure("next letters: words and company:", 25, nothing, [&] { sum += workspace.rows_in(Lane::All, "grid company:stor").size(); });
    measure("flag:no_note", 25, nothing, [&] { sum += workspace.rows_in(Lane::All, "flag:no_note").size(); });
    if (lexicon) {
        measure("read all notes, judge all, count lanes", 3,
                [&] { workspace.replace(document); workspace.set_note_reader(note_reader_with(*lexicon)); },
                [&] { sum += workspace.lane_counts()[0]; });
    }
    return sum == 0 ? 1 : 0;
}
