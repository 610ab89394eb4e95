#include "notes/note_highlights.hpp"

#include "base/sorted.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace discern {

namespace {

constexpr double share_of_the_word = 0.6;  // a phrase takes the place of a word in it when it weighs so much of it
constexpr double worth_marking = 0.35;  // log odds: below it a sign only leans

// Where a stated phrase and learned words stand in one place, the phrase has the better reason to show.
[[nodiscard]] double rank_of(const NoteHighlight& highlight) { return highlight.weight - (highlight.sign == "learned_words" ? 10.0 : 0.0); }

// Signs that say much as a whole but nothing about the words that they stand on.
constexpr auto not_shown = std::to_array<std::string_view>({"number", "year", "proper_name", "when", "self_detail", "polite_filler", "words_0_2",
                                                            "words_3_6", "words_7_12", "words_13_up", "one_sentence", "many_sentences"});

// Signs made of others: their parts are marked by themselves.
constexpr auto composed = std::to_array<std::string_view>(
    {"nothing_else", "met_seller", "hiring_twice", "hiring_money", "hiring_messenger", "home_money", "gain_promise", "sure_gain_money", "coin_flag",
     "stake_flag", "coin_at_work", "messenger_gain", "messenger_for_a_reason", "link_bait", "login_document", "courting", "new_account_asks",
     "secrets_for_money", "paid_reports_away", "wishes_only", "hidden_client_pays", "release_against_fee",
     "award_for_money", "disguised_offer", "offer_with_link"});

[[nodiscard]] bool is_shown(std::string_view sign) {
    return !sign.starts_with("voc_") && std::find(not_shown.begin(), not_shown.end(), sign) == not_shown.end() && std::find(composed.begin(), composed.end(), sign) == composed.end();
}

[[nodiscard]] HighlightTone tone_of(NoteKind kind) {
    if (is_unsafe_kind(kind)) return HighlightTone::Alarm;
    return kind == NoteKind::PersonalGood || kind == NoteKind::RecruiterGenuine ? HighlightTone::Good : HighlightTone::Poor;
}

}  // namespace

std::vector<NoteHighlight> note_highlights(const NoteAnalysis& analysis, std::size_t count) {
    const auto tone = analysis.reading.is_unsafe ? HighlightTone::Alarm : tone_of(analysis.kind);
    std::vector<NoteHighlight> candidates;
    for (const auto& span : analysis.spans) {
        const bool disguise = span.sign == "disguised";
        const double weight = disguise ? 1.6 : span.weight;
        if (weight < worth_marking || !is_shown(span.sign) || span.begin >= span.end) continue;
        candidates.push_back({span.begin, span.end, span.sign, weight, disguise ? HighlightTone::Alarm : tone});
    }
    sort_few(candidates, [](const NoteHighlight& a, const NoteHighlight& b) {
        return rank_of(a) != rank_of(b) ? rank_of(a) > rank_of(b) : a.end - a.begin > b.end - b.begin;
    });
    std::vector<NoteHighlight> chosen;
    for (const auto& candidate : candidates) {
        const auto overlapping = std::find_if(chosen.begin(), chosen.end(), [&](const NoteHighlight& other) { return candidate.begin < other.end && other.begin < candidate.end; });
        if (overlapping == chosen.end()) {
            if (chosen.size() < count) chosen.push_back(candidate);
            continue;
        }
        // Phrases of one sign often grow out of each other and are shown as one; and a phrase says more than a word in it.
        const bool contains = candidate.begin <= overlapping->begin && overlapping->end <= candidate.end;
        const bool same = overlapping->sign == candidate.sign;
        if (!same && !(contains && rank_of(candidate) >= share_of_the_word * rank_of(*overlapping))) continue;
        NoteHighlight whole = same ? *overlapping : candidate;
        whole.begin = std::min(overlapping->begin, candidate.begin);
        whole.end = std::max(overlapping->end, candidate.end);
        const bool free = std::all_of(chosen.begin(), chosen.end(), [&](const NoteHighlight& other) { return &other == &*overlapping || other.end <= whole.begin || whole.end <= other.begin; });
        if (free) *overlapping = whole;
    }
    sort_few(chosen, [](const NoteHighlight& a, const NoteHighlight& b) { return a.begin < b.begin; });
    return chosen;
}

}  // namespace discern
