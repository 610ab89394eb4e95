// Everything that one invitation shows, as signals with their amounts, days, quotes and sources: facts that were told or
// read, and cues taken off numbers, words and ties. No judgement yet, only reading: no purpose or boundary enters here.
#pragma once

#include "judgement/stance.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace discern {

struct Signal {
    SignalId id;
    double amount = 1;        // a count where the signal counts something; 0 = an answer "no"
    double reliability = 1;   // 0 to 1: how surely it was read
    std::optional<Day> when;
    std::string_view quote;   // words of the user's own material; lives as long as the book
    SourceRef source;
};

struct Situation {
    SignalSet present;        // every signal with an amount above 0
    SignalSet only_read;      // of these the ones that were read off a note and nobody told
    std::vector<SignalId> list;  // the same, one by one
    std::vector<Signal> signals;

    void clear();
    void add(const Signal& signal);
    // A bit without evidence of its own.
    void mark(Cue cue) { set(signal_of(cue)); }
    void set(SignalId signal) {
        if (present.test(signal.index)) return;
        present.set(signal.index);
        list.push_back(signal);
    }
    [[nodiscard]] bool has(Cue cue) const { return present.test(signal_of(cue).index); }
    [[nodiscard]] bool has(FactCode code) const { return present.test(signal_of(code).index); }
};

// Working memory of read_situation, reused from invitation to invitation.
struct ReadingDesk {
    Words words;
    std::vector<PhraseMatch> matches;
    // For reading a whole book: the people with open invitations in both directions, by PersonId, so that nobody else's
    // are searched for. Whoever is not in it is searched for.
    std::vector<bool> both_ways;

    void look_for_both_ways(const PersonBook& book);
};

// `out` is cleared first. Views in it point into `book` and `invitation`.
void read_situation(const PersonBook& book, const Invitation& invitation, const StatedWords& stated,
                    const JudgementKnowledge& knowledge, Day today, ReadingDesk& desk, Situation& out);

// 0 to 1: how well the archive and the user's own facts say that the user knows this person. Zero when nothing says so,
// and for people who are marked as accepting everyone: a link through them means nothing.
[[nodiscard]] double trust_in(const Person& person);

// The named shared connections worth at least `least` trust, best first (ties: lowest index).
[[nodiscard]] std::vector<PersonId> trusted_mutuals(const PersonBook& book, const Person& person, double least);

}  // namespace discern
