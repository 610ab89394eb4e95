#include "notes/read_note.hpp"

#include "base/sorted.hpp"
#include "notes/compiled_lexicon.hpp"
#include "notes/note_fold.hpp"
#include "notes/note_length.hpp"
#include "notes/note_tokens.hpp"
#include "notes/phrase_matcher.hpp"
#include "notes/word_evidence.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <tuple>

namespace discern {

namespace {

constexpr std::string_view learned_words = "learned_words";  // the sign that spans of learned words name
constexpr double worth_showing = 0.3;   // log odds from which the words of a sign are shown
constexpr double learned_worth_showing = 0.7;  // and learned words
constexpr double doubtful_from = 0.15;  // chance of an unsafe note from which alarming phrases count as facts
constexpr std::size_t words_shown = 4;  // the strongest of a note

// Words of which something was learned.
struct LearnedWords {
    std::uint32_t number = 0;  // of the feature among those learned
    WordFeature feature;
};

// A sign that is present, with the hits that make it so.
struct FiredSign {
    const CompiledSign* sign = nullptr;
    std::vector<ConceptHit> hits;
};

class Reading {
public:
    Reading(std::string_view note, const NoteLexicon::Compiled& lexicon, const NoteContext& context)
        : note_(note), lexicon_(lexicon), context_(context) {}

    // Without the words to show, which an inbox has no use for and which cost as much as the rest.
    NoteReading read() {
        with_spans_ = false;
        return std::move(analyse().reading);
    }

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
        if (with_spans_) collect_spans();
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
        folded_ = fold_note(note_, context_.undo_disguises);
        if (context_.undo_disguises) undo_disguised_words(folded_, lexicon_);
        out_.disguises = folded_.disguises;
        sort_stably(out_.disguises,
                  [](const auto& a, const auto& b) { return std::tie(a.begin, a.end, a.disguise) < std::tie(b.begin, b.end, b.disguise); });
        cut_into_tokens(folded_, lexicon_, tokens_);
        hits_ = find_concepts(tokens_, lexicon_);
        find_frame();
        guess_language();
        count_sentences();
        add_built_ins();
        std::sort(hits_.begin(), hits_.end());
    }

    [[nodiscard]] std::span<const ConceptHit> hits_of(ConceptId id) const {
        const auto begin = std::lower_bound(hits_.begin(), hits_.end(), id, [](const ConceptHit& h, ConceptId wanted) { return h.concept_id < wanted; });
        auto end = begin;
        while (end != hits_.end() && end->concept_id == id) ++end;
        return {begin, end};
    }
    [[nodiscard]] std::span<const ConceptHit> hits_of(BuiltIn id) const { return hits_of(static_cast<ConceptId>(id)); }

    // Greeting at the beginning and sign-off at the end: polite words that say nothing of the matter.
    void find_frame() {
        const auto count = static_cast<std::uint32_t>(tokens_.tokens.size());
        content_end_ = count;
        for (bool grew = true; grew;) {
            grew = false;
            for (const auto& hit : hits_of(lexicon_.greeting)) {
                if (hit.first_token != content_begin_) continue;
                content_begin_ = hit.last_token + 1;
                greeted_ = grew = true;
                break;
            }
            if (!grew || content_begin_ >= count || tokens_.tokens[content_begin_ - 1].break_after) continue;
            for (std::uint32_t name = content_begin_; name < count && name < content_begin_ + 5; ++name) {  // "Hi Anna,"
                if (!tokens_.tokens[name].break_after) continue;
                content_begin_ = name + 1;
                by_name_ = true;
                break;
            }
        }
        for (const auto& hit : hits_of(lexicon_.sign_off)) {
            const bool starts = hit.first_token == 0 || tokens_.tokens[hit.first_token - 1].break_after;
            if (starts && hit.first_token >= content_begin_ && count - hit.last_token <= 4) content_end_ = std::min(content_end_, hit.first_token);
        }
        content_begin_ = std::min(content_begin_, content_end_);
    }

    void guess_language() {
        std::uint32_t han = 0;
        for (const auto& token : tokens_.tokens) han += token.han ? 1U : 0U;
        if (han * 3 > tokens_.tokens.size()) {
            out_.language = "zh";
            return;
        }
        std::size_t best = 0;
        for (const auto& [id, code] : lexicon_.language_concepts) {
            const auto count = hits_of(id).size();
            if (count > best) {
                best = count;
                out_.language = code;
            }
        }
    }

    void count_sentences() {
        std::uint32_t words = 0, han = 0;
        std::uint32_t sentences = 0;
        std::int64_t last_sentence = -1;
        for (auto i = content_begin_; i < content_end_; ++i) {
            const auto& token = tokens_.tokens[i];
            (token.han ? han : words) += 1U;
            if (token.sentence != last_sentence) ++sentences;
            last_sentence = token.sentence;
        }
        out_.sentences = sentences;
        content_words_ = words + (han + 1) / 2;
    }

    void add_built_in(BuiltIn id, std::uint32_t first = 0, std::uint32_t last = 0) {
        hits_.push_back({static_cast<ConceptId>(id), first, last});
    }

    void add_built_ins() {
        if (tokens_.tokens.empty()) return;
        const auto last = static_cast<std::uint32_t>(tokens_.tokens.size() - 1);
        if (tokens_.question) add_built_in(BuiltIn::Question);
        if (tokens_.loud) add_built_in(BuiltIn::Loud);
        if (tokens_.emoji_count > 0) add_built_in(BuiltIn::Emoji);
        if (!out_.disguises.empty()) add_built_in(BuiltIn::Disguised);
        if (by_name_) add_built_in(BuiltIn::GreetedByName);
        if (!greeted_) add_built_in(BuiltIn::NoGreeting);
        add_built_in(content_words_ <= 2 ? BuiltIn::Words0To2 : content_words_ <= 6 ? BuiltIn::Words3To6 : content_words_ <= 12 ? BuiltIn::Words7To12 : BuiltIn::Words13Up, 0, last);
        if (out_.sentences <= 1) add_built_in(BuiltIn::OneSentence);
        if (out_.sentences >= 4) add_built_in(BuiltIn::ManySentences);
        find_names();
    }

    // Names in mid-sentence make a note concrete. German writes every noun with a capital, so there they say nothing.
    void find_names() {
        const auto& tokens = tokens_.tokens;
        for (auto i = content_begin_ + 1; i < content_end_; ++i) {
            const auto& token = tokens[i];
            const bool begins = tokens[i - 1].stop_after || token.sentence != tokens[i - 1].sentence;
            if (!token.capital || begins || token.all_capital || token.last_char == token.first_char || out_.language == "de") continue;
            add_built_in(BuiltIn::ProperName, i, i);
        }
        for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
            if (!tokens[i].capital || !tokens[i + 1].capital || out_.language == "de") continue;
            for (std::size_t k = i + 2; k + 1 < tokens.size(); ++k) {
                if (!same_word(tokens[i], tokens[k]) || !same_word(tokens[i + 1], tokens[k + 1])) continue;
                add_built_in(BuiltIn::RepeatedName, static_cast<std::uint32_t>(k), static_cast<std::uint32_t>(k + 1));
                return;
            }
        }
    }

    [[nodiscard]] bool same_word(const NoteToken& a, const NoteToken& b) const {
        const auto size = a.last_char - a.first_char;
        if (b.last_char - b.first_char != size) return false;
        for (std::uint32_t k = 0; k <= size; ++k) {
            if (folded_.chars[a.first_char + k].code != folded_.chars[b.first_char + k].code) return false;
        }
        return true;
    }

    void fire_signs() {
        present_.assign(lexicon_.concept_names.size(), false);
        for (const auto& hit : hits_) present_[hit.concept_id] = true;
        for (const auto& sign : lexicon_.signs) {
            const auto is_present = [&](ConceptId id) { return static_cast<bool>(present_[id]); };
            const bool all = std::all_of(sign.all.begin(), sign.all.end(), [&](const auto& term) { return std::any_of(term.begin(), term.end(), is_present); });
            if (!all || std::any_of(sign.none.begin(), sign.none.end(), is_present)) continue;
            FiredSign fired{&sign, {}};
            if (gather_hits(sign, fired.hits)) fired_.push_back(std::move(fired));
        }
    }

    // The hits of a sign: all of them, or the first set within its reach.
    bool gather_hits(const CompiledSign& sign, std::vector<ConceptHit>& gathered) const {
        if (sign.all.size() < 2 || sign.reach == NoteSignRule::Reach::Note) {
            for (const auto& term : sign.all) {
                for (const auto id : term) {
                    const auto hits = hits_of(id);
                    gathered.insert(gathered.end(), hits.begin(), hits.end());
                }
            }
            return true;
        }
        for (const auto first_id : sign.all.front()) {
            for (const auto& first : hits_of(first_id)) {
                gathered.assign(1, first);
                for (std::size_t t = 1; t < sign.all.size(); ++t) {
                    for (const auto id : sign.all[t]) {
                        for (const auto& hit : hits_of(id)) {
                            if (gathered.size() == t && is_within(sign, first, hit)) gathered.push_back(hit);
                        }
                    }
                }
                if (gathered.size() == sign.all.size()) return true;
            }
        }
        gathered.clear();
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
        if (lexicon_.word_evidence.empty()) return;
        find_word_features(folded_, tokens_, features_);
        for (const auto& feature : features_) {
            if (const auto number = lexicon_.word_evidence.find(feature)) learned_.push_back({*number, feature});
        }
        const auto place = [](const LearnedWords& words) { return std::tie(words.number, words.feature.first_token); };
        std::sort(learned_.begin(), learned_.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
        learned_.erase(std::unique(learned_.begin(), learned_.end(), [](const auto& a, const auto& b) { return a.number == b.number; }), learned_.end());
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
            for (const auto& hit : fired.hits) {
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

    // The learned words that speak loudest for the note's kind.
    void add_learned_spans() {
        std::vector<NoteSpan> loudest;
        for (const auto& words : learned_) {
            const auto weight = lexicon_.word_evidence.weight(words.number, weighed_kind_);
            if (weight < learned_worth_showing) continue;
            const auto begin = folded_.chars[tokens_.tokens[words.feature.first_token].first_char].begin;
            const auto end = folded_.chars[tokens_.tokens[words.feature.last_token].last_char].end;
            loudest.push_back({begin, end, std::string(learned_words), weight, is_unsafe_kind(weighed_kind_)});
        }
        std::sort(loudest.begin(), loudest.end(), [](const NoteSpan& a, const NoteSpan& b) { return std::tie(b.weight, a.begin, a.end) < std::tie(a.weight, b.begin, b.end); });
        if (loudest.size() > words_shown) loudest.resize(words_shown);
        out_.spans.insert(out_.spans.end(), loudest.begin(), loudest.end());
    }

    // The words from the first to the last hit when they stand close together, else the first hit's.
    [[nodiscard]] std::string quote_of(const FiredSign& fired) const {
        std::uint32_t begin = 0, end = 0;
        for (const auto& hit : fired.hits) {
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
            const bool shows = std::any_of(fired.hits.begin(), fired.hits.end(), has_words);
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
        for (const auto& fired : fired_) {
            const auto quote = quote_of(fired);
            const auto& codes = fired.sign->facts;
            if (is_explained && std::any_of(codes.begin(), codes.end(), speaks_of_bad_intent)) continue;
            for (const auto code : codes) {
                const bool is_reason = code == FactCode::note_names_specific_reason;
                if (is_reason && (weighed_kind_ == NoteKind::MassTemplate || weighed_kind_ == NoteKind::GenericDefault)) continue;
                add_fact(code, quote);
            }
            for (const auto& flag : fired.sign->flags) add_flag(flag, quote);
        }
        const auto quote = strongest_quote(weighed_kind_);
        switch (weighed_kind_) {
            case NoteKind::PersonalGood: add_fact(FactCode::note_names_specific_reason, quote); break;
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
    FoldedNote folded_;
    NoteTokens tokens_;
    std::vector<ConceptHit> hits_;
    std::vector<bool> present_;
    std::vector<FiredSign> fired_;
    std::vector<WordFeature> features_;
    std::vector<LearnedWords> learned_;
    std::uint32_t content_begin_ = 0, content_end_ = 0, content_words_ = 0;
    bool greeted_ = false, by_name_ = false, with_spans_ = true;
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
    return Reading(note, lexicon.compiled(), context).read();
}

NoteFeatures features_of_note(std::string_view note, const NoteLexicon& lexicon) {
    const NoteContext context;
    return Reading(note, lexicon.compiled(), context).features();
}

}  // namespace discern
