// Times reading notes and finding near-duplicates, on the invented notes of tests/fixtures/notes over and over.
// scripts/bench notes builds and runs it; it judges nothing.
#include "notes/near_duplicates.hpp"
#include "notes/read_note.hpp"
#include "tests/notes/note_fixtures.hpp"

#include <algorithm>
#include <cstdio>
#include <ctime>

int main() {
    using namespace discern;
    // Time of the processor, not of the wall: other programs on the machine do not count.
    const auto milliseconds_since = [](std::clock_t start) { return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC; };
    constexpr std::size_t count = 10000;
    constexpr int rounds = 7;

    const auto compiling = std::clock();
    const auto& lexicon = test_lexicon();
    std::printf("lexicon read and compiled: %.1f ms\n", milliseconds_since(compiling));

    std::vector<LabelledNote> labelled = labelled_notes("held-out.json");
    for (auto& note : labelled_notes("second-set.json")) labelled.push_back(std::move(note));
    std::vector<std::string_view> notes;
    for (std::size_t i = 0; i < count; ++i) notes.push_back(labelled[i % labelled.size()].text);

    std::vector<double> times;
    std::size_t unsafe = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto start = std::clock();
        for (const auto note : notes) unsafe += read_note(note, lexicon, {}).is_unsafe ? 1U : 0U;
        times.push_back(milliseconds_since(start));
    }
    std::sort(times.begin(), times.end());
    std::printf("%zu notes read: median %.1f ms of %d rounds, best %.1f, worst %.1f (%zu unsafe a round)\n", count, times[rounds / 2],
                rounds, times.front(), times.back(), unsafe / rounds);

    const auto start = std::clock();
    const auto groups = near_duplicate_notes(notes, {});
    std::printf("near-duplicates among %zu notes: %.1f ms, %zu groups\n", count, milliseconds_since(start), groups.size());
    return 0;
}
