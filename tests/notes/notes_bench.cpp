// Times reading notes, writing one at the desk, and finding near-duplicates, on the invented notes of tests/fixtures/notes,
// each made a note of its own by another greeting. scripts/bench notes builds and runs it; it judges nothing.
#include "notes/near_duplicates.hpp"
#include "notes/note_desk.hpp"
#include "notes/read_note.hpp"
#include "tests/notes/note_fixtures.hpp"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>
#include <unordered_set>

namespace {

// Time of the processor, not of the wall: other programs on the machine do not count.
double milliseconds_since(std::clock_t start) { return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC; }

// "Anna", "Annb", ...: a greeting makes each note a note of its own.
std::string name_of_number(std::size_t number) {
    std::string name = "Ann";
    do name.push_back(static_cast<char>('a' + number % 26));
    while ((number /= 26) > 0);
    return name;
}

}  // namespace

int main(int, char**) {  // with arguments, else the web build takes googletest's main
    using namespace discern;
    constexpr std::size_t count = 10000;
    constexpr int rounds = 7;

    const auto compiling = std::clock();
    const auto& lexicon = test_lexicon();
    std::printf("lexicon read and compiled: %.1f ms", milliseconds_since(compiling));
    const auto again = std::clock();
    constexpr int readings = 5;
    for (int i = 0; i < readings; ++i) static_cast<void>(read_test_lexicon());
    std::printf(", once more %.1f ms\n", milliseconds_since(again) / readings);

    std::vector<LabelledNote> labelled;
    for (const char* file : {"held-out.json", "second-set.json", "third-set.json", "unseen.json", "unseen-2.json", "unseen-3.json", "unseen-4.json"})
        for (auto& note : labelled_notes(file)) labelled.push_back(std::move(note));
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < count; ++i) texts.push_back("Hi " + name_of_number(i / labelled.size()) + ", " + labelled[i % labelled.size()].text);
    std::vector<std::string_view> notes(texts.begin(), texts.end());
    const std::unordered_set<std::string_view> different(notes.begin(), notes.end());

    std::vector<double> times;
    std::size_t unsafe = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto start = std::clock();
        for (const auto note : notes) unsafe += read_note(note, lexicon, {}).is_unsafe ? 1U : 0U;
        times.push_back(milliseconds_since(start));
    }
    std::sort(times.begin(), times.end());
    std::printf("%zu different notes read: median %.1f ms of %d rounds, best %.1f, worst %.1f (%zu unsafe a round)\n", different.size(), times[rounds / 2],
                rounds, times.front(), times.back(), unsafe / rounds);

    // A note written letter by letter, checked after each.
    const std::string written = "Hi Tariq, we met at the water congress in Porto last spring, and your question about the second chart stayed with me. I would like to stay in touch.";
    const std::vector<NoteEvidence> evidence{{"met", {}, {}}, {"event", "water congress in Porto", {}}};
    std::vector<double> strokes;
    std::size_t findings = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto start = std::clock();
        for (int again = 0; again < 20; ++again)
            for (std::size_t end = 1; end <= written.size(); ++end) findings += check_note_at_desk(std::string_view(written).substr(0, end), evidence, lexicon, 200).findings.size();
        strokes.push_back(1000 * milliseconds_since(start) / static_cast<double>(20 * written.size()));
    }
    std::sort(strokes.begin(), strokes.end());
    std::printf("a key stroke at the desk: median %.1f us, over the %zu strokes of one note (%zu findings)\n", strokes[rounds / 2], written.size(), findings);

    const auto start = std::clock();
    const auto groups = near_duplicate_notes(notes, {});
    std::printf("near-duplicates among %zu notes: %.1f ms, %zu groups\n", count, milliseconds_since(start), groups.size());
    return 0;
}
