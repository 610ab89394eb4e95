#include "notes/note_frame.hpp"

#include <algorithm>

namespace discern {

namespace {

// Greeting at the beginning and sign-off at the end: polite words that say nothing of the matter.
void find_ends(const NoteTokens& tokens, const NoteLexicon::Compiled& lexicon, std::span<const ConceptHit> hits, NoteFrame& frame) {
    const auto count = static_cast<std::uint32_t>(tokens.tokens.size());
    const auto greetings = hits_of_concept(hits, lexicon.greeting);
    auto& begin = frame.content_begin;
    frame.content_end = count;
    for (bool grew = true; grew;) {
        grew = false;
        for (const auto& hit : greetings) {
            if (hit.first_token != begin) continue;
            begin = hit.last_token + 1;
            frame.greeted = grew = true;
            break;
        }
        if (!grew || begin >= count || tokens.tokens[begin - 1].break_after) continue;
        for (std::uint32_t name = begin; name < count && name < begin + 5; ++name) {  // "Hi Anna,"
            if (!tokens.tokens[name].break_after) continue;
            begin = name + 1;
            frame.greeted_by_name = true;
            break;
        }
    }
    for (const auto& hit : hits_of_concept(hits, lexicon.sign_off)) {
        const bool starts = hit.first_token == 0 || tokens.tokens[hit.first_token - 1].break_after;
        if (starts && hit.first_token >= begin && count - hit.last_token <= 4) frame.content_end = std::min(frame.content_end, hit.first_token);
    }
    begin = std::min(begin, frame.content_end);
}

[[nodiscard]] std::string_view language_of(const NoteTokens& tokens, const NoteLexicon::Compiled& lexicon, std::span<const ConceptHit> hits) {
    std::size_t han = 0;
    for (const auto& token : tokens.tokens) han += token.han ? 1U : 0U;
    if (han * 3 > tokens.tokens.size()) return "zh";
    std::string_view language = "und";
    std::size_t best = 0;
    for (const auto& each : lexicon.languages) {
        const auto count = hits_of_concept(hits, each.function_words).size();
        if (count <= best) continue;
        best = count;
        language = each.code;
    }
    return language;
}

void count_sentences(const NoteTokens& tokens, NoteFrame& frame) {
    std::uint32_t words = 0, han = 0;
    std::int64_t last_sentence = -1;
    for (auto i = frame.content_begin; i < frame.content_end; ++i) {
        const auto& token = tokens.tokens[i];
        (token.han ? han : words) += 1U;
        if (token.sentence != last_sentence) ++frame.sentences;
        last_sentence = token.sentence;
    }
    frame.content_words = words + (han + 1) / 2;
}

[[nodiscard]] bool same_word(const FoldedNote& note, const NoteToken& a, const NoteToken& b) {
    const auto size = a.last_char - a.first_char;
    if (b.last_char - b.first_char != size) return false;
    for (std::uint32_t k = 0; k <= size; ++k) {
        if (note.chars[a.first_char + k].code != note.chars[b.first_char + k].code) return false;
    }
    return true;
}

[[nodiscard]] BuiltIn length_of(const NoteFrame& frame) {
    if (frame.content_words <= 2) return BuiltIn::Words0To2;
    if (frame.content_words <= 6) return BuiltIn::Words3To6;
    return frame.content_words <= 12 ? BuiltIn::Words7To12 : BuiltIn::Words13Up;
}

}  // namespace

std::span<const ConceptHit> hits_of_concept(std::span<const ConceptHit> hits, ConceptId id) {
    const auto begin = std::lower_bound(hits.begin(), hits.end(), id, [](const ConceptHit& hit, ConceptId wanted) { return hit.concept_id < wanted; });
    auto end = begin;
    while (end != hits.end() && end->concept_id == id) ++end;
    return {begin, end};
}

NoteFrame frame_of(const NoteTokens& tokens, const NoteLexicon::Compiled& lexicon, std::span<const ConceptHit> hits) {
    NoteFrame frame;
    find_ends(tokens, lexicon, hits, frame);
    frame.language = language_of(tokens, lexicon, hits);
    count_sentences(tokens, frame);
    return frame;
}

void add_built_in_hits(const NoteFrame& frame, const FoldedNote& note, const NoteTokens& cut, std::vector<ConceptHit>& hits) {
    const auto& tokens = cut.tokens;
    if (tokens.empty()) return;
    const auto found_before = hits.size();
    const auto add = [&](BuiltIn id, std::size_t first = 0, std::size_t last = 0) {
        hits.push_back({static_cast<ConceptId>(id), static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)});
    };
    if (cut.question) add(BuiltIn::Question);
    if (cut.loud) add(BuiltIn::Loud);
    if (cut.emoji_count > 0) add(BuiltIn::Emoji);
    if (!note.disguises.empty()) add(BuiltIn::Disguised);
    if (frame.greeted_by_name) add(BuiltIn::GreetedByName);
    if (!frame.greeted) add(BuiltIn::NoGreeting);
    add(length_of(frame), 0, tokens.size() - 1);
    if (frame.sentences <= 1) add(BuiltIn::OneSentence);
    if (frame.sentences >= 4) add(BuiltIn::ManySentences);
    // Names in mid-sentence make a note concrete. German writes every noun with a capital, so there they say nothing.
    if (frame.language != "de") {
        for (auto i = frame.content_begin + 1; i < frame.content_end; ++i) {
            const auto& token = tokens[i];
            const bool begins = tokens[i - 1].stop_after || token.sentence != tokens[i - 1].sentence;
            if (token.capital && !begins && !token.all_capital && token.last_char != token.first_char) add(BuiltIn::ProperName, i, i);
        }
        for (std::size_t i = 0, found = 0; i + 1 < tokens.size() && found == 0; ++i) {
            if (!tokens[i].capital || !tokens[i + 1].capital) continue;
            for (std::size_t k = i + 2; k + 1 < tokens.size() && found == 0; ++k) {
                if (!same_word(note, tokens[i], tokens[k]) || !same_word(note, tokens[i + 1], tokens[k + 1])) continue;
                add(BuiltIn::RepeatedName, k, k + 1);
                found = 1;
            }
        }
    }
    // What was found before is in order: only the few that came now are put into their places.
    for (auto at = hits.begin() + static_cast<std::ptrdiff_t>(found_before); at != hits.end(); ++at) std::rotate(std::upper_bound(hits.begin(), at, *at), at, at + 1);
}

}  // namespace discern
