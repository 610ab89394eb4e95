#include "notes/read_note.hpp"

#include "base/sorted.hpp"
#include "notes/compiled_lexicon.hpp"
#include "notes/note_fold.hpp"
#include "notes/note_frame.hpp"
#include "notes/note_length.hpp"
#include "notes/note_tokens.hpp"
#include "notes/phrase_matcher.hpp"
#include "notes/word_evidence.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <span>
#include <tuple>
#include <utility>

namespace discern {

namespace {

constexpr std::string_view learned_words = "learned_words";  // the sign that spans of learned words name
constexpr double worth_showing = 0.3;   // log odds from which the words of a sign are shown
constexpr double learned_worth_showing = 0.7;  // and learned words
constexpr double doubtful_from = 0.15;  // chance of an unsafe note from which alarming phrases count as facts
constexpr std::size_t words_shown = 4;  // the strongest of a note

// A sign that is present, with the hits that make it so: a stretch of ReadingMemory::sign_hits.
struct FiredSign {
    const CompiledSign* sign = nullptr;
    std::size_t hits_begin = 0, hits_end = 0;
};

// What reading one note needs of memory serves the next: ten thousand notes are read without asking for more.
struct ReadingMemory {
    FoldedNote folded;
    NoteTokens tokens;
    PhraseFinder finder;
    std::vector<ConceptHit> hits, sign_hits;
    std::vector<std::uint8_t> present;  // by concept
    std::vector<std::uint64_t> candidates;  // bits of signs
    std::vector<FiredSign> fired;
    std::vector<WordFeature> features;
    std::vector<LearnedWords> learned;
    std::vector<std::uint32_t> seen;  // by learned feature: the last reading that met it
    std::uint32_t reading = 0;
};
thread_local ReadingMemory memory_of_thread;

class Reading {
public:
    Reading(std::string_view note, const NoteLexicon::Compiled& lexicon, const NoteContext& context)
        : note_(note), lexicon_(lexicon), context_(context) {}

    NoteAnalysis analyse() {
        prepare();
        out_.chars = note_length(note_);
        if (tokens_.tokens.empty()) {
            out_.kind = NoteKind::Empty;
            out_.reading.kind = label_of(out_.kind);
            out_.reading.certainty = 1;
            out_.reading.signs.push_back({"no_note", {}});
            return std::move(out_);
        }
        fire_signs();
        find_learned_words();
        weigh();
        if (context_.spans) collect_spans();
        collect_facts();
        for (const auto& hit : hits_of(lexicon_.place_claim)) out_.place_claims.push_back({begin_of(hit), end_of(hit)});
        judge_as_note();
        return std::move(out_);
    }

    NoteFeatures features() {
        prepare();
        NoteFeatures features;
        if (tokens_.tokens.empty()) return features;
        fire_signs();
        for (const auto& fired : fired_) features.signs.push_back(fired.sign->name);
        find_word_features(folded_, tokens_, features_);
        for (const auto& feature : features_) features.words.push_back(words_of(feature, folded_, tokens_));
        std::sort(features.words.begin(), features.words.end());
        features.words.erase(std::unique(features.words.begin(), features.words.end()), features.words.end());
        return features;
    }

private:
    void prepare() {
        fold_note_into(note_, context_.undo_disguises, folded_);
        if (context_.undo_disguises) undo_disguised_words(folded_, lexicon_);
        out_.disguises = folded_.disguises;
        if (out_.disguises.size() > 1)
            sort_stably(out_.disguises, [](const auto& a, const auto& b) { return std::tie(a.begin, a.end, a.disguise) < std::tie(b.begin, b.end, b.disguise); });
        cut_into_tokens(folded_, lexicon_, tokens_);
        memory_.finder.find(tokens_, lexicon_, hits_);
        const auto frame = frame_of(tokens_, lexicon_, hits_);
        out_.language = frame.language;
        out_.sentences = frame.sentences;
        add_built_in_hits(frame, folded_, tokens_, hits_);
    }

    [[nodiscard]] std::span<const ConceptHit> hits_of(ConceptId id) const { return hits_of_concept(hits_, id); }

    void fire_signs() {
        auto& present = memory_.present;
        auto& candidates = memory_.candidates;
        present.assign(lexicon_.concept_names.size(), 0);
        candidates.assign(lexicon_.sign_words, 0);
        fired_.clear();
        sign_hits_.clear();
        for (const auto& hit : hits_) {
            if (present[hit.concept_id] != 0) continue;
            present[hit.concept_id] = 1;
            for (std::size_t w = 0; w < candidates.size(); ++w) candidates[w] |= lexicon_.candidates[hit.concept_id * candidates.size() + w];
        }
        const auto is_present = [&](ConceptId id) { return present[id] != 0; };
        for (std::size_t w = 0; w < candidates.size(); ++w) {
            for (auto left = candidates[w]; left != 0; left &= left - 1) {
                const auto& sign = lexicon_.signs[w * 64 + static_cast<std::size_t>(std::countr_zero(left))];
                const bool all = std::all_of(sign.all.begin(), sign.all.end(), [&](const auto& term) { return std::any_of(term.begin(), term.end(), is_present); });
                if (!all || std::any_of(sign.none.begin(), sign.none.end(), is_present)) continue;
                const auto begin = sign_hits_.size();
                if (gather_hits(sign)) fired_.push_back({&sign, begin, sign_hits_.size()});
            }
        }
    }

    [[nodiscard]] std::span<const ConceptHit> hits_of(const FiredSign& fired) const {
        return std::span(sign_hits_).subspan(fired.hits_begin, fired.hits_end - fired.hits_begin);
    }

    // Appends the hits of a sign: all of them, or the first set within its reach.
    bool gather_hits(const CompiledSign& sign) {
        auto& gathered = sign_hits_;
        if (sign.all.size() < 2 || sign.reach == NoteSignRule::Reach::Note) {
            for (const auto& term : sign.all) {
                for (const auto id : term) {
                    const auto hits = hits_of(id);
                    gathered.insert(gathered.end(), hits.begin(), hits.end());
                }
            }
            return true;
        }
        const auto begin = gathered.size();
        for (const auto first_id : sign.all.front()) {
            for (const auto& first : hits_of(first_id)) {
                gathered.resize(begin);
                gathered.push_back(first);
                for (std::size_t t = 1; t < sign.all.size(); ++t) {
                    for (const auto id : sign.all[t]) {
                        for (const auto& hit : hits_of(id)) {
                            if (gathered.size() == begin + t && is_within(sign, first, hit)) gathered.push_back(hit);
                        }
                    }
                }
                if (gathered.size() == begin + sign.all.size()) return true;
            }
        }
        gathered.resize(begin);
        return false;
    }

    [[nodiscard]] bool is_within(const CompiledSign& sign, const ConceptHit& a, const ConceptHit& b) const {
        if (sign.reach == NoteSignRule::Reach::Sentence) {
            return tokens_.tokens[a.first_token].sentence == tokens_.tokens[b.first_token].sentence;
        }
        const auto distance = a.last_token < b.first_token ? b.first_token - a.last_token : b.last_token < a.first_token ? a.first_token - b.last_token : 0U;
        return distance <= sign.near_words;
    }

    // Words that stand in the note twice say no more than once.
    void find_learned_words() {
        lexicon_.word_evidence.find_all(folded_, tokens_, learned_);
        auto& seen = memory_.seen;
        seen.resize(std::max(seen.size(), lexicon_.word_evidence.size()), 0);
        if (++memory_.reading == 0) {  // the count has gone round
            std::fill(seen.begin(), seen.end(), 0);
            memory_.reading = 1;
        }
        std::erase_if(learned_, [&](const LearnedWords& words) { return std::exchange(seen[words.number], memory_.reading) == memory_.reading; });
    }

    void weigh() {
        std::array<double, weighed_kind_count> log_odds{};
        for (std::size_t k = 0; k < weighed_kind_count; ++k) log_odds[k] = lexicon_.prior[k];
        for (const auto& fired : fired_) {
            for (std::size_t k = 0; k < weighed_kind_count; ++k) log_odds[k] += fired.sign->weights[k];
        }
        for (const auto& words : learned_) {
            for (const auto& each : lexicon_.word_evidence.weights(words.number)) log_odds[static_cast<std::size_t>(each.kind)] += static_cast<double>(each.weight);
        }
        const double highest = *std::max_element(log_odds.begin(), log_odds.end());
        double sum = 0;
        for (std::size_t k = 0; k < weighed_kind_count; ++k) sum += out_.chances[k] = std::exp(log_odds[k] - highest);
        for (auto& chance : out_.chances) chance /= sum;
        for (std::size_t k = 0; k < weighed_kind_count; ++k) {
            if (is_unsafe_kind(static_cast<NoteKind>(k))) out_.unsafe_chance += out_.chances[k];
        }
        const bool is_unsafe = out_.unsafe_chance >= lexicon_.unsafe_threshold;
        std::size_t best = weighed_kind_count;
        for (std::size_t k = 0; k < weighed_kind_count; ++k) {
            if (is_unsafe_kind(static_cast<NoteKind>(k)) != is_unsafe) continue;
            if (best == weighed_kind_count || out_.chances[k] > out_.chances[best]) best = k;
        }
        weighed_kind_ = static_cast<NoteKind>(best);
        out_.kind = !is_unsafe && out_.chars > context_.limit_chars ? NoteKind::TooLong : weighed_kind_;
        out_.reading.kind = label_of(out_.kind);
        out_.reading.is_unsafe = is_unsafe;
        out_.reading.unsafe_chance = out_.unsafe_chance;
        out_.reading.certainty = out_.chances[best];
        if (out_.kind == NoteKind::TooLong) out_.reading.certainty = 1 - out_.unsafe_chance;
        if (out_.reading.kind == "other") {
            out_.reading.certainty = out_.chances[static_cast<std::size_t>(NoteKind::Other)] + out_.chances[static_cast<std::size_t>(NoteKind::OtherUnsafe)];
        }
    }

    [[nodiscard]] std::uint32_t begin_of(const ConceptHit& hit) const { return folded_.chars[tokens_.tokens[hit.first_token].first_char].begin; }
    [[nodiscard]] std::uint32_t end_of(const ConceptHit& hit) const { return folded_.chars[tokens_.tokens[hit.last_token].last_char].end; }

    // Facts of the note as a whole (its length, its greeting) have no words to show.
    [[nodiscard]] static bool has_words(const ConceptHit& hit) {
        switch (static_cast<BuiltIn>(hit.concept_id)) {
            case BuiltIn::Loud: case BuiltIn::Question: case BuiltIn::Disguised: case BuiltIn::GreetedByName:
            case BuiltIn::NoGreeting: case BuiltIn::Words0To2: case BuiltIn::Words3To6: case BuiltIn::Words7To12:
            case BuiltIn::Words13Up: case BuiltIn::Emoji: case BuiltIn::OneSentence: case BuiltIn::ManySentences:
            case BuiltIn::Placeholder: return false;
            default: return true;
        }
    }

    void collect_spans() {
        for (const auto& fired : fired_) {
            const auto& weights = fired.sign->weights;
            double alarm = 0, calm = 0;
            for (std::size_t k = 0; k < weighed_kind_count; ++k) {
                auto& side = is_unsafe_kind(static_cast<NoteKind>(k)) ? alarm : calm;
                side = std::max(side, weights[k]);
            }
            const double weight = weights[static_cast<std::size_t>(weighed_kind_)];
            if (!context_.every_span && std::abs(weight) < worth_showing && alarm < worth_showing) continue;
            for (const auto& hit : hits_of(fired)) {
                if (has_words(hit)) out_.spans.push_back({begin_of(hit), end_of(hit), fired.sign->name, weight, alarm > calm});
            }
        }
        add_learned_spans();
        for (const auto& disguise : out_.disguises) out_.spans.push_back({disguise.begin, disguise.end, "disguised", 0, true});
        sort_stably(out_.spans, [](const NoteSpan& a, const NoteSpan& b) {
            return std::tie(a.begin, a.end, a.sign) < std::tie(b.begin, b.end, b.sign);
        });
        out_.spans.erase(std::unique(out_.spans.begin(), out_.spans.end()), out_.spans.end());
    }

    // "in 3" may weigh, but tells a reader nothing.
    [[nodiscard]] bool has_a_telling_word(const WordFeature& feature) const {
        for (auto i = feature.first_token; i <= feature.last_token; ++i) {
            const auto& token = tokens_.tokens[i];
            if (token.han || (token.last_char - token.first_char >= 3 && !is_digit(folded_.chars[token.first_char].code))) return true;
        }
        return false;
    }

    // The learned words that speak loudest for the note's kind.
    void add_learned_spans() {
        std::vector<NoteSpan> loudest;
        for (const auto& words : learned_) {
            const auto weight = lexicon_.word_evidence.weight(words.number, weighed_kind_);
            if (weight < learned_worth_showing || !has_a_telling_word(words.feature)) continue;
            const auto begin = folded_.chars[tokens_.tokens[words.feature.first_token].first_char].begin;
            const auto end = folded_.chars[tokens_.tokens[words.feature.last_token].last_char].end;
            loudest.push_back({begin, end, std::string(learned_words), weight, is_unsafe_kind(weighed_kind_)});
        }
        sort_stably(loudest, [](const NoteSpan& a, const NoteSpan& b) { return std::tie(b.weight, a.begin, a.end) < std::tie(a.weight, b.begin, b.end); });
        if (loudest.size() > words_shown) loudest.resize(words_shown);
        out_.spans.insert(out_.spans.end(), loudest.begin(), loudest.end());
    }

    // The words from the first to the last hit when they stand close together, else the first hit's.
    [[nodiscard]] std::string quote_of(const FiredSign& fired) const {
        std::uint32_t begin = 0, end = 0;
        for (const auto& hit : hits_of(fired)) {
            if (!has_words(hit)) continue;
            if (end == 0) {
                begin = begin_of(hit);
                end = end_of(hit);
            } else if (std::max(end, end_of(hit)) - std::min(begin, begin_of(hit)) <= 80) {
                begin = std::min(begin, begin_of(hit));
                end = std::max(end, end_of(hit));
            }
        }
        return std::string(note_.substr(begin, end - begin));
    }

    void add_fact(FactCode code, const std::string& quote) {
        for (const auto& fact : out_.reading.facts) {
            if (fact.code == code) return;
        }
        Fact fact;
        fact.code = code;
        fact.quote = quote;
        fact.source = context_.source;
        out_.reading.facts.push_back(std::move(fact));
    }

    void add_flag(const std::string& flag, const std::string& quote) {
        for (const auto& sign : out_.reading.signs) {
            if (sign.flag == flag) return;
        }
        out_.reading.signs.push_back({flag, quote});
    }

    // The words of the sign that speaks loudest for the kind.
    [[nodiscard]] std::string strongest_quote(NoteKind kind) const {
        const FiredSign* best = nullptr;
        for (const auto& fired : fired_) {
            const bool shows = std::any_of(hits_of(fired).begin(), hits_of(fired).end(), has_words);
            const auto weight = fired.sign->weights[static_cast<std::size_t>(kind)];
            if (shows && weight > 0 && (best == nullptr || weight > best->sign->weights[static_cast<std::size_t>(kind)])) best = &fired;
        }
        return best == nullptr ? std::string() : quote_of(*best);
    }

    // Facts that only make sense in a note of bad intent. One phrase ("pay 20 an hour", "200 for the present") does not
    // make them when the rest of the note explains it.
    [[nodiscard]] static bool speaks_of_bad_intent(FactCode code) {
        return code == FactCode::promises_unlikely_gain || code == FactCode::pushes_investment || code == FactCode::asks_fee ||
               code == FactCode::asks_personal_data || code == FactCode::personal_advance;
    }

    void collect_facts() {
        const bool is_unsafe = out_.reading.is_unsafe;
        const bool is_explained = out_.unsafe_chance < doubtful_from;
        // "You look stunning in your photo": the photo is no reason to connect.
        const bool is_about_looks =
            std::any_of(fired_.begin(), fired_.end(), [](const FiredSign& fired) { return fired.sign->name == "looks"; });
        for (const auto& fired : fired_) {
            const auto quote = quote_of(fired);
            const auto& codes = fired.sign->facts;
            if (is_explained && std::any_of(codes.begin(), codes.end(), speaks_of_bad_intent)) continue;
            for (const auto code : codes) {
                const bool is_reason = code == FactCode::note_names_specific_reason;
                const bool is_copied = weighed_kind_ == NoteKind::MassTemplate || weighed_kind_ == NoteKind::GenericDefault;
                if (is_reason && (is_copied || is_about_looks)) continue;
                add_fact(code, quote);
            }
            for (const auto& flag : fired.sign->flags) add_flag(flag, quote);
        }
        const auto quote = strongest_quote(weighed_kind_);
        switch (weighed_kind_) {
            case NoteKind::PersonalGood:
                if (!is_about_looks) add_fact(FactCode::note_names_specific_reason, quote);
                break;
            case NoteKind::GenericDefault: add_flag("generic_note", quote); break;
            case NoteKind::MassTemplate: add_flag("mass_template", quote); break;
            case NoteKind::SalesPitch:
                add_fact(FactCode::note_sells, quote);
                add_flag("sales_pitch", quote);
                break;
            case NoteKind::ScamJob: add_flag("job_scam", quote); break;
            case NoteKind::ScamCrypto: add_fact(FactCode::pushes_investment, quote); break;
            case NoteKind::PhishingLink: add_flag("phishing_link", quote); break;
            case NoteKind::Romance:
                add_fact(FactCode::personal_advance, quote);
                add_flag("romance", quote);
                break;
            default: break;
        }
        for (const auto& disguise : out_.disguises) add_flag("obfuscation", std::string(note_.substr(disguise.begin, disguise.end - disguise.begin)));
        out_.names_reason = !is_unsafe && std::any_of(out_.reading.facts.begin(), out_.reading.facts.end(),
                                                      [](const Fact& fact) { return fact.code == FactCode::note_names_specific_reason; });
        sort_stably(out_.reading.facts, [](const Fact& a, const Fact& b) { return a.code < b.code; });
        sort_stably(out_.reading.signs, [](const NoteSign& a, const NoteSign& b) { return a.flag < b.flag; });
    }

    void judge_as_note() {
        const auto says = [&](FactCode code) {
            return std::any_of(out_.reading.facts.begin(), out_.reading.facts.end(), [&](const Fact& fact) { return fact.code == code; });
        };
        out_.good_note = out_.kind == NoteKind::PersonalGood && out_.sentences <= 3 && out_.chars <= 300 &&
                         !says(FactCode::sends_link_or_file) && !says(FactCode::note_sells) && !says(FactCode::asks_favour_now);
    }

    std::string_view note_;
    const NoteLexicon::Compiled& lexicon_;
    const NoteContext& context_;
    ReadingMemory& memory_ = memory_of_thread;
    FoldedNote& folded_ = memory_.folded;
    NoteTokens& tokens_ = memory_.tokens;
    std::vector<ConceptHit>&hits_ = memory_.hits, &sign_hits_ = memory_.sign_hits;
    std::vector<FiredSign>& fired_ = memory_.fired;
    std::vector<WordFeature>& features_ = memory_.features;
    std::vector<LearnedWords>& learned_ = memory_.learned;
    NoteKind weighed_kind_ = NoteKind::Other;
    NoteAnalysis out_;
};

}  // namespace

std::string_view name_of(Disguise disguise) {
    switch (disguise) {
        case Disguise::LookAlike: return "look_alike";
        case Disguise::ZeroWidth: return "zero_width";
        case Disguise::SpacedOut: return "spaced_out";
        case Disguise::DotWord: return "dot_word";
        case Disguise::KeycapDigits: return "keycap_digits";
        case Disguise::DigitForLetter: return "digit_for_letter";
        case Disguise::FancyLetters: return "fancy_letters";
    }
    return "";
}

NoteAnalysis analyse_note(std::string_view note, const NoteLexicon& lexicon, const NoteContext& context) {
    return Reading(note, lexicon.compiled(), context).analyse();
}

NoteReading read_note(std::string_view note, const NoteLexicon& lexicon, const NoteContext& context) {
    NoteContext without_words = context;
    without_words.spans = false;
    return Reading(note, lexicon.compiled(), without_words).analyse().reading;
}

NoteFeatures features_of_note(std::string_view note, const NoteLexicon& lexicon) {
    const NoteContext context;
    return Reading(note, lexicon.compiled(), context).features();
}

}  // namespace discern
