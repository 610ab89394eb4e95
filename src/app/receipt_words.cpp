#include "app/receipt_words.hpp"

#include "app/names.hpp"
#include "base/numbers.hpp"
#include "base/sorted.hpp"
#include "judgement/receipt.hpp"
#include "knowledge/knowledge.hpp"
#include "workspace/change.hpp"

#include <algorithm>
#include <cmath>

namespace discern {
namespace {

constexpr std::size_t lines_shown = 2;
constexpr std::size_t advice_shown = 3, sources_shown = 2;
constexpr double doubtful_below = 0.9;  // confidence

std::string signed_decimal(double value) { return (value < 0 ? "\xe2\x88\x92" : "+") + decimal_text(std::abs(value), 2); }

// Evidence stands in a row of short pieces, so its full stop goes.
std::string without_stop(std::string text) {
    while (!text.empty() && (text.back() == '.' || text.back() == ' ')) text.pop_back();
    return text;
}

std::string joined(const std::vector<EvidenceWords>& evidence) {
    std::string line;
    for (std::size_t place = 0; place < std::min(evidence.size(), lines_shown); ++place)
        line += (place == 0 ? "" : " \xc2\xb7 ") + without_stop(evidence[place].text);
    return line;
}

// Nobody who is to be reported is one fact away from being accepted, and nobody who is connected already from anything.
bool may_be_offered(const Verdict& verdict, Action becomes) {
    return !verdict.already_connected && !(verdict.action == Action::Report && becomes == Action::Accept);
}

FactorWords factor_words(const Factor& factor, const Person& person, const PersonBook& book, double longest, const Strings& strings) {
    const StringTable& table = strings.table();
    FactorWords words;
    words.criterion = factor.criterion;
    words.label = factor_name(factor.criterion, table);
    words.unknown = factor.unknown;
    words.question_value = factor.question_value;
    words.share = longest > 0 ? factor.contribution / longest : 0;
    if (!factor.unknown) words.numbers = strings.text("numbers.factor", {decimal_text(factor.value, 2), decimal_text(factor.sd, 2), decimal_text(factor.weight, 2), signed_decimal(factor.contribution)});
    if (!factor.unknown) words.numbers = strings.text("text.pair", {words.numbers, stability_sentence(factor, table)});
    words.answer = answer_code_for(factor.criterion);
    words.answered = answer_of(person, *words.answer) != nullptr;
    for (const EvidenceLine& line : factor.evidence)
        words.evidence.push_back({evidence_sentence(line, table), line.quote, source_words(line.source, book, table)});
    words.line = factor.unknown ? strings.text("factor.ask." + std::string(name_of(factor.criterion))) : joined(words.evidence);
    return words;
}

void in_order(std::vector<FactorWords>& factors, std::optional<Criterion> asked) {
    sort_stably(factors, [&](const FactorWords& a, const FactorWords& b) {
        if (a.unknown != b.unknown) return b.unknown;
        if (!a.unknown) return std::abs(a.share) > std::abs(b.share);
        if ((a.criterion == asked) != (b.criterion == asked)) return a.criterion == asked;
        return a.question_value > b.question_value;
    });
}

std::vector<CitedAdvice> cited_advice(const Verdict& verdict, const Strings& strings) {
    std::vector<std::string> keys = verdict.advice;
    for (const Flag& flag : verdict.flags)
        if (!flag.harmless) keys.push_back(flag.advice);
    std::vector<std::string> told;
    std::vector<CitedAdvice> cited;
    for (const std::string& key : keys) {
        const AdviceEntry* entry = embedded_knowledge().advice_of(key);
        if (entry == nullptr || cited.size() == advice_shown || std::ranges::find(told, key) != told.end()) continue;
        told.push_back(key);
        const auto named = std::span(entry->sources).first(std::min(entry->sources.size(), sources_shown));
        std::string sources;
        for (const std::string& title : named) sources += (sources.empty() ? "" : " \xc2\xb7 ") + title;
        cited.push_back({strings.text("advice." + key), std::move(sources)});
    }
    return cited;
}

// What the favor test was answered with, each with its day.
std::string favor_said(const Person& person, const Strings& strings, Day today) {
    std::string said;
    for (const auto& [code, key] : {std::pair(FactCode::answer_would_do_favor, "favor.said_do"), std::pair(FactCode::answer_would_ask_favor, "favor.said_ask")})
        if (const Fact* answer = answer_of(person, code)) {
            const std::string which = std::string(key) + (answer->amount > 0 ? "_yes" : "_no");
            said += (said.empty() ? "" : " ") + strings.text(which, {long_age(strings, answer->when.value_or(today), today)});
        }
    return said;
}

std::uint64_t connections_of(const PersonBook& book) {
    return static_cast<std::uint64_t>(std::count_if(book.people.begin(), book.people.end(), [](const Person& person) { return person.ties.connected_on.has_value(); }));
}

std::string favors_on_record(const Ties& ties, const Strings& strings) {
    if (ties.recommendations_received > 0) return strings.text("favor.recommended_you");
    if (ties.recommendations_given > 0) return strings.text("favor.you_recommended");
    if (ties.endorsements_received > 0) return strings.counted("favor.endorsed_you", ties.endorsements_received);
    if (ties.endorsements_given > 0) return strings.counted("favor.you_endorsed", ties.endorsements_given);
    const std::uint64_t letters = std::uint64_t{ties.messages_from_them} + ties.messages_to_them;
    if (ties.messages_from_them > 0 && ties.messages_to_them > 0) return strings.counted("favor.messages", letters);
    return {};
}

}  // namespace

FactCode answer_code_for(Criterion criterion) {
    switch (criterion) {
        case Criterion::Known: return FactCode::answer_known;
        case Criterion::Linked: return FactCode::answer_knows_shared;
        case Criterion::Relevance: return FactCode::answer_relevant;
        case Criterion::Content: return FactCode::answer_profile_appropriate;
        case Criterion::Photo: return FactCode::answer_photo_professional;
        case Criterion::Comfort: return FactCode::answer_comfortable;
        case Criterion::Benefit: return FactCode::answer_benefit;
        case Criterion::Favor: return FactCode::answer_would_do_favor;
        case Criterion::Note: return FactCode::answer_note_personal;
        case Criterion::Exposure: return FactCode::answer_exposure_fine;
    }
    return FactCode::answer_known;
}

ReceiptWords receipt_words(const Workspace& workspace, const ListedInvitation& listed, const Strings& strings) {
    const StringTable& table = strings.table();
    const Verdict& verdict = *listed.verdict;
    const Person& person = *listed.person;
    const PersonBook& book = workspace.document().book;
    ReceiptWords words;
    words.headline = verdict.already_connected ? strings.text("receipt.connected_headline") : headline_sentence(verdict, table);
    if (!verdict.already_connected) {
        for (const std::string& sentence : headline_evidence(verdict, table)) words.headline += " " + sentence;
        words.agreement = strings.text("receipt.agreement", {std::to_string(std::lround(verdict.confidence * 100))});
    }

    double longest = 0;
    for (const Factor& factor : verdict.factors)
        if (!factor.unknown) longest = std::max(longest, std::abs(factor.contribution));
    for (const Factor& factor : verdict.factors)
        // What was written to the user is no question about those whom the user writes to.
        if (listed.incoming() || !factor.unknown || factor.criterion != Criterion::Note) words.factors.push_back(factor_words(factor, person, book, longest, strings));
    in_order(words.factors, verdict.ask ? std::optional(verdict.ask->criterion) : std::nullopt);

    for (const Flag& flag : verdict.flags) {
        FlagWords shown = {.title = flag_words(flag, table), .meaning = {}, .quote = flag.quote, .harmless = flag.harmless};
        const std::string meaning = "flag_means." + flag.code;
        if (table.contains(meaning)) shown.meaning = strings.text(meaning);
        words.flags.push_back(std::move(shown));
    }
    sort_stably(words.flags, [](const FlagWords& a, const FlagWords& b) { return !a.harmless && b.harmless; });

    const std::uint64_t connections = connections_of(book);
    if (!verdict.already_connected && connections > 0) {
        const auto& boundaries = workspace.goals().boundaries;
        const bool hidden = std::find(boundaries.begin(), boundaries.end(), FactCode::hides_connections_list) != boundaries.end();
        words.exposure = strings.counted(hidden ? "receipt.exposure_hidden" : listed.incoming() ? "receipt.exposure" : "receipt.exposure_sent", connections);
    }
    if (verdict.flip && may_be_offered(verdict, verdict.flip->becomes)) {
        words.flips_to = verdict.flip->becomes;
        words.flip = flip_sentence(*verdict.flip, table);
    }
    if (!verdict.flip && verdict.pair_flip && may_be_offered(verdict, verdict.pair_flip->becomes)) {
        words.flips_to = verdict.pair_flip->becomes;
        words.flip = pair_flip_sentence(*verdict.pair_flip, table);
    }
    // Worth a line only where there is doubt to speak of, and where the worth had the last word.
    const bool weighed = verdict.decided_by == DecidedBy::Worth || verdict.decided_by == DecidedBy::Question;
    if (weighed && !verdict.already_connected && verdict.confidence < doubtful_below) words.doubt = doubt_sentence(verdict.doubt, table);
    if (verdict.ask && !verdict.already_connected) {
        words.ask = verdict.ask->criterion;
        words.ask_text = question_sentence(*verdict.ask, table);
    }
    if (!verdict.already_connected) words.advice = cited_advice(verdict, strings);
    words.favor_record = favors_on_record(person.ties, strings);
    words.favor_said = favor_said(person, strings, workspace.today());
    words.total = strings.text("numbers.total", {signed_decimal(verdict.intercept), signed_decimal(verdict.worth), std::to_string(std::lround(verdict.scam_chance * 100))});
    return words;
}

}  // namespace discern
